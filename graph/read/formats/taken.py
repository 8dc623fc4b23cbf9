"""What a format gives: the text of a file and what the file says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """The text that a file holds, before anything is read in it.

    `apart` is what stands outside its flow (page headers, text boxes, stamps): it is no part of the
    text, but may bear a mark of secrecy. `title`, `published`, `url` and `publisher` are what the
    file says of itself as data, never guessed; `name` tells it from other texts of the same file.
    """

    text: str
    apart: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    province: str | None = None
    name: str | None = None
