"""What is known of bodies and of officials: names, places, and tenures as known dates."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.claims import Evidence
from graph.model.duties import Holding, Tenure
from graph.model.values import Level, PartialDate


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its address and its Vietnamese name."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """Everything known of a body.

    `code` is what its documents print, `unit` the province or place of its jurisdiction, `since`
    and `until` the days between which it existed as far as is stated. `leads` are the posts of the
    vocabulary that lead such a body, empty where none is known. `tenures` are those that sources
    name, by post, then by the first day known: no order of persons. `documents` counts what it
    issued.
    """

    iri: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    code: str | None
    level: Level | None
    unit: str | None
    unit_iri: str | None
    since: PartialDate | None
    until: PartialDate | None
    parents: tuple[Named, ...]
    parts: tuple[Named, ...]
    predecessors: tuple[Named, ...]
    successors: tuple[Named, ...]
    leads: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post that a person is known to have held: on which days, or within which interval.

    `held_on` are the days on which a source shows it, `starts` and `ends` the interval if one is
    stated; nothing is stretched over days between. `holding` says how it covers the day asked for,
    None where it does not.
    """

    post: str
    post_iri: str
    body: str
    body_iri: str
    holding: Holding | None
    held_on: tuple[PartialDate, ...]
    starts: PartialDate | None
    ends: PartialDate | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class OfficialRecord:
    """What is known of a holder of public posts in that capacity, by the first day known.

    `names` are all that sources give. `signed` counts the documents that sources say were signed
    in that name.
    """

    iri: str
    name: str
    names: tuple[str, ...]
    held: tuple[PostHeld, ...]
    signed: int
