"""What a mention denotes: a draft of the document, with what was inferred and why.

Numbers run in series: TW is one series for three bodies and runs by congress term, every province
has its own TU series, State numbers carry their year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from graph.extract.article import Prepared
from graph.extract.choosing import Choice, Evidence, choose
from graph.extract.dates import find_dates
from graph.extract.gazetteer import Knowledge, KnownDocument, fold_code
from graph.extract.mentions import Mention
from graph.extract.ordinals import number_of
from graph.extract.places import find_places
from graph.extract.text import fold, folded
from graph.extract.topics import Syllables
from graph.filling import filled_at_once
from graph.model import Level, PartialDate
from ontology import lexicon
from ontology.entries import IssuerCode

CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
_BELOW = {
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "thị ủy": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
}
_COMMUNE = re.compile(r"(?:đảng ủy|đảng bộ|chi bộ) (?:xã|phường|thị trấn|đặc khu)(?!\w)")
_EVERY_LEVEL = {"UBND", "HĐND", "UB"}
#: From a body to what it issues, the areas it lies in between: `, huyện A, tỉnh B đã ban hành`.
_ISSUED_BY = re.compile(
    r"(?:,? (?:huyện|thị xã|thành phố|quận|tỉnh) [^.;,\n]{2,24})*,?(?: [^\s.;,]+){0,3}? "
    r"(?:ban hành|phê duyệt|thông qua|xây dựng|ra|ký|có)(?: các| bản)? "
)
#: The code of a department of a province that no list has: SNN, SGTVT.
_DEPARTMENT = re.compile(r"S(?:[A-ZĐ]{1,2}|[A-ZĐ]{4,6}|(?!JC)[A-ZĐ]{3})")
_LOCAL_LEVELS = {"province", "district", "commune", "grassroots"}
_REACH = 110
_STRONG = 3  # weight of a place named as a body's or behind "tỉnh"


@filled_at_once
@dataclass(frozen=True, slots=True)
class Denoted:
    """A draft of a document; mentions with equal `key` denote the same one.

    `event` is the plenum or congress that adopted it; `stated` = the number is printed in full.
    """

    key: tuple[str, ...]
    type_vi: str | None = None
    number: str | None = None
    issuer: str | None = None
    level: Level | None = None
    province: str | None = None
    term: str | None = None
    issued: PartialDate | None = None
    title: str | None = None
    alias: str | None = None
    event: str | None = None
    collective: bool = False
    inferred: tuple[str, ...] = ()
    candidates: tuple[KnownDocument, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What holds for the whole text: its home province and the day it cannot look beyond."""

    prepared: Prepared
    knowledge: Knowledge
    horizon: PartialDate | None

    @property
    def province(self) -> str | None:
        """Return the home province of the text."""
        return self.prepared.dateline.province

    @cached_property
    def syllables(self) -> Syllables:
        """Return the syllables of the whole text, which tell what it is about."""
        return Syllables(self.prepared.folded)

    @cached_property
    def latest_congress(self) -> int:
        """Return the number of the last national congress by the day of the text, 0 if unknown."""
        horizon = self.horizon.year if self.horizon else None
        held = (
            number_of(term.term.lower()) or 0
            for term in self.knowledge.terms
            if horizon is None or term.start.year <= horizon
        )
        return max(held, default=0)


def context_of(prepared: Prepared, knowledge: Knowledge) -> Context:
    """Return the context of a text; without a dateline the latest full date printed is its day."""
    day = prepared.dateline.published or prepared.dateline.day
    if day is None:
        printed = [date.value for date in find_dates(prepared.folded.folded) if date.full]
        day = PartialDate(max(printed).year) if printed else None
    return Context(prepared, knowledge, day)


def denote_number(mention: Mention, evidence: Evidence, context: Context) -> Denoted:
    """Return what a printed number denotes."""
    row = issuer_row(mention.issuer_code)
    if _is_local(mention, row, context):
        return _local(mention, context)
    number = (mention.number or "").replace("TƯ", "TW")
    if row is not None and row.system == "state":
        return _state(mention, number, row)
    printed = mention if number == mention.number else replace(mention, number=number)
    return _central(printed, evidence, context)


def known_with(mention: Mention, knowledge: Knowledge) -> Sequence[KnownDocument]:
    """Return the known documents that bear the number of a mention, code and all."""
    codes = (fold_code(mention.type_code), fold_code(mention.issuer_code))
    return knowledge.by_codes.get((mention.numeral or "", *codes), ())


@cache
def issuer_row(code: str | None) -> IssuerCode | None:
    """Return the first row of the vocabulary for an issuer code."""
    return next((row for row in lexicon.ISSUER_CODES if row.code == code), None)


def province_before(context: Context, offset: int) -> str | None:
    """Return the province whose body acts just before a mention ("Tỉnh ủy Nghệ An ban hành")."""
    sentence = context.prepared.sentence(offset)
    start = max(sentence.start, offset - _REACH)
    places = find_places(context.prepared.folded, context.knowledge, start, offset)
    strong = [place for place in places if place.weight >= _STRONG]
    return strong[-1].province.name if strong else None


@lru_cache(maxsize=4096)
def province_in(text: str | None, knowledge: Knowledge) -> str | None:
    """Return the province that a name prints."""
    places = find_places(fold(text), knowledge) if text else []
    return places[0].province.name if places else None


def level_in(text: str | None, default: Level) -> Level:
    """Return the level that the words of a local body show."""
    words = f" {' '.join(folded(text or '').split())} "
    return next((level for word, level in _BELOW.items() if f" {word} " in words), default)


