"""Readings made by hand: what a careful person finds in the articles, as extractions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.extract.interchange import extraction_of
from graph.extraction import (
    Article,
    CitedDocument,
    Extraction,
    NamedBody,
    ReportedResult,
    Span,
    StatedRelation,
)
from graph.model import Level, PartialDate


def annotated(folder: Path) -> Mapping[str, Extraction]:
    """Return the annotated articles of a folder of gold files, by their names."""
    found = (_annotated(file) for file in sorted(folder.glob("*.json")))
    return {one.article.identifier: one for one in found}


def _annotated(file: Path) -> Extraction:
    told = json.loads(file.read_text(encoding="utf-8"))
    text = (file.parent / told["source"]["text_file"]).read_bytes().decode()
    source = dict.fromkeys(("url", "title", "published", "publisher", "province"))
    told["source"] = {**source, **told["source"], "sha256": sha256(text)}
    for document in told["documents"]:
        _complete(document)
    return extraction_of(told, text)


def _complete(document: dict[str, Any]) -> None:
    """Give a document of the gold the fields that the format leaves optional."""
    for name in ("number", "issuer", "level", "province", "term", "issued", "title", "alias"):
        document.setdefault(name, None)
    document["candidates"] = []
    if document.get("number_stated") is False:
        document["inferred"] = ["number"]


def sha256(text: str) -> str:
    """Return what names a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def written(
    name: str,
    text: str,
    documents: Iterable[CitedDocument] = (),
    relations: Iterable[StatedRelation] = (),
    bodies: Iterable[NamedBody] = (),
    results: Iterable[ReportedResult] = (),
    published: str | None = None,
) -> Extraction:
    """Return an extraction made by hand."""
    day = PartialDate.parse(published) if published else None
    article = Article(name, text, sha256(text), published=day)
    return Extraction(
        article, tuple(documents), (), tuple(bodies), tuple(relations), tuple(results)
    )


def cited(text: str, surface: str, number: str | None, **fields: Any) -> CitedDocument:
    """Return a document of Hà Tĩnh as cited at its first mention."""
    start = text.index(surface)
    known = CitedDocument(
        id=surface,
        type_vi="Quy định",
        number=number,
        issuer=None,
        level=Level.PROVINCE,
        province="Hà Tĩnh",
        term=None,
        issued=None,
        title=None,
        alias=None,
        mentions=(Span(start, start + len(surface), surface),),
    )
    return replace(known, **fields)


def related(text: str, subject: str, predicate: str, value: str, **fields: Any) -> StatedRelation:
    """Return a relation between two things named in a text, as the whole text states it."""
    known = StatedRelation(subject, predicate, value, 0, len(text), None, "stated")
    return replace(known, **fields)
