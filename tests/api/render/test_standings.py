"""Standing of a document in words: what ended it, in whole or in part, and what leaves it open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from api.render.documents import standing_lines
from api.render.screen import Screen
from graph.model import Doubt, Force, PartialDate, Reason, Standing
from tests.api.render.samples import REPLACED, SUCCESSOR


def told(standing: Standing, language: str = "vi") -> str:
    return "\n".join(line.plain for line in standing_lines(standing, Screen(language)))


def test_parts_that_ended_and_reasons_of_doubt_are_told() -> None:
    ending = replace(REPLACED.endings[0], parts=("Điều 8", "Điều 9"))
    reasons = (
        Reason(Doubt.START_UNKNOWN),
        Reason(Doubt.START_PARTIAL, PartialDate(2019)),
        Reason(Doubt.END_UNKNOWN, None, "repeals", SUCCESSOR),
    )
    text = told(replace(REPLACED, force=Force.UNKNOWN, endings=(ending,), reasons=reasons))
    assert "Quy định 80-QĐ/TW một phần (Điều 8, Điều 9) từ ngày 18-8-2022" in text
    assert "vì không nguồn nào nêu ngày ban hành hay ngày có hiệu lực.\n" in text
    assert "vì chỉ biết văn bản có từ năm 2019: ngày được hỏi nằm trong khoảng ấy.\n" in text
    assert "vì bị bãi bỏ bởi Quy định 80-QĐ/TW: chưa rõ từ ngày nào." in text


def test_how_it_was_asked_stands_beside_the_answer() -> None:
    standing = replace(REPLACED, known_on=date(2026, 11, 21), strict=True)
    assert "(theo những gì đã ghi đến hết ngày 21-11-2026) (không giả định): hết" in told(standing)
    english = told(standing, "en")
    assert "(as recorded by the end of 21 November 2026) (nothing assumed): no longer" in english
