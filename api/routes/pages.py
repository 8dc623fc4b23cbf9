"""The pages: one address each, every state in the address."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Match

from api import judging_words, words
from api.access.caller import ANYONE, Caller
from api.answers import Answers
from api.certainty import certain
from api.linked import FORMATS, TITLES, asks_rdf
from api.problems import MEDIA_TYPE, Problem, of_error
from api.routes.asking import asked, choice, day, named
from api.settings import Settings
from api.web import format as written
from api.web import layout, linked_wording, telling, wording
from api.web.assets import Assets
from api.web.navigation import ENTRIES, Entry
from api.web.sheet_wording import sheet_phrase
from graph.errors import CascadeError, NotFound, Text
from graph.model import Document, Level
from ontology.terms import DATA, LABELS

_READ = ["GET", "HEAD"]
_SHOWN = ("document/", "reference/")
_FOR_PROGRAMS = ("/api/", "/health", "/metrics", "/sparql", "/rdf-graph-store", "/.well-known/")
_LINKED = ("/id/", "/ontology", "/shape")
_UNKNOWN_CALLER = 401
_CHALLENGE = {"www-authenticate": "Bearer"}


class Pages:
    """Renders what the answers say; holds no state but its templates."""

    def __init__(self, settings: Settings, answers: Answers, web: Path) -> None:
        self._settings = settings
        self._answers = answers
        self._templates = _environment(web / "templates")
        self._assets = Assets(web)
        self._entries: tuple[Entry, ...] | None = None

    def router(self) -> APIRouter:
        """Return the addresses of the pages."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        routes: tuple[tuple[str, Callable[..., Response]], ...] = (
            ("/", self.home),
            ("/tim", self.find),
            ("/van-ban", self.document),
            ("/do-phu", self.coverage),
        )
        for path, page in routes:
            router.add_api_route(path, page, methods=_READ)
        return router

    def things(self) -> APIRouter:
        """Return the addresses of the data, for where nothing but documents is answered for."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route("/id/{path:path}", self.thing, methods=_READ)
        return router

    def edition(self) -> str:
        """Return what decides what pages say beside what they are asked and what they tell of."""
        return f"{self._settings.language} {self._settings.today()}"

    def seen_by(self, request: Request) -> str:
        """Return what decides how a page looks to who asks: edition, and whose session it is."""
        caller: Caller = getattr(request.state, "caller", ANYONE)
        return f"{self.edition()} {caller.name} {caller.csrf}"

    def home(self, request: Request) -> Response:
        """Show the search box, what the store holds, and where to begin."""
        return self.page(request, "home.html", overview=self._answers.overview())

    def find(self, request: Request, q: str = "") -> Response:
        """Show what bears the words of `q`, tone marks disregarded."""
        query = asked(" ".join(q.split()))
        most = self._settings.hits
        hits = self._answers.find(query, most) if query else ()
        return self.page(request, "find.html", query=query, hits=hits, most=most)

    def document(self, request: Request, doc: str = "", ngay: str = "") -> Response:
        """Show one document with every statement's sources; `biet` is the day it was known on."""
        on, known_on = day(ngay), day(request.query_params.get("biet", ""), "biet")
        said = self._answers.describe(named(doc), on or self._settings.today(), known_on)
        return self.page(
            request,
            "document.html",
            said=said,
            document=said.document,
            place=self._answers.place(said.document),
            on=on,
            known_on=known_on,
        )

    def thing(self, request: Request, path: str, ngay: str = "") -> Response:
        """Answer for an address of the data: of a document or of a reference, so far."""
        iri = DATA + path
        if not path.startswith(_SHOWN):
            raise NotFound(
                Text("Chưa có trang cho địa chỉ dữ liệu này", "No page for this data address yet"),
                place=iri,
                remedy=Text("tìm văn bản theo số hoặc tên", "find a document by number or name"),
            )
        return self.document(request, iri, ngay)

    def coverage(self, request: Request, doc: str = "", don_vi: str = "") -> Response:
        """Show which provinces show a document that rests on it, by region."""
        wanted = request.query_params.get("don-vi", don_vi)
        unit_set = int(choice(wanted, ("", "63", "34"), "don-vi") or 34)
        found = self._answers.coverage(named(doc), unit_set)
        return self.page(
            request,
            "coverage.html",
            found=found,
            document=found.document,
            regions=layout.regions(found),
            longest=layout.longest_lag(found),
            states=layout.states(found),
        )

    def problem(self, request: Request, problem: Problem) -> Response:
        """Tell a problem as JSON (RFC 9457) to a program, as a page to a person."""
        if _wants_json(request):
            said = problem.as_json(self.language(request))
            headers = _CHALLENGE if problem.status == _UNKNOWN_CALLER else None
            return JSONResponse(said, problem.status, headers, media_type=MEDIA_TYPE)
        if problem.choices:
            return self._choose(request, problem)
        return self.page(request, "problem.html", problem.status, problem=problem)

    def _choose(self, request: Request, problem: Problem) -> Response:
        """List the candidates of an ambiguous spelling, each with what tells it apart."""
        try:
            documents = self._answers.documents(problem.choices)
        except CascadeError as error:
            return self.page(
                request, "problem.html", of_error(error).status, problem=of_error(error)
            )
        said = request.query_params.get("doc", "")
        return self.page(request, "choose.html", 300, documents=documents, asked=said)

    def language(self, request: Request) -> str:
        """Return the language of a request: as asked by `lang`, else that of the deployment."""
        asked = request.query_params.get("lang", "")
        return asked if asked in {"vi", "en"} else self._settings.language

    def page(self, request: Request, template: str, status: int = 200, **shown: Any) -> Response:
        """Return a template as a page in the language of the request."""
        language = self.language(request)
        said = _Spoken(language, "" if language == self._settings.language else language, request)
        shown.setdefault("document", None)
        caller: Caller = getattr(request.state, "caller", ANYONE)
        html = self._templates.get_template(template).render(
            said.words()
            | {
                "around": self._answers.around,
                "asset": self._assets.address,
                "entries": self._there(request),
                "today": self._settings.today(),
                "caller": caller,
            }
            | shown
        )
        headers = {"vary": "accept, cookie", "cache-control": "no-cache"}
        if status == _UNKNOWN_CALLER:
            headers |= _CHALLENGE
        return HTMLResponse(html, status, headers)

    def _there(self, request: Request) -> tuple[Entry, ...]:
        """Return the entries of the navigation whose pages this application has; never dead ones.

        Asked once: all routes are there before the first request.
        """
        if self._entries is None:

            def answers(path: str) -> bool:
                scope = dict(request.scope) | {"path": path, "method": "GET"}
                return any(
                    route.matches(scope)[0] is Match.FULL for route in request.app.router.routes
                )

            self._entries = tuple(entry for entry in ENTRIES if answers(entry.path))
        return self._entries


