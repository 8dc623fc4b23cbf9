"""What follows a mention: term, date, issuer, title; `18-NQ/TW ngày ... của ... về ...`.

A title runs to the end of its clause. A citation inside a title belongs to the title: it does not
take the verb that stands before the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from graph.extract.article import Prepared
from graph.extract.attributes import attributed
from graph.extract.dates import FoundDate, find_dates
from graph.extract.mentions import Kind, Mention, Said
from graph.extract.openings import opened_by
from graph.extract.ordinals import ORDINAL, number_of, roman
from graph.extract.text import CAPITALS
from graph.extract.title_ends import DAY_BEHIND, LONGEST
from graph.extract.titles import title_behind
from graph.model import PartialDate

_LOCAL_HEAD = (
    r"(?:ban thường vụ |btv |thường trực |ban chấp hành )?(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|"
    r"thị ủy|đảng ủy|đảng bộ(?: tỉnh| thành phố| huyện| quận| xã| phường)?)|ubnd|ủy ban nhân dân|"
    r"hđnd|"
    r"hội đồng nhân dân|chủ tịch ubnd|chủ tịch ủy ban nhân dân"
)
_CENTRAL_HEAD = (
    r"bộ chính trị|ban bí thư(?: trung ương(?: đảng)?)?|(?:hội nghị (?:lần thứ \w{1,5} )?)?"
    r"(?:(?:ban chấp hành|bch) )?(?:trung ương|tw|t\.ư)(?: đảng)?(?! \d)|chính phủ|"
    r"thủ tướng chính phủ|thủ tướng|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước|"
    r"hội đồng bộ trưởng|(?:văn phòng|ban|ủy ban)(?: [^\s,.;:()\d]{1,9}){1,4}? (?:trung ương|tw)"
)
_MINISTRY_HEAD = r"(?:bộ trưởng )?bộ (?:[^\s,.;:()\d]{1,9})(?:,? (?:và )?[^\s,.;:()\d]{1,9}){0,5}?"
_ISSUER = re.compile(
    rf",?\s{{0,2}}\(?(?:của|do) (?P<issuer>{_LOCAL_HEAD}|{_CENTRAL_HEAD}|{_MINISTRY_HEAD})"
    r"(?=[\s,.;:()]|$)"
)
_PLACE = re.compile(
    r"(?: (?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường))?"
    # in a heading in capitals the topic follows: `CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC ...`
    r"(?: ?(?!(?:VỀ|VÀ|BAN|QUY|PHÊ|SỬA|TRÊN|GIAI|NĂM|NGÀY|THỰC|TRIỂN|HƯỚNG|TĂNG|TIẾP)(?!\w))"
    rf"[{CAPITALS}][^\W\d_]*){{0,4}}"
)
_TERM = re.compile(rf",?\s{{0,2}}\(?khóa ({ORDINAL})(?!\w)\)?")
_AT_PLENUM = re.compile(
    r"(?:,?\s{0,2}\(?(?:của|(?:(?:đã )?được )?(?:(?:thông qua|ban hành|ra đời) )?tại|(?:đã )?được|"
    r"do) |(?P<beside>, |,? \())"
    rf"(?:hội nghị (?:lần thứ (?P<first>{ORDINAL})(?!\w),? )?(?:của )?|(?=(?:trung ương|tw) \d))"
    r"(?:(?:ban chấp hành|bch) )?(?:trung ương|tw|t\.ư\.?)(?: đảng)?,?"
    rf"(?: (?:lần thứ )?(?P<nth>{ORDINAL})(?!\w))?,? ?\(?khóa (?P<term>{ORDINAL})(?!\w)\)?"
    r"(?(beside)(?! (?:đã|sẽ|vừa|diễn ra|bàn|thảo luận|khai mạc|bế mạc|họp|xem xét)(?!\w)))"
)
_ADOPTING = opened_by(
    ("hội nghị",),
    behind=rf" (?:lần thứ (?P<first>{ORDINAL})(?!\w),? )?(?:của )?"
    r"(?:(?:ban chấp hành|bch) )?(?:trung ương|tw)(?: đảng)?,?"
    rf"(?: (?:lần thứ )?(?P<nth>{ORDINAL})(?!\w))?,? ?\(?khóa (?P<term>{ORDINAL})(?!\w)\)?"
    r"(?:(?: đã)? (?:thông qua|ban hành)(?: (?:các|hai|ba|bốn|những) nghị quyết[^.;:\n]{0,40})?|"
    r",? (?:gồm(?: có)?|bao gồm|đó là))?: ?",
)
_DATE_LEAD = re.compile(r"(?: ?,)?\s{0,2}\(?\s?(?:ban hành |ký )?(?:ngày|năm)?\s{0,2}(?=\d)")
_BARE_YEAR = re.compile(r"\s?\(((?:19|20)\d\d)\)")  # `Nghị quyết 15-NQ/TW (2012)`
_YEAR = re.compile(r",?\s{0,2}\(?(?:ban hành|ký)(?: từ)? năm ((?:19|20)\d\d)(?!\d)\)?")
_SPAN_OF_YEARS = re.compile(r",?\s{0,2}\(?nhiệm kỳ \d{4}\s?-\s?\d{4}\)?")
#: "được B ban hành ngày ...": the day behind the verb is that of the document before it.
_DAY_OF_ISSUE = re.compile(
    r",?\s(?:đã |vừa )?(?:được|do) [^.;:,\n]{3,80}? (?:ban hành|thông qua|phê duyệt|ký) (?:vào )?"
    r"ngày (?=\d)"
)
_ADOPTED_ON = re.compile(
    r"(?: đã)? (?:thông qua|ban hành|phê duyệt|ký(?: ban hành)?) (?:vào )?ngày (?=\d)"
)
_DAY_FIRST = re.compile(r"(?<!\w)ngày (?=\d)")
_ISSUING = re.compile(r" (?:ban hành|ra|ký|ký ban hành|thông qua|phê duyệt|có) $")
#: What may open a sentence before its day.
_OPENS = re.compile(
    r"\s*(?:lts: |\(?[^\s()]{2,16}\)? ?- ?|\([^()\n]{2,20}\) ?)?"
    r"(?:(?:trước đó|tiếp đó|sau đó|tiếp theo|theo đó|mới đây|vừa qua|vào|sáng|chiều),? ){0,3}"
)
#: A document named before a day, of which the day may be.
_CITED_BEFORE = re.compile(
    r"\d\s?[-/]\s?[A-ZĐ]{2}|(?i:nghị (?:quyết|định)|chỉ thị|kết luận|quy(?:ết)? định|kế hoạch|luật|"
    r"thông (?:tư|báo|tri)|chương trình|đề án|công văn|hướng dẫn)"
)
#: What says between a day and a verb of issuing that the day is that of something else.
_OTHER_DEED = re.compile(
    r"[;:\d]|(?<!\w)(?:việc|do|làm việc|nghe|tổ chức|triển khai|giám sát|kiểm tra|thăm)(?!\w)"
)
_DAY_REACH = 150
_LIST_GAP = 9
_NEAR = 12  # mentions that a title can hold
_FEWEST_WORDS = 3


def with_clauses(prepared: Prepared, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with term, date, issuer and title filled in from what follows them."""
    filled = []
    for place, mention in enumerate(mentions):
        near = mentions[place + 1 : place + 1 + _NEAR]
        later = [one for one in near if one.start >= mention.end]
        filled.append(_with_clause(prepared, mention, later))
    return attributed(prepared, _adopted(prepared, _spread_back(prepared, filled)))


