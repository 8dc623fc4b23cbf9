"""Which document a mention means: periods, equal numbers, undated citations, any order."""

from __future__ import annotations

import random
from typing import Any

import pytest

from graph.model import Inference, PartialDate
from graph.numbers import parse_number
from graph.records import Register
from graph.resolve.documents import Mention, resolve
from graph.resolve.drafts import Context
from graph.resolve.register import claims_of
from ontology import terms as cas

DOCUMENT = cas.DATA + "document/"


def mention(
    context: Context,
    number: str | None,
    type_vi: str = "Nghị quyết",
    issuer: str | None = None,
    issued: str | None = None,
    told: str = "",
    **more: object,
) -> Mention:
    day = PartialDate.parse(issued) if issued else None
    body = context.directory.body(issuer, on=day.earliest if day else None) if issuer else None
    parsed = parse_number(number) if number else None
    return Mention(parsed, type_vi, body, day, context=told, **more)  # type: ignore[arg-type]


def iris(context: Context, *mentions: Mention) -> list[str]:
    found = resolve(mentions, context.calendar)
    return [found[one].iri.removeprefix(cas.DATA) for one in mentions]


def test_equal_numbers_of_three_terms_are_three_documents(context: Context) -> None:
    days = ("2017-10-25", "2022-06-16", "2026-07-28")
    found = iris(context, *(mention(context, "18-NQ/TW", issued=day) for day in days))
    assert found == [f"document/tw/nq/18/{term}" for term in ("xii", "xiii", "xiv")]


def test_equal_numbers_of_two_provinces_are_two_documents(context: Context) -> None:
    found = iris(
        context,
        mention(context, "06-CTr/TU", "Chương trình hành động", "Thành ủy Hà Nội", "2026-01-12"),
        mention(
            context, "06-CTr/TU", "Chương trình hành động", "Tỉnh ủy Thừa Thiên Huế", "2021-05-18"
        ),
    )
    assert found == [
        "document/tu/ha-noi/ctr/6/2025-2030",
        "document/tu/thua-thien-hue/ctr/6/2020-2025",
    ]


def test_equal_numbers_before_and_after_a_merger_are_two_documents(context: Context) -> None:
    # Both days lie in the term 2020-2025; the merged committee counts from one again.
    found = iris(
        context,
        mention(context, "05-KH/TU", "Kế hoạch", "Tỉnh ủy Cà Mau", "2020-12-01"),
        mention(context, "05-KH/TU", "Kế hoạch", "Ban Thường vụ Tỉnh ủy Cà Mau", "2025-07-14"),
    )
    assert found == [
        "document/tu/ca-mau/kh/5/2020-2025",
        "document/tu/ca-mau-2025/kh/5/2020-2025",
    ]


def test_state_numbers_run_by_year(context: Context) -> None:
    found = iris(
        context,
        mention(context, "50/NQ-CP", issuer="Chính phủ", issued="2020-04-17"),
        mention(context, "50/NQ-CP", issuer="Chính phủ", issued="2025-03-13"),
        mention(context, "139/2025/NĐ-CP", "Nghị định", "Chính phủ"),
    )
    assert found == [
        "document/cp/nq/2020/50",
        "document/cp/nq/2025/50",
        "document/cp/nd/2025/139",
    ]


def test_a_number_used_twice_gets_its_date(context: Context) -> None:
    rows = [
        mention(context, "12-KL/TW", "Kết luận", issued=day, own=True, registered=True)
        for day in ("2021-08-12", "2022-04-06")
    ]
    cited = mention(context, "12-KL/TW", "Kết luận", issued="2022-04-06")
    vague = mention(context, "12-KL/TW", "Kết luận", issued="2022-05-01", told="another")
    found = resolve([*rows, cited, vague], context.calendar)
    assert [found[row].iri for row in rows] == [
        f"{DOCUMENT}tw/kl/12/xiii/2021-08-12",
        f"{DOCUMENT}tw/kl/12/xiii/2022-04-06",
    ]
    assert found[cited].iri == found[rows[1]].iri
    assert found[vague].key is None
    assert set(found[vague].candidates) == {found[row].iri for row in rows}


