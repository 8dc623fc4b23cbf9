"""The process that reads what strangers send: what it cannot do, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from api.uploads.limits import UploadLimits
from api.uploads.process import Cancelled, read_rdf, read_texts
from api.uploads.sent import SentRdf, SentText
from graph.errors import InputError
from graph.model import PartialDate
from graph.read.article import Hints
from tests.graph.read.formats.test_mhtml import PAGE, part, saved
from tests.graph.read.formats.test_office import odt, said
from tests.graph.read.formats.test_tables import HEAD, ROW, xls

PLAIN = "Ban Thường vụ Tỉnh ủy Hà Tĩnh ban hành Chương trình hành động 920-CTr/TU."
TEXT = SentText("bài.txt", PLAIN.encode(), Hints(PartialDate(2018, 5, 1), "Báo", None, "Hà Tĩnh"))
LIMITS = UploadLimits()


def children() -> list[str]:
    """Return the command lines of the reading processes that this one has."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
                command = (folder / "cmdline").read_text()
            except OSError:
                continue
            if parent == str(os.getpid()) and "api.uploads.child" in command:
                found.append(command)
    return found


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    yield
    assert children() == []


def test_what_is_sent_comes_back_from_data() -> None:
    assert SentText.of_data(TEXT.as_data()) == TEXT


def test_each_text_is_read_or_told_why_not() -> None:
    secret = "TUYỆT MẬT\nChỉ thị 01-CT/TW".encode()
    sent = [
        TEXT,
        SentText("utf16.txt", PLAIN.encode("utf-16"), Hints()),
        SentText("nhị phân.txt", b"\x7fELF\x00\x01\x02", Hints()),
        SentText("latin.txt", b"Ngh\xeb quy\xeat", Hints()),
        SentText("trống.txt", b" \n", Hints()),
        SentText("mật.txt", secret, Hints()),
        SentText("chồng.txt", ("a" + "\u0301" * 200_000).encode(), Hints()),
        SentText("../../etc/passwd", PLAIN.encode(), Hints()),
    ]
    lines = list(read_texts(sent, LIMITS, Event()))
    assert [line["name"] for line in lines] == [text.name for text in sent]
    told = [line["problem"]["message"]["en"] if "problem" in line else "" for line in lines]
    assert told[0] == told[1] == told[7] == ""
    assert lines[1]["text"] == lines[0]["text"] == PLAIN
    assert lines[0]["reading"]["documents"][0]["number"] == "920-CTr/TU"
    assert [lines[0]["reading"]["source"][key] for key in ("published", "publisher")] == [
        *("2018-05-01", "Báo"),
    ]
    assert "binary" in told[2]
    assert "UTF-8" in told[3]
    assert "no text" in told[4]
    assert "TUYỆT MẬT" in told[5]
    assert "it is not read and nothing of it is stored" in told[5]
    assert "piled" in told[6]
    assert "text" not in lines[5]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (UploadLimits(seconds=0.01), "not done after 0.01 seconds"),
        (UploadLimits(output=10), "tells too much"),
        (UploadLimits(memory=1 << 20), "memory"),
    ],
)
def test_reading_ends_at_its_limits(limits: UploadLimits, said: str) -> None:
    long = SentText("dài.txt", b"abc " * 400_000, Hints())
    with pytest.raises(InputError) as told:
        list(read_texts([TEXT, long], limits, Event()))
    assert said in told.value.message.en


def test_reading_ends_when_it_is_stopped() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Cancelled):
        list(read_texts([TEXT], LIMITS, stop))


def test_formats_that_load_more_are_read_without_opening_anything() -> None:
    page = part("text/html; charset=utf-8", PAGE.encode())
    sent = {
        "so.xls": xls(HEAD, ROW),
        "tin.mht": saved(page),
        "kh.odt": odt(said("Kế hoạch số 12-KH/TU")),
    }
    texts = [SentText(name, content, Hints()) for name, content in sent.items()]
    found = list(read_texts(texts, LIMITS, Event()))
    assert [one["name"] for one in found if "text" in one] == list(sent), found


def test_it_can_open_nothing_once_it_looks_at_what_was_sent() -> None:
    code = """
import os, socket, subprocess
from api.uploads.child import _shut
_shut({"seconds": 30, "memory": 1 << 31})
for act in (
    lambda: socket.socket(),
    lambda: open("/etc/hostname"),
    lambda: open("/tmp/x", "w"),
    lambda: subprocess.run(["true"]),
    lambda: socket.create_connection(("127.0.0.1", 9)),
):
    try:
        act()
    except OSError:
        continue
    raise SystemExit(f"it could: {act}")
print("nothing")
"""
    # What measures coverage would want to write a file at the end, which is just what is shut.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=alone
    )
    assert (done.stdout, done.stderr) == ("nothing\n", "")


def rdf(content: str, media_type: str = "text/turtle", **limits: int) -> dict[str, Any]:
    sent = SentRdf("của tôi", content.encode(), media_type)
    return read_rdf(sent, UploadLimits(**limits), Event())


def test_rdf_comes_back_as_statements_with_what_breaks_the_rules() -> None:
    found = rdf(
        "@prefix cas: <https://w3id.org/cascade-vn/ontology#> .\n"
        '<https://example.org/a> cas:number "80 QĐ" ; cas:title "<script>alert(1)</script>" .'
    )
    assert "<script>" in str(found["quads"])
    assert [flaw["shape"] for flaw in found["flaws"]] == ["NumberGrammar"]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("<a> <b> .", "text/turtle"),
        ('{"@context": "https://evil.example/context", "a": "b"}', "application/ld+json"),
        ('{"@context": "file:///etc/passwd", "a": "b"}', "application/ld+json"),
        (
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf='
            '"http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:"><rdf:Description '
            'rdf:about="urn:a"><x:p>&e;</x:p></rdf:Description></rdf:RDF>',
            "application/rdf+xml",
        ),
    ],
)
def test_rdf_that_is_broken_or_reaches_out_is_not_taken(content: str, media_type: str) -> None:
    found = rdf(content, media_type)
    assert "quads" not in found
    assert "root:" not in str(found)


def test_no_more_statements_than_may_be() -> None:
    many = "".join(f"<urn:a:{n}> <urn:p> <urn:b> .\n" for n in range(11))
    assert "problem" in rdf(many, "application/n-triples", quads=10)
