"""Imports that are killed at random moments: the generation before stays whole, or the new one is.

    python -m benchmarks.killing [--documents 100000] [--kills 20] [--file FILE] [--seed 57]

Each time `cascade import` of a country runs as a process of its own over a store that holds a small
country, and gets SIGKILL at a moment of the time that a whole import takes. Then the store must
open, hold every quad of one of the two countries, and take a change. The end of the process
tells: 1 when it once did not.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from signal import SIGKILL

from pyoxigraph import DefaultGraph, NamedNode, Quad

from benchmarks.country.writing import write
from benchmarks.national import SEED, country
from graph.store.formats import reading
from graph.store.graphs import IMPORT_PREFIX
from graph.store.importing import import_file
from graph.store.local import LocalStore
from graph.store.manifest import Manifest, read_manifest
from graph.store.protocol import Change
from graph.store.sorting import canonical_dump

_SMALL = 500
_COMMAND = "import sys; from api.cli import main; sys.exit(main())"
_PROBE = NamedNode(f"{IMPORT_PREFIX}probe")


def begun(place: Path, file: Path) -> bytes:
    """Make a store of the small country; return all that it holds."""
    import_file(LocalStore(place), file)
    with LocalStore(place).read() as reader:
        return canonical_dump(reader)


def importing(place: Path, file: Path) -> subprocess.Popen[bytes]:
    """Begin an import in a process of its own."""
    command = (sys.executable, "-c", _COMMAND, "--store", str(place), "import", str(file))
    return subprocess.Popen([*command, "--no-index"], stdout=subprocess.DEVNULL)


def whole(place: Path, before: bytes, manifest: Manifest) -> str | None:
    """Return which country a store holds whole, `old` or `new`; None when neither."""
    with LocalStore(place).read() as reader:
        if reader.generation == 1:
            return "old" if canonical_dump(reader) == before else None
        facts = sum(1 for _ in reader.quads(graph=DefaultGraph()))
        quads = sum(1 for _ in reader.quads())
    return "new" if (quads, facts) == (manifest.quads, manifest.facts) else None


def writable(place: Path) -> bool:
    """Tell whether a store takes a change after all that."""
    store = LocalStore(place)
    with store.read() as reader:
        generation = reader.generation
    return store.apply(Change(added=(Quad(_PROBE, _PROBE, _PROBE, _PROBE),))) == generation + 1


def main(arguments: list[str] | None = None) -> int:
    """Kill imports; return 1 when a store was left that is neither."""
    parser = argparse.ArgumentParser(prog="benchmarks.killing")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--file", type=Path, help="a country that is written already")
    parser.add_argument("--folder", type=Path, help="where the stores are made and removed")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="cascade-kill-", dir=given.folder) as folder:
        found = kill(Path(folder), given.documents, given.kills, given.seed, given.file)
    print(f"{given.kills} kills: " + ", ".join(f"{what} {n}" for what, n in sorted(found.items())))
    return 0 if set(found) <= {"old", "new"} else 1


def kill(folder: Path, documents: int, kills: int, seed: int, ready: Path | None) -> Counter[str]:
    """Kill so many imports; return how many stores were left with which country."""
    small, file = folder / "small.nq", ready or folder / "country.nq"
    write(country(_SMALL), small)
    if ready is None:
        write(country(documents), file)
    with reading(file) as stream:
        manifest = read_manifest(stream, file)
    assert manifest is not None, f"{file} is no export"
    before = begun(folder / "whole", small)
    start = time.monotonic()
    assert importing(folder / "whole", file).wait() == 0
    takes = time.monotonic() - start
    assert whole(folder / "whole", before, manifest) == "new"
    print(f"a whole import takes {takes:.1f} s")
    chance, found = random.Random(seed), Counter[str]()
    for number in range(kills):
        place = folder / f"killed-{number}"
        begun(place, small)
        moment = chance.random() * takes
        running = importing(place, file)
        time.sleep(moment)
        running.kill()
        running.wait()
        left = whole(place, before, manifest) or "neither"
        if running.returncode not in (0, -SIGKILL):
            left = "failed"  # by itself: that shows nothing of kills
        found[left if writable(place) else "stuck"] += 1
        print(f"killed after {moment:.1f} s: {left}", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
