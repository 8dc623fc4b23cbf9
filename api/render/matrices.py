"""Resolutions x provinces as lines and rows, and two of either side by side."""

from __future__ import annotations

from rich.text import Text as Line

from api import words
from api.render.coverages import corpus_text
from api.render.documents import line_of
from api.render.outlines import level_name
from api.render.screen import FAINT, STRONG, Screen, joined
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import (
    Cell,
    Document,
    DocumentComparison,
    Lag,
    Matrix,
    MatrixRow,
    MatrixTotal,
    UnitComparison,
    UnitState,
)

_UNIT = Text("Địa phương", "Unit")
_CORPUS = Text("Trong kho", "In the corpus")
_RESOLUTION = Text("Văn bản", "Document")
_SHORT = {
    UnitState.REPORTED: Text("có nhắc đến", "reported"),
    UnitState.NONE_FOUND: Text("chưa thấy", "none found"),
    UnitState.OUT_OF_SCOPE: Text("ngoài phạm vi", "out of scope"),
}
_CELL = Text(
    "Mỗi ô: số ngày đến văn bản đầu tiên (số văn bản, cấp thấp nhất đã thấy).",
    "Each cell: days to the first document (how many documents, lowest level seen).",
)
_NOT_UNDONE = Text(
    "“Chưa thấy” là chưa thấy trong kho này, không có nghĩa là chưa thực hiện.",
    "“None found” means none in this corpus; it does not mean that nothing was done.",
)
_FOUND = Text(
    "{found} trên {of} tỉnh, thành phố thuộc phạm vi ({share})",
    "{found} of {of} provinces in scope ({share})",
)
_MEDIAN = Text("trung vị {lag} ({dated} nơi rõ ngày)", "median {lag} ({dated} with known dates)")
_SLOWEST = Text("chậm nhất trong số đã biết: {unit}, {lag}", "slowest known: {unit}, {lag}")
_BOTH = Text("Cả hai", "Both")
_ONLY = Text("Chỉ {name}", "Only {name}")
_NEITHER = Text("Chưa thấy ở cả hai", "Neither")
_BESIDE = Text("{count} văn bản Trung ương", "{count} central documents")
_PAGE = Text("{first}–{last} / {total}", "{first}–{last} / {total}")


def matrix_lines(found: Matrix, screen: Screen) -> list[Line]:
    """Return the resolutions, one line a unit, and the totals of each resolution."""
    names = _names(found.documents)
    headings = (screen.say(_UNIT), *names, screen.say(_CORPUS))
    rows = tuple(
        (
            row.unit,
            *(cell_text(cell, screen) for cell in row.cells),
            corpus_text(row.corpus, screen),
        )
        for row in found.rows
    )
    lines = [line for one in found.documents for line in screen.wrapped(line_of(one, screen), "")]
    lines += [Line(""), *table_lines(Sheet(headings, rows), screen), Line("")]
    for name, total in zip(names, found.totals, strict=True):
        lines += screen.wrapped(f"{name}: {total_text(total, screen)}", "  ", first="")
        if total.outside:
            told = words.outside(total.outside, found.unit_set, screen.language)
            lines += screen.wrapped(told, "  ", FAINT)
    for text in (_CELL, _NOT_UNDONE):
        lines += screen.wrapped(screen.say(text), "", FAINT)
    return lines


def matrix_csv(found: Matrix) -> str:
    """Return one row a unit and resolution; dates as ISO 8601, lags in days.

    The columns are `document, document_iri, unit, region, state, documents, first, first_iri,
    issued, lag_least, lag_most, deepest, corpus_documents, corpus_sources`.
    """
    rows = [
        (document.name, document.iri, *_csv_unit(row), *_csv_cell(cell), *_csv_corpus(row))
        for row in found.rows
        for document, cell in zip(found.documents, row.cells, strict=True)
    ]
    return csv_text(
        (
            *("document", "document_iri", "unit", "region", "state", "documents"),
            *("first", "first_iri", "issued", "lag_least", "lag_most", "deepest"),
            *("corpus_documents", "corpus_sources"),
        ),
        rows,
    )


def document_comparison_lines(found: DocumentComparison, screen: Screen) -> list[Line]:
    """Return the matrix of the two, and which units show both, one or neither."""
    first, second = _names(found.matrix.documents)
    kinds = (
        (screen.say(_BOTH), found.both),
        (screen.say(_ONLY).format(name=first), found.only_first),
        (screen.say(_ONLY).format(name=second), found.only_second),
        (screen.say(_NEITHER), found.neither),
    )
    lines = matrix_lines(found.matrix, screen)
    lines.append(Line(""))
    for told, units in kinds:
        count = words.number(len(units), screen.language)
        listed = f": {', '.join(units)}" if units else ""
        lines += screen.wrapped(f"{told}: {count}{listed}", "  ", first="")
    return lines


