"""The text whose relations are read, what its mentions denote, and what a cue says of two lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.anaphors import find_anaphors
from graph.extract.article import Prepared
from graph.extract.citations import Citations
from graph.extract.cues import Cue, without_names
from graph.extract.mentions import Kind, Mention
from graph.extract.openings import Openings
from graph.extract.phrases import at_word
from graph.extract.unasserted import is_supposed, is_untrue
from graph.extraction import CitedDocument, StatedRelation
from graph.model import Modality

_NEAR = 90
_DENIALS = ("chưa", "không(?! chỉ| những| còn)", "chậm")
_DENIED = re.compile(rf"{at_word(_DENIALS)}(?:\s\w+){{0,3}}\s*$")
_ASKS = ("cần(?! thiết)", "phải", "yêu cầu", "đề nghị", "khẩn trương", "kiến nghị")
_REQUESTED = re.compile(rf"{at_word((*_ASKS, 'giao(?! thông| dịch| tiếp| lưu)'))}(?!\w)")
_PLANS = ("sẽ", "dự kiến", "sắp(?! xếp| đặt)", "chuẩn bị", "dự thảo", "đang xây dựng")
_PLANNED = re.compile(rf"{at_word((*_PLANS, 'trong thời gian tới'))}(?!\w)")
_LONGEST = 1000
_MOST = 30  # documents of both lists: each of so many acts on each in no text
_FULL_TEXT = re.compile(
    r"(?:^|\n)[ ]{0,8}căn cứ [^\n]*\n(?:[^\n]*\n){0,40}?[ ]{0,60}(?:quyết định|quyết nghị|"
    r"nghị định)[ ]?:?[ ]*\n"
)


@dataclass(frozen=True, slots=True)
class Text:
    """The text with its mentions in order, "Nghị quyết này" among them, and what each denotes."""

    prepared: Prepared
    citations: Citations
    mentions: tuple[Mention, ...]
    denoted: tuple[str, ...]

    @property
    def folded(self) -> str:
        """Return the folded text."""
        return self.prepared.folded.folded

    @property
    def openings(self) -> Openings:
        """Return where the words stand that patterns open with."""
        return self.prepared.folded.openings

    def document(self, place: int) -> CitedDocument:
        """Return what the mention at a place denotes."""
        return self.citations.document(self.denoted[place])

    def first_from(self, offset: int) -> int:
        """Return the place of the first mention that begins at an offset or behind it."""
        return bisect_left(self.mentions, offset, key=lambda one: one.start)

    @property
    def recalled(self) -> tuple[tuple[Mention, str], ...]:
        """Return the words that stand for a document named before, with its id, in order."""
        pairs = zip(self.mentions, self.denoted, strict=True)
        return tuple(pair for pair in pairs if pair[0].kind is Kind.ANAPHOR)


def text_of(prepared: Prepared, citations: Citations) -> Text:
    """Return the text with the words that stand for a document among its mentions."""
    pairs = list(zip(citations.mentions, citations.denoted, strict=True))
    if citations.own is not None or not _is_full_text(prepared.folded.folded):
        # in the text of a decision "Quyết định này" is that text, not a document it cites
        anaphors = find_anaphors(
            citations.types, prepared, citations.mentions, citations.denoted, citations.own
        )
        pairs += [(mention, citations.denoted[place]) for mention, place in anaphors]
    pairs.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    return Text(
        prepared,
        citations,
        tuple(mention for mention, _ in pairs),
        tuple(denoted for _, denoted in pairs),
    )


def _is_full_text(text: str) -> bool:
    """Tell whether a text gives grounds and then decides, as a decision does."""
    return "căn cứ " in text and _FULL_TEXT.search(text) is not None


def relate(
    text: Text, subjects: list[int], cue: Cue, objects: list[int]
) -> Iterator[StatedRelation]:
    """Yield what a cue says of two lists of mentions, each to each or one to one."""
    objects = _in_scope(text, subjects, cue, objects)
    alike = len({text.mentions[place].type_vi for place in subjects}) == 1
    if alike and len(subjects) == len(objects) > 1:
        pairs = list(zip(subjects, objects, strict=True))  # "A và B thực hiện C, D": each its own
    elif min(len(subjects), len(objects)) > _MOST:
        return
    else:
        pairs = [(subject, other) for subject in subjects for other in objects]
    mentions = text.mentions
    plural = bool(objects) and mentions[objects[0]].plural
    part = cue
    for subject, other in pairs:
        cue = part if other == objects[0] or plural else part.of_whole()
        ends = (mentions[subject], mentions[other])
        start = min(cue.start, *(mention.start for mention in ends))
        end = max(cue.end, *(mention.end for mention in ends))
        if end - start > _LONGEST:
            continue
        modality = _modality(text, cue, ends, mentions[subject])
        if modality is None:
            continue
        guidance = cue.predicate == "implements" and mentions[subject].type_vi == "Hướng dẫn"
        yield StatedRelation(
            text.denoted[subject],
            "guides" if guidance else cue.predicate,
            text.denoted[other],
            start,
            end,
            text.prepared.article.text[cue.start : cue.end],
            "stated" if _printed(ends) else "inferred",
            modality,
            cue.part,
        )


def _printed(ends: tuple[Mention, Mention]) -> bool:
    return all(mention.kind is not Kind.ANAPHOR for mention in ends)


def _in_scope(text: Text, subjects: list[int], cue: Cue, objects: list[int]) -> list[int]:
    """Leave out of a list what its issuer has issued itself ("để thực hiện A, B, Kết luận C")."""
    if cue.predicate not in {"implements", "continues"} or len(objects) == 1:
        return objects
    own = {_series(text, place) for place in subjects}
    others = [place for place in objects if _series(text, place) not in own]
    return others or objects


def _series(text: Text, place: int) -> tuple[str | None, str | None]:
    mention, document = text.mentions[place], text.document(place)
    code = "TU" if mention.ambiguous and document.province else mention.issuer_code
    return (code, document.province) if code else (str(place), None)


def _modality(
    text: Text, cue: Cue, ends: tuple[Mention, Mention], subject: Mention
) -> Modality | None:
    """Return how its clause speaks of what a cue says; None where it does not say that it is."""
    sentence = text.prepared.sentence(cue.start)
    begin = max(sentence.start, min(cue.start, subject.start) - _NEAR)
    before = without_names(text.folded[begin : max(cue.start, subject.start)])
    first = min(cue.start, *(mention.start for mention in ends))
    last = max(cue.end, *(max(mention.end, mention.tail) for mention in ends))
    if _DENIED.search(text.folded, begin, cue.start):
        return Modality.DENIED
    if is_untrue(text.folded, sentence.start, first, last):
        return Modality.DENIED
    if is_supposed(text.folded, sentence.start, first, last):
        return None
    if _PLANNED.search(before):
        return Modality.PLANNED
    return Modality.REQUESTED if _REQUESTED.search(before) else Modality.DONE
