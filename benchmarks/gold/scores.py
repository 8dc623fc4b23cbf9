"""How far one reading of a text says what another says: precision, recall and F1 by metric."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks.gold import keys
from benchmarks.gold.edges import between_documents, evidence, relations
from benchmarks.gold.keys import Item
from benchmarks.gold.pairing import Pairing, Stretch, is_core, overlap, stretch
from benchmarks.gold.tally import Tally, name_of, share_of


def mentions(pair: Pairing) -> Tally:
    """Judge where documents are mentioned."""
    gold, told = pair.gold_mentions, pair.told_mentions
    found = set(pair.mentions.values())
    asked = [n for n, one in enumerate(gold) if one.asked]
    return Tally(
        len(asked),
        sum(n in found for n in asked),
        len(told),
        len(pair.mentions),
        tuple(_at(pair, gold[n].span) for n in asked if n not in found),
        tuple(_at(pair, one.span) for n, one in enumerate(told) if n not in pair.mentions),
    )


def documents(pair: Pairing) -> Tally:
    """Judge which documents are named; one told twice is an error."""
    gold, told = pair.gold.get("documents", ()), pair.told.get("documents", ())
    found = set(pair.documents.values())
    asked = [n for n, one in enumerate(gold) if is_core(one)]
    spare = {
        n for n, other in pair.near_documents.items() if other in found and not is_core(gold[other])
    }
    right = set(pair.documents) | spare
    return Tally(
        len(asked),
        sum(n in found for n in asked),
        len(told),
        len(right),
        tuple(name_of(gold[n]) for n in asked if n not in found),
        tuple(name_of(one) for n, one in enumerate(told) if n not in right),
    )


def resolution(pair: Pairing) -> Tally:
    """Judge the full numbers given to aliases and bare figures; none given is a miss only."""
    total = Tally()
    for place, told in _documents_told(pair):
        gold = pair.gold["documents"][place]
        if gold.get("number_stated") is not False or not gold.get("number"):
            continue
        asked = is_core(gold) and gold.get("resolution_agreement", "core") == "core"
        given = told is not None and bool(told.get("number")) and _is_full(told, gold)
        right = given and told is not None and _same_document(told, gold)
        label = (name_of(gold),)
        total += Tally(
            asked,
            asked and right,
            given,
            right,
            label * (asked and not right),
            label * (given and not right),
        )
    return total


def _is_full(told: Item, gold: Item) -> bool:
    return not keys.is_bare(told["number"]) or keys.is_bare(gold["number"])


def _same_document(told: Item, gold: Item) -> bool:
    same_number = bool(keys.number_keys(told) & keys.number_keys(gold))
    wanted = None if keys.is_local(gold) else keys.term(gold.get("term"))
    return same_number and wanted in (None, keys.term(told.get("term")))


def terms(pair: Pairing) -> Tally:
    """Judge the congress terms of central Party documents that have a number."""
    total = Tally()
    for place, told in _documents_told(pair):
        gold = pair.gold["documents"][place]
        wanted = keys.term(gold.get("term"))
        if wanted is None or not gold.get("number") or keys.is_local(gold):
            continue
        given = keys.term(told.get("term")) if told else None
        asked = is_core(gold) and gold.get("term_agreement", "core") == "core"
        right, label = given == wanted, (f"{name_of(gold)} ({given})",)
        wrong = given is not None and not right
        total += Tally(
            asked,
            asked and right,
            given is not None,
            right,
            label * (asked and not right),
            label * wrong,
        )
    return total


def issue_dates(pair: Pairing) -> Tally:
    """Judge the days of issue that the text states."""
    return share_of(
        {
            name_of(gold): told.get("issued") == gold["issued"]
            for place, told in _documents_told(pair)
            if told and is_core(gold := pair.gold["documents"][place]) and gold.get("issued")
        }
    )


def _documents_told(pair: Pairing) -> Iterator[tuple[int, Item | None]]:
    """Yield each gold document with the one told that it is."""
    told_of = {gold: told for told, gold in pair.documents.items()}
    for place in range(len(pair.gold.get("documents", ()))):
        told = told_of.get(place)
        yield place, None if told is None else pair.told["documents"][told]


def officials(pair: Pairing) -> Tally:
    """Judge which persons are named as office-holders; one listed twice is an error."""
    gold, told = pair.gold.get("officials", ()), pair.told.get("officials", ())
    found = set(pair.officials.values())
    asked = [n for n, one in enumerate(gold) if is_core(one)]
    return Tally(
        len(asked),
        sum(n in found for n in asked),
        len(told),
        len(found),
        tuple(gold[n]["name"] for n in asked if n not in found),
        tuple(one["name"] for n, one in enumerate(told) if n not in pair.officials),
    )


def positions(pair: Pairing) -> Tally:
    """Judge the posts of each person; a post told twice counts once."""
    golds = [
        (whose, person, one)
        for whose, person in enumerate(pair.gold.get("officials", ()))
        for one in person.get("positions", ())
    ]
    total, met = Tally(), set[int]()
    for whose, person, told in _posts_told(pair):
        mine = keys.post_keys({"title": told.get("title"), "body": told.get("body")})
        fits = [
            n
            for n, (who, _, one) in enumerate(golds)
            if who == whose and mine & keys.post_keys(one)
        ]
        met.update(sorted(fits, key=lambda n: (n in met, -_shared(told, golds[n][2])))[:1])
        total += Tally(told=1, right=bool(fits), wrong=() if fits else (_post(person, told),))
    for n, (_, person, one) in enumerate(golds):
        asked = is_core(person) and is_core(one)
        missed = (_post(person, one),) if asked and n not in met else ()
        total += Tally(asked, asked and n in met, missed=missed)
    return total


def _posts_told(pair: Pairing) -> Iterator[tuple[int | None, Item, Item]]:
    """Yield each post told once, with the person and the place of that person in the gold."""
    seen = set[object]()
    for n, person in enumerate(pair.told.get("officials", ())):
        for told in person.get("positions", ()):
            whose = pair.officials.get(n)
            name = person["name"] if whose is None else whose
            key = (name, keys.body_key(told.get("title")), keys.body_key(told.get("body")))
            if key not in seen:
                yield whose, person, told
            seen.add(key)


def _shared(told: Item, gold: Item) -> int:
    return overlap(stretch(told), stretch(gold))


def _post(person: Item, position: Item) -> str:
    return f"{person['name']}: {position.get('title')}"


def results(pair: Pairing) -> Tally:
    """Judge value, unit and the document that a figure is tied to."""
    golds, tolds = pair.gold.get("results", ()), pair.told.get("results", ())
    if "results" not in pair.gold or "results" not in pair.told:
        return Tally()
    fits = sorted(
        (not _same_tie(pair, told, gold), not is_core(gold), n, m)
        for n, told in enumerate(tolds)
        for m, gold in enumerate(golds)
        if _same_figure(told, gold)
    )
    taken: dict[int, tuple[int, bool]] = {}
    for loose, _, n, m in fits:
        if n not in taken and m not in {other for other, _ in taken.values()}:
            taken[n] = (m, not loose)
    right = {m for m, good in taken.values() if good}
    asked = [m for m, gold in enumerate(golds) if is_core(gold)]
    return Tally(
        len(asked),
        sum(m in right for m in asked),
        len(tolds),
        len(right),
        tuple(_figure(golds[m]) for m in asked if m not in right),
        tuple(_figure(one) for n, one in enumerate(tolds) if not taken.get(n, (0, False))[1]),
    )


def _same_figure(told: Item, gold: Item) -> bool:
    values = {keys.value(one) for one in (gold.get("value"), *gold.get("alt_values", ()))}
    units = (gold.get("unit"), *gold.get("alt_units", ()))
    spans = stretch(told), stretch(gold)
    return (
        keys.value(told.get("value")) in values - {None}
        and (None in spans or overlap(*spans) > 0)
        and any(keys.same_unit(told.get("unit"), unit) for unit in units)
    )


def _same_tie(pair: Pairing, told: Item, gold: Item) -> bool:
    own = {one["id"]: n for n, one in enumerate(pair.told.get("documents", ()))}
    theirs = {one["id"]: n for n, one in enumerate(pair.gold.get("documents", ()))}
    named = [gold.get("document"), *gold.get("alt_documents", ())]
    accepted = {theirs.get(name) for name in named}
    if gold.get("document_agreement", "core") != "core":
        accepted.add(None)
    if told.get("document") is None:
        return None in accepted
    return pair.near_documents.get(own.get(told["document"], -1), -1) in accepted


def trap_hits(pair: Pairing) -> tuple[str, ...]:
    """Return the mentions told that stand on a trap and are no mention of the gold."""
    strangers = (m.span for n, m in enumerate(pair.told_mentions) if n not in pair.mentions)
    return tuple(
        f"{_at(pair, span)}: {trap['why']}"
        for span in strangers
        for trap in pair.gold.get("traps", ())
        if _covers(span, stretch(trap))
    )


def _covers(span: Stretch, trap: Stretch | None) -> bool:
    shared = overlap(span, trap)
    shorter = min(span[1] - span[0], trap[1] - trap[0]) if trap else 0
    return bool(shared) and shared * 2 >= shorter


def _at(pair: Pairing, span: Stretch) -> str:
    said = re.sub(r"\s+", " ", pair.text[span[0] : span[1]])
    return f"[{span[0]}:{span[1]}] {said}"


def _figure(result: Item) -> str:
    return f"{result.get('value')} {result.get('unit')} → {result.get('document')}"


Metric = Callable[[Pairing], Tally]
METRICS: Sequence[tuple[str, Metric]] = (
    ("mentions", mentions),
    ("documents", documents),
    ("resolution", resolution),
    ("terms", terms),
    ("relations", relations),
    ("between docs", between_documents),
    ("evidence", evidence),
    ("officials", officials),
    ("positions", positions),
    ("results", results),
    ("issue dates", issue_dates),
)
