"""What was sent, as values that can be handed to the process which reads it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph.model import PartialDate, Taught
from graph.read.article import Hints


@dataclass(frozen=True, slots=True)
class SentText:
    """A text as it was sent: bytes that nobody has looked at, and what its sender says of it."""

    name: str
    content: bytes
    hints: Hints

    def as_data(self) -> dict[str, Any]:
        """Return it as data for JSON."""
        hints = self.hints
        return {
            "name": self.name,
            "content": base64.b64encode(self.content).decode(),
            "published": str(hints.published) if hints.published else None,
            "publisher": hints.publisher,
            "url": hints.url,
            "province": hints.province,
            "title": hints.title,
        }

    @classmethod
    def of_data(cls, told: Mapping[str, Any]) -> SentText:
        """Return what `as_data` told."""
        published = told["published"]
        hints = Hints(
            PartialDate.parse(published) if published else None,
            told["publisher"],
            told["url"],
            told["province"],
            title=told["title"],
        )
        return cls(told["name"], base64.b64decode(told["content"]), hints)


def taught_as_data(taught: Taught) -> dict[str, Any]:
    """Return what a reviewer said of a name as data for JSON."""
    dates = {"issued": taught.issued, "said_on": taught.said_on, "on": taught.on}
    told = {field: str(day) if day else None for field, day in dates.items()}
    return asdict(taught) | told


def taught_of_data(told: Mapping[str, Any]) -> Taught:
    """Return what `taught_as_data` told."""
    issued, said_on = (
        PartialDate.parse(told[field]) if told[field] else None for field in ("issued", "said_on")
    )
    on = date.fromisoformat(told["on"]) if told["on"] else None
    return Taught(**dict(told) | {"issued": issued, "said_on": said_on, "on": on})


@dataclass(frozen=True, slots=True)
class SentRdf:
    """RDF as it was sent; `media_type` names its format, `name` the graph of import it enters."""

    name: str
    content: bytes
    media_type: str
