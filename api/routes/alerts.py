"""The page of alerts: ended bases, contradictions, and what would lose its basis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from api.choices import levels_named, provinces_named
from api.render.clashes import conflicts_csv
from api.render.impacts import impact_csv
from api.render.stales import stale_csv
from api.routes.asking import Part, choice, day, page_number
from api.routes.asking import asked as plain
from api.routes.pages import Pages
from api.settings import Settings
from api.web.format import address
from graph.folding import bare
from graph.lineage.conflicts import conflicts
from graph.lineage.documents import find_document
from graph.lineage.impact import impact
from graph.lineage.stale import stale
from graph.model import ConflictKind, ConflictList, Impact, LineageGroup, Stale, View
from graph.store.protocol import Reader, Store

PATH = "/canh-bao"
STALE, CONFLICTS, IMPACT = SECTIONS = ("can-cu", "mau-thuan", "neu-bai-bo")
#: Lists of stale documents, as addresses and as the answer call them.
LISTS = {"chac-chan": "surely", "co-the": "possibly", "mot-phan": "partly"}
_KINDS = {kind.value.replace("_", "-"): kind for kind in ConflictKind}
_READ = ["GET", "HEAD"]
_PAGE = 20
_FEW = 3  # conflicts of each kind where all kinds are shown
_SHARES = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Parameters
    ----------
    section : which kind of alerts.
    on : the day; None: today.
    province, level : of the stale documents; empty: all.
    list : which list of stale documents.
    kind : of conflicts; empty: all.
    document : which would end.
    page : from 1.
    language : kept in every address, where it is not the usual one.
    """

    section: str
    on: date | None
    province: str
    level: str
    list: str
    kind: str
    document: str
    page: int
    language: str

    @classmethod
    def of(cls, query: QueryParams) -> Asked:
        """Return what the parameters of an address ask for; raise QuestionError on nonsense."""
        return cls(
            section=choice(query.get("muc", ""), ("", *SECTIONS), "muc") or STALE,
            on=day(query.get("ngay", "")),
            province=plain(query.get("tinh", "").strip()),
            level=plain(query.get("cap", "").strip()),
            list=choice(query.get("ds", ""), ("", *LISTS), "ds") or next(iter(LISTS)),
            kind=choice(query.get("loai", ""), ("", *_KINDS), "loai"),
            document=plain(query.get("doc", "").strip()),
            page=page_number(query.get("trang", "")),
            language=choice(query.get("lang", ""), ("", "vi", "en"), "lang"),
        )

    def kept(self, *left: str) -> tuple[tuple[str, str], ...]:
        """Return what a form sends along: the state but what its own fields say, and the page."""
        state = (
            ("muc", "" if self.section == STALE else self.section),
            ("doc", self.document),
            ("ngay", self.on.isoformat() if self.on else ""),
            ("tinh", self.province),
            ("cap", self.level),
            ("ds", "" if self.list == next(iter(LISTS)) else self.list),
            ("loai", self.kind),
            ("lang", self.language),
        )
        return tuple((name, value) for name, value in state if value and name not in left)

    def address(self, path: str = PATH, /, **changed: object) -> str:
        """Return the address that asks for the same with something changed, from its first page."""
        one = replace(self, **{"page": 1, **changed})  # type: ignore[arg-type]
        state = {name.replace("-", "_"): value for name, value in one.kept()}
        return address(path, **state, trang="" if one.page == 1 else one.page)


