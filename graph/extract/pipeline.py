"""The stages of reading, one after the other: an article and what is known give an extraction."""

from __future__ import annotations

from dataclasses import replace

from graph.confidence import confidence_of
from graph.extract.actors import find_actors
from graph.extract.adoptions import find_adoptions, find_events
from graph.extract.article import Prepared, prepare
from graph.extract.citations import find_citations
from graph.extract.collection import each_apart
from graph.extract.enacting import in_force
from graph.extract.gazetteer import Knowledge
from graph.extract.relating import text_of
from graph.extract.relations import find_relations
from graph.extraction import Article, Extraction, StatedRelation


def extract(article: Article, knowledge: Knowledge) -> Extraction:
    """Return everything that an article states; pure: equal arguments give equal results.

    The texts of a file that holds several are read each by itself.
    """
    return each_apart(article, lambda text: _extract(text, knowledge))


def _extract(article: Article, knowledge: Knowledge) -> Extraction:
    prepared = prepare(article, knowledge)
    citations = find_citations(prepared, knowledge)
    events = find_events(prepared, citations)
    text = text_of(prepared, citations)
    relations = (
        *find_relations(text),
        *find_adoptions(prepared, citations, events),
    )
    actors = find_actors(
        prepared,
        knowledge,
        citations.documents,
        events,
        relations,
        citations.subject,
        text.recalled,
    )
    documents = tuple(
        in_force(prepared, one) if one.id == citations.subject else one
        for one in citations.documents
    )
    return Extraction(
        _as_told(article, prepared),
        documents,
        actors.officials,
        actors.bodies,
        tuple(map(_judged, actors.relations)),
        actors.results,
        citations.subject,
        actors.tasks,
    )


def _judged(relation: StatedRelation) -> StatedRelation:
    """Return a relation with how far the rule that made it can be trusted."""
    return relation.trusted(confidence_of(relation.predicate, relation.certainty))


def _as_told(article: Article, prepared: Prepared) -> Article:
    """Return the article with what the text says of itself where no hint from outside did."""
    dateline = prepared.dateline
    return replace(
        article,
        title=article.title or prepared.title,
        published=article.published or dateline.published,
        province=article.province or dateline.province,
    )
