"""Matrix, alerts, bodies, officials: of a store whose names all try to be more than text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from api.app import create_app
from api.settings import Settings
from graph.rdf import fact_quads
from graph.resolve.drafts import LABEL, TYPE, text
from graph.store.protocol import Change
from ontology import terms as cas
from tests.api.render.hostile import HOSTILE
from tests.browser.audit import Watched
from tests.browser.conftest import served
from tests.graph.lineage import country as made_up
from tests.graph.lineage.country import LETTERS, Edge, country, iri

EDGES = (
    *(Edge(one, "implements", "a") for one in "cdfgh"),
    Edge("e", "basedOn", "c"),
    Edge("g", "implements", "b"),
    Edge("b", "replaces", "a"),
)
DATES = dict(zip(LETTERS, ("2017-01-02", "2019-01-02", *["2018-03-04"] * 6), strict=True))
PROVINCE = quote(HOSTILE[3])
ADDRESSES = (
    f"/ma-tran?tinh={PROVINCE}",
    f"/ma-tran?tinh={PROVINCE}&don-vi=63&lang=en",
    "/canh-bao",
    "/canh-bao?muc=mau-thuan&lang=en",
    f"/canh-bao?muc=neu-bai-bo&doc={quote(iri('a'))}",
    "/can-bo?muc=can-bo&lang=en",
    "/can-bo",
    "/id/body/x",
    "/id/official/x?lang=en",
    "/id/" + iri("a").removeprefix(cas.DATA),
)
BODY, OFFICIAL, POST, TENURE = (
    f"{cas.DATA}{one}" for one in ("body/x", "official/x", "post/x", "tenure/x")
)
ACTORS = (
    (BODY, TYPE, cas.Body),
    (BODY, LABEL, text(HOSTILE[3], "vi")),
    (BODY, cas.alias, text(HOSTILE[6], "vi")),
    (BODY, cas.code, text(HOSTILE[1])),
    (OFFICIAL, TYPE, cas.Official),
    (OFFICIAL, LABEL, text(HOSTILE[6], "vi")),
    (POST, LABEL, text(HOSTILE[3], "vi")),
    (TENURE, cas.holder, OFFICIAL),
    (TENURE, cas.body, BODY),
    (TENURE, cas.post, POST),
)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    names = dict(zip(made_up.NAMES, HOSTILE, strict=False)) | {"ha-noi": HOSTILE[3]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made_up, "NAMES", names)
        store = country(EDGES, DATES)
    titles = zip(LETTERS, cycle(HOSTILE))
    told = fact_quads((iri(letter), cas.title, text(title)) for letter, title in titles)
    store.apply(Change(added=(*told, *fact_quads(ACTORS))))
    app = create_app(Settings(today=lambda: date(2026, 1, 15)), store)
    with served(app) as address:
        yield address
    app.state.jobs.close(30)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_name_that_is_a_script_does_nothing(browser: Browser, site: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(site + address)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert "alert(" in page.inner_text("body")  # it is there, as text
    for one in page.locator(".grid td > a, .map a").all()[:6]:
        one.hover(force=True)
    assert (
        page.locator("main script, main img, main b[onclick], [onerror], [onmouseover]").count()
        == 0
    )
    assert page.locator("a[href^='javascript'], a[href^='data']").count() == 0
    assert (
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        == 0
    )
    assert watched.outside(site) == []
    assert watched.said == []
    context.close()


def test_exports_hold_it_as_text(browser: Browser, site: str) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page())
    drawing = watched.page.request.get(f"{site}/ma-tran.svg").text()
    assert "<script" not in drawing
    assert "&lt;img src=x onerror=alert(4)&gt;" in drawing
    watched.page.set_content("<p></p>")
    sheet = watched.page.request.get(f"{site}/ma-tran.csv").text()
    assert not [cell for cell in sheet.split(",") if cell.strip('"').startswith(("=", "+", "@"))]
    assert watched.said == []
    context.close()
