"""Which of the forms on offer a client wants most: the header Accept with its qualities.

RFC 9110, section 12.5.1. Of equal quality the form that stands first on our side wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: Rows and truth values, by the media types that ask for them.
RESULTS: Mapping[str, str] = {
    "application/sparql-results+json": "application/sparql-results+json",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
}
#: Triples, by the media types that ask for them.
RDF: Mapping[str, str] = {
    "text/turtle": "text/turtle",
    "application/n-triples": "application/n-triples",
    "application/rdf+xml": "application/rdf+xml",
    "application/ld+json": "application/ld+json",
    "application/trig": "application/trig",
    "application/n-quads": "application/n-quads",
    "application/x-turtle": "text/turtle",
    "application/json": "application/ld+json",
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
    "text/plain": "application/n-triples",
}
#: Media ranges that are looked at: clients send ten, and each costs time.
_MOST = 100


@dataclass(frozen=True, slots=True)
class _Range:
    """One media range of the header: `*/*`, `text/*` or a type, and its quality from 0 to 1."""

    kind: str
    part: str
    quality: float

    def fit(self, media: str) -> int:
        """Return how closely this range names a type: 0 not at all, 3 exactly."""
        kind, _, part = media.partition("/")
        if (self.kind, self.part) == (kind, part):
            return 3
        if self.kind == kind and self.part == "*":
            return 2
        return int(self.kind == self.part == "*")


def preferred(accept: str, offers: Mapping[str, str]) -> str | None:
    """Return the form that is wanted most, None when none of them is.

    Parameters
    ----------
    accept : the header; empty when there is none, which accepts everything.
    offers : media types that may be asked for, with the form that each is answered in.
    """
    ranges = tuple(_ranges(accept or "*/*"))
    rated = [
        (_quality(ranges, media), -place, form)
        for place, (media, form) in enumerate(offers.items())
    ]
    best = max(rated, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def content_type(media: str) -> str:
    """Return a media type as it stands in an answer: all we write is UTF-8."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _quality(ranges: tuple[_Range, ...], media: str) -> float:
    fitting = [(found.fit(media), found.quality) for found in ranges if found.fit(media)]
    return max(fitting, default=(0, 0.0))[1]


def _ranges(accept: str) -> Iterable[_Range]:
    for item in accept.split(",", _MOST)[:_MOST]:
        media, *parameters = (part.strip().lower() for part in item.split(";"))
        kind, slash, part = media.partition("/")
        if slash and kind and part:
            yield _Range(kind, part, _rated(parameters))


def _rated(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
