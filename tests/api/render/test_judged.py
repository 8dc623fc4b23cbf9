"""Judging answers as lines and rows: every branch of the wording, hostile data made harmless."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from rich.text import Text as Line

from api import judging_words
from api.render.changed import changes_csv, changes_lines
from api.render.clashes import conflicts_csv, conflicts_lines
from api.render.explanations import explanation_csv, explanation_lines
from api.render.impacts import impact_csv, impact_lines
from api.render.responsibilities import responsibility_csv, responsibility_lines
from api.render.screen import Screen
from graph.model import (
    Affected,
    Assignment,
    ChangedClaim,
    ChangedDocument,
    Changes,
    ClaimCount,
    Conflict,
    ConflictKind,
    ConflictList,
    DatedChange,
    DatedList,
    Explanation,
    Fate,
    FateCount,
    FateShare,
    Force,
    Holding,
    Impact,
    Lag,
    Leadership,
    Level,
    PartialDate,
    PathStep,
    RecordedChanges,
    Responsibility,
    Signing,
    Surroundings,
    Tenure,
    Value,
)
from tests.api.render.samples import ASSUMED, LOCAL, ROOT, SOUND, SUCCESSOR, WEAK

VI, NARROW = Screen("vi"), Screen("vi", 60)
HOSTILE = replace(ROOT, name="=1+1\x1b[31m", spelling="=1+1", title="\u202exấu")
STEP = PathStep(LOCAL, ("basedOn",), ROOT, True, Lag(148, 148), (SOUND,))


def text_of(lines: list[Line]) -> str:
    return "\n".join(line.plain for line in lines)


def tenure(name: str, holding: Holding | None, *days: str) -> Tenure:
    held = tuple(map(PartialDate.parse, days))
    span = (PartialDate(2016, 2, 5), PartialDate(2021, 4))
    return Tenure(name, "x:o/" + name, "Trưởng ban", holding, held, *span, (WEAK,))


@pytest.mark.parametrize(
    ("lag", "vi", "en"),
    [
        (Lag(148, 148), "sau 148 ngày", "148 days later"),
        (Lag(0, 0), "cùng ngày", "on the same day"),
        (Lag(-3, -3), "trước 3 ngày", "3 days earlier"),
        (Lag(61, 90), "sau 61–90 ngày", "61–90 days later"),
        (Lag(-10, 20), "−10 đến +20 ngày", "−10 to +20 days"),
        (None, "chưa rõ sau bao lâu", "how much later is not known"),
    ],
)
def test_a_lag_in_a_sentence(lag: Lag | None, vi: str, en: str) -> None:
    assert judging_words.lag_in_words(lag, "vi") == vi
    assert judging_words.lag_in_words(lag, "en") == en


def test_every_value_of_the_model_has_its_wording() -> None:
    assert set(judging_words.FATES) == set(judging_words.FATES_COUNTED) == set(Fate)
    assert set(judging_words.HOLDINGS) == set(Holding)
    assert set(judging_words.CONFLICTS) == set(ConflictKind)


LOST = Affected(HOSTILE, Fate.BARE, 1, Force.UNKNOWN, (ROOT,), 1, (), 0, ("guides",), (SOUND,))
NOBODY = FateShare(None, None, None, None, 0, 2, 0)
IMPACT = Impact(
    document=HOSTILE,
    on=date(2020, 5, 17),
    standing=ASSUMED,
    counts=(FateCount(Fate.BARE, 1, 0), FateCount(Fate.OPEN, 1, 1), FateCount(Fate.KEPT, 0, 0)),
    levels=(FateShare(Level.PROVINCE, None, None, None, 1, 2, 0),),
    units=(
        FateShare(None, "Hà Tĩnh", None, "x:u", 1, 0, 0),
        FateShare(None, None, None, None, 0, 2, 0),
    ),
    bodies=(FateShare(None, None, "Tỉnh ủy", "x:b", 1, 2, 0),),
    bodies_total=31,
    rows=(
        Affected(
            LOCAL, Fate.OPEN, 2, Force.ASSUMED, (ROOT,), 1, (SUCCESSOR,), 1, ("basedOn",), (SOUND,)
        ),
        Affected(HOSTILE, Fate.BARE, 1, Force.UNKNOWN, (ROOT,), 1, (), 0, ("guides",), (WEAK,)),
    ),
    before=0,
    total=1234,
    next="2",
)


def test_impact_shows_counts_tables_and_what_is_lost_and_kept() -> None:
    text = text_of(impact_lines(IMPACT, VI, evidence=True))
    assert "2 văn bản chỉ còn căn cứ chưa rõ hiệu lực (1 trực tiếp, 1 qua văn bản khác)" in text
    assert "không thuộc địa phương nào" in text
    assert "và 30 dòng nữa" in text
    assert "mất: Quy định 105-QĐ/TW · còn: Quy định 80-QĐ/TW" in text
    assert "Đang nêu 1–2 trên 1.234. Trang sau: --after 2" in text
    assert "↳ Sổ văn bản" in text
    assert "\x1b" not in text
    assert all(len(line.plain) <= 60 for line in impact_lines(IMPACT, NARROW, evidence=False))
    rows = impact_csv(IMPACT).splitlines()
    assert rows[2].startswith("bare,1,'=1+1")


def test_explanations_are_numbered_and_alternatives_told() -> None:
    back = replace(
        STEP, subject=SUCCESSOR, predicates=("replaces",), forward=False, evidence=(WEAK,)
    )
    found = Explanation(LOCAL, SUCCESSOR, ((STEP, back), (STEP, back)), True, ())
    text = text_of(explanation_lines(found, VI, evidence=False))
    assert "Cách giải thích 2: 2 bước" in text
    assert "sau 148 ngày): “Thực hiện Quy định 105-QĐ/TW”" in text
    assert "— Sổ văn bản" in text
    assert "Còn những cách khác" in text
    assert len(explanation_csv(found).splitlines()) == 5
    none = replace(found, paths=(), around=(Surroundings(HOSTILE, 3, (ROOT,)),))
    assert "liên hệ với 3 văn bản; gần nhất: Quy định" in text_of(
        explanation_lines(none, VI, evidence=False)
    )


def test_three_kinds_of_responsibility_stay_apart() -> None:
    shown = tenure("A", Holding.SHOWN, "2021-03-16")
    led = Leadership("Ban", "x:b", "issuing", "Ủy ban", ("Trưởng ban",), (shown,), (), ())
    near = (tenure("C", None, "2018-07-02", "2019"),)
    open_ = replace(led, role="implementing", through=None, holders=(), nearest=near)
    open_ = replace(open_, unverified=(tenure("B", None),))
    unknown = replace(open_, posts=())
    found = Responsibility(
        ROOT,
        date(2021, 3, 16),
        (Signing("=Ký", "x:o", (WEAK,)),),
        (
            Assignment("Sở", "x:b", "assignedTo", "lead", PartialDate(2021, 6), (SOUND,)),
            Assignment("Ai", "x:o", "responsibleFor", None, None, (SOUND,)),
        ),
        (led, open_, unknown),
    )
    text = text_of(responsibility_lines(found, VI, evidence=True))
    assert "=Ký · chưa kiểm chứng" in text
    assert "Sở · chủ trì · thời hạn: tháng 6-2021" in text
    assert "Ai · được nêu là chịu trách nhiệm" in text
    assert "Ban (cơ quan ban hành, qua Ủy ban): Trưởng ban" in text
    assert "B từ ngày 5-2-2016 đến tháng 4-2021" in text
    assert "nguồn cho thấy: C (2-7-2018, 2019)" in text
    assert "chưa rõ chức vụ nào đứng đầu" in text
    rows = responsibility_csv(found).splitlines()
    assert rows[1].startswith("signed,'=Ký")
    assert [row.split(",")[6] for row in rows[4:8]] == [
        "shown",
        "not_derivable",
        "unverified",
        "nearest",
    ]
    empty = replace(found, signed=(), assigned=(), leading=())
    told = text_of(responsibility_lines(empty, VI, evidence=False))
    assert told.count("Không nguồn nào nêu.") == 2
    assert "chưa ghi cơ quan ban hành" in told


def test_changes_by_two_clocks() -> None:
    claim = ChangedClaim("issued", "2018-05-16", True, datetime(2026, 1, 2, tzinfo=UTC), SOUND)
    fresh = replace(claim, withdrawn=False, value="=2+2")
    row = ChangedDocument(HOSTILE, True, 1, 1, (claim, fresh))
    recorded = RecordedChanges((ClaimCount("x:s", "Sổ", "issued", 1, 1),), 1, 1, (row,), 0, None)
    empty = DatedList(0, 0, (), 0, None)
    dated = DatedList(1, 2, (DatedChange(LOCAL, PartialDate(2018), ASSUMED, ROOT),), 0, "1")
    found = Changes(date(2018, 1, 1), date(2018, 12, 31), recorded, empty, empty, dated)
    text = text_of(changes_lines(found, VI, evidence=False))
    assert "rút: Ngày ban hành: 2018-05-16 — Sổ văn bản" in text
    assert "=2+2" not in text
    assert "=2+2" in text_of(changes_lines(found, VI, evidence=True))
    assert "(có thể thêm 2, ngày chỉ biết một phần)" in text
    assert "· căn cứ: Quy định 105-QĐ/TW" in text
    rows = changes_csv(found).splitlines()
    assert [one.split(",")[0] for one in rows[1:]] == ["recorded", "stale"]
    assert "'=1+1" in rows[1]


def test_conflicts_by_kind() -> None:
    values = (Value("2020-01-01", True, (SOUND,)), Value("2020", False, (WEAK,)))
    disputed = Conflict(ConflictKind.DISPUTED, (HOSTILE,), (), "issued", values)
    inverse = Conflict(ConflictKind.INVERSE, (LOCAL, ROOT), (STEP, STEP))
    twins = Conflict(ConflictKind.SAME_NUMBER, (ROOT, SUCCESSOR))
    listed = (ConflictList(one.kind, 5, (one,), 0, "1") for one in (disputed, inverse, twins))
    found = (*listed, ConflictList(ConflictKind.CYCLE, 0, (), 0, None))
    text = text_of(conflicts_lines(found, VI, evidence=False))
    assert "Ngày ban hành: 1-1-2020 (đang lấy) — Sổ văn bản" in text
    assert "Dựa vào nhau theo vòng tròn: 0\n  Không có." in text
    assert text.count("--after 1") == 3
    assert "↳" in text_of(conflicts_lines(found, VI, evidence=True))
    rows = conflicts_csv(found).splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == [
        *("disputed", "disputed", "inverse", "inverse"),
        *("same_number", "same_number"),
    ]
    assert "\x1b" not in text
