"""The page that stands alone, as text: its policy, its data, and that nothing points elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from api.render import network_pages
from api.render.network_pages import network_page
from graph.model import Cascade
from tests.api import sample
from tests.api.render.hostile import hostile_cascade

INLINE = re.compile(r"<(script|style)(?: type=\"([^\"]+)\" id=\"data\")?>(.*?)</\1>", re.DOTALL)


class Page(HTMLParser):
    """The tags of a page with their attributes, and the text that a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.shown: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in ("script", "style"):
            self.shown.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


def policy(page: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    return found[1]


def data(page: str) -> dict[str, object]:
    (text,) = (body for _, kind, body in INLINE.findall(page) if kind == "application/json")
    read: dict[str, object] = json.loads(text)
    return read


@pytest.mark.parametrize("made", [sample.cascade(), hostile_cascade()], ids=["sample", "hostile"])
def test_the_policy_names_just_what_is_inline(made: Cascade) -> None:
    page = network_page(made, "vi")
    inline = INLINE.findall(page)
    assert [(tag, kind) for tag, kind, _ in inline] == [
        ("style", ""),
        ("script", "application/json"),
        ("script", ""),
        ("script", ""),
    ]
    hashes = {
        f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
        for _, kind, body in inline
        if not kind
    }
    assert set(re.findall(r"'sha256-[^']+'", policy(page))) == hashes
    assert policy(page).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy(page)


def test_nothing_is_fetched_from_anywhere() -> None:
    tags = Page(network_page(sample.cascade(), "vi")).tags
    assert not [
        tag for tag, _ in tags if tag in {"link", "img", "iframe", "object", "base", "form"}
    ]
    assert not [attributes for _, attributes in tags if "src" in attributes]
    addresses = [str(about["href"]) for tag, about in tags if tag == "a"]
    assert addresses
    assert all(there.startswith(("#", "https://example.org/")) for there in addresses)


def test_hostile_text_stays_text() -> None:
    page = Page(network_page(hostile_cascade(), "vi"))
    assert [tag for tag, _ in page.tags].count("script") == 3
    for tag, attributes in page.tags:
        assert tag not in {"img", "svg", "iframe"}
        assert not [name for name in attributes if name.startswith("on")]
        if tag == "a":
            assert str(attributes["href"]).startswith(("#", "https://ok.example/"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", "".join(page.shown))


def test_data_holds_no_letter_of_markup_and_reads_back() -> None:
    page = network_page(hostile_cascade(), "vi")
    (text,) = (body for _, kind, body in INLINE.findall(page) if kind == "application/json")
    assert not re.search("[<>&\u2028\u2029]", text)
    nodes = data(page)["nodes"]
    assert isinstance(nodes, list)
    assert any("</script>" in node["lines"][0] for node in nodes)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_table_tells_every_relation_without_script(language: str) -> None:
    page = network_page(sample.cascade(), language)
    assert f'<html lang="{language}">' in page
    assert page.startswith('<!doctype html>\n<html lang="')
    assert '<meta charset="utf-8">' in page
    shown = " ".join("".join(Page(page).shown).split())
    relations = [edge for edge in Page(page).tags if edge[0] == "blockquote"]
    assert len(relations) == 0  # the sample has no quotes, only cues
    for word in {"vi": ("Nghị quyết 71/NQ-CP", "thực hiện", "+100 ngày", "hết hiệu lực")}.get(
        language, ("Nghị quyết 71/NQ-CP", "implements", "+100 days", "no longer in force")
    ):
        assert word in shown
    numbers = re.findall(r'<tbody id="d(\d+)"', page)
    assert numbers == [str(number) for number in range(10)]


def test_rows_and_cards_have_the_same_numbers() -> None:
    page = network_page(sample.cascade(), "vi")
    names = re.findall(r'data-document="(\d+)">([^<]+)</a>', page)
    nodes = data(page)["nodes"]
    assert isinstance(nodes, list)
    assert [(str(node["id"]), node["label"]) for node in nodes] == names


def test_quotes_stand_in_the_table_with_what_carries_them_marked() -> None:
    proof = sample.evidence(1, quote="Căn cứ Nghị quyết số 57-NQ/TW.", marks=((7, 29),))
    made = replace(sample.cascade(), nodes=(sample.node(sample.STATE, 1, evidence=(proof,)),))
    page = network_page(made, "vi")
    assert "Căn cứ <mark>Nghị quyết số 57-NQ/TW</mark>." in page


def test_too_many_for_a_drawing_keep_their_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_pages, "MOST_DRAWN", 5)
    page = network_page(sample.cascade(), "vi")
    assert "nhiều quá nên không vẽ" in page
    assert "<script" not in page
    assert "script-src 'none'" in policy(page)
    assert page.count("<tbody") == 10


def test_a_document_alone_says_so() -> None:
    page = network_page(replace(sample.cascade(), nodes=(), documents=0, by_level=()), "vi")
    assert page.count("<tbody") == 1
    assert "“Chưa tìm thấy” không phải là “chưa triển khai”" in page
