"""What a full official text does itself: its grounds, what it carries out, changes and repeals.

Its subject is not printed with the verb: the title says `sửa đổi Thông tư A`, the preamble `Căn cứ
Luật B; Thực hiện Nghị quyết C`, the articles `Bãi bỏ Quyết định D` or `Các văn bản sau đây hết
hiệu lực: ...`. Such relations are inferred but for those of the title, whose subject it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from graph.extract.article import Prepared
from graph.extract.citations import Citations
from graph.extract.cues import Cue, cue_before
from graph.extract.dates import find_dates
from graph.extract.letterhead import Letterhead
from graph.extract.mentions import Kind, Mention
from graph.extract.structure import Stretch
from graph.extraction import CitedDocument, StatedRelation
from graph.model import PartialDate

_GROUND = re.compile(r"(?:^|(?<=\n)|(?<=; ))[-+ \t]{0,12}(?P<cue>căn cứ(?: vào)?) ")
_PROPOSED = re.compile(
    r"[-+ \t]{0,12}(?P<cue>xét|theo) (?=đề nghị|kiến nghị|tờ trình|báo cáo|ý kiến)"
)
#: The head of a list of grounds: `I. CĂN CỨ PHÁP LÝ`.
_GROUNDS = re.compile(
    r"\s{0,12}(?:[ivx]{1,5}[./)-]|\d{1,2}[.)])? ?(?P<cue>(?:các )?(?:căn cứ|cơ sở pháp lý)"
    r"(?: pháp lý| xây dựng| ban hành| lập| thực hiện)?)[^.;:\n]{0,40}:?\s*"
)
_TASK = re.compile(
    r"[-+ \t]{0,12}(?P<cue>(?:để |nhằm )?(?:tiếp tục |tổ chức )?(?:triển khai,? |quán triệt,? )*"
    r"(?:thực hiện|cụ thể hóa|triển khai|quán triệt)) "
)
_ISSUES = re.compile(
    r"(?:ban hành|xây dựng|hướng dẫn|quy định|kết luận|yêu cầu|đề nghị|chỉ đạo|quyết định|như sau)"
)
#: How the last sentence of a preamble ends, which tells what the text does by what it orders.
_ORDERS = re.compile(
    r", [^.;:\n]{2,80}? (?:yêu cầu|chỉ thị|đề nghị|chỉ đạo|ban hành)(?! kế hoạch số)[^.;:\n]{0,90}"
    r"(?::|như sau)[\s:.]*$"
)
_HISTORY = re.compile(r"(?:được|đã) (?:được )?(?:sửa đổi|bổ sung|thay thế|hợp nhất)")
#: From what changes a document to what it changes: `Thông tư A sửa đổi, bổ sung Thông tư B`.
_CHANGING = re.compile(
    r"[^;]{0,80}? sửa đổi,? bổ sung (?:(?:một số )?(?:điều|nội dung)(?: của| tại)? )?"
    r"(?:các )?(?:số )?"
)
#: What turns a list of grounds into what is carried out, and back: `Căn cứ A; thực hiện B`.
_TURNS = re.compile(
    r"[;,.] (?:và )?(?:(?P<ground>trên cơ sở|xét|theo)(?= (?:đề nghị|tờ trình|ý kiến|chỉ đạo|"
    r"kết luận|báo cáo|kiến nghị|công văn|văn bản))[^;\n]{0,90}? ?|"
    r"(?:để |nhằm )?(?:tiếp tục )?(?:triển khai,? |tổ chức |quán triệt,? )*"
    r"(?P<task>thực hiện|triển khai|cụ thể hóa|quán triệt)(?: sự| ý kiến)?"
    r"(?: chỉ đạo[^;,\n]{0,60}?)?(?: tại)? (?:các )?(?:số )?)$"
)
_SEPARATED = re.compile(r"[^;]{0,60}?(?:,|;| và| và các|, và)? ?(?:căn cứ )?(?:các )?(?:số )?")
_ENUMERATED = re.compile(
    r"\s{0,16}(?:điều \d{1,3}[a-zđ]?\.? ?)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)] ?|[a-zđ]{1,2}[.)] ?|"
    r"[-+•*] ?)?"
)
_ITEM = re.compile(r"\s{0,16}(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]{1,2}[.)]|[-+•*])\s{0,4}")
_BARE_GROUND = re.compile(
    r"\s{0,12}(?:căn cứ |(?:bộ )?luật |nghị (?:định|quyết) |thông tư |quyết định )"
)
_LIST = re.compile(
    r"(?P<cue>bãi bỏ|hủy bỏ|thay thế|hết hiệu lực)[^.;:\n]{0,160}"
    r"(?:sau đây|sau|gồm|dưới đây)[^.;:\n]{0,60}:$|"
    r"(?:sau đây|sau|dưới đây) (?:bị |được )?(?P<passive>bãi bỏ|hủy bỏ|thay thế|hết hiệu lực)"
    r"[^.;:\n]{0,120}:$"
)
_PART = re.compile(
    r"(?:các |một )?(?:điểm|khoản|điều|chương|mục|phụ lục|cụm từ|mẫu|nội dung|phần)(?!\w)"
)
_IN_FORCE = re.compile(
    r" này (?:có hiệu lực|được áp dụng)(?: thi hành| áp dụng)?(?: kể)? ?(?:từ )?(?:ngày )?"
    r"(?P<signing>ký(?! hiệu))?"
)
_DAYS_LATER = re.compile(
    r"(?: thi hành)?,? sau (?P<days>\d{1,2})(?: ?\([^()\n]{1,30}\))? ngày,? (?:kể )?từ ngày "
    r"(?:ký|ban hành|được ký)"
)
_EXPIRES = re.compile(
    r"(?<!các )hết hiệu lực(?: thi hành)? (?:kể )?(?:từ|sau|vào)? ?(?:hết )?ngày "
)
_REPORTS = {"Thông báo": "concludes", "Kết luận": "concludes", "Báo cáo": "reviews"}
_STATE_OF = re.compile(r"(?:tình hình|kết quả|sơ kết|tổng kết|đánh giá)(?!\w)")
#: Types whose articles change other documents by themselves; a plan only asks for it.
_ENACTING = {
    *("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư"),
    *("Thông tư liên tịch", "Quy định", "Quy chế", "Hiến pháp"),
}
_CHANGES = {"amends", "replaces", "repeals"}
_QUOTED = re.compile("[“”]")
_LONGEST = 1000
_TURN_REACH = 160
_LISTED = 60  # lines of one list of repealed documents


@dataclass(frozen=True)
class _Own:
    """An official text with its frame, its mentions in order and the id of what it is."""

    prepared: Prepared
    citations: Citations
    letterhead: Letterhead
    subject: str

    @property
    def folded(self) -> str:
        return self.prepared.folded.folded

    def mentions_in(self, start: int, end: int) -> Sequence[int]:
        """Return the places of the mentions of others that begin in a stretch."""
        mentions = self.citations.mentions
        low = bisect_left(mentions, start, key=lambda one: one.start)
        high = bisect_left(mentions, end, key=lambda one: one.start)
        return [
            place for place in range(low, high) if self.citations.denoted[place] != self.subject
        ]


def find_enacting(prepared: Prepared, citations: Citations) -> Iterator[StatedRelation]:
    """Yield what an official text says of itself and other documents; nothing for articles."""
    if prepared.letterhead is None or citations.subject is None:
        return
    own = _Own(prepared, citations, prepared.letterhead, citations.subject)
    yield from _titled(own)
    yield from _preamble(own)
    yield from _behind_history(own)
    yield from _grounds(own)
    if own.letterhead.articles and own.letterhead.type_vi in _ENACTING:
        yield from _articles(own)


def _relation(own: _Own, cue: Cue, mention: Mention, place: int, certainty: str) -> StatedRelation:
    start, end = min(cue.start, mention.start), max(cue.end, mention.end)
    return StatedRelation(
        own.subject,
        cue.predicate,
        own.citations.denoted[place],
        start,
        end,
        own.prepared.article.text[cue.start : cue.end],
        certainty,
        part=cue.part,
    )


def _titled(own: _Own) -> Iterator[StatedRelation]:
    """Relate the text to what its title cites: `sửa đổi, bổ sung một số điều của Thông tư A`."""
    title = own.letterhead.title
    if title is None:
        return
    here, cue, tail = title.start, None, title.start
    for place in own.mentions_in(title.start, title.end):
        mention = own.citations.mentions[place]
        if mention.start < tail:
            continue  # cited inside the title of another
        said = cue_before(own.folded, here, mention.start)
        joined = cue is not None and _SEPARATED.fullmatch(own.folded, here, mention.start)
        cue = _meant(own, said, mention) or (cue if joined else None)
        if cue is not None:
            start = own.letterhead.heading.start
            relation = _relation(own, cue, mention, place, "stated")
            yield replace(relation, start=start) if relation.end - start < _LONGEST else relation
        here, tail = mention.end, mention.tail


def _meant(own: _Own, cue: Cue | None, mention: Mention) -> Cue | None:
    """Return what a cue in a title means for this type: a conclusion on, guidance to."""
    title, kind = own.letterhead.title, own.letterhead.type_vi
    if title is None or (cue is not None and cue.inverted):
        return None
    before = own.folded[title.start : mention.start]
    if kind in _REPORTS and _STATE_OF.search(before):
        found = cue or Cue(mention.start, mention.start, "reviews")
        return replace(found, predicate=_REPORTS[kind])
    if kind == "Hướng dẫn" and (cue is None or cue.predicate == "implements"):
        heading = own.letterhead.heading
        return replace(cue or Cue(heading.start, heading.end, ""), predicate="guides")
    return cue


def _preamble(own: _Own) -> Iterator[StatedRelation]:
    """Read the grounds, and what the text is issued to carry out."""
    preamble = own.letterhead.preamble
    for line in own.prepared.lines:
        if not preamble.start <= line.start < preamble.end:
            continue
        for ground in _GROUND.finditer(own.folded, line.start, line.end):
            stop = own.folded.find("căn cứ ", ground.end(), line.end)
            yield from _listed(own, ground, "basedOn", line.end if stop < 0 else stop)
        proposed = _PROPOSED.match(own.folded, line.start, line.end)
        if proposed:
            yield from _listed(own, proposed, "basedOn", line.end)
        task = _TASK.match(own.folded, line.start, line.end)
        if task and _ISSUES.search(own.folded, task.end(), line.end):
            stop = own.folded.find("căn cứ ", task.end(), line.end)
            yield from _listed(own, task, "implements", line.end if stop < 0 else stop)


def _behind_history(own: _Own) -> Iterator[StatedRelation]:
    """Read `... . Để thực hiện Chỉ thị A, UBND tỉnh yêu cầu:` behind what has gone before."""
    preamble = own.letterhead.preamble
    starts = {line.start for line in own.prepared.lines}
    for sentence in own.prepared.sentences:
        if not preamble.start <= sentence.start < preamble.end or sentence.start in starts:
            continue
        task = _TASK.match(own.folded, sentence.start, sentence.end)
        if task and _ORDERS.search(own.folded, task.end(), sentence.end):
            yield from _listed(own, task, "implements", sentence.end)


def _grounds(own: _Own) -> Iterator[StatedRelation]:
    """Read the list under `I. CĂN CỨ PHÁP LÝ`: every item names a ground."""
    lines = own.prepared.lines
    for place, line in enumerate(lines):
        head = _GROUNDS.fullmatch(own.folded, line.start, line.end)
        if head is None or line.start < own.letterhead.name.end:
            continue
        for item in lines[place + 1 : place + 1 + _LISTED]:
            opening = _ITEM.match(own.folded, item.start, item.end)
            dashed = opening is not None and opening[0].strip()[:1] in "-+•*"
            if not dashed and not _BARE_GROUND.match(own.folded, item.start, item.end):
                break
            start = opening.end() if opening else item.start
            said = Cue(start, start, "basedOn")
            cue = own.prepared.article.text[slice(*head.span("cue"))]
            for relation in _listed_from(own, said, start, item.end):
                near = relation.end - head.start() < _LONGEST
                begin = head.start("cue") if near else relation.start
                yield replace(relation, cue=cue, start=begin)


def _listed(own: _Own, cue: re.Match[str], predicate: str, end: int) -> Iterator[StatedRelation]:
    """Yield the list that a cue opens; what has amended a document is no ground of its own."""
    said = Cue(cue.start("cue"), cue.end("cue"), predicate)
    yield from _listed_from(own, said, cue.end(), end)


def _listed_from(own: _Own, said: Cue, start: int, end: int) -> Iterator[StatedRelation]:
    here = tail = start
    for place in own.mentions_in(start, end):
        mention = own.citations.mentions[place]
        gap = own.folded[here : mention.start]
        if mention.start < tail or _HISTORY.search(gap) or mention.kind is Kind.ANAPHOR:
            continue
        if here > start and _CHANGING.fullmatch(gap):
            here = tail = max(mention.tail, mention.end)
            continue
        before, said = said, _turned(own, said, tail, mention.start)
        if (
            said is before
            and said.predicate == "implements"
            and not _SEPARATED.fullmatch(own.folded[tail : mention.start])
        ):
            return
        relation = _relation(own, said, mention, place, "inferred")
        if relation.end - relation.start < _LONGEST:
            yield relation
        here, tail = mention.end, max(mention.tail, mention.end)


def _turned(own: _Own, said: Cue, start: int, end: int) -> Cue:
    """Return the cue that goes on over a list, or the one that takes its place there."""
    ground = own.folded.rfind("trên cơ sở ", start, end)
    if ground >= 0 and said.predicate == "implements":
        return Cue(ground, ground + len("trên cơ sở"), "basedOn")
    turn = _TURNS.search(own.folded, max(start, end - _TURN_REACH), end)
    if turn is None:
        return said
    word, predicate = ("ground", "basedOn") if turn["ground"] else ("task", "implements")
    return Cue(*turn.span(word), predicate)


def _articles(own: _Own) -> Iterator[StatedRelation]:
    """Read articles that change documents without naming a subject, and lists of them."""
    quoted = _quotations(own)
    text, lines = own.folded, own.prepared.lines
    for place, line in enumerate(lines):
        if line.start < own.letterhead.preamble.end or _covered(quoted, line.start):
            continue
        listed = _LIST.search(text, line.start, line.end)
        if listed is not None:
            yield from _repealed(own, listed, lines[place + 1 : place + 1 + _LISTED])
            continue
        opening = _ENUMERATED.match(text, line.start, line.end)
        yield from _changed(own, opening.end() if opening else line.start, line.end)


def _changed(own: _Own, start: int, end: int) -> Iterator[StatedRelation]:
    """Read `Bãi bỏ Quyết định A và Quyết định B`, `Sửa đổi khoản 2 Điều 4 Thông tư C`."""
    places = own.mentions_in(start, min(end, start + _LONGEST))
    if not places:
        return
    first = own.citations.mentions[places[0]]
    cue = cue_before(own.folded, start, first.start)
    if cue is None or cue.inverted or cue.predicate not in _CHANGES or cue.start > start + 1:
        return
    here = tail = first.start
    for place in places:
        mention = own.citations.mentions[place]
        if mention.start < tail:
            continue
        if mention is not first and not _SEPARATED.fullmatch(own.folded[tail : mention.start]):
            return
        if _HISTORY.search(own.folded[here : mention.start]):
            return
        yield _relation(own, cue, mention, place, "inferred")
        here, tail = mention.end, max(mention.tail, mention.end)


def _repealed(
    own: _Own, opening: re.Match[str], lines: Sequence[Stretch]
) -> Iterator[StatedRelation]:
    """Read the items under `Các văn bản sau đây hết hiệu lực ...:`."""
    group = "cue" if opening["cue"] else "passive"
    predicate = "replaces" if opening[group] == "thay thế" else "repeals"
    first: str | None = None
    for line in lines:
        item = _ITEM.match(own.folded, line.start, line.end)
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
        relation = _relation(own, said, mention, places[0], "inferred")
        cue = own.prepared.article.text[slice(*opening.span(group))]
        near = mention.end - opening.start() < _LONGEST
        yield replace(relation, cue=cue, start=opening.start(group) if near else relation.start)


def _quotations(own: _Own) -> list[tuple[int, int]]:
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


def in_force(prepared: Prepared, document: CitedDocument) -> CitedDocument:
    """Return the document that a text is with the days from and to which it says it is in force."""
    letterhead = prepared.letterhead
    if letterhead is None:
        return document
    kind, text = letterhead.type_vi.lower(), prepared.folded.folded
    effective = expires = None
    for found in re.finditer(re.escape(kind) + _IN_FORCE.pattern, text):
        later = _DAYS_LATER.match(text, found.end()) or _DAYS_LATER.match(text, found.end() - 1)
        issued = letterhead.issued
        day = issued if found["signing"] else _day_at(text, found.end())
        if later and issued and issued.exact:
            day = _later(issued, int(later["days"]))
        effective = effective or day
        ends = _EXPIRES.search(text, found.end(), prepared.sentence(found.start()).end)
        expires = expires or (_day_at(text, ends.end()) if ends else None)
    return replace(document, effective=effective, expires=expires)


def _later(day: PartialDate, days: int) -> PartialDate:
    found = day.earliest + timedelta(days=days)
    return PartialDate(found.year, found.month, found.day)


def _day_at(text: str, start: int) -> PartialDate | None:
    found = find_dates(text, start, start + 40)
    return found[0].value if found and found[0].start == start and found[0].full else None
