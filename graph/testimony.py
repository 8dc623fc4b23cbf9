"""What one text says, read and resolved alone: pure, and so made in any process.

What other texts make known of the numbers that it cites may not all have been heard of when it was
made; whoever stores it compares, and has it told again where that makes a difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from graph.accession import SourceContent, written
from graph.extraction import Extraction
from graph.readings import Known, known_again, known_text
from graph.resolve.link import Linker
from graph.resolve.statements import report
from graph.shared_numbers import GivenBy


@dataclass(frozen=True, slots=True)
class Testimony:
    """What a text says, ready to be stored.

    `name` and `sha256` are those of the text, `files` its bytes and what was read in it, by the
    names that the store keeps them under. `given` is what it makes known of the numbers it shares
    with other texts, `heard` what it took to be known of those that it cites loosely, and
    `content` what it says then. `known` is the text as it was read; it stays in its process.
    """

    source: str
    name: str
    sha256: str
    files: Mapping[str, bytes]
    given: GivenBy
    heard: GivenBy
    content: SourceContent
    known: Known | None = None


def testify(source: str, extraction: Extraction, linker: Linker, heard: GivenBy) -> Testimony:
    """Return what a text says.

    Parameters
    ----------
    source : address of the text.
    extraction : what was read in it.
    linker : what its citations are resolved against.
    heard : what other texts make known of the numbers, as far as anybody heard of it.
    """
    known = known_text(source, extraction, linker)
    given = known.given
    used = {
        number: heard.get(number, frozenset()) | given.get(number, frozenset())
        for number in known.loose
    }
    article = extraction.article
    return Testimony(
        source,
        article.identifier,
        article.sha256,
        known.files,
        given,
        used,
        told(known, used, linker),
        known,
    )


def told_again(one: Testimony, heard: GivenBy, linker: Linker) -> SourceContent:
    """Return what a text says when this is known of the numbers it cites loosely."""
    text, reading = one.files.values()
    known = one.known or known_again(one.source, text, reading, linker)
    return told(known, heard, linker)


def told(known: Known, heard: GivenBy, linker: Linker) -> SourceContent:
    """Return what a text says, resolved with what other texts make known."""
    given = {key: heard.get(number, frozenset()) for number, key in known.loose.items()}
    resolved = linker.resolve(known.citations, given)
    said = report(
        known.source,
        known.extraction,
        known.citations,
        resolved,
        linker.context,
        known.sentence,
    )
    return SourceContent(known.source, said.claims, said.sentences, known.about)


def written_out(one: Testimony, now: datetime) -> Testimony:
    """Return the same with its quads written out, for whoever stores it in another process.

    What is told of the text itself goes there among them only.
    """
    content = replace(written(one.content, now), about=frozenset())
    return replace(one, content=content, known=None)
