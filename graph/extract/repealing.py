"""What the articles of an official text change and repeal, by verbs without a subject and lists.

`Bãi bỏ Quyết định D`; `Các văn bản sau đây hết hiệu lực: ...`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.cues import Cue, cue_before
from graph.extract.own_text import HISTORY, ITEM, LISTED, LONGEST, SEPARATED, Own, own_relation
from graph.extract.structure import Stretch
from graph.extract.topic_of import is_topic
from graph.extraction import StatedRelation

_ENUMERATED = re.compile(
    r"\s{0,16}(?:điều \d{1,3}[a-zđ]?\.? ?)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)] ?|[a-zđ]{1,2}[.)] ?|"
    r"[-+•*] ?)?"
)
_LIST = re.compile(
    r"(?P<cue>bãi bỏ|hủy bỏ|thay thế|hết hiệu lực)[^.;:\n]{0,160}"
    r"(?:sau đây|sau|gồm|dưới đây)[^.;:\n]{0,60}:$|"
    r"(?:sau đây|sau|dưới đây) (?:bị |được )?(?P<passive>bãi bỏ|hủy bỏ|thay thế|hết hiệu lực)"
    r"[^.;:\n]{0,120}:$"
)
#: A heading whose items are what it repeals: `Điều 1. Bãi bỏ 03 quyết định của UBND tỉnh`.
_HEADED = re.compile(
    r"\s{0,16}(?:điều )?\d{1,3}[.)] (?P<heading>bãi bỏ|hủy bỏ|thay thế)(?: toàn bộ| một phần)? "
    r"(?:\d{1,3}|các|một số) (?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư|quy định)"
    r"[^.;:/\n]{0,140}[:.]?"
)
_PART = re.compile(
    r"(?:các |một )?(?:điểm|khoản|điều|chương|mục|phụ lục|cụm từ|mẫu|nội dung|phần)(?!\w)"
)
_FURTHER_PARTS = re.compile(
    r"[;,] (?:và )?(?:các )?(?:điểm|khoản|điều|chương|mục|phụ lục|mẫu|cụm từ) [^;\n]{1,260}?"
    r" (?:của|tại|trong) (?:các )?(?:số )?"
)
_PART_TOO = re.compile(r"(?<!\w)(?:điểm|khoản|điều|chương|mục|phụ lục|mẫu)(?!\w)")
#: Types whose articles change other documents by themselves; a plan only asks for it.
_ENACTING = {
    *("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư"),
    *("Thông tư liên tịch", "Quy định", "Quy chế", "Hiến pháp"),
}
_CHANGES = {"amends", "replaces", "repeals"}
_QUOTED = re.compile("[“”]")


def find_repealing(own: Own) -> Iterator[StatedRelation]:
    """Read articles that change documents without naming a subject, and lists of them."""
    enacts = own.letterhead.articles and own.letterhead.type_vi in _ENACTING
    quoted = _quotations(own)
    text, lines = own.folded, own.prepared.lines
    for place, line in enumerate(lines):
        if line.start < own.letterhead.preamble.end or _covered(quoted, line.start):
            continue
        end = line.start + len(text[line.start : line.end].rstrip())
        listed = _HEADED.fullmatch(text, line.start, end) or _LIST.search(text, line.start, end)
        if listed is not None and enacts:
            yield from _repealed(own, listed, lines[place + 1 : place + 1 + LISTED])
            continue
        opening = _ENUMERATED.match(text, line.start, line.end)
        changed = _changed(own, opening.end() if opening else line.start, line.end)
        yield from changed if enacts else _of_its_own(own, changed)


def _of_its_own(own: Own, relations: Iterator[StatedRelation]) -> Iterator[StatedRelation]:
    """Leave what a letter or a plan changes that its issuer has issued likewise, by its number.

    `Bãi bỏ Công văn số 2040/BNV-TCBC` in a letter of that ministry does it; of anything else such
    a line only asks for it.
    """
    series = own.series(own.subject)
    yield from (one for one in relations if series is not None and own.series(one.object) == series)


def _changed(own: Own, start: int, end: int) -> Iterator[StatedRelation]:
    """Read `Bãi bỏ Quyết định A và Quyết định B`, `Sửa đổi khoản 2 Điều 4 Thông tư C`."""
    places = own.mentions_in(start, min(end, start + LONGEST))
    if not places:
        return
    first = own.citations.mentions[places[0]]
    cue = cue_before(own.openings, start, first.start)
    if cue is None or cue.inverted or cue.predicate not in _CHANGES or cue.start > start + 1:
        return
    if is_topic(own.folded, first.end, first.tail):
        return
    here = tail = first.start
    for place in places:
        mention = own.citations.mentions[place]
        if mention.start < tail:
            continue
        if mention is not first and not _goes_on(own.folded, tail, mention.start):
            return
        if HISTORY.search(own.folded[here : mention.start]):
            return
        named = _PART_TOO.search(own.folded, tail, mention.start) is not None
        partly = mention is first or first.plural or named
        meant = cue if partly else cue.of_whole()
        if named and meant.part is None and mention is not first:
            meant = replace(meant, predicate="amends")  # `bãi bỏ A và Điều 2 B`
        yield own_relation(own, meant, mention, place, "inferred")
        here, tail = mention.end, max(mention.tail, mention.end)


def _goes_on(text: str, tail: int, start: int) -> bool:
    """Tell whether a list of what is changed goes on: `...; các Điều 6, 7 của Nghị định B`."""
    if SEPARATED.fullmatch(text[tail:start]):
        return True
    return _FURTHER_PARTS.fullmatch(text, tail, start) is not None


def _repealed(
    own: Own, opening: re.Match[str], lines: Sequence[Stretch]
) -> Iterator[StatedRelation]:
    """Read the items under `Các văn bản sau đây hết hiệu lực ...:`."""
    group = next(name for name, words in opening.groupdict().items() if words)
    predicate = "replaces" if opening[group] == "thay thế" else "repeals"
    first: str | None = None
    for line in lines:
        item = ITEM.match(own.folded, line.start, line.end)
        places = own.mentions_in(line.start, line.end)
        if item is None or not places:
            return
        mark = item[0].strip()
        first = first or mark
        if mark[0].isdigit() and not first[0].isdigit():
            return  # the next clause: `3. ...` behind `a) ...; b) ...`
        mention = own.citations.mentions[places[0]]
        before = own.folded[item.end() : mention.start]
        named = re.sub(r"(?:của|tại|trong) $", "", before).strip(" ,")
        part = named if _PART.match(before) else None
        if before.strip() and part is None:
            continue
        said = Cue(item.end(), item.end(), "amends" if part else predicate, part=part)
        relation = own_relation(own, said, mention, places[0], "inferred")
        cue = own.prepared.article.text[slice(*opening.span(group))]
        near = mention.end - opening.start() < LONGEST
        yield replace(relation, cue=cue, start=opening.start(group) if near else relation.start)


def _quotations(own: Own) -> list[tuple[int, int]]:
    """Return the stretches in curved quotation marks: the new wording of another document."""
    stretches: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _QUOTED.finditer(own.prepared.article.text):
        if mark[0] == "“":
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            stretches.append((opened, mark.end()))
            opened = None
    return stretches


def _covered(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    place = bisect_left(stretches, offset, key=lambda one: one[1])
    return place < len(stretches) and stretches[place][0] <= offset
