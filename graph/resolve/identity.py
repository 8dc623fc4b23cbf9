"""Addresses (IRIs) of everything: minted and parsed here and nowhere else.

A number is not a key: `18-NQ/TW` is three documents. The key of a document is its numbering
series, kind, numeral and period: the congress term (Party) or the year (State); a number used
twice under one key gets its date appended. The issuer is a claim, never part of a key.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.folding import slug
from graph.model import PartialDate
from ontology.terms import DATA

UNKNOWN = "chua-ro"
_TERM = re.compile(r"[ivxl]+|\d{4}-\d{4}|lan-thu-[ivxl]+|" + UNKNOWN)
_YEAR = re.compile(r"\d{4}|" + UNKNOWN)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DOCUMENT = DATA + "document/"
_ORDINAL = "lan-thu-"  # period of a local congress, which is known by its number
_SHORTEST = 4  # series, kind, numeral, period


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """What makes a document one document.

    `series` are the segments of the numbering series (`("tu", "ha-tinh")`, `("cp",)`), `kind` the
    type code (`ctr`), `numeral` without leading zeros, `period` a term (`xii`, `2015-2020`) when
    `by_term`, else a year; `chua-ro` when unknown. `dated` tells two documents apart that bear one
    number in one period.
    """

    series: tuple[str, ...]
    kind: str
    numeral: str
    period: str
    by_term: bool
    dated: PartialDate | None = None

    @property
    def iri(self) -> str:
        """Return the address: `.../document/tu/ha-tinh/ctr/920/2015-2020`."""
        numeral = self.numeral.replace(".", "_")
        end = (numeral, self.period) if self.by_term else (self.period, numeral)
        date = (str(self.dated),) if self.dated else ()
        return _DOCUMENT + "/".join((*self.series, self.kind, *end, *date))

    @classmethod
    def parse(cls, iri: str) -> DocumentKey:
        """Read an address minted by `iri`; raise ValueError on any other."""
        segments = iri.removeprefix(_DOCUMENT).split("/")
        if not iri.startswith(_DOCUMENT) or len(segments) < _SHORTEST or not all(segments):
            raise ValueError(f"not the address of a document: {iri}")
        dated = PartialDate.parse(segments.pop()) if _DATE.fullmatch(segments[-1]) else None
        *series, kind, first, second = segments
        by_term = _TERM.fullmatch(second) is not None
        numeral, period = (first, second) if by_term else (second, first)
        if not series or not (by_term or _YEAR.fullmatch(period)):
            raise ValueError(f"not the address of a document: {iri}")
        return cls(tuple(series), kind, numeral.replace("_", "."), period, by_term, dated)

    @property
    def period_name(self) -> str | None:
        """Return the period for people: `XII`, `2015-2020`, `lần thứ XX`; None when unknown."""
        if self.period == UNKNOWN:
            return None
        ordinal = self.period.removeprefix(_ORDINAL).upper()
        return f"lần thứ {ordinal}" if self.period.startswith(_ORDINAL) else ordinal


def is_document(iri: str) -> bool:
    """Tell whether an address is that of a document."""
    return iri.startswith(_DOCUMENT)


def is_reference(iri: str) -> bool:
    """Tell whether an address is that of a citation that names no one document."""
    return iri.startswith(f"{DATA}reference/")


def is_claim(iri: str) -> bool:
    """Tell whether an address is that of a claim."""
    return iri.startswith(f"{DATA}claim/")


def digest(*parts: str, length: int = 16) -> str:
    """Return a short stable hash of the parts, in hexadecimal."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def reference_iri(*parts: str) -> str:
    """Return the address of a citation that names no one document."""
    return f"{DATA}reference/{digest(*parts)}"


def unit_iri(unit_slug: str) -> str:
    """Return the address of an administrative unit."""
    return f"{DATA}unit/{unit_slug}"


def body_iri(segments: Sequence[str]) -> str:
    """Return the address of a body: `.../body/bo-chinh-tri`, `.../body/ha-tinh/tinh-uy`."""
    return f"{DATA}body/" + "/".join(segments)


def term_iri(term: str, unit_slug: str | None = None) -> str:
    """Return the address of a congress term, national (`xii`) or of a unit (`2015-2020`)."""
    return f"{DATA}term/" + (f"{unit_slug}/" if unit_slug else "") + slug(term)


def event_iri(kind: str, *segments: str) -> str:
    """Return the address of a congress, plenum or conference."""
    return f"{DATA}event/{kind}/" + "/".join(slug(segment) for segment in segments)


def official_iri(name: str, place: str | None) -> str:
    """Return the address of an office-holder: namesakes of different provinces stay two."""
    return f"{DATA}official/{slug(name)}" + (f"/{place}" if place else "")


def post_iri(name: str) -> str:
    """Return the address of a post."""
    return f"{DATA}post/{slug(name)}"


def tenure_iri(*parts: str) -> str:
    """Return the address of one person's holding of one post in one body."""
    return f"{DATA}tenure/{digest(*parts)}"


def result_iri(*parts: str) -> str:
    """Return the address of a reported figure: it follows the sentence, value and unit."""
    return f"{DATA}result/{digest(*parts)}"


def is_result(iri: str) -> bool:
    """Tell whether an address is that of a reported figure: only its own source speaks of it."""
    return iri.startswith(f"{DATA}result/")


def region_iri(name: str) -> str:
    """Return the address of an economic region."""
    return f"{DATA}region/{slug(name)}"


def source_iri(name: str) -> str:
    """Return the address of a source, which is also the name of its graph."""
    return f"{DATA}source/{slug(name)}"


def row_iri(source: str, key: str) -> str:
    """Return the address of a row of the register: it follows the row's key, not its line."""
    return f"{source}/row/{digest(key, length=12)}"


def claim_iri(source: str, statement: Sequence[str], evidence: str) -> str:
    """Return the address of a claim: source, statement and what carries it."""
    return f"{DATA}claim/{digest(source, *statement, evidence)}"


def is_local_body(iri: str) -> bool:
    """Tell whether a body belongs to a province or to a level below."""
    return iri.startswith(f"{DATA}body/") and "/" in iri.removeprefix(f"{DATA}body/")
