"""The pages of sources: listed, read, judged by plain forms, sent in; closed to who may not."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.datastructures import QueryParams

from api.access import Scope
from api.access.audit import FILE
from api.routes.source_pages import ListAsked
from api.web import source_board
from graph.lineage import claims, source_list
from graph.lineage.claims import claims_of_source
from graph.lineage.proposals import Proposal, ProposalKind, proposals
from graph.lineage.source_list import source_rows
from graph.model import ClaimOnReview, Decision
from graph.resolve.identity import source_iri
from graph.store.protocol import Reader
from tests.api.access.serving import NOW, Service
from tests.api.client import Client, Tags, words_of
from tests.api.routes.demo import demo_service
from tests.api.routes.test_sources import SAID, SCRIPT
from tests.ready import ReadyStores

HA_TINH = "/nguon/ha-tinh-to-chuc-can-bo"


@pytest.fixture(scope="module")
def demo_of_its_own(
    ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    """Give the demonstration with a store that this module may change."""
    made = demo_service(ready, tmp_path_factory.mktemp("pages"))
    yield made
    made.app.state.jobs.close(30)


class Visitor:
    """Somebody with a session of the page."""

    def __init__(self, service: Service, *scopes: Scope) -> None:
        self.client, keeper = service.client, service.keeper
        secret = keeper.links.create(scopes, name="lan", now=NOW)
        answer = self.client.request("POST", "/vao", data={"ma": secret})
        cookie = answer.headers["set-cookie"].partition(";")[0]
        caller = keeper.sessions.caller(cookie.partition("=")[2], NOW)
        assert caller
        self.headers, self.csrf = {"cookie": cookie}, caller.csrf or ""

    def get(self, address: str) -> httpx.Response:
        return self.client.get(address, headers=self.headers)

    def send(self, address: str, **fields: str) -> httpx.Response:
        data = {"csrf": self.csrf} | fields
        return self.client.request("POST", address, data=data, headers=self.headers)

    def paste(self, **fields: str) -> httpx.Response:
        """Send the form of the list as a browser does: with a field for files that is empty."""
        data, empty = {"csrf": self.csrf} | fields, {"file": ("", b"")}
        return self.client.request("POST", "/nguon", data=data, files=empty, headers=self.headers)


def proposal(service: Service, slug: str, kind: ProposalKind, word: str = "") -> Proposal:
    with service.store.read() as reader:
        found = proposals(claims_of_source(reader, source_iri(slug)))
    return next(
        one
        for one in found
        if one.kind is kind and word in " ".join(each.statement.object_name for each in one.claims)
    )


def test_the_list_is_searched_without_tone_marks_and_narrowed(pages: Client) -> None:
    assert "5 bài và 12 bảng" in words_of(pages.get("/nguon"))
    found = pages.get("/nguon?tim=tinh+gian+bien")
    assert re.findall(r'<th scope="row"><a href="([^"]+)"', found.text) == [
        "/nguon/can-tho-tinh-gian-bien-che"
    ]
    assert "Sổ cơ quan" in pages.get("/nguon?loai=so").text
    narrowed = pages.get("/nguon?tinh=Hà+Tĩnh")
    assert re.findall(r'<th scope="row"><a href="([^"]+)"', narrowed.text) == [HA_TINH]
    assert "Không nguồn nào khớp" in pages.get("/nguon?tim=xyzzy").text
    assert "No source matches" in pages.get("/nguon?tim=xyzzy&lang=en").text
    assert pages.get("/nguon?loai=khac").status_code == 400


def test_without_a_session_it_is_read_and_says_how_to_get_one(pages: Client) -> None:
    for address in ("/nguon", HA_TINH):
        answer = pages.get(address)
        assert "cascade login-link" in answer.text
        assert 'method="post"' not in answer.text
    assert pages.request("POST", HA_TINH, data={"viec": "nhan"}).status_code == 401
    assert pages.request("POST", "/nguon", data={"text": "x"}).status_code == 401
    assert pages.get("/nguon/viec/abc").status_code == 401


def test_the_text_is_whole_and_every_name_leads_to_its_card(pages: Client) -> None:
    page = pages.get(HA_TINH).text
    assert "Quy định 680-QĐ/TU" in page
    marked = re.findall(r'<a href="([^"]+)" class="m m-(\w+)[^"]*" data-key="(\w+)"', page)
    assert {kind for _, kind, _ in marked} == {"document", "body", "result"}
    for address, _, key in marked[:5]:
        assert parse_qs(urlsplit(address).query)["chon"] == [key]
        assert f'id="c-{key}"' in pages.get(address).text


def test_what_is_chosen_is_on_the_page_whatever_the_page(pages: Client) -> None:
    last = pages.get(f"{HA_TINH}?trang=2").text
    key = re.findall(r'id="c-(\w+)"', last)[-1]
    chosen = pages.get(f"{HA_TINH}?chon={key}").text
    assert re.search(rf'class="card [^"]* on" id="c-{key}"', chosen)
    first = re.findall(r'class="card k-(\w+)', pages.get(f"{HA_TINH}?xep=kem-chac").text)
    assert first[:3] == ["choice", "choice", "choice"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nguon/nowhere", 404),
        ("/nguon/A", 422),
        (f"{HA_TINH}?chon=xyz", 400),
        (f"{HA_TINH}?duyet=khac", 400),
        (f"{HA_TINH}?trang=0", 400),
        (f"{HA_TINH}?vua=<script>", 200),
    ],
)
def test_nonsense_is_told(pages: Client, address: str, status: int) -> None:
    answer = pages.get(address)
    assert answer.status_code == status
    assert "<script>" not in answer.text


def test_a_table_of_the_register_has_claims_and_no_text(pages: Client) -> None:
    page = pages.get("/nguon/register-plenums")
    assert "Bảng của sổ văn bản" in page.text
    assert page.text.count('class="card ') == 40
    assert 'rel="next"' in page.text


def test_of_a_long_table_only_the_page_is_told_in_full(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug, told = "register-plenums", []
    with service.store.read() as reader:
        whole = proposals(claims_of_source(reader, source_iri(slug)))
        plain = claims.claims_in_full

        def counted(reader: Reader, shown: Iterable[ClaimOnReview]) -> Mapping[str, ClaimOnReview]:
            told.append(list(shown))
            return plain(reader, told[-1])

        monkeypatch.setattr(source_board, "claims_in_full", counted)
        asked = source_board.ReviewAsked(slug, page=2)
        board = source_board.board_of(reader, service.store.texts, asked)
    assert board.shown == whole[source_board.PAGE : 2 * source_board.PAGE]
    assert [one.key for one in board.all] == [one.key for one in whole]
    assert len(told[0]) == sum(len(one.claims) for one in board.shown) < len(whole)


def test_what_is_taken_back_together_is_logged_by_every_name(demo_of_its_own: Service) -> None:
    lan = Visitor(demo_of_its_own, Scope.REVIEW)
    one = proposal(demo_of_its_own, "ha-tinh-to-chuc-can-bo", ProposalKind.DOCUMENT, "680-QĐ/TU")
    lan.send(HA_TINH, the=one.key, viec="nhan")
    lan.send(HA_TINH, the=one.key, viec="hoan")
    lines = (demo_of_its_own.folder / FILE).read_text().splitlines()
    begun = [said for said in map(json.loads, lines) if said["what"] == "review.undo"][-2]
    named = {begun["about"].partition(" ")[0], *begun["also"]}
    assert named == {claim.claim for claim in one.claims}
    assert len(named) > 1


def test_forms_accept_reject_and_take_back(demo_of_its_own: Service) -> None:
    lan = Visitor(demo_of_its_own, Scope.REVIEW)
    one = proposal(demo_of_its_own, "ha-tinh-to-chuc-can-bo", ProposalKind.DOCUMENT, "680-QĐ/TU")
    answer = lan.send(f"{HA_TINH}?xep=kem-chac", the=one.key, viec="nhan")
    assert answer.status_code == 303
    assert f"chon={one.key}&vua=nhan." in answer.headers["location"]
    assert "xep=kem-chac" in answer.headers["location"]
    shown = lan.get(answer.headers["location"]).text
    assert re.search(rf'st-accepted on" id="c-{one.key}"', shown)
    assert "Đã nhận." in shown
    name = one.claims[0].claim.rpartition("/")[2]
    lan.send(HA_TINH, the=one.key, viec=f"hoan.{name}")
    assert f'st-mixed" id="c-{one.key}"' in lan.get(HA_TINH).text
    listed = lan.get("/nguon?duyet=co").text
    assert HA_TINH in listed
    assert lan.send(HA_TINH, the=one.key, viec="hoan").status_code == 303
    assert f'st-pending" id="c-{one.key}"' in lan.get(HA_TINH).text
    assert HA_TINH not in lan.get("/nguon?duyet=co").text


def test_a_choice_puts_the_document_wherever_it_was_open(demo_of_its_own: Service) -> None:
    lan = Visitor(demo_of_its_own, Scope.REVIEW)
    slug = "ha-tinh-to-chuc-can-bo"
    one = proposal(demo_of_its_own, slug, ProposalKind.CHOICE, "19-NQ/TW")
    wanted = next(iri for iri in one.candidates if iri.endswith("/19/xii"))
    refused = lan.send(HA_TINH, the=one.key, viec="chon", **{"ung-vien": "https://e.example/x"})
    assert refused.status_code == 400
    done = lan.send(HA_TINH, the=one.key, viec="chon", **{"ung-vien": wanted})
    assert done.status_code == 303
    rests = lan.client.get("/api/lineage/trace?doc=1011-CTr/TU@Hà Tĩnh&direction=up").text
    assert "19-NQ/TW" in rests
    again = proposal(demo_of_its_own, slug, ProposalKind.CHOICE, "19-NQ/TW")
    assert again.state.value == "corrected"
    lan.send(HA_TINH, the=one.key, viec="hoan")
    assert proposal(demo_of_its_own, slug, ProposalKind.CHOICE, "19-NQ/TW") == one


def test_a_choice_leaves_what_was_rejected_or_corrected_by_hand(demo_of_its_own: Service) -> None:
    lan = Visitor(demo_of_its_own, Scope.REVIEW)
    slug = "ha-tinh-to-chuc-can-bo"

    def choice() -> Proposal:
        return proposal(demo_of_its_own, slug, ProposalKind.CHOICE, "19-NQ/TW")

    def leaning() -> list[Decision | None]:
        return [each.decision for each in choice().leaning]

    def judged(number: int, **fields: str) -> None:
        claim = one.leaning[number].claim
        with demo_of_its_own.store.read() as reader:
            every = proposals(claims_of_source(reader, source_iri(slug)))
        holding = next(
            each
            for each in every
            if each.kind is ProposalKind.RELATION and claim in {own.claim for own in each.claims}
        )
        assert lan.send(HA_TINH, the=holding.key, **fields).status_code == 303

    one = choice()
    wanted = next(iri for iri in one.candidates if iri.endswith("/19/xii"))
    other = next(iri for iri in one.candidates if iri != wanted)
    for deed in ({"viec": "bac"}, {"viec": "sua", "doi-tuong": "80-QĐ/TW"}):
        judged(0, **deed)
        before = leaning()[0]
        assert before
        for candidate in (wanted, other):
            lan.send(HA_TINH, the=one.key, viec="chon", **{"ung-vien": candidate})
            assert leaning()[0] == before
            assert all(
                each
                and each.correction
                and candidate in (each.correction.subject, each.correction.object)
                for each in leaning()[1:]
            )
        lan.send(HA_TINH, the=one.key, viec="hoan")
        assert leaning() == [before, *(None for _ in one.leaning[1:])]
        judged(0, viec="hoan")
    assert choice() == one


def test_a_relation_is_corrected_by_the_spelling_of_a_document(demo_of_its_own: Service) -> None:
    lan = Visitor(demo_of_its_own, Scope.REVIEW)
    one = proposal(demo_of_its_own, "ha-tinh-to-chuc-can-bo", ProposalKind.RELATION, "105-QĐ/TW")
    nothing = lan.send(HA_TINH, the=one.key, viec="sua")
    assert nothing.status_code == 400
    several = lan.send(HA_TINH, the=one.key, viec="sua", **{"doi-tuong": "18-NQ/TW"})
    assert several.status_code == 300
    lan.send(HA_TINH, the=one.key, viec="sua", **{"doi-tuong": "80-QĐ/TW", "ly-do": "nhầm số"})
    shown = lan.get(f"{HA_TINH}?duyet=sua").text
    assert "80-QĐ/TW" in shown
    assert lan.send(HA_TINH, the=one.key, viec="hoan").status_code == 303


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"viec": "nhan", "the": "0"}, 400),
        ({"viec": "xoa"}, 400),
        ({"viec": "chon", "the": "plain"}, 400),
        ({"viec": "nhan", "csrf": "wrong"}, 403),
        ({"viec": "sua", "quan-he": "withdrawn"}, 400),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    demo_of_its_own: Service, fields: dict[str, str], status: int
) -> None:
    lan = Visitor(demo_of_its_own, Scope.REVIEW)
    one = proposal(demo_of_its_own, "ha-tinh-to-chuc-can-bo", ProposalKind.RELATION)
    key = {"0": "0"}.get(fields.get("the", ""), one.key)
    with demo_of_its_own.store.read() as reader:
        before = reader.generation
    assert lan.send(HA_TINH, **({"the": one.key} | fields | {"the": key})).status_code == status
    with demo_of_its_own.store.read() as reader:
        assert reader.generation == before


def followed(lan: Visitor, answer: httpx.Response) -> httpx.Response:
    """Return the page that a job leads to."""
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    for _ in range(400):
        answer = lan.get(address)
        if answer.status_code == 303:
            return lan.get(answer.headers["location"])
        if 'data-job="ended"' in answer.text:
            return answer
        time.sleep(0.05)
    raise AssertionError("the job does not end")


def test_a_pasted_text_becomes_a_source_under_review(service: Service) -> None:
    lan = Visitor(service, Scope.INGEST, Scope.REVIEW)
    title = "<script>alert(1)</script>. Hà Tĩnh"
    shown = followed(lan, lan.paste(text=SCRIPT + SAID, name=title, publisher="<b>Báo"))
    assert "920-CTr/TU" in shown.text
    assert all(
        "alert" not in str(found) for tag, found in Tags(shown.text).found if tag == "script"
    )
    assert "&lt;script&gt;" in shown.text
    assert "&lt;b&gt;Báo" in shown.text
    with service.store.read() as reader:
        row = next(one for one in source_rows(reader) if one.publisher)
    assert (row.publisher, row.places, row.decided) == ("<b>Báo", (), 0)


def test_a_trial_is_shown_and_stored_only_when_that_is_asked(service: Service) -> None:
    lan = Visitor(service, Scope.INGEST)
    tried = followed(lan, lan.paste(text=SAID, name="thử", commit="false", publisher="B"))
    assert "Đọc thử" in tried.text
    assert "m-document" in tried.text
    assert lan.client.get("/nguon/thu").status_code == 404
    action = re.search(r'action="(/nguon/viec/[\w-]+/ghi)"', tried.text)
    assert action
    stored = followed(lan, lan.send(action[1]))
    assert "920-CTr/TU" in stored.text
    assert "B" in words_of(lan.client.get("/nguon?tim=thu"))


def test_what_was_tried_is_stored_under_the_same_title(service: Service) -> None:
    lan = Visitor(service, Scope.INGEST)
    page = f"<html><body><article><h1>Tin về 920</h1><p>{SAID}</p></article></body></html>"
    data = {"csrf": lan.csrf, "commit": "false"}
    files = {"file": ("tin.html", page.encode())}
    tried = followed(
        lan, lan.client.request("POST", "/nguon", data=data, files=files, headers=lan.headers)
    )
    action = re.search(r'action="(/nguon/viec/[\w-]+/ghi)"', tried.text)
    assert action
    followed(lan, lan.send(action[1]))
    with service.store.read() as reader:
        names = {row.name for row in source_rows(reader) if row.source == source_iri("tin")}
    assert names == {"Tin về 920"}


def test_what_is_refused_is_a_sentence_with_file_and_remedy(service: Service) -> None:
    lan = Visitor(service, Scope.INGEST)
    told = followed(lan, lan.paste(text="TUYỆT MẬT\nChỉ thị 01-CT/TW", name="mật"))
    assert "<b>mật.txt:1</b>: văn bản có dấu “TUYỆT MẬT”" in told.text
    assert "Cách xử lý: chỉ nạp" in words_of(told)
    assert lan.paste().status_code == 422
    assert lan.paste(text="x", published="hôm qua").status_code == 422


def test_a_search_folds_no_row_again(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    with service.store.read() as reader:
        rows = source_rows(reader)
    monkeypatch.delattr(source_list, "bare")
    asked = ListAsked.of(QueryParams({"tim": "bài  Bài BAI một", "loai": "all"}))
    assert asked.folded == {"bai", "mot"}
    assert [row for row in rows if asked.fits(row)] == list(rows)


@pytest.mark.parametrize(("size", "status"), [(1.5, 303), (2.5, 413)])
def test_a_pasted_text_may_be_as_long_as_the_page_says(
    service: Service, size: float, status: int
) -> None:
    lan = Visitor(service, Scope.INGEST)
    text = "chữ " * int(size * (1 << 20) / len("chữ ".encode()))
    assert lan.paste(text=text, name="dài", commit="false").status_code == status


def test_one_text_too_many_is_told_as_that(service: Service) -> None:
    lan = Visitor(service, Scope.INGEST)
    files = [("file", (f"{one}.txt", b"x")) for one in range(21)]
    answer = service.client.request(
        "POST", "/nguon", data={"csrf": lan.csrf}, files=files, headers=lan.headers
    )
    assert (answer.status_code, "20 bài" in answer.text) == (413, True)


def test_who_may_not_review_is_told_which_scope_is_missing(
    service: Service, tmp_path: Path
) -> None:
    lan = Visitor(service, Scope.INGEST)
    assert "cascade login-link --scope review" in lan.get("/nguon/bai-mot").text
    assert lan.send("/nguon/bai-mot", viec="nhan").status_code == 403
    reading = Service(service.store, tmp_path / "b.access", writes=False)
    assert "Máy chủ này chỉ để đọc" in words_of(reading.client.get("/nguon/bai-mot"))
