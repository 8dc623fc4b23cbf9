"""One question to the engine about many things: a page asks a few times, not once for each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.store.protocol import Reader

#: What one finding tells: the values of the variables that were asked for, in their order.
Row = Sequence[object]

_AT_ONCE = 500  # things in one query: its text stays short


def matches(
    reader: Reader, keys: Sequence[tuple[str, ...]], given: str, pattern: str, told: str
) -> Iterator[tuple[int, Row]]:
    """Yield what a pattern finds for each of many things.

    Parameters
    ----------
    reader : one generation of the store.
    keys : addresses, as many for each thing as there are variables in `given`.
    given : the variables that they are bound to: `?s ?o`.
    pattern : a group of SPARQL that speaks of these variables and starts from them.
    told : the variables to return; a term that is not asked for is not looked up either.

    Returns
    -------
    For each finding the place of the key, and its values; the findings of one key stand together,
    in the order in which the engine keeps them.
    """
    for first in range(0, len(keys), _AT_ONCE):
        rows = " ".join(
            f"({place} {' '.join(str(NamedNode(one)) for one in key)})"
            for place, key in enumerate(keys[first : first + _AT_ONCE], first)
        )
        answer = reader.query(
            f"SELECT ?at {told} {{ VALUES (?at {given}) {{ {rows} }} {pattern} }}"
        )
        assert isinstance(answer, QuerySolutions), "a SELECT gives solutions"
        for place, *row in answer:
            assert isinstance(place, Literal)
            yield int(place.value), row
