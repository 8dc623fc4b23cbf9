"""The lexicon as code reads it."""

from __future__ import annotations

import ast
import dataclasses
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from ontology import entries, lexicon, terms
from ontology import generate_lexicon as made

STANDARD = {"__future__", "collections", "types", "typing", "dataclasses", "ontology"}


@pytest.mark.parametrize("module", [terms, lexicon, entries])
def test_nothing_but_the_standard_library_is_needed(module: object) -> None:
    path = Path(str(vars(module)["__file__"]))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= STANDARD
    assert STANDARD - {"ontology"} <= sys.stdlib_module_names


def test_rows_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        lexicon.CUES[0].relation = "x"  # type: ignore[misc]


def test_addresses_are_unique() -> None:
    tables = (lexicon.DOCUMENT_TYPES, lexicon.ISSUER_CODES, lexicon.POSTS, lexicon.CUES)
    codes = (lexicon.LEVELS, lexicon.CONFIDENCE, lexicon.MODALITY, lexicon.INFERENCE)
    iris = [row.iri for table in tables for row in table]
    iris += [row.iri for table in codes for row in table]
    assert len(iris) == len(set(iris))
    assert all(iri.startswith(terms.DATA) for iri in iris)


def test_the_higher_level_stands_first() -> None:
    assert [level.code for level in lexicon.LEVELS] == [
        "central",
        "ministry",
        "province",
        "district",
        "commune",
        "grassroots",
    ]
    assert [level.rank for level in lexicon.LEVELS] == [1, 2, 3, 4, 5, 6]
    codes = [row.code for row in lexicon.ISSUER_CODES]
    assert codes.index("TW") < codes.index("TU")


def test_one_code_may_stand_for_two_types() -> None:
    assert {row.vi for row in lexicon.DOCUMENT_TYPES if row.abbreviation == "QĐ"} == {
        "Quyết định",
        "Quy định",
    }


def test_guidance_is_no_contract() -> None:
    by_code = {row.abbreviation: row.vi for row in lexicon.DOCUMENT_TYPES}
    assert (by_code["HD"], by_code["HĐ"]) == ("Hướng dẫn", "Hợp đồng")


def test_cues_name_relations_and_try_the_longest_first() -> None:
    for cue in lexicon.CUES:
        assert cue.relation in terms.PROPERTIES
        assert cue.phrases
        lengths = [len(phrase) for phrase in cue.phrases]
        assert lengths == sorted(lengths, reverse=True)


def test_a_phrase_reads_one_way_within_a_relation() -> None:
    directions: dict[tuple[str, str], set[bool]] = {}
    for cue in lexicon.CUES:
        for phrase in (*cue.phrases, *cue.misspelt):
            directions.setdefault((cue.relation, phrase), set()).add(cue.inverted)
    both = {key for key, found in directions.items() if len(found) == 2}
    assert both == set()


@pytest.mark.parametrize(
    ("relation", "phrase", "inverted"),
    [
        (terms.repeals, "hết hiệu lực", True),
        (terms.repeals, "bãi bỏ", False),
        (terms.replaces, "thay thế", False),
        (terms.replaces, "được thay thế bởi", True),
        (terms.amends, "được sửa đổi bởi", True),
        (terms.amends, "thay thế cụm từ", False),
        (terms.amends, "bãi bỏ khoản", False),
        (terms.implements, "cụ thể hóa", False),
        (terms.continues, "tiếp tục đẩy mạnh thực hiện", False),
        (terms.basedOn, "theo đúng", False),
        (terms.guides, "quy định chi tiết", False),
        (terms.reviews, "tổng kết … năm thực hiện", False),
        (terms.linkedWith, "gắn với", False),
    ],
)
def test_known_cues(relation: str, phrase: str, inverted: bool) -> None:
    found = [c for c in lexicon.CUES if c.relation == relation and phrase in c.phrases]
    assert [cue.inverted for cue in found] == [inverted]


def test_chairing_is_not_being_responsible() -> None:
    phrases = {p for c in lexicon.CUES if c.relation == terms.responsibleFor for p in c.phrases}
    assert not phrases & {"chủ trì", "đồng chủ trì"}


def test_a_scheme_that_lacks_is_named() -> None:
    with pytest.raises(KeyError, match="scheme/codes"):
        made.render_lexicon(Graph())
