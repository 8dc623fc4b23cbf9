"""What is the same thing in two readings of one text: mentions, documents, bodies, persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.gold import keys
from benchmarks.gold.keys import Item

Stretch = tuple[int, int]
_LEFT, _RIGHT = 25, 45  # characters that a mention may begin before, run past, the gold
_BEFORE = frozenset(("so", "cac", "nhung", "hanh", "dong", "cong", "tac"))
_TYPE_WORDS = frozenset(" ".join(keys.TYPES).split())
_AFTER = frozenset(("ngay", "nam", "nhiem", "cua", "khoa", "giai", "thang"))
_NUMBER = re.compile(r"\d+\s*[-/]\s*[\wĐ]+(?:\s*[-/]\s*[\wĐ]+)*|\d+$")
_SENTENCE_END = re.compile(r"\n|[.;!?…](?=\s)")


def is_core(item: Item) -> bool:
    """Tell whether an item is asked for, rather than merely accepted."""
    return bool(item.get("agreement", "core") == "core")


def stretch(item: Item) -> Stretch | None:
    """Return the span of an item, None where it has none."""
    start, end = item.get("start"), item.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    return (start, end) if 0 <= start < end else None


def overlap(left: Stretch | None, right: Stretch | None) -> int:
    """Return how many characters two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0])) if left and right else 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a document; several documents where one word names them together."""

    span: Stretch
    core: Stretch
    asked: bool
    documents: tuple[int, ...]
    named_only: bool


def mentions(reading: Item) -> tuple[Mention, ...]:
    """Return the spans of a reading that name documents, each span once."""
    found: dict[Stretch, list[tuple[int, Item, Item]]] = {}
    for place, document in enumerate(reading.get("documents", ())):
        for mention in document.get("mentions", ()):
            if span := stretch(mention):
                found.setdefault(span, []).append((place, document, mention))
    return tuple(_mention(span, named) for span, named in found.items())


def _mention(span: Stretch, named: Sequence[tuple[int, Item, Item]]) -> Mention:
    _, document, mention = named[0]
    return Mention(
        span,
        _core(mention, span),
        any(is_core(one) and is_core(where) for _, one, where in named),
        tuple(dict.fromkeys(place for place, _, _ in named)),
        not document.get("number") and not document.get("alias"),
    )


def _core(mention: Item, span: Stretch) -> Stretch:
    if core := stretch(mention.get("core") or {}):
        return core
    number = _NUMBER.search(mention.get("surface") or "")
    return (span[0] + number.start(), span[0] + number.end()) if number else span


@dataclass(frozen=True)
class Pairing:
    """Two readings of one text side by side: `gold` is asked for, `told` is judged."""

    gold: Item
    told: Item
    text: str

    @cached_property
    def gold_mentions(self) -> tuple[Mention, ...]:
        """Where the gold names documents."""
        return mentions(self.gold)

    @cached_property
    def told_mentions(self) -> tuple[Mention, ...]:
        """Where the reading that is judged names documents."""
        return mentions(self.told)

    @cached_property
    def mentions(self) -> Mapping[int, int]:
        """Mentions told and the gold mentions they are, best fit first, each used once."""
        fits = [
            (fit, not gold.asked, one, other)
            for one, told in enumerate(self.told_mentions)
            for other, gold in enumerate(self.gold_mentions)
            if (fit := self._fit(told.span, gold)) is not None
        ]
        return _matched((one, other) for _, _, one, other in sorted(fits))

    def _fit(self, told: Stretch, gold: Mention) -> int | None:
        """Return by how many characters a span strays from a gold mention, None if too far."""
        if told == gold.span:
            return 0
        core_end = gold.core[1]
        while core_end > gold.core[0] + 1 and self.text[core_end - 1] in ')]”"’.,; ':
            core_end -= 1
        left, right = gold.span[0] - told[0], told[1] - gold.span[1]
        if told[0] > gold.core[0] or told[1] < core_end or left > _LEFT or right > _RIGHT:
            return None
        strays = (told[0], gold.span[0]), (gold.span[1], told[1])
        others = [other.core for other in self.gold_mentions if other is not gold]
        if any(overlap(stray, other) for stray in strays for other in others):
            return None
        return abs(left) + abs(right) + 1 if self._harmless(told, gold) else None

    def _harmless(self, told: Stretch, gold: Mention) -> bool:
        before = keys.words(self.text[told[0] : gold.span[0]])
        after = self.text[gold.span[1] : max(told[1], gold.span[1])]
        following = keys.words(after)
        return (
            set(before) <= _BEFORE | _TYPE_WORDS
            and not _SENTENCE_END.search(after)
            and (not following or following[0] in _AFTER or gold.named_only)
        )

    @cached_property
    def shared(self) -> Counter[tuple[int, int]]:
        """How many mentions a document told and a gold document have in common."""
        return Counter(
            (one, other)
            for told, gold in self.mentions.items()
            for one in self.told_mentions[told].documents
            for other in self.gold_mentions[gold].documents
        )

    @cached_property
    def _likeness(self) -> Mapping[tuple[int, int], float]:
        found = {
            (one, other): likeness(told, gold, self.shared[one, other])
            for one, told in enumerate(self.told.get("documents", ()))
            for other, gold in enumerate(self.gold.get("documents", ()))
        }
        return {pair: like for pair, like in found.items() if like is not None}

    @cached_property
    def documents(self) -> Mapping[int, int]:
        """Documents told and the gold documents they are."""
        golds = self.gold.get("documents", ())
        ranked = sorted(
            self._likeness,
            key=lambda pair: (-self._likeness[pair], not is_core(golds[pair[1]]), pair),
        )
        return _matched(ranked)

    @cached_property
    def near_documents(self) -> Mapping[int, int]:
        """The same, and where no document fits the one that is mentioned at the same place.

        Relations and results are read with it: a wrong number is an error once, not everywhere.
        """
        found = dict(self.documents)
        likes = sorted(self._likeness, key=lambda pair: (-self._likeness[pair], pair))
        for one, other in likes:
            found.setdefault(one, other)
        for (one, other), _ in self.shared.most_common():
            found.setdefault(one, other)
        return found

    @cached_property
    def bodies(self) -> Mapping[int, int]:
        """Bodies told and the gold bodies they are; several told may be one."""
        golds = list(enumerate(self.gold.get("bodies", ())))
        found: dict[int, int] = {}
        for one, told in enumerate(self.told.get("bodies", ())):
            ranked = [(like, -other) for other, gold in golds if (like := same_body(told, gold))]
            if ranked:
                found[one] = -max(ranked)[1]
        return found

    @cached_property
    def officials(self) -> Mapping[int, int]:
        """Persons told and the gold persons they are."""
        golds = self.gold.get("officials", ())
        names = {keys.person_key(gold["name"]): place for place, gold in enumerate(golds)}
        told = enumerate(self.told.get("officials", ()))
        return {
            place: names[key]
            for place, one in told
            if (key := keys.person_key(one["name"])) in names
        }


def _matched(ranked: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return the pairs that are taken when each side is used once, the best first."""
    found: dict[int, int] = {}
    for one, other in ranked:
        if one not in found and other not in found.values():
            found[one] = other
    return found