def unit_comparison_lines(found: UnitComparison, screen: Screen) -> list[Line]:
    """Return counts, then one line a resolution with what each unit shows of it."""
    language = screen.language
    lines = []
    for name, corpus in ((found.first, found.first_corpus), (found.second, found.second_corpus)):
        told = joined((name, f"{screen.say(_CORPUS)}: {corpus_text(corpus, screen)}"))
        lines += screen.wrapped(told, "", STRONG)
    counts = (
        (screen.say(_BOTH), found.both),
        (screen.say(_ONLY).format(name=found.first), found.only_first),
        (screen.say(_ONLY).format(name=found.second), found.only_second),
    )
    of = screen.say(_BESIDE).format(count=words.number(found.total, language))
    told = joined(f"{text}: {words.number(count, language)}" for text, count in counts)
    lines += [*screen.wrapped(joined((of, told)), "  ", FAINT), Line("")]
    headings = (screen.say(_RESOLUTION), words.field("issued", language), found.first, found.second)
    rows = tuple(
        (
            row.document.name,
            words.day(row.document.issued, language),
            cell_text(row.first, screen),
            cell_text(row.second, screen),
        )
        for row in found.rows
    )
    if rows:
        last = found.before + len(rows)
        place = screen.say(_PAGE).format(first=found.before + 1, last=last, total=found.total)
        sheet = Sheet(headings, rows, frozenset({1}))
        lines += [*table_lines(sheet, screen), Line(""), *screen.wrapped(place, "", FAINT)]
    for text in (_CELL, _NOT_UNDONE):
        lines += screen.wrapped(screen.say(text), "", FAINT)
    return lines


def unit_comparison_csv(found: UnitComparison) -> str:
    """Return one row a resolution and unit, with the columns of `matrix_csv` that fit."""
    sides = ((found.first, found.first_corpus), (found.second, found.second_corpus))
    return csv_text(
        (
            *("document", "document_iri", "unit", "state", "documents", "first", "first_iri"),
            *("issued", "lag_least", "lag_most", "deepest", "corpus_documents", "corpus_sources"),
        ),
        [
            (
                *(row.document.name, row.document.iri, unit, *_csv_cell(cell)),
                *(str(corpus.documents), _known(corpus.sources)),
            )
            for row in found.rows
            for (unit, corpus), cell in zip(sides, (row.first, row.second), strict=True)
        ],
    )


def cell_text(cell: Cell, screen: Screen) -> str:
    """Return what a unit shows of a resolution: `+24 ngày (3, cấp tỉnh)`, or its state."""
    if cell.state is not UnitState.FOUND:
        return screen.say(_SHORT[cell.state])
    level = level_name(cell.deepest, screen)
    count = words.number(cell.documents, screen.language)
    return f"{words.lag(cell.lag, screen.language)} ({count}, {level})"


def total_text(total: MatrixTotal, screen: Screen) -> str:
    """Return what a resolution shows over all units."""
    language = screen.language
    told = [
        screen.say(_FOUND).format(
            found=total.found,
            of=total.in_scope,
            share=words.share(total.found, total.in_scope, language),
        )
    ]
    if total.median is not None:
        lag = words.lag(total.median, language)
        told.append(screen.say(_MEDIAN).format(lag=lag, dated=total.dated))
    if total.slowest is not None:
        told.append(slowest_text(total.slowest, total.slowest_lag, screen))
    return joined(told)


def slowest_text(unit: str, lag: Lag | None, screen: Screen) -> str:
    """Return which first document came last, as far as the corpus knows."""
    return screen.say(_SLOWEST).format(unit=unit, lag=words.lag(lag, screen.language))


def _names(documents: tuple[Document, ...]) -> list[str]:
    """Return what tells the resolutions apart in headings: the number, else the spelling."""
    numbers = [one.number or one.name for one in documents]
    return [
        one.spelling if numbers.count(number) > 1 else number
        for one, number in zip(documents, numbers, strict=True)
    ]


def _csv_unit(row: MatrixRow) -> tuple[str, str]:
    return row.unit, row.region or ""


def _csv_corpus(row: MatrixRow) -> tuple[str, str]:
    return str(row.corpus.documents), _known(row.corpus.sources)


def _csv_cell(cell: Cell) -> tuple[str, ...]:
    lag = (str(cell.lag.least), str(cell.lag.most)) if cell.lag else ("", "")
    first = (cell.first_name or "", cell.first_iri or "", str(cell.issued or ""))
    return (cell.state, str(cell.documents), *first, *lag, cell.deepest or "")


def _known(count: int | None) -> str:
    return "" if count is None else str(count)
