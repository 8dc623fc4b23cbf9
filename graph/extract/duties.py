"""Who has to do with a document: issuers, signers, implementers, reviewers, those in charge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.extract.charging import find_charging
from graph.extract.direct_issuing import find_direct
from graph.extract.implementing import find_implementing, find_reported
from graph.extract.issuing import find_issuing
from graph.extract.reviewing import find_reviewing
from graph.extract.scene import Scene
from graph.extraction import GivenTask, StatedRelation

LONGEST = 1000  # characters of evidence; longer points at nothing


def find_duties(scene: Scene) -> tuple[StatedRelation, ...]:
    """Return the relations between documents and those who answer for them.

    issuedBy, signedBy, implementedBy, reviews (by a body), responsibleFor; each once, with the
    evidence that states it best.
    """
    return once(
        (
            *find_issuing(scene),
            *find_direct(scene),
            *find_implementing(scene),
            *find_reported(scene),
            *find_reviewing(scene),
            *find_charging(scene),
        )
    )


def assignments_of(tasks: Iterable[GivenTask]) -> Iterator[StatedRelation]:
    """Yield what tasks say of the document that gives them: `assignedTo`, once for each task."""
    for task in tasks:
        if task.document is None or task.end - task.start > LONGEST:
            continue
        roles = ((task.lead, "lead"), (task.support, "support"))
        for body, role in ((one, role) for bodies, role in roles for one in bodies):
            yield StatedRelation(
                task.document,
                "assignedTo",
                body,
                task.start,
                task.end,
                task.cue,
                "stated",
                role=role,
                deadline=task.deadline,
            )


def once(relations: Iterable[StatedRelation]) -> tuple[StatedRelation, ...]:
    """Keep each relation once: the stated one before the inferred, the done before others."""
    best: dict[tuple[str, str, str], StatedRelation] = {}
    for relation in relations:
        if relation.end - relation.start > LONGEST:
            continue
        key = (relation.subject, relation.predicate, relation.object)
        known = best.get(key)
        if known is None or _rank(relation) < _rank(known):
            best[key] = relation
    return tuple(sorted(best.values(), key=lambda item: (item.start, item.end, item.predicate)))


def _rank(relation: StatedRelation) -> tuple[bool, bool]:
    return relation.certainty != "stated", relation.modality != "done"
