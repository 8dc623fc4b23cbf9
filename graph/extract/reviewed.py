"""Names that a person has reviewed: where a text prints them, and what they mean there.

They are asked last. What a text says of a citation itself, and what the register knows of numbers,
come first; a reviewed name decides where a citation would stay open, or would rest on nothing but
the source's date or the usual meaning of a nickname. A number, a short number or a plenum's name is
used anew in every congress term, so it means what it was reviewed to mean in texts of that term
only; a name of a province's document means it in texts of that province. Names that were reviewed
to mean several documents leave the citation open between them. A text that says itself what it
calls by a name (`sau đây gọi là ...`) means that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from graph.extract.choosing import LATEST, Evidence, admissible
from graph.extract.coreference import family
from graph.extract.denoting import Context, Denoted
from graph.extract.gazetteer import Knowledge, KnownDocument, ReviewedName
from graph.extract.mentions import Kind, Mention
from graph.extract.numbered import find_numbered
from graph.extract.person_names import LEAST, RUN, is_strong
from graph.extract.text import CAPITALS, Folded, fold, folded
from graph.extract.types import find_type_words
from graph.model import Level
from graph.numbers import parse_number

_WORD = re.compile(r"\w+")
_OF_A_TERM = (Kind.NUMBER, Kind.SHARED, Kind.BARE, Kind.PLENUM, Kind.CONGRESS)
_NUMBERED = (Kind.NUMBER, Kind.SHARED)
_LOCAL = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.GRASSROOTS)
#: Words that tell no document from another.
_COMMON = (
    "này trên đó ấy đây nói nêu của đảng trung ương tỉnh thành huyện xã phường ủy hội đồng nhân "
    "dân ban chấp thường vụ bộ chính trị bí thư phủ thủ tướng quốc các những mọi mới cấp dưới số "
    "ngày tháng năm hành động công tác làm việc thực hiện về và theo"
)
_COMMON_WORDS = frozenset(_COMMON.split())
_PERSON = re.compile(
    rf"(?<!\w)(?:(?i:ông|bà|anh|chị|cụ|cô|thầy|chú|cháu|đồng chí|đ/c|bị can|bị cáo)|vụ(?: án)?)"
    rf"\s+[{CAPITALS}]"
)
#: Surnames that are common words as well, or begin the name of a city.
_NO_SURNAMES = frozenset(["Nông", "Vàng", "Thái", "Lương", "Bàn"])
_CITY = "Hồ Chí Minh"
_PRIVATE = re.compile(r"\d(?:[ .–-]{0,3}\d){8}|@")
#: What stands between two words that belong to different sentences or paragraphs.
_PARTED = re.compile(r"[.;:!?…]\s|\n\s*\n")
_CALLED = re.compile(r"(?<!\w)gọi (?P<several>chung )?(?:tắt )?(?:là )?\W{0,4}\Z")
_SENTENCE = 160  # letters before a citation in which its sentence names who issues it
_ISSUING = re.compile(r"(?P<body>[^.;\n]{3,120}) (?:ban hành|thông qua) (?:các )?\Z")
_LOCAL_BODY = re.compile(
    r"(?<!\w)(?:(?:tỉnh|thành|huyện|thị|quận|đảng|phường|xã) ủy|hđnd|hội đồng nhân dân|ubnd|"
    r"ủy ban nhân dân)(?!\w)"
)
_STATE_BODY = re.compile(r"(?<!\w)(?:quốc hội|chính phủ|thủ tướng)(?!\w)")
_CALLING = 60  # letters from a citation to what it is called, at most
_LEAST_WORDS, _MOST_WORDS = 2, 24


def name_key(name: str) -> str:
    """Return a name as names are compared: a number by its codes, a short one by type and figure.

    `Nghị quyết số 18-NQ/TW` and `18-NQ/TW` are one; so are `Nghị quyết số 19` and `Nghị quyết 19`.
    """
    text = fold(name)
    numbered = find_numbered(text, find_type_words(text.openings))
    if len(numbered) == 1 and numbered[0].start == 0:
        return _key(numbered[0], text)
    return _words(text.folded)


def printed_number(name: str) -> str | None:
    """Return the number that a name prints, short or with its code; None for a name in words."""
    text = fold(name)
    numbered = find_numbered(text, find_type_words(text.openings))
    return numbered[0].number if len(numbered) == 1 and not numbered[0].start else None


def tells_apart(name: str) -> bool:
    """Tell whether a name can mean one document: no class of papers, no person, no private number.

    `Nghị quyết này` and `Chương trình hành động của Tỉnh ủy` mean another one in every text; what
    looks like a person's name is nothing that a document is called.
    """
    text = fold(name)
    if not (names_nobody(name) and name.isprintable()):
        return False
    types = find_type_words(text.openings)
    begins = types[0].end if types and types[0].start == 0 else 0
    words = _WORD.findall(text.folded, begins)
    if not begins and not re.search(r"\d", name) and name.istitle():
        return False
    telling = [word for word in words if word not in _COMMON_WORDS]
    figured = any(any(letter.isdigit() for letter in word) for word in telling)
    enough = len(telling) >= _LEAST_WORDS or (figured and bool(begins or len(words) > 1))
    return enough and len(words) <= _MOST_WORDS


def names_nobody(words: str) -> bool:
    """Tell whether words hold no person's name, no address and no number of a private kind."""
    text = fold(words)
    if _PRIVATE.search(text.raw) or _PERSON.search(text.shaped):
        return False
    told = text.shaped.title() if text.shaped.isupper() else text.shaped
    return not any(_is_person(found[0].split(" ")) for found in RUN.finditer(told))