def likeness(told: Item, gold: Item, shared: int) -> float | None:
    """Return how well a document told fits a gold document, None where it is another one.

    `shared` = how many mentions they have in common.
    """
    kinds = keys.kind(told.get("type")), keys.kind(gold.get("type"))
    if None not in kinds and kinds[0] != kinds[1]:
        return None
    if not keys.same_place(told.get("province"), gold.get("province")):
        return None
    same_term = keys.term(told.get("term")) == keys.term(gold.get("term"))
    bonus = 5 * same_term + min(shared, 3)
    base = _base(told, gold, shared)
    return None if base is None else base + bonus


def _base(told: Item, gold: Item, shared: int) -> float | None:
    """Return what the likeness rests on: number 100, alias 80, figure 70, title 40, place 30."""
    told_numbers, gold_numbers = keys.number_keys(told), keys.number_keys(gold)
    if told_numbers & gold_numbers:
        return 100
    if gold_numbers and gold.get("number_stated") is not False:
        return None
    if gold.get("stated_as") and keys.digits(told.get("number")) == keys.digits(gold["stated_as"]):
        return 70
    told_aliases, gold_aliases = aliases(told), aliases(gold)
    if keys.any_same_alias(told_aliases, gold_aliases):
        return 80
    if (told_aliases and gold_aliases) or (told_numbers and not told.get("alias")):
        return None
    return _by_name(told, gold, shared, bool(told_numbers or gold_numbers or gold_aliases))


def _by_name(told: Item, gold: Item, shared: int, has_key: bool) -> float | None:
    if not is_core(gold) and not shared:
        return None
    best = max(
        (keys.overlap_of_topics(one, other) for one in _names(told) for other in _names(gold)),
        default=0.0,
    )
    if best >= 0.6 and not gold.get("stated_as"):
        return 40 + 10 * best
    return 30 if shared and not has_key else None


def aliases(document: Item) -> tuple[keys.AliasKey, ...]:
    """Return what the aliases of a document denote, its mentions among them."""
    told = [document.get("alias"), *(one.get("surface") for one in document.get("mentions", ()))]
    if not document.get("number"):
        told.append(document.get("title"))
    found = (keys.alias_key(text, document) for text in told)
    return tuple(key for key in found if key)


def _names(document: Item) -> list[str]:
    if document.get("number") and document.get("number_stated") is not False:
        told = [document.get("alias")]
    else:
        surfaces = (one.get("surface") for one in document.get("mentions", ()))
        told = [document.get("alias"), document.get("title"), *surfaces]
    return [str(name) for name in told if name]


def same_body(told: Item, gold: Item) -> float:
    """Return how well a body told fits a gold body, 0 where it is another one."""
    names = [gold["name"], *gold.get("aliases", ())]
    where = keys.place(told["name"]), next(filter(None, map(keys.place, names)), None)
    if None not in where and where[0] != where[1]:
        return 0
    alias, others = keys.alias_key(told["name"]), [keys.alias_key(name) for name in names]
    if alias or any(others):
        known = [other for other in others if other]
        return 9 if alias and keys.any_same_alias([alias], known) else 0
    key, surfaces = keys.body_key(told["name"]), gold.get("mentions", ())
    if key in map(keys.body_key, names):
        return 8 + 0.5 * (where[0] is not None and where[0] == where[1])
    if key in {keys.body_key(one["surface"]) for one in surfaces if one.get("surface")}:
        return 6
    spans = {stretch(one) for one in surfaces}
    return 4 if any(stretch(one) in spans for one in told.get("mentions", ())) else 0
