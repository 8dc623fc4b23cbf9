"""The gold is whole: every span proves itself, every name leads somewhere, the split is fixed."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.agreement import compare
from benchmarks.gold.pairing import is_core
from graph.model import Level, Modality, PartialDate
from tests.data.gold import FOLDERS, GOLD, SECTIONS, SPLITS, Annotated, annotated, rows, spans
from tests.house.test_corpus import runs

EVERY = annotated()
ONCE = [one for one in EVERY if one.folder in SPLITS]
PREDICATES = {
    *("issuedBy", "adoptedAt", "implements", "continues", "replaces", "amends", "repeals"),
    *("basedOn", "guides", "reviews", "linkedWith", "implementedBy", "signedBy", "responsibleFor"),
}
AGREEMENTS = ("agreement", "document_agreement", "term_agreement", "resolution_agreement")
each = pytest.mark.parametrize("one", EVERY, ids=lambda one: f"{one.folder}/{one.name}")


def register_types() -> list[str]:
    table = GOLD.parent / "register" / "document_types.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        return [row["type_vi"] for row in csv.DictReader(lines)]


@each
def test_every_span_proves_itself(one: Annotated) -> None:
    found = list(spans(one.said))
    assert found
    for path, item in found:
        said = one.text[item["start"] : item["end"]]
        assert said, path
        assert item.get("surface", said) == said, path


@each
def test_cores_lie_inside_their_mentions(one: Annotated) -> None:
    mentions = [mention for document in one.items("documents") for mention in document["mentions"]]
    cores = [(mention, mention["core"]) for mention in mentions if "core" in mention]
    assert all(out["start"] <= core["start"] < core["end"] <= out["end"] for out, core in cores)


@each
def test_texts_and_annotations_are_composed(one: Annotated) -> None:
    assert unicodedata.is_normalized("NFC", one.text)
    assert unicodedata.is_normalized("NFC", str(one.said))
    assert one.text.endswith("\n")
    assert not set(one.text) & {"\ufeff", "\r", "\t", "{", "}"}


@each
def test_ids_are_unique_and_lead_somewhere(one: Annotated) -> None:
    named = [
        item["id"]
        for section in ("documents", "bodies", "officials")
        for item in one.items(section)
    ]
    assert [name for name, times in Counter(named).items() if times > 1] == []
    pointed = {
        relation[side] for relation in one.items("relations") for side in ("subject", "object")
    }
    pointed |= {name for item in one.items("relations") for name in item.get("alt_objects", ())}
    pointed |= {name for item in one.items("relations") for name in item.get("alt_subjects", ())}
    pointed |= {name for item in one.items("documents") for name in item.get("members", ())}
    pointed |= {name for item in one.items("results") for name in item.get("alt_documents", ())}
    pointed |= {item.get("document") for item in one.items("results") + one.items("assignments")}
    for item in one.items("assignments"):
        for role in ("lead", "support", "alt_lead", "optional_bodies"):
            pointed |= set(item.get(role, ()))
    own = {one.said["source"].get("document")}
    assert (pointed | own) - {None} <= set(named)


@each
def test_kinds_are_known(one: Annotated) -> None:
    types = tuple(register_types())
    documents = one.items("documents")
    kinds = {d["type"] for d in documents if d.get("type")}
    if one.folder in SPLITS:  # the second annotator may name a kind that the register lacks
        assert [kind for kind in kinds if not kind.startswith(types)] == []
    assert {relation["predicate"] for relation in one.items("relations")} <= PREDICATES
    assert {relation.get("certainty", "stated") for relation in one.items("relations")} <= {
        "stated",
        "inferred",
    }
    modalities = {relation.get("modality", "done") for relation in one.items("relations")}
    assert modalities <= set(Modality)
    levels = {item.get("level") for item in documents + one.items("bodies")} - {None}
    assert levels <= set(Level)
    said = {
        item[key]
        for part in SECTIONS
        for item in one.items(part)
        for key in AGREEMENTS
        if key in item
    }
    assert said <= {"core", "optional"}


@each
def test_days_are_days(one: Annotated) -> None:
    days = [
        document[key]
        for document in one.items("documents")
        for key in ("issued", "effective")
        if document.get(key)
    ]
    days += [item["deadline"] for item in one.items("assignments") if item.get("deadline")]
    days += [
        post["as_of"]
        for person in one.items("officials")
        for post in person.get("positions", ())
        if post.get("as_of")
    ]
    days += [one.said["source"]["published"]] if one.said["source"].get("published") else []
    assert [day for day in days if str(PartialDate.parse(day)) != day] == []


@each
def test_every_assignment_says_who_by_its_cue(one: Annotated) -> None:
    for item in one.items("assignments"):
        assert item["lead"] or (item.get("optional_bodies") and not is_core(item))
        assert not set(item["lead"]) & set(item.get("support", ()))
        assert (item.get("cue") or "").lower() in item["surface"].lower()


@each
def test_no_trap_is_a_mention(one: Annotated) -> None:
    asked = [
        (mention["start"], mention["end"])
        for document in one.items("documents")
        for mention in document["mentions"]
        if is_core(document) and is_core(mention)
    ]
    traps = [(trap["start"], trap["end"]) for trap in one.items("traps")]
    assert all(trap["why"] for trap in one.items("traps"))
    assert [
        trap for trap in traps if any(start < trap[1] and trap[0] < end for start, end in asked)
    ] == []


@each
def test_relations_rest_on_short_evidence(one: Annotated) -> None:
    for relation in one.items("relations"):
        assert relation["end"] - relation["start"] <= 1000
        said = re.sub(r"\s+", " ", relation["surface"]).lower()
        for part in (relation.get("cue") or "").split("..."):
            assert part.lower() in said


@pytest.mark.parametrize("one", ONCE, ids=lambda one: one.name)
def test_a_text_agrees_with_itself(one: Annotated) -> None:
    found = compare(one.said, one.said, one.text)
    assert found["mentions"].asked or found["documents"].asked
    for name, tally in found.items():
        assert tally.f1 == 1.0, (name, tally.missed, tally.wrong)


def test_the_split_lists_every_text_once() -> None:
    listed = {(row["split"], row["name"]) for row in rows()}
    assert len(listed) == len(rows()) == len({row["name"] for row in rows()})
    assert listed == {(one.folder, one.name) for one in ONCE}
    texts = (GOLD / "texts").glob("*/*.txt")
    assert listed == {(file.parent.name, file.stem) for file in texts}
    assert [row["name"] for row in rows() if row["facts"] not in {"invented", "mixed"}] == []


def test_there_is_enough_of_everything() -> None:
    splits = Counter(row["split"] for row in rows())
    traps = Counter(row["split"] for row in rows() if row["mostly_traps"] == "yes")
    assert splits["dev"] >= 24
    assert splits["test"] >= 18
    assert traps.total() >= 15
    assert min(traps[split] for split in SPLITS) >= 5
    assert (
        sum(item["agreement"] == "core" for one in ONCE for item in one.items("assignments")) >= 40
    )
    years = {row["published"][:4] for row in rows()}
    assert len({row["province"] for row in rows()}) > 30
    assert min(years) <= "2007"
    assert max(years) >= "2026"


@pytest.mark.parametrize("one", ONCE, ids=lambda one: one.name)
def test_texts_are_as_long_as_such_texts_are(one: Annotated) -> None:
    assert 140 <= len(one.text.split()) <= 900


@pytest.mark.parametrize("one", ONCE, ids=lambda one: one.name)
def test_what_is_invented_is_told_beside_the_text(one: Annotated) -> None:
    assert "văn bản giả định" in one.said["source"]["note"]
    assert "giả định" not in one.text


def test_the_second_annotation_is_of_test_texts() -> None:
    names = {row["name"] for row in rows() if row["split"] == FOLDERS["second"]}
    assert {one.name for one in EVERY if one.folder == "second"} <= names


def test_the_test_part_is_sealed() -> None:
    """Whoever changes a test text or its annotation has to say so here, before the first score."""
    with (GOLD / "seal.csv").open(encoding="utf-8", newline="") as lines:
        sealed = {row["file"]: row["sha256"] for row in csv.DictReader(lines)}
    files = [*(GOLD / "texts" / "test").glob("*.txt"), *(GOLD / "test").glob("*.json")]
    found = {
        file.relative_to(GOLD).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }
    assert found == sealed


def test_the_list_of_forms_names_texts_that_are_there() -> None:
    lines = (GOLD / "FORMS.md").read_text(encoding="utf-8").splitlines()
    cells = [
        line.rsplit("|", 2)[1] for line in lines if line.startswith("|") and line.endswith("|")
    ]
    named = {name for cell in cells for name in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", cell)}
    assert len(named) > 20
    assert named <= {row["name"] for row in rows()}


def test_no_sentence_is_copied_from_the_articles(shared: Path) -> None:
    articles = [file.read_text(encoding="utf-8") for file in (shared / "seeds").glob("*.txt")]
    copied = set().union(*map(runs, articles))
    assert articles
    for one in ONCE:
        names = sorted(official_names(one), key=len, reverse=True)
        pieces = re.split("|".join(map(re.escape, names)), one.text)
        assert not set().union(*map(runs, pieces)) & copied


def official_names(one: Annotated) -> set[str]:
    """Return the names of documents and bodies in a text: everybody writes these the same."""
    named = one.items("documents") + one.items("bodies")
    mentions = {mention["surface"] for item in named for mention in item["mentions"]}
    return mentions | {
        document["title"] for document in one.items("documents") if document["title"]
    }
