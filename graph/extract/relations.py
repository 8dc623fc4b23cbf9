"""Relations between documents, and from documents to the plenums and congresses behind them.

A relation is read from the words between two lists of citations: the cue right before the second
list, with the first as subject; the passive turns it round; a cue that opens the sentence takes
the document that is issued further on as its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from graph.extract.cues import Cue, cue_before, guided, of_others
from graph.extract.enacting import find_enacting
from graph.extract.endings import Acting, ended_too, following, taken_up
from graph.extract.linking import link_between
from graph.extract.mentions import Kind
from graph.extract.passives import turned_round
from graph.extract.plausible import CHANGES, UNDER, once, possible
from graph.extract.portals import find_listed
from graph.extract.purposes import ISSUED_TOO, ISSUES, purpose_behind
from graph.extract.reaching import reaches
from graph.extract.relating import Text, relate
from graph.extract.scopes import Group, groups_of, in_grounds
from graph.extraction import StatedRelation

_FAR = 170
_INTO = re.compile(
    r"\s(?:thành|bằng)(?: [^.;()\n]{2,60}?,? (?:ban hành )?(?:tại|kèm theo))?\s*(?:các|những)?\s*$"
)
_BY_MEANS = re.compile(r"[^.;,()\n]{0,60}? bằng (?:các )?")
_SAME_ACTOR = re.compile(
    r"(?:,? (?:và )?có hiệu lực(?!\w)[^.;\n]{0,60}?)?"
    r",?\s(?:và|đồng thời|mà còn|qua đó|từ đó|(?:nhưng|song)(?: chỉ)?|,)?\s?(?:và )?"
    r"(?:thay(?: th[ếểê]| cho)?|bãi bỏ|sửa đổi|hủy bỏ|bổ sung|chấm dứt hiệu lực)(?!\w)[^.;]*"
)
_PART_TOO = re.compile(
    r"[^.;]{0,60}(?:,| và)\s(?P<part>(?:một phần|phần|các nội dung|nội dung|điểm|khoản|điều)\s"
    r"[^.;]{0,90}?)\s(?:trong|của|tại)\s*(?:các\s)?$"
)
_SOME = re.compile(
    r"(?:,| và) (?P<part>một phần|(?:(?:điểm|khoản|điều|chương|mục|phụ lục) (?:\d{1,3}|[a-zđ]|"
    r"[ivx]{1,4})(?:, \d{1,3}){0,9}(?:,| và)? ?){1,8})\s?$"
)
_BREATH = 8  # lists that one opening clause reaches
_BEGINS = re.compile(r"(?:^|[:.\n])[\s\"(+-]*$")
_JOINED_ACT = re.compile(r"(?:,|;|,? và|,? đồng thời|,? cũng như)(?: đồng thời| cũng| đã)? ")
#: What a document does with another that is no relation but has a subject to share.
_INHERITS = re.compile(
    r"(?<!\w)(?:kế thừa|tiếp thu|bám sát|tham chiếu)(?: [^.;,\n]{1,60})? (?:các )?$"
)
_NOW = re.compile(
    r"[;,] (?:và |nhưng |song )?(?:nay|hiện nay|hiện|đến nay|mới đây|sau này) "
    r"(?:(?:đã|lại|cũng) )*(?:được|bị)(?!\w)"
)
#: `Nghị quyết A ban hành Chương trình hành động thực hiện B`: A is what carries out B.
_ISSUES_IT = re.compile(r"(?:ban hành|phê duyệt) $")
_NEAR_BY = 10
_ACTS_NOW = re.compile(
    r" (?:có hiệu lực|quy định|được (?:ban hành|thông qua|xây dựng)|ra đời|nêu rõ|gồm|có \d)(?!\w)"
)
_AND_THEN = re.compile(
    r"(?:, |,? (?=và|rồi|sau|tiếp|lại))(?:(?:và|rồi|sau đó|tiếp đó|tiếp tục|sau|lại|nay) ){0,3}"
    r"(?:được|bị)(?!\w)"
)
_AND_IS = re.compile(r" và (?:(?:đã|lại|cũng|sau đó) )*(?:được|bị)(?!\w)")
_NEXT_CLAUSE = re.compile(r"[;,]\s(?:và |đồng thời )?$")
_COLLECTIVE = re.compile(
    r"\s*(?:các|những) (?P<types>(?:[^\W\d]{1,7} [^\W\d]{1,7}(?:, | và )?){1,4}?) (?:này |trên |"
    r"nêu trên |nói trên )?"
    r"(?:đã |đều |được )"
)


def find_relations(text: Text) -> tuple[StatedRelation, ...]:
    """Return the relations between documents that a text states, each once, in order."""
    found: list[StatedRelation] = list(find_enacting(text.prepared, text.citations))
    for sentence, places in _by_sentence(text):
        groups = groups_of(text.folded, text.mentions, places)
        found.extend(_inside_titles(text, groups))
        found.extend(_in_clause(text, groups, sentence))
        found.extend(_of_collective(text, groups, sentence))
    found.extend(find_listed(text))
    return once(relation for relation in found if possible(text.citations, relation))


def _by_sentence(text: Text) -> Iterator[tuple[tuple[int, int], list[int]]]:
    places: dict[tuple[int, int], list[int]] = {}
    for place, mention in enumerate(text.mentions):
        sentence = text.prepared.sentence(mention.start)
        places.setdefault((sentence.start, sentence.end), []).append(place)
    yield from places.items()


def _inside_titles(text: Text, groups: Sequence[Group]) -> Iterator[StatedRelation]:
    """Relate a document to those that its own title cites."""
    read_to: dict[int, int] = {}  # place of a holder -> where its last list before ends
    outer = {place: group.inside for group in groups for place in group.members}
    for group in groups:
        if group.inside is None:
            continue
        holder = text.mentions[group.inside]
        first = holder.start if holder.kind is Kind.NAMED else holder.end
        begin = read_to.get(group.inside, first)
        read_to[group.inside] = max(begin, group.end)
        cue = cue_before(text.openings, begin, group.start)
        if cue is None and begin == first and holder.type_vi == "Hướng dẫn":
            cue = guided(text.folded, begin, group.start)
        if cue is not None and not cue.inverted and not of_others(text.folded, begin, cue):
            above = outer.get(group.inside)
            named = holder.kind is Kind.NAMED and above is not None
            issued = named and _ISSUES_IT.search(text.folded, first - _NEAR_BY, first)
            subject = above if issued and above is not None else group.inside
            yield from relate(text, [subject], cue, list(group.members))


def _in_clause(
    text: Text, groups: Sequence[Group], sentence: tuple[int, int]
) -> Iterator[StatedRelation]:
    outer = [group for group in groups if group.inside is None]
    acting = Acting({}, {})
    yield from taken_up(text, outer, sentence, acting)
    for place, (before, group) in enumerate(pairwise(outer), 2):
        after = outer[place] if place < len(outer) else None
        if after is not None and _made_into(text, before, group, after):
            continue  # `A thực hiện B và thay C bằng D`: D replaces C
        yield from _between(text, before, group, acting)
        yield from _carried_on(text, before, group, acting)
        yield from ended_too(text, before, group, acting)
    yield from _replacing_first(text, outer[:1], sentence[0])
    begins = [sentence[0], *(group.end for group in outer)]
    for place, (begin, group) in enumerate(zip(begins, outer[:-1], strict=False)):
        yield from _opened(text, begin, group, islice(outer, place + 1, place + 1 + _BREATH))


def _replacing_first(text: Text, first: Sequence[Group], start: int) -> Iterator[StatedRelation]:
    """Read `Thay thế A, B có hiệu lực từ ...`: the last of what looks like a list acts."""
    for group in first:
        cue = cue_before(text.openings, start, group.start) if len(group.members) > 1 else None
        if cue is None or cue.inverted or cue.predicate not in CHANGES:
            continue
        *others, last = group.members
        before = text.mentions[others[-1]]
        joint = text.folded[max(before.tail, before.end) : text.mentions[last].start]
        opens = _BEGINS.search(text.folded[start : cue.start])
        if opens and joint == ", " and _ACTS_NOW.match(text.folded, group.end):
            yield from relate(text, [last], cue, others)


def _between(text: Text, before: Group, group: Group, acting: Acting) -> Iterator[StatedRelation]:
    """Read the words between two lists."""
    link = link_between(text.folded, before, group) or following(text, before, group)
    if link is not None:
        yield from relate(text, list(before.members), link, _up_to_semicolon(text, group))
        return
    cue = turned_round(text.folded, before, group) or cue_before(
        text.openings, before.end, group.start
    )
    if cue is None:
        yield from _without_cue(text, before, group, acting)
        return
    shared = acting.by.get(before.start) if _joins_on(text, before, cue) else None
    again = cue.inverted and _NOW.match(text.folded, before.end) is not None
    near = cue.start >= group.start or again or reaches(text.folded, before, cue)
    if not (near or shared) or _led_by_another(text, before, cue, acting):
        return
    if of_others(text.folded, before.end, cue):
        return
    gap = text.folded[before.end : cue.start]
    near = "(" in gap or cue.weak or _titled_apart(text, before, cue)
    ends = _last(text, before) if near else before.members
    if cue.inverted:
        objects = _changed_by(text, before, ends, acting)
        acting.upon[group.start] = tuple(objects)
        yield from relate(text, _up_to_semicolon(text, group), cue, objects)
        return
    if _SAME_ACTOR.fullmatch(text.folded, before.end, cue.end):
        if before.start not in acting.by and _acted_upon(text, before):
            return  # by whom is not said here
        ends = acting.by.get(before.start, ends)  # "bãi bỏ A và thay thế B": one actor
    ends = shared or ends
    acting.by[group.start] = tuple(ends)
    near = cue.predicate == "linkedWith" or in_grounds(text.prepared, cue.start)
    objects = _up_to_semicolon(text, group) if near else list(group.members)
    yield from relate(text, list(ends), cue, objects)


def _changed_by(text: Text, before: Group, ends: Sequence[int], acting: Acting) -> list[int]:
    """Return what the list behind a passive changes: the list before it, or what that acts on."""
    by, upon = acting.by.get(before.start), acting.upon.get(before.start)
    if by and any(form.match(text.folded, before.end) for form in (_AND_IS, _NOW)):
        return list(by)  # `A thay thế B; nay lại bị thay bởi C`, `A thay thế B và được sửa bởi C`
    if upon and _AND_THEN.match(text.folded, before.end):
        return list(upon)  # `A được sửa bởi B, rồi bị thay bởi C`
    return _since_semicolon(text, before) if tuple(ends) == before.members else list(ends)


def _made_into(text: Text, before: Group, group: Group, after: Group) -> bool:
    """Tell whether what follows takes the place of a list: `thay Quy định A bằng Quy định B`."""
    if not _BY_MEANS.fullmatch(text.folded, group.end, after.start):
        return False
    cue = cue_before(text.openings, before.end, group.start)
    return cue is not None and cue.predicate == "replaces" and not cue.inverted


def _without_cue(
    text: Text, before: Group, group: Group, acting: Acting
) -> Iterator[StatedRelation]:
    """Read a purpose behind the second list, or remember whose clause it stands in."""
    if _INHERITS.search(text.folded, before.end, group.start):
        acting.by[group.start] = acting.upon[group.start] = before.members
        return
    purpose = purpose_behind(text.folded, before, group)
    for one in relate(text, [*group.members], purpose, [*before.members]) if purpose else ():
        yield replace(one, certainty="inferred")


def _led_by_another(text: Text, before: Group, cue: Cue, acting: Acting) -> bool:
    """Tell whether somebody else acts, who goes by a list: `căn cứ A để sửa B`."""
    if cue.inverted or cue.predicate not in CHANGES or before.start in acting.by:
        return False
    if not text.folded[before.end : cue.start].strip(' ,("'):
        return False
    start = text.prepared.sentence(before.start).start
    led = cue_before(text.openings, start, before.start)
    return led is not None and not led.inverted and led.predicate in UNDER


def _joins_on(text: Text, before: Group, cue: Cue) -> bool:
    """Tell whether a verb goes on behind a list: `A thực hiện B và cụ thể hóa C`."""
    if cue.inverted or cue.predicate not in UNDER or cue.start < before.end:
        return False
    return _JOINED_ACT.fullmatch(text.folded, before.end, cue.start) is not None


def _last(text: Text, group: Group) -> tuple[int, ...]:
    """Return the last of a list; all of them where one word stands for all: `hai quy định này`."""
    start = text.mentions[group.members[-1]].start
    return tuple(place for place in group.members if text.mentions[place].start == start)


def _titled_apart(text: Text, group: Group, cue: Cue) -> bool:
    """Tell whether a verb is of the last of a list alone: `A về phí đò và B sửa đổi C`."""
    *others, last = (text.mentions[place] for place in group.members)
    adjacent = not text.folded[group.end : cue.start].strip()
    return adjacent and last.title is None and any(one.title for one in others)


def _acted_upon(text: Text, group: Group) -> bool:
    """Tell whether a list is but what a clause without a subject changes: `Sửa đổi A và ...`."""
    start = text.prepared.sentence(group.start).start
    cue = cue_before(text.openings, start, group.start)
    return cue is not None and cue.predicate in CHANGES and not cue.inverted


def _carried_on(
    text: Text, before: Group, group: Group, acting: Acting
) -> Iterator[StatedRelation]:
    """Read "thay thế A ...; bãi bỏ B" and "bãi bỏ A và phần ... trong B": one actor for both."""
    if before.start not in acting.by or group.start in acting.by:
        return
    gap = text.folded[before.end : group.start]
    part = _PART_TOO.search(gap) or _SOME.search(gap)
    cue = cue_before(text.openings, before.end, group.start)
    if part and cue is None:
        start = before.end + part.start("part")
        cue = Cue(start, start + len(part["part"]), "amends", part=part["part"].strip())
    elif (
        cue is None
        or cue.predicate not in CHANGES
        or not _NEXT_CLAUSE.search(text.folded[before.end : cue.start])
    ):
        return
    acting.by[group.start] = acting.by[before.start]
    yield from relate(text, list(acting.by[before.start]), cue, list(group.members))


def _since_semicolon(text: Text, group: Group) -> list[int]:
    """Return the members of a list behind its last semicolon."""
    kept: list[int] = []
    for last, place in pairwise(group.members):
        kept.append(last)
        if ";" in text.folded[text.mentions[last].end : text.mentions[place].start]:
            kept.clear()
    return [*kept, group.members[-1]]


def _up_to_semicolon(text: Text, group: Group) -> list[int]:
    """Return the members of a list before its first semicolon."""
    kept = [group.members[0]]
    for last, place in pairwise(group.members):
        if ";" in text.folded[text.mentions[last].end : text.mentions[place].start]:
            break
        kept.append(place)
    return kept


def _opened(
    text: Text, begin: int, group: Group, further: Iterator[Group]
) -> Iterator[StatedRelation]:
    """Read "Thực hiện A, B, Tỉnh ủy ban hành C; UBND ban hành D" and "cụ thể hóa A thành C".

    C carries out A, and so does D, which is issued in the same breath.
    """
    cue = cue_before(text.openings, begin, group.start)
    following = next(further)
    gap = text.folded[group.end : following.start]
    if cue is None or len(gap) > _FAR:
        return
    opens = cue.predicate in CHANGES and _BEGINS.search(text.folded[begin : cue.start])
    if not opens and cue.predicate not in UNDER | CHANGES | {"reviews"}:
        return
    first = begin == text.prepared.sentence(group.start).start
    meant = {"implements", "replaces"} | (CHANGES | {"guides"} if first else set())
    turned = cue.inverted and cue.predicate not in CHANGES
    into = _INTO.search(gap) and (turned or (cue.predicate in meant and cue.part is None))
    joined = ";" not in gap or "; trong đó" in gap  # else another clause begins
    acts = cue.predicate in UNDER or opens
    issues = joined and ISSUES.search(gap) and not cue.inverted and acts
    if into or issues:
        yield from relate(text, list(following.members), cue, list(group.members))
    last = following
    for one in further if issues else ():
        if not ISSUED_TOO.fullmatch(text.folded, last.end, one.start):
            return
        last = one
        if any(_cites(text, place) for place in one.members):
            continue  # it says itself what it is under
        for relation in relate(text, list(one.members), cue, list(group.members)):
            yield replace(relation, certainty="inferred")


def _cites(text: Text, place: int) -> bool:
    """Tell whether the title of a mention cites another document."""
    following = text.mentions[place + 1 : place + 2]
    return bool(following) and following[0].start < text.mentions[place].tail


def _of_collective(
    text: Text, groups: Sequence[Group], sentence: tuple[int, int]
) -> Iterator[StatedRelation]:
    """Read "Các quy định, quy chế đã được sửa đổi theo đúng A": those just issued rest on A."""
    head = _COLLECTIVE.match(text.folded, *sentence)
    outer = [group for group in groups if group.inside is None]
    if head is None or not outer:
        return
    cue = cue_before(text.openings, head.end(), outer[0].start)
    if cue is None or cue.inverted or cue.predicate not in UNDER:
        return
    subjects = _just_issued(text, head["types"], outer[0].members[0])
    kind = text.document(outer[0].members[0]).type_vi
    alike = [place for place in subjects if text.document(place).type_vi == kind]
    for place in alike or subjects:
        for relation in relate(text, [place], cue, list(outer[0].members)):
            yield replace(relation, start=sentence[0], certainty="inferred")


def _just_issued(text: Text, types: str, place: int) -> list[int]:
    """Return the documents of these types in the sentences before, in the same paragraph."""
    line = text.prepared.paragraph(text.mentions[place].start)
    found = []
    for other in range(place - 1, -1, -1):
        mention = text.mentions[other]
        if mention.start < line.start:
            break
        named = (mention.type_vi or "").lower() in types
        if named and mention.kind in {Kind.NUMBER, Kind.NAMED}:
            found.append(other)
    return found[::-1]
