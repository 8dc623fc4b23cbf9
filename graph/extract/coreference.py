"""Short after full: bare figures, declared short names, appositions.

A short form takes the document that the text prints in full; only then the register is asked,
and a figure that several documents bear stays unresolved, with the candidates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extract.choosing import LATEST, Evidence, choose
from graph.extract.denoting import Context, Denoted
from graph.extract.gazetteer import KnownDocument
from graph.extract.mentions import Kind, Mention
from graph.extract.text import folded
from graph.model import Level
from graph.numbers import parse_number

_DECLARED = re.compile(
    r"\(?\s?(?:sau đây )?(?:gọi|viết)(?: tắt| chung)? là[:\s]\s?[\"']?$|\(\s?(?:gọi|"
    r"viết) tắt\s[\"']?$"
)
_CHANGE = re.compile(r"thay th[ếểê]|sửa đổi|bãi bỏ|hủy bỏ|thay cho")
_FAMILY = {"Chương trình hành động": "Chương trình", "Chương trình công tác": "Chương trình"}
_LOCAL_ISSUER = ("tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh", "hđnd", "ubnd", "thành phố")
_CHANGE_REACH = 220
_NEAR = 45
_MANY = 64  # mentions of one figure that are looked at


@dataclass(frozen=True)
class Index:
    """Places of the mentions by what they share, each list in order; built once per text."""

    by_figure: Mapping[tuple[str | None, str | None], Sequence[int]]
    said: Mapping[str, Sequence[int]]
    titled: Mapping[str, Sequence[int]]
    plenums: Mapping[tuple[str | None, str | None, str | None], Sequence[int]]
    declared: Mapping[tuple[str | None, str | None], int]


def index_of(mentions: Sequence[Mention], text: str) -> Index:
    """Return the index of the mentions of a text."""
    figures: dict[tuple[str | None, str | None], list[int]] = {}
    said: dict[str, list[int]] = {}
    titled: dict[str, list[int]] = {}
    plenums: dict[tuple[str | None, str | None, str | None], list[int]] = {}
    declared: dict[tuple[str | None, str | None], int] = {}
    for place, mention in enumerate(mentions):
        figure = (family(mention.type_vi), mention.numeral)
        if mention.kind in {Kind.NUMBER, Kind.SHARED}:
            figures.setdefault(figure, []).append(place)
            if mention.term or mention.date:
                said.setdefault(mention.number or "", []).append(place)
            if mention.title or mention.issuer:
                titled.setdefault(mention.number or "", []).append(place)
        elif mention.kind is Kind.PLENUM:
            alias = (mention.type_vi, mention.ordinal, mention.term)
            plenums.setdefault(alias, []).append(place)
        elif mention.kind is Kind.BARE and place:
            near = mention.start - mentions[place - 1].tail < _NEAR
            if near and _DECLARED.search(text, max(0, mention.start - 30), mention.start):
                declared.setdefault(figure, place - 1)
    return Index(figures, said, titled, plenums, declared)


def nearest(places: Sequence[int], place: int) -> int:
    """Return the last of some places before one, else the first after it."""
    at = bisect_right(places, place) - 1
    return places[max(at, 0)]


def family(type_vi: str | None) -> str | None:
    """Return the type that short forms use: `Chương trình hành động` is also `Chương trình`."""
    return _FAMILY.get(type_vi or "", type_vi)


def denote_bare(
    place: int,
    mentions: Sequence[Mention],
    denoted: Mapping[int, Denoted],
    index: Index,
    context: Context,
) -> Denoted:
    """Return what a bare figure denotes; unresolved, it keeps the figure and its candidates."""
    mention = mentions[place]
    figure = (family(mention.type_vi), mention.numeral)
    declared = denoted.get(index.declared.get(figure, -1))
    earlier = declared or _printed(mention, place, index.by_figure.get(figure, ()), denoted)
    if earlier is not None:
        inferred = tuple(dict.fromkeys(("number", *earlier.inferred)))
        reason = f"{mention.type_vi} {mention.number}: {earlier.number}, nêu đủ trong bài"
        return replace(earlier, inferred=inferred, issued=None, title=None, reasons=(reason,))
    return (
        _same_series(mention, place, mentions, denoted, context)
        or _of_issuer(mention, context)
        or _in_register(mention, context)
    )


def is_apposition(text: str, outer: Mention, inner: Mention) -> bool:
    """Tell whether two mentions name one document twice: `alias (Nghị quyết số 18-NQ/TW)`."""
    between = text[outer.end : inner.start]
    if outer.kind not in {Kind.PLENUM, Kind.LAW} or inner.kind is not Kind.NUMBER:
        return False
    bracket = re.fullmatch(r"\s?\((?:số\s|là\s)?", between)
    closes = text[inner.end : inner.end + 1] in {")", ",", ";"}
    return bool(bracket and closes) or (between in {" ", ", "} and not inner.worded)


def _printed(
    mention: Mention, place: int, places: Sequence[int], denoted: Mapping[int, Denoted]
) -> Denoted | None:
    """Return the one document of this type and figure that the text prints in full."""
    keys: dict[tuple[str, ...], int] = {}
    for other in places[:_MANY]:
        if _agree(mention, denoted[other]):
            keys.setdefault(denoted[other].key, other)
    if len(keys) == 1:
        return denoted[next(iter(keys.values()))]
    before = [other for other in keys.values() if other < place]
    return denoted[before[-1]] if before and mention.issuer is None else None


def _agree(mention: Mention, document: Denoted) -> bool:
    if mention.term and document.term and mention.term != document.term:
        return False
    if mention.date and document.issued and mention.date.year != document.issued.year:
        return False
    local = document.level not in {Level.CENTRAL, Level.MINISTRY, None}
    issuer = folded(mention.issuer or "")
    if issuer and local:
        return any(word in issuer for word in _LOCAL_ISSUER)
    return not (issuer.startswith(("tỉnh ủy", "thành ủy", "hđnd", "ubnd")) and not local)


def _same_series(
    mention: Mention,
    place: int,
    mentions: Sequence[Mention],
    denoted: Mapping[int, Denoted],
    context: Context,
) -> Denoted | None:
    """Give what a document replaces or amends the series of that document ("thay thế ... 335")."""
    text = context.prepared.folded.folded
    for other in range(place - 1, -1, -1):
        subject = mentions[other]
        if mention.start - subject.end > _CHANGE_REACH or mention.issuer:
            return None
        full = denoted.get(other)
        if subject.kind is not Kind.NUMBER or full is None or subject.type_vi != mention.type_vi:
            continue
        if not _CHANGE.search(text, subject.end, mention.start):
            return None
        number = re.sub(r"^[\d.]+[a-zđ]?(?:/\d{4})?", mention.number or "", full.number or "")
        if full.level is Level.CENTRAL and full.term:
            return None  # numbers start again with every term: the series alone does not say
        return replace(
            full,
            key=("number", number.upper().lstrip("0"), full.province or ""),
            number=number,
            issued=None,
            title=None,
            inferred=("number", "issuer", *full.inferred),
            reasons=(f"{mention.type_vi} {mention.number}: cùng dãy số với {full.number}",),
        )
    return None


def _of_issuer(mention: Mention, context: Context) -> Denoted | None:
    """Return the number that a named local Party committee gives its documents."""
    issuer = folded(mention.issuer or "")
    codes = {"Nghị quyết": "NQ", "Chỉ thị": "CT", "Kết luận": "KL", "Quy định": "QĐ"}
    code = codes.get(mention.type_vi or "")
    if code is None or not issuer.endswith(("tỉnh ủy", "thành ủy")) or context.province is None:
        return None
    number = f"{mention.number}-{code}/TU"
    return Denoted(
        key=("number", number.upper().lstrip("0"), context.province),
        type_vi=mention.type_vi,
        number=number,
        issuer=mention.issuer,
        level=Level.PROVINCE,
        province=context.province,
        issued=mention.date,
        title=mention.title,
        inferred=("number", "province"),
        reasons=(f"{mention.type_vi} {mention.number} của {mention.issuer}: dãy số TU",),
    )


def _in_register(mention: Mention, context: Context) -> Denoted:
    candidates = [
        one
        for one in context.knowledge.by_numeral.get(mention.numeral or "", ())
        if family(one.type_vi) == family(mention.type_vi) and one.number
    ]
    local = folded(mention.issuer or "").startswith(("tỉnh", "thành ủy", "hđnd", "ubnd", "huyện"))
    evidence = Evidence(
        mention.term, mention.date, mention.issuer, mention.title, horizon=context.horizon
    )
    known = [] if local else _usual(mention, candidates, evidence, context)
    if len(known) == 1:
        return _known(mention, known[0])
    return Denoted(
        key=("bare", mention.type_vi or "", mention.numeral or "", folded(mention.issuer or "")),
        type_vi=mention.type_vi,
        number=mention.number,
        issuer=mention.issuer,
        level=Level.PROVINCE if local else None,
        province=context.province if local else None,
        issued=mention.date,
        title=mention.title,
        candidates=() if local else tuple(candidates),
        reasons=(f"{mention.type_vi} {mention.number}: chưa đủ căn cứ để nối với một văn bản",),
    )


def _usual(
    mention: Mention,
    candidates: Sequence[KnownDocument],
    evidence: Evidence,
    context: Context,
) -> list[KnownDocument]:
    """Return the one document meant: by date, term, title; the usual one; the only one so far."""
    if mention.term or mention.date or mention.title or mention.issuer:
        choice = choose(candidates, evidence, context.knowledge)
        latest = LATEST in choice.reason
        return [choice.document] if choice.document and not latest else []
    alias = context.knowledge.by_alias.get(folded(f"{mention.type_vi} {mention.number}"))
    horizon = context.horizon
    possible = [
        one
        for one in candidates
        if horizon is None or one.issued is None or one.issued.earliest <= horizon.latest
    ]
    if alias and alias.default in possible and alias.default is not None:
        return [alias.default]
    return possible if len(candidates) == 1 or len(possible) == 1 else []


def _known(mention: Mention, document: KnownDocument) -> Denoted:
    number = parse_number(document.number or "")
    party = number is not None and number.year is None and document.term is not None
    return Denoted(
        key=("number", (document.number or "").upper().lstrip("0"), document.term or ""),
        type_vi=mention.type_vi,
        number=document.number,
        issuer=mention.issuer or document.issuer,
        level=document.level,
        term=document.term if party else None,
        issued=mention.date,
        title=mention.title,
        inferred=("number", "term", "issuer"),
        reasons=(f"{mention.type_vi} {mention.number}: {document.number} theo sổ văn bản",),
    )
