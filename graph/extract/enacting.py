"""What a full official text does itself: its grounds, what it carries out, changes and repeals.

Its subject is not printed with the verb: the title says `sửa đổi Thông tư A`, the preamble `Căn cứ
Luật B; Thực hiện Nghị quyết C`, the articles `Bãi bỏ Quyết định D` or `Các văn bản sau đây hết
hiệu lực: ...`. Such relations are inferred but for those of the title, whose subject it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from graph.extract.article import Prepared
from graph.extract.citations import Citations
from graph.extract.cues import Cue, cue_before
from graph.extract.dates import find_dates
from graph.extract.mentions import Kind, Mention
from graph.extract.own_text import HISTORY, ITEM, LISTED, LONGEST, SEPARATED, Own, own_relation
from graph.extract.phrases import at_word
from graph.extract.repealing import find_repealing
from graph.extraction import CitedDocument, StatedRelation
from graph.model import PartialDate

_GROUND = re.compile(r"(?:^|(?<=\n)|(?<=; ))[-+ \t]{0,12}(?P<cue>căn cứ(?: vào)?) ")
_PROPOSED = re.compile(
    r"[-+ \t]{0,12}(?P<cue>xét|(?:sau khi )?xem xét|theo) "
    r"(?=đề nghị|kiến nghị|tờ trình|báo cáo|ý kiến)"
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
_BARE_GROUND = re.compile(
    r"\s{0,12}(?:căn cứ |(?:bộ )?luật |nghị (?:định|quyết) |thông tư |quyết định )"
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
#: `Bộ Chính trị yêu cầu các cấp ủy tiếp tục thực hiện nghiêm A`.
_CONTINUED = re.compile(
    rf"{at_word(('yêu cầu', 'đề nghị', 'chỉ đạo', 'quyết định', 'kết luận'))} "
    r"(?:[^.;\n]{1,160}? )?"
    r"(?P<cue>tiếp tục (?:quán triệt,? |triển khai |tổ chức |đẩy mạnh |lãnh đạo |chỉ đạo |và ){0,4}"
    r"(?:thực hiện|triển khai))"
    r"(?: (?:nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả|đầy đủ|toàn diện|đồng bộ|,|và))* (?:các )?$"
)
_CONTINUING = {"Kết luận", "Chỉ thị", "Thông báo", "Nghị quyết", "Công điện", "Công văn"}
_NOT_CONTINUED = re.compile(
    r"(?<!\w)(?:không|chưa|dừng|ngừng|thôi|việc)(?: (?:được|cần|nên|phải))? $"
)
_CONTINUED_REACH = 260
#: What ends grounds: `Xem xét Tờ trình A, Bộ Chính trị yêu cầu tiếp tục thực hiện B`.
_DECIDES = re.compile(
    r", [^;,\n]{2,80} (?:yêu cầu|thống nhất|đồng ý|quyết nghị|kiến nghị|"
    r"(?<!xét )(?<!theo )đề nghị) "
)
_REVIEWED = re.compile(r"(?:tổng kết|sơ kết)(?: [^;,\n]{1,40})? (?:các )?$")
_TURN_REACH = 160
_EXPIRY_REACH = 600  # characters from the day of force to that of expiry in one sentence


def find_enacting(prepared: Prepared, citations: Citations) -> Iterator[StatedRelation]:
    """Yield what an official text says of itself and other documents; nothing for articles."""
    if prepared.letterhead is None or citations.subject is None:
        return
    own = Own(prepared, citations, prepared.letterhead, citations.subject)
    yield from _titled(own)
    yield from _preamble(own)
    yield from _behind_history(own)
    yield from _grounds(own)
    yield from _continued(own)
    yield from find_repealing(own)


def _titled(own: Own) -> Iterator[StatedRelation]:
    """Relate the text to what its title cites: `sửa đổi, bổ sung một số điều của Thông tư A`."""
    title = own.letterhead.title
    if title is None:
        return
    here, cue, tail = title.start, None, title.start
    state = _STATE_OF.search(own.folded, title.start, title.end)
    for place in own.mentions_in(title.start, title.end):
        mention = own.citations.mentions[place]
        if mention.start < tail:
            continue  # cited inside the title of another
        said = cue_before(own.openings, here, mention.start)
        joined = cue is not None and SEPARATED.fullmatch(own.folded, here, mention.start)
        cue = _meant(own, said, mention, state) or (cue if joined else None)
        if cue is not None:
            start = own.letterhead.heading.start
            relation = own_relation(own, cue, mention, place, "stated")
            yield replace(relation, start=start) if relation.end - start < LONGEST else relation
        here, tail = mention.end, mention.tail


def _meant(own: Own, cue: Cue | None, mention: Mention, state: re.Match[str] | None) -> Cue | None:
    """Return what a cue in a title means for this type: a conclusion on, guidance to.

    `state` = where the title first tells that it is on how something stands.
    """
    title, kind = own.letterhead.title, own.letterhead.type_vi
    if title is None or (cue is not None and cue.inverted):
        return None
    if kind in _REPORTS and state and state.end() <= mention.start:
        found = cue or Cue(mention.start, mention.start, "reviews")
        return replace(found, predicate=_REPORTS[kind])
    if kind == "Hướng dẫn" and (cue is None or cue.predicate == "implements"):
        heading = own.letterhead.heading
        return replace(cue or Cue(heading.start, heading.end, ""), predicate="guides")
    return cue


def _preamble(own: Own) -> Iterator[StatedRelation]:
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
        listed = own.letterhead.articles and own.folded[line.start : line.end].rstrip()[-1:] in ";,"
        if task and (listed or _ISSUES.search(own.folded, task.end(), line.end)):
            stop = own.folded.find("căn cứ ", task.end(), line.end)
            yield from _listed(own, task, "implements", line.end if stop < 0 else stop)


def _behind_history(own: Own) -> Iterator[StatedRelation]:
    """Read `... . Để thực hiện Chỉ thị A, UBND tỉnh yêu cầu:` behind what has gone before."""
    preamble = own.letterhead.preamble
    starts = {line.start for line in own.prepared.lines}
    for sentence in own.prepared.sentences:
        if not preamble.start <= sentence.start < preamble.end or sentence.start in starts:
            continue
        task = _TASK.match(own.folded, sentence.start, sentence.end)
        if task and _ORDERS.search(own.folded, task.end(), sentence.end):
            yield from _listed(own, task, "implements", sentence.end)


def _continued(own: Own) -> Iterator[StatedRelation]:
    """Read what the text tells others to go on carrying out."""
    if own.letterhead.type_vi not in _CONTINUING:
        return
    for place in own.mentions_in(own.letterhead.name.end, len(own.folded)):
        mention = own.citations.mentions[place]
        start = own.prepared.sentence(mention.start).start
        start = max(start, mention.start - _CONTINUED_REACH)
        on = own.folded.find("tiếp tục ", start, mention.start) >= 0
        found = _CONTINUED.search(own.folded, start, mention.start) if on else None
        if found and not _NOT_CONTINUED.search(own.folded, start, found.start("cue")):
            yield own_relation(
                own, Cue(*found.span("cue"), "continues"), mention, place, "inferred"
            )


def _grounds(own: Own) -> Iterator[StatedRelation]:
    """Read the list under `I. CĂN CỨ PHÁP LÝ`: every item names a ground."""
    lines = own.prepared.lines
    for place, line in enumerate(lines):
        head = _GROUNDS.fullmatch(own.folded, line.start, line.end)
        if head is None or line.start < own.letterhead.name.end:
            continue
        for item in lines[place + 1 : place + 1 + LISTED]:
            opening = ITEM.match(own.folded, item.start, item.end)
            dashed = opening is not None and opening[0].strip()[:1] in "-+•*"
            if not dashed and not _BARE_GROUND.match(own.folded, item.start, item.end):
                break
            start = opening.end() if opening else item.start
            said = Cue(start, start, "basedOn")
            cue = own.prepared.article.text[slice(*head.span("cue"))]
            for relation in _listed_from(own, said, start, item.end):
                near = relation.end - head.start() < LONGEST
                begin = head.start("cue") if near else relation.start
                yield replace(relation, cue=cue, start=begin)


def _listed(own: Own, cue: re.Match[str], predicate: str, end: int) -> Iterator[StatedRelation]:
    """Yield the list that a cue opens; what has amended a document is no ground of its own."""
    said = Cue(cue.start("cue"), cue.end("cue"), predicate)
    yield from _listed_from(own, said, cue.end(), end)


def _listed_from(own: Own, said: Cue, start: int, end: int) -> Iterator[StatedRelation]:
    here = tail = start
    for place in own.mentions_in(start, end):
        mention = own.citations.mentions[place]
        gap = own.folded[here : mention.start]
        if mention.start < tail or HISTORY.search(gap) or mention.kind is Kind.ANAPHOR:
            continue
        if said.predicate == "basedOn" and _DECIDES.search(gap):
            return
        if said.predicate == "basedOn" and _REVIEWED.search(gap):
            continue
        if here > start and _CHANGING.fullmatch(gap):
            here = tail = max(mention.tail, mention.end)
            continue
        before, said = said, _turned(own, said, tail, mention.start)
        if (
            said is before
            and said.predicate == "implements"
            and not SEPARATED.fullmatch(own.folded[tail : mention.start])
        ):
            return
        relation = own_relation(own, said, mention, place, "inferred")
        if relation.end - relation.start < LONGEST:
            yield relation
        here, tail = mention.end, max(mention.tail, mention.end)


def _turned(own: Own, said: Cue, start: int, end: int) -> Cue:
    """Return the cue that goes on over a list, or the one that takes its place there."""
    ground = own.folded.rfind("trên cơ sở ", start, end)
    if ground >= 0 and said.predicate == "implements":
        return Cue(ground, ground + len("trên cơ sở"), "basedOn")
    turn = _TURNS.search(own.folded, max(start, end - _TURN_REACH), end)
    if turn is None:
        return said
    word, predicate = ("ground", "basedOn") if turn["ground"] else ("task", "implements")
    return Cue(*turn.span(word), predicate)


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
        stop = prepared.sentence(found.start()).end
        ends = _EXPIRES.search(text, found.end(), min(stop, found.end() + _EXPIRY_REACH))
        expires = expires or (_day_at(text, ends.end()) if ends else None)
    return replace(document, effective=effective, expires=expires)


def _later(day: PartialDate, days: int) -> PartialDate:
    found = day.earliest + timedelta(days=days)
    return PartialDate(found.year, found.month, found.day)


def _day_at(text: str, start: int) -> PartialDate | None:
    found = find_dates(text, start, start + 40)
    return found[0].value if found and found[0].start == start and found[0].full else None