def _is_person(syllables: Sequence[str]) -> bool:
    """Tell whether a surname and two syllables more stand in a run of capitals."""
    return any(
        is_strong(one) and one not in _NO_SURNAMES and " ".join(syllables[at : at + 3]) != _CITY
        for at, one in enumerate(syllables[:-LEAST])
    )


def find_reviewed(text: Folded, taken: Sequence[Mention], knowledge: Knowledge) -> list[Mention]:
    """Return the places where a reviewed name in words stands and no other mention does."""
    names = _trie(knowledge)
    if not names:
        return []
    words = list(_WORD.finditer(text.folded))
    busy = _Busy(taken)
    found: list[Mention] = []
    place = 0
    while place < len(words):
        count = _longest(names, words, place, text.folded)
        if count:
            start, end = words[place].start(), words[place + count - 1].end()
            if not busy.between(start, end):
                name = _words(text.folded[start:end])
                found.append(Mention(Kind.NICKNAME, start, end, worded=False, number=name))
        place += max(count, 1)
    return found


def settled(mentions: Sequence[Mention], drafts: list[Denoted], context: Context) -> list[Denoted]:
    """Return what mentions denote, those that stay open as a reviewer named them before."""
    names = context.knowledge.by_reviewed_name
    if not names:
        return drafts
    called = _called(mentions, drafts, context.prepared.folded)
    found: list[Denoted] = []
    others: set[str] = set()  # names that the text has given to another body
    for mention, draft in zip(mentions, drafts, strict=True):
        key = _key(mention, context.prepared.folded)
        if key not in names or not _open(mention, draft):
            found.append(draft)
        elif key in called:
            found.append(called[key] or draft)
        elif key in others:
            found.append(draft)
        else:
            found.append(_settled(mention, draft, names[key], context))
            if found[-1] is draft and mention.kind is Kind.BARE:
                others.add(key)
    return found


def _called(
    mentions: Sequence[Mention], drafts: Sequence[Denoted], text: Folded
) -> Mapping[str, Denoted | None]:
    """Return what a text says itself that it calls by a name; None for several documents."""
    called: dict[str, Denoted | None] = {}
    for place in range(1, len(mentions)):
        mention, cited = mentions[place], mentions[place - 1]
        begins = max(cited.end, cited.tail)
        if mention.kind is not Kind.NICKNAME or not 0 < mention.start - begins <= _CALLING:
            continue
        if says := _CALLED.search(text.folded[begins : mention.start]):
            called.setdefault(_key(mention, text), None if says["several"] else drafts[place - 1])
    return called


def _settled(
    mention: Mention, draft: Denoted, names: tuple[ReviewedName, ...], context: Context
) -> Denoted:
    meant = {
        one.document: one
        for one in names
        if _of_that_term(mention, one, context)
        and _of_that_place(one.document, context)
        and _of_that_body(mention, draft, one.document, context.prepared.folded)
    }
    evidence = Evidence(mention.term, mention.date, mention.issuer, horizon=context.horizon)
    fitting = [
        one
        for one in admissible(tuple(meant), evidence)
        if mention.term is None or one.term is None or mention.term == one.term
    ]
    printed = " ".join(context.prepared.folded.raw[mention.start : mention.end].split())
    if len(fitting) == 1:
        return _named(mention, draft, meant[fitting[0]], printed)
    if not fitting:
        return draft
    key = draft.key if draft.key[0] != "none" else ("reviewed", mention.number or "")
    return replace(
        draft,
        key=_without_term(key, draft),
        term=mention.term,
        type_vi=draft.type_vi or fitting[0].type_vi,
        number=draft.number if mention.kind in (*_NUMBERED, Kind.BARE) else None,
        candidates=tuple(fitting),
        inferred=(),
        reasons=(f"{printed}: các quyết định duyệt nêu {len(fitting)} văn bản khác nhau",),
    )


