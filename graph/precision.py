"""How often each rule of reading was right on the dev part of data/gold: generated.

Made by `python -m benchmarks.precision --keep`; do not edit.
"""

from collections.abc import Mapping

#: By rule: how many of its claims were right, and how many there were.
RULES: Mapping[str, tuple[int, int]] = {
    "adoptedAt.stated": (15, 15),
    "amends.inferred": (2, 2),
    "amends.stated": (2, 3),
    "basedOn.inferred": (13, 14),
    "basedOn.stated": (0, 1),
    "continues.stated": (1, 1),
    "guides.stated": (2, 2),
    "implementedBy.stated": (1, 10),
    "implements.inferred": (7, 8),
    "implements.stated": (12, 12),
    "issued": (83, 87),
    "issuedBy.stated": (80, 83),
    "linkedWith.stated": (1, 1),
    "mentions": (191, 200),
    "number": (150, 164),
    "repeals.inferred": (3, 3),
    "replaces.inferred": (2, 3),
    "replaces.stated": (1, 2),
    "reviews.stated": (5, 6),
    "signedBy.stated": (10, 10),
    "term": (32, 33),
    "value": (15, 21),
}
