"""Everything about those who act: bodies, office-holders, their duties and reported figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extract.aims import aims_of, rules_of
from graph.extract.article import Prepared
from graph.extract.assigning import find_tasks
from graph.extract.bodies import Reading, acting, gather, read_bodies
from graph.extract.body_grammar import grammar_of
from graph.extract.duties import assignments_of, find_duties, once
from graph.extract.gazetteer import Knowledge
from graph.extract.mentions import Mention
from graph.extract.officials import find_officials
from graph.extract.own import authority_of
from graph.extract.posts import find_posts
from graph.extract.results import find_results
from graph.extract.scene import scene_of
from graph.extract.signing import find_authorship, with_signer
from graph.extract.spelling import key_of
from graph.extract.text import folded
from graph.extraction import (
    CitedDocument,
    GivenTask,
    NamedBody,
    NamedOfficial,
    ReportedResult,
    StatedRelation,
)


@dataclass(frozen=True, slots=True)
class Actors:
    """Who acts in a text, in what post, on which document, and what was achieved."""

    bodies: tuple[NamedBody, ...]
    officials: tuple[NamedOfficial, ...]
    relations: tuple[StatedRelation, ...]
    results: tuple[ReportedResult, ...]
    tasks: tuple[GivenTask, ...] = ()


def find_actors(
    text: Prepared,
    knowledge: Knowledge,
    documents: tuple[CitedDocument, ...],
    events: tuple[NamedBody, ...] = (),
    relations: tuple[StatedRelation, ...] = (),
    subject: str | None = None,
    recalled: Sequence[tuple[Mention, str]] = (),
) -> Actors:
    """Read all about those who act; `events` and `relations` are what documents have given.

    `subject` is the id of the document that the text itself is, of an official text; `recalled`
    are the words that stand for a document named before, with its id.
    Plenums and congresses behind documents are bodies too: each body comes once, and relations
    to it bear its one id.
    """
    grammar = grammar_of(knowledge)
    posts = find_posts(text, grammar)
    authority = authority_of(text, grammar)
    named_officials = find_officials(text, knowledge, posts)
    officials, signer = with_signer(text, named_officials, authority)
    readings = [one for one in read_bodies(text, knowledge) if not _received(text, one)]
    named = gather((authority, *readings) if authority else readings)
    bodies, ids = joined(named, events)
    scene = scene_of(text, posts, documents, bodies, officials, recalled)
    duties = find_duties(scene)
    tasks = tuple(sorted(find_tasks(scene, subject), key=lambda one: (one.start, one.end)))
    authorship = find_authorship(
        text,
        next((one for one in documents if one.id == subject), None),
        next(
            (one for one in bodies if authority and key_of(one.name) == key_of(authority.name)),
            None,
        ),
        next((one for one in officials if one.id == signer), None),
    )
    told = once((*(_renamed(relation, ids) for relation in relations), *authorship, *duties))
    told = tuple(
        sorted((*told, *assignments_of(tasks)), key=lambda one: (one.start, one.end, one.predicate))
    )
    results = _reached(text, find_results(text, documents), tasks)
    charged = {body for task in tasks for body in (*task.lead, *task.support)}
    return Actors(acting(bodies, told, charged), officials, told, results, tasks)


def _reached(
    text: Prepared, results: Iterable[ReportedResult], tasks: Iterable[GivenTask]
) -> tuple[ReportedResult, ...]:
    """Leave out figures that a task or an aim sets: `giao Sở A vận động xóa 1.000 nhà tạm`."""
    starts: list[int] = []
    reach: list[int] = []
    aims = [
        *((task.start, task.end) for task in tasks),
        *((aim.start, aim.end) for aim in (*aims_of(text), *rules_of(text))),
    ]
    for start, end in sorted(aims):
        starts.append(start)
        reach.append(max(end, reach[-1] if reach else 0))
    places = ((one, bisect_right(starts, one.start) - 1) for one in results)
    return tuple(one for one, place in places if place < 0 or one.start >= reach[place])


def _received(text: Prepared, reading: Reading) -> bool:
    """Tell whether a body stands only among those to whom an official text is sent."""
    recipients = text.letterhead.recipients if text.letterhead else None
    return recipients is not None and reading.span.start in recipients


def joined(
    bodies: tuple[NamedBody, ...], events: tuple[NamedBody, ...]
) -> tuple[tuple[NamedBody, ...], Mapping[str, str]]:
    """Put bodies of one name together; return them and the ids that events bear now."""
    by_name = {folded(body.name): body for body in bodies}
    ids: dict[str, str] = {}
    for event in events:
        known = by_name.get(folded(event.name))
        if known is None:
            known = replace(event, id=f"b{len(by_name) + 1}")
        else:
            mentions = sorted({*known.mentions, *event.mentions}, key=lambda span: span.start)
            known = replace(known, mentions=tuple(mentions))
        by_name[folded(event.name)] = known
        ids[event.id] = known.id
    return tuple(by_name.values()), ids


def _renamed(relation: StatedRelation, ids: Mapping[str, str]) -> StatedRelation:
    if relation.subject not in ids and relation.object not in ids:
        return relation
    return replace(
        relation,
        subject=ids.get(relation.subject, relation.subject),
        object=ids.get(relation.object, relation.object),
    )
