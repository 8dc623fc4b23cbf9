"""A lineage in counts and pages: what people read of a cascade of any size, and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.text import Text as Line

from api import words
from api.render.documents import doubts_of_relation, ending_text, heading_lines, standing_lines
from api.render.evidences import best, evidence_lines
from api.render.screen import FAINT, STRONG, WARNING, Screen, joined, printable
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import CascadeOutline, Level, LineageGroup, LineagePage, LineageRow, Listing, Tie

_DOWN = Text("Văn bản dựa trên văn bản này", "Documents that rest on this one")
_UP = Text("Văn bản mà văn bản này dựa vào", "Documents that this one rests on")
_HIDDEN = Text("bị bộ lọc ẩn", "hidden by filters")
_TYPES = Text("Loại", "Types")
_RELATIONS = Text("Quan hệ", "Relations")
_FORCE = Text("còn hiệu lực (cả giả định)", "in force (or assumed)")
_FORCE_UNKNOWN = Text("chưa rõ hiệu lực", "force not known")
_STATED = Text("quan hệ nguồn nói rõ", "by relations stated plainly")
_IN_CYCLES = Text("nằm trong vòng lặp", "in cycles")
_CYCLE = Text(
    "nằm trong vòng lặp: dựa vào chính nó qua văn bản khác", "in a cycle: rests on itself"
)
_INFERRED = Text("quan hệ suy ra", "relation inferred")
_MORE_TIES = (Text("quan hệ khác", "more relation"), Text("quan hệ khác", "more relations"))
_NONE = Text(
    "Không có văn bản nào như vậy trong kho này; điều đó không có nghĩa là chưa thực hiện.",
    "No such document in this corpus; that does not mean it was not carried out.",
)
_NEXT = Text("Xem tiếp", "Next page")
_OF_NO_LEVEL = Text("chưa rõ cấp", "level not known")
_OF_NO_UNIT = Text("(không thuộc tỉnh nào)", "(of no province)")
_OF_SET = Text("bộ {sets}", "of the {sets}")
_GROUP_HEADINGS = (
    Text("Cấp", "Level"),
    Text("Địa phương", "Unit"),
    Text("Số văn bản", "Documents"),
)
_ROW_HEADINGS = (
    Text("Văn bản", "Document"),
    Text("Quan hệ", "Relation"),
    Text("Địa phương, cơ quan", "Unit, body"),
    Text("Ban hành", "Issued"),
    Text("Số ngày", "Lag"),
    Text("Bên dưới", "Below"),
)


def listing_lines(
    listing: Listing, screen: Screen, group: str | None, *, evidence: bool
) -> list[Line]:
    """Return heading, counts, the groups asked for, and the page if there is one."""
    outline = listing.outline
    lines = standing_lines(outline.standing, screen)
    shown = [*lines[:-1], *heading_lines(outline.root, screen), *lines[-1:], Line("")]
    shown += _counts(outline, screen)
    if not outline.documents:
        return [*shown, Line(""), *screen.wrapped(screen.say(_NONE), "")]
    if group == "unit":
        shown += [Line(""), *group_lines(outline.groups, screen)]
    elif group == "level":
        shown += [Line(""), *group_lines(_levels(outline), screen)]
    if listing.page is not None:
        shown += [Line(""), *_page_lines(listing, listing.page, screen, evidence=evidence)]
    return shown


def group_lines(groups: Iterable[LineageGroup], screen: Screen) -> list[Line]:
    """Return groups of documents with their counts, one line each."""
    groups = tuple(groups)
    bearers = Counter(name for name, _ in {(one.unit, one.unit_iri) for one in groups})
    rows = tuple(
        (
            level_name(one.level, screen),
            _unit_name(one, screen, namesakes=bearers[one.unit] > 1),
            words.number(one.documents, screen.language),
        )
        for one in groups
    )
    headings = tuple(screen.say(heading) for heading in _GROUP_HEADINGS)
    if all(one.unit is None for one in groups):  # of levels alone
        return table_lines(
            Sheet(headings[::2], tuple(row[::2] for row in rows), frozenset({1})), screen
        )
    return table_lines(Sheet(headings, rows, frozenset({2})), screen)


def _unit_name(group: LineageGroup, screen: Screen, *, namesakes: bool) -> str:
    """Return the name of a unit; of namesakes before and after a merger, with its set."""
    if group.unit is None:
        return screen.say(_OF_NO_UNIT)
    sets = screen.say(_OF_SET).format(sets=", ".join(group.unit_sets))
    return f"{group.unit} ({sets})" if namesakes and group.unit_sets else group.unit


def level_name(level: Level | None, screen: Screen) -> str:
    """Return the label of a level, or that it is not known."""
    if level is None:
        return screen.say(_OF_NO_LEVEL)
    return words.label(words.LEVELS, level, screen.language)


def groups_csv(listing: Listing) -> str:
    """Return one row a group: `level, unit, unit_iri, documents`."""
    return csv_text(
        ("level", "unit", "unit_iri", "documents"),
        [
            (one.level or "", one.unit or "", one.unit_iri or "", str(one.documents))
            for one in listing.outline.groups
        ],
    )


def listing_csv(listing: Listing) -> str:
    """Return one row a document of the page; dates as ISO 8601, lags in days.

    The columns are `steps, relation, other, other_iri, document, spelling, level, unit, issued,
    lag_least, lag_most, total_lag_least, total_lag_most, below, in_cycle, stated, force,
    verification, relation_verification, title, iri, sources`; relation, `other` and its lag are
    those of the nearest document in time on which it hangs. Downwards the document has the relation
    to `other`, upwards `other` has it to the document.
    """
    return csv_text(
        (
            *("steps", "relation", "other", "other_iri", "document", "spelling", "level", "unit"),
            *("issued", "lag_least", "lag_most", "total_lag_least", "total_lag_most", "below"),
            *("in_cycle", "stated", "force", "verification", "relation_verification"),
            *("title", "iri", "sources"),
        ),
        [_csv_row(row) for row in (listing.page.rows if listing.page else ())],
    )


def next_line(cursor: str | None, screen: Screen) -> list[Line]:
    """Return how to ask for the page after this one."""
    if cursor is None:
        return []
    return screen.wrapped(f"{screen.say(_NEXT)}: --cursor {cursor}", "", FAINT)


def level_counts(by_level: Iterable[tuple[Level, int]], screen: Screen) -> str:
    """Return the counts of levels in one line: `Trung ương: 4 · cấp tỉnh: 68`."""
    return joined(
        f"{level_name(level, screen)}: {words.number(count, screen.language)}"
        for level, count in by_level
    )


def _counts(outline: CascadeOutline, screen: Screen) -> list[Line]:
    language = screen.language
    title = screen.say(_DOWN if outline.view.down else _UP)
    counts = [words.documents(outline.documents, language)]
    if outline.units:
        counts.append(words.units(outline.units, language))
    if outline.hidden:
        counts.append(f"{screen.say(_HIDDEN)}: {words.number(outline.hidden, language)}")
    kinds: Counter[str] = Counter()  # a word can stand for a type of the Party and one of the State
    for one in outline.by_type:
        kinds[words.said(one.vi, one.en, language)] += one.documents
    types = (f"{name} {words.number(count, language)}" for name, count in kinds.most_common())
    relations = (
        f"{words.relation(name, language, inverse=not outline.view.down)} "
        f"{words.number(count, language)}"
        for name, count in outline.by_relation
    )
    told = (
        level_counts(outline.by_level, screen),
        f"{screen.say(_TYPES)}: {joined(types)}" if outline.by_type else "",
        f"{screen.say(_RELATIONS)}: {joined(relations)}" if outline.by_relation else "",
        joined(_certainties(outline, screen)) if outline.documents else "",
    )
    return [
        *screen.wrapped(f"{title}: {joined(counts)}", "", STRONG),
        *(line for text in told if text for line in screen.wrapped(text, "  ", FAINT)),
    ]


def _certainties(outline: CascadeOutline, screen: Screen) -> Iterable[str]:
    counts = (
        (_FORCE, outline.in_force),
        (_FORCE_UNKNOWN, outline.uncertain_force),
        (_STATED, outline.stated),
        (_IN_CYCLES, outline.in_cycles),
    )
    for text, count in counts:
        if count or text is not _IN_CYCLES:
            yield f"{screen.say(text)}: {words.number(count, screen.language)}"


def _levels(outline: CascadeOutline) -> list[LineageGroup]:
    return [LineageGroup(level, None, None, count) for level, count in outline.by_level]


def _page_lines(
    listing: Listing, page: LineagePage, screen: Screen, *, evidence: bool
) -> list[Line]:
    down = listing.outline.view.down
    rows = tuple(_row(row, down, screen) for row in page.rows)
    headings = tuple(screen.say(heading) for heading in _ROW_HEADINGS)
    lines = table_lines(Sheet(headings, rows, frozenset({3, 4, 5})), screen) if rows else []
    noted = [line for row in page.rows for line in _notes(row, listing.outline, screen, evidence)]
    last = page.before + len(page.rows)
    place = (
        f"{words.number(page.before + 1, screen.language)}–{words.number(last, screen.language)}"
    )
    told = f"{place} / {words.documents(page.total, screen.language)}"
    return [
        *lines,
        *((Line(""), *noted) if noted else ()),
        Line(""),
        *screen.wrapped(told, "", FAINT),
        *next_line(page.next, screen),
    ]


def _row(row: LineageRow, down: bool, screen: Screen) -> tuple[str, ...]:
    language, tie = screen.language, row.ties[0] if row.ties else None
    document = row.document
    return (
        document.name,
        _relation(tie, down, screen) if tie else "",
        document.unit or ", ".join(document.issuers),
        words.day(document.issued, language),
        words.lag(tie.lag if tie else None, language),
        words.number(row.below, language) if row.below else "",
    )


def _relation(tie: Tie, down: bool, screen: Screen) -> str:
    """Return how a document hangs on another one, told from the document in the row."""
    told = (words.relation(name, screen.language, inverse=not down) for name in tie.predicates)
    return f"{', '.join(told)} {'→ ' if down else ''}{tie.other.name}"


def _notes(
    row: LineageRow, outline: CascadeOutline, screen: Screen, evidence: bool
) -> Iterable[Line]:
    """Return what a reader must not overlook of a row, and its evidence if that is wanted."""
    doubts = [doubts_of_relation(row.document, row.ties[0].evidence if row.ties else (), screen)]
    if row.ties and not row.ties[0].stated:
        doubts.append(screen.say(_INFERRED))
    if row.in_cycle:
        doubts.append(screen.say(_CYCLE))
    doubts += [ending_text(one, row.standing, screen) for one in row.standing.endings]
    if row.tied > 1:
        doubts.append("+" + words.counted(row.tied - 1, *_MORE_TIES, screen.language))
    told = joined(doubts)
    if told:
        yield from screen.wrapped(
            f"{printable(row.document.name)}: {told}", "    ", WARNING, first="  "
        )
    if evidence and row.ties:
        if not told:
            yield from screen.wrapped(row.document.name, "  ")
        for tie in row.ties:
            yield from evidence_lines(tie.evidence, screen, "    ")


def _csv_row(row: LineageRow) -> tuple[str, ...]:
    document, tie = row.document, row.ties[0] if row.ties else None
    lags = [
        "" if lag is None else str(days)
        for lag in (tie.lag if tie else None, row.total_lag)
        for days in ((lag.least, lag.most) if lag else (None, None))
    ]
    return (
        *(str(row.steps), ";".join(tie.predicates) if tie else ""),
        *((tie.other.name, tie.other.iri) if tie else ("", "")),
        *(document.name, document.spelling, document.level or "", document.unit or ""),
        *(str(document.issued or ""), *lags, str(row.below)),
        *(_yes(row.in_cycle), _yes(tie.stated) if tie else "", row.standing.force),
        *(document.verification, (best(tie.evidence) if tie else None) or ""),
        *(document.title or "", document.iri),
        "; ".join(place for claim in (tie.evidence if tie else ()) for place in claim.places),
    )


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"
