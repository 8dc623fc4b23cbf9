"""One document in words: how it is named in a line, whether it is in force, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text as Line

from api import judging_words, words
from api.render.evidences import unverified
from api.render.screen import FAINT, STRONG, WARNING, Screen, joined, printable
from api.render.sheets import Sheet, table_lines
from graph.errors import Text
from graph.model import Document, Ending, Evidence, Standing, Verification

_TERM = Text("khóa", "term")
_TERM_OF_YEARS = Text("nhiệm kỳ", "term")
_ON = Text("tính đến ngày", "as on")
_LATER = Text("về sau", "later")
_KNOWN_ON = Text("theo những gì đã ghi đến hết ngày", "as recorded by the end of")
_STRICT = Text("không giả định", "nothing assumed")
_ASK_WITH = Text("Hỏi bằng", "Ask with")


def heading_lines(document: Document, screen: Screen) -> list[Line]:
    """Return name, title, and one line of issuer, date, term and standing of its sources."""
    lines = [Line(printable(document.name), STRONG)]
    if document.title:
        lines += screen.wrapped(document.title, "  ")
    about = (
        ", ".join(document.issuers) or document.unit,
        words.day(document.issued, screen.language),
        _term(document, screen),
        words.label(words.VERIFICATIONS, document.verification, screen.language),
    )
    lines += screen.wrapped(joined(about), "  ", FAINT)
    doubt = doubts(document, screen, verification=False)
    if doubt:
        lines += screen.wrapped(doubt, "  ", WARNING)
    return lines


def _term(document: Document, screen: Screen) -> str | None:
    """Return the congress term, national (khóa XII) or of a province (nhiệm kỳ 2015-2020).

    Documents of the State are kept by year, which their date says already.
    """
    if not document.term or document.term.isdecimal():
        return None
    return f"{screen.say(_TERM_OF_YEARS if '-' in document.term else _TERM)} {document.term}"


def line_of(document: Document, screen: Screen) -> str:
    """Return a document in one line: name, issuer or unit, date, and its doubts."""
    return joined(
        (
            document.name,
            document.unit or ", ".join(document.issuers),
            words.day(document.issued, screen.language),
            doubts(document, screen),
        )
    )


def doubts(document: Document, screen: Screen, *, verification: bool = True) -> str:
    """Return what a reader must not overlook: unverified, disputed fields, not resolved."""
    parts: list[str] = []
    if verification and document.verification is Verification.UNVERIFIED:
        parts.append(screen.say(words.UNVERIFIED))
    if document.unresolved:
        parts.append(screen.say(words.UNRESOLVED))
    if document.disputed:
        fields = ", ".join(words.field(name, screen.language).lower() for name in document.disputed)
        parts.append(f"{fields}: {screen.say(words.DISPUTED)}")
    return joined(parts)


def doubts_of_relation(document: Document, evidence: Iterable[Evidence], screen: Screen) -> str:
    """Return the doubts of a document, and whether the relation it is shown for is unverified."""
    parts = [doubts(document, screen)]
    if unverified(evidence) and screen.say(words.UNVERIFIED) not in parts[0]:
        parts.append(screen.say(words.RELATION_UNVERIFIED))
    return joined(parts)


def standing_lines(standing: Standing, screen: Screen) -> list[Line]:
    """Return whether a document is in force; what ended it stands out, before all else."""
    return [*ending_lines(standing, screen), *force_lines(standing, screen)]


def ending_lines(standing: Standing, screen: Screen) -> list[Line]:
    """Return what ended or suspended a document, each standing out unless it came later."""
    lines: list[Line] = []
    for ending in standing.endings:
        style = FAINT if _is_later(ending, standing) else WARNING
        lines += screen.wrapped(ending_text(ending, standing, screen), "", style)
    return lines


def force_lines(standing: Standing, screen: Screen) -> list[Line]:
    """Return whether a document is in force, and where that is not determinable each reason."""
    language = screen.language
    force = words.label(words.FORCES, standing.force, language)
    day = f"{screen.say(_ON)} {words.day(standing.on, language)}"
    if standing.known_on is not None:
        day += f" ({screen.say(_KNOWN_ON)} {words.day(standing.known_on, language)})"
    if standing.strict:
        day += f" ({screen.say(_STRICT)})"
    lines = screen.wrapped(f"{_upper(day)}: {force}", "  ", FAINT)
    for reason in standing.reasons:
        why = f"{screen.say(judging_words.NOT_DETERMINABLE)} "
        why += f"{judging_words.reason(reason, language)}."
        lines += screen.wrapped(why, "    ", FAINT)
    return lines


def ending_text(ending: Ending, standing: Standing, screen: Screen) -> str:
    """Return what ended a document: “Bị thay thế bởi Quy định 80-QĐ/TW từ ngày 18-8-2022”.

    What came after the day asked for is told as later; a day that is not known, as not known.
    """
    told = judging_words.ended(ending.predicate, ending.by, screen.language)
    if ending.parts:
        told += f" {screen.say(judging_words.IN_PART)} ({', '.join(ending.parts)})"
    told += f" {words.since(ending.on, screen.language)}"
    if _is_later(ending, standing):
        told = f"{screen.say(_LATER)}: {told}"
    doubt = f" ({screen.say(words.UNVERIFIED)})" if unverified(ending.evidence) else ""
    return _upper(told) + doubt


def _is_later(ending: Ending, standing: Standing) -> bool:
    return ending.on is not None and ending.on.earliest > standing.on


def candidates_lines(documents: Iterable[Document], screen: Screen) -> list[Line]:
    """Return documents to choose from: the spelling that selects each, its date, its title."""
    language = screen.language
    rows = tuple(
        (
            document.spelling,
            document.name,
            words.day(document.issued, language),
            document.title or "",
        )
        for document in documents
    )
    names = (screen.say(_ASK_WITH), words.KINDS["document"].within(language))
    dates = (words.field("issued", language), words.field("title", language))
    return table_lines(Sheet((names[0], _upper(names[1]), *dates), rows), screen)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
