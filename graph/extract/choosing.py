"""Which known document a number stands for: explicit words first, the source's date last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.extract.gazetteer import Knowledge, KnownDocument
from graph.extract.topics import Pairs, Syllables, best_fit, fit, overlap
from graph.filling import filled_at_once
from graph.folding import bare
from graph.model import PartialDate

_TITLE_FITS = 0.45
_CONTEXT_FITS = 0.55
_MARGIN = 0.25
_OPEN = "nhiều văn bản cùng số, bài chưa đủ căn cứ để chọn"
_UNKNOWN = "số này chưa có trong sổ văn bản"
#: What a choice by the source's date alone says of itself.
LATEST = "văn bản gần nhất mang số này"
_RECENT = 900  # days
_LONG_PAST = 1500


@filled_at_once
@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text says of a document beside its number; `horizon` = it was known by then.

    `around` is the stretch of `syllables` that tells what the number is about, `opening` the
    sentence that opens its paragraph: that says what all of it is about.
    """

    term: str | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None
    syllables: Syllables | None = None
    around: tuple[int, int] = (0, 0)
    opening: tuple[int, int] = (0, 0)
    horizon: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The document chosen, or the term alone, or neither and those that remain possible."""

    document: KnownDocument | None
    term: str | None
    remaining: tuple[KnownDocument, ...]
    reason: str
    inferred_term: bool = False


def choose(candidates: Sequence[KnownDocument], evidence: Evidence, knowledge: Knowledge) -> Choice:
    """Choose among documents that bear the number."""
    if evidence.term:
        return _by_term(candidates, evidence)
    if evidence.date and evidence.date.exact:
        return _by_date(candidates, evidence.date, knowledge)
    possible = admissible(candidates, evidence)
    for narrow, reason in _STEPS:
        narrowed = narrow(possible, evidence)
        if len(narrowed) == 1:
            return Choice(narrowed[0], narrowed[0].term, (), reason, inferred_term=True)
    return Choice(None, None, tuple(possible), _OPEN if possible else _UNKNOWN)


@lru_cache(maxsize=4096)
def same_issuer(stated: str, known: str | None) -> bool:
    """Tell whether an issuer as printed can be the one the register names."""
    if known is None:
        return True
    left, right = bare(stated), bare(known)
    pairs = {"bo chinh tri", "ban bi thu", "chinh phu", "thu tuong", "quoc hoi", "trung uong"}
    heads = [head for head in pairs if head in left and head != "trung uong"]
    return any(head in right for head in heads) if heads else True


def _by_term(candidates: Sequence[KnownDocument], evidence: Evidence) -> Choice:
    found = [one for one in candidates if one.term == evidence.term]
    document = found[0] if len(found) == 1 else None
    return Choice(document, evidence.term, (), f"khóa {evidence.term} ghi trong bài")


def _by_date(
    candidates: Sequence[KnownDocument], date: PartialDate, knowledge: Knowledge
) -> Choice:
    found = [one for one in candidates if one.issued == date]
    if len(found) == 1:
        return Choice(found[0], found[0].term, (), f"ngày ban hành {date} ghi trong bài")
    term = knowledge.term_on(date)
    near = [one for one in candidates if one.issued and one.issued.year == date.year]
    document = near[0] if len(near) == 1 else None
    return Choice(document, term, (), f"khóa của ngày ban hành {date}", inferred_term=True)


def admissible(candidates: Sequence[KnownDocument], evidence: Evidence) -> list[KnownDocument]:
    """Leave out what was issued after the source or by another body than the text says."""
    horizon = evidence.horizon
    return [
        one
        for one in candidates
        if (horizon is None or one.issued is None or one.issued.earliest <= horizon.latest)
        and (evidence.issuer is None or same_issuer(evidence.issuer, one.issuer))
        and (evidence.date is None or one.issued is None or one.issued.year == evidence.date.year)
    ]


def _fitting(possible: Sequence[KnownDocument], evidence: Evidence) -> tuple[KnownDocument, ...]:
    title = evidence.title
    if title is None:
        return ()
    scores = [(overlap(title, one.title) if one.title else 0.0, one) for one in possible]
    return best(scores, _TITLE_FITS)


def _only(possible: Sequence[KnownDocument], _: Evidence) -> tuple[KnownDocument, ...]:
    return tuple(possible)


def _in_paragraph(
    possible: Sequence[KnownDocument], evidence: Evidence
) -> tuple[KnownDocument, ...]:
    if not possible or evidence.syllables is None:
        return ()
    whole = evidence.syllables.pairs  # what the text nowhere says its paragraph does not say
    if all(best_fit(one.title, whole) < _CONTEXT_FITS for one in possible):
        return ()
    around = evidence.syllables.pairs_in(*evidence.around)
    if evidence.opening[1] <= evidence.opening[0]:
        return _in_words(possible, around)
    return _in_words(possible, around | evidence.syllables.pairs_in(*evidence.opening))


def _in_text(possible: Sequence[KnownDocument], evidence: Evidence) -> tuple[KnownDocument, ...]:
    if not possible or evidence.syllables is None:
        return ()
    return _in_words(possible, evidence.syllables.pairs)


def _in_words(possible: Sequence[KnownDocument], words: Pairs) -> tuple[KnownDocument, ...]:
    return best([(fit(one.title, words), one) for one in possible], _CONTEXT_FITS)


def best(scores: list[tuple[float, KnownDocument]], least: float) -> tuple[KnownDocument, ...]:
    """Return the document that scores best, when it is good enough and clearly ahead."""
    ranked = sorted(scores, key=lambda score: -score[0])
    if not ranked or ranked[0][0] < least:
        return ()
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return ()
    return (ranked[0][1],)


def _latest(possible: Sequence[KnownDocument], evidence: Evidence) -> tuple[KnownDocument, ...]:
    """Return the latest document, where it was recent and the one before it long past.

    The source's date is weak evidence: texts cite old documents as well as new ones.
    """
    horizon = evidence.horizon
    dates = sorted(one.issued for one in possible if one.issued)
    if horizon is None or not horizon.exact or len(dates) < len(possible) or not dates:
        return ()
    recent = (horizon.latest - dates[-1].earliest).days <= _RECENT
    alone = len(dates) == 1 or (dates[-1].earliest - dates[-2].latest).days >= _LONG_PAST
    return tuple(one for one in possible if one.issued == dates[-1]) if recent and alone else ()


_STEPS = (
    (_fitting, "tiêu đề khớp với sổ văn bản"),
    (_only, "số duy nhất trong sổ văn bản tính đến ngày của nguồn"),
    (_in_paragraph, "chủ đề của đoạn khớp với tiêu đề trong sổ"),
    (_in_text, "chủ đề của bài khớp với tiêu đề trong sổ"),
    (_latest, f"{LATEST} trước ngày của nguồn"),
)
