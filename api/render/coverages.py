"""Coverage of provinces as lines and as rows: an absence is told as an absence from the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text as Line

from api import words
from api.render.documents import doubts_of_relation, heading_lines
from api.render.evidences import best
from api.render.screen import FAINT, STRONG, Screen, joined
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import Coverage, UnitCorpus, UnitCoverage, UnitState

_HEADINGS = (
    Text("Địa phương", "Unit"),
    Text("Tình trạng", "State"),
    Text("Văn bản đầu tiên", "First document"),
    Text("Ngày ban hành", "Issued"),
    Text("Số ngày", "Lag"),
    Text("Số văn bản", "Documents"),
    Text("Tới cấp", "Down to"),
    Text("Trong kho", "In the corpus"),
    Text("Lưu ý", "Note"),
)
_WIDE = 140  # columns from which the whole table can be read
_NARROW = (0, 2, 3, 4, 5, 7)
_SLOWEST = Text("Chậm nhất trong số đã biết", "Slowest known")
_MEDIAN_RANGE = Text(
    "Trung vị kể cả ngày chưa đủ rõ: {lag}, của {dated} nơi rõ ngày ít nhiều.",
    "Median with dates known in part: {lag}, of the {dated} units that have any date.",
)
_SHARE = Text("{share} của {of} nơi thuộc phạm vi", "{share} of the {of} in scope")
_MEDIAN = Text("trung vị", "median")
_FIRST_DOCUMENT = Text("từ ngày ban hành đến văn bản đầu tiên", "from issue to the first document")
_RESTS_ON = Text("Số liệu dựa trên", "The figures rest on")
_SOURCES = (Text("nguồn", "source"), Text("nguồn", "sources"))
_NOT_UNDONE = Text(
    "“Chưa tìm thấy” là chưa thấy trong kho này, không có nghĩa là chưa thực hiện.",
    "“None found” means none in this corpus; it does not mean that nothing was done.",
)


def coverage_lines(coverage: Coverage, screen: Screen) -> list[Line]:
    """Return heading, counts by state, one line a unit, and what the figures rest on."""
    language = screen.language
    sheet = (_narrow if screen.width is not None and screen.width < _WIDE else _wide)(
        coverage, screen
    )
    outside = words.outside(coverage.outside, coverage.unit_set, language)
    rests = words.counted(coverage.sources, *_SOURCES, language)
    return [
        *heading_lines(coverage.document, screen),
        Line(""),
        *screen.wrapped(_found(coverage, screen), "", STRONG),
        *screen.wrapped(_states(coverage, screen), "  ", FAINT),
        *(line for text in _lags(coverage, screen) for line in screen.wrapped(text, "  ", FAINT)),
        Line(""),
        *table_lines(sheet, screen),
        Line(""),
        *(screen.wrapped(outside, "") if coverage.outside else ()),
        *screen.wrapped(f"{screen.say(_RESTS_ON)} {rests}.", "", FAINT),
        *screen.wrapped(screen.say(_NOT_UNDONE), "", FAINT),
    ]


def coverage_csv(coverage: Coverage) -> str:
    """Return one row a unit; dates as ISO 8601, lags in days.

    The columns are `unit, region, state, first, first_iri, issued, lag_least, lag_most, documents,
    verification, relation_verification, sources, deepest, corpus_documents, corpus_sources`: how
    well founded the first document is, and best the relation by which it counts; the lowest level
    at which the unit shows a document, and what the corpus holds of the unit.
    Documents that belong to no unit of the set are counted in a
    last row, without a unit, of the state `outside`.
    """
    return csv_text(
        (
            *("unit", "region", "state", "first", "first_iri", "issued"),
            *("lag_least", "lag_most", "documents"),
            *("verification", "relation_verification", "sources"),
            *("deepest", "corpus_documents", "corpus_sources"),
        ),
        [*(_csv_row(unit) for unit in coverage.units), *_csv_outside(coverage)],
    )


def _found(coverage: Coverage, screen: Screen) -> str:
    language = screen.language
    of = Text(
        f"{coverage.found} trên {coverage.unit_set} tỉnh, thành phố có văn bản dựa vào đó",
        f"{coverage.found} of {coverage.unit_set} provinces and cities show a document on it",
    )
    if coverage.median_lag is None:
        return screen.say(of)
    median = f"{screen.say(_MEDIAN)} {words.days(coverage.median_lag, language)}"
    return f"{screen.say(of)}; {median} {screen.say(_FIRST_DOCUMENT)}"


def corpus_text(corpus: UnitCorpus | None, screen: Screen) -> str:
    """Return the corpus of a unit: `12 văn bản · 9 nguồn · 2018–2026`."""
    if corpus is None:
        return ""
    language = screen.language
    years = [one.year for one in corpus.years if one.year is not None]
    span = f"{years[0]}–{years[-1]}" if len(set(years)) > 1 else str(years[0]) if years else None
    sources = None
    if corpus.sources is not None:
        sources = words.counted(corpus.sources, *_SOURCES, language)
    return joined((words.documents(corpus.documents, language), sources, span))


def _lags(coverage: Coverage, screen: Screen) -> Iterator[str]:
    """Yield share, median over dates known in part, and the slowest known, where there are any."""
    language = screen.language
    if coverage.in_scope and coverage.in_scope != coverage.unit_set:
        share = words.share(coverage.found, coverage.in_scope, language)
        yield screen.say(_SHARE).format(share=share, of=coverage.in_scope)
    if coverage.median is not None and not coverage.median.exact:
        lag = words.lag(coverage.median, language)
        yield screen.say(_MEDIAN_RANGE).format(lag=lag, dated=coverage.dated)
    if coverage.slowest is not None:
        lag = words.lag(coverage.slowest.lag, language)
        yield f"{screen.say(_SLOWEST)}: {coverage.slowest.unit}, {lag}"


def _known(count: int | None) -> str:
    return "" if count is None else str(count)


def _states(coverage: Coverage, screen: Screen) -> str:
    counts = dict(coverage.by_state) or Counter(unit.state for unit in coverage.units)
    return " · ".join(
        f"{words.label(words.UNIT_STATES, state, screen.language)}: {counts[state]}"
        for state in UnitState
        if counts.get(state)
    )


def _wide(coverage: Coverage, screen: Screen) -> Sheet:
    """Return every column, one line a unit."""
    rows = tuple(_row(unit, screen) for unit in coverage.units)
    return Sheet(tuple(map(screen.say, _HEADINGS)), rows, frozenset({3, 4, 5}))


def _narrow(coverage: Coverage, screen: Screen) -> Sheet:
    """Return what fits a narrow screen: a state stands where there is no first document."""
    rows = []
    for unit in coverage.units:
        _, state, first, issued, lag, documents, level, corpus, note = _row(unit, screen)
        told = f"{first or state} ({note})" if note else first or state
        count = ", ".join(part for part in (documents, level) if part)
        rows.append((unit.unit, told, issued, lag, count, corpus))
    headings = tuple(screen.say(_HEADINGS[place]) for place in _NARROW)
    return Sheet(headings, tuple(rows), frozenset({2, 3}))


def _row(unit: UnitCoverage, screen: Screen) -> tuple[str, ...]:
    language = screen.language
    state = words.label(words.UNIT_STATES, unit.state, language)
    corpus = corpus_text(unit.corpus, screen)
    if unit.first is None:
        return (unit.unit, state, "", "", "", "", "", corpus, "")
    return (
        unit.unit,
        state,
        unit.first.name,
        words.day(unit.first.issued, language),
        words.lag(unit.lag, language),
        words.number(unit.documents, language),
        words.label(words.LEVELS, unit.deepest, language) if unit.deepest else "",
        corpus,
        doubts_of_relation(unit.first, unit.evidence, screen),
    )


def _csv_row(unit: UnitCoverage) -> tuple[str, ...]:
    first, lag, corpus = unit.first, unit.lag, unit.corpus
    return (
        *(unit.unit, unit.region or "", unit.state),
        *((first.name, first.iri, str(first.issued or "")) if first else ("", "", "")),
        *((str(lag.least), str(lag.most)) if lag else ("", "")),
        str(unit.documents),
        *(first.verification if first else "", best(unit.evidence) or ""),
        "; ".join(place for claim in unit.evidence for place in claim.places),
        unit.deepest or "",
        *((str(corpus.documents), _known(corpus.sources)) if corpus else ("", "")),
    )


def _csv_outside(coverage: Coverage) -> tuple[tuple[str, ...], ...]:
    if not coverage.outside:
        return ()
    empty = ("",) * 5
    return (("", "", "outside", *empty, str(coverage.outside), *("",) * 6),)
