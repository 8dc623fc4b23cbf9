"""What changed since a day: by the time of recording, then by the dates of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from rich.text import Text as Line

from api import judging_words, words
from api.render.documents import line_of
from api.render.judged import page_lines, section
from api.render.screen import FAINT, WARNING, Screen
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import (
    ChangedDocument,
    Changes,
    DatedChange,
    DatedList,
    PartialDate,
    RecordedChanges,
)

_RECORDED = Text("Theo thời điểm ghi vào kho", "By the time of recording")
_DATED = Text("Theo ngày của văn bản", "By the dates of documents")
_NOTHING = Text("Không có gì.", "Nothing.")
_OF_WHICH_NEW = Text("trong đó {} lần đầu được ghi", "{} of them recorded for the first time")
_NEW = Text("mới", "new")
_HEADINGS = (
    Text("Nguồn", "Source"),
    Text("Phát biểu được ghi", "Claims recorded"),
    Text("Phát biểu bị rút", "Claims withdrawn"),
)
_ISSUED = Text("Được ban hành", "Issued")
_ENDED = Text("Hết hiệu lực", "Ended")
_STALE = Text(
    "Đang còn hiệu lực mà căn cứ hết hiệu lực", "Still in force while a basis of it ended"
)
_POSSIBLY = Text(
    "có thể thêm {}, ngày chỉ biết một phần", "possibly {} more, whose date is known in part"
)
_CAUSE = Text("căn cứ", "basis")
_WITHDRAWN = Text("rút", "withdrawn")


def changes_lines(changes: Changes, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return the changes by either clock, one after the other."""
    span = judging_words.interval(_day(changes.since), _day(changes.until), screen.language)
    lines = section(f"{screen.say(_RECORDED)}, {span}", screen)[1:]
    lines += _recorded_lines(changes.recorded, screen, evidence)
    lines += section(f"{screen.say(_DATED)}, {span}", screen)
    for title, listed in _lists(changes):
        lines += _dated_lines(screen.say(title), listed, screen)
    return lines


def changes_csv(changes: Changes) -> str:
    """Return one row a document of the page, the clocks told apart by `kind`.

    The columns are `kind, document, spelling, on, new, recorded, withdrawn, cause, iri`; `kind` is
    `recorded`, `issued`, `ended` or `stale`.
    """
    head = "kind document spelling on new recorded withdrawn cause iri"
    rows = [_recorded_cells(row) for row in changes.recorded.rows]
    kinds = ("issued", "ended", "stale")
    for kind, (_, listed) in zip(kinds, _lists(changes), strict=True):
        rows += [_dated_cells(kind, row) for row in listed.rows]
    return csv_text(head.split(), rows)


def _day(value: date) -> PartialDate:
    return PartialDate(value.year, value.month, value.day)


def _lists(changes: Changes) -> Iterator[tuple[Text, DatedList]]:
    yield from ((_ISSUED, changes.issued), (_ENDED, changes.ended), (_STALE, changes.stale))


def _recorded_lines(recorded: RecordedChanges, screen: Screen, evidence: bool) -> list[Line]:
    if not recorded.claims:
        return screen.wrapped(screen.say(_NOTHING), "  ", FAINT)
    total = words.documents(recorded.documents, screen.language)
    new = screen.say(_OF_WHICH_NEW).format(words.number(recorded.new, screen.language))
    lines = screen.wrapped(f"{total}, {new}", "  ")
    headings = tuple(screen.say(heading) for heading in _HEADINGS)
    sources = tuple(_by_source(recorded, screen))
    lines += table_lines(Sheet(headings, sources, frozenset({1, 2})), screen)
    for row in recorded.rows:
        lines += _document_lines(row, screen, evidence)
    shown = (recorded.before, len(recorded.rows), recorded.documents, recorded.next)
    return [*lines, *page_lines(*shown, screen)]


def _by_source(recorded: RecordedChanges, screen: Screen) -> Iterator[tuple[str, ...]]:
    added: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    for one in recorded.claims:
        added[one.source_name] += one.recorded
        gone[one.source_name] += one.withdrawn
    for name in sorted(added):
        counts = (words.number(of[name], screen.language) for of in (added, gone))
        yield (name, *counts)


def _document_lines(row: ChangedDocument, screen: Screen, evidence: bool) -> list[Line]:
    marks = f"+{row.recorded} −{row.withdrawn}" + (f" · {screen.say(_NEW)}" if row.new else "")
    lines = screen.wrapped(f"{line_of(row.document, screen)} · {marks}", "    ", first="  ")
    for claim in row.claims:
        if not (evidence or claim.withdrawn):
            continue
        what = f"{words.field(claim.predicate, screen.language)}: {claim.value}"
        gone = f"{screen.say(_WITHDRAWN)}: " if claim.withdrawn else ""
        style = WARNING if claim.withdrawn else FAINT
        told = f"{gone}{what} — {claim.evidence.source_name}"
        lines += screen.wrapped(told, "      ", style, first="    ")
    return lines


def _dated_lines(title: str, listed: DatedList, screen: Screen) -> list[Line]:
    told = f"{title}: {words.documents(listed.documents, screen.language)}"
    if listed.possible:
        told += f" ({screen.say(_POSSIBLY).format(words.number(listed.possible, screen.language))})"
    lines = screen.wrapped(told, "    ", first="  ")
    for row in listed.rows:
        lines += screen.wrapped(_dated_text(row, screen), "      ", first="    ")
    shown = (listed.before, len(listed.rows), listed.documents, listed.next)
    return [*lines, *page_lines(*shown, screen)]


def _dated_text(row: DatedChange, screen: Screen) -> str:
    told = f"{words.day(row.on, screen.language)} · {judging_words.named(row.document)}"
    if row.cause is not None:
        return f"{told} · {screen.say(_CAUSE)}: {judging_words.named(row.cause)}"
    return f"{told} · {row.document.title}" if row.document.title else told


def _recorded_cells(row: ChangedDocument) -> tuple[str, ...]:
    document = row.document
    return (
        *("recorded", document.name, document.spelling, "", "yes" if row.new else "no"),
        *(str(row.recorded), str(row.withdrawn), "", document.iri),
    )


def _dated_cells(kind: str, row: DatedChange) -> tuple[str, ...]:
    document, cause = row.document, row.cause
    return (
        *(kind, document.name, document.spelling, str(row.on or ""), "", "", ""),
        *(cause.spelling if cause else "", document.iri),
    )
