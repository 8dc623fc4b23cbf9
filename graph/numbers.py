"""The grammar of printed numbers: `18-NQ/TW`, `30/2020/NĐ-CP`, `66.18/2026/NQ-CP`, bare `44`.

Reads what is printed, decides nothing: which document it is, `documents` says.
Forms: Hướng dẫn 05-HD/VPTW (Party), Nghị định 30/2020/NĐ-CP annex III (State), and the variants
kept in the vocabulary of document types and issuer codes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.folding import bare, clean, slug
from ontology import lexicon

_NUMBER = re.compile(
    r"(?:số\s*)?(?P<numeral>\d{1,5}(?:\.\d{1,3})?[a-zđ]?)"
    r"(?:\s*/\s*(?P<year>(?:19|20)\d\d))?"
    r"(?:\s*[-/]\s*(?P<codes>[^\W\d_][\w.&()]*(?:\s*[-/]\s*[\w.&()]+)*))?",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[-/]\s*")
_DOTTED = re.compile(r"(?<=\w)\.(?=\w)")
_LETTERS_AND_TERM = re.compile(r"([^\W\d_]+?)(\d{1,2})")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_KEPT = 8192  # types with their codes, of which texts name the same few again and again

#: Words of a type whose printed code is that of the issuer, or that print none.
_OWN_KIND = {"Luật": "luat", "Bộ luật": "luat", "Pháp lệnh": "phap-lenh", "Công văn": "cv"}
#: Codes that differ from another one only by Đ, which an address cannot show.
_STROKED = {"ĐA": "de-an", "HĐ": "hop-dong"}


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as printed, taken apart.

    `numeral` without leading zeros (`5`, `30c`, `66.18`), `year` when the number carries one,
    `type_code` and `issuer_code` in their canonical spelling, None when not printed.
    """

    printed: str
    numeral: str
    year: int | None
    type_code: str | None
    issuer_code: str | None


@lru_cache(maxsize=16_384)
def parse_number(text: str) -> PrintedNumber | None:
    """Take a printed number apart; None when it is no number of a document.

    Kept, since the same few numbers are asked about all through a text.
    """
    printed = clean(text)
    found = _NUMBER.fullmatch(printed)
    if found is None:
        return None
    type_code, issuer_code = _split_codes(found["codes"] or "")
    return PrintedNumber(
        printed=printed,
        numeral=_LEADING_ZEROS.sub("", found["numeral"].lower()),
        year=int(found["year"]) if found["year"] else None,
        type_code=type_code,
        issuer_code=issuer_code,
    )


@lru_cache(_KEPT)
def kind_of(type_vi: str | None, type_code: str | None) -> str:
    """Return the segment of a key that stands for the type.

    The code printed in the number counts, spelled as its type spells it (`CTHĐ`, `CTR` → `ctr`);
    a code is not a type (QĐ is Quyết định or Quy định), so both share one kind. Without a code the
    word decides; without either the kind is `vb` (văn bản).
    """
    if type_vi in _OWN_KIND:
        return _OWN_KIND[type_vi]
    spellings = _spellings_of(type_vi) if type_vi else {}
    if type_code is not None:
        folded = _fold_code(type_code)
        return spellings.get(folded) or _all_spellings().get(folded) or slug(type_code)
    return next(iter(spellings.values()), slug(type_vi) if type_vi else "vb")


@cache
def issuer_codes() -> dict[str, str]:
    """Return every spelling of an issuer code, folded, with its canonical code."""
    codes: dict[str, str] = {}
    for row in lexicon.ISSUER_CODES:
        for spelling in (*row.variants, row.code):
            codes.setdefault(_fold_code(spelling), row.code)
        codes[_fold_code(row.code)] = row.code
    return codes


def _split_codes(codes: str) -> tuple[str | None, str | None]:
    """Tell type code and issuer code apart in `NQ/TW`, `QĐ.UBT`, `UBND-KT`, `QĐ-BCĐTW-VPĐP`."""
    parts = [part for part in _JOINT.split(_DOTTED.sub("-", codes)) if part]
    kinds = [_type_code(part) for part in parts]
    issuers = [_issuer_code(part) for part in parts]
    type_code = next((kind for kind in kinds if kind), None)
    others = [
        (part, code) for part, kind, code in zip(parts, kinds, issuers, strict=True) if kind is None
    ]
    known = next((code for _, code in others if code), None)
    first = others[0][0] if others else None
    if type_code is None and first and not others[0][1] and known in _party_codes():
        return None, first  # `STNMT-ĐĐ`: who drafted a letter of the State, not a Party body
    return type_code, known or first


@cache
def _party_codes() -> frozenset[str]:
    return frozenset(row.code for row in lexicon.ISSUER_CODES if row.system == "party")


def _type_code(part: str) -> str | None:
    return part if _fold_code(part) in _all_spellings() and not _is_issuer_only(part) else None


def _is_issuer_only(part: str) -> bool:
    """Tell issuers whose code a type also lists (QH, UBVTQH name laws and ordinances)."""
    return _fold_code(part) in {"QH", "UBTVQH"}


def _issuer_code(part: str) -> str | None:
    folded = _fold_code(part)
    with_term = _LETTERS_AND_TERM.fullmatch(folded)
    return issuer_codes().get(folded) or (issuer_codes().get(with_term[1]) if with_term else None)


@cache
def _all_spellings() -> dict[str, str]:
    """Return every type code, folded, with the kind it stands for; the main spelling wins."""
    spellings: dict[str, str] = {}
    rows = [(row.abbreviation, row.variants) for row in lexicon.DOCUMENT_TYPES]
    for abbreviation, _ in rows:
        if abbreviation:
            spellings.setdefault(_fold_code(abbreviation), _kind(abbreviation))
    for abbreviation, variants in rows:
        for variant in variants if abbreviation else ():
            spellings.setdefault(_fold_code(variant), _kind(abbreviation or variant))
    return spellings


@cache
def _spellings_of(type_vi: str) -> dict[str, str]:
    """Return the codes of one type, folded, with its kind; its abbreviation comes first."""
    spellings: dict[str, str] = {}
    for row in lexicon.DOCUMENT_TYPES:
        if bare(row.vi) == bare(type_vi) and row.abbreviation:
            for spelling in (row.abbreviation, *row.variants):
                spellings.setdefault(_fold_code(spelling), _kind(row.abbreviation))
    return spellings


def _kind(abbreviation: str) -> str:
    return _STROKED.get(abbreviation) or slug(abbreviation)


def _fold_code(code: str) -> str:
    """Fold a code for comparison: case and dots go, Đ stays apart from D (HĐ is not HD)."""
    return clean(code).upper().replace(".", "").replace("&", "")
