"""What was read in one text, as lines: documents, relations, officials, results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.text import Text as Line

from api import words
from api.certainty import certain
from api.render.screen import FAINT, STRONG, Screen, joined, printable
from api.render.sheets import Sheet, table_lines
from graph.errors import Text
from graph.extraction import CitedDocument, Extraction, StatedRelation
from graph.model import Modality, PartialDate

_TIMES = Text("Lần", "Times")
_NAME = Text("Tên", "Name")
_POSITION = Text("Chức vụ", "Position")
_AS_OF = Text("Tại ngày", "As of")
_SUBJECT = Text("Từ", "From")
_OBJECT = Text("Đến", "To")
_CUE = Text("Lời dẫn", "Cue")
_NOTE = Text("Ghi chú", "Note")
_VALUE = Text("Con số", "Figure")
_WHY = Text("Vì sao", "Why")
_MAYBE = Text("có thể là", "possibly")
_NOTHING = Text("Không đọc được văn bản nào trong bài này.", "No document was read in this text.")


def reading_lines(extraction: Extraction, screen: Screen, *, explain: bool) -> list[Line]:
    """Return what was read in a text; with `explain` also why each document was chosen."""
    article = extraction.article
    heading = joined((article.title or article.identifier, _day(article.published, screen)))
    lines = [Line(heading, STRONG), Line("")]
    if not extraction.documents:
        lines += screen.wrapped(screen.say(_NOTHING), "  ")
    sheets = (
        ("document", _documents(extraction, screen)),
        ("relation", _relations(extraction, screen)),
        ("official", _officials(extraction, screen)),
        ("result", _results(extraction, screen)),
    )
    for kind, sheet in sheets:
        if sheet.rows:
            lines += [Line(screen.say(words.READ_KINDS[kind]), STRONG), *table_lines(sheet, screen)]
            lines.append(Line(""))
    if explain:
        lines += _reasons(extraction.documents, screen)
    return lines


def document_name(document: CitedDocument) -> str:
    """Return how a document is called for people: type and number, else alias or title."""
    if document.number:
        return f"{document.type_vi or 'Văn bản'} {document.number}"
    surface = document.mentions[0].surface if document.mentions else ""
    return document.alias or surface or document.title or document.id


def relation_words(predicate: str, language: str) -> str:
    """Return how a relation is told from its subject."""
    further = words.FURTHER_RELATIONS.get(predicate)
    return further.within(language) if further else words.relation(predicate, language)


def names_of(extraction: Extraction) -> Mapping[str, str]:
    """Return what every thing read is called, by its id."""
    named = {document.id: document_name(document) for document in extraction.documents}
    named |= {official.id: official.name for official in extraction.officials}
    return named | {body.id: body.name for body in extraction.bodies}


def _documents(extraction: Extraction, screen: Screen) -> Sheet:
    labels = [words.field(name, screen.language) for name in ("issuedBy", "term", "issued")]
    return Sheet(
        (screen.say(_NAME), *labels, screen.say(_TIMES)),
        tuple(
            (
                document_name(document),
                document.issuer or document.province or "",
                document.term or "",
                _day(document.issued, screen) if document.issued else "",
                words.number(len(document.mentions), screen.language),
            )
            for document in extraction.documents
        ),
        frozenset({4}),
    )


def _relations(extraction: Extraction, screen: Screen) -> Sheet:
    names = names_of(extraction)
    headings = (_SUBJECT, words.READ_KINDS["relation"], _OBJECT, _CUE, _NOTE)
    return Sheet(
        tuple(screen.say(heading) for heading in headings),
        tuple(
            (
                names.get(relation.subject, relation.subject),
                relation_words(relation.predicate, screen.language),
                names.get(relation.object, relation.object),
                relation.cue or "",
                relation_note(relation, screen.language),
            )
            for relation in extraction.relations
        ),
    )


def relation_note(relation: StatedRelation, language: str) -> str:
    """Return what a reader must not overlook: how certain, not done, a part only."""
    parts: list[str | None] = [relation.part]
    parts.append(certain(relation.certainty, relation.confidence, language))
    if relation.modality is not Modality.DONE:
        parts.append(words.label(words.MODALITIES, relation.modality, language))
    return joined(parts)


def _officials(extraction: Extraction, screen: Screen) -> Sheet:
    return Sheet(
        tuple(screen.say(heading) for heading in (_NAME, _POSITION, _AS_OF)),
        tuple(
            (official.name, position.title, _day(position.as_of, screen))
            for official in extraction.officials
            for position in official.positions
        ),
    )


def _results(extraction: Extraction, screen: Screen) -> Sheet:
    names = names_of(extraction)
    text = extraction.article.text
    document = words.READ_KINDS["document"]
    return Sheet(
        tuple(screen.say(heading) for heading in (_VALUE, document)),
        tuple(
            (text[result.start : result.end], names.get(result.document or "", ""))
            for result in extraction.results
        ),
    )


def _reasons(documents: Iterable[CitedDocument], screen: Screen) -> list[Line]:
    lines = [Line(screen.say(_WHY), STRONG)]
    for document in documents:
        lines += screen.wrapped(document_name(document), "    ", first="  ")
        for reason in reasons_of(document, screen.language):
            lines += screen.wrapped(reason, "      ", FAINT, first="    · ")
    return lines


def reasons_of(document: CitedDocument, language: str) -> tuple[str, ...]:
    """Return why a document was chosen, and what else it may be."""
    candidates = [
        joined((one.number, one.term, words.day(one.issued, language) if one.issued else None))
        for one in document.candidates
    ]
    maybe = f"{_MAYBE.within(language)}: {'; '.join(candidates)}"
    return (*map(printable, document.reasons), *([maybe] if candidates else []))


def _day(day: PartialDate | None, screen: Screen) -> str:
    return words.day(day, screen.language)