class AlertPages:
    """The routes of the alerts; every state stands in the address."""

    def __init__(self, store: Store, pages: Pages, settings: Settings) -> None:
        self._store = store
        self._pages = pages
        self._settings = settings

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route(PATH, self.page, methods=_READ)
        router.add_api_route(f"{PATH}.csv", self.csv, methods=_READ)
        return router

    def page(self, request: Request) -> Response:
        """Show one kind of alerts."""
        asked = Asked.of(request.query_params)
        with self._store.read() as reader:
            shown = self._shown(reader, asked)
        return self._pages.page(
            request,
            "alerts.html",
            asked=asked,
            day_asked=self._day(asked),
            sections=SECTIONS,
            lists=LISTS,
            **shown,
        )

    def csv(self, request: Request) -> Response:
        """Return the same page of the same list for a spreadsheet."""
        asked = Asked.of(request.query_params)
        with self._store.read() as reader:
            shown = self._shown(reader, asked)
        name = f'attachment; filename="canh-bao-{asked.section}.csv"'
        headers = {"content-disposition": name}
        return Response(_csv(asked, shown), media_type="text/csv; charset=utf-8", headers=headers)

    def _day(self, asked: Asked) -> date:
        return asked.on or self._settings.today()

    def _shown(self, reader: Reader, asked: Asked) -> dict[str, Any]:
        """Return what a section shows, by the names by which the template knows it."""
        if asked.section == STALE:
            return self._stale(reader, asked)
        if asked.section == CONFLICTS:
            return self._conflicts(reader, asked)
        return self._impact(reader, asked)

    def _stale(self, reader: Reader, asked: Asked) -> dict[str, Any]:
        view = View(
            levels=levels_named([asked.level], "cap") if asked.level else (),
            units=provinces_named(reader, [asked.province], "tinh") if asked.province else (),
        )
        found = stale(reader, view, on=self._day(asked), limit=_PAGE, number=asked.page)
        listed = getattr(found, LISTS[asked.list])
        part = Part(listed.before, len(listed.rows), listed.documents)
        return {"stale": found, "listed": listed, "units": _by_unit(listed.groups), "part": part}

    def _conflicts(self, reader: Reader, asked: Asked) -> dict[str, Any]:
        first = (asked.page - 1) * _PAGE
        kind = _KINDS.get(asked.kind)
        counted = conflicts(reader, limit=_FEW)
        one = None
        if kind is not None:
            (one,) = conflicts(reader, kinds=(kind,), limit=_PAGE, after=str(first))
        part = Part(one.before, len(one.rows), one.conflicts) if one else None
        return {"counted": counted, "kinds": _KINDS, "one": one, "few": _FEW, "part": part}

    def _impact(self, reader: Reader, asked: Asked) -> dict[str, Any]:
        if not asked.document:
            return {"impact": None, "part": None, "document": None}
        document = find_document(reader, asked.document)
        first = str((asked.page - 1) * _PAGE)
        found = impact(reader, document, on=self._day(asked), limit=_PAGE, after=first)
        part = Part(found.before, len(found.rows), found.total)
        return {"impact": found, "part": part, "document": document, "most_shares": _SHARES}


def _csv(asked: Asked, shown: dict[str, Any]) -> str:
    if asked.section == STALE:
        found: Stale = shown["stale"]
        return stale_csv(found, LISTS[asked.list])
    if asked.section == CONFLICTS:
        lists: tuple[ConflictList, ...] = (shown["one"],) if shown["one"] else shown["counted"]
        return conflicts_csv(lists)
    impacted: Impact | None = shown["impact"]
    return impact_csv(impacted) if impacted else ""


def _by_unit(groups: tuple[LineageGroup, ...]) -> tuple[tuple[str, str, int], ...]:
    """Return names of provinces, the words that choose them, and how many documents each has."""
    counts: dict[tuple[str, str], int] = {}
    for group in groups:
        if group.unit is not None:
            key = group.unit, place_of(group)
            counts[key] = counts.get(key, 0) + group.documents
    return tuple(
        (name, word, count) for (name, word), count in sorted(counts.items(), key=_by_name)
    )


def place_of(group: LineageGroup) -> str:
    """Return the words that choose a province, with its set where it is of one alone."""
    if len(group.unit_sets) == 1:
        return f"{group.unit}@{group.unit_sets[0]}"
    return group.unit or ""


def _by_name(counted: tuple[tuple[str, str], int]) -> tuple[str, str]:
    (name, word), _ = counted
    return bare(name), word
