"""What the web side of Cascade can be told: one frozen value, nothing read from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from api.connections import ConnectionLimits
from api.monitoring import LogFormat
from api.uploads.limits import UploadLimits
from graph.days import today
from graph.store.pool.limits import Limits

LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def utc_now() -> datetime:
    """Return the time in UTC."""
    return datetime.now(UTC)


class Reading(StrEnum):
    """Who may read: everybody who reaches the server, or bearers of a token or session only."""

    OPEN = "open"
    TOKEN = "token"  # noqa: S105  (a word of the settings, no secret)


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
    reading : who may read.
    access_folder : where tokens, links and the log of writes lie; None: nobody may write.
    writes : False: this server only reads, whatever a token allows.
    clock : the time, by which tokens end and writes are logged.
    log : how requests are logged.
    plain : whether no graph is managed and everybody writes, for trials on this machine alone.
    limits : what queries may take.
    body_bytes, body_seconds : the largest body that is read, and the time it may take to arrive.
    stranger_bytes : the largest body that is read of who bears neither token nor session.
    connections : how many there may be, and how long they may idle.
    behind_proxy : whether a proxy on this machine tells whom it brings (X-Forwarded-For, -Proto);
        else nobody is believed to be another.
    uploads : how much may be sent in, and what reading it may take.
    """

    hosts: tuple[str, ...] = LOOPBACK_HOSTS
    language: str = "vi"
    hits: int = 60
    opened: int = 40
    today: Callable[[], date] = today
    reading: Reading = Reading.OPEN
    access_folder: Path | None = None
    writes: bool = True
    clock: Callable[[], datetime] = utc_now
    log: LogFormat = LogFormat.OFF
    plain: bool = False
    limits: Limits = field(default_factory=Limits)
    body_bytes: int = 32 << 20
    body_seconds: float = 60.0
    stranger_bytes: int = 1 << 20
    connections: ConnectionLimits = field(default_factory=ConnectionLimits)
    behind_proxy: bool = False
    uploads: UploadLimits = field(default_factory=UploadLimits)
