"""Documents that end or change in a clause that leaves out by what: the text went on about it.

`Theo đó, Quyết định B hết hiệu lực`; `Theo đó, bãi bỏ B`; `A thay thế B; các Quyết định C, D hết
hiệu lực`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.extract.cues import Cue, cue_before
from graph.extract.dates import find_dates
from graph.extract.plausible import CHANGES
from graph.extract.relating import Text, relate
from graph.extract.scopes import Group
from graph.extract.spoken import TAKEN_UP, spoken_of
from graph.extract.topic_of import is_topic
from graph.extraction import StatedRelation
from graph.model import PartialDate

_ENDS = re.compile(
    r"(?: trước đây| nêu trên| nói trên| này)?,? (?:(?:cũng|đều|sẽ|chính thức|đồng thời|nay) )*"
    r"(?P<cue>(?:hết|chấm dứt|không còn) hiệu lực(?: thi hành)?|"
    r"(?:được |bị )(?P<verb>bãi bỏ|hủy bỏ|thay thế|(?:sửa đổi|bổ sung|điều chỉnh)(?:, bổ sung)?))"
    r"(?: toàn bộ| một số (?:điều|nội dung))?"
    r"(?=\s*(?:[.;,\n)]|$)| (?:kể )?từ (?:ngày|thời điểm) (?:\d|này|đó|trên)| theo hướng | như sau)"
)
_PREDICATES = {"thay thế": "replaces", "bãi bỏ": "repeals", "hủy bỏ": "repeals", None: "repeals"}
_ONLY = re.compile(r"(?:các |những |toàn bộ |cả )?(?:số )?")
_NEXT = re.compile(r"\s*(?:;|,(?= đồng thời| và))\s?(?:và |đồng thời,? )?(?:các |những )?(?:số )?")
_CAUSED = re.compile(r"[^.;\n]{0,60}?,? (?:khiến(?: cho)?|làm(?: cho)?) (?:các )?")
_IN_FORCE = re.compile(
    r"[^.;\n]{0,20} có hiệu lực[^.;\n]{0,90}[;,] (?:và |đồng thời,? )?(?:các |những )?(?:số )?"
)
_FROM = re.compile(r"(?: kể)?(?: từ)? (?:ngày|thời điểm) (?=\d)")
_INTO_FORCE = re.compile(r" có hiệu lực(?: thi hành)?(?: kể)?(?: từ)? ngày (?=\d)")
_DAY_REACH = 24
#: By what else it ends: `hết hiệu lực theo Thông tư C`, not `theo Quyết định này`.
_BY_ANOTHER = re.compile(
    r"[^.;\n]{0,60}?(?<!\w)(?:theo|bởi|tại|do|bằng|căn cứ)(?: quy định)?(?: tại| của)?"
    r"(?: (?:điểm|khoản|điều) [^\s,]{1,4},?){0,3}(?: của| tại)?(?: các)? "
    r"(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kế hoạch|"
    r"công văn|văn bản|quy định số)(?! (?:này|trên|mới|nói trên|nêu trên|vừa)(?!\w))"
)
#: `A được ban hành, theo đó B bị bãi bỏ`.
_THEREBY = re.compile(r"[^.;\n]{0,60}?[,;] theo đó,? (?:các |những |cả )?(?:số )?")
#: `Theo Điều 7 của A, các nghị định sau hết hiệu lực: B, C`.
_FOLLOWING = re.compile(
    r"[^.;\n]{0,120}?(?<!\w)(?:các|những|\d{1,3}) [^.;:\n]{2,70}? (?:sau|sau đây|dưới đây) "
    r"(?:(?:đều|sẽ|chính thức) )?(?P<cue>(?:hết|chấm dứt|không còn) hiệu lực|"
    r"(?:bị |được )?(?P<verb>bãi bỏ|hủy bỏ|thay thế))[^.;:\n]{0,90}: ?(?:các )?"
)
_BY = re.compile(
    r"(?:^|[.\n,;] ?|(?<!\w)(?:theo|tại|từ|ngày|khi|của|trong|do) )(?:quy định )?(?:tại |của )?"
    r"(?:(?:điểm|khoản|điều) [^\s,]{1,4},? ?){0,3}(?:của )?$"
)
_BY_REACH = 60
#: What tells that others have ended, or how documents end: it ends none of them itself.
_ONLY_TELLS = re.compile(
    r"(?<!\w)(?:công bố|rà soát|(?:ban hành|kiểm tra|xử lý|hợp nhất) văn bản quy phạm pháp luật)"
    r"(?!\w)"
)
_PROPOSALS = {"Tờ trình", "Báo cáo", "Công văn"}
_IN_PART = re.compile(r" (?:một phần|một số (?:điều|khoản|nội dung|quy định))(?!\w)")
_TELLS_REACH = 200
_BRINGS = re.compile(r" là (?:các )?(?:số )?")


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts in a sentence, by the offset at which a list begins.

    `by` = who acts upon that list; `upon` = what that list changes.
    """

    by: dict[int, tuple[int, ...]]
    upon: dict[int, tuple[int, ...]]


