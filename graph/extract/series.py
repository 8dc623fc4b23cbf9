"""Whose documents bear the code of a number: which body can have issued it."""

from __future__ import annotations

import re

from graph.extract.denoting import issuer_row
from graph.extract.scene import BodyAt, DocumentAt
from graph.extract.spelling import key_of
from graph.model import Level
from graph.numbers import parse_number

#: Codes of the Government, its head and the National Assembly, and how their names begin.
_NATIONAL = re.compile(r"[A-ZĐ]{2,4}-(?:CP|TTg)|(?:[A-ZĐ]{2,4}-)?(?:UBTV)?QH\d{1,2}")
_OF_THE_NATION = ("Chính phủ", "Thủ tướng", "Hội đồng Chính phủ", "Quốc hội", "Ủy ban Thường vụ")


def series_of(document: DocumentAt) -> str:
    """Return the code behind the bar of a number, which its issuer's documents share."""
    number = document.document.number or ""
    return number.rpartition("/")[2] if "/" in number else ""


def may_issue(body: BodyAt, document: DocumentAt) -> bool:
    """Tell whether a body can have issued it: no plenum, no class, no other series."""
    if body.body.name.startswith(("Hội nghị ", "Đại hội ", "Đảng bộ ", "ngành ", "các ", "tỉnh ")):
        return False
    if _NATIONAL.fullmatch(series_of(document)) and not body.body.name.startswith(_OF_THE_NATION):
        return False
    return _series_fits(body, document) or not document.document.number


def _series_fits(body: BodyAt, document: DocumentAt) -> bool:
    """Tell whether the code of the number is one that the body's documents bear."""
    number = parse_number(document.document.number) if document.document.number else None
    if number is None:
        return "/" not in (document.document.number or "")
    suffix = series_of(document)
    name = body.body.name
    if suffix in ("TW", "HNTW", "TVTW"):
        return body.body.level is Level.CENTRAL and not name.startswith(("Chính", "Quốc", "Thủ"))
    if suffix == "TU":
        return "ủy" in name or "Ban Chấp hành Đảng bộ" in name
    if suffix in ("HU", "QU", "ĐU"):
        local = body.body.level not in (Level.CENTRAL, Level.PROVINCE)
        party = "ủy" in name or "Ban Chấp hành Đảng bộ" in name
        above = "Tỉnh ủy" in name or "Đảng bộ tỉnh" in name
        own = name.startswith("Đảng ủy ") == (suffix == "ĐU")
        return party and (local or (own and not above))
    if "UBND" in suffix or "HĐND" in suffix:
        return ("UBND" in name and "UBND" in suffix) or "HĐND" in name
    return True


def is_issuer(body: BodyAt, document: DocumentAt) -> bool:
    """Tell whether a body is the one that the code of a number names, not another of its kind."""
    number = parse_number(document.document.number) if document.document.number else None
    row = issuer_row(number.issuer_code) if number else None
    free = row is None or row.system == "party" or "{" in row.vi
    named = row is not None and key_of(row.vi) == key_of(body.body.name)
    return (free or named) and _series_fits(body, document)
