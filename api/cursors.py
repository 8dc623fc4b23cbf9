"""Cursors of the JSON API: opaque, good for one question and one generation of the store."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import blake2b

from api.problems import Problem, Refused
from graph.errors import Text

_SEAL = 9  # bytes of the seal
_PLACE = "cursor"
_FROM_START = Text("bắt đầu lại từ trang đầu", "begin again with the first page")
_GONE, _UNFIT = 410, 422


@dataclass(frozen=True, slots=True)
class Cursors:
    """Seals and opens the cursors of one question.

    Parameters
    ----------
    generation : number of the generation that answers.
    mark : what tells that generation from all others.
    question : what is asked, however it is paged.
    """

    generation: int
    mark: str
    question: str

    def sealed(self, inner: str) -> str:
        """Return what a caller is given for the place behind a page."""
        told = f"{self.generation}.{inner}".encode()
        return urlsafe_b64encode(self._seal(told) + told).decode().rstrip("=")

    def opened(self, sealed: str | None) -> str | None:
        """Return the place that a caller's cursor stands for; None without one.

        Raises
        ------
        Refused : the store is of another generation by now (410), or no page of this question gave
            that cursor (422).
        """
        if sealed is None:
            return None
        try:
            raw = urlsafe_b64decode(sealed.encode() + b"=" * (-len(sealed) % 4))
            generation, dot, inner = raw[_SEAL:].decode().partition(".")
        except (NotBase64, ValueError):
            raise Refused(_FOREIGN) from None
        if dot and generation != str(self.generation) and generation.isdecimal():
            raise Refused(_stale(generation, self.generation))
        if raw[:_SEAL] != self._seal(raw[_SEAL:]):
            raise Refused(_FOREIGN)
        return inner

    def _seal(self, told: bytes) -> bytes:
        made = blake2b(told, digest_size=_SEAL, key=self.mark.encode()[:64])
        made.update(self.question.encode())
        return made.digest()


_FOREIGN = Problem(
    _UNFIT,
    "bad-cursor",
    Text("Không trang nào của câu hỏi này cho con trỏ ấy", "No page of this question gave that"),
    place=_PLACE,
    remedy=_FROM_START,
)


def _stale(then: str, now: int) -> Problem:
    return Problem(
        _GONE,
        "cursor-stale",
        Text(
            f"Con trỏ thuộc thế hệ {then[:20]} của kho, nay kho ở thế hệ {now}",
            f"The cursor is of generation {then[:20]} of the store, which is at {now} by now",
        ),
        place=_PLACE,
        remedy=_FROM_START,
    )
