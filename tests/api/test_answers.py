"""The pages over a real store: the same functions as the command line, one generation at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from api.app import create_app
from api.settings import Settings
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change
from tests.api.access.serving import NOW
from tests.api.client import Client, words_of
from tests.ready import ReadyStores, in_memory

SETTINGS = Settings(today=lambda: date(2026, 1, 15))


@pytest.fixture(scope="module")
def store(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    """Return the whole register in memory."""
    return in_memory(ready.register(tmp_path_factory.mktemp("answers") / "store", NOW))


@pytest.fixture(scope="module")
def site(store: MemoryStore) -> Client:
    return Client(create_app(SETTINGS, store))


def test_first_page_counts_the_register(site: Client) -> None:
    said = words_of(site.get("/"))
    assert "Nghị quyết 57-NQ/TW" in said
    assert "trong 34 tỉnh, thành phố" in said


def test_search_leads_to_the_document(site: Client) -> None:
    response = site.get("/tim?q=nghi+quyet+57")
    assert 'href="/id/document/tw/nq/57/xiii"' in response.text
    assert "22-12-2024" in words_of(response)
    assert "Bộ Chính trị" in words_of(site.get("/id/document/tw/nq/57/xiii"))


def test_every_hit_can_be_opened(site: Client) -> None:
    html = site.get("/tim?q=chuyen+doi+so").text
    opened = {part.partition('"')[0] for part in html.split('href="')[1:]}
    documents = sorted(link for link in opened if link.startswith("/id/"))
    assert documents
    for link in documents[:10]:
        assert site.get(link).status_code == 200


def test_cascade_and_coverage_rest_on_sources(site: Client) -> None:
    said = words_of(site.get("/luoc-do?doc=57-NQ/TW&dang=danh-sach"))
    assert "Quảng Ninh" in said
    assert "+24 ngày" in said
    assert "nguồn căn cứ" in words_of(site.get("/do-phu?doc=57-NQ/TW&don-vi=63"))


def test_one_number_of_three_terms_is_a_choice(site: Client) -> None:
    response = site.get("/luoc-do?doc=18-NQ/TW")
    said = words_of(response)
    assert response.status_code == 300
    for spelling in ("18-NQ/TW@XII", "18-NQ/TW@XIII", "18-NQ/TW@XIV"):
        assert spelling in said


def test_a_replaced_document_says_by_what_and_when(site: Client) -> None:
    before = words_of(site.get("/van-ban?doc=105-QĐ/TW&ngay=2022-01-01"))
    after = words_of(site.get("/van-ban?doc=105-QĐ/TW&ngay=2023-01-01"))
    assert "bị thay thế bởi Quy định 80-QĐ/TW" in after
    assert "hết hiệu lực" in after
    assert "hết hiệu lực tại ngày 1-1-2022" not in before


def test_index_and_figures_follow_the_generation(store: MemoryStore) -> None:
    with store.read() as reader:
        whole = list(reader.quads())
    shrinking = MemoryStore(whole)
    site = Client(create_app(SETTINGS, shrinking))
    assert "57-NQ/TW" in words_of(site.get("/tim?q=57-NQ/TW")).partition("kết quả")[2]
    shrinking.apply(Change(removed=tuple(whole)))
    assert "Chưa tìm thấy “57-NQ/TW”" in words_of(site.get("/tim?q=57-NQ/TW"))
    assert " 0 văn bản" in words_of(site.get("/"))


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    site = Client(create_app(SETTINGS, LocalStore(tmp_path / "none")))
    for address in ("/", "/tim?q=a", "/van-ban?doc=57-NQ/TW", "/luoc-do?doc=57-NQ/TW"):
        assert site.get(address).status_code == 503
