"""What would rest on nothing: counts first, then the documents, as lines and as rows."""

from __future__ import annotations

from rich.text import Text as Line

from api import judging_words, words
from api.render.documents import heading_lines, standing_lines
from api.render.evidences import evidence_lines
from api.render.judged import page_lines, places, section
from api.render.screen import FAINT, STRONG, Screen
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import Affected, Fate, FateShare, Impact

_IF = Text("Nếu văn bản này hết hiệu lực từ", "If this document ended on")
_DIRECT = Text("trực tiếp", "directly")
_BY_OTHERS = Text("qua văn bản khác", "through others")
_NONE = Text(
    "Kho này không có văn bản nào đang dựa vào văn bản này vào ngày đó.",
    "No document in this corpus rests on it on that day.",
)
_BY_LEVEL = Text("Theo cấp", "By level")
_BY_UNIT = Text("Theo địa phương", "By unit")
_BY_BODY = Text("Theo cơ quan ban hành, nơi có trách nhiệm", "By issuing body, whose duty it is")
_NO_UNIT = Text("không thuộc địa phương nào", "of no unit")
_NO_BODY = Text("chưa rõ cơ quan", "body not known")
_NO_LEVEL = Text("chưa rõ cấp", "level not known")
_FURTHER = Text("và {} dòng nữa (--format json nêu đủ)", "and {} more rows (all in --format json)")
_DOCUMENTS = Text("Từng văn bản", "Documents")
_LOSES = Text("mất", "loses")
_KEEPS = Text("còn", "keeps")
_STEP = Text("bước", "step")
_ONLY_HERE = Text(
    "Chỉ tính những gì kho này ghi; căn cứ chưa ghi vào kho không được tính.",
    "Only what this corpus records counts; a basis that it does not hold is not seen.",
)
_SHARES = 10  # rows of each table


def impact_lines(impact: Impact, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return heading, counts, tables of levels, units and bodies, and one page of documents."""
    lines = [*standing_lines(impact.standing, screen), *heading_lines(impact.document, screen)]
    if not impact.total:
        return [*lines, Line(""), *screen.wrapped(screen.say(_NONE), "")]
    lines += section(f"{screen.say(_IF)} {words.dated(impact.on, screen.language)}:", screen)
    for count in impact.counts:
        told = words.documents(count.direct + count.transitive, screen.language)
        told += f" {judging_words.FATES_COUNTED[count.fate].within(screen.language)}"
        told += f" ({count.direct} {screen.say(_DIRECT)}"
        told += f", {count.transitive} {screen.say(_BY_OTHERS)})"
        lines += screen.wrapped(told, "    ", first="  ")
    lines += _shares(impact.levels, (_BY_LEVEL, _NO_LEVEL), screen, len(impact.levels))
    lines += _shares(impact.units, (_BY_UNIT, _NO_UNIT), screen, len(impact.units))
    lines += _shares(impact.bodies, (_BY_BODY, _NO_BODY), screen, impact.bodies_total)
    lines += section(screen.say(_DOCUMENTS), screen)
    for row in impact.rows:
        lines += _row_lines(row, screen, evidence)
    lines += page_lines(impact.before, len(impact.rows), impact.total, impact.next, screen)
    return [*lines, Line(""), *screen.wrapped(screen.say(_ONLY_HERE), "", FAINT)]


def impact_csv(impact: Impact) -> str:
    """Return one row a document of the page; dates as ISO 8601.

    The columns are `fate, steps, document, spelling, level, unit, issuers, issued, force, relation,
    loses, losing, keeps, keeping, iri, sources`.
    """
    head = "fate steps document spelling level unit issuers issued force relation"
    return csv_text(
        (*head.split(), *("loses", "losing", "keeps", "keeping", "iri", "sources")),
        [_csv_row(row) for row in impact.rows],
    )


def _shares(
    shares: tuple[FateShare, ...], words_: tuple[Text, Text], screen: Screen, total: int
) -> list[Line]:
    """Return a table of shares under its title; the second wording is for those of nobody."""
    title, nobody = (screen.say(text) for text in words_)
    fates = (judging_words.FATES[fate].within(screen.language) for fate in Fate)
    headings, shown = (title, *fates), shares[:_SHARES]
    rows = tuple((_whose(one, nobody, screen), *map(str, _fates(one))) for one in shown)
    lines = [Line(""), *table_lines(Sheet(headings, rows, frozenset({1, 2, 3})), screen)]
    if total > len(shown):
        lines += screen.wrapped(screen.say(_FURTHER).format(total - len(shown)), "", FAINT)
    return lines


def _fates(share: FateShare) -> tuple[int, int, int]:
    return share.bare, share.open, share.kept


def _whose(share: FateShare, nobody: str, screen: Screen) -> str:
    if share.level is not None:
        return words.label(words.LEVELS, share.level, screen.language)
    return share.unit or share.body or nobody


def _row_lines(row: Affected, screen: Screen, evidence: bool) -> list[Line]:
    language = screen.language
    fate = judging_words.FATES[row.fate].within(language)
    place = row.document.unit or ", ".join(row.document.issuers)
    head = f"{row.document.name} · {place} · {words.day(row.document.issued, language)}"
    lines = screen.wrapped(head, "    ", STRONG, first="  ")
    loses = ", ".join(judging_words.named(one) for one in row.loses)
    told = [f"{fate} ({screen.say(_STEP)} {row.steps})", f"{screen.say(_LOSES)}: {loses}"]
    if row.keeps:
        keeps = ", ".join(judging_words.named(one) for one in row.keeps)
        told.append(f"{screen.say(_KEEPS)}: {keeps}")
    told.append(words.label(words.FORCES, row.force, language))
    lines += screen.wrapped(" · ".join(told), "      ", FAINT, first="    ")
    return lines + (evidence_lines(row.evidence, screen, "    ") if evidence else [])


def _csv_row(row: Affected) -> tuple[str, ...]:
    document = row.document
    return (
        *(row.fate, str(row.steps), document.name, document.spelling),
        *(document.level or "", document.unit or "", "; ".join(document.issuers)),
        *(str(document.issued or ""), row.force, ";".join(row.predicates)),
        *("; ".join(one.spelling for one in row.loses), str(row.losing)),
        *("; ".join(one.spelling for one in row.keeps), str(row.keeping)),
        *(document.iri, places(row.evidence)),
    )
