"""The commands that walk lineage: trace, stale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated

import typer

from api import choices
from api.cli.choosing import (
    Certainty,
    CertaintyChoice,
    Cursor,
    GroupBy,
    Levels,
    Limit,
    PageNumber,
    Provinces,
    Relations,
    StaleKind,
    Types,
)
from api.cli.options import TABLE_HELP, DocumentName, TableFormat, TreeFormat, WithEvidence
from api.cli.session import Session, parse_day
from api.cli.writing import write_answer
from api.render.cascades import cascade_csv, cascade_lines
from api.render.outlines import groups_csv, listing_csv, listing_lines
from api.render.stales import stale_csv, stale_lines
from graph.days import today
from graph.lineage.cascade import trace as trace_cascade
from graph.lineage.outline import outline
from graph.lineage.outline import page as page_of
from graph.lineage.stale import stale as find_stale
from graph.model import Document, Listing, View
from graph.store.protocol import Reader

_PAGE = 50
#: A cascade of more documents is counted and shown page by page; as a tree nobody could read it.
_TREE = 2000


def trace(  # noqa: PLR0913, PLR0917  (every option of the command is an argument)
    context: typer.Context,
    doc: DocumentName,
    down: Annotated[
        bool,
        typer.Option(
            "--down/--up", help="Xuống địa phương hay lên căn cứ / Down, or up to its bases."
        ),
    ] = True,
    depth: Annotated[int | None, typer.Option(min=1, help="Mấy tầng / How many levels.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Tính đến ngày / As known on that day.")
    ] = None,
    evidence: WithEvidence = False,
    type_: Types = None,
    level: Levels = None,
    province: Provinces = None,
    relation: Relations = None,
    certainty: Certainty = CertaintyChoice.ALL,
    in_force: Annotated[
        bool,
        typer.Option("--in-force", help="Chỉ văn bản còn hiệu lực vào ngày ấy / Only in force."),
    ] = False,
    group: Annotated[
        GroupBy | None, typer.Option(help="Chỉ đếm theo cấp, địa phương, loại / Count only, by.")
    ] = None,
    page: PageNumber = None,
    cursor: Cursor = None,
    limit: Limit = None,
    format: Annotated[TreeFormat, typer.Option(help=TABLE_HELP)] = TreeFormat.TREE,
) -> None:
    """Dòng chảy của một văn bản / The cascade of a document."""
    session: Session = context.obj
    day = parse_day(as_of, "--as-of") if as_of else None
    asked = _Asked(type_, level, province, relation, certainty)
    paged = page is not None or cursor is not None or limit is not None
    with session.reading() as reader:
        root = session.document(reader, doc)
        view = asked.view(reader, down=down, depth=depth, as_of=day, in_force=in_force)
        plain = not (paged or group) and view == View(down=down, depth=depth, as_of=day)
        if plain and not _too_large(reader, root, view, format):
            _show_tree(session, reader, root, view, evidence, format)
            return
        counts = outline(reader, root, view)
        shown = None
        if paged or not group:
            shown = page_of(
                reader, root, view, limit=limit or _PAGE, after=cursor, number=page or 1
            )
    _show_listing(session, Listing(counts, shown), group, evidence, format)


def stale(  # noqa: PLR0913, PLR0917
    context: typer.Context,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Vào ngày, bỏ trống là hôm nay / On that day."),
    ] = None,
    type_: Types = None,
    level: Levels = None,
    province: Provinces = None,
    relation: Relations = None,
    certainty: Certainty = CertaintyChoice.ALL,
    list_: Annotated[
        StaleKind | None,
        typer.Option("--list", help="Chỉ một danh sách: chắc chắn, có thể, một phần / One list."),
    ] = None,
    page: PageNumber = None,
    cursor: Cursor = None,
    limit: Limit = None,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Văn bản còn hiệu lực mà căn cứ đã hết / In force, on a basis that is not."""
    session: Session = context.obj
    day = parse_day(as_of, "--as-of") if as_of else today()
    asked = _Asked(type_, level, province, relation, certainty)
    with session.reading() as reader:
        found = find_stale(
            reader,
            asked.view(reader),
            on=day,
            limit=limit or _PAGE,
            after=cursor,
            number=page or 1,
        )
    write_answer(
        session, format, found, partial(stale_lines, only=list_), partial(stale_csv, only=list_)
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words by which part of a lineage is chosen."""

    types: list[str] | None
    levels: list[str] | None
    provinces: list[str] | None
    relations: list[str] | None
    certainty: CertaintyChoice

    def view(
        self,
        reader: Reader,
        *,
        down: bool = True,
        depth: int | None = None,
        as_of: date | None = None,
        in_force: bool = False,
    ) -> View:
        """Return what the words choose; refuse those that are not known."""
        return View(
            down=down,
            depth=depth,
            as_of=as_of,
            types=choices.types_named(self.types or (), "--type"),
            levels=choices.levels_named(self.levels or (), "--level"),
            units=choices.provinces_named(reader, self.provinces or (), "--province"),
            relations=choices.relations_named(self.relations or (), "--relation"),
            stated=self.certainty is CertaintyChoice.STATED,
            in_force=in_force,
        )


def _too_large(reader: Reader, root: Document, view: View, format: TreeFormat) -> bool:
    """Tell whether a cascade is too large for a tree that people read; programs get it all."""
    return format is TreeFormat.TREE and outline(reader, root, view).documents > _TREE


def _show_tree(
    session: Session,
    reader: Reader,
    root: Document,
    view: View,
    evidence: bool,
    format: TreeFormat,
) -> None:
    # Every format says which relations are unverified, so the evidence is needed even where
    # it is not printed.
    cascade = trace_cascade(
        reader, root, down=view.down, depth=view.depth, as_of=view.as_of, evidence=True
    )
    write_answer(session, format, cascade, partial(cascade_lines, evidence=evidence), cascade_csv)


def _show_listing(
    session: Session,
    listing: Listing,
    group: GroupBy | None,
    evidence: bool,
    format: TreeFormat,
) -> None:
    csv = groups_csv if listing.page is None else listing_csv
    lines = partial(listing_lines, group=group, evidence=evidence)
    write_answer(session, format, listing, lines, csv)
