"""An office-holder: the posts a source shows the person in, on which days, and what was signed.

Known days only: what a source shows on a day is that day and no more; an interval is one that a
source states. Persons are listed, never ranked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode

from graph.lineage.documents import documents
from graph.lineage.evidence import Said, said_about, sort_evidence
from graph.lineage.facts import Facts, date_of, text_of
from graph.linked.names import FACTS, NamedThing, Names
from graph.model import Document, Evidence, Literal, PartialDate
from graph.store.protocol import Reader
from ontology import terms as cas

#: Signed documents that are shown.
SHOWN = 100
_SIGNED = NamedNode(cas.signedBy)


@dataclass(frozen=True, slots=True)
class PostHeld:
    """One post of a person in one body, as known.

    `held_on` are the days on which sources show it; `starts` and `ends` those that a source states.
    """

    post: NamedThing
    body: NamedThing | None
    held_on: tuple[PartialDate, ...]
    starts: PartialDate | None
    ends: PartialDate | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class OfficialAbout:
    """What the store knows of an office-holder as such; `more` = more was signed than is shown."""

    iri: str
    posts: tuple[PostHeld, ...]
    signed: tuple[Document, ...]
    more: bool


def official_about(reader: Reader, iri: str) -> OfficialAbout:
    """Return the posts of a person, in the order of their first known day, and what was signed."""
    facts, names = Facts(reader), Names(reader)
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for tenure in facts.subjects(cas.holder, iri):
        about = facts.of(tenure)
        key = text_of(about.get(cas.post)) or "", text_of(about.get(cas.body)) or ""
        grouped[key].append(tenure)
    posts = [
        held
        for (post, body), tenures in grouped.items()
        for held in _held(facts, names, post, body, tenures)
    ]
    quads = reader.quads(None, _SIGNED, NamedNode(iri), FACTS)
    found = [q.subject.value for q in islice(quads, SHOWN + 1) if isinstance(q.subject, NamedNode)]
    signed = documents(reader, found[:SHOWN]).values()
    in_order = sorted(signed, key=lambda one: (str(one.issued or "9"), one.name))
    return OfficialAbout(
        iri, tuple(sorted(posts, key=_first_day)), tuple(in_order), len(found) > SHOWN
    )


def _held(facts: Facts, names: Names, post: str, body: str, tenures: list[str]) -> list[PostHeld]:
    """Return one entry for each interval that is stated, the days of others with it."""
    told: dict[tuple[PartialDate | None, PartialDate | None], list[Said]] = defaultdict(list)
    for tenure in tenures:
        about = facts.of(tenure)
        interval = date_of(about.get(cas.startsOn)), date_of(about.get(cas.endsOn))
        told[interval] += [one for one in said_about(facts, tenure) if not one.declined]
    return [
        PostHeld(
            post=NamedThing(post, names.shown(post)),
            body=NamedThing(body, names.shown(body)) if body else None,
            held_on=_days(said),
            starts=starts,
            ends=ends,
            evidence=_once(said),
        )
        for (starts, ends), said in told.items()
    ]


def _once(said: list[Said]) -> tuple[Evidence, ...]:
    """Return the evidence of days, each row or sentence once."""
    dated = [
        one.evidence for one in said if one.predicate in (cas.heldOn, cas.startsOn, cas.endsOn)
    ] or [one.evidence for one in said]
    once = {(one.source, one.places, one.quote, one.note): one for one in dated}
    return sort_evidence(once.values())


def _days(said: list[Said]) -> tuple[PartialDate, ...]:
    """Return the days on which a source shows it, each once."""
    return tuple(sorted({_day(one) for one in said if one.predicate == cas.heldOn}, key=str))


def _day(said: Said) -> PartialDate:
    told = said.object
    return PartialDate.parse(told.text if isinstance(told, Literal) else told)


def _first_day(held: PostHeld) -> tuple[str, str]:
    days = [str(day) for day in (held.starts, *held.held_on) if day is not None]
    return min(days, default="9"), held.post.name.vi
