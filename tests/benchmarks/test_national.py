"""The made-up country: the same for the same seed, sound, and shaped as it says."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.country.articles import STATED, Stated, write_articles
from benchmarks.country.plan import Form, Plan
from benchmarks.country.writing import write
from benchmarks.national import country
from graph.check import check
from graph.store.importing import import_file
from graph.store.memory import MemoryStore

SMALL = 150


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Return a small country as a file, with claims of edges only and with every claim."""
    folder = tmp_path_factory.mktemp("country")
    documents = country(SMALL)
    for every_claim in (False, True):
        write(documents, folder / f"{every_claim}.nq", every_claim=every_claim)
    return {every_claim: folder / f"{every_claim}.nq" for every_claim in (False, True)}


def test_the_same_seed_gives_the_same_bytes(files: dict[bool, Path], tmp_path: Path) -> None:
    """A benchmark can be run again on the same data."""
    write(country(SMALL), tmp_path / "again.nq")
    assert files[False].read_bytes() == (tmp_path / "again.nq").read_bytes()
    assert (country(SMALL).plan.issued != country(SMALL, seed=58).plan.issued).any()


def test_no_quad_is_told_twice_and_the_manifest_counts_them(files: dict[bool, Path]) -> None:
    """The import would notice a wrong count, and a doubled quad would make one."""
    lines = [line for line in files[True].read_bytes().splitlines() if line[:1] != b"#"]
    assert len(lines) == len(set(lines)) > SMALL * 40
    assert import_file(MemoryStore(), files[True]).quads == len(lines)


def test_facts_are_the_same_whether_every_fact_is_claimed_or_only_edges(
    files: dict[bool, Path],
) -> None:
    """The large file leaves claims out, never facts."""
    one, other = (
        {line for line in file.read_bytes().splitlines() if line.count(b"id/source/") == 0}
        for file in files.values()
    )
    assert {line for line in one ^ other if line[:1] != b"#"} == set()


@pytest.mark.long
def test_a_country_with_every_claim_passes_our_own_check(tmp_path: Path) -> None:
    """Facts are just what the claims support, and all shapes hold."""
    store = MemoryStore()
    write(country(2000), tmp_path / "country.nq", every_claim=True)
    import_file(store, tmp_path / "country.nq")
    with store.read() as reader:
        assert check(reader) == ()


def _cascades(plan: Plan) -> list[int]:
    return sorted(np.bincount(plan.subject).tolist())


def test_one_cascade_is_great_and_the_others_are_alike() -> None:
    """The sizes that the benchmark speaks of."""
    plan = country(10_000).plan
    *others, great = _cascades(plan)
    assert great == pytest.approx(0.032 * len(plan), abs=1)
    assert max(others) - min(others) <= 1
    assert sum(others) + great == len(plan) == 10_000


def test_what_carries_out_a_resolution_is_never_older_than_what_it_carries_out() -> None:
    """Edges point back in time, in chains through all levels."""
    plan = country(3000).plan
    assert (plan.issued[plan.sources] > plan.issued[plan.targets]).all()
    assert set(np.unique(plan.form)) >= set(Form) - {Form.MINISTRY}


def test_articles_state_what_is_told_beside_them(tmp_path: Path) -> None:
    """Each text names its two documents with number and issuer, and is about a child of its own."""
    documents = country(12_000)
    told = write_articles(documents, tmp_path, 50)
    assert len({one.child for one in told}) == len(told) == 50
    lines = (tmp_path / STATED).read_text(encoding="utf-8").splitlines()
    assert [Stated(**json.loads(line)) for line in lines] == told
    numbers = dict(zip(documents.addresses, range(len(documents.plan)), strict=True))
    for one in told:
        text = (tmp_path / one.file).read_text(encoding="utf-8")
        for iri in (one.child, one.parent):
            printed = documents.printed(numbers[iri])
            assert f"{printed.number} ngày" in text
            assert f"của {printed.issuer.name}" in text
