"""The lines of Lược đồ: from the root to the Centre, from a bar to its card, along a chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.model import LineageRow, Scene, Selection
from graph.view.diagram import Bar, Box, Card, CardKind, Link


def links_of(scene: Scene, cards: Sequence[Card], bars: Sequence[Bar]) -> tuple[Link, ...]:
    """Return the lines between cards and bars that stand at their places."""
    drawing = _Linking(cards, bars)
    quiet = [*drawing.from_documents(), *drawing.from_bars()]
    chosen = list(drawing.along(scene.selection)) if scene.selection else []
    lit = {(link.above, link.below) for link in chosen}
    return (*(link for link in quiet if (link.above, link.below) not in lit), *chosen)


class _Linking:
    """Knows where every document and unit stands."""

    def __init__(self, cards: Sequence[Card], bars: Sequence[Bar]) -> None:
        self._cards = cards
        self._bars = {bar.unit: bar for bar in reversed(bars)}  # the highest band of each unit
        self._stands: dict[str, Card] = {}
        for card in cards:
            if card.kind is CardKind.ROOT:
                self._stands[card.name] = card
            self._stands.update((row.document.iri, card) for row in card.rows)

    def from_documents(self) -> Iterator[Link]:
        """Yield the line from each card of a document to the nearest one that it hangs on."""
        for card in self._cards:
            if card.kind is CardKind.DOCUMENT:
                yield from self._tie(card.rows[0], card)

    def _tie(self, row: LineageRow, card: Card) -> Iterator[Link]:
        own = row.document.unit_iri
        # What stands in the same province says more than what is merely nearest in time.
        for tie in sorted(row.ties, key=lambda tie: own is None or tie.other.unit_iri != own):
            other = self._stands.get(tie.other.iri)
            if other is not None and other is not card:
                ends = _between(other.box, card.box)
                relation = tie.predicates[0] if tie.predicates else ""
                yield Link(
                    tie.other.iri,
                    row.document.iri,
                    *ends,
                    stated=tie.stated,
                    chosen=False,
                    relation=relation,
                )
                return

    def from_bars(self) -> Iterator[Link]:
        """Yield the line from the bar of each open unit to its card, while all are in one row."""
        units = [card for card in self._cards if card.kind is CardKind.UNIT]
        if len({card.box.y for card in units}) > 1:
            return
        for card in units:
            bar = self._bars.get(card.unit or "")
            if bar:
                ends = _between(bar.box, card.box)
                yield Link(bar.unit, bar.unit, *ends, stated=True, chosen=False)

    def along(self, selection: Selection) -> Iterator[Link]:
        """Yield the chosen chain; a card of a unit is reached by way of its bar."""
        for step in selection.steps:
            one, other = self._stands.get(step.object.iri), self._stands.get(step.subject.iri)
            if one is None or other is None or one is other:
                continue
            stops = [one.box, *self._by_bar(one, other), other.box]
            relation = step.predicates[0] if step.predicates else ""
            stated = all(not claim.inference for claim in step.evidence[:1])
            for first, second in pairwise(stops):
                yield Link(
                    step.object.iri,
                    step.subject.iri,
                    *_between(first, second),
                    stated=stated,
                    chosen=True,
                    relation=relation if second is other.box else "",
                )

    def _by_bar(self, one: Card, other: Card) -> list[Box]:
        bar = self._bars.get(other.unit or "")
        through = other.kind is CardKind.UNIT and one.box.bottom < other.box.y
        return [bar.box] if bar and through and bar.box.y > one.box.bottom else []


def _between(one: Box, other: Box) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where a line leaves the one and meets the other: edges that face each other."""
    if one.bottom <= other.y:
        return (one.middle, one.bottom), (other.middle, other.y)
    if other.bottom <= one.y:
        return (one.middle, one.y), (other.middle, other.bottom)
    if one.x < other.x:
        return (one.x + one.width, one.y + one.height // 2), (other.x, other.y + other.height // 2)
    return (one.x, one.y + one.height // 2), (other.x + other.width, other.y + other.height // 2)
