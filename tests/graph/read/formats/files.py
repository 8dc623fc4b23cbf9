"""Small files of each format, made here byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from html import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SECTOR = 512
_NONE = 0xFFFFFFFF  # no entry there


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX whose body is this markup; `header1` and the like are further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, inner in {"document": f"<w:body>{body}</w:body>", **parts}.items():
            markup = f'<?xml version="1.0"?><w:{name} xmlns:w="{_WORD}">{inner}</w:{name}>'
            file.writestr(f"word/{name}.xml", markup)
    return out.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    """Return a table; a cell is markup of paragraphs."""
    told = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in told) + "</w:tbl>"


def doc(text: str, *, headers: str = "", flags: int = 0, codec: str = "utf-16-le") -> bytes:
    """Return a Word 97 document of one piece, `\\r` ending paragraphs."""
    said = (text + headers).encode(codec, "replace")
    compressed = codec != "utf-16-le"
    where = 2048
    block = bytearray(where) + said
    struct.pack_into("<HH6xH", block, 0, 0xA5EC, 0xC1, flags | 0x0200)
    struct.pack_into("<8i", block, 0x4C, len(text), 0, len(headers), 0, 0, 0, 0, 0)
    place = where * 2 | 1 << 30 if compressed else where
    plc = struct.pack("<II", 0, len(text) + len(headers)) + struct.pack("<HIH", 0, place, 0)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", block, 0x1A2, 0, len(clx))
    return compound({"WordDocument": bytes(block), "1Table": clx})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file; its streams are padded to where they need no small sectors."""
    padded = {name: held.ljust(4096, b"\0") for name, held in streams.items()}
    chains: list[int] = [0xFFFFFFFD, 0xFFFFFFFE]  # the table, the directory
    body = b""
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    for place, (name, held) in enumerate(padded.items(), 1):
        sectors = -(-len(held) // _SECTOR)
        first = len(chains)
        chains += [*range(first + 1, first + sectors), 0xFFFFFFFE]
        body += held.ljust(sectors * _SECTOR, b"\0")
        entries += _entry(
            name, 2, first, len(held), right=place + 1 if place < len(padded) else _NONE
        )
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(_SECTOR, b"\xff")
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(_SECTOR, b"\0"))
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header[80:512] = b"\xff" * 432
    return bytes(header) + table + entries.ljust(_SECTOR, b"\0") + body


def _entry(
    name: str, kind: int, start: int, size: int, *, right: int = _NONE, child: int = _NONE
) -> bytes:
    entry = bytearray(128)
    struct.pack_into("<III", entry, 68, _NONE, right, child)
    spelt = name.encode("utf-16-le")
    entry[: len(spelt)] = spelt
    struct.pack_into("<HB", entry, 64, len(spelt) + 2, kind)
    struct.pack_into("<II", entry, 116, start, size)
    return bytes(entry)


def pdf(*pages: Sequence[tuple[float, float, str]], picture: bool = False) -> bytes:
    """Return a PDF of lines of 12 points at places; its font tells which letters its codes are."""
    letters = sorted({letter for page in pages for _, _, text in page for letter in text})
    codes = {letter: place + 33 for place, letter in enumerate(letters)}
    cmap = "".join(f"<{code:02x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    widths = " ".join("500" for _ in letters)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R/FirstChar 33/LastChar "
        f"{32 + len(letters)}/Widths[{widths}]>>".encode(),
        _stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            b"1 begincodespacerange <00> <ff> endcodespacerange\n"
            + f"{len(letters)} beginbfchar\n{cmap}endbfchar\n".encode()
            + b"endcmap CMapName currentdict /CMap defineresource pop end end"
        ),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Length 1>>\nstream\n\x80\nendstream",
    ]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F 12 Tf 1 0 0 1 {x} {y} Tm <{bytes(codes[c] for c in text).hex()}> Tj ET\n"
            for x, y, text in page
        )
        drawn += "q 500 0 0 700 50 50 cm /I Do Q\n" if picture else ""
        objects.append(_stream(drawn.encode()))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _numbered(objects)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content)


def _numbered(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end
