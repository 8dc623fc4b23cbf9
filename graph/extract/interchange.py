"""The interchange format: an Extraction as one JSON object, and back without loss.

The keys stand in a fixed order, so equal readings give equal bytes. What the format does not name
(reasons, hints from outside) is written as further optional keys.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.extraction import (
    Article,
    Candidate,
    CitedDocument,
    Extraction,
    GivenTask,
    NamedBody,
    NamedOfficial,
    Position,
    ReportedResult,
    Span,
    StatedRelation,
)
from graph.model import Level, Modality, PartialDate

JsonObject = dict[str, Any]


def as_dict(extraction: Extraction) -> JsonObject:
    """Return an extraction as the object of the interchange format."""
    tasks = enumerate(extraction.assignments, 1)
    return {
        "source": _source(extraction.article, extraction.document),
        "documents": [_document(document) for document in extraction.documents],
        "officials": [_official(official) for official in extraction.officials],
        "bodies": [_body(body) for body in extraction.bodies],
        "relations": [_relation(relation) for relation in extraction.relations],
        "results": [_result(result) for result in extraction.results],
        "assignments": [_task(place, task, extraction.article.text) for place, task in tasks],
    }


def as_json(extraction: Extraction, *, indent: int | None = 1) -> str:
    """Return an extraction as JSON text, one line when `indent` is None."""
    return json.dumps(as_dict(extraction), ensure_ascii=False, indent=indent)


def extraction_of(told: Mapping[str, Any], text: str) -> Extraction:
    """Return the extraction that `as_dict` wrote.

    Parameters
    ----------
    told : the object, parsed.
    text : the text it was read from.

    Raises
    ------
    KeyError, TypeError, ValueError : the object is not in the format.
    """
    return Extraction(
        article=_article_of(told["source"], text),
        documents=tuple(_document_of(item) for item in told["documents"]),
        officials=tuple(_official_of(item) for item in told["officials"]),
        bodies=tuple(_body_of(item) for item in told["bodies"]),
        relations=tuple(_relation_of(item) for item in told["relations"]),
        results=tuple(_result_of(item) for item in told["results"]),
        document=told["source"].get("document"),
        assignments=tuple(_task_of(item) for item in told.get("assignments", ())),
    )


def _source(article: Article, document: str | None) -> JsonObject:
    own: JsonObject = {"document": document} if document else {}
    return own | {
        "id": article.identifier,
        "url": article.url,
        "title": article.title,
        "published": _day(article.published),
        "publisher": article.publisher,
        "province": article.province,
        "sha256": article.sha256,
    }


def _document(document: CitedDocument) -> JsonObject:
    told: JsonObject = {
        "id": document.id,
        "type": document.type_vi,
        "number": document.number,
        "issuer": document.issuer,
        "level": document.level,
        "province": document.province,
        "term": document.term,
        "issued": _day(document.issued),
        "title": document.title,
        "alias": document.alias,
        "mentions": _spans(document.mentions),
    }
    further: JsonObject = {
        "members": list(document.members),
        "inferred": list(document.inferred),
        "candidates": [
            {"number": one.number, "term": one.term, "issued": _day(one.issued)}
            for one in document.candidates
        ],
        "reasons": list(document.reasons),
        "effective": _day(document.effective),
        "expires": _day(document.expires),
    }
    return told | {name: value for name, value in further.items() if value}


def _official(official: NamedOfficial) -> JsonObject:
    return {
        "id": official.id,
        "name": official.name,
        "mentions": _spans(official.mentions),
        "positions": [
            {
                "title": position.title,
                "body": position.body,
                "as_of": _day(position.as_of),
                "start": position.start,
                "end": position.end,
            }
            for position in official.positions
        ],
    }


def _body(body: NamedBody) -> JsonObject:
    told: JsonObject = {
        "id": body.id,
        "name": body.name,
        "level": body.level,
        "mentions": _spans(body.mentions),
    }
    return told | ({"inferred": list(body.inferred)} if body.inferred else {})


def _relation(relation: StatedRelation) -> JsonObject:
    told: JsonObject = {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "start": relation.start,
        "end": relation.end,
        "cue": relation.cue,
        "certainty": relation.certainty,
    }
    if relation.modality is not Modality.DONE:
        told["modality"] = relation.modality
    further = {
        "part": relation.part,
        "confidence": relation.confidence,
        "role": relation.role,
        "deadline": _day(relation.deadline),
    }
    return told | {name: value for name, value in further.items() if value is not None}


def _result(result: ReportedResult) -> JsonObject:
    whole = float(result.value).is_integer()
    told: JsonObject = {
        "document": result.document,
        "value": int(result.value) if whole else result.value,
        "unit": result.unit,
        "start": result.start,
        "end": result.end,
    }
    further = {"body": result.body, "period": result.period, "qualifier": result.qualifier}
    return told | {name: value for name, value in further.items() if value is not None}


def _task(place: int, task: GivenTask, text: str) -> JsonObject:
    return {
        "id": f"a{place}",
        "document": task.document,
        "lead": list(task.lead),
        "support": list(task.support),
        "deadline": _day(task.deadline),
        "cue": task.cue,
        "start": task.start,
        "end": task.end,
        "surface": text[task.start : task.end],
    }


def _spans(spans: Sequence[Span]) -> list[JsonObject]:
    return [{"start": span.start, "end": span.end, "surface": span.surface} for span in spans]


def _day(day: PartialDate | None) -> str | None:
    return str(day) if day else None


def _article_of(told: Mapping[str, Any], text: str) -> Article:
    return Article(
        identifier=told["id"],
        text=text,
        sha256=told["sha256"],
        title=told["title"],
        published=_day_of(told["published"]),
        publisher=told["publisher"],
        url=told["url"],
        province=told["province"],
    )


def _document_of(told: Mapping[str, Any]) -> CitedDocument:
    return CitedDocument(
        id=told["id"],
        type_vi=told["type"],
        number=told["number"],
        issuer=told["issuer"],
        level=_level_of(told),
        province=told["province"],
        term=told["term"],
        issued=_day_of(told["issued"]),
        title=told["title"],
        alias=told["alias"],
        mentions=_spans_of(told["mentions"]),
        members=tuple(told.get("members", ())),
        inferred=tuple(told.get("inferred", ())),
        candidates=tuple(
            Candidate(one["number"], one["term"], _day_of(one["issued"]))
            for one in told.get("candidates", ())
        ),
        reasons=tuple(told.get("reasons", ())),
        effective=_day_of(told.get("effective")),
        expires=_day_of(told.get("expires")),
    )


def _official_of(told: Mapping[str, Any]) -> NamedOfficial:
    positions = tuple(
        Position(one["title"], one["body"], _day_of(one["as_of"]), one["start"], one["end"])
        for one in told["positions"]
    )
    return NamedOfficial(told["id"], told["name"], _spans_of(told["mentions"]), positions)


def _body_of(told: Mapping[str, Any]) -> NamedBody:
    return NamedBody(
        id=told["id"],
        name=told["name"],
        level=_level_of(told),
        mentions=_spans_of(told["mentions"]),
        inferred=tuple(told.get("inferred", ())),
    )


def _relation_of(told: Mapping[str, Any]) -> StatedRelation:
    return StatedRelation(
        subject=told["subject"],
        predicate=told["predicate"],
        object=told["object"],
        start=told["start"],
        end=told["end"],
        cue=told["cue"],
        certainty=told["certainty"],
        modality=Modality(told.get("modality", Modality.DONE)),
        part=told.get("part"),
        confidence=told.get("confidence"),
        role=told.get("role"),
        deadline=_day_of(told.get("deadline")),
    )


def _result_of(told: Mapping[str, Any]) -> ReportedResult:
    return ReportedResult(
        document=told["document"],
        value=told["value"],
        unit=told["unit"],
        start=told["start"],
        end=told["end"],
        body=told.get("body"),
        period=told.get("period"),
        qualifier=told.get("qualifier"),
    )


def _task_of(told: Mapping[str, Any]) -> GivenTask:
    return GivenTask(
        document=told["document"],
        lead=tuple(told["lead"]),
        support=tuple(told["support"]),
        deadline=_day_of(told["deadline"]),
        start=told["start"],
        end=told["end"],
        cue=told["cue"],
    )


def _spans_of(told: Sequence[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(one["start"], one["end"], one["surface"]) for one in told)


def _level_of(told: Mapping[str, Any]) -> Level | None:
    return Level(told["level"]) if told["level"] else None


def _day_of(told: str | None) -> PartialDate | None:
    return PartialDate.parse(told) if told else None
