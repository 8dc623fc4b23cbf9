"""RTF, which Word and others also save under names that end with `.doc`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.legacy import converted
from graph.read.formats.problems import damaged, too_much
from graph.read.formats.taken import Taken

KIND = Text("RTF", "RTF file")
MAGIC = b"{\\rtf"
_TOKEN = re.compile(
    rb"\\(?:([a-z]{1,32})(-?[0-9]{1,10})? ?|'([0-9a-fA-F]{2})|([^a-z'\r\n]|\r?\n))"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_HIDDEN = {
    *(
        b"fonttbl",
        b"colortbl",
        b"stylesheet",
        b"info",
        b"pict",
        b"object",
        b"fldinst",
        b"listtable",
    ),
    *(b"listoverridetable", b"rsidtbl", b"generator", b"themedata", b"datastore", b"xmlnstbl"),
    *(b"latentstyles", b"footnote", b"annotation", b"bkmkstart", b"bkmkend", b"nonshppict"),
}
_APART = {b"header", b"headerf", b"headerl", b"headerr", b"footer", b"footerf", b"footerl"}
_APART |= {b"footerr", b"shptxt"}
_MARKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"cell": "\n", b"sect": "\n", b"page": "\n"}
_MARKS |= {b"tab": "\t", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘"}
_MARKS |= {b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
_ESCAPES = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r\n": "\n"}
_DEEPEST, _LARGEST = 500, 64 << 20


def rtf_text(content: bytes, place: str) -> Taken:
    """Return the text of an RTF file.

    Raises
    ------
    InputError : it is no sound RTF.
    """
    reader = _Reader()
    for token in _TOKEN.finditer(content):
        reader.hear(*token.groups())
        if len(reader.states) > _DEEPEST:
            raise damaged(place, KIND)
        if reader.size > _LARGEST:
            raise too_much(place, KIND, _LARGEST)
    if not reader.said:
        raise damaged(place, KIND)
    text = _whole(reader.said)
    told = converted(text)
    apart = _whole(reader.apart).split("\n")
    return Taken(told[0] if told else text, tuple(line for line in apart if line.strip()))


def _whole(said: list[str]) -> str:
    """Return what was said, its letters whole: those beyond 16 bits are written as two halves."""
    halves = "".join(said).encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")


@dataclass
class _State:
    hidden: bool = False
    apart: bool = False
    skips: int = 1  # characters that stand in for one of Unicode


@dataclass
class _Reader:
    """Hears control words and text, group by group."""

    said: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    states: list[_State] = field(default_factory=lambda: [_State()])
    codec: str = "cp1252"
    size: int = 0
    _skip: int = 0

    def hear(
        self,
        word: bytes | None,
        number: bytes | None,
        code: bytes | None,
        escape: bytes | None,
        brace: bytes | None,
        plain: bytes | None,
    ) -> None:
        """Hear one token."""
        state = self.states[-1]
        if brace == b"{":
            self.states.append(_State(state.hidden, state.apart, state.skips))
        elif brace and len(self.states) > 1:
            self.states.pop()
        elif word:
            self._word(state, word, int(number or 1))
        elif code:
            self._bytes(bytes([int(code, 16)]))
        elif escape == b"*":
            state.hidden = True
        elif escape:
            self._add(_ESCAPES.get(escape, ""))
        elif plain:
            self._bytes(plain)

    def _word(self, state: _State, word: bytes, number: int) -> None:
        if word in _HIDDEN:
            state.hidden = True
        elif word in _APART:
            state.apart, state.hidden = True, False
        elif word == b"u":
            self._add(chr(number % 0x10000))
            self._skip = state.skips
        elif word == b"uc":
            state.skips = number
        elif word == b"ansicpg":
            self.codec = f"cp{number}" if number in (1250, 1251, 1252, 1258) else "cp1252"
        else:
            self._add(_MARKS.get(word, ""))

    def _bytes(self, said: bytes) -> None:
        skipped = min(self._skip, len(said))
        self._skip -= skipped
        self._add(said[skipped:].decode(self.codec, "replace"))

    def _add(self, said: str) -> None:
        state = self.states[-1]
        if said and not state.hidden:
            self.size += len(said)
            (self.apart if state.apart else self.said).append(said)
