"""Addresses, shares and foreign text as they are written on a page."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from api.web import format as written


@pytest.mark.parametrize(
    "place",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "ftp://example.org/",
        "https://user:word@example.org/",
        "https:///x",
        "https://[::1",
        "https://example.org/a b",
        "https://example.org/\u00a0",
        'https://example.org/"x',
        "http:example.org",
        "Văn kiện Đại hội XIII",
        "",
    ],
)
def test_what_is_no_web_address_is_not_followed(place: str) -> None:
    assert written.outside(place) is None


@pytest.mark.parametrize(
    "place", ["https://example.org/a?b=c#d", "http://example.org", "https://báo.vn/tin-tức"]
)
def test_web_addresses_are_followed(place: str) -> None:
    assert written.outside(place) == place


def test_data_is_answered_here() -> None:
    iri = "https://w3id.org/cascade-vn/id/document/tw/nq/57/xiii"
    assert written.local(iri) == "/id/document/tw/nq/57/xiii"
    assert written.local("https://else.org/x") == "/van-ban?doc=https%3A%2F%2Felse.org%2Fx"


def test_addresses_leave_out_what_says_nothing() -> None:
    assert written.address("/x", a="", b=None, c=0, don_vi=63) == "/x?c=0&don-vi=63"
    assert written.address("/x", a="") == "/x"


@pytest.mark.parametrize(("part", "whole", "said"), [(1, 3, "33 %"), (0, 5, "0 %"), (0, 0, "—")])
def test_shares(part: int, whole: int, said: str) -> None:
    assert written.share(part, whole, "vi") == said


def test_invisible_controls_are_dropped_and_markup_is_kept() -> None:
    assert written.tidy("a\u202eb\u2066c\x00d\u200b") == "abcd\u200b"
    assert written.tidy(Markup("<b>")) == Markup("<b>")
    assert written.tidy(None) == ""


def test_marks_escape_everything_around_and_inside() -> None:
    assert written.marked("<a> & <b>", ((0, 3),)) == "<mark>&lt;a&gt;</mark> &amp; &lt;b&gt;"
