"""Stale documents as lines and rows: surely, possibly, in part; never one list."""

from __future__ import annotations

from datetime import date

from rich.text import Text as Line

from api import judging_words, words
from api.render.documents import doubts, ending_text
from api.render.outlines import group_lines, level_counts, next_line
from api.render.screen import FAINT, STRONG, WARNING, Screen, joined, printable
from api.render.sheets import csv_text
from graph.errors import Text
from graph.model import EndedBasis, Stale, StaleDocument, StaleList

_TITLE = Text(
    "Văn bản còn hiệu lực mà căn cứ đã hết hiệu lực, tính đến ngày {day}",
    "Documents in force on {day} that rest on what is no longer in force",
)
_OF = Text("trong {count} còn hoặc có thể còn hiệu lực", "of {count} that are or may be in force")
_LISTS = {
    "surely": Text("Chắc chắn", "Surely"),
    "possibly": Text(
        "Có thể (ngày tháng chưa đủ rõ để kết luận)",
        "Possibly (dates are not known well enough to tell)",
    ),
    "partly": Text(
        "Căn cứ hết hiệu lực một phần (chưa phải là mất căn cứ)",
        "Basis ended in part (which makes nothing stale)",
    ),
}
_INSTEAD = Text("nay là", "now")
_NO_SUCCESSOR = Text("kho này chưa có văn bản thay thế còn hiệu lực", "no successor in force here")
_MORE = (Text("căn cứ khác đã hết", "more ended basis"), Text("căn cứ khác đã hết", "more ended"))
_BASIS = Text("căn cứ", "basis")


def stale_lines(found: Stale, screen: Screen, only: str | None) -> list[Line]:
    """Return the three lists, or one of them with its groups: counts first, then the page."""
    language = screen.language
    title = screen.say(_TITLE).format(day=words.day(found.on, language))
    of = screen.say(_OF).format(count=words.documents(found.in_force, language))
    lines = [*screen.wrapped(title, "", STRONG), *screen.wrapped(of, "  ", FAINT)]
    for name, text in _LISTS.items():
        if only in (None, name):
            listed: StaleList = getattr(found, name)
            count = words.documents(listed.documents, language)
            lines += [Line(""), *screen.wrapped(f"{screen.say(text)}: {count}", "", STRONG)]
            lines += _list_lines(listed, found.on, screen, grouped=only is not None)
    return lines


def stale_csv(found: Stale, only: str | None) -> str:
    """Return one row a document and ended basis; dates as ISO 8601.

    The columns are `list, document, spelling, iri, level, unit, issued, force, since_least,
    since_most, basis, basis_iri, chain, ended_by, ended_on, successors`.
    """
    rows = [
        _csv_row(name, row, basis)
        for name in _LISTS
        if only in (None, name)
        for row in getattr(found, name).rows
        for basis in row.bases
    ]
    return csv_text(
        (
            *("list", "document", "spelling", "iri", "level", "unit", "issued", "force"),
            *("since_least", "since_most", "basis", "basis_iri", "chain"),
            *("ended_by", "ended_on", "successors"),
        ),
        rows,
    )


def since_text(least: date | None, most: date | None, screen: Screen) -> str:
    """Return since when a document is stale, as a range where dates leave it open."""
    return judging_words.since_between(least, most, screen.language)


def _list_lines(listed: StaleList, on: date, screen: Screen, *, grouped: bool) -> list[Line]:
    lines: list[Line] = []
    if listed.documents:
        lines += screen.wrapped(level_counts(listed.by_level, screen), "  ", FAINT)
    if grouped and listed.documents:
        lines += [Line(""), *group_lines(listed.groups, screen), Line("")]
    for row in listed.rows:
        lines += _row_lines(row, on, screen)
    return [*lines, *next_line(listed.next, screen)]


def _row_lines(row: StaleDocument, on: date, screen: Screen) -> list[Line]:
    document, language = row.document, screen.language
    place = document.unit or ", ".join(document.issuers)
    told = joined(
        (
            document.name,
            place,
            words.day(document.issued, language),
            since_text(row.since_least, row.since_most, screen),
        )
    )
    lines = screen.wrapped(told, "    ", first="  ")
    notes = joined(
        (words.label(words.FORCES, row.standing.force, language), doubts(document, screen))
    )
    lines += screen.wrapped(notes, "    ", FAINT)
    for basis in row.bases:
        lines += _basis_lines(row, basis, screen)
    if row.ended > len(row.bases):
        more = words.counted(row.ended - len(row.bases), *_MORE, language)
        lines += screen.wrapped(f"+ {more}", "    ", FAINT)
    return lines


def _basis_lines(row: StaleDocument, basis: EndedBasis, screen: Screen) -> list[Line]:
    way = " → ".join(printable(one.name) for one in basis.chain[1:])
    ends = joined(ending_text(one, row.standing, screen) for one in basis.endings)
    heirs = ", ".join(printable(one.name) for one in basis.successors)
    instead = f"{screen.say(_INSTEAD)}: {heirs}" if heirs else screen.say(_NO_SUCCESSOR)
    return [
        *screen.wrapped(f"{screen.say(_BASIS)} {way}", "      ", first="    "),
        *screen.wrapped(joined((ends, instead)), "      ", WARNING),
    ]


def _csv_row(name: str, row: StaleDocument, basis: EndedBasis) -> tuple[str, ...]:
    document = row.document
    return (
        *(name, document.name, document.spelling, document.iri, document.level or ""),
        *(document.unit or "", str(document.issued or ""), row.standing.force),
        *(str(row.since_least or ""), str(row.since_most or "")),
        *(basis.basis.name, basis.basis.iri, " > ".join(one.name for one in basis.chain)),
        "; ".join(one.by.name if one.by else one.predicate for one in basis.endings),
        "; ".join(str(one.on or "") for one in basis.endings),
        "; ".join(one.name for one in basis.successors),
    )
