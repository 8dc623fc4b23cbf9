"""What a page of a law portal lists under headings: `Văn bản bị thay thế: ...`, and a history.

`Lịch sử hiệu lực: Quyết định A` heads rows of a day, what happened to A, and what did it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.extract.cues import Cue
from graph.extract.openings import opened_by
from graph.extract.relating import Text, relate
from graph.extract.structure import Stretch
from graph.extraction import StatedRelation

#: Of each heading: what it says, and whether the page's document does it to those listed.
_HEADINGS: Final = {
    "được căn cứ": ("basedOn", True),
    "căn cứ": ("basedOn", True),
    "được hướng dẫn": ("guides", True),
    "được quy định chi tiết": ("guides", True),
    "được hướng dẫn, quy định chi tiết": ("guides", True),
    "bị thay thế": ("replaces", True),
    "được thay thế": ("replaces", True),
    "bị bãi bỏ": ("repeals", True),
    "hết hiệu lực": ("repeals", True),
    "bị hết hiệu lực": ("repeals", True),
    "được sửa đổi": ("amends", True),
    "bị sửa đổi": ("amends", True),
    "được sửa đổi, bổ sung": ("amends", True),
    "bị sửa đổi, bổ sung": ("amends", True),
    "hết hiệu lực một phần": ("amends", True),
    "thay thế": ("replaces", False),
    "bãi bỏ": ("repeals", False),
    "sửa đổi": ("amends", False),
    "sửa đổi, bổ sung": ("amends", False),
    "hướng dẫn": ("guides", False),
    "quy định chi tiết": ("guides", False),
    "hướng dẫn, quy định chi tiết": ("guides", False),
}
_HEADING: Final = opened_by(
    ("văn bản",),
    behind=rf" (?P<said>{'|'.join(sorted(_HEADINGS, key=len, reverse=True))})"
    r"(?: \(\d{1,3}\)| \[\d{1,3}\])? ?:?[ \t|]{0,6}(?=\n|$)",
)
_HISTORY: Final = opened_by(("lịch sử hiệu lực",), behind=r"(?: văn bản)? ?:? ?(?=\w)")
#: What stands before the page's own document on its line; a review's page has no such document.
_NO_LEAD = re.compile(r"(?<!\w)(?:theo|thực hiện|tại|căn cứ|triển khai|rà soát)(?!\w)")
_OWN_NUMBER = re.compile(r"[\s|*•-]{0,12}(?:số )?(?:ký )?hiệu(?: văn bản)?[\s|:]{0,6}(?:số )?")
_REVIEWS = re.compile(r"(?<!\w)(?:rà soát|công bố)(?!\w)")
_NO_PAGE: Final = {"Kế hoạch", "Báo cáo", "Tờ trình", "Công văn"}
_ITEM = re.compile(r"[\s|*+•-]{0,12}(?:\d{1,3}[.)] ?|\[\d{1,3}\] ?)?")
_EVENT = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}[\s|]{1,6}(?P<said>(?:được |bị )(?P<verb>sửa đổi|bổ sung|đính chính|"
    r"thay thế|bãi bỏ|hủy bỏ|hết hiệu lực (?:1|một) phần|bãi bỏ (?:1|một) phần)(?:,? bổ sung)?)"
    r"[\s|]{1,6}$"
)
_DID: Final = {"thay thế": "replaces", "bãi bỏ": "repeals", "hủy bỏ": "repeals"}
_ROWS = 60
_LEAD, _TITLE = 60, 160
_EVENT_REACH = 70


def find_listed(text: Text) -> Iterator[StatedRelation]:
    """Yield the relations that headings and histories of a portal's page tell."""
    openings, owned = text.prepared.folded.openings, _has_own(text)
    for found in _HEADING.finditer(openings):
        if owned and _ITEM.fullmatch(text.folded, _line(text, found).start, found.start()):
            yield from _under(text, found)
    for found in _HISTORY.finditer(openings):
        yield from _history(text, found)


def _has_own(text: Text) -> bool:
    """Tell whether the first document named is the one whose page this is."""
    if not text.mentions:
        return False
    start = text.mentions[0].start
    line = text.prepared.paragraph(start)
    if _OWN_NUMBER.fullmatch(text.folded, line.start, start):
        return True
    led = start - line.start <= _LEAD and not _NO_LEAD.search(text.folded, line.start, start)
    reviews = _REVIEWS.search(text.folded, start, min(line.end, start + _TITLE)) is not None
    return led and not reviews and text.document(0).type_vi not in _NO_PAGE


def _line(text: Text, found: re.Match[str]) -> Stretch:
    return text.prepared.paragraph(found.start())


def _under(text: Text, found: re.Match[str]) -> Iterator[StatedRelation]:
    """Read the lines under a heading: each opens with a document."""
    predicate, acts = _HEADINGS[found["said"]]
    cue = Cue(*found.span("said"), predicate)
    here = found.end()
    for place in _places_from(text, here):
        start = text.mentions[place].start
        if _ITEM.fullmatch(text.folded, here, start) is None:
            return
        ends = ([0], [place]) if acts else ([place], [0])
        yield from relate(text, ends[0], cue, ends[1])
        here = text.prepared.paragraph(start).end


def _history(text: Text, found: re.Match[str]) -> Iterator[StatedRelation]:
    """Read the rows of a history: who changed the document that it is of."""
    places = list(_places_from(text, found.end()))
    if not places or text.mentions[places[0]].start != found.end():
        return
    for place in places[1:]:
        start = text.mentions[place].start
        event = _EVENT.search(text.folded, max(found.end(), start - _EVENT_REACH), start)
        if event is not None:
            said = Cue(*event.span("said"), _DID.get(event["verb"], "amends"))
            yield from relate(text, [place], said, places[:1])


def _places_from(text: Text, offset: int) -> Iterator[int]:
    """Yield the places of the next mentions, those inside a title left out."""
    tail = offset
    low = text.first_from(offset)
    for place in range(low, min(len(text.mentions), low + _ROWS)):
        mention = text.mentions[place]
        if mention.start >= tail:
            yield place
            tail = max(mention.tail, mention.end)
