"""How far a claim that was read can be trusted: what its rule was worth where that can be judged.

A rule is known by what it claims and how: `implements.stated`. Its worth is the lower bound of
Wilson's interval for its precision on the dev part of data/gold (`graph.precision`, made by
`python -m benchmarks.precision --keep`): a rule seen rarely is trusted little, however often right.

References
----------
E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from graph.precision import RULES

_Z = 1.96  # two-sided 95 %
_DIGITS = 2


def lower_bound(right: int, told: int) -> float:
    """Return the lower bound of Wilson's interval; 0 for what was never told.

    Parameters
    ----------
    right, told : how many of how many were right.

    Examples
    --------
    >>> round(lower_bound(9, 10), 2)
    0.6
    """
    if not told:
        return 0.0
    share, square = right / told, _Z * _Z / told
    spread = _Z * sqrt(share * (1 - share) / told + square / (4 * told))
    return max(0.0, (share + square / 2 - spread) / (1 + square))


@lru_cache(maxsize=256)
def confidence_of(predicate: str, certainty: str | None = None) -> float | None:
    """Return how far a claim is to be trusted, from 0 to 1; None where its rule was never judged.

    Parameters
    ----------
    predicate : local name of the property: `implements`.
    certainty : how plainly the text says it: `stated`, `inferred`; None where that is not told.
    """
    found = RULES.get(f"{predicate}.{certainty}") or RULES.get(predicate)
    return round(lower_bound(*found), _DIGITS) if found else None
