"""Documents that end or change in a clause that leaves out by what: the text went on about it.

`Theo đó, Quyết định B hết hiệu lực`; `Theo đó, bãi bỏ B`; `A thay thế B; các Quyết định C, D hết
hiệu lực`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.extract.cues import Cue, cue_before
from graph.extract.plausible import CHANGES
from graph.extract.relating import Text, relate
from graph.extract.scopes import Group
from graph.extract.spoken import TAKEN_UP, spoken_of
from graph.extraction import StatedRelation

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
    if found is None:
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
    cue = cue_before(text.folded, head.end(), first.start)
    if cue is None:
        only = _ONLY.fullmatch(text.folded, head.end(), first.start)
        cue = _ending(text, first) if only and not head["beside"] else None
    elif cue.inverted or cue.predicate not in CHANGES or cue.start > head.end():
        return
    if cue is None:
        return
    subjects = spoken_of(text.prepared, text.mentions, text.denoted, sentence[0])
    if subjects:
        acting.by[first.start] = subjects
        for relation in relate(text, list(subjects), cue, list(first.members)):
            yield replace(relation, certainty="inferred")


def ended_too(text: Text, before: Group, group: Group, acting: Acting) -> Iterator[StatedRelation]:
    """Read `A thay thế B; các Quyết định C, D hết hiệu lực` and `A có hiệu lực từ ...; C ...`."""
    cue = _ending(text, group)
    if cue is None or cue.predicate == "amends" or group.start in acting.by:
        return
    subjects: tuple[int, ...] | None = None
    if _IN_FORCE.fullmatch(text.folded, before.end, group.start):
        subjects = before.members
    elif _CAUSED.fullmatch(text.folded, before.end, group.start):
        subjects = acting.by.get(before.start, before.members)
    elif _NEXT.fullmatch(text.folded, before.end, group.start):
        subjects = acting.by.get(before.start)
    if subjects:
        acting.by[group.start] = subjects
        yield from relate(text, list(subjects), cue, list(group.members))
