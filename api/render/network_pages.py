"""One cascade as one page that stands alone: drawing, legend, and the table of every relation.

Nothing is fetched. The page's own policy names its scripts and its style by their hashes, so that
nothing else runs; all text is data: escaped in the table, and in the drawing only ever drawn.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api import words
from api.certainty import certain
from api.render.documents import ending_text
from api.render.screen import Screen
from api.web import format as written
from api.web import layout, wording
from graph.model import Cascade, Document, Evidence, Force, Lag, Level, Modality, Standing
from graph.subgraph import documents_of, walk
from graph.view.bands import CARD, GAP
from graph.view.drawing import LIBRARY, Drawing, draw, library

#: More documents than this no screen shows as cards; the page then has the table only.
MOST_DRAWN = 3_000

_WEB = Path(__file__).parent.parent / "web"
# What would end a script element or open markup in it, and the line ends that older readers refuse.
_UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A relation as the table tells it, from the document whose row it stands in."""

    relation: str
    document: Document
    number: int
    lag: Lag | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A document of the table with the relations by which it stands in the cascade."""

    document: Document
    number: int
    ended: str | None
    edges: tuple[_Edge, ...]


@dataclass(frozen=True, slots=True)
class _Band:
    """A level as the drawing names it."""

    level: str
    name: str
    count: str
    top: int
    bottom: int


def network_page(cascade: Cascade, language: str) -> str:
    """Return the page.

    Parameters
    ----------
    cascade : traced with its evidence.
    language : `vi` or `en`, of the page's own words.
    """
    drawing = draw(cascade, _captions(cascade, language)) if _can_draw(cascade) else None
    style, script, vis = _asset("network.css"), _asset("network.js"), library()
    bands = _bands(drawing, language) if drawing else ()
    key = "cascade_down_of" if cascade.down else "cascade_up_of"
    return (
        _templates()
        .get_template("network.html")
        .render(
            **_said(language),
            policy=_policy(style, (vis, script) if drawing else ()),
            style=style,
            library=_script(vis),
            script=_script(script),
            data=_data(drawing, bands) if drawing else "",
            drawing=drawing,
            bands=bands,
            heading=wording.phrase(key, language, name=cascade.root.name),
            root=cascade.root,
            counted=_counted(cascade, language),
            standing=_standing(cascade.standing, language),
            rows=_rows(cascade, language),
            library_name=LIBRARY,
            left_out=words.documents(cascade.documents, language),
        )
    )


def _can_draw(cascade: Cascade) -> bool:
    return cascade.documents < MOST_DRAWN


@cache
def _asset(name: str) -> str:
    return (_WEB / "standalone" / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_WEB / "templates"),
        autoescape=True,
        finalize=written.tidy,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=words,
        outside=written.outside,
        site=written.site,
        marked=written.marked,
        matches=layout.matches,
        product=wording.PRODUCT,
    )
    return environment


def _said(language: str) -> dict[str, object]:
    """Return what templates say things with."""
    return {
        "language": language,
        "t": lambda key, **filled: wording.phrase(key, language, **filled),
        "say": lambda text: text.within(language),
        "label": lambda kind, value: words.label(getattr(words, kind), value, language),
        "place_name": lambda text: words.place(text, language),
        "day": lambda value: words.day(value, language),
        "told_of": lambda claim: _told_of(claim, language),
        "lag": lambda value: words.lag(value, language),
    }


def _told_of(claim: Evidence, language: str) -> tuple[str, ...]:
    """Return who says it, how well founded and how plain it is, and how it was found."""
    told = (
        claim.source_name,
        words.label(words.VERIFICATIONS, claim.verification, language),
        f"{wording.phrase('cue', language)}: “{claim.cue}”"
        if claim.cue and not claim.quote
        else "",
        claim.part,
        certain(claim.certainty, claim.confidence, language),
        words.label(words.MODALITIES, claim.modality, language)
        if claim.modality is not Modality.DONE
        else "",
        *(words.label(words.INFERENCES, how, language) for how in claim.inference),
        wording.phrase("seen", language, day=words.dated(claim.seen, language))
        if claim.seen
        else "",
        words.place(claim.note, language) if claim.note else "",
    )
    return tuple(dict.fromkeys(part for part in told if part))


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    """Return the policy that lets just this style and these scripts be, and nothing be fetched."""
    allowed = " ".join(_hash(_script(one)) for one in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _script(text: str) -> str:
    """Return a script that no HTML parser leaves or changes its mind in before its end."""
    return text.replace("</script", "<\\/script").replace("<script", "\\x3cscript")


def _data(drawing: Drawing, bands: tuple[_Band, ...]) -> str:
    """Return the drawing as JSON that stands in a script element: no letter of it is markup."""
    told = {
        "nodes": drawing.nodes,
        "edges": drawing.edges,
        "options": drawing.options,
        "bands": [
            {"level": b.level, "name": b.name, "count": b.count, "top": b.top, "bottom": b.bottom}
            for b in bands
        ],
        "card": CARD,
        "gap": GAP,
        "width": drawing.placed.width,
        "height": drawing.placed.bands[-1].bottom,
    }
    return json.dumps(told, ensure_ascii=False).translate(_UNSAFE)


def _captions(cascade: Cascade, language: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of each card: whose or what it is, the rest of it, days after the root."""
    captions = {cascade.root.iri: (*_lines(cascade.root, language), "")}
    for _, node in walk(cascade):
        lag = words.lag(node.total_lag, language) if node.total_lag else ""
        captions.setdefault(node.document.iri, (*_lines(node.document, language), lag))
    return {iri: tuple(str(written.tidy(line)) for line in of) for iri, of in captions.items()}


