"""User text is data, strangers are refused, nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

import pytest

from api.access.headers import UNCHANGING
from graph.model import Hit, Overview, Verification
from tests.api import sample
from tests.api.client import PAGES, Client, Tags, words_of
from tests.api.sample import SampleAnswers


@pytest.mark.parametrize("address", [*PAGES, "/nowhere", "/van-ban?doc=0-X/Y"])
def test_security_headers_and_no_inline_code(client: Client, address: str) -> None:
    response = client.get(address)
    for name, value in UNCHANGING:
        assert response.headers[name] == value
    assert response.headers["content-security-policy"]
    for tag, attributes in Tags(response.text).found:
        assert tag not in {"style", "iframe", "base", "object"}
        assert tag != "script" or is_own_script(attributes)
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        linked = tag == "link" and attributes.get("rel") != "alternate"
        loaded = attributes.get("src") or (attributes.get("href") if linked else None)
        assert loaded is None or loaded.startswith("/web/")
    assert re.findall(r"<script[^>]*>(?!</script>)", response.text) == []


def is_own_script(attributes: dict[str, str | None]) -> bool:
    """Tell whether a script comes from a file that we ship."""
    return str(attributes.get("src")).startswith("/web/dist/")


def test_the_policy_is_the_one_promised_and_its_nonce_used_once(client: Client) -> None:
    policies = [client.get("/").headers["content-security-policy"] for _ in range(2)]
    pattern = (
        r"default-src 'self'; style-src 'self' 'nonce-([\w-]{20,})'; object-src 'none'; "
        r"base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
    )
    nonces = [found[1] for policy in policies if (found := re.fullmatch(pattern, policy))]
    assert len(set(nonces)) == 2


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1:9000", "[::1]:8000"])
def test_own_hosts_are_answered(client: Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("example.org", "localhost.example.org", "127.0.0.1.nip.io", "[::2]", "", "[::1"),
        *("localhost:x@evil.example", "localhost:80:80", "localhost:99999", "127.0.0.1:x"),
        *("localhost/evil", "localhost?x", "localhost#x", "user@localhost"),
    ],
)
def test_foreign_hosts_are_refused(answers: SampleAnswers, client: Client, host: str) -> None:
    response = client.get("/", headers={"host": host})
    assert response.status_code == 400
    assert response.headers["x-content-type-options"] == "nosniff"
    assert not answers.asked


@pytest.mark.parametrize("name", ["path", "self", "request", "parameters", "kept", "a b"])
def test_a_parameter_of_any_name_breaks_no_page(client: Client, name: str) -> None:
    for address in PAGES:
        joint = "&" if "?" in address else "?"
        answer = client.get(f"{address}{joint}{quote(name)}=x%00y")
        assert answer.status_code == 200, address


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_can_only_be_read(client: Client, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_head_answers_without_a_body(client: Client) -> None:
    response = client.head("/luoc-do?doc=57-NQ/TW")
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_pages_that_would_load_from_elsewhere_are_off(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_faults_tell_nothing_of_the_inside(answers: SampleAnswers, client: Client) -> None:
    answers.failing = RuntimeError("secret")
    response = client.get("/")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover=alert(1) "
    "{{ 7 * 7 }} \u202egnp.exe\u202c \u2066x\u2069 \x00" + "dài" * 300
)


@pytest.fixture
def hostile(answers: SampleAnswers) -> SampleAnswers:
    proof = sample.evidence(
        1,
        source_name=HOSTILE,
        places=(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(2)",
            "data:text/html,x",
            "//e.org/x",
            "https://u:p@e.org/",
            'https://e.org/"><script>',
            "https://ok.example/ô",
        ),
        quote=HOSTILE,
        cue="<script>",
        note=HOSTILE,
    )
    bad = replace(
        sample.ROOT,
        name=HOSTILE,
        title=HOSTILE,
        unit=HOSTILE,
        issuers=(HOSTILE,),
        spelling=HOSTILE,
        iri='javascript:alert("x")',
        verification=Verification.UNVERIFIED,
        level=None,
    )
    whole = sample.description(bad)
    edges = tuple(replace(edge, subject=bad, evidence=(proof,)) for edge in whole.incoming)
    answers.described = replace(whole, incoming=edges, same_number=(bad,), candidates=(bad,))
    answers.hits = (sample.hit(bad), Hit("x", HOSTILE, HOSTILE, HOSTILE))
    answers.cascaded = replace(
        sample.cascade(), root=bad, nodes=(sample.node(bad, 1, evidence=(proof,)),)
    )
    units = tuple(
        replace(u, unit=HOSTILE, region=HOSTILE, evidence=(proof,)) for u in sample.coverage().units
    )
    answers.covered = replace(sample.coverage(), document=bad, units=units)
    answers.counted = Overview(1, 1, 1, 1, ((bad, 1),))
    answers.beside = HOSTILE, HOSTILE
    return answers


@pytest.mark.parametrize(
    "address", [*PAGES, "/tim?q=" + quote(HOSTILE[:200]), "/van-ban?doc=" + quote(HOSTILE[:200])]
)
def test_hostile_text_stays_text(hostile: SampleAnswers, client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code in {200, 404}
    for tag, attributes in Tags(response.text).found:
        assert tag != "img"
        assert tag != "script" or is_own_script(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    for there in Tags(response.text).addresses():
        assert there.startswith(("/", "#", "https://ok.example/", "https://example.org/"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", response.text)
    assert "49" not in words_of(response).replace("2049", "")


def test_links_out_are_followed_without_a_trace(client: Client) -> None:
    page = Tags(client.get("/van-ban?doc=57-NQ/TW").text)
    out = [a for tag, a in page.found if tag == "a" and str(a.get("href")).startswith("http")]
    assert out
    assert {a["rel"] for a in out} == {"noopener noreferrer external"}
