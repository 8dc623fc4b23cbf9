"""How many texts one transaction of a long run takes."""

from __future__ import annotations

import graph.ingest


def test_the_last_transactions_of_a_long_run_are_smaller() -> None:
    sizes, done = [], 0
    while done < 20_000:
        size = int(graph.ingest._portion(done, 20_000 - done) * graph.ingest.TOGETHER)
        sizes.append(min(size, 20_000 - done))
        done += sizes[-1]
    assert max(sizes) == 4 * graph.ingest.TOGETHER
    assert sizes[-1] <= graph.ingest.TOGETHER
    assert len(sizes) < 20_000 / graph.ingest.TOGETHER / 2
