"""A mention: one place where a text names a document, with what is printed there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from graph.filling import filled_at_once
from graph.model import PartialDate


class Kind(StrEnum):
    """How a mention names its document."""

    NUMBER = "number"  # 18-NQ/TW, 30/2020/NĐ-CP
    SHARED = "shared"  # the 920 of "số 920 và 1011-CTr/TU": the code is its neighbour's
    BARE = "bare"  # Quy định 335
    PLENUM = "plenum"  # Nghị quyết Trung ương 4 (khóa XII)
    CONGRESS = "congress"  # Nghị quyết Đại hội XIII của Đảng
    NICKNAME = "nickname"  # khoán 10
    LAW = "law"  # Luật Đất đai năm 2024
    NAMED = "named"  # Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh
    ANAPHOR = "anaphor"  # Nghị quyết này


@dataclass(slots=True)
class Said:
    """What follows a mention, filled in piece by piece; `tail` = read so far."""

    tail: int
    term: str | None
    ordinal: str | None
    date: PartialDate | None
    issuer: str | None
    title: str | None
    title_start: int


@filled_at_once
@dataclass(frozen=True, slots=True)
class Mention:
    """One mention; `start` and `end` are offsets into the text.

    `number` is normalised (`18-NQ/TW`, `335`), `numeral` its figure without leading zeros;
    `ordinal` of a plenum (`6`) or congress (`XIII`); `local` = of a congress below the Centre,
    `place` the name printed for it; `worded` = a type word is
    printed for it; `ambiguous` = the code is TƯ, which may stand for TW or TU;
    `plural` = "các" stands before it; `date`, `issuer`, `title` are what follows the mention, and
    `tail` is the offset at which that ends.
    """

    kind: Kind
    start: int
    end: int
    type_vi: str | None = None
    worded: bool = True
    number: str | None = None
    numeral: str | None = None
    type_code: str | None = None
    issuer_code: str | None = None
    year: int | None = None
    ambiguous: bool = False
    term: str | None = None
    ordinal: str | None = None
    local: bool = False
    place: str | None = None
    plural: bool = False
    date: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None
    title_start: int = 0
    tail: int = 0

    def saying(self, said: Said) -> Mention:
        """Return the mention with what follows it; spelt out, since each one is made so."""
        return Mention(
            self.kind,
            self.start,
            self.end,
            self.type_vi,
            self.worded,
            self.number,
            self.numeral,
            self.type_code,
            self.issuer_code,
            self.year,
            self.ambiguous,
            said.term,
            said.ordinal,
            self.local,
            self.place,
            self.plural,
            said.date,
            said.issuer,
            said.title,
            said.title_start,
            said.tail,
        )


def without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions in order, the earlier and then the longer one where two overlap.

    A descriptive name may hold the citations it is made of; it is widened to hold them whole.
    """
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        last = next((one for one in reversed(kept[-3:]) if one.kind is not Kind.NAMED), None)
        if last and mention.start < last.end:
            continue
        holder = next((one for one in reversed(kept[-9:]) if one.kind is Kind.NAMED), None)
        if holder and mention.start < holder.end < mention.end:
            kept[kept.index(holder, max(0, len(kept) - 9))] = replace(holder, end=mention.end)
        kept.append(mention)
    return kept
