"""The official files, each in its own format, yield what a person found stated in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.extract.pipeline import extract
from graph.extraction import CitedDocument, Extraction
from graph.knowledge import knowledge_of
from graph.read.article import read_article
from graph.read.register import default_register, read_register
from tests.data.official import facts

FEWEST = 0.93  # of the relations to numbered documents that are stated in all files together


@cache
def read(file: Path) -> Extraction:
    return extract(read_article(file), knowledge_of(read_register(default_register())[0]))


def own(told: Extraction) -> CitedDocument:
    """Return the document that the file is."""
    (found,) = [one for one in told.documents if one.id == told.document]
    return found


def ends(told: Extraction, predicate: str) -> list[str]:
    """Return what the document is related to so: numbers of documents, names of the others."""
    names = {one.id: one.number or one.title or "" for one in told.documents}
    names |= {one.id: one.name for one in told.bodies}
    names |= {one.id: one.name for one in told.officials}
    return [
        names[one.object]
        for one in told.relations
        if one.subject == told.document and one.predicate == predicate
    ]


@pytest.mark.parametrize("one", facts(), ids=lambda one: Path(one["file"]).stem)
def test_each_file_states_what_it_is(one: Mapping[str, Any], shared: Path) -> None:
    told = read(shared / "corpus" / "official" / one["file"])
    found = own(told)
    assert (found.type_vi, found.number) == (one["type"], one["number"])
    assert str(found.issued) == one["issued"]
    assert ends(told, "signedBy") == [one["signer"]]
    assert ends(told, "issuedBy") == [one["issuer"]]


@pytest.mark.parametrize(
    ("name", "predicate", "number"),
    [
        ("Luat-147-2025-QH15-sua-Luat-DCKS.docx", "amends", "54/2024/QH15"),
        ("TT-67-2025-TT-BCT-sua-doi-TT-43-2025.docx", "amends", "43/2025/TT-BCT"),
        (
            "KH-UBND-trien-khai-Chi-thi-11-CT-TU-QLNN-khoang-san.docx",
            "implements",
            "11-CT/TU",
        ),
        ("ND-146-2025.doc", "basedOn", "190/2025/QH15"),
        ("QD-1074-QD-BXD-29-6-2026.pdf", "basedOn", "235/QĐ-TTg"),
    ],
)
def test_a_relation_of_a_file(name: str, predicate: str, number: str, shared: Path) -> None:
    assert number in ends(read(shared / "corpus" / "official" / name), predicate)


@pytest.mark.parametrize(
    ("name", "number", "issued", "signer"),
    [
        ("ND-146-2025.doc", "146/2025/NĐ-CP", "2025-06-12", None),
        ("QD-1074-QD-BXD-29-6-2026.pdf", "1074/QĐ-BXD", "2026-06-29", "Phạm Minh Hà"),
    ],
)
def test_files_of_other_formats_state_what_they_are(
    name: str, number: str, issued: str, signer: str | None, shared: Path
) -> None:
    told = read(shared / "corpus" / "official" / name)
    assert (own(told).number, str(own(told).issued)) == (number, issued)
    assert signer is None or ends(told, "signedBy") == [signer]


def test_nearly_all_that_they_rest_on_and_change_is_found(shared: Path) -> None:
    asked = found = 0
    for one in facts():
        told = read(shared / "corpus" / "official" / one["file"])
        for item in one["relations"]:
            if item.get("number") and not item.get("subject"):
                asked += 1
                found += item["number"] in ends(told, item["predicate"])
    assert asked > 50
    assert found / asked >= FEWEST
