"""Wording of what is judged: standing, impact, paths, duty, changes, conflicts; vi and en.

Beside `api.words`, whose labels, dates and counts it uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from api.words import dated, day, label, lag, relation, since
from graph.errors import Text
from graph.model import (
    ConflictKind,
    Document,
    Doubt,
    Fate,
    Holding,
    Lag,
    PartialDate,
    PathStep,
    Reason,
)

ISSUED = Text("ban hành", "issued")
ISSUED_OR_EFFECTIVE = Text("chỉ biết văn bản có từ", "it is known to date from")
NOT_DETERMINABLE = Text("Không xác định được, vì", "Not determinable, because")
IN_PART = Text("một phần", "in part")
LATER = Text("sau", "later")
EARLIER = Text("trước", "earlier")
SAME_DAY = Text("cùng ngày", "on the same day")
LAG_UNKNOWN = Text("chưa rõ sau bao lâu", "how much later is not known")
DATE_UNKNOWN = Text("chưa rõ ngày", "date not known")
FROM = Text("từ", "from")
TO = Text("đến", "to")
_BETWEEN = Text("từ khoảng {least} đến {most}", "since some day from {least} to {most}")
_NOT_BEFORE = Text("không sớm hơn {least}", "not before {least}")
_NOT_AFTER = Text("muộn nhất là {most}", "{most} at the latest")
EXPIRED = Text("hết hiệu lực", "expired")

#: Why the force is not determinable; what is in doubt stands before it.
DOUBTS: Mapping[Doubt, Text] = {
    Doubt.NOT_RECORDED: Text(
        "đến khi đó kho chưa ghi gì về văn bản này", "nothing had been recorded of it by then"
    ),
    Doubt.START_UNKNOWN: Text(
        "không nguồn nào nêu ngày ban hành hay ngày có hiệu lực",
        "no source states when it was issued or took effect",
    ),
    Doubt.START_PARTIAL: Text(
        "ngày được hỏi nằm trong khoảng ấy", "the day asked for lies within that time"
    ),
    Doubt.START_NOT_STATED: Text(
        "không nguồn nào nêu ngày có hiệu lực", "no source states when it takes effect"
    ),
    Doubt.END_UNKNOWN: Text("chưa rõ từ ngày nào", "since when is not known"),
    Doubt.END_PARTIAL: Text(
        "ngày được hỏi nằm trong khoảng ấy", "the day asked for lies within that time"
    ),
    Doubt.END_NOT_STATED: Text(
        "không nguồn nào nêu ngày có hiệu lực của văn bản ấy",
        "no source states when that document takes effect",
    ),
    Doubt.SUSPENSION_UNKNOWN: Text(
        "chưa rõ từ ngày nào, hoặc còn kéo dài hay không",
        "since when, or whether it still lasts, is not known",
    ),
}


def reason(value: Reason, language: str) -> str:
    """Return why a standing is not determinable: “bị thay thế bởi X: chưa rõ từ ngày nào”."""
    why = label(DOUBTS, value.doubt, language)
    if value.predicate is None:
        stated = ISSUED if value.doubt is Doubt.START_NOT_STATED else ISSUED_OR_EFFECTIVE
        return f"{stated.within(language)} {dated(value.on, language)}: {why}" if value.on else why
    told = ended(value.predicate, value.by, language)
    return f"{told}{f' {since(value.on, language)}' if value.on else ''}: {why}"


def ended(predicate: str, by: Document | None, language: str) -> str:
    """Return what ended a document: “bị thay thế bởi X”, “hết hiệu lực”."""
    if by is None:
        return EXPIRED.within(language)
    return f"{relation(predicate, language, inverse=True)} {by.name}"


FATES: Mapping[Fate, Text] = {
    Fate.BARE: Text("không còn căn cứ", "no basis left"),
    Fate.OPEN: Text("chưa rõ còn căn cứ", "basis in doubt"),
    Fate.KEPT: Text("còn căn cứ khác", "another basis"),
}

#: What happens to documents, counted: “58 văn bản không còn căn cứ nào khác còn hiệu lực”.
FATES_COUNTED: Mapping[Fate, Text] = {
    Fate.BARE: Text(
        "không còn căn cứ nào khác còn hiệu lực", "would rest on nothing else in force"
    ),
    Fate.OPEN: Text(
        "chỉ còn căn cứ chưa rõ hiệu lực", "would rest only on what may or may not be in force"
    ),
    Fate.KEPT: Text("còn căn cứ khác còn hiệu lực", "would keep another basis in force"),
}

ROLES: Mapping[str, Text] = {
    "lead": Text("chủ trì", "lead"),
    "support": Text("phối hợp", "support"),
    "issuing": Text("cơ quan ban hành", "issuing body"),
    "implementing": Text("cơ quan thực hiện", "implementing body"),
}

# Three kinds of responsibility, which are never merged.
SIGNED = Text("Người ký", "Signed by")
ASSIGNED = Text("Được giao trong văn bản", "Assigned in a text")
LEADING = Text("Người đứng đầu cơ quan vào", "Who led the body on")
NOT_STATED = Text("Không nguồn nào nêu.", "Not stated by any source.")
RESPONSIBLE = Text("được nêu là chịu trách nhiệm", "named as responsible")
DEADLINE = Text("thời hạn", "deadline")
THROUGH = Text("qua", "through")
NO_BODY = Text(
    "Kho này chưa ghi cơ quan ban hành hay cơ quan thực hiện.",
    "This corpus records neither an issuing nor an implementing body.",
)
NO_POST = Text("chưa rõ chức vụ nào đứng đầu", "which post leads it is not known")
NOT_DERIVABLE = Text(
    "Không suy ra được: không nguồn nào cho thấy ai giữ chức vụ này vào ngày đó.",
    "Not derivable: no source shows who held this post on that day.",
)
CLAIMED = Text("Chỉ có khoảng thời gian chưa kiểm chứng", "Only an unverified interval says")
NEAREST = Text("Những ngày gần nhất mà nguồn cho thấy", "The nearest days that sources show")
NO_CHAIR = Text(
    "Người chủ trì hội nghị không thuộc loại nào trong ba loại trên.",
    "Who chaired a conference is none of these three.",
)

HOLDINGS: Mapping[Holding, Text] = {
    Holding.SHOWN: Text(
        "nguồn cho thấy giữ chức vụ đúng ngày đó", "a source shows it on that very day"
    ),
    Holding.WITHIN: Text(
        "trong khoảng thời gian mà nguồn nêu", "within the time that a source states"
    ),
}

CONFLICTS: Mapping[ConflictKind, Text] = {
    ConflictKind.DISPUTED: Text("Các nguồn không thống nhất", "Sources differ"),
    ConflictKind.INVERSE: Text(
        "Hai văn bản thay thế, bãi bỏ lẫn nhau", "Two documents that each end the other"
    ),
    ConflictKind.CYCLE: Text("Dựa vào nhau theo vòng tròn", "Documents in a circle"),
    ConflictKind.LOWER_OVER_HIGHER: Text(
        "Văn bản cấp dưới thay thế, bãi bỏ văn bản cấp trên",
        "A lower body's document ends a higher one's",
    ),
    ConflictKind.BEFORE_BASIS: Text(
        "Đề ngày trước văn bản mà nó dựa vào", "Dated before what it rests on"
    ),
    ConflictKind.BEFORE_OBJECT: Text(
        "Đề ngày trước văn bản mà nó thay thế, sửa đổi", "Dated before what it ends or amends"
    ),
    ConflictKind.SAME_NUMBER: Text(
        "Một số, ký hiệu dùng hai lần trong một nhiệm kỳ hoặc năm",
        "One number used twice in one term or year",
    ),
}


def lag_in_words(value: Lag | None, language: str) -> str:
    """Return a lag as part of a sentence: “sau 148 ngày”, “trước 3 ngày”, “cùng ngày”."""
    if value is None:
        return LAG_UNKNOWN.within(language)
    if value.least == value.most == 0:
        return SAME_DAY.within(language)
    if value.most <= 0:
        return _days_apart(Lag(-value.most, -value.least), EARLIER, language)
    if value.least < 0:
        return lag(value, language)
    return _days_apart(value, LATER, language)


def _days_apart(value: Lag, which: Text, language: str) -> str:
    """Return the days with their side: before them in Vietnamese, behind them in English."""
    told = lag(value, language).removeprefix("+")
    side = which.within(language)
    return f"{told} {side}" if language == "en" else f"{side} {told}"


def named(document: Document) -> str:
    """Return a document with its place: numbers of provinces repeat."""
    return f"{document.name} ({document.unit})" if document.unit else document.name


def step(value: PathStep, language: str) -> str:
    """Return one relation as a sentence: “A thực hiện B (ngày 16-5-2018, sau 148 ngày)”."""
    relations = ", ".join(relation(one, language) for one in value.predicates)
    issued = value.subject.issued
    when = dated(issued, language) if issued else DATE_UNKNOWN.within(language)
    told = f"{named(value.subject)} {relations} {named(value.object)}"
    return f"{told} ({when}, {lag_in_words(value.lag, language)})"


def since_between(least: date | None, most: date | None, language: str) -> str:
    """Return since when something holds, as a range where dates leave it open."""
    if least == most:
        return since(least, language)
    first, last = (day(one, language) for one in (least, most))
    text = _NOT_BEFORE if most is None else _NOT_AFTER if least is None else _BETWEEN
    return text.within(language).format(least=first, most=last)


def interval(starts: PartialDate | None, ends: PartialDate | None, language: str) -> str:
    """Return a stated interval: “từ ngày 5-2-2016 đến tháng 4-2021”."""
    first = dated(starts, language) if starts else "…"
    last = dated(ends, language) if ends else "…"
    return f"{FROM.within(language)} {first} {TO.within(language)} {last}"
