"""Words that stand for a document named before: "Nghị quyết này", "để cụ thể hóa Nghị quyết".

They are ends of relations, not mentions: what they say of a document is inferred.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.article import Prepared
from graph.extract.coreference import family
from graph.extract.cues import cue_before
from graph.extract.mentions import Kind, Mention
from graph.extract.openings import opened_by
from graph.extract.passives import GROUND_BEFORE
from graph.extract.purposes import ISSUES
from graph.extract.spoken import lists_in, spoken_of
from graph.extract.types import TypeWord

_THIS = re.compile(r"\s(?:này|trên|nêu trên|nói trên|vừa nêu|ấy|đó)(?!\w)")
#: `Quy định mới thay thế ...`: the one just issued.
_NEW = re.compile(
    r"\smới(?= (?:này|(?:cũng |sẽ |đã |lần lượt |được )*(?:thay|bãi bỏ|sửa|ban hành|xây)))"
)
#: Texts of any type: `cả hai văn bản bị bãi bỏ`, `các văn bản này`.
_BOTH = opened_by(("văn bản",), behind=r"(?P<this> (?:này|trên|nêu trên|nói trên))?(?!\w)")
_COUNT = re.compile(r"(?<!\w)(?:(?:cả )?(?P<count>hai|ba|bốn)(?: bản)?|các|những) $")
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4}
_FIRST = re.compile(r"\s*(?:theo đó, )?(?:(?:cả )?(?:hai|ba|bốn) |các )?")
_BACK = 6  # sentences in which a list is looked for
#: What opens a sentence and goes back to the one document of the sentence before.
_GOES_BACK = opened_by(
    (
        "văn bản này",
        *(f"{one} này" for one in ("bảng giá(?: đất)?", "danh mục", "quy trình", "đơn giá")),
        *("khung giá này", "định mức này"),
        r"đây (?:cũng )?là (?:văn bản|nghị quyết|quyết định|quy định|kế hoạch|chương trình"
        r"(?: hành động)?|chỉ thị|kết luận|đề án|hướng dẫn|bước|cơ sở|căn cứ)"
        r"(?: chuyên đề| quan trọng| trực tiếp| pháp lý| đầu tiên)?(?!\w)",
        r"trên cơ sở (?=đó,)",
    ),
    behind="",
)
_THAT = "đó"
_LIST_GAP = 24
_NUMBER_NEXT = re.compile(r"\s(?:số\s?)?\d")
#: "A hết hiệu lực kể từ ngày Thông tư này": not A, but what was spoken of before.
_END_OF_FORCE = re.compile(r"hết hiệu lực[^.;\n]{0,40}(?:ngày|khi)\s$")
_CARRIED_OUT = re.compile(
    r"(?:thực hiện|triển khai|quán triệt|cụ thể hóa|thể chế hóa|thi hành|hướng dẫn|"
    r"quy định chi tiết)(?: (?:tốt|nghiêm|có hiệu quả|hiệu quả|thắng lợi|nghiêm túc))?\s$"
)
_BLANK = re.compile(r"\s*")
#: `Triển khai nghị quyết, UBND tỉnh ...`: a verb that opens the sentence.
_OPENS = re.compile(
    r"\s*(?:để |nhằm )?(?:tổ chức |tiếp tục )?"
    r"(?:triển khai|thực hiện|cụ thể hóa|quán triệt)(?: thực hiện)? "
)
#: `Nghị quyết thay thế ...`: what opens a sentence and acts is the one just named.
_REPLACES = re.compile(
    r",? (?:(?:mới |này )?(?:cũng |đồng thời |đã |sẽ )*(?:thay thế|có hiệu lực|bãi bỏ|sửa đổi|"
    r"cụ thể hóa|hướng dẫn|gồm|quy định rõ)|do|bị (?:thay thế|bãi bỏ)|được (?:"
    r"cụ thể hóa|sửa đổi|thay thế|bổ sung|hướng dẫn|xây dựng|ban hành|soạn thảo|thông qua|ký|"
    r"[^.;:,\n]{3,90} (?:ký|ban hành|thông qua|phê duyệt)))(?!\w)"
)
#: `sau khi chỉ thị ra đời`: a bare word that its coming makes the one just spoken of.
_SINCE = re.compile(r"(?:sau khi|ngay khi|từ khi|khi|kể từ khi)(?: có)? $")
_COMES = re.compile(r" (?:ra đời|được ban hành|được thông qua|có hiệu lực|được ký)(?!\w)")
_CLOSED = re.compile(r"\s*(?:[,.;:)\n]|$|(?:vào|trong|trên|ở|tại|bằng|thành|đã|đạt|đến)(?!\w))")
#: `thực hiện Chương trình hành động của Tỉnh ủy`: the one that bears the code of that body.
_OF_BODY = re.compile(
    r" của (?:(?P<TW>bộ chính trị|ban bí thư|(?:ban chấp hành )?trung ương)|(?P<CP>chính phủ)|"
    r"(?P<TTg>thủ tướng(?: chính phủ)?)|(?P<TU>(?:ban thường vụ )?(?:tỉnh|thành) ủy)|"
    r"(?P<UBND>ubnd (?:tỉnh|thành phố))|(?P<HĐND>hđnd (?:tỉnh|thành phố)))(?!\w)"
)
_REACH = 900
_SHORT = 60
_CITED = {Kind.NUMBER, Kind.SHARED, Kind.BARE, Kind.PLENUM, Kind.CONGRESS, Kind.NAMED, Kind.LAW}


@dataclass
class _Topics:
    """What the sentences so far are about, by type: of the last one, and of the one before it."""

    last: dict[str | None, tuple[int, int]]
    before: dict[str | None, tuple[int, int]]

    def note(self, kind: str | None, sentence: int, place: int) -> None:
        """Note a mention: the first of its type in a sentence is what that is about."""
        known = self.last.get(kind)
        if known is None or known[0] != sentence:
            if known is not None:
                self.before[kind] = known
            self.last[kind] = (sentence, place)


def find_anaphors(
    types: Sequence[TypeWord],
    prepared: Prepared,
    mentions: Sequence[Mention],
    denoted: Sequence[str],
    own: int | None = None,
) -> Iterator[tuple[Mention, int]]:
    """Yield each word that stands for a document, with the place of the mention it goes back to.

    "Nghị quyết này" is the document which the nearest sentence of its type is about: the first
    named there, in the same paragraph or the one before. A bare "Nghị quyết" that is carried out
    is the only one of its type so far. In an official text whose own mention is `own`, a word of
    its type means that text.
    """
    topics = _Topics({}, {})
    kind_of_text = family(mentions[own].type_vi) if own is not None else None
    place = 0
    for word in types:
        while place < len(mentions) and mentions[place].end <= word.start:
            _note(prepared, mentions, topics, place)
            place += 1
        this = _THIS.match(prepared.folded.folded, word.end) or _new(prepared, word)
        if own is not None and family(word.type_vi) == kind_of_text:
            if this or _enacted(prepared, word):
                yield _anaphor(word, this), own
            continue
        several = _several(prepared, word, mentions, place) if this else None
        if several is not None:
            yield from ((_anaphor(word, this), one) for one in several)
            continue
        meant = this or _is_grounded(prepared, word)
        antecedent = (
            _topic(prepared, word, mentions, topics)
            if meant
            else _only(prepared, word, mentions, denoted)
        )
        if antecedent is not None:
            yield _anaphor(word, this), antecedent
    if own is None:
        yield from _texts(prepared, mentions, denoted)


def _note(prepared: Prepared, mentions: Sequence[Mention], topics: _Topics, place: int) -> None:
    """Note a mention as what its sentence is about, if the first of its type or what is issued."""
    start = prepared.sentence(mentions[place].start).start
    kind = family(mentions[place].type_vi)
    known = topics.last.get(kind)
    if known is None or known[0] != start:
        topics.note(kind, start, place)
    elif _issued(prepared, mentions[place]) and not _issued(prepared, mentions[known[1]]):
        topics.last[kind] = (start, place)


def _issued(prepared: Prepared, mention: Mention) -> bool:
    begin = max(prepared.sentence(mention.start).start, mention.start - _SHORT)
    return ISSUES.search(prepared.folded.folded, begin, mention.start) is not None


def _texts(
    prepared: Prepared, mentions: Sequence[Mention], denoted: Sequence[str]
) -> Iterator[tuple[Mention, int]]:
    """Yield each `Văn bản này`, `Trên cơ sở đó` that opens a sentence, and `cả hai văn bản`."""
    text = prepared.folded.folded
    for found in _GOES_BACK.finditer(prepared.folded.openings):
        here = prepared.sentence(found.start())
        if not here.start or _BLANK.fullmatch(text, here.start, found.start()) is None:
            continue
        that = text.startswith(_THAT, found.end())
        start, end = (found.end(), found.end() + len(_THAT)) if that else found.span()
        for place in _of_sentence(prepared, mentions, denoted, here.start, sure=that):
            yield _word(start, end, mentions[place]), place
    for found in _BOTH.finditer(prepared.folded.openings):
        count = _COUNT.search(text, max(0, found.start() - 12), found.start())
        both = count is not None and (found["this"] or count[0].startswith("cả"))
        if count is not None and both:
            for place in _both(prepared, count, mentions, denoted):
                yield _word(*found.span(), mentions[place]), place


def _of_sentence(
    prepared: Prepared,
    mentions: Sequence[Mention],
    denoted: Sequence[str],
    offset: int,
    *,
    sure: bool,
) -> Sequence[int]:
    """Return the one document of the sentence before an offset, or what that one issues."""
    before = prepared.sentence(offset - 1)
    low = bisect_left(mentions, before.start, key=lambda one: one.start)
    high = bisect_left(mentions, offset, key=lambda one: one.start)
    if low < high and len(set(denoted[low:high])) == 1:
        return (low,)
    return () if sure else spoken_of(prepared, mentions, denoted, offset)[:1]


def _both(
    prepared: Prepared,
    found: re.Match[str],
    mentions: Sequence[Mention],
    denoted: Sequence[str],
) -> Sequence[int]:
    """Return what `cả hai văn bản` means: all that is named just before, if it is so many."""
    here = prepared.sentence(found.start())
    stretches = [(here.start, found.start())]
    if here.start:
        stretches.append((prepared.sentence(here.start - 1).start, here.start))
    for start, end in stretches:
        lists = lists_in(prepared, mentions, start, end)
        first = {denoted[place]: place for group in lists for place in reversed(group.members)}
        if len(first) > 1:
            meant = len(first) == _COUNTS.get(found["count"], len(first))
            return sorted(first.values()) if meant else ()
    return ()


def _word(start: int, end: int, mention: Mention) -> Mention:
    return Mention(Kind.ANAPHOR, start, end, mention.type_vi, tail=end)


def _new(prepared: Prepared, word: TypeWord) -> re.Match[str] | None:
    """Return the `mới` of `Quy định mới thay thế ...` that opens a sentence."""
    text = prepared.folded.folded
    new = _NEW.match(text, word.end)
    start = prepared.sentence(word.start).start if new else word.start
    return new if new and _FIRST.fullmatch(text, start, word.start) else None


def _several(
    prepared: Prepared, word: TypeWord, mentions: Sequence[Mention], place: int
) -> Sequence[int] | None:
    """Return what `hai nghị quyết trên`, `các quy định này` go back to, None where it is one.

    It is the list that a sentence before is about, else the last list of so many of their type.
    """
    text, openings = prepared.folded.folded, prepared.folded.openings
    found = _COUNT.search(text, max(0, word.start - 12), word.start)
    if found is None:
        return None
    count = _COUNTS.get(found["count"])
    wanted = family(word.type_vi)
    here = prepared.sentence(word.start)
    for _ in range(_BACK):
        for group in lists_in(prepared, mentions, here.start, min(here.end, word.start)):
            alike = [one for one in group.members if family(mentions[one].type_vi) == wanted]
            ruled = word.start < here.end and cue_before(openings, group.end, word.start)
            if len(alike) > 1 and count in (None, len(alike)) and not ruled:
                return alike
        if not here.start or word.start - here.start > _REACH:
            break
        here = prepared.sentence(here.start - 1)
    return _run(word, mentions, place, count) if count else ()


def _run(word: TypeWord, mentions: Sequence[Mention], place: int, count: int) -> Sequence[int]:
    """Return the last list of so many of a type, near to each other."""
    run: list[int] = []
    for other in range(place - 1, -1, -1):
        mention = mentions[other]
        if word.start - mention.start > _REACH:
            break
        alike = family(mention.type_vi) == family(word.type_vi)
        near = not run or mentions[run[-1]].start - mention.end <= _LIST_GAP
        run = ([*run, other] if near else [other]) if alike else []
        if len(run) == count:
            return run[::-1]
    return ()


def _anaphor(word: TypeWord, this: re.Match[str] | None) -> Mention:
    end = this.end() if this else word.end
    return Mention(Kind.ANAPHOR, word.start, end, type_vi=word.type_vi, tail=end)


def _topic(
    prepared: Prepared, word: TypeWord, mentions: Sequence[Mention], topics: _Topics
) -> int | None:
    """Return the place of what the nearest sentence of a type is about."""
    kind, text = family(word.type_vi), prepared.folded.folded
    found = topics.last.get(kind)
    here = prepared.sentence(word.start).start
    if (
        found
        and found[0] == here
        and (
            _ends(text, word.start, _END_OF_FORCE)
            or _acts(prepared, mentions, found[1], word.start)
        )
    ):
        found = topics.before.get(kind)  # no document acts upon itself
    return found[1] if found and word.start - found[0] <= _REACH else None


def _acts(prepared: Prepared, mentions: Sequence[Mention], place: int, offset: int) -> bool:
    """Tell whether a mention is the subject of the verb before an offset."""
    following = mentions[place + 1 : place + 2]
    if following and following[0].start < offset:
        return False
    return cue_before(prepared.folded.openings, mentions[place].end, offset) is not None


def _only(
    prepared: Prepared, word: TypeWord, mentions: Sequence[Mention], denoted: Sequence[str]
) -> int | None:
    """Return the one document of a type so far that a bare word behind a verb can mean."""
    text = prepared.folded.folded
    start = prepared.sentence(word.start).start
    capital = prepared.folded.shaped[word.start].isupper()
    if capital and _BLANK.fullmatch(text, start, word.start) and _REPLACES.match(text, word.end):
        return _alone(mentions, denoted, word, start)
    if _COMES.match(text, word.end) and _ends(text, word.start, _SINCE):
        return _alone(mentions, denoted, word, word.start)
    whose = _OF_BODY.match(text, word.end)
    if whose:
        named = _ends(text, word.start, _CARRIED_OUT)
        return _alone(mentions, denoted, word, word.start, whose.lastgroup) if named else None
    if capital:
        meant = _CLOSED.match(text, word.end)
    else:
        comma = text.startswith(",", word.end)
        meant = _OPENS.fullmatch(text, start, word.start) if comma else None
    if not meant:
        return None
    if not _ends(text, word.start, _CARRIED_OUT) or _inside(mentions, word):
        return None
    only = _alone(mentions, denoted, word, word.start)
    if only is None:  # of several it is the one that the sentence before is about
        alike = [
            place
            for place in spoken_of(prepared, mentions, denoted, word.start)
            if family(mentions[place].type_vi) == family(word.type_vi)
        ]
        only = alike[0] if len(alike) == 1 else None
    return only


def _alone(
    mentions: Sequence[Mention],
    denoted: Sequence[str],
    word: TypeWord,
    end: int,
    code: str | None = None,
) -> int | None:
    """Return the one document of a type that is named in the stretch before an offset.

    `code` = it bears that code of an issuer.
    """
    low = bisect_left(mentions, word.start - _REACH, key=lambda one: one.start)
    high = bisect_left(mentions, end, key=lambda one: one.start)
    alike = [
        place
        for place in range(low, high)
        if family(mentions[place].type_vi) == family(word.type_vi)
        and mentions[place].kind in _CITED
        and code in (None, mentions[place].issuer_code)
    ]
    return alike[-1] if len({denoted[place] for place in alike}) == 1 else None


def _inside(mentions: Sequence[Mention], word: TypeWord) -> bool:
    """Tell whether a word stands in a title or name, but not as the last one of a title."""
    place = bisect_right(mentions, word.start, key=lambda one: one.start) - 1
    if place < 0:
        return False
    holder = mentions[place]
    closes = word.end == holder.tail and family(word.type_vi) != family(holder.type_vi)
    return word.start < max(holder.end, holder.tail) and not closes


def _is_grounded(prepared: Prepared, word: TypeWord) -> bool:
    """Tell whether a bare word is that of `Cơ sở pháp lý của quyết định là ...`."""
    text = prepared.folded.folded
    numbered = _NUMBER_NEXT.match(text, word.end) is not None
    return not numbered and _ends(text, word.start, GROUND_BEFORE)


def _ends(text: str, offset: int, pattern: re.Pattern[str]) -> bool:
    return pattern.search(text, max(0, offset - _SHORT), offset) is not None


def _enacted(prepared: Prepared, word: TypeWord) -> bool:
    """Tell whether the enacting clause issues it: `Chính phủ ban hành Nghị định về ...`."""
    letterhead = prepared.letterhead
    if letterhead is None or word.start not in letterhead.preamble:
        return False
    text = prepared.folded.folded
    numbered = _NUMBER_NEXT.match(text, word.end) is not None
    return text.endswith("ban hành ", 0, word.start) and not numbered
