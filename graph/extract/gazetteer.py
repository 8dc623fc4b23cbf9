"""What is known before a text is read: frozen values, built elsewhere and passed in.

Nothing here reads a register or a store. An empty `Knowledge()` is a valid one: the reader then
finds what the text prints and resolves within the text only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.extract.text import folded
from graph.model import Level, PartialDate
from graph.numbers import parse_number

Codes = tuple[str, str, str]
_SAME_CODE = {"QĐI": "QĐ", "TƯ": "TW", "CTHĐ": "CTR", "CTRHĐ": "CTR"}


def fold_code(code: str | None) -> str:
    """Return a code as codes are compared: case and dots go, spellings of one code meet."""
    plain = (code or "").upper().replace(".", "")
    return _SAME_CODE.get(plain, plain)


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the register; `aliases` denote this document alone."""

    number: str | None
    type_vi: str | None
    issuer: str | None
    level: Level | None
    province: str | None
    term: str | None
    issued: PartialDate | None
    title: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownAlias:
    """A name of a set of documents ("Nghị quyết Trung ương 6 khóa XII"), its usual meaning."""

    alias: str
    members: tuple[KnownDocument, ...]
    default: KnownDocument | None = None


@dataclass(frozen=True, slots=True)
class KnownPlenum:
    """A plenum of the Central Committee; `ordinal` as written (`6`, `6 (lần 2)`)."""

    term: str
    ordinal: str
    held_from: PartialDate | None
    held_to: PartialDate | None
    documents: tuple[KnownDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A congress term of the Party: Roman numeral, first and last day."""

    term: str
    start: PartialDate
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class KnownProvince:
    """A province or city under the Centre, one row per period of its history."""

    name: str
    aliases: tuple[str, ...] = ()
    city: bool = False
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body, or a pattern of bodies with `{province}`; `system` party, state, front, military."""

    name: str
    aliases: tuple[str, ...]
    level: Level
    system: str
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class KnownOfficial:
    """A person in a post of a body, from one day to another as far as known."""

    name: str
    post: str
    body: str
    held_from: PartialDate | None = None
    held_to: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class ReviewedName:
    """A name of which a person said which document it means.

    `key` is the name as names are compared (`graph.extract.reviewed.name_key`), `said_on` the day
    of the text in which it was reviewed, `on` the day of the decision.
    """

    key: str
    document: KnownDocument
    said_on: PartialDate | None = None
    on: date | None = None


@dataclass(frozen=True)
class Knowledge:
    """All that is known, with the indexes that reading asks for."""

    documents: tuple[KnownDocument, ...] = ()
    aliases: tuple[KnownAlias, ...] = ()
    plenums: tuple[KnownPlenum, ...] = ()
    terms: tuple[KnownTerm, ...] = ()
    provinces: tuple[KnownProvince, ...] = ()
    bodies: tuple[KnownBody, ...] = ()
    officials: tuple[KnownOfficial, ...] = ()
    reviewed: tuple[ReviewedName, ...] = ()

    def __hash__(self) -> int:
        """Return the hash of a part, computed once: tables are kept by knowledge."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.provinces, self.reviewed))

    @cached_property
    def by_numeral(self) -> Mapping[str, tuple[KnownDocument, ...]]:
        """Return the documents by the figure of their number (`18` of `18-NQ/TW`)."""
        found: dict[str, list[KnownDocument]] = {}
        for document in self.documents:
            number = parse_number(document.number) if document.number else None
            if number:
                found.setdefault(number.numeral, []).append(document)
        return {numeral: tuple(documents) for numeral, documents in found.items()}

    @cached_property
    def by_codes(self) -> Mapping[Codes, tuple[KnownDocument, ...]]:
        """Return the documents by figure, type code and issuer code, codes folded."""
        found: dict[Codes, list[KnownDocument]] = {}
        for numeral, documents in self.by_numeral.items():
            for document in documents:
                number = parse_number(document.number or "")
                if number:
                    key = (numeral, fold_code(number.type_code), fold_code(number.issuer_code))
                    found.setdefault(key, []).append(document)
        return {key: tuple(documents) for key, documents in found.items()}

    @cached_property
    def by_alias(self) -> Mapping[str, KnownAlias]:
        """Return the aliases, folded; documents' own aliases count as sets of one."""
        own = {
            folded(alias): KnownAlias(alias, (document,), document)
            for document in self.documents
            for alias in document.aliases
        }
        return own | {folded(alias.alias): alias for alias in self.aliases}

    @cached_property
    def by_reviewed_name(self) -> Mapping[str, tuple[ReviewedName, ...]]:
        """Return the reviewed names by how names are compared."""
        found: dict[str, list[ReviewedName]] = {}
        for one in self.reviewed:
            found.setdefault(one.key, []).append(one)
        return {key: tuple(names) for key, names in found.items()}

    @cached_property
    def by_plenum(self) -> Mapping[tuple[str, str], KnownPlenum]:
        """Return the plenums by term and ordinal."""
        return {(plenum.term, plenum.ordinal): plenum for plenum in self.plenums}

    @cached_property
    def places(self) -> Mapping[str, KnownProvince]:
        """Return the provinces by every spelling of their names, folded."""
        found: dict[str, KnownProvince] = {}
        for province in sorted(self.provinces, key=_last_day):
            for name in (province.name, *province.aliases):
                found[folded(name)] = province
        return found

    def term_on(self, day: PartialDate) -> str | None:
        """Return the congress term in which a day lies; None when a partial date fits two."""
        terms = [
            term.term
            for term in self.terms
            if term.start.earliest <= day.earliest
            and (term.end is None or day.latest <= term.end.latest)
        ]
        return terms[-1] if terms else None


def _last_day(province: KnownProvince) -> str:
    return str(province.valid_to or "9999")
