"""Folding of a text for matching, one character to one character, so that offsets hold.

What is shown is always cut from the raw text; patterns run over one of three foldings of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from graph.extract.openings import Openings

_LOOKALIKES = {
    "Ð": "Đ",  # eth, typed for Đ
    "ð": "đ",
    "\u0189": "Đ",
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\t", " "),
    **dict.fromkeys("‐‑‒–—―−－", "-"),
    **dict.fromkeys("“”„«»", '"'),
}
#: Capital letters of Vietnamese, for a class in a pattern over `Folded.shaped`.
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# Old placement (hoà, khoẻ, uỷ) -> new (hòa, khỏe, ủy); after q the u is part of the consonant.
_OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ](?<!qo.)|u[ỳýỷỹỵ](?<!qu.))(?!\w)")
_NEW_TONE = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_NEW_TONE |= {"oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe"}
_NEW_TONE |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}

#: A line that no stop ends, before a letter or figure.
_BREAK = re.compile(r"\n(?<![.;:!?]\n)(?= {0,3}[^\W_])")
_WIDTH = 45  # characters of a printed line, at least
#: What goes on with a citation, and opens no line of its own.
_CITING = re.compile(r"(?:ngày|tháng|năm) \d|trình số |(?:của|về việc|và) ")
#: Whose name goes on in the next line: `Xét đề nghị của Giám đốc⏎Sở ...`, `UBND tỉnh⏎Quảng Nam;`.
_PROPOSED = re.compile(r"(?:Xét|Theo|Căn cứ) .{0,60}(?:Giám đốc|Chủ tịch|Bộ trưởng|Chánh)\n")
_AREA = (" tỉnh", " thành phố", " huyện", " xã")
#: Words that no line of its own ends with.
_OPEN = (
    *(" số", " ngày", " tháng", " năm", " và", " của", " các", " với", " theo", ",", "/", "-"),
    *(" giai đoạn", " Luật", " Bộ", " Thủ tướng", " Ban Thường vụ", " Ban Chấp hành"),
)
_LAST = (*_OPEN, *_AREA, " Giám đốc", " Chủ tịch", " Bộ trưởng", " Chánh")
_ENDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}[;,.](?!\w)")
_CITED = re.compile(
    r"(?:Căn cứ|Luật|Pháp lệnh|Nghị (?:quyết|định)|Quyết định|Thông tư|Chỉ thị|Kế hoạch|Tờ\n)"
)
_AHEAD, _LONGEST = 12, 200  # characters looked at behind a break; of a printed line
#: How the next row of a table begins.
_NEXT_ROW = re.compile(r"[^\n]{0,6}[\t|]")
_ENUMERATED = re.compile(r"[a-zđ]{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in four spellings of equal length.

    `raw` as stored; `shaped` with look-alike letters, dashes, spaces and quotes made one, case
    kept; `folded` also in lower case and with the new tone placement (`khoá` -> `khóa`);
    `plain` also without marks, đ as d: for cue words only, since Đảng, đang, đáng fall together.
    `openings` tells where in `folded` the words stand that patterns open with.
    """

    raw: str
    shaped: str
    folded: str
    openings: Openings = field(compare=False, repr=False)

    @property
    def plain(self) -> str:
        """Return the text without marks; made anew, since few ask for it."""
        return _plain(self.folded)


def fold(text: str) -> Folded:
    """Fold a text in NFC; every spelling has its length.

    Where a paragraph is broken over lines of a printed width, the break is a space.
    """
    shaped = _BREAK.sub(lambda found: _unbroken(found, text), _shape(text))
    lower = _meet(shaped)
    return Folded(text, shaped, lower, Openings(shaped, lower))


def _unbroken(found: re.Match[str], raw: str) -> str:
    """Return a space for a break inside a sentence: it goes on in small letters, or has to.

    The next row of a table goes on with nothing.
    """
    text, place = found.string, found.end()
    following = text[place : place + _AHEAD].lstrip()
    goes_on = following[:1].islower() and not _ENUMERATED.match(following)
    if not goes_on and not text.endswith(_LAST, 0, found.start()):
        return "\n"
    wrapped = goes_on or text.endswith(_OPEN, 0, found.start())
    begun = text.rfind("\n", max(0, place - _WIDTH - 1), found.start()) + 1
    if found.start() - begun >= _WIDTH:
        joined = wrapped or (text.endswith(_AREA, 0, found.start()) and _ENDS.match(text, place))
    else:
        cited = goes_on and _CITING.match(following) and _CITED.search(text, begun, place)
        # the lines of a page whose source was wrapped differ in length: the next tells
        joined = cited or _PROPOSED.match(text, begun) or (wrapped and _is_printed(text, place))
    return " " if joined and not _NEXT_ROW.match(raw, place) else "\n"


def _is_printed(text: str, start: int) -> bool:
    """Tell whether a line has a printed width and goes on in small letters in the next."""
    end = text.find("\n", start, start + _LONGEST)
    following = text[end + 1 : end + 2]
    goes_on = following.islower() or (following.isdigit() and text.endswith(_OPEN, start, end))
    return end - start >= _WIDTH and goes_on and text[end - 1] not in ".;:"


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a name or phrase as it is looked for in `Folded.folded`."""
    return _meet(_shape(unicodedata.normalize("NFC", text)))


def with_old_tone(syllable: str) -> str:
    """Return a folded syllable with its tone where older texts set it: `hòa` → `hoà`."""
    return next(
        (syllable[:-2] + old for old, new in _NEW_TONE.items() if syllable.endswith(new)), syllable
    )


def _shape(text: str) -> str:
    """Return a text with look-alikes made one: most have few, so each is looked for by itself.

    A line end of two characters is one and a blank, with which the next line begins.
    """
    for found, meant in _LOOKALIKES.items():
        text = text.replace(found, meant)
    return text.replace("\r\n", "\n ").replace("\r", "\n")


def _meet(shaped: str) -> str:
    """Return a shaped text in lower case, tones where they are set today."""
    return _OLD_TONE.sub(lambda found: _NEW_TONE[found[0]], _lower(shaped))


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _plain(text: str) -> str:
    letters = {ord(c): _bare(c) for c in set(text) if not c.isascii()}
    return text.translate(letters)


def _bare(character: str) -> str:
    if character == "đ":
        return "d"
    return unicodedata.normalize("NFD", character)[0]
