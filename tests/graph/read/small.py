"""Registers of a few rows, written where a test says."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from graph.errors import RowProblem
from graph.read import tables
from graph.read.register import read_register
from graph.read.table import Table
from graph.records import Register, Row

Cells = dict[str, str]

# One sound row for each table: what a test does not change.
SOUND: dict[str, Cells] = {
    "document_types": {"type_vi": "Nghị quyết", "type_en": "Resolution", "system": "both"}
    | {"abbreviation": "NQ", "normative": "yes", "source": "Nghị định 30/2020/NĐ-CP"},
    "issuer_codes": {"code": "TW", "body_vi": "Bộ Chính trị", "numbering_series": "TW"}
    | {"system": "party", "level": "central", "source": "general knowledge, unverified"},
    "posts": {"post_vi": "Bí thư", "post_en": "Secretary", "body_pattern": "Tỉnh ủy {province}"}
    | {"system": "party", "level": "province", "rank": "1", "source": "general knowledge"},
    "alias_defaults": {"alias": "Nghị quyết 18", "members": "18-NQ/TW@2017-10-25"}
    | {"reason": "the only one", "source": "central_documents.csv"},
    "provinces": {"name": "Hà Tây", "kind": "province", "set": "earlier", "coastal": "no"}
    | {"valid_from": "1991-10-01", "valid_to": "2008-07-31", "region": "Đồng bằng sông Hồng"}
    | {"source": "general knowledge, unverified"},
    "provincial_terms": {"unit": "*", "term": "2005-2010", "starts": "2005-10-01"}
    | {"ends": "2010-09-30", "source": "general knowledge, unverified", "confidence": "unverified"},
    "central_documents": {"number": "18-NQ/TW", "type_vi": "Nghị quyết", "issued": "2017-10-25"}
    | {"term": "XII", "source": "https://tinh.vn/a", "confidence": "seen_once"},
    "central_relations": {"subject_number": "18-NQ/TW", "subject_date": "2017-10-25"}
    | {"predicate": "continues", "object_number": "18-NQ/TW", "object_date": "2017-10-25"}
    | {"source": "https://tinh.vn/a", "confidence": "seen_once"},
    "central_bodies": {"name_vi": "Bộ Chính trị", "name_en": "Politburo", "kind": "party"}
    | {"level": "central", "source": "https://tinh.vn/a", "confidence": "seen_once"},
    "plenums": {"term": "XII", "plenum": "6", "documents": "18-NQ/TW@2017-10-25"}
    | {"source": "https://tinh.vn/a", "confidence": "seen_once"},
    "terms": {"term": "XII", "start": "2016-01-27", "end": "2021-01-31"}
    | {"congress_opened": "2016-01-20", "congress_closed": "2016-01-28"}
    | {"source": "general knowledge, unverified", "confidence": "unverified"},
    "scope": {"document": "18-NQ/TW@2017-10-25", "kind": "coastal"}
    | {"source": "title", "confidence": "unverified"},
    "officials": {"name": "Nguyễn Văn A", "post_vi": "Bí thư", "body_vi": "Tỉnh ủy Hà Tây"}
    | {"level": "province", "source": "https://tinh.vn/a", "confidence": "seen_once"},
    "contradictions": {"topic": "18-NQ/TW date", "claim_a": "25/10/2017", "claim_b": "2018"}
    | {"source_a": "https://tinh.vn/a", "source_b": "https://tinh.vn/b", "taken": "25/10/2017"},
    "decoys": {"number": "99-NQ/TW", "date": "2023", "why": "invented data"}
    | {"source": "text in a public code repository; source address not kept"},
    "provincial_facts": {"subject_number": "12-CTr/TU", "level": "province"}
    | {"subject_type": "Chương trình hành động", "province": "Hà Tây", "predicate": "implements"}
    | {"subject_issued": "2007-05-01", "object_number": "18-NQ/TW", "object_type": "Nghị quyết"}
    | {"cue": "thực hiện", "source": "https://tinh.vn/a", "confidence": "clear"},
    "provincial_officials": {"name": "Nguyễn Văn A", "post_vi": "Bí thư", "level": "province"}
    | {"body_vi": "Tỉnh ủy Hà Tây", "province": "Hà Tây", "as_of": "2007-05-01"}
    | {"source": "https://tinh.vn/a"},
}


def table_of(name: str) -> Table[Row]:
    """Return the table that fills the field `name` of the register."""
    found = getattr(tables, name.upper())
    assert isinstance(found, Table)
    return found


def columns_of(name: str) -> list[str]:
    return [column.name for column in table_of(name).columns]


def row(table: str, **changed: str) -> Cells:
    """Return the sound row of a table with some cells changed; `from_` stands for `from`."""
    return SOUND[table] | {column.rstrip("_"): cell for column, cell in changed.items()}


def write(directory: Path, **rows: Iterable[Cells]) -> Path:
    """Write a whole register: the rows given, one sound row in every other table."""
    for field in fields(Register):
        with (directory / table_of(field.name).row.FILE).open(
            "w", encoding="utf-8", newline=""
        ) as file:
            writer = csv.DictWriter(file, columns_of(field.name), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.get(field.name, [SOUND[field.name]]))
    return directory


def problems_of(directory: Path, **rows: Iterable[Cells]) -> tuple[RowProblem, ...]:
    return read_register(write(directory, **rows))[1]


def place(problem: RowProblem) -> tuple[str, int, str, str]:
    return problem.file, problem.line, problem.column, problem.value


def only(problems: tuple[RowProblem, ...]) -> RowProblem:
    """Return the one problem there is; every problem speaks both languages and has a remedy."""
    (problem,) = problems
    for said in (problem.message, problem.remedy):
        assert said.vi
        assert said.en
        assert said.vi != said.en
    return problem
