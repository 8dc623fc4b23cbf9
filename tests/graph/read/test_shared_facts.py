"""The register says what the tables it was made from say (where the shared folder is at hand)."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.read.register import default_register, read_register
from graph.records import UnitSet

# The tables there name articles and each other by file; the register names them for people.
FILE_NAMES = ("seeds/", "shared/", ".jsonl")
TAKEN_OVER = [
    *("document_types", "issuer_codes", "posts", "alias_defaults", "provinces"),
    *("central_documents", "central_relations", "central_bodies", "plenums", "terms"),
    *("officials", "contradictions", "decoys"),
]
LONGEST_CUE = 8


@pytest.fixture(scope="module")
def facts(shared: Path) -> Path:
    return shared / "facts"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def ours(name: str) -> list[dict[str, str]]:
    return read(default_register() / f"{name}.csv")


def comparable(cell: str) -> str:
    """Return the cell with its list separators alike, or nothing where it names a file."""
    return "" if any(name in cell for name in FILE_NAMES) else cell.replace("; ", ";")


def comparable_key(cell: str) -> str:
    """Return the cell without the name of the article that a topic quotes."""
    return comparable(cell.partition(" as cited in ")[0])


def counted(rows: list[dict[str, str]]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(comparable(cell) for cell in row.values()) for row in rows)


@pytest.mark.parametrize("name", TAKEN_OVER)
def test_a_table_is_taken_over_whole(facts: Path, name: str) -> None:
    given, held = read(facts / f"{name}.csv"), ours(name)
    assert set(given[0]) <= set(held[0])
    key = [column for column in given[0] if not column.startswith("source")]
    by_key = {tuple(comparable_key(row[column]) for column in key): row for row in held}
    assert len(by_key) == len(held) == len(given)
    for row in given:
        twin = by_key[tuple(comparable_key(row[column]) for column in key)]
        for column, cell in row.items():
            if comparable(cell) or not cell:
                assert comparable(twin[column]) == comparable(cell)
            else:
                assert twin[column]
                assert not any(name in twin[column] for name in FILE_NAMES)


def flat(line: dict[str, Any]) -> tuple[str, ...]:
    subject, item = line["subject"], line["object"]
    signer = subject["signer"] or {}
    cells = [
        *(subject[name] for name in ("number", "type_vi", "issuer_vi", "level", "province")),
        *(subject["issued"], subject["title_vi"], signer.get("name"), signer.get("position")),
        line["predicate"],
        *(item[name] for name in ("number", "type_vi", "issuer_vi", "issued")),
        *(line["source_url"] or line["source"], line["source_date"], line["confidence"]),
    ]
    return tuple((cell or "").replace("; ", ";") for cell in cells)


def but_cue(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(cell.replace("; ", ";") for name, cell in row.items() if name != "cue")


def test_every_provincial_fact_is_carried(facts: Path) -> None:
    given = read_lines(facts / "provincial_facts.jsonl")
    held = ours("provincial_facts")
    assert Counter(map(but_cue, held)) == Counter(map(flat, given))


def test_only_long_cues_are_cut_and_to_their_own_words(facts: Path) -> None:
    held = {but_cue(row): row["cue"] for row in ours("provincial_facts")}
    for line in read_lines(facts / "provincial_facts.jsonl"):
        given, cue = line["cue"], held[flat(line)]
        assert cue == given or len(given.split()) > LONGEST_CUE
        assert {word.strip(",") for word in cue.lower().split()} - {"…"} <= {
            word.strip(",") for word in given.lower().split()
        }


def test_every_provincial_official_is_carried(facts: Path) -> None:
    given = [
        tuple(value or "" for value in line.values())
        for line in read_lines(facts / "provincial_officials.jsonl")
    ]
    assert Counter(tuple(row.values()) for row in ours("provincial_officials")) == Counter(given)


def test_the_numbers_borne_by_several_documents_follow(facts: Path) -> None:
    given = read(facts / "collisions.csv")
    bearers = Counter(row["number"] for row in ours("central_documents") if row["number"])
    derived = [
        {column: row[column] for column in given[0]}
        for row in ours("central_documents")
        if bearers[row["number"]] > 1
    ]
    assert counted(derived) == counted(given)


def test_the_34_units_follow_from_the_63(facts: Path) -> None:
    given = json.loads((facts / "provinces_34_from_63.json").read_text(encoding="utf-8"))
    register, _ = read_register(default_register())
    derived: dict[str, list[str]] = {}
    for unit in register.provinces:
        if UnitSet.SIXTY_THREE in unit.unit_sets:
            for successor in unit.merged_into or (unit.name,):
                derived.setdefault(successor, []).append(unit.name)
    assert {name: sorted(units) for name, units in derived.items()} == {
        name: sorted(units) for name, units in given.items()
    }
