"""The page of bodies and officials: lists that are searched and narrowed, nobody ranked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from api.choices import levels_named, provinces_named
from api.kept import Kept
from api.routes.asking import Part, choice, day, page_number
from api.routes.asking import asked as plain
from api.routes.pages import Pages
from api.web.format import address
from api.web.tenures import Span, founded
from graph.finding import Finder, Wanted
from graph.folding import bare
from graph.lineage.actors import body_record, official_record
from graph.lineage.acts import issued_by, signed_by
from graph.lineage.directory import Choice, Directory, Entry, directory_of
from graph.lineage.duties import charged_with, led_by
from graph.lineage.evidence import support_of
from graph.lineage.facts import Facts, date_of
from graph.lineage.leading import leaderships
from graph.lineage.paging import Page
from graph.linked.names import Names
from graph.model import Level, PartialDate
from graph.store.protocol import Reader, Store
from ontology import terms as cas

PATH = "/can-bo"
BODIES, OFFICIALS = SECTIONS = ("co-quan", "can-bo")
_KINDS = {BODIES: "body", OFFICIALS: "official"}
_READ = ["GET", "HEAD"]
_PAGE = 30
_MOST_FOUND = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Parameters
    ----------
    section : bodies or officials.
    text : words looked for.
    level, province : of the body, or of one in which a post was held; empty: all.
    on : of officials, a day on which a post was held.
    page : from 1.
    language : kept in every address, where it is not the usual one.
    """

    section: str
    text: str
    level: Level | None
    province: str
    on: date | None
    page: int
    language: str

    @classmethod
    def of(cls, query: QueryParams) -> Asked:
        """Return what the parameters of an address ask for; raise QuestionError on nonsense."""
        level = query.get("cap", "").strip()
        section = choice(query.get("muc", ""), ("", *SECTIONS), "muc") or BODIES
        return cls(
            section=section,
            text=plain(" ".join(query.get("q", "").split())),
            level=levels_named([level], "cap")[0] if level else None,
            province=plain(query.get("tinh", "").strip()),
            on=day(query.get("ngay", "")),
            page=page_number(query.get("trang", "")),
            language=choice(query.get("lang", ""), ("", "vi", "en"), "lang"),
        )

    def kept(self, *left: str) -> tuple[tuple[str, str], ...]:
        """Return what a form sends along: the state but what its own fields say, and the page."""
        state = (
            ("muc", "" if self.section == BODIES else self.section),
            ("q", self.text),
            ("cap", self.level.value if self.level else ""),
            ("tinh", self.province),
            ("ngay", self.on.isoformat() if self.on else ""),
            ("lang", self.language),
        )
        return tuple((name, value) for name, value in state if value and name not in left)

    def address(self, **changed: object) -> str:
        """Return the address that asks for the same with something changed, from its first page."""
        one = replace(self, **{"page": 1, **changed})  # type: ignore[arg-type]
        return address(PATH, **dict(one.kept()), trang="" if one.page == 1 else one.page)

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is chosen."""
        return bool(self.kept("muc", "lang"))


class PeoplePages:
    """The route of the lists; every state stands in the address.

    Parameters
    ----------
    store : what is asked.
    pages : how pages look.
    finders : what finds by words.
    today : the clock.
    """

    def __init__(
        self, store: Store, pages: Pages, finders: Kept[Finder], today: Callable[[], date]
    ) -> None:
        self._store = store
        self._pages = pages
        self._finders = finders
        self._today = today
        self._directories = Kept(directory_of)

    def router(self) -> APIRouter:
        """Return the address."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route(PATH, self.page, methods=_READ)
        return router

    def page(self, request: Request) -> Response:
        """Show one page of a list."""
        asked = Asked.of(request.query_params)
        with self._store.read() as reader:
            directory = self._directories.of(reader)
            chosen = self._choice(reader, asked)
            listed = directory.bodies if asked.section == BODIES else directory.officials
            found = directory.chosen(listed, chosen)
            first = (asked.page - 1) * _PAGE
            rows = found[first : first + _PAGE]
            return self._pages.page(
                request,
                "people.html",
                asked=asked,
                sections=self._sections(directory, chosen),
                levels=directory.by_level(listed, chosen),
                units=_names(reader, directory.of_units(listed, chosen)),
                part=Part(first, len(rows), len(found)),
                name_of=Names(reader).shown,
                founded=founded,
                **self._shown(reader, asked, rows),
            )

    def _choice(self, reader: Reader, asked: Asked) -> Choice:
        return Choice(
            among=self._among(reader, asked) if asked.text else None,
            level=asked.level,
            units=provinces_named(reader, [asked.province], "tinh") if asked.province else (),
            on=asked.on if asked.section == OFFICIALS else None,
        )

    def _among(self, reader: Reader, asked: Asked) -> tuple[str, ...]:
        wanted = Wanted(asked.text, tuple(_KINDS.values()))
        page = self._finders.of(reader).find(wanted, Page(_MOST_FOUND), self._today())
        return tuple(hit.iri for hit in page.rows)

    def _sections(self, directory: Directory, chosen: Choice) -> list[tuple[str, int]]:
        """Return how many bodies and officials there would be."""
        lists: tuple[tuple[Entry, ...], ...] = (directory.bodies, directory.officials)
        found = (directory.chosen(one, chosen) for one in lists)
        return [(name, len(rows)) for name, rows in zip(SECTIONS, found, strict=True)]

    def _shown(self, reader: Reader, asked: Asked, rows: tuple[Entry, ...]) -> dict[str, Any]:
        """Return the rows with what is known of each."""
        on = asked.on or self._today()
        if asked.section == BODIES:
            facts = Facts(reader)
            doubted = {one.iri for one in rows if not founded(support_of(facts, one.iri))}
            bodies = [body_record(reader, one.iri, on=None) for one in rows]
            held = {one.iri: len(facts.subjects(cas.body, one.iri)) for one in rows}
            times = {one.iri: _times(facts, one.unit_iri) for one in bodies}
            return {"bodies": bodies, "doubted": doubted, "held": held, "times": times}
        people = [official_record(reader, one.iri, on=on) for one in rows]
        span = Span.of([held for one in people for held in one.held], asked.on)
        return {"officials": people, "span": span}