def _named(mention: Mention, draft: Denoted, one: ReviewedName, printed: str) -> Denoted:
    """Return the document that a reviewed name means."""
    document = one.document
    number = document.number or ""
    state = (parsed := parse_number(number)) is not None and parsed.year is not None
    last = document.province or ("" if state else document.term or "")
    full = mention.kind in _NUMBERED
    day = f" ngày {one.on.day}-{one.on.month}-{one.on.year}" if one.on else ""
    return Denoted(
        key=("number", number.upper().lstrip("0"), last),
        type_vi=(mention.type_vi if mention.worded else None) or document.type_vi,
        number=number,
        issuer=mention.issuer or document.issuer,
        level=document.level,
        province=document.province,
        term=None if state or document.province else document.term,
        issued=mention.date,
        title=mention.title if full or mention.kind is Kind.BARE else None,
        event=draft.event,
        inferred=(*(() if full else ("number",)), "term", "issuer", "reviewed"),
        reasons=(f"{printed}: {number}, theo điều đã duyệt{day}",),
    )


def _open(mention: Mention, draft: Denoted) -> bool:
    """Tell whether a reviewer is asked: the citation is open, or rests on a usual meaning alone."""
    if mention.kind is Kind.NICKNAME or any(LATEST in reason for reason in draft.reasons):
        return True
    if draft.key[0] != "number":
        return draft.key[0] != "congress"
    number = parse_number(draft.number or "")
    by_term = number is not None and number.year is None and draft.level is Level.CENTRAL
    return by_term and draft.term is None


def _of_that_term(mention: Mention, one: ReviewedName, context: Context) -> bool:
    """Tell whether a text may stand in the congress term for which a number was reviewed.

    Where nobody knows the day of the reviewed text, it is the term of the document itself.
    """
    if mention.kind not in _OF_A_TERM or context.horizon is None:
        return True
    knowledge = context.knowledge
    meant = knowledge.term_on(one.said_on) if one.said_on else one.document.term
    return meant is None or meant == knowledge.term_on(context.horizon)


def _of_that_place(document: KnownDocument, context: Context) -> bool:
    return document.level not in _LOCAL or document.province == context.province


def _of_that_body(mention: Mention, draft: Denoted, document: KnownDocument, text: Folded) -> bool:
    """Tell whether what the text says of who issued a short number can be of a document.

    A text that prints the number in full has said it; else the body after the number (`của HĐND
    tỉnh`), or the one that issues it in the same sentence, is of the level of the document or not.
    """
    if mention.kind is not Kind.BARE:
        return True
    printed, known = (parse_number(one or "") for one in (draft.number, document.number))
    usual = any(LATEST in reason for reason in draft.reasons)
    if printed and known and printed.issuer_code and not usual:
        return printed.issuer_code == known.issuer_code
    before = text.folded[max(0, mention.start - _SENTENCE) : mention.start]
    issuing = _ISSUING.search(before)
    said = f"{issuing['body'] if issuing else ''} {folded(mention.issuer or '')}"
    if known and known.issuer_code == "TW" and _STATE_BODY.search(said):
        return False
    return document.level in _LOCAL or not _LOCAL_BODY.search(said)


def _key(mention: Mention, text: Folded) -> str:
    if mention.kind in _NUMBERED:
        return (mention.number or "").upper().lstrip("0")
    if mention.kind is Kind.BARE:
        return folded(f"{family(mention.type_vi)} {mention.numeral}")
    return _words(text.folded[mention.start : mention.end])


def _without_term(key: tuple[str, ...], draft: Denoted) -> tuple[str, ...]:
    """Return the key of a number whose term is open again."""
    return (*key[:2], "") if key[0] == "number" and draft.level is Level.CENTRAL else key


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


class _Busy:
    """The stretches of a text that mentions take."""

    def __init__(self, taken: Sequence[Mention]) -> None:
        ordered = sorted(taken, key=lambda one: one.start)
        self._starts = [one.start for one in ordered]
        self._ends = list(accumulate((one.end for one in ordered), max))

    def between(self, start: int, end: int) -> bool:
        """Tell whether a mention takes some of a stretch."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


@lru_cache(maxsize=8)
def _trie(knowledge: Knowledge) -> dict[str, object]:
    """Return the reviewed names word by word; the empty word ends a name."""
    root: dict[str, object] = {}
    for name in knowledge.by_reviewed_name:
        if printed_number(name) is not None or not _WORD.fullmatch(name.split(" ")[0]):
            continue
        node = root
        for word in name.split(" "):
            after = node.setdefault(word, {})
            assert isinstance(after, dict)
            node = after
        node[""] = True
    return root


def _longest(
    names: Mapping[str, object], words: Sequence[re.Match[str]], place: int, text: str
) -> int:
    """Return how many words from a place on make the longest name in one sentence; 0 for none."""
    node: object = names
    longest = 0
    for count, word in enumerate(_from(words, place), 1):
        node = node.get(word) if isinstance(node, Mapping) else None
        at = place + count - 1
        if node is None or (
            count > 1 and _PARTED.search(text, words[at - 1].end(), words[at].start())
        ):
            break
        if isinstance(node, Mapping) and "" in node:
            longest = count
    return longest


def _from(words: Sequence[re.Match[str]], place: int) -> Iterator[str]:
    return (words[at][0] for at in range(place, len(words)))
