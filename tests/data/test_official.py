"""What a person found in the official files stands in them, at the words that are named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.model import PartialDate
from tests.data.official import FACTS, facts, fingerprint, text_of, words_of

PREDICATES = {"basedOn", "implements", "guides", "amends", "replaces", "repeals"}
MOST_WORDS = 30  # of one string: facts, never sentences
each = pytest.mark.parametrize("one", facts(), ids=lambda one: Path(one["file"]).stem)
Fact = Mapping[str, Any]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


@pytest.fixture
def words(one: Fact, shared: Path) -> list[str]:
    """Return the words of the file that the facts are of."""
    file = shared / "corpus" / "official" / one["file"]
    assert hashlib.sha256(file.read_bytes()).hexdigest() == one["sha256"]
    return words_of(text_of(file))


@each
def test_number_title_and_signer_stand_where_they_are_named(one: Fact, words: list[str]) -> None:
    if one["number"] is not None:
        assert words[slice(*one["number_at"])] == words_of(one["number"])
    assert fingerprint(words[slice(*one["title_at"])]) == one["title_sha256"]
    assert words[slice(*one["signer_at"])] == words_of(one["signer"])
    post = words_of(one["signer_post"])
    before = words[one["signer_at"][0] - 40 : one["signer_at"][0]]
    assert set(post) <= set(before)


@each
def test_what_it_rests_on_and_changes_stands_where_it_is_named(one: Fact, words: list[str]) -> None:
    for item in [*one["relations"], *one["mentions"]]:
        said = words[slice(*item["at"])]
        named = (item.get(key) for key in ("printed", "subject", "number", "name"))
        expected = [words_of(name) for name in named if name]
        assert said in expected or item["predicate"] == "guides", item


@each
def test_the_day_of_issue_is_printed(one: Fact, words: list[str]) -> None:
    head = " ".join(words[: one["title_at"][0]])
    day = PartialDate.parse(one["issued"])
    year, *rest = str(day).split("-")
    assert f"năm {year}" in head
    if rest:
        month, number = rest
        assert (
            f"ngày {number} tháng {month} năm" in head
            or f"ngày {number} tháng {int(month)} năm" in head
        )


@each
def test_facts_are_well_formed(one: Fact) -> None:
    assert {item["predicate"] for item in one["relations"]} <= PREDICATES
    for key in ("issued", "effective", "expires"):
        assert one.get(key) is None or str(PartialDate.parse(one[key])) == one[key]
    pairs = [
        (item["predicate"], item.get("subject"), item.get("number") or item["name"])
        for item in one["relations"]
    ]
    assert len(pairs) == len(set(pairs))


def test_blanks_stay_blank() -> None:
    (plan,) = [one for one in facts() if one["file"].startswith("KH-UBND")]
    assert plan["number"] is None
    assert "number_at" not in plan
    assert plan["issued"] == "2026"
    assert [(item["predicate"], item["number"]) for item in plan["relations"]] == [
        ("implements", "11-CT/TU")
    ]


def test_there_are_enough_and_no_text_is_kept() -> None:
    assert len(facts()) >= 8
    long = [told for one in facts() for told in strings(one) if len(told.split()) > MOST_WORDS]
    assert long == []
    assert FACTS.stat().st_size < 40_000
