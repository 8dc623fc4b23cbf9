"""How shares, addresses and foreign text are written on a page; dates and lags: `api.words`."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup

from ontology.terms import DATA, ONTOLOGY

# Bidirectional controls can make a title read other than it is stored; controls print nothing.
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_VOCABULARIES = {
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_IN_ADDRESS = re.compile(r"[\s\x00-\x1f<>\"'\\`]")


def tidy(value: object) -> object:
    """Return what a template prints: no `None`, no invisible controls in text that is data."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNPRINTED.sub("", value)
    return value


def share(part: int, whole: int, language: str) -> str:
    """Return a share of a hundred, rounded: `49 %`; an empty whole has none."""
    if not whole:
        return "—"
    percent = f"{100 * part / whole:.0f}"
    return f"{percent}%" if language == "en" else f"{percent} %"


def address(path: str, /, **parameters: object) -> str:
    """Return a local address with the parameters that say something."""
    given = {name.replace("_", "-"): value for name, value in parameters.items()}
    query = urlencode(
        {name: value for name, value in given.items() if value not in (None, "")}, doseq=True
    )
    return f"{path}?{query}" if query else path


def local(iri: str) -> str:
    """Return the address under which this deployment answers for an IRI of ours."""
    if iri.startswith(ONTOLOGY) and not _IN_ADDRESS.search(iri):
        return "/ontology#" + iri.removeprefix(ONTOLOGY)
    if ours(iri):
        return "/id/" + iri.removeprefix(DATA)
    return address("/van-ban", doc=iri)


def ours(iri: str) -> bool:
    """Tell whether an address is one of the data, for which this deployment answers."""
    return iri.startswith(DATA) and not _IN_ADDRESS.search(iri)


def short(iri: str) -> str:
    """Return the end of an address of the data, by which people tell it from others."""
    return iri.removeprefix(DATA).removeprefix(ONTOLOGY)


def curie(iri: str) -> str:
    """Return an address of a known vocabulary by its prefix (`org:Post`), another as it is."""
    return next(
        (
            f"{prefix}:{iri.removeprefix(space)}"
            for prefix, space in _VOCABULARIES.items()
            if iri.startswith(space)
        ),
        iri,
    )


def outside(place: str) -> str | None:
    """Return the address when it is one of the web that may be followed, else None.

    Only http and https with a host and nothing that could be read two ways; anything else
    (`javascript:`, paths, names of works, credentials) is shown as the text that it is.
    """
    if _IN_ADDRESS.search(place):
        return None
    try:
        parts = urlsplit(place)
        host = parts.hostname
    except ValueError:
        return None
    follows = parts.scheme.lower() in {"http", "https"} and host and "@" not in parts.netloc
    return place if follows else None


def site(place: str) -> str:
    """Return the host of a web address for people, without `www.`."""
    return (urlsplit(place).hostname or place).removeprefix("www.")


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> Markup:
    """Return the text with `<mark>` around the spans, everything escaped."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [Markup.escape(tidy(text[end:start])), Markup("<mark>")]
        pieces += [Markup.escape(tidy(text[start:stop])), Markup("</mark>")]
        end = stop
    pieces.append(Markup.escape(tidy(text[end:])))
    return Markup("").join(pieces)
