"""The register that is shipped: it reads without a problem, and holds what its page says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import PartialDate, Verification
from graph.read import register as register_module
from graph.read.register import default_register, read_register
from graph.records import (
    ContestedField,
    Plainness,
    Pointer,
    Predicate,
    Register,
    ScopeKind,
    Side,
    UnitSet,
    founded,
)
from tests.graph.read.small import columns_of, table_of

ROWS = {
    "document_types": 70,
    "issuer_codes": 115,
    "posts": 79,
    "alias_defaults": 49,
    "provinces": 97,
    "provincial_terms": 14,
    "central_documents": 427,
    "central_relations": 137,
    "central_bodies": 75,
    "plenums": 31,
    "terms": 12,
    "scope": 24,
    "officials": 86,
    "contradictions": 30,
    "decoys": 18,
    "provincial_facts": 818,
    "provincial_officials": 193,
}
LONGEST_CUE = 8


@cache
def shipped() -> Register:
    register, problems = read_register(default_register())
    assert [problem.told("en") for problem in problems] == []
    return register


def test_it_reads_without_a_problem_and_whole() -> None:
    assert {field.name: len(getattr(shipped(), field.name)) for field in fields(Register)} == ROWS


def test_every_column_fills_a_field_of_its_row() -> None:
    for name in ROWS:
        table = table_of(name)
        filled = [column.field for column in table.columns] + ["place"]
        assert sorted(filled) == sorted(field.name for field in fields(table.row))


def test_keys_are_unique_and_sorted() -> None:
    for name in ROWS:
        keys = [row.key for row in getattr(shipped(), name)]
        assert keys == sorted(set(keys))


def test_counts_by_predicate_and_plainness() -> None:
    facts = shipped().provincial_facts
    assert Counter(fact.predicate for fact in facts) == {
        Predicate.IMPLEMENTS: 506,
        Predicate.BASED_ON: 240,
        Predicate.REPLACES: 31,
        Predicate.AMENDS: 20,
        Predicate.CONTINUES: 10,
        Predicate.REVIEWS: 6,
        Predicate.REPEALS: 3,
        Predicate.GUIDES: 2,
    }
    assert Counter(fact.plainness for fact in facts) == {
        Plainness.CLEAR: 728,
        Plainness.LIKELY: 82,
        None: 8,
    }
    assert Counter(fact.verification for fact in facts) == {
        Verification.SEEN_ONCE: 810,
        Verification.UNVERIFIED: 8,
    }


def test_the_units_are_63_and_34() -> None:
    sets = Counter(kind for unit in shipped().provinces for kind in unit.unit_sets)
    assert sets == {UnitSet.SIXTY_THREE: 63, UnitSet.THIRTY_FOUR: 34, UnitSet.EARLIER: 11}


def test_a_unit_stands_in_its_time_only() -> None:
    hue = {unit.name: unit for unit in shipped().provinces if "Huế" in unit.name}
    before, after = PartialDate(2024, 12, 31), PartialDate(2025, 1, 1)
    assert hue["Thừa Thiên Huế"].stands_on(before)
    assert not hue["Thừa Thiên Huế"].stands_on(after)
    assert not hue["Huế"].stands_on(before)
    assert hue["Huế"].stands_on(after)


def test_a_row_comes_as_typed_values() -> None:
    (replacing,) = [row for row in shipped().central_documents if row.number == "80-QĐ/TW"]
    assert replacing.issued == PartialDate(2022, 8, 18)
    assert replacing.replaces == (Pointer("105-QĐ/TW", PartialDate(2017, 12, 19)),)
    assert str(replacing.replaces[0]) == "105-QĐ/TW@2017-12-19"
    assert replacing.key == ("80-QĐ/TW", "Quy định", "2022-08-18")
    assert replacing.place.file == "central_documents.csv"


def test_congress_resolutions_carry_no_number() -> None:
    congresses = [row for row in shipped().central_documents if row.number is None]
    assert {str(row.pointer) for row in congresses} >= {"@2016-01-28", "@2021-02-01"}
    assert {row.key[0] for row in congresses} == {""}


def test_a_contradiction_names_what_was_declined() -> None:
    (row,) = [row for row in shipped().contradictions if row.topic == "57-NQ/TW date"]
    assert [str(pointer) for pointer in row.documents] == ["57-NQ/TW@2024-12-22"]
    assert (row.field, row.declined) == (ContestedField.ISSUED, Side.B)
    assert (row.value_a, row.value_b) == (("2024-12-22",), ("2024-12-21", "2024-12-25"))


def test_scope_is_rated_like_the_document_it_reads() -> None:
    rated = {row.pointer: row.verification for row in shipped().central_documents}
    assert all(row.verification is rated[row.document] for row in shipped().scope)
    coastal = {str(row.document) for row in shipped().scope if row.kind is ScopeKind.COASTAL}
    assert "36-NQ/TW@2018-10-22" in coastal


def test_provincial_terms_are_all_unverified_and_leave_no_gap() -> None:
    terms = shipped().provincial_terms
    assert {row.verification for row in terms} == {Verification.UNVERIFIED}
    defaults = [row for row in terms if row.unit is None]
    assert [row.term for row in defaults] == [f"{y}-{y + 5}" for y in range(2000, 2030, 5)]
    for before, after in pairwise(defaults):
        assert before.ends is not None
        assert (after.starts.earliest - before.ends.latest).days == 1


def test_terms_of_a_province_agree_with_the_numbers_that_show_them() -> None:
    spans = {(row.unit, row.term): row for row in shipped().provincial_terms}
    congress = [
        (fact.province, fact.object_issued)
        for fact in shipped().provincial_facts
        if (fact.object_number or "").endswith("-NQ/ĐH") and fact.object_issued is not None
    ]
    assert {unit for unit, _ in congress} == {"Bình Định", "Kiên Giang", "Tuyên Quang"}
    for unit, day in congress:
        assert spans[unit, f"{day.year}-{day.year + 5}"].starts == day


def test_facts_are_carried_and_no_sentences() -> None:
    assert max(len(fact.cue.split()) for fact in shipped().provincial_facts) <= LONGEST_CUE


def test_no_two_rows_say_the_same() -> None:
    for name, count in ROWS.items():
        lines = (default_register() / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(set(lines)) == count + 1
        assert lines[0].split(",") == columns_of(name)


@pytest.mark.parametrize(
    ("source", "verification"),
    [
        (("https://tinh.vn/a",), Verification.SEEN_ONCE),
        (("bài báo “Một số kết quả…”, 3-7-2018",), Verification.SEEN_ONCE),
        (("https://github.com/a/b/blob/HEAD/c.md",), Verification.SECONDARY),
        (("https://github.com/a/b", "https://tinh.vn/a"), Verification.SEEN_ONCE),
        (("https://tinh.vn (list)",), Verification.UNVERIFIED),
        (("https://tinh.vn/a", "rest general knowledge"), Verification.UNVERIFIED),
        (("text in a public code repository", "source address not kept"), Verification.UNVERIFIED),
        ((), Verification.UNVERIFIED),
    ],
)
def test_sources_alone_found_a_row(source: tuple[str, ...], verification: Verification) -> None:
    assert founded(source) is verification


def test_a_row_without_a_confidence_is_judged_by_its_sources() -> None:
    assert {row.verification for row in shipped().posts} == {Verification.UNVERIFIED}
    assert {row.verification for row in shipped().provincial_officials} == {Verification.SEEN_ONCE}


def test_the_page_gives_the_counts(root: Path) -> None:
    page = (root / "data" / "README.md").read_text(encoding="utf-8")
    counted = re.findall(r"^\| `(\w+)\.csv` \| (\d+) \|(.*)", page, re.MULTILINE)
    assert {(name, int(rows)) for name, rows, _ in counted} == set(ROWS.items())
    by_confidence = {
        name: [int(cell) for cell in rest.split("|") if cell.strip()]
        for name, _, rest in counted
        if re.fullmatch(r"( \d+ \|){4}", rest)
    }
    ranks = ["verified_twice", "seen_once", "secondary", "unverified"]
    assert len(by_confidence) == 10
    for name, told in by_confidence.items():
        found = Counter(row.verification.value for row in getattr(shipped(), name))
        assert told == [found[rank] for rank in ranks]


def test_the_copy_beside_the_code_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_register() == Path(register_module.__file__).parents[2] / "data" / "register"
    monkeypatch.setattr(register_module, "_BESIDE_CODE", tmp_path)
    assert default_register() == tmp_path


def test_an_installation_without_a_register_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_module, "_BESIDE_CODE", tmp_path / "a")
    monkeypatch.setattr(register_module, "_IN_CHECKOUT", tmp_path / "b")
    with pytest.raises(InputError) as caught:
        default_register()
    assert caught.value.told("vi").startswith(str(tmp_path / "a"))
