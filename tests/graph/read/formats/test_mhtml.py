"""Pages saved with their parts in one file: the page alone is read, its address kept."""

from __future__ import annotations

from base64 import encodebytes
from quopri import encodestring

import pytest

from graph.errors import InputError
from graph.extraction import Article
from graph.read.article import article_of

ADDRESS = "https://bao.example/tin/57"
PAGE = (
    "<!doctype html><html><head><meta charset='utf-8'><title>x</title></head><body>"
    "<nav><a href='/'>Nghị quyết 99-NQ/TW</a></nav><article><h1>Học tập nghị quyết</h1>"
    "<p>Tỉnh ủy Hà Tĩnh tổ chức học tập Nghị quyết số 57-NQ/TW ngày 22-12-2024 cho cán bộ.</p>"
    "</article></body></html>"
)
FRAME = (
    "<html><body><p>Quảng cáo: Chỉ thị 05-CT/TW trong khung bên cạnh của trang.</p></body></html>"
)


def part(kind: str, content: bytes, *headers: str, encoding: str = "base64") -> bytes:
    told = encodebytes(content) if encoding == "base64" else encodestring(content)
    lines = (f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + told


def saved(*parts: bytes, root: str = "", address: str = ADDRESS) -> bytes:
    """Return a file as a browser saves it."""
    head = (
        "From: <Saved by Blink>\r\n"
        + (f"Snapshot-Content-Location: {address}\r\n" if address else "")
        + "Subject: =?utf-8?Q?Tin?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        + f'\ttype="text/html";{root}\r\n\tboundary="--=_x"\r\n\r\n'
    )
    body = b"".join(b"\r\n----=_x\r\n" + one for one in parts)
    return head.encode() + body + b"\r\n----=_x--\r\n"


def read(content: bytes, name: str = "tin.mhtml") -> Article:
    return article_of(content, "tin", place=name)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("name", ["tin.mht", "tin.mhtml", "tin.txt"])
def test_the_page_is_read_as_a_saved_page_is(encoding: str, name: str) -> None:
    page = part("text/html; charset=utf-8", PAGE.encode(), encoding=encoding)
    article = read(saved(page, part("image/png", b"\x89PNG")), name)
    assert "57-NQ/TW ngày 22-12-2024" in article.text
    assert "99-NQ/TW" not in article.text
    assert (article.title, article.url) == ("Học tập nghị quyết", ADDRESS)


def test_frames_beside_the_page_are_left_out() -> None:
    frame = part("text/html", FRAME.encode(), "Content-Location: https://ads.example/")
    page = part("text/html", PAGE.encode(), f"Content-Location: {ADDRESS}", "Content-ID: <trang>")
    assert "57-NQ/TW" in read(saved(frame, page)).text
    root = '\r\n\tstart="<trang>";'
    assert "57-NQ/TW" in read(saved(frame, page, root=root, address="")).text


def test_letters_in_the_encoding_that_the_part_names() -> None:
    page = PAGE.replace("<meta charset='utf-8'>", "")
    told = part("text/html; charset=utf-16", page.encode("utf-16"))
    assert "Tỉnh ủy Hà Tĩnh" in read(saved(told)).text


@pytest.mark.parametrize(
    "content",
    [
        saved(part("image/png", b"\x89PNG")),
        saved(part("text/html; charset=x-none", b"\xff\xfe\x00")),
        saved(),
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n"
        + b"".join(
            b"--%d\r\nContent-Type: multipart/related; boundary=%d\r\n\r\n" % (n, n + 1)
            for n in range(2000)
        ),
    ],
)
def test_a_file_without_a_page_is_refused(content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(content)
    assert caught.value.remedy is not None


@pytest.mark.parametrize(
    "more",
    [b"\n--=_x\n\n" * 60_000, b"a\n" * 4_000_001, b'Content-Type: a/b; boundary="a"\n' * 101],
)
def test_a_file_of_parts_or_lines_without_end_never_meets_the_parser(
    more: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed(_: bytes) -> None:
        raise AssertionError

    monkeypatch.setattr("graph.read.formats.mhtml.message_from_bytes", parsed)
    with pytest.raises(InputError, match="multipart") as caught:
        read(saved(part("text/html", PAGE.encode())) + more)
    assert caught.value.remedy is not None


@pytest.mark.parametrize(
    "address", ["https://lan:secret@bao.example/57", "https://bao.example/\x1b[2J", "file:///c:/57"]
)
def test_no_password_no_escape_and_no_path_is_kept_as_the_address(address: str) -> None:
    assert read(saved(part("text/html", PAGE.encode()), address=address)).url is None


def test_secret_marks_are_looked_for() -> None:
    page = "<html><body><article><p>TUYỆT MẬT</p><p>Chỉ thị 01-CT/TW</p></article></body></html>"
    with pytest.raises(InputError, match="MẬT"):
        read(saved(part("text/html", page.encode())))
