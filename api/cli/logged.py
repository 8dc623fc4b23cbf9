"""Writes of the command in the log of writes, beside those of the server."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager

from api.access.audit import AuditLog, Entry
from api.access.folder import folder_beside
from api.cli.session import Session
from api.settings import utc_now


@contextmanager
def logged(session: Session, what: str, about: str) -> Iterator[Entry]:
    """Log a write around it, whether it succeeds or not; one that cannot be logged is not made.

    Parameters
    ----------
    session : whose store is written to.
    what : the deed, such as `forget`.
    about : what it is done to: an address or a name, never a text or a secret.
    """
    audit = AuditLog(folder_beside(session.place), utc_now)
    with audit.writing(f"command {own_name()}", what, about) as entry:
        yield entry


def own_name() -> str:
    """Return who runs the command, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        return "?"
