"""Wording of what is judged: standing, impact, paths, duty, changes, conflicts; vi and en.

Beside `api.words`, whose labels, dates and counts it uses.
"""

from __future__ import annotations

from collections.abc import Mapping

from api.words import dated, label, relation, since
from graph.errors import Text
from graph.model import Document, Doubt, Reason

ISSUED = Text("ban hành", "issued")
ISSUED_OR_EFFECTIVE = Text("chỉ biết văn bản có từ", "it is known to date from")
NOT_DETERMINABLE = Text("Không xác định được, vì", "Not determinable, because")
IN_PART = Text("một phần", "in part")
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