def _adopted(prepared: Prepared, mentions: list[Mention]) -> list[Mention]:
    """Tell the plenum of what it is said to have adopted: `Hội nghị ... thông qua: A, B và C`."""
    kept = list(mentions)
    for found in _ADOPTING.finditer(prepared.folded.openings):
        value, term = number_of(found["first"] or found["nth"] or ""), number_of(found["term"])
        if value is None or term is None:
            continue
        end = prepared.sentence(found.start()).end
        low = bisect_left(kept, found.end(), key=lambda one: one.start)
        high = bisect_left(kept, end, key=lambda one: one.start)
        for place in range(low, min(high, low + _NEAR)):
            mention = kept[place]
            central = mention.kind is Kind.NUMBER and mention.issuer_code == "TW"
            if central and mention.ordinal is None and mention.type_vi == "Nghị quyết":
                kept[place] = replace(mention, ordinal=str(value), term=roman(term))
    return kept


def plenum_phrase(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return where "của Hội nghị Trung ương 6 (khóa XII)" stands behind a mention."""
    found = _AT_PLENUM.search(text, start, stop)
    return (found.start(), found.end()) if found else None


def _spread_back(prepared: Prepared, mentions: list[Mention]) -> list[Mention]:
    """Give a list what stands behind its last member ("18-NQ/TW, 19-NQ/TW của Hội nghị ...")."""
    text = prepared.folded.folded
    spread: list[Mention] = []
    for mention in reversed(mentions):
        last = spread[-1] if spread else None
        if last and _is_list(text[mention.tail : last.start]) and _same_codes(mention, last):
            spread.append(
                replace(
                    mention,
                    issuer=mention.issuer or last.issuer,
                    term=mention.term or last.term,
                    ordinal=mention.ordinal or last.ordinal,
                    date=mention.date or (last.date if mention.kind is Kind.SHARED else None),
                )
            )
        else:
            spread.append(mention)
    return spread[::-1]


def _is_list(between: str) -> bool:
    return len(between) < _LIST_GAP and between.strip() in {",", "và", ";", ", và", "số", ", số"}


def _same_codes(left: Mention, right: Mention) -> bool:
    shared = {Kind.NUMBER, Kind.SHARED}
    if left.kind not in shared or right.kind not in shared or left.term or left.issuer:
        return False
    return (left.type_code, left.issuer_code) == (right.type_code, right.issuer_code)


def _with_clause(prepared: Prepared, mention: Mention, later: list[Mention]) -> Mention:
    end = prepared.sentence(mention.start).end
    stop = min(later[0].start if later else end, end, mention.end + LONGEST)
    said = Said(
        mention.end,
        mention.term,
        mention.ordinal,
        mention.date,
        mention.issuer,
        mention.title,
        mention.title_start,
    )
    for _ in range(4):
        if not _step(prepared, mention, said, stop):
            break
    start, title = title_behind(prepared, mention, said.tail, later, end)
    if title:
        said.title, said.title_start, said.tail = title, start, start + len(title)
        _day_behind_title(prepared, said, later, end)
    if said.date is None:
        said.date = _day_before(prepared, mention)
    if said.date is None:
        text = prepared.folded.folded
        passive = _DAY_OF_ISSUE.match(text, said.tail, end) or (
            (said.ordinal or said.issuer) and _ADOPTED_ON.match(text, said.tail, end)
        )
        found = passive and _day_at(prepared, passive.end(), end)
        said.date = found.value if found else None
    return mention.saying(said)


def _day_behind_title(prepared: Prepared, said: Said, later: list[Mention], end: int) -> None:
    """Take the day, and the issuer behind it, from the end of a title.

    Behind a document that the title cites the day is of that one: `thực hiện A ngày ... của B`.
    """
    text, start, stop = prepared.folded.folded, said.title_start, said.tail
    leads = list(DAY_BEHIND.finditer(text, start, stop)) if said.date is None else []
    day = _day_at(prepared, leads[-1].end(), stop) if leads else None
    if day is None or not (day.end == stop or _ISSUER.match(text, day.end, stop)):
        return
    if any(one.end == leads[-1].start() for one in later):
        return
    title = prepared.article.text[start : leads[-1].start()].rstrip(" ,")
    if len(title.split()) >= _FEWEST_WORDS:
        said.title, said.date, said.tail = title, day.value, day.end
        _issuer_step(prepared, said, end)


def _day_before(prepared: Prepared, mention: Mention) -> PartialDate | None:
    """Return the day on which a body issues what follows: `Ngày 12/5/2021, B ban hành D`."""
    if mention.kind is not Kind.NUMBER or mention.plural:
        return None
    sentence = prepared.sentence(mention.start)
    text, start = prepared.folded.folded, max(sentence.start, mention.start - _DAY_REACH)
    verb = _ISSUING.search(text, max(start, mention.start - 30), mention.start)
    leads = list(_DAY_FIRST.finditer(text, start, verb.start())) if verb else []
    if not leads or verb is None:
        return None
    day = _day_at(prepared, leads[-1].end(), verb.start())
    opens = _OPENS.fullmatch(text, sentence.start, leads[-1].start())
    if not opens and not (day and _acts_on(prepared, sentence.start, leads[-1].start(), day.end)):
        return None  # the day of a document named before
    if day is None or _OTHER_DEED.search(prepared.folded.shaped, day.end, verb.start()):
        return None
    return day.value if mention.year in (None, day.value.year) else None


def _acts_on(prepared: Prepared, start: int, lead: int, end: int) -> bool:
    """Tell whether a body acts behind a day that follows a clause which names no document.

    `Một năm trước đại hội, ngày 30/5/2019, Bộ Chính trị ban hành ...`.
    """
    apart = prepared.folded.folded.endswith((", ", "; "), start, lead)
    begun = max(start, lead - _DAY_REACH)
    named = list(_CITED_BEFORE.finditer(prepared.folded.shaped, begun, lead))
    own = bool(named) and bool(find_dates(prepared.folded.folded, named[-1].end(), lead))
    free = own or (not named and lead - start <= _DAY_REACH)  # one with a day has no other
    return apart and free and _acts_then(prepared, end)


def _day_at(prepared: Prepared, place: int, stop: int) -> FoundDate | None:
    """Return the whole day, with its year, that stands at a place."""
    found = find_dates(prepared.folded.folded, place, min(stop, place + 40), None)
    return found[0] if found and found[0].start == place and found[0].value.exact else None


def _step(prepared: Prepared, mention: Mention, said: Said, stop: int) -> bool:
    """Take one more piece of what follows; False when nothing fits."""
    text, here = prepared.folded.folded, said.tail
    plenum = _AT_PLENUM.match(text, here, stop) if mention.kind is Kind.NUMBER else None
    if plenum and (term_value := number_of(plenum["term"])):
        value = number_of(plenum["first"] or plenum["nth"] or "")
        said.ordinal = str(value) if value else None
        said.term, said.tail = roman(term_value), plenum.end()
        return True
    term = _TERM.match(text, here, stop)
    if term and (value := number_of(term[1])):
        if not (mention.kind is Kind.CONGRESS and mention.local):
            said.term = roman(value)
        said.tail = term.end()
        return True
    years = _SPAN_OF_YEARS.match(text, here, stop)
    if years:
        said.tail = years.end()
        return True
    return _date_step(prepared, mention, said, stop) or _issuer_step(prepared, said, stop)


def _date_step(prepared: Prepared, mention: Mention, said: Said, stop: int) -> bool:
    text = prepared.folded.folded
    if said.date is not None:
        return False
    bare = _BARE_YEAR.match(text, said.tail, stop) or _YEAR.match(text, said.tail, stop)
    if bare:
        said.date, said.tail = PartialDate(int(bare[1])), bare.end()
        return True
    lead = _DATE_LEAD.match(text, said.tail, stop)
    if lead is None:
        return False
    day = prepared.dateline.day
    dates = find_dates(text, lead.end(), min(stop, lead.end() + 40), day.year if day else None)
    if not dates or dates[0].start != lead.end():
        return False
    end = dates[0].end
    short = mention.kind is Kind.BARE
    if (said.issuer or short) and lead[0].startswith(",") and _acts_then(prepared, end):
        return False
    said.date = dates[0].value
    said.tail = end + 1 if text[end : end + 1] == ")" and "(" in lead[0] else end
    return True


def _acts_then(prepared: Prepared, end: int) -> bool:
    """Tell whether a body acts behind a day: `của Quốc hội, ngày 3/2/2023, Chính phủ có ...`."""
    if prepared.folded.folded[end : end + 2] != ", ":
        return False
    place = bisect_left(prepared.bodies, end + 2, key=lambda one: one.start)
    return place < len(prepared.bodies) and prepared.bodies[place].start == end + 2


def _whole_name(prepared: Prepared, start: int, end: int, stop: int) -> int:
    """Return where the name of a body ends that the pattern cuts: `Bộ trưởng Bộ Nội vụ`."""
    bodies = prepared.bodies
    place = bisect_left(bodies, start, key=lambda one: one.start)
    inside = place < len(bodies) and bodies[place].start < end <= bodies[place].end <= stop
    return bodies[place].end if inside else end


def _issuer_step(prepared: Prepared, said: Said, stop: int) -> bool:
    found = _ISSUER.match(prepared.folded.folded, said.tail, stop)
    if found is None or said.issuer is not None:
        return False
    place = _PLACE.match(prepared.folded.shaped, found.end("issuer"), stop)
    end = place.end() if place else found.end("issuer")
    end = _whole_name(prepared, found.start("issuer"), end, stop)
    said.issuer, said.tail = prepared.article.text[found.start("issuer") : end], end
    return True
