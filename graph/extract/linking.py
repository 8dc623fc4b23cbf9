"""What ties two documents to each other: `A gắn với ... theo B`, `gắn việc thực hiện A với B`."""

from __future__ import annotations

import re

from graph.extract.cues import Cue
from graph.extract.scopes import Group

_LINKED = re.compile(
    r"gắn (?:chặt |liền |kết )?với(?!\w)(?P<rest>[^.;\n]{0,90}?)\s(?:theo|của|tại)\s*$"
)
_TIES = re.compile(
    r"(?<!\w)(?P<cue>gắn(?: kết| chặt)?)(?: việc| công tác)?(?: tổ chức| triển khai| thực hiện)* "
    r"(?:các )?$"
)
_TIED_WITH = re.compile(
    r"(?:[^.;,\n]{0,60}?)? với(?: việc| công tác)?(?: tổ chức| triển khai| thực hiện)* (?:các )?"
)
_NEAR = 90
_FAR = 170


def link_between(text: str, before: Group, group: Group) -> Cue | None:
    """Return the cue that ties a list of documents to the one behind it in folded text."""
    tied = _TIES.search(text, max(0, before.start - _NEAR), before.start)
    if tied and _TIED_WITH.fullmatch(text, before.end, group.start):
        return Cue(tied.start("cue"), tied.end("cue"), "linkedWith")
    linked = _LINKED.search(text, before.end, group.start)
    if linked and group.start - before.end < _FAR:
        return Cue(linked.start(), linked.start("rest"), "linkedWith")
    return None
