"""The style sheet can be read by everybody and asks nobody else for anything."""

from __future__ import annotations

import re

import pytest

from graph.model import Level
from tests.api.client import Client


def test_style_and_fonts_are_served(client: Client) -> None:
    sheet = client.get("/web/css/page.css")
    assert sheet.headers["content-type"].startswith("text/css")
    fonts = set(re.findall(r'url\("([^"]+)"\)', sheet.text))
    assert fonts
    for font in fonts:
        assert client.get(font).status_code == 200
    assert "//" not in re.sub(r"/\*.*?\*/", "", sheet.text, flags=re.DOTALL)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_every_ground(client: Client, scheme: int) -> None:
    tokens = re.findall(
        r"--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)",
        client.get("/web/css/page.css").text,
    )
    colours = {name: both[scheme] for name, *both in tokens}
    grounds = [colours[name] for name in ("paper", "white", "panel", "wash")]
    texts = ("ink", "mute", "accent", "link", "flag", *(level.value for level in Level))
    pairs = [(text, ground) for text in texts for ground in grounds]
    weak = [
        (t, g, round(_contrast(colours[t], g), 2))
        for t, g in pairs
        if _contrast(colours[t], g) < 4.5
    ]
    assert not weak
    assert _contrast(colours["flag"], colours["flagwash"]) >= 4.5
    assert _contrast(colours["ink"], colours["mark"]) >= 4.5
    assert all(_contrast(colours["edge"], ground) >= 3 for ground in grounds)


def test_no_text_is_smaller_than_eleven_pixels(client: Client) -> None:
    sheet = client.get("/web/css/page.css").text.partition("@media print")[0]
    sizes = re.findall(r"font(?:-size)?:[^;}]*?([\d.]+)px", sheet)
    assert min(map(float, sizes)) >= 11
