"""What the web side of Cascade can be told: one frozen value, nothing read from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pages are served.

    Parameters
    ----------
    hosts : names under which the service answers; a request for another host is refused, so that
        no foreign page can reach it through a name of its own (DNS rebinding).
    language : `vi` or `en`, of a page that was asked for without `?lang=`.
    hits : most results of one search.
    opened : documents of one level shown under a document before the rest is folded away.
    today : the clock; it decides what “còn hiệu lực” means when no day is given.
    """

    hosts: tuple[str, ...] = LOOPBACK_HOSTS
    language: str = "vi"
    hits: int = 60
    opened: int = 40
    today: Callable[[], date] = date.today
