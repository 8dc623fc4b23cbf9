"""An official text as the subject of what it says, and the pieces of its lists of documents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.extract.article import Prepared
from graph.extract.citations import Citations
from graph.extract.cues import Cue
from graph.extract.letterhead import Letterhead
from graph.extract.mentions import Mention
from graph.extract.openings import Openings
from graph.extraction import StatedRelation

#: What has amended a document is no ground of its own.
HISTORY: Final = re.compile(r"(?:được|đã) (?:được )?(?:sửa đổi|bổ sung|thay thế|hợp nhất)")
#: From one document of a list to the next.
SEPARATED: Final = re.compile(
    r"[^;]{0,60}?(?:,|;| và| và các|, và)? ?(?:căn cứ )?(?:các )?(?:số )?"
)
ITEM: Final = re.compile(r"\s{0,16}(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]{1,2}[.)]|[-+•*])\s{0,4}")
LONGEST: Final = 1000
LISTED: Final = 60  # lines of one list of repealed documents
_SERIES = re.compile(r"(?<=\d)[/-](?!\d).+$")


@dataclass(frozen=True)
class Own:
    """An official text with its frame, its mentions in order and the id of what it is."""

    prepared: Prepared
    citations: Citations
    letterhead: Letterhead
    subject: str

    @property
    def folded(self) -> str:
        """Return the folded text."""
        return self.prepared.folded.folded

    @property
    def openings(self) -> Openings:
        """Return where the words stand that patterns open with."""
        return self.prepared.folded.openings

    def mentions_in(self, start: int, end: int) -> Sequence[int]:
        """Return the places of the mentions of others that begin in a stretch."""
        mentions = self.citations.mentions
        low = bisect_left(mentions, start, key=lambda one: one.start)
        high = bisect_left(mentions, end, key=lambda one: one.start)
        return [
            place for place in range(low, high) if self.citations.denoted[place] != self.subject
        ]

    def series(self, document: str) -> str | None:
        """Return what the numbers of an issuer's documents of a type have in common."""
        number = self.citations.document(document).number
        found = _SERIES.search(number or "")
        return found[0].upper() if found else None


def own_relation(
    own: Own, cue: Cue, mention: Mention, place: int, certainty: str
) -> StatedRelation:
    """Return what a cue says of the text and a document mentioned at a place."""
    start, end = min(cue.start, mention.start), max(cue.end, mention.end)
    return StatedRelation(
        own.subject,
        cue.predicate,
        own.citations.denoted[place],
        start,
        end,
        own.prepared.article.text[cue.start : cue.end],
        certainty,
        part=cue.part,
    )