def _lines(document: Document, language: str) -> tuple[str, str]:
    """Return unit and number of a local document, name and issuer of another, each with its day."""
    day = words.day(document.issued, language)
    if document.unit:
        full = document.number and not document.number.isdecimal()
        return document.unit, f"{document.number if full else document.name} · {day}"
    return document.name, " · ".join((*document.issuers, day))


def _bands(drawing: Drawing, language: str) -> tuple[_Band, ...]:
    return tuple(
        _Band(
            level=band.level or "none",
            name=_level(band.level, language),
            count=words.documents(band.documents, language),
            top=band.top,
            bottom=band.bottom,
        )
        for band in drawing.placed.bands
    )


def _level(level: Level | None, language: str) -> str:
    name = words.label(words.LEVELS, level, language) if level else None
    told = name or wording.phrase("level_none", language)
    return told[:1].upper() + told[1:]


def _rows(cascade: Cascade, language: str) -> tuple[_Row, ...]:
    """Return the table: every document in the order of the cascade, the root first."""
    documents = documents_of(cascade)
    numbers = {iri: number for number, iri in enumerate(_numbered(cascade))}
    edges: defaultdict[str, dict[str, _Edge]] = defaultdict(dict)
    standings: dict[str, Standing | None] = {cascade.root.iri: cascade.standing}
    for above, node in walk(cascade):
        standings.setdefault(node.document.iri, node.standing)
        inverse = not cascade.down
        told = ", ".join(words.relation(p, language, inverse=inverse) for p in node.predicates)
        edges[node.document.iri][above.iri] = _Edge(
            told, above, numbers[above.iri], node.lag, node.evidence
        )
    return tuple(
        _Row(
            documents[iri],
            number,
            _ended(standings[iri], language),
            tuple(edges[iri].values()),
        )
        for iri, number in numbers.items()
    )


def _numbered(cascade: Cascade) -> list[str]:
    """Return the documents in the order in which the drawing numbers them."""
    placed = [node.document.iri for _, node in walk(cascade) if not node.repeated]
    return list(dict.fromkeys([cascade.root.iri, *placed, *documents_of(cascade)]))


def _ended(standing: Standing | None, language: str) -> str | None:
    if standing is None or standing.force is not Force.ENDED:
        return None
    return words.label(words.FORCES, standing.force, language)


def _standing(standing: Standing, language: str) -> tuple[str, ...]:
    screen = Screen(language)
    force = words.label(words.FORCES, standing.force, language)
    on = wording.phrase("standing_on", language, day=words.day(standing.on, language))
    endings = tuple(ending_text(ending, standing, screen) for ending in standing.endings)
    return (f"{force[:1].upper()}{force[1:]} {on}", *endings)


def _counted(cascade: Cascade, language: str) -> str:
    parts = [words.documents(cascade.documents, language)]
    if cascade.units:
        parts.append(words.units(cascade.units, language))
    return " · ".join(parts)
