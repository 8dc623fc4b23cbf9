"""What the service costs beside the engine in this process, in one run.

Ratios first: a small query over HTTP beside the same query here, 10,000 rows as JSON over HTTP
beside the engine's own serialisation, and small queries beside hostile clients from four other
addresses beside the same without them.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from graph.store.local import LocalStore
from tests.conformance.service import serving

ROWS, SMALL_TIMES, LARGE_TIMES, CLIENTS, EACH = 10_000, 300, 15, 20, 15
MOST_MORE_MS, LEAST_SPEED, MOST_SLOWER, CALM_MS = 3.0, 0.5, 5.0, 250.0
SMALL = "SELECT ?name { <https://example.org/7> <https://example.org/name> ?name }"
LARGE = "SELECT ?s ?name { ?s <https://example.org/name> ?name }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SOURCES = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
_HEADERS = {"content-type": "application/sparql-query", "accept": "application/json"}


class Client:
    """One connection that is kept open."""

    def __init__(self, base: str, source: str = "127.0.0.1") -> None:
        self._connection = HTTPConnection(
            urlsplit(base).netloc, timeout=120, source_address=(source, 0)
        )

    def ask(self, text: str) -> bytes:
        """Return the answer of a query as it came."""
        self._connection.request("POST", "/sparql", text, _HEADERS)
        return self._connection.getresponse().read()


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def here(engine: Store, text: str) -> bytes:
    """Answer in this process."""
    rows = engine.query(text)
    assert isinstance(rows, QuerySolutions)
    return rows.serialize(format=QueryResultsFormat.JSON) or b""


def side_by_side(one: Callable[[], object], other: Callable[[], object], times: int) -> list[float]:
    """Return the medians of two works done in turn, in seconds."""
    pairs = [(seconds(one), seconds(other)) for _ in range(times)]
    return [statistics.median(column) for column in zip(*pairs, strict=True)]


def crowd(base: str) -> float:
    """Return the 95th percentile of small queries of many clients at once, in seconds."""

    def behave(_: int) -> list[float]:
        client, taken = Client(base), []
        for _ in range(EACH):
            taken.append(seconds(lambda: client.ask(SMALL)))
            time.sleep(0.1)
        return taken

    with ThreadPoolExecutor(CLIENTS) as threads:
        taken = sorted(t for found in threads.map(behave, range(CLIENTS)) for t in found)
    return taken[int(len(taken) * 0.95)]


def beside_hostile(base: str) -> float:
    """Return the same while four hostile clients ask for the impossible."""
    over = threading.Event()

    def attack(source: str) -> None:
        while not over.is_set():
            try:
                Client(base, source).ask(ENDLESS)
            except (OSError, HTTPException):
                continue

    with ThreadPoolExecutor(len(SOURCES)) as threads:
        for source in SOURCES:
            threads.submit(attack, source)
        time.sleep(1)
        try:
            return crowd(base)
        finally:
            over.set()


def main() -> int:
    """Print the ratios; return 1 when one of them is not what it must be."""
    name = NamedNode("https://example.org/name")
    quads = [
        Quad(NamedNode(f"https://example.org/{n}"), name, Literal(f"văn bản số {n}"))
        for n in range(ROWS)
    ]
    with tempfile.TemporaryDirectory(prefix="cascade-service-") as folder:
        place = Path(folder) / "store"
        LocalStore(place).replace(quads)
        with serving(store=place) as service, LocalStore(place).read():
            snapshot = max((place / "snapshots").iterdir(), key=lambda path: int(path.name))
            engine, client = Store.read_only(str(snapshot)), Client(service.base)
            client.ask(LARGE)
            small = side_by_side(
                lambda: here(engine, SMALL), lambda: client.ask(SMALL), SMALL_TIMES
            )
            large = side_by_side(
                lambda: here(engine, LARGE), lambda: client.ask(LARGE), LARGE_TIMES
            )
            calm, beset = crowd(service.base), beside_hostile(service.base)
    more, speed = (small[1] - small[0]) * 1000, large[0] / large[1]
    held = (
        more <= MOST_MORE_MS,
        speed >= LEAST_SPEED,
        beset <= max(MOST_SLOWER * calm, CALM_MS / 1000),
    )
    print(
        f"small query over HTTP   +{more:.2f} ms   (at most +{MOST_MORE_MS:g})   {_said(held[0])}"
    )
    print(
        f"{ROWS} rows as JSON     x{speed:.2f}      (at least x{LEAST_SPEED:g})  {_said(held[1])}"
    )
    print(
        f"p95 beside hostile      x{beset / calm:.2f}      "
        f"(at most x{MOST_SLOWER:g} or {CALM_MS:g} ms)  {_said(held[2])}"
    )
    print(f"  in process {small[0] * 1000:.2f} ms, over HTTP {small[1] * 1000:.2f} ms (p50)")
    print(f"  serialised {large[0] * 1000:.1f} ms, over HTTP {large[1] * 1000:.1f} ms (p50)")
    print(f"  {CLIENTS} clients p95 {calm * 1000:.1f} ms, beside hostile {beset * 1000:.1f} ms")
    return 0 if all(held) else 1


def _said(held: bool) -> str:
    return "ok" if held else "NOT HELD"


if __name__ == "__main__":
    sys.exit(main())
