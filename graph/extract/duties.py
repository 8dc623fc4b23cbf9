"""Who has to do with a document: issuers, signers, implementers, reviewers, those in charge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.extract.article import Prepared
from graph.extract.body_grammar import grammar_of
from graph.extract.charging import find_charging
from graph.extract.gazetteer import Knowledge
from graph.extract.implementing import find_implementing, find_reported
from graph.extract.issuing import find_issuing
from graph.extract.posts import Post, find_posts
from graph.extract.reviewing import find_reviewing
from graph.extract.scene import scene_of
from graph.extraction import CitedDocument, NamedBody, NamedOfficial, StatedRelation

LONGEST = 1000  # characters of evidence; longer points at nothing


def find_duties(
    text: Prepared,
    knowledge: Knowledge,
    documents: tuple[CitedDocument, ...],
    bodies: tuple[NamedBody, ...],
    officials: tuple[NamedOfficial, ...],
    posts: Sequence[Post] | None = None,
) -> tuple[StatedRelation, ...]:
    """Return the relations between documents and those who answer for them.

    issuedBy, signedBy, implementedBy, reviews (by a body), responsibleFor, assignedTo; each
    once, with the evidence that states it best. `posts` if they were read already.
    """
    posts = find_posts(text, grammar_of(knowledge)) if posts is None else posts
    scene = scene_of(text, posts, documents, bodies, officials)
    return once(
        (
            *find_issuing(scene),
            *find_implementing(scene),
            *find_reported(scene),
            *find_reviewing(scene),
            *find_charging(scene),
        )
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
