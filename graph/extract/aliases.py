"""Mentions by alias: resolutions of plenums and of congresses, nicknames."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extract.mentions import Kind, Mention
from graph.extract.openings import opened_by
from graph.extract.ordinals import ORDINAL, number_of, roman
from graph.extract.text import Folded
from graph.extract.types import TypeWord

_CENTRE = r"(?:trung ương|t\. ?ư\.?|tư|tw|t\. ?w)"
_COMMITTEE = r"(?:ban chấp hành|bch\.?)"
_PARTY = r"(?: đảng(?: cộng sản việt nam)?)?"
_TERM = rf",? ?\(?,?(?: ?khóa| khoá) (?P<term>{ORDINAL})(?!\w)\)?"
_NTH = rf"(?:lần thứ|lần|thứ) ?(?P<nth>{ORDINAL})(?!\w)(?P<second> ?\(?lần (?:2|hai|ii)\)?)?"
_SHORT = (
    rf"(?P<short>\d{{1,2}}|{ORDINAL})(?!\w)(?!/|[-.]\d| năm )(?P<again> ?\(lần (?:2|hai|ii)\))?"
)
_TYPE = r"(?:nghị quyết|kết luận|quy định|thông báo)"
_PLENUM = re.compile(
    rf"\s{{0,2}}(?:của )?(?:hội nghị )?(?:lần thứ (?P<first>{ORDINAL})(?!\w),? (?:của )?)?"
    rf"(?:{_COMMITTEE} ?)?{_CENTRE}{_PARTY},?"
    rf"(?: (?:{_NTH}|{_SHORT})|(?P<tight>\d{{1,2}})(?!\w)(?!/|[-.]\d))?(?P<khoa>{_TERM})?"
)
_GLUED = opened_by(("nq",), behind=rf" ?tw ?(?P<short>\d{{1,2}})(?!\w)(?P<khoa>{_TERM})?")
_NEXT_PLENUM = re.compile(
    rf"\s{{0,2}}(?:,|và|;)\s{{0,2}}(?:(?P<name>(?:hội nghị )?{_CENTRE}) )?(?:lần thứ )?"
    rf"(?P<short>\d{{1,2}})(?!\w)(?!/|[-.]\d)(?P<khoa>{_TERM})?"
)
_NEXT_TERM = re.compile(
    r"\)?\s{0,2}(?:,|và)\s{0,2}(?P<name>\(?(?:khóa )?(?P<term>[ivx]{2,6}|x|v))(?!\w)"
)
_NICKNAMES = {"khoán 10": "Khoán 10", "khoán 100": "Khoán 100"}
_NICKNAME = opened_by(_NICKNAMES, behind=r"(?!\w)(?! ?[%.,]?\d| (?:năm|hộ|người|ha|tháng))")
_CONGRESS = re.compile(
    r"\s{1,2}(?:của )?đại hội(?: đại biểu)?(?: toàn quốc)?(?: của)?(?: đảng(?! bộ)(?: toàn quốc)?)?"
    r"(?P<local1> (?:lần này )?(?:đảng bộ|đb)(?P<rest1>(?! lần| khóa|"
    r" nhiệm)(?: [^\s,.;:()\n]{1,12}){0,7}?)??)?"
    rf"(?: ?,? ?(?:lần thứ|khóa|thứ) (?P<nth>{ORDINAL})(?!\w)| (?P<short>[ivxl]{{1,6}})(?!\w))"
    r"(?P<after>(?:,? của)? (?:đảng(?! bộ)(?: cộng sản việt nam| ta)?|(?P<local2>(?:đảng bộ|"
    r"đb)))(?!\w))?"
)
_SHORT_CONGRESS = re.compile(
    rf"\s{{1,2}}lần thứ (?P<nth>{ORDINAL})(?!\w),? (?:của )?(?P<local2>đảng bộ|đb)(?!\w)"
)
_RANK = re.compile(
    r" (?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|khối)(?!\w)|(?: [A-ZĐ]\w*){1,4}"
)


def find_aliases(text: Folded, types: list[TypeWord]) -> list[Mention]:
    """Return the mentions by plenum, congress and nickname."""
    found = [*_glued(text), *_nicknames(text)]
    for word in types:
        if word.type_vi in {"Nghị quyết", "Kết luận", "Quy định", "Thông báo"}:
            found.extend(_plenums(text, word))
        if word.type_vi == "Nghị quyết":
            found.extend(_congress(text, word))
    return found


def _plenums(text: Folded, word: TypeWord) -> list[Mention]:
    match = _PLENUM.match(text.folded, word.end)
    if match is None:
        return []
    ordinal = match["first"] or match["nth"] or match["short"] or match["tight"]
    if ordinal is None or (value := number_of(ordinal)) is None:
        return []
    if not match["first"] and not match["khoa"] and match["nth"] is None and not ordinal.isdigit():
        return []
    again = " (lần 2)" if match["second"] or match["again"] else ""
    first = Mention(
        Kind.PLENUM,
        word.start,
        _closed(text, match),
        type_vi=word.type_vi,
        ordinal=f"{value}{again}",
        term=_roman(match["term"]) if match["khoa"] else None,
        plural=_is_plural(text, word.start),
    )
    return _with_followers(text, first)


def _with_followers(text: Folded, first: Mention) -> list[Mention]:
    """Add "Trung ương 8 (khóa XII)" behind "Nghị quyết Trung ương 7", whose term it gives."""
    chain = [first]
    end = first.end
    while (match := _NEXT_PLENUM.match(text.folded, end)) is not None:
        if not match["name"] and not (
            match["khoa"] or _NEXT_PLENUM.match(text.folded, match.end())
        ):
            break
        start = match.start("name") if match["name"] else match.start("short")
        term = _roman(match["term"]) if match["khoa"] else None
        chain.append(
            Mention(
                Kind.PLENUM,
                start,
                _closed(text, match),
                type_vi=first.type_vi,
                worded=False,
                ordinal=str(int(match["short"])),
                term=term,
                plural=first.plural,
            )
        )
        end = chain[-1].end
    return _spread_terms(chain) + _other_terms(text, chain[-1])


def _other_terms(text: Folded, last: Mention) -> list[Mention]:
    """Return the further terms of an alias ("Nghị quyết Trung ương 4 khóa XI, khóa XII")."""
    found: list[Mention] = []
    end = last.end
    while last.term and (match := _NEXT_TERM.match(text.folded, end)) is not None:
        value = number_of(match["term"])
        if value is None:
            break
        start, end = match.start("name"), match.end("term")
        found.append(replace(last, start=start, end=end, term=roman(value), worded=False))
    return found


def _spread_terms(chain: list[Mention]) -> list[Mention]:
    from_right: str | None = None
    spread: list[Mention] = []
    for mention in reversed(chain):
        from_right = mention.term or from_right
        # In a list "các" speaks of the plenums, not of several resolutions of one.
        plural = mention.plural and len(chain) == 1
        spread.append(replace(mention, term=mention.term or from_right, plural=plural))
    return spread[::-1]


def _glued(text: Folded) -> list[Mention]:
    return [
        Mention(
            Kind.PLENUM,
            match.start(),
            _closed(text, match),
            type_vi="Nghị quyết",
            ordinal=str(int(match["short"])),
            term=_roman(match["term"]) if match["khoa"] else None,
        )
        for match in _GLUED.finditer(text.openings)
    ]


def _closed(text: Folded, match: re.Match[str]) -> int:
    """Return where a mention ends: a bracket that was not opened inside stays outside."""
    end = match.end()
    inside = text.folded[match.start() : end]
    while inside.endswith((")", " ", ",")) and inside.count(")") > inside.count("("):
        inside, end = inside[:-1], end - 1
    return end - (len(inside) - len(inside.rstrip(" ,(")))


def _nicknames(text: Folded) -> list[Mention]:
    return [
        Mention(
            Kind.NICKNAME, match.start(), match.end(), number=_NICKNAMES[match[0]], worded=False
        )
        for match in _NICKNAME.finditer(text.openings)
    ]


def _congress(text: Folded, word: TypeWord) -> list[Mention]:
    match = _CONGRESS.match(text.folded, word.end)
    if match is None:
        match = _SHORT_CONGRESS.match(text.folded, word.end)
        return [_local_congress(text, word, match)] if match else []
    value = number_of(match["nth"] or match["short"])
    if value is None:
        return []
    if match["local1"] or match["local2"]:
        return [_local_congress(text, word, match)]
    return [
        Mention(
            Kind.CONGRESS,
            word.start,
            match.end(),
            type_vi="Nghị quyết",
            ordinal=roman(value),
            term=roman(value),
            plural=_is_plural(text, word.start),
        )
    ]


def _local_congress(text: Folded, word: TypeWord, match: re.Match[str]) -> Mention:
    groups = match.groupdict()
    value = number_of(groups["nth"] or groups.get("short") or "") or 0
    end = match.end()
    if groups.get("local2"):
        rank = _RANK.match(text.shaped, end)
        end = rank.end() if rank else end
        name = _NAME.match(text.shaped, end)
        end = name.end() if name else end
    return Mention(
        Kind.CONGRESS,
        word.start,
        end,
        type_vi="Nghị quyết",
        ordinal=roman(value),
        local=True,
        place=text.shaped[word.end : end],
    )


_NAME = re.compile(r"(?: [^\W\d_a-zà-ỹđ][^\W_]*){1,4}")


def _roman(term: str | None) -> str | None:
    value = number_of(term) if term else None
    return roman(value) if value else None


def _is_plural(text: Folded, start: int) -> bool:
    return text.folded[max(0, start - 5) : start].endswith(("các ", "những "))
