"""How often each rule of reading was right on the dev part of data/gold: generated.

Made by `python -m benchmarks.precision --keep`; do not edit.
"""

from collections.abc import Mapping

#: By rule: how many of its claims were right, and how many there were.
RULES: Mapping[str, tuple[int, int]] = {
    "adoptedAt.stated": (18, 18),
    "amends.inferred": (3, 3),
    "amends.stated": (3, 3),
    "assignedTo": (53, 53),
    "basedOn.inferred": (19, 19),
    "continues.stated": (1, 1),
    "guides.inferred": (1, 1),
    "guides.stated": (2, 2),
    "implementedBy.stated": (2, 2),
    "implements.inferred": (16, 16),
    "implements.stated": (13, 13),
    "issued": (88, 88),
    "issuedBy.stated": (95, 95),
    "linkedWith.inferred": (2, 2),
    "linkedWith.stated": (2, 2),
    "mentions": (196, 196),
    "number": (156, 157),
    "repeals.inferred": (3, 3),
    "repeals.stated": (1, 1),
    "replaces.inferred": (3, 3),
    "replaces.stated": (5, 5),
    "reviews.stated": (6, 6),
    "signedBy.stated": (11, 11),
    "term": (32, 33),
    "value": (18, 18),
}
