"""What the names of a text stand for: bodies, groups, sectors, congresses, plenums, posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from graph.extraction import NamedBody
from graph.folding import bare, clean, slug
from graph.model import EvidenceRow
from graph.resolve.bodies import Body
from graph.resolve.central_rows import plenum_iri
from graph.resolve.drafts import LABEL, TYPE, Context, Draft, about_body, text
from graph.resolve.identity import body_iri, event_iri, term_iri
from ontology import lexicon
from ontology import terms as cas

_KEPT = 4096  # titles of posts
_PLENUM = re.compile(
    r"hội nghị\s+(?:lần thứ\s+)?(?:(?:bch|ban chấp hành)\s+)?(?:trung ương|t\.?ư)?\D{0,30}?"
    r"(?P<ordinal>\d{1,2})\b.{0,60}?\(?kh[oó][aá]\s+(?P<term>[ivxl]+)\b",
    re.IGNORECASE,
)
_CONGRESS = re.compile(r"^đại hội\b.*?\b(?P<ordinal>[IVXL]+)\b", re.IGNORECASE)
_LOCAL_CONGRESS = re.compile(r"đảng bộ|tỉnh|thành phố|huyện|quận", re.IGNORECASE)
_SECTOR = re.compile(r"^(?:toàn\s+)?ngành\b", re.IGNORECASE)
_GROUP = re.compile(
    r"\bcác\b|\bmột số\b|\bnhiều\b|\bcùng cấp\b|\btừng\b|\bmỗi\b|^cấp ủy\b|^địa phương\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for: its address, and for a body what is known of it."""

    iri: str
    label: str
    kind: str
    body: Body | None = None
    term: str | None = None


def named(body: NamedBody, province: str | None, on: date | None, context: Context) -> Named:
    """Return what a name of a text stands for.

    Parameters
    ----------
    body : the name as read.
    province : the province the text is about, for names that do not tell it.
    on : the day on which the name is used.
    context : provinces and bodies of the register.
    """
    name = clean(body.name)
    told = _event(name, province, on, context) or _collective(name)
    return told or _body(name, province, on, context)


def about_named(row: EvidenceRow, one: Named) -> Iterator[Draft]:
    """Yield what the name says of the thing."""
    if one.body is not None:
        yield from about_body(row, one.body)
        return
    yield Draft(row, one.iri, TYPE, one.kind, common=True)
    yield Draft(row, one.iri, LABEL, text(one.label, "vi"), common=True)
    if one.term:
        yield Draft(row, one.iri, cas.term, one.term, common=True)


@lru_cache(_KEPT)
def post_of(title: str) -> str:
    """Return the canonical name of a post from a title as printed, its body left out.

    `Bí thư Thành ủy Cần Thơ` → `Bí thư Thành ủy`; a title of no known post stays as it is.
    """
    folded = bare(title)
    best = max(
        (known for known in _posts() if folded == known or folded.startswith(known + " ")),
        key=len,
        default=None,
    )
    return _posts()[best] if best else clean(title)


@cache
def _posts() -> dict[str, str]:
    """Return every spelling of a post, folded, with its canonical name; own names win."""
    spellings = {bare(synonym): post.vi for post in lexicon.POSTS for synonym in post.synonyms}
    return spellings | {bare(post.vi): post.vi for post in lexicon.POSTS}


def _event(name: str, province: str | None, on: date | None, context: Context) -> Named | None:
    plenum = _PLENUM.search(name)
    if plenum:
        term, ordinal = plenum["term"].upper(), plenum["ordinal"]
        label = f"Hội nghị Trung ương {ordinal} khóa {term}"
        return Named(plenum_iri(term, ordinal), label, cas.Plenum, term=term_iri(term))
    congress = _CONGRESS.match(name)
    if congress is None:
        return None
    ordinal = congress["ordinal"].upper()
    if not _LOCAL_CONGRESS.search(name):
        label = f"Đại hội đại biểu toàn quốc lần thứ {ordinal}"
        return Named(event_iri("dai-hoi", ordinal), label, cas.Congress, term=term_iri(ordinal))
    placed = context.directory.body(name, province=province, on=on)
    if placed.unit is None:
        return None
    segments = [part for part in (placed.unit.slug, placed.place, ordinal) if part]
    label = f"{placed.name} lần thứ {ordinal}"
    return Named(event_iri("dai-hoi", *segments), label, cas.Congress)


def _collective(name: str) -> Named | None:
    if _SECTOR.match(name):
        return Named(body_iri([slug(name)]), name, cas.Sector)
    if _GROUP.search(name):
        return Named(body_iri([slug(name)]), name, cas.BodyGroup)
    return None


def _body(name: str, province: str | None, on: date | None, context: Context) -> Named:
    body = context.directory.body(name, province=province, on=on)
    return Named(body.iri, body.name, cas.Body, body)
