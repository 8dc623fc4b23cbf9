"""The commands that keep the store: build, import, backup, restore, forget, check."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api import words
from api.cli.failing import NOTHING, SOME_FAILED, Stopped, tell_problems
from api.cli.logged import logged
from api.cli.session import Session
from api.render.flaws import flaw_lines
from graph import build as building
from graph import check as checking
from graph.lineage.index.keeper import index_for
from graph.store import backup as copying
from graph.store.importing import import_file
from graph.store.verify import verify

_MEGABYTE = 1_000_000


def build(
    context: typer.Context,
    register: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            file_okay=False,
            help="Thư mục sổ văn bản; bỏ trống thì dùng sổ kèm theo / "
            "Folder of the register; the one that ships with Cascade by default.",
        ),
    ] = None,
) -> None:
    """Nạp sổ văn bản vào kho / Load the register."""
    session: Session = context.obj
    about = str(register) if register else "register"
    with session.progress() as progress, logged(session, "build", about) as entry:
        report = building.load_register(
            session.store, register, now=datetime.now(UTC), progress=progress
        )
        entry.generation = report.generation
    language = session.language
    counts = [
        words.counted(count, one, many, language)
        for count, (one, many) in zip(
            (report.documents, report.references, report.claims, report.facts),
            words.LOADED,
            strict=True,
        )
    ]
    vi, en = ("Đã nạp sổ văn bản", "Register loaded")
    if not report.changed:
        vi, en = "Sổ văn bản đã ở trong kho, không có gì thay đổi", "Nothing changed"
    counted = ", ".join(counts)
    session.say(f"{vi}: {counted}.", f"{en}: {counted}.")
    where = f"{session.place} ({report.generation})"
    session.say(f"Kho (thế hệ): {where}", f"Store (generation): {where}")
    if report.problems:
        tell_problems([problem.told(language) for problem in report.problems], session.err)
        raise Stopped(SOME_FAILED)


def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Tệp RDF / A file of RDF.")],
    name: Annotated[
        str | None, typer.Option(help="Tên của đồ thị nhận dữ liệu / Name of the graph it enters.")
    ] = None,
    index: Annotated[
        bool,
        typer.Option(
            "--index/--no-index",
            help="Lập sẵn chỉ mục dòng chảy / Make the index of lineage at once.",
        ),
    ] = True,
) -> None:
    """Nhập tệp đã xuất hoặc RDF khác / Import an export or RDF."""
    session: Session = context.obj
    with session.progress() as progress:
        with logged(session, "import", str(file)) as entry:
            done = import_file(
                session.store,
                file,
                name,
                passed=lambda read, size: progress("import", read // _MEGABYTE, size // _MEGABYTE),
            )
            entry.generation = done.generation
        if index:
            progress("index", 0, 0)
            with session.reading() as reader:
                index_for(reader)
    quads = words.number(done.quads, session.language)
    if done.graph is None:
        session.say(
            f"Đã khôi phục cả kho từ {file}: {quads} bộ bốn.",
            f"Restored the whole store from {file}: {quads} quads.",
        )
    else:
        session.say(
            f"Đã nhập {quads} bộ bốn từ {file} vào <{done.graph}>.",
            f"Imported {quads} quads from {file} into <{done.graph}>.",
        )


def backup(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(help="Thư mục sao lưu / Folder of the backup.")],
) -> None:
    """Sao lưu cả kho / Back up the whole store."""
    session: Session = context.obj
    copying.backup(session.place, directory)
    session.say(f"Đã sao lưu vào {directory}.", f"Backed up to {directory}.")


def restore(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(help="Thư mục sao lưu / Folder of the backup.")],
) -> None:
    """Khôi phục kho từ bản sao lưu / Restore a backup."""
    session: Session = context.obj
    with logged(session, "restore", str(directory)):
        copying.restore(session.place, directory)
    session.say(f"Đã khôi phục kho từ {directory}.", f"Restored the store from {directory}.")


def forget(
    context: typer.Context,
    source: Annotated[str, typer.Argument(help="Tên hoặc IRI của nguồn / Name or IRI.")],
) -> None:
    """Xóa hẳn một nguồn khỏi kho / Erase a source."""
    session: Session = context.obj
    with logged(session, "forget", source) as entry:
        done = building.forget(session.store, source)
        entry.generation = done.generation
    claims, facts = (words.number(n, session.language) for n in (done.claims, done.facts))
    session.say(
        f"Đã xóa nguồn {done.source}: {claims} phát biểu, {facts} dữ kiện.",
        f"Erased the source {done.source}: {claims} claims, {facts} facts.",
    )


def check(context: typer.Context) -> None:
    """Kiểm tra kho dữ liệu / Check the store."""
    session: Session = context.obj
    findings = verify(session.store, session.place)
    for finding in findings:
        session.say(
            f"{finding.place}: {finding.message.vi}", f"{finding.place}: {finding.message.en}"
        )
    if findings:
        raise Stopped(NOTHING)
    with session.reading() as reader, session.progress() as progress:
        flaws = checking.check(reader, progress)
    for flaw in flaws:
        session.show(flaw_lines(flaw, session.screen))
    if any(flaw.grave for flaw in flaws):
        raise Stopped(NOTHING)
    session.say("Kho đạt mọi ràng buộc.", "The store meets every invariant.")
