"""The interchange format: a fixed order of keys, and back without loss."""

from __future__ import annotations

import json
from dataclasses import replace

from graph.extract.interchange import as_dict, as_json, extraction_of
from graph.extraction import (
    Candidate,
    Extraction,
    NamedBody,
    NamedOfficial,
    Position,
    ReportedResult,
    Span,
)
from graph.model import Level, Modality, PartialDate
from tests.graph.seeds import cited, related, written

TEXT = "Quy định 901-QĐ/TU thay thế Quy định 902-QĐ/TU, giảm gần 12,5%."


def full() -> Extraction:
    new = cited(TEXT, "Quy định 901-QĐ/TU", "901-QĐ/TU", issued=PartialDate(2018, 5))
    old = replace(
        cited(TEXT, "Quy định 902-QĐ/TU", "902-QĐ/TU"),
        inferred=("province",),
        candidates=(Candidate("902-QĐ/TU", None, PartialDate(2010)),),
        reasons=("theo địa phương của bài",),
        members=("x",),
    )
    relation = related(
        TEXT,
        new.id,
        "replaces",
        old.id,
        cue="thay thế",
        modality=Modality.PLANNED,
        part="Điều 8",
        confidence=0.5,
    )
    position = Position("Bí thư", None, PartialDate(2018, 5, 3), 0, 4)
    told = written(
        "bài 1",
        TEXT,
        [new, old],
        [relation],
        [NamedBody("b1", "Tỉnh ủy Hà Tĩnh", Level.PROVINCE, (), ("place",))],
        [ReportedResult(new.id, 12.5, "%", 56, 61, "b1", "2018", "gần")],
        "2018-06",
    )
    person = NamedOfficial("p1", "Trần Văn A", (Span(0, 4, "Quy "),), (position,))
    return replace(told, officials=(person,))


def test_nothing_is_lost_on_the_way_and_back() -> None:
    told = as_json(full())
    assert extraction_of(json.loads(told), TEXT) == full()
    assert as_json(extraction_of(json.loads(told), TEXT)) == told


def test_the_keys_are_those_of_the_format() -> None:
    told = as_dict(full())
    sections = ["source", "documents", "officials", "bodies", "relations", "results", "assignments"]
    assert list(told) == sections
    first = ["id", "type", "number", "issuer", "level", "province", "term", "issued", "title"]
    assert list(told["documents"][0]) == [*first, "alias", "mentions"]
    assert told["documents"][0]["issued"] == "2018-05"
    assert told["relations"][0]["modality"] == "planned"
    assert (
        "modality"
        not in as_dict(replace(full(), relations=(related(TEXT, "a", "amends", "b"),)))[
            "relations"
        ][0]
    )


def test_whole_figures_are_whole_numbers() -> None:
    result = ReportedResult(None, 4401230.0, "đảng viên", 0, 3)
    (told,) = as_dict(replace(full(), results=(result,)))["results"]
    assert json.dumps(told["value"]) == "4401230"


def test_on_one_line_when_asked() -> None:
    assert "\n" not in as_json(full(), indent=None)