def plenum_name(ordinal: str, term: str | None) -> str:
    """Return the name of a plenum: `Hội nghị Trung ương 6 (khóa XII)`."""
    return f"Hội nghị Trung ương {ordinal}" + (f" (khóa {term})" if term else "")


def _is_local(mention: Mention, row: IssuerCode | None, context: Context) -> bool:
    if mention.ambiguous:
        return _is_local_copy(mention, context)
    if mention.issuer_code == "ĐU":
        return _commune_before(mention, context) is not None
    if row is None:
        return _DEPARTMENT.fullmatch(mention.issuer_code or "") is not None
    return row.level in _LOCAL_LEVELS


def _commune_before(mention: Mention, context: Context) -> str | None:
    """Return the commune committee of the sentence, whose code ministries and firms bear too."""
    start = context.prepared.sentence(mention.start).start
    text = f"{context.prepared.folded.folded[start : mention.start]} {folded(mention.issuer or '')}"
    found = _COMMUNE.search(text)
    return found[0] if found else None


def _is_local_copy(mention: Mention, context: Context) -> bool:
    """Tell whether TƯ stands for TU: a local body acts, or the Centre has no such number."""
    issuer = folded(mention.issuer or "")
    if issuer:
        return not any(word in issuer for word in ("bộ chính trị", "ban bí thư", "trung ương"))
    start = context.prepared.sentence(mention.start).start
    before = context.prepared.folded.folded[start : mention.start]
    acts = before.rfind("ban hành")
    if acts >= 0 and any(word in before[:acts] for word in ("tỉnh ủy", "thành ủy")):
        return True
    return context.province is not None and not known_with(
        replace(mention, issuer_code="TW"), context.knowledge
    )


def _local(mention: Mention, context: Context) -> Denoted:
    stated = province_in(mention.issuer, context.knowledge)
    province = stated or province_before(context, mention.start) or context.province
    number = (mention.number or "").replace("TƯ", "TU")
    row = issuer_row("TU" if mention.ambiguous else mention.issuer_code)
    level = Level(row.level) if row else Level.PROVINCE
    if mention.issuer_code == "ĐU":
        level = Level.COMMUNE
    reason = "của cơ quan nêu trong bài" if stated else "theo địa phương của bài"
    return Denoted(
        key=("number", number.upper().lstrip("0"), province or ""),
        type_vi=mention.type_vi,
        number=number,
        issuer=_local_issuer(mention.issuer, province, context),
        level=level_in(mention.issuer, _level_before(mention, context) or level),
        province=province,
        issued=mention.date,
        title=mention.title,
        inferred=() if stated or not province else ("province",),
        reasons=(f"{number}: dãy số {province or 'chưa rõ tỉnh'}, {reason}",),
    )


def _level_before(mention: Mention, context: Context) -> Level | None:
    """Return the level of a district or commune that issues a number: `UBND xã A ban hành ...`.

    The code of a people's committee or council is the same at every level.
    """
    if mention.issuer is not None or mention.issuer_code not in _EVERY_LEVEL:
        return None
    bodies = context.prepared.bodies
    place = bisect_left(bodies, mention.start, key=lambda one: one.start) - 1
    while place > 0 and bodies[place].kind == "acting area":
        place -= 1  # `UBND xã A, huyện B, tỉnh C`
    if place < 0 or mention.start - bodies[place].end > _REACH:
        return None
    body, text = bodies[place], context.prepared.folded.folded
    low = body.level in (Level.DISTRICT, Level.COMMUNE)
    return body.level if low and _ISSUED_BY.fullmatch(text, body.end, mention.start) else None


def _local_issuer(printed: str | None, province: str | None, context: Context) -> str | None:
    if printed is None or province is None or province_in(printed, context.knowledge):
        return printed
    if level_in(printed, Level.PROVINCE) is not Level.PROVINCE:
        return printed
    words = " ".join(printed.split())
    stem = words.removesuffix(" tỉnh").removesuffix(" thành phố")
    return f"{stem} {province}" if stem.lower().endswith("ủy") else f"{words} {province}"


def _state(mention: Mention, number: str, row: IssuerCode) -> Denoted:
    year = mention.year or (mention.date.year if mention.date else None)
    return Denoted(
        key=("number", number.upper().lstrip("0"), ""),
        type_vi=mention.type_vi,
        number=number,
        issuer=mention.issuer or (row.vi if "{" not in row.vi else None),
        level=Level(row.level),
        issued=mention.date,
        title=mention.title,
        inferred=() if mention.issuer else ("issuer",),
        reasons=(f"{number}: số của Nhà nước, năm {year or 'chưa rõ'}",),
    )


def _central(mention: Mention, evidence: Evidence, context: Context) -> Denoted:
    number = mention.number or ""
    choice = choose(known_with(mention, context.knowledge), evidence, context.knowledge)
    chosen = choice.document
    return Denoted(
        key=("number", number.upper().lstrip("0"), choice.term or ""),
        type_vi=mention.type_vi if mention.worded or chosen is None else chosen.type_vi,
        number=number,
        issuer=evidence.issuer or (chosen.issuer if chosen else None),
        level=Level.CENTRAL,
        term=choice.term,
        issued=evidence.date,
        title=mention.title or evidence.title,
        event=plenum_name(mention.ordinal, choice.term) if mention.ordinal else None,
        inferred=_inferred(choice, evidence),
        candidates=choice.remaining,
        reasons=(f"{number}: {choice.reason}",),
    )


def _inferred(choice: Choice, evidence: Evidence) -> tuple[str, ...]:
    term = ("term",) if choice.inferred_term and choice.term else ()
    issuer = ("issuer",) if choice.document and choice.document.issuer else ()
    return term + (issuer if evidence.issuer is None else ())
