"""What the aliases denote: resolutions of plenums and congresses, nicknames.

A plenum alias denotes a set. Its subject clause picks the member, else the member that the text
itself prints, else the usual one, marked as inferred; a plural keeps the set.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from graph.extract.choosing import best
from graph.extract.denoting import (
    CENTRAL_COMMITTEE,
    Context,
    Denoted,
    level_in,
    plenum_name,
    province_in,
)
from graph.extract.gazetteer import KnownAlias, KnownDocument, KnownPlenum
from graph.extract.mentions import Mention
from graph.extract.ordinals import number_of
from graph.extract.text import folded
from graph.extract.topics import overlap
from graph.model import Level

_TITLE_FITS = 0.4
#: Party organisations that are not of a province: blocs, forces, ministries, enterprises, schools.
_OTHERS = re.compile(
    r"đảng bộ (?:các )?(?:khối|quân đội|quân khu|công an(?! tỉnh| thành phố)|bộ |cơ quan|tập đoàn|"
    r"tổng công ty|ngân hàng|học viện|trường|đại học)"
)


def denote_plenum(mention: Mention, printed: Collection[str], context: Context) -> Denoted:
    """Return what the alias of a plenum denotes; `printed` are numbers the text prints in full."""
    ordinal, term = mention.ordinal or "", mention.term or _term_of(mention, context)
    type_vi = mention.type_vi or "Nghị quyết"
    alias = f"{type_vi} Trung ương {ordinal}" + (f" (khóa {term})" if term else "")
    known = context.knowledge.by_alias.get(folded(f"{type_vi} Trung ương {ordinal} khóa {term}"))
    plenum = context.knowledge.by_plenum.get((term or "", ordinal))
    members = _members(known, plenum, type_vi)
    chosen, reason = _member(mention, members, known, printed)
    inferred = ("term",) if mention.term is None and term else ()
    if chosen is None:
        return Denoted(
            key=("plenum", type_vi, ordinal, term or ""),
            type_vi=type_vi,
            issuer=CENTRAL_COMMITTEE,
            level=Level.CENTRAL,
            term=term,
            title=mention.title,
            alias=alias,
            event=plenum_name(ordinal, term),
            collective=True,
            inferred=(*inferred, "issuer"),
            candidates=tuple(members),
            reasons=(f"{alias}: {reason}",),
        )
    number = chosen.number or ""
    return Denoted(
        key=("number", number.upper().lstrip("0"), term or ""),
        type_vi=type_vi,
        number=number,
        issuer=CENTRAL_COMMITTEE,
        level=Level.CENTRAL,
        term=term,
        title=mention.title,
        alias=alias,
        event=plenum_name(ordinal, term),
        inferred=(*inferred, "number", "issuer"),
        reasons=(f"{alias}: {number}, {reason}",),
    )


def denote_congress(mention: Mention, context: Context) -> Denoted:
    """Return what the resolution of a congress is: national, or of a local Party organisation."""
    ordinal = mention.ordinal or ""
    if not (mention.local or _beyond(ordinal, mention, context)):
        name = f"Đại hội {ordinal} của Đảng"
        return Denoted(
            key=("congress", ordinal),
            type_vi="Nghị quyết",
            issuer=name,
            level=Level.CENTRAL,
            term=ordinal,
            title=mention.title,
            alias=f"Nghị quyết {name}",
            event=name,
            reasons=(f"Nghị quyết {name}: đại hội toàn quốc",),
        )
    return _local_congress(mention, ordinal, context)


def denote_nickname(mention: Mention, context: Context) -> Denoted | None:
    """Return what a nickname ("khoán 10") denotes; None when it is not known."""
    known = context.knowledge.by_alias.get(folded(mention.number or ""))
    if known is None or known.default is None:
        return None
    document = known.default
    return Denoted(
        key=("number", (document.number or "").upper(), document.term or ""),
        type_vi=document.type_vi,
        number=document.number,
        issuer=document.issuer,
        level=document.level,
        term=document.term,
        alias=mention.number,
        inferred=("number", "term", "issuer"),
        reasons=(f"{mention.number}: tên gọi quen thuộc của {document.number}",),
    )


def _local_congress(mention: Mention, ordinal: str, context: Context) -> Denoted:
    place = mention.place or ""
    if _OTHERS.search(folded(place)):
        return _congress_of_others(mention, ordinal, _whose(place, None, None, context))
    province = province_in(place, context.knowledge) or context.province
    level = level_in(place, Level.PROVINCE)
    if level is Level.PROVINCE and _is_lower_city(place, context):
        level = Level.DISTRICT
    whose = _whose(place, level, province, context)
    return Denoted(
        key=("congress", ordinal, folded(whose), province or ""),
        type_vi="Nghị quyết",
        issuer=f"Đại hội {whose} lần thứ {ordinal}",
        level=level,
        province=province,
        term=ordinal,
        title=mention.title,
        alias=f"Nghị quyết Đại hội {whose} lần thứ {ordinal}",
        event=f"Đại hội {whose} lần thứ {ordinal}",
        inferred=() if province_in(place, context.knowledge) else ("province",),
        reasons=(f"Đại hội {whose} lần thứ {ordinal}: đại hội của địa phương",),
    )


def _is_lower_city(place: str, context: Context) -> bool:
    """Tell whether `Đảng bộ thành phố` is that of a city inside the province the text is about."""
    home = context.province is not None and not context.prepared.dateline.city
    city = re.search(r"(?<!\w)(?:thành phố|tp)(?!\w)", folded(place)) is not None
    return home and city and province_in(place, context.knowledge) is None


def _congress_of_others(mention: Mention, ordinal: str, whose: str) -> Denoted:
    """Return the resolution of a congress of no province: of a bloc, the army, an enterprise."""
    name = f"Đại hội {whose} lần thứ {ordinal}"
    return Denoted(
        key=("congress", ordinal, folded(whose)),
        type_vi="Nghị quyết",
        issuer=name,
        term=ordinal,
        title=mention.title,
        alias=f"Nghị quyết {name}",
        event=name,
        reasons=(f"{name}: đại hội của một đảng bộ không thuộc địa phương",),
    )


def _whose(place: str, level: Level | None, province: str | None, context: Context) -> str:
    if level is not Level.PROVINCE:
        words = " ".join(place.split())
        at = words.lower().find("đảng bộ")
        name = words[at:].split(" lần thứ")[0].split(" nhiệm kỳ")[0] if at >= 0 else words
        name = name.strip(" ,")
        area = next((one for one in context.prepared.districts if name.lower().endswith(one)), None)
        return f"{name} {context.prepared.districts[area]}" if area else name
    known = context.knowledge.places.get(folded(province)) if province else None
    kind = "thành phố" if known and known.city else "tỉnh"
    return f"Đảng bộ {kind} {province}" if province else "Đảng bộ tỉnh"


def _beyond(ordinal: str, mention: Mention, context: Context) -> bool:
    """Tell that no national congress had this number by the source's day ("Đại hội XIX")."""
    latest = context.latest_congress
    return bool(latest) and (number_of(ordinal.lower()) or 0) > latest + 1


