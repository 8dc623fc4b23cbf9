"""An article made ready to be read: foldings, structure and dateline, once for all stages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.extract.body_grammar import FoundBody, grammar_of
from graph.extract.gazetteer import Knowledge
from graph.extract.holders import without_holders
from graph.extract.letterhead import Letterhead, letterhead_of
from graph.extract.places import find_places
from graph.extract.spelling import key_of, well_spelt
from graph.extract.structure import (
    HEAD,
    Dateline,
    Stretch,
    at,
    dateline_of,
    home_of,
    lines_of,
    sentences_of,
    starts_of,
    title_of,
)
from graph.extract.text import Folded, fold
from graph.extraction import Article, Span

#: Issuers below a province, whose letterhead may leave it out.
_LOCAL = re.compile(
    r"(?:đảng bộ|huyện ủy|quận ủy|thị ủy|thành ủy|đảng ủy (?:xã|phường)|ủy ban nhân dân|ubnd|"
    r"hội đồng nhân dân|hđnd|tỉnh ủy|thường trực (?:hđnd|hội đồng nhân dân)|"
    r"đoàn (?:đại biểu quốc hội|đbqh)|sở |văn phòng (?:ubnd|hđnd|tỉnh ủy|thành ủy|đoàn)|"
    r"công an tỉnh|thanh tra tỉnh|ủy ban (?:mttq|mặt trận)|ban .{3,40} (?:tỉnh|tỉnh ủy|thành ủy)$)"
)
_DISTRICTS = ("huyện", "quận", "thị xã")
_CITIES = ("thành phố",)
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its foldings, lines (a paragraph is one line), sentences and dateline.

    `letterhead` is the frame of a full official text, which is its own subject; None for articles.
    `bodies` are the names of bodies as printed; `districts` gives, by `huyện`, `xã` ..., the one of
    which the text speaks, where it speaks of one alone.
    """

    article: Article
    folded: Folded
    lines: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]
    line_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    dateline: Dateline
    title: str | None
    letterhead: Letterhead | None
    bodies: tuple[FoundBody, ...]
    districts: Mapping[str, str]

    def span(self, start: int, end: int) -> Span:
        """Return a span that proves itself."""
        return Span(start, end, self.article.text[start:end])

    def sentence(self, offset: int) -> Stretch:
        """Return the sentence in which an offset lies."""
        return at(self.sentences, self.sentence_starts, offset)

    def sentence_after(self, sentence: Stretch) -> Stretch | None:
        """Return the sentence that follows one, None behind the last."""
        place = bisect_right(self.sentence_starts, sentence.start)
        return self.sentences[place] if place < len(self.sentences) else None

    def paragraph(self, offset: int) -> Stretch:
        """Return the paragraph in which an offset lies."""
        return at(self.lines, self.line_starts, offset)


def prepare(article: Article, knowledge: Knowledge) -> Prepared:
    """Fold and cut an article, and read its dateline."""
    folded = fold(article.text)
    lines = lines_of(folded.shaped)
    sentences = sentences_of(folded, lines)
    bodies = without_holders(folded, grammar_of(knowledge).find(folded))
    letterhead = letterhead_of(folded, lines)
    if letterhead is None:
        dateline = dateline_of(folded, lines, knowledge, article.published, article.province)
        title = title_of(folded, lines)
    else:
        dateline = _official_dateline(article, folded, letterhead, knowledge)
        title = " ".join(article.text[letterhead.name.start : letterhead.name.end].split())
    return Prepared(
        article,
        folded,
        lines,
        sentences,
        starts_of(lines),
        starts_of(sentences),
        dateline,
        article.title or title,
        letterhead,
        bodies,
        _districts(folded, bodies, letterhead),
    )


def _districts(
    folded: Folded, bodies: Sequence[FoundBody], letterhead: Letterhead | None
) -> Mapping[str, str]:
    """Return the one district and the one commune of a text: of its letterhead, else named alone.

    Alone = no other of its kind is named, and this one in the head or twice.
    """
    homes: dict[str, str] = {}
    head = letterhead.heading.start if letterhead else 0
    for areas in (_DISTRICTS, _COMMUNES, _CITIES):
        named = [
            (body.place.area, body.place.name)
            for body in bodies
            if body.place and body.place.area in areas and body.place.name
            if not (areas is _CITIES and body.place.known)  # a city under the Centre
        ]
        owned = [
            (one.place.area, one.place.name)
            for one in bodies
            if one.start < head and one.place and one.place.area in areas and one.place.name
        ] or _printed_below(folded, letterhead, areas)
        if len(set(owned)) == 1:
            homes |= {area: name for area, name in owned if area and name}
            continue
        near = [one for one in bodies if one.start < HEAD and one.place and one.place.area in areas]
        if len(set(named)) == 1 and (near or len(named) > 1):
            homes |= {area: name for area, name in named if area and name}
    return homes


def _printed_below(
    folded: Folded, letterhead: Letterhead | None, areas: Sequence[str]
) -> list[tuple[str | None, str | None]]:
    """Return the area that a line of the letterhead holds alone, under whose it is: `XÃ A`."""
    found: list[tuple[str | None, str | None]] = []
    for piece in letterhead.issuer if letterhead else ():
        for area in areas:
            if folded.folded.startswith(f"{area} ", piece.start, piece.end):
                name = well_spelt(folded, piece.start + len(area) + 1, piece.end)
                found.append((area, name.title() if name.isupper() else name))
    return found


def _official_dateline(
    article: Article, folded: Folded, letterhead: Letterhead, knowledge: Knowledge
) -> Dateline:
    """Return the day and the province of an official text: those of its issuer, not of its seat."""
    places = [
        place.province
        for piece in letterhead.issuer
        for place in find_places(folded, knowledge, piece.start, piece.end)
    ]
    name = article.province or (places[0].name if places else None)
    if name is None and any(
        _LOCAL.match(folded.folded, piece.start, piece.end) for piece in letterhead.issuer
    ):
        name = home_of(folded, knowledge, None)[0]
    known = knowledge.places.get(key_of(name)) if name else None
    day = letterhead.issued
    return Dateline(article.published or day, day, name, known.city if known else False)