def test_two_dates_of_one_number_in_one_year_are_one_disputed_document(context: Context) -> None:
    found = iris(
        context,
        mention(context, "924/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2022-08-02"),
        mention(context, "924/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2022-08-22"),
    )
    assert len(set(found)) == 1


def test_an_undated_citation_takes_the_only_candidate_and_says_so(context: Context) -> None:
    known = mention(context, "57-NQ/TW", issued="2024-12-22", own=True, registered=True)
    cited = mention(context, "57-NQ/TW", not_after=PartialDate(2025, 3, 1).latest)
    found = resolve([known, cited], context.calendar)
    assert found[cited].iri == found[known].iri
    assert found[cited].inference == (Inference.REGISTER,)


def test_two_candidates_stay_two(context: Context) -> None:
    known = [
        mention(context, "18-NQ/TW", issued=day, own=True, registered=True)
        for day in ("2017-10-25", "2022-06-16")
    ]
    cited = mention(context, "18-NQ/TW", not_after=PartialDate(2023).latest)
    early = mention(context, "18-NQ/TW", not_after=PartialDate(2018).latest)
    found = resolve([*known, cited, early], context.calendar)
    assert found[cited].key is None
    assert set(found[cited].candidates) == {found[one].iri for one in known}
    assert found[early].iri == found[known[0]].iri  # nothing is cited before it is issued


def test_a_citation_without_any_candidate_is_a_reference(context: Context) -> None:
    cited = mention(context, "14-CT/TU", "Chỉ thị", "Tỉnh ủy Hà Nam", told="a")
    other = mention(context, "14-CT/TU", "Chỉ thị", "Tỉnh ủy Hà Nam", told="b")
    found = resolve([cited, other], context.calendar)
    assert found[cited].key is None
    assert found[cited].iri != found[other].iri  # two citations may mean two documents


def test_an_undated_act_between_two_days_of_one_year_has_that_year(context: Context) -> None:
    act = mention(
        context,
        "173/KH-UBND",
        "Kế hoạch",
        "UBND thành phố Hà Nội",
        own=True,
        not_before=PartialDate(2026, 3, 30).earliest,
        not_after=PartialDate(2026, 4, 28).latest,
    )
    found = resolve([act], context.calendar)[act]
    assert found.iri == f"{DOCUMENT}ubnd/ha-noi/kh/2026/173"
    assert found.inference == (Inference.TERM,)


def test_an_undated_act_of_an_open_interval_keeps_its_period_open(context: Context) -> None:
    act = mention(context, "725", "Kế hoạch", "UBND tỉnh Kon Tum", own=True)
    assert iris(context, act) == ["document/ubnd/kon-tum/kh/chua-ro/725"]


def test_type_code_of_provinces_is_told_from_the_word(context: Context) -> None:
    found = iris(
        context,
        mention(context, "01-CT/TU", "Chương trình hành động", "Tỉnh ủy Quảng Ninh", "2020-10-09"),
        mention(context, "01-CT/TU", "Chỉ thị", "Tỉnh ủy Quảng Ninh", "2020-10-09"),
    )
    assert found == [
        "document/tu/quang-ninh/ctr/1/2020-2025",
        "document/tu/quang-ninh/ct/1/2020-2025",
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_rows_and_mentions_never_matters(register: Register, seed: int) -> None:
    shuffled = random.Random(seed)

    def mixed(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(shuffled.sample(rows, len(rows)))

    again = Register(
        central_documents=mixed(register.central_documents),
        central_relations=mixed(register.central_relations),
        central_bodies=mixed(register.central_bodies),
        provincial_facts=mixed(register.provincial_facts),
        provincial_officials=mixed(register.provincial_officials),
        provincial_terms=mixed(register.provincial_terms),
        provinces=mixed(register.provinces),
        officials=mixed(register.officials),
        terms=mixed(register.terms),
        plenums=mixed(register.plenums),
        contradictions=mixed(register.contradictions),
        alias_defaults=mixed(register.alias_defaults),
        scope=mixed(register.scope),
    )
    assert claims_of(again) == claims_of(register)