@dataclass(frozen=True, slots=True)
class Merged:
    """A unit that went into others, with its last day."""

    name: str
    until: PartialDate | None
    heirs: tuple[str, ...]


def body_shown(
    reader: Reader, iri: str, on: date | None, today: date, year: str | None
) -> dict[str, Any]:
    """Return what the page of a body shows.

    Parameters
    ----------
    reader : one generation of the store.
    iri : its address.
    on : the day on which somebody led it, where one is named.
    today : the day that counts where none is.
    year : whose documents are named; see `issued_by`.
    """
    facts, day_meant = Facts(reader), on or today
    body, support = body_record(reader, iri, on=day_meant), support_of(facts, iri)
    return {
        "body": body,
        "merged": _merged(facts, body.unit_iri),
        "times": _times(facts, body.unit_iri),
        "leading": tuple(leaderships(facts, iri, "issuing", day_meant)),
        "on": day_meant,
        "asked_on": on,
        "span": Span.of(body.tenures, on),
        "issued": issued_by(reader, iri, year),
        "charged": charged_with(reader, iri),
        "support": support,
        "unfounded": not founded(support),
        "founded": founded,
    }


def official_shown(reader: Reader, iri: str, on: date | None, today: date) -> dict[str, Any]:
    """Return what the page of an official shows; see `body_shown`."""
    official = official_record(reader, iri, on=on or today)
    return {
        "official": official,
        "asked_on": on,
        "span": Span.of(official.held, on),
        "signed": signed_by(reader, iri),
        "charged": charged_with(reader, iri),
        "led": led_by(reader, iri, official.held),
        "founded": founded,
    }


def _times(facts: Facts, unit: str | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Return when a unit of a name that others bear too began and ended."""
    if unit is None or facts.bearers(facts.label(unit)) == 1:
        return None, None
    about = facts.of(unit)
    return date_of(about.get(cas.validFrom)), date_of(about.get(cas.validTo))


def _merged(facts: Facts, unit: str | None) -> Merged | None:
    heirs = facts.objects(unit, cas.mergedInto) if unit else []
    if unit is None or not heirs:
        return None
    until = date_of(facts.of(unit).get(cas.validTo))
    return Merged(facts.label(unit), until, tuple(facts.label(one) for one in heirs))


def _names(reader: Reader, units: frozenset[str]) -> list[str]:
    """Return the names of units, each once, in the order of the alphabet."""
    facts = Facts(reader)
    facts.read_labels(units)
    return sorted({facts.label(unit) for unit in units}, key=bare)
