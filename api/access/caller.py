"""Who is asking, and what that one may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What a token or a page session may do besides reading; none of them includes another.

    `ingest` brings texts and RDF in, `review` decides on claims, `forget` erases sources, `update`
    writes graphs of users through SPARQL Update and the Graph Store Protocol. `read` alone opens
    a service that answers to tokens only; every other scope reads as well.
    """

    READ = "read"
    INGEST = "ingest"
    REVIEW = "review"
    FORGET = "forget"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request.

    `name` is what the log of writes shows (`token 3f2a9c11 notebook`, `page lan`), never a secret.
    `csrf` is set for a page session, whose cookie a browser sends by itself: what such a caller
    changes must carry that token as well.
    """

    name: str
    scopes: frozenset[Scope] = frozenset()
    csrf: str | None = None

    @property
    def known(self) -> bool:
        """Tell whether a token or a session stands behind the request."""
        return bool(self.scopes)

    def may(self, scope: Scope) -> bool:
        """Tell whether this caller may do that."""
        return scope in self.scopes or (scope is Scope.READ and self.known)


#: Nobody in particular: reads where reading is open, writes nothing.
ANYONE = Caller("anyone")