def _term_of(mention: Mention, context: Context) -> str | None:
    """Return the term of a plenum printed without one: the latest such plenum by then."""
    held = [
        plenum
        for plenum in context.knowledge.plenums
        if plenum.ordinal == mention.ordinal
        and plenum.held_from is not None
        and context.horizon is not None
        and plenum.held_from.earliest <= context.horizon.latest
    ]
    return max(held, key=lambda plenum: str(plenum.held_from)).term if held else None


def _members(
    known: KnownAlias | None, plenum: KnownPlenum | None, type_vi: str
) -> list[KnownDocument]:
    members = list(known.members) if known else list(plenum.documents) if plenum else []
    return [one for one in members if one.type_vi == type_vi and one.number]


def _member(
    mention: Mention,
    members: Sequence[KnownDocument],
    known: KnownAlias | None,
    printed: Collection[str],
) -> tuple[KnownDocument | None, str]:
    if mention.title:
        scores = [(overlap(mention.title, one.title or ""), one) for one in members]
        fitting = best(scores, _TITLE_FITS)
        if len(fitting) == 1:
            return fitting[0], "chủ đề nêu sau tên gọi"
    if len(members) == 1 and not mention.plural:
        return members[0], "nghị quyết duy nhất của hội nghị trong sổ văn bản"
    here = [one for one in members if (one.number or "").upper() in printed]
    if mention.plural or len(here) > 1:
        return None, "cả nhóm nghị quyết của hội nghị"
    if len(here) == 1 and not mention.title:
        return here[0], "nghị quyết của hội nghị được nêu số trong bài"
    if known and known.default:
        return known.default, "nghĩa thường dùng"
    return None, "chưa rõ nghị quyết nào của hội nghị"
