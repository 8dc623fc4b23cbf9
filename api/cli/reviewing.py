"""The commands by which people decide on claims: review list, accept, reject, correct, undo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Annotated

import typer

from api import words
from api.cli.access import ListFormat
from api.cli.failing import NOTHING, Stopped, exit_code, tell
from api.cli.logged import logged, own_name
from api.cli.session import Session
from api.render.claims import claims_lines, taught_lines
from api.render.structured import json_text
from api.settings import utc_now
from graph.errors import CascadeError, NotFound
from graph.lineage.claims import ClaimsAsked, ReviewState, claim_on_review, claims_on_review
from graph.lineage.corrections import WrittenCorrection, correction_of
from graph.model import Decision, Modality, Verdict
from graph.resolve.identity import source_iri
from graph.review import decisions_teaching
from graph.reviewing import Reviewed, claim_address, decide
from graph.reviewing import undo as take_back
from graph.store.graphs import SOURCE_PREFIX
from ontology import terms as cas

review = typer.Typer(
    name="review",
    help="Duyệt phát biểu của các nguồn / Decide on what sources claim.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Claims = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM...", help="Mã ở đầu dòng của danh sách, hoặc IRI / Name or IRI."),
]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Người duyệt / Who decides. [$USER]")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Vì sao / Why.")]


@review.command("list")
def list_(
    context: typer.Context,
    state: Annotated[
        ReviewState, typer.Option(help="Phát biểu nào / Which claims.")
    ] = ReviewState.PENDING,
    source: Annotated[
        str | None, typer.Option(help="Tên hoặc IRI của nguồn / Name or IRI of the source.")
    ] = None,
    document: Annotated[
        str | None, typer.Option(metavar="DOC", help="Văn bản được nói đến / Document spoken of.")
    ] = None,
    relation: Annotated[
        str | None, typer.Option(metavar="NAME", help="Quan hệ, như implements / Relation.")
    ] = None,
    after: Annotated[
        str, typer.Option(metavar="CLAIM", help="Xem tiếp sau phát biểu này / Go on after it.")
    ] = "",
    limit: Annotated[
        int, typer.Option(min=1, max=1000, help="Nhiều nhất bao nhiêu / At most this many.")
    ] = 20,
    format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE,
) -> None:
    """Liệt kê phát biểu, mặc định là chưa duyệt / List claims, by default those not decided on."""
    session: Session = context.obj
    with session.reading() as reader:
        asked = ClaimsAsked(
            state=state,
            source=source_address(source) if source else None,
            subject=session.document(reader, document).iri if document else None,
            predicate=cas.ONTOLOGY + relation if relation else None,
            after=claim_address(after) if after else "",
            limit=limit,
        )
        found = claims_on_review(reader, asked)
    if format is ListFormat.JSON:
        session.write(json_text(found))
    elif found:
        session.show(claims_lines(found, session.screen))
        if len(found) == limit:
            last = found[-1].claim.rpartition("/")[2]
            session.say(f"Còn nữa: --after {last}", f"To go on: --after {last}")
    else:
        session.say("Không có phát biểu nào như vậy.", "There are no such claims.")
        raise Stopped(NOTHING)


@review.command()
def accept(context: typer.Context, claims: Claims, by: By = None, note: Note = None) -> None:
    """Nhận: phát biểu đúng / Accept: the claim is right."""
    _each(context.obj, claims, "accept", _deciding(context.obj, Verdict.ACCEPTED, by, note))


@review.command()
def reject(context: typer.Context, claims: Claims, by: By = None, note: Note = None) -> None:
    """Bác: phát biểu không đỡ dữ kiện nào nữa / Reject: the claim supports no fact."""
    _each(context.obj, claims, "reject", _deciding(context.obj, Verdict.REJECTED, by, note))


@review.command()
def correct(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(help="Mã hoặc IRI của phát biểu / Name or IRI.")],
    subject: Annotated[
        str | None, typer.Option(metavar="DOC|IRI", help="Chủ thể đúng / The right subject.")
    ] = None,
    relation: Annotated[
        str | None, typer.Option(metavar="NAME", help="Quan hệ đúng / The right relation.")
    ] = None,
    object: Annotated[
        str | None,
        typer.Option(metavar="DOC|IRI|TEXT", help="Giá trị đúng / The right object."),
    ] = None,
    modality: Annotated[
        Modality | None, typer.Option(help="Đã làm, được yêu cầu… / Done, requested…")
    ] = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Sửa: phát biểu đỡ điều đã sửa / Correct: the claim supports what it is corrected to."""
    session: Session = context.obj
    written = WrittenCorrection(subject, relation, object, modality)

    def correcting(address: str) -> Reviewed:
        with session.reading() as reader:
            correction = correction_of(reader, address, written)
        return decide(
            session.store,
            Decision(
                *(address, "", Verdict.CORRECTED, by or own_name(), utc_now(), note, correction)
            ),
        )

    _each(session, [claim], "correct", correcting)


@review.command()
def undo(context: typer.Context, claims: Claims) -> None:
    """Bỏ quyết định, như chưa ai duyệt / Take decisions back, as if nobody had decided."""
    session: Session = context.obj
    _each(session, claims, "undo", lambda address: take_back(session.store, address))


@review.command()
def register(
    context: typer.Context, format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE
) -> None:
    """Sổ riêng của kho: cách gọi đã duyệt là văn bản nào / Names that were reviewed, by whom."""
    session: Session = context.obj
    with session.reading() as reader:
        found = decisions_teaching(reader)
    if format is ListFormat.JSON:
        session.write(json_text(found))
    elif found:
        session.show(taught_lines(found, session.screen))
    else:
        session.say("Chưa có cách gọi nào được duyệt.", "No name has been reviewed.")
        raise Stopped(NOTHING)


def source_address(text: str) -> str:
    """Return the address of a source that is given whole or by its last segment."""
    return text if text.startswith(SOURCE_PREFIX) else source_iri(text)


def _deciding(
    session: Session, verdict: Verdict, by: str | None, note: str | None
) -> Callable[[str], Reviewed]:
    def deciding(address: str) -> Reviewed:
        made = Decision(address, "", verdict, by or own_name(), utc_now(), note)
        return decide(session.store, made)

    return deciding


def _each(session: Session, claims: list[str], what: str, act: Callable[[str], Reviewed]) -> None:
    """Decide on each claim, say what came of it, and go on after one that cannot be decided on."""
    code = 0
    for text in claims:
        try:
            address = claim_address(text)
            with logged(session, f"review.{what}", address) as entry:
                done = act(address)
                entry.generation = done.generation
        except CascadeError as error:
            tell(error, session.language, session.err)
            code = exit_code(error)
        else:
            _say(session, done)
    if code:
        raise Stopped(code)


def _say(session: Session, done: Reviewed) -> None:
    """Say what came of a decision; a claim that nobody makes any more is not shown."""
    with session.reading() as reader, suppress(NotFound):
        session.show(claims_lines([claim_on_review(reader, done.claim)], session.screen))
    gained, lost = (words.number(n, session.language) for n in (done.gained, done.lost))
    session.say(f"Dữ kiện: thêm {gained}, bớt {lost}.", f"Facts: {gained} gained, {lost} lost.")
