"""The made-up country: the same for the same seed, sound, and shaped as it says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pyoxigraph import DefaultGraph, RdfFormat, parse

from benchmarks.country.plan import Form, Plan
from benchmarks.country.writing import write
from benchmarks.national import country
from graph.check import check
from graph.store.importing import import_file
from graph.store.memory import MemoryStore

SMALL = 400


def _file(folder: Path, documents: int = SMALL, *, every_claim: bool = False) -> Path:
    file = folder / f"{documents}-{every_claim}.nq"
    write(country(documents), file, every_claim=every_claim)
    return file


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not(tmp_path: Path) -> None:
    """A benchmark can be run again on the same data."""
    one, again, other = (tmp_path / name for name in ("one.nq", "again.nq", "other.nq"))
    write(country(SMALL), one)
    write(country(SMALL), again)
    write(country(SMALL, seed=58), other)
    assert one.read_bytes() == again.read_bytes() != other.read_bytes()


def test_no_quad_is_told_twice_and_the_manifest_counts_them(tmp_path: Path) -> None:
    """The import would notice a wrong count, and a doubled quad would make one."""
    file = _file(tmp_path, every_claim=True)
    lines = [line for line in file.read_bytes().splitlines() if not line.startswith(b"#")]
    assert len(lines) == len(set(lines)) > SMALL * 40
    assert import_file(MemoryStore(), file).quads == len(lines)


def test_facts_are_the_same_whether_every_fact_is_claimed_or_only_edges(tmp_path: Path) -> None:
    """The large file leaves claims out, never facts."""
    facts = [
        {
            quad
            for quad in parse(_file(tmp_path, every_claim=every).read_bytes(), RdfFormat.N_QUADS)
            if isinstance(quad.graph_name, DefaultGraph)
        }
        for every in (False, True)
    ]
    assert facts[0] == facts[1]


@pytest.mark.long
def test_a_country_with_every_claim_passes_our_own_check(tmp_path: Path) -> None:
    """Facts are just what the claims support, and all shapes hold."""
    store = MemoryStore()
    import_file(store, _file(tmp_path, 2000, every_claim=True))
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