class _Spoken:
    """What templates call, bound to the language and the address of one request."""

    def __init__(self, language: str, kept: str, request: Request) -> None:
        self._language = language
        self._kept = kept
        self._request = request

    def words(self) -> dict[str, Any]:
        return {
            "language": self._language,
            "kept": self._kept,
            "path": self._request.url.path,
            "asked": "",
            "t": self.phrase,
            "say": self.say,
            "label": self.label,
            "level_name": self.level,
            "shown": self.shown,
            "place_name": lambda text: words.place(text, self._language),
            "field": lambda name: words.field(name, self._language),
            "count": self.count,
            "relation": self.relation,
            "why": lambda reason: judging_words.reason(reason, self._language),
            "day": lambda value: words.day(value, self._language),
            "dated": lambda value: words.dated(value, self._language),
            "decided": lambda value: words.decided(value, self._language),
            "certain": lambda it: certain(it.certainty, it.confidence, self._language),
            "since": lambda value: words.since(value, self._language),
            "outside_units": lambda count, of: words.outside(count, of, self._language),
            "lag": lambda value: words.lag(value, self._language),
            "figure": lambda value: words.number(value, self._language),
            "share": lambda part, whole: written.share(part, whole, self._language),
            "url": self.url,
            "at": self.at,
            "called": self.called,
            "told": lambda iri, text: telling.told(written.short(iri), text, self._language),
            "form_of": lambda iri, form: self.at(iri, format=form),
            "moment": lambda when: telling.moment(when, self._language),
            "here": self.here,
            "local": self.local,
        }

    def phrase(self, key: str, **filled: object) -> str:
        return wording.phrase(key, self._language, **filled)

    def label(self, kind: str, value: Any) -> str:
        """Return the label of a value in one of the tables of `api.words` (`FORCES`, ...)."""
        table = getattr(words, kind)
        return words.label(table, value, self._language)

    def shown(self, name: str, text: str) -> str:
        """Return a field's value for people: dates spelled out, codes by their labels."""
        return telling.told(name, text, self._language)

    def level(self, level: Level | None) -> str:
        known = words.LEVELS.get(level) if level else None
        return known.within(self._language) if known else self.phrase("level_none")

    def say(self, text: Text) -> str:
        return text.within(self._language)

    def count(self, number: int, key: str) -> str:
        noun = self.phrase(f"{key}_1" if number == 1 else key)
        return f"{words.number(number, self._language)} {noun}"

    def relation(self, predicate: str, inverse: bool = False) -> str:
        return words.relation(predicate, self._language, inverse=inverse)

    def url(self, path: str, **parameters: object) -> str:
        return written.address(path, **parameters, lang=self._kept)

    def local(self, document: Document) -> str:
        return self.at(document.iri)

    def at(self, iri: str, **parameters: object) -> str:
        """Return the address under which this deployment answers for an address of the data."""
        there, hash_, part = written.local(iri).partition("#")
        more = written.address("", **parameters, lang=self._kept).lstrip("?")
        joint = "&" if "?" in there else "?"
        return (f"{there}{joint}{more}" if more else there) + hash_ + part

    def called(self, iri: str) -> str:
        """Return what a term of the ontology or of a vocabulary we use is called."""
        if iri in LABELS:
            return Text(*LABELS[iri]).within(self._language)
        return linked_wording.term_label(iri, self._language)

    def here(self, **changed: object) -> str:
        """Return this page's own address with some parameters changed."""
        asked = self._request.query_params
        parameters: dict[str, object] = {name: asked.getlist(name) for name in asked}
        parameters |= {name.replace("_", "-"): value for name, value in changed.items()}
        return written.address(self._request.url.path, **parameters)


@cache
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        finalize=written.tidy,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=words,
        judging=judging_words,
        layout=layout,
        outside=written.outside,
        site=written.site,
        marked=written.marked,
        matches=layout.matches,
        rdf_forms=TITLES,
        rdf_media={name: FORMATS[name] for name in TITLES},
        short=written.short,
        ours=written.ours,
        curie=written.curie,
        product=wording.PRODUCT,
        sheet_phrase=sheet_phrase,
        data_base=DATA,
    )
    return environment


def _wants_json(request: Request) -> bool:
    accept = request.headers.get("accept", "")
    for_programs = request.url.path.startswith(_FOR_PROGRAMS)
    if request.url.path.startswith(_LINKED) and asks_rdf(request):
        return True
    return ("json" in accept or for_programs) and "text/html" not in accept
