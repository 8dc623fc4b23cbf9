"""Files changed at random and read: each ends with an article that proves itself, or is refused.

The changes are chosen by a seed that is told when something breaks; `--fuzz-seconds` says for how
long they are tried. Texts and other files are tried by tests of their own, half of the time each,
so that two processes share it.
"""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest

from graph.errors import CascadeError
from graph.extract.gazetteer import Knowledge
from graph.extract.pipeline import extract
from graph.extraction import Article
from graph.knowledge import knowledge_of
from graph.read.article import article_of
from graph.read.formats.legacy import by_font
from graph.read.register import default_register, read_register
from tests.graph.read.formats.files import doc, docx, paragraph, pdf, table
from tests.graph.read.formats.layouts import pages

DATA = Path(__file__).resolve().parents[3] / "data"
SOURCES = sorted((DATA / "gold" / "texts" / "dev").glob("*.txt"))
MOST = 20_000  # bytes of one file: more would only take longer
SLOW = 30.0  # seconds that no file of this size takes on any machine
NASTY = (
    *(b"\x00", b"\r", b"\xff", b"\xcc\x81" * 20, b"\x1f", b"<", b"</", b"<!--", b"&#x0;", b"]]>"),
    *("Số ".encode(), b"18-NQ/TW", "các số ".encode(), b", ", b"(", b")", b"\n\n", b"=====\n"),
    *(b"9" * 400, b" " * 400, b"-" * 200, "Điều ".encode() * 30, "Nghị quyết ".encode() * 40),
    *("ngày 31 tháng 2 năm 2021".encode(), "khóa MMXII".encode(), b"\xe1\xba", b"{\\", b"\\'"),
)


#: Kinds of files that are but text.
TEXTS = frozenset(("x.txt", "x.html", "x.md"))


def samples() -> list[tuple[str, bytes]]:
    """Return files of every kind to begin with."""
    texts = [file.read_text(encoding="utf-8") for file in SOURCES]
    found = [("x.txt", text.encode()) for text in texts]
    found += [("x.html", page.encode()) for page in pages().values()]
    body = "".join(paragraph(line) for line in texts[0].split("\n"))
    body += table([paragraph("1"), paragraph("Sở Nội vụ"), paragraph("12/2026")])
    found += [("x.docx", docx(body)), ("x.doc", doc(texts[1].replace("\n", "\r")))]
    lines = texts[2].split("\n")[:40]
    found.append(("x.pdf", pdf([(80.0, 780.0 - 14 * n, line) for n, line in enumerate(lines)])))
    found.append(("x.rtf", rb"{\rtf1\ansi{\fonttbl}Ngh\u7883? quy\u7871?t 18-NQ/TW\par}"))
    rows = "Số ký hiệu;Ngày;Thực hiện\n12-KH/TU;5/3/2018;18-NQ/TW\n"
    found += [("x.csv", rows.encode()), ("x.md", f"# {texts[3]}".encode())]
    found.append(("x.jsonl", json.dumps({"text": texts[4], "published": "2018-05-01"}).encode()))
    found.append(("x.txt", by_font("NghÞ quyÕt sè 18-NQ/TW ", "").encode("cp1252") * 9))
    return [(name, content[:MOST]) for name, content in found]


def changed(
    chance: random.Random, files: list[tuple[str, bytes]], others: list[tuple[str, bytes]]
) -> tuple[str, bytes]:
    """Return a file with some bytes taken out, put in, doubled, or taken from another file."""
    name, told = chance.choice(files)
    content = bytearray(told)
    for _ in range(chance.choice((1, 2, 4, 16))):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 3, 40, 900)))
        deed = chance.randrange(5)
        if deed == 0:
            del content[at:end]
        elif deed == 1:
            content[at:at] = chance.choice(NASTY)
        elif deed == 2:
            content[at:at] = content[at:end] * chance.choice((1, 2, 8))
        elif deed == 3:
            content[at:end] = chance.randbytes(end - at)
        else:
            other = chance.choice(others)[1]
            start = chance.randrange(len(other))
            content[at:end] = other[start : start + 600]
    return chance.choice((name, name, name, "x.txt", "x.html")), bytes(content[: 2 * MOST])


def taken(name: str, content: bytes) -> Article | CascadeError:
    """Return the article that a file holds, or why it is refused."""
    try:
        return article_of(content, "x", place=name)
    except CascadeError as error:
        return error


def read(name: str, content: bytes, knowledge: Knowledge) -> None:
    """Read a file to the end; what it gives must prove itself."""
    article = taken(name, content)
    if isinstance(article, CascadeError):
        assert str(article.place).startswith(name)
        assert article.remedy is not None
        return
    told = extract(article, knowledge)
    spans = [span for one in told.documents for span in one.mentions]
    spans += [span for one in told.officials for span in one.mentions]
    spans += [span for one in told.bodies for span in one.mentions]
    assert all(told.article.text[one.start : one.end] == one.surface for one in spans)


def try_changes(config: pytest.Config, *, texts: bool) -> None:
    """Change files at random and read them, for half of the time that there is.

    `texts` = those that are but text, else all others.
    """
    seconds = float(config.getoption("--fuzz-seconds")) / 2
    seed = int(time.time())
    chance = random.Random(seed)
    knowledge = knowledge_of(read_register(default_register())[0])
    every = samples()
    files = [one for one in every if (one[0] in TEXTS) is texts]
    until, tried = time.monotonic() + seconds, 0
    while time.monotonic() < until or tried < len(files):
        name, content = changed(chance, files, every)
        tried += 1
        begun = time.monotonic()
        try:
            read(name, content, knowledge)
        except Exception as error:
            pytest.fail(f"seed {seed}, file {tried} ({name}): {error!r}")
        assert time.monotonic() - begun < SLOW, f"seed {seed}, file {tried} ({name})"
