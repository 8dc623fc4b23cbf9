"""Letters of the tables used before Unicode: TCVN3 (ABC), VNI and VPS, recognised and converted.

Text in such a table looks like letters of Western Europe: `NghÞ quyÕt`, `Nghò quyeát`. Which table
it is, the syllables tell: under the right one nearly all accented words are Vietnamese.
TCVN 5712:1993 (VN3) is a standard; VNI and VPS are tables of their makers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from graph.read.formats.syllables import accented, is_syllable, share

#: Names of the tables that are converted.
TCVN3, VNI, VPS = "TCVN3 (ABC)", "VNI", "VPS"

_LETTERS = "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ"
_ABC = (
    "61B5B8B6B7B9 A8BBBEBCBDC6 A9C7CAC8C9CB 65CCD0CECFD1 AAD2D5D3D4D6 69D7DDD8DCDE "
    "6FDFE3E1E2E4 ABE5E8E6E7E9 ACEAEDEBECEE 75EFF3F1F2F4 ADF5F8F6F7F9 79FAFDFBFCFE"
)
_ABC_CAPITALS = dict(zip("\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xae", "ĂÂÊÔƠƯĐđ", strict=True))
_VPS_SMALL = (
    "61E0E1E4E3E5 E6A2A1A3A4A5 E2C0C3C4C5C6 65E8E9C8EBCB EA8A898BCD8C 69ECEDCCEFCE "
    "6FF2F3D5F586 F4D2D3B087B6 D6A9A7AAABAE 75F9FAFBDBF8 DCD8D9BABBBF 79FF9A9BCF9C"
)
# Of some capitals only the small letter has a place; `..` stands for it.
_VPS_CAPITALS = (
    "4180C18182.. 888E8D8F.... C2848385.... 45D7C9DEFE.. CA93909495.. 49B5B4B7B8.. "
    "4FBCB9BDBE.. D497969899.. F79E9D9FA6.. 55A8DAD1AC.. D0AFADB1.... 59B2DDFDB3.."
)
_VNI_TONES = "øùûõï"  # grave, acute, hook, tilde, dot: after a, e, o, u, y and the horned letters
_VNI_BREVE, _VNI_HAT = "ê èéúüë", "â àáåãä"
_VNI_SINGLE = {"ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư"} | {
    "î": "ỵ",
    "ñ": "đ",
}
_WINDOWS = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_ODD = re.compile("[\x80-\x9f¡-¦¨©ª¬-¯²-¶¸-ºÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]")
_MIXED = re.compile(r"\b(?=[^\W\d_]*[A-Z][^\W\d_a-z]*[A-Z])[^\W\d_a-z]+\b")
_CAPITAL_LINE = re.compile(r"^(?=(?:[^A-Z\n]*[A-Z]){3})[^a-z\n]+$", re.MULTILINE)
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")  # letters that no old table shows
_TELLING, _RIGHT, _BETTER = 8, 0.8, 0.15


def converted(text: str) -> tuple[str, str] | None:
    """Return a text in Unicode with the name of its old table; None when it is in none.

    Parameters
    ----------
    text : decoded as Windows-1252 or Latin-1, as a word processor shows it without the font.

    Notes
    -----
    Lines that are Vietnamese as they stand stay so: a file may hold both.
    """
    if len(_ODD.findall(text, 0, 200_000)) < _TELLING:
        return None
    shown = text.translate(_WINDOWS)
    before = share(text)
    shares = {name: share(convert(shown)) for name, convert in _converters().items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < _RIGHT or shares[best] < before + _BETTER:
        return None
    convert = _converters()[best]
    lines = text.split("\n")
    return "\n".join(_line(line, convert) for line in lines), best


def by_font(text: str, font: str) -> str:
    """Return a text in Unicode if its font belongs to an old table: `.VnTimeH`, `VNI-Times`.

    Fonts of TCVN3 that end with H show small letters as capitals.
    """
    lowered = font.lower()
    table = next((name for start, name in _FONTS.items() if lowered.startswith(start)), None)
    if table is None:
        return text
    told = _converters()[table](text.translate(_WINDOWS))
    return told.upper() if table == TCVN3 and font.endswith("H") else told


_FONTS = {".vn": TCVN3, "vni": VNI, "vps ": VPS}


def _line(line: str, convert: Callable[[str], str]) -> str:
    if _UNICODE.search(line):
        return line
    told = convert(line.translate(_WINDOWS))
    return told if _right(told) >= _right(line) else line


def _right(line: str) -> float:
    words = accented(line)
    return sum(map(is_syllable, words)) / len(words) if words else 0.5


@cache
def _converters() -> Mapping[str, Callable[[str], str]]:
    abc = str.maketrans(_table(_ABC, str) | _ABC_CAPITALS)
    small = _table(_VPS_SMALL, str) | {"\xc7": "đ", "\xf1": "Đ"}
    vps = str.maketrans(_table(_VPS_CAPITALS, str.upper) | small)
    return {
        TCVN3: lambda text: _in_capitals(text.translate(abc)),
        VNI: _of_vni,
        VPS: lambda text: _in_capitals(text.translate(vps)),
    }


def _in_capitals(text: str) -> str:
    """Return a text with whole words in capitals where the table had none for some letters."""
    words = _MIXED.sub(lambda found: found[0].upper(), text)
    return _CAPITAL_LINE.sub(lambda found: found[0].upper(), words)


def _table(codes: str, case: Callable[[str], str]) -> dict[str, str]:
    letters = _LETTERS.replace(" ", "")
    pairs = zip(letters, re.findall("..", codes.replace(" ", "")), strict=True)
    return {chr(int(code, 16)): case(letter) for letter, code in pairs if code != ".."}


def _of_vni(text: str) -> str:
    pattern, meant = _vni()
    return pattern.sub(lambda found: meant[found[0]], text)


@cache
def _vni() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return the pattern of letters with their marks, and what each pair means."""
    rows = {row[0]: row for row in _LETTERS.split()}
    meant = dict(_VNI_SINGLE)
    for base in "aeouy":
        meant |= zip((base + mark for mark in _VNI_TONES), rows[base][1:], strict=True)
    for shown, letter in (("ô", "ơ"), ("ö", "ư")):
        meant |= zip((shown + mark for mark in _VNI_TONES), rows[letter][1:], strict=True)
    for bases, marks, letters in (("a", _VNI_BREVE, "ă"), ("aeo", _VNI_HAT, "âêô")):
        for base, letter in zip(bases, letters, strict=True):
            meant |= zip(
                (base + mark for mark in marks.replace(" ", "")), rows[letter], strict=True
            )
    meant |= {shown.upper(): letter.upper() for shown, letter in meant.items()}
    meant |= {shown[0].upper() + shown[1:]: letter.upper() for shown, letter in meant.items()}
    longest_first = sorted(meant, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), meant
