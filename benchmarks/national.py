"""A made-up country of any size, the same for the same seed: facts to import, articles to ingest.

    python -m benchmarks.national --documents 1000000 facts country.nq
    python -m benchmarks.national --documents 100000 articles folder --articles 20000

At a million documents: 300 central resolutions, 63 and 34 provinces, 700 districts, 10,600
communes, one cascade of 32,000 documents and many of 3,200, 37 million quads.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks.country.articles import write_articles
from benchmarks.country.documents import Documents
from benchmarks.country.places import Land
from benchmarks.country.plan import plan_of
from benchmarks.country.writing import write
from graph.read.register import default_register, read_register
from graph.resolve.drafts import Context

SEED = 57


def country(documents: int, seed: int = SEED) -> Documents:
    """Return the documents of a country of that size."""
    land = Land(Context(read_register(default_register())[0]), documents, seed)
    return Documents(land, plan_of(land))


def main(arguments: list[str] | None = None) -> int:
    """Write a country."""
    parser = argparse.ArgumentParser(prog="benchmarks.national")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    kinds = parser.add_subparsers(dest="what", required=True)
    facts = kinds.add_parser("facts", help="a file that `cascade import` reads")
    facts.add_argument("file", type=Path)
    facts.add_argument("--every-claim", action="store_true", help="not only edges are claimed")
    texts = kinds.add_parser("articles", help="texts for `cascade ingest`, and what they state")
    texts.add_argument("folder", type=Path)
    texts.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    made = country(given.documents, given.seed)
    if given.what == "facts":
        manifest = write(made, given.file, every_claim=given.every_claim)
        told = f"{manifest.quads} quads, {manifest.facts} facts: {given.file}"
    else:
        told = f"{len(write_articles(made, given.folder, given.articles))} articles: {given.folder}"
    print(f"{told} ({time.perf_counter() - start:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