def _ending(text: Text, group: Group) -> Cue | None:
    """Return the cue behind a list whose documents end or change, by what is not said there."""
    found = _ENDS.match(text.folded, group.end)
    if found is None or _BY_ANOTHER.match(text.folded, found.end()):
        return None
    return Cue(*found.span("cue"), _PREDICATES.get(found["verb"], "amends"))


def taken_up(
    text: Text, outer: Sequence[Group], sentence: tuple[int, int], acting: Acting
) -> Iterator[StatedRelation]:
    """Read a sentence that goes on about the document of the one before."""
    head = TAKEN_UP.match(text.folded, *sentence) if outer else None
    if head is None:
        return
    first = outer[0]
    cue = cue_before(text.openings, head.end(), first.start)
    if cue is None:
        only = _ONLY.fullmatch(text.folded, head.end(), first.start)
        cue = _ending(text, first) if only and not head["beside"] else None
    elif cue.inverted or cue.predicate not in CHANGES or cue.start > head.end():
        return
    if cue is None:
        return
    if cue.predicate == "replaces" and len(outer) > 1 and _is(text, first, outer[1]):
        acting.by[first.start] = outer[1].members
        yield from relate(text, list(outer[1].members), cue, list(first.members))
        return
    if is_topic(text.folded, text.mentions[first.members[-1]].end, first.end):
        return
    subjects = spoken_of(text.prepared, text.mentions, text.denoted, sentence[0])
    if subjects and not _ended_before(text, first, cue, subjects):
        acting.by[first.start] = subjects
        for relation in relate(text, list(subjects), cue, list(first.members)):
            yield replace(relation, certainty="inferred")


def _is(text: Text, group: Group, following: Group) -> bool:
    """Tell whether the next list is what takes the place of one: `Thay thế A là B`."""
    return _BRINGS.fullmatch(text.folded, group.end, following.start) is not None


def _ended_before(text: Text, group: Group, cue: Cue, subjects: Sequence[int]) -> bool:
    """Tell whether a list ended before what is said to end it was there, or in force."""
    ended = _day_behind(text, _FROM, cue.end) if cue.start >= group.end else None
    if ended is None:
        return False
    last = text.mentions[subjects[-1]]
    issued = text.document(subjects[-1]).issued
    force = _day_behind(text, _INTO_FORCE, last.end) or _day_behind(text, _INTO_FORCE, last.tail)
    begun = [one.earliest for one in (issued, force) if one is not None]
    begun += [date(last.year, 1, 1)] if last.year else []
    return any(ended.latest + timedelta(days=1) < one for one in begun)


def following(text: Text, before: Group, group: Group) -> Cue | None:
    """Return the cue of `Theo A, các nghị định sau hết hiệu lực: B, C`: A ends what follows."""
    if not text.folded.endswith((":", ": ", ": các "), before.end, group.start):
        return None
    found = _FOLLOWING.fullmatch(text.folded, before.end, group.start)
    low = max(text.prepared.sentence(before.start).start, before.start - _BY_REACH)
    if found is None or not _BY.search(text.folded, low, before.start):
        return None
    if _only_tells(text, before, group.start):
        return None
    part = _IN_PART.match(text.folded, found.end("cue"))
    said = "amends" if part else _PREDICATES.get(found["verb"], "repeals")
    return Cue(*found.span("cue"), said)


def _only_tells(text: Text, before: Group, end: int) -> bool:
    """Tell whether what documents end by proposes, announces or reviews: `Theo Tờ trình A`."""
    if any(text.document(place).type_vi in _PROPOSALS for place in before.members):
        return True
    low = max(text.prepared.sentence(before.start).start, before.start - _TELLS_REACH)
    return _ONLY_TELLS.search(text.folded, low, end) is not None


def _day_behind(text: Text, lead: re.Pattern[str], place: int) -> PartialDate | None:
    """Return the day that stands, with its year, behind words at a place."""
    words = lead.match(text.folded, place)
    found = find_dates(text.folded, words.end(), words.end() + _DAY_REACH) if words else []
    here = words is not None and bool(found) and found[0].start == words.end()
    return found[0].value if here else None


def ended_too(text: Text, before: Group, group: Group, acting: Acting) -> Iterator[StatedRelation]:
    """Read `A thay thế B; các Quyết định C, D hết hiệu lực` and `A có hiệu lực từ ...; C ...`."""
    cue = _ending(text, group)
    if cue is None or cue.predicate == "amends" or group.start in acting.by:
        return
    subjects: tuple[int, ...] | None = None
    if _IN_FORCE.fullmatch(text.folded, before.end, group.start):
        subjects = before.members
    elif any(one.fullmatch(text.folded, before.end, group.start) for one in (_CAUSED, _THEREBY)):
        subjects = acting.by.get(before.start, before.members)
    elif _NEXT.fullmatch(text.folded, before.end, group.start):
        subjects = acting.by.get(before.start)
    if subjects and not _ended_before(text, group, cue, subjects):
        acting.by[group.start] = subjects
        yield from relate(text, list(subjects), cue, list(group.members))
