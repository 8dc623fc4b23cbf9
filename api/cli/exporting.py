"""The command export: the whole store as RDF, or one cascade for other programs and eyes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import networkx as nx
import typer
from pyoxigraph import RdfFormat

from api import words
from api.cli.options import ExportFormat
from api.cli.session import Session, parse_day
from api.render.edge_sheets import documents_csv, edges_csv
from api.render.network_pages import network_page
from graph.errors import QuestionError, Text
from graph.lineage.cascade import trace
from graph.model import Cascade
from graph.store import exchange
from graph.subgraph import subgraph
from graph.view.markup import gexf, graphml

_RDF_FORMATS = {
    ExportFormat.NQUADS: RdfFormat.N_QUADS,
    ExportFormat.TRIG: RdfFormat.TRIG,
    ExportFormat.TURTLE: RdfFormat.TURTLE,
}
_CASCADE_FORMATS = (
    *(ExportFormat.GRAPHML, ExportFormat.GEXF),
    *(ExportFormat.CSV, ExportFormat.HTML),
)


def export(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="Tệp sẽ ghi / The file to write.", show_default=False)
    ] = None,
    format: Annotated[
        ExportFormat | None,
        typer.Option(
            help="Nếu không nêu: theo đuôi tệp. graphml, gexf, csv, html: cần --cascade / "
            "By the file's extension; the last four need --cascade.",
        ),
    ] = None,
    cascade: Annotated[
        str | None,
        typer.Option(
            metavar="DOC",
            help="Chỉ dòng chảy của một văn bản / The cascade of one document only.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Như tham số FILE / As FILE.")
    ] = None,
    down: Annotated[
        bool,
        typer.Option("--down/--up", help="Hướng của dòng chảy / Direction of the cascade."),
    ] = True,
    depth: Annotated[int | None, typer.Option(min=1, help="Mấy tầng / How many levels.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Tính đến ngày / As known on that day.")
    ] = None,
) -> None:
    """Xuất kho, hoặc một dòng chảy / Export store or cascade."""
    session: Session = context.obj
    target = _target(file, out)
    if cascade is None:
        _export_store(session, target, format)
        return
    chosen = format or _by_ending(target)
    if chosen not in _CASCADE_FORMATS:
        raise _not_for(cascade=True)
    day = parse_day(as_of, "--as-of") if as_of else None
    _write_cascade(session, _traced(session, cascade, down, depth, day), target, chosen)


def _target(file: Path | None, out: Path | None) -> Path:
    target = out or file
    if target is None or (file and out):
        raise QuestionError(
            Text("cần đúng một tệp để ghi", "just one file to write is needed"),
            place="FILE",
            remedy=Text("cascade export TỆP, hoặc --out TỆP", "cascade export FILE, or --out FILE"),
        )
    return target


def _export_store(session: Session, target: Path, format: ExportFormat | None) -> None:
    if (format or _by_ending(target)) in _CASCADE_FORMATS:
        raise _not_for(cascade=False)
    with session.reading() as reader:
        manifest = exchange.export(reader, target, _RDF_FORMATS[format] if format else None)
    quads = words.number(manifest.quads, session.language)
    session.say(f"Đã xuất {quads} bộ bốn ra {target}.", f"Exported {quads} quads to {target}.")
    if format is ExportFormat.TURTLE or target.name.endswith((".ttl", ".ttl.gz")):
        session.say(
            "Turtle chỉ có các dữ kiện, không có nguồn; không khôi phục kho từ đó được.",
            "Turtle holds the facts only, without sources; it restores no store.",
        )


def _traced(
    session: Session, text: str, down: bool, depth: int | None, day: date | None
) -> Cascade:
    with session.reading() as reader:
        root = session.document(reader, text)
        return trace(reader, root, down=down, depth=depth, as_of=day, evidence=True)


def _write_cascade(session: Session, cascade: Cascade, target: Path, format: ExportFormat) -> None:
    graph = subgraph(cascade)
    beside = target.with_suffix(f".nodes{target.suffix}") if format is ExportFormat.CSV else None
    with exchange.fresh_file(target) as stream:
        stream.write(_contents(cascade, graph, format, session.language))
    if beside:
        with exchange.fresh_file(beside) as stream:
            stream.write(documents_csv(graph).encode())
    count = words.documents(len(graph), session.language)
    edges = words.number(graph.number_of_edges(), session.language)
    vi, en = f"{count}, {edges} quan hệ", f"{count}, {edges} relations"
    if beside:
        session.say(
            f"Đã xuất {vi}: các quan hệ ra {target}, các văn bản ra {beside}.",
            f"Exported {en}: the relations to {target}, the documents to {beside}.",
        )
    else:
        session.say(f"Đã xuất {vi} ra {target}.", f"Exported {en} to {target}.")


def _contents(
    cascade: Cascade, graph: nx.DiGraph[str], format: ExportFormat, language: str
) -> bytes:
    if format is ExportFormat.GRAPHML:
        return graphml(graph)
    if format is ExportFormat.GEXF:
        return gexf(graph)
    if format is ExportFormat.CSV:
        return edges_csv(graph).encode()
    return network_page(cascade, language).encode()


def _by_ending(target: Path) -> ExportFormat | None:
    ending = target.suffix.lower().removeprefix(".")
    return next((one for one in _CASCADE_FORMATS if one.value == ending), None)


def _not_for(*, cascade: bool) -> QuestionError:
    """Return the error for a format that suits the other kind of export."""
    listed = ", ".join(_CASCADE_FORMATS if cascade else _RDF_FORMATS)
    what = Text("một dòng chảy", "a cascade") if cascade else Text("cả kho", "the whole store")
    add = Text("", "") if cascade else Text("; hoặc thêm --cascade DOC", "; or add --cascade DOC")
    return QuestionError(
        Text(
            f"không xuất {what.vi} theo định dạng này được",
            f"{what.en} is not exported in this format",
        ),
        place="--format",
        remedy=Text(f"chọn {listed}{add.vi}", f"choose one of {listed}{add.en}"),
    )
