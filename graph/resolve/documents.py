"""Which document a mention means: all mentions that share a key together, in any order.

A mention names a document by number, type, issuer and date, as far as its row prints them. Those
that share series, kind and numeral are decided together: first the ones whose period is known,
then the undated ones against them. One candidate, or none: two candidates stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graph.folding import bare, slug
from graph.model import Inference, PartialDate
from graph.numbers import PrintedNumber, kind_of
from graph.resolve.bodies import Body
from graph.resolve.calendar import Calendar
from graph.resolve.identity import UNKNOWN, DocumentKey, digest, reference_iri
from graph.resolve.series import Series, by_term, series_of
from ontology import lexicon

_UNNUMBERED = "khong-so"
_NATIONAL = {"central", "ministry"}
#: Series of acts whose issuer nobody names: only the province is known.
_NO_ISSUER = UNKNOWN


@dataclass(frozen=True, slots=True)
class Mention:
    """A document as one row names it.

    `term` is the national term when the row states it. `own` marks a row that reports the document
    as an act (its own row, or the subject of a statement), against a mere citation; `registered` a
    row of the register of documents, which alone can say that one number was used twice.
    `unit` is the province of an act whose issuer the row does not name. `not_before`, `not_after`
    bound the day of an undated one; `context` tells citations apart.
    """

    number: PrintedNumber | None
    type_vi: str | None
    body: Body | None
    issued: PartialDate | None
    term: str | None = None
    title: str | None = None
    own: bool = False
    registered: bool = False
    unit: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    context: str = ""

    def __hash__(self) -> int:
        """Tell mentions apart by their strings: they are looked up dozens of times each."""
        number, body = self.number, self.body
        return hash(
            (self.context, self.title, number and number.printed, body and body.iri, self.type_vi)
        )


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention means: a document (`key`), or a reference with candidates."""

    iri: str
    key: DocumentKey | None
    candidates: tuple[str, ...] = ()
    inference: tuple[Inference, ...] = ()


NumberKey = tuple[Series, str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """What a source makes known under a number: all that undated mentions elsewhere depend on.

    A document of a period, with its day where the source has it; or, without a period, an act that
    lies between two days, which is a document of its own only if no other one fits.
    """

    period: str | None = None
    issued: PartialDate | None = None
    not_before: date | None = None
    not_after: date | None = None


def resolve(
    mentions: Iterable[Mention],
    calendar: Calendar,
    given: Mapping[NumberKey, frozenset[Given]] | None = None,
) -> Mapping[Mention, Resolved]:
    """Resolve all mentions; the result does not depend on their order.

    Parameters
    ----------
    mentions : what to resolve.
    calendar : the periods of numbering.
    given : what further sources make known under the numbers; as if their mentions were here.
    """
    groups: dict[NumberKey, list[Mention]] = defaultdict(list)
    resolved: dict[Mention, Resolved] = {}
    for mention in set(mentions):
        key = number_key(mention)
        if key is None:
            resolved[mention] = reference(mention, ())
        else:
            groups[key].append(mention)
    for key, group in groups.items():
        resolved |= _decide(key, group, calendar, (given or {}).get(key, frozenset()))[0]
    return resolved


def number_key(mention: Mention) -> NumberKey | None:
    """Return series, kind and numeral of a mention; None when it names no series or number."""
    series = _series(mention)
    if series is None:
        return None
    kind = kind_of(mention.type_vi, mention.number.type_code if mention.number else None)
    if mention.number is not None:
        return series, kind, mention.number.numeral
    if mention.body is not None and series[0] == "dh":
        return series, kind, _UNNUMBERED
    if not mention.own:
        return None
    told = bare(mention.title or mention.context)
    return series, kind, f"{_UNNUMBERED}-{digest(told, str(mention.issued), length=8)}"


def known_days(
    number: NumberKey,
    mentions: Iterable[Mention],
    calendar: Calendar,
    given: frozenset[Given] = frozenset(),
) -> Mapping[DocumentKey, tuple[PartialDate, ...]]:
    """Return the documents that the mentions of one number make known, with their days.

    An undated mention of the same number is resolved against just these.
    """
    _, days = _decide(number, list(set(mentions)), calendar, given)
    return {key: tuple(known) for key, known in days.items()}


def given_by(
    number: NumberKey, mentions: Iterable[Mention], calendar: Calendar
) -> frozenset[Given]:
    """Return what the mentions of one number make known to mentions elsewhere."""
    found: set[Given] = set()
    for mention in mentions:
        period = _period(mention, number[0], calendar)
        if period is not None:
            found.add(Given(period[0], mention.issued))
        elif mention.own:
            found.add(Given(not_before=mention.not_before, not_after=mention.not_after))
    return frozenset(found)


def is_loose(mention: Mention, number: NumberKey, calendar: Calendar) -> bool:
    """Tell whether what a mention means depends on the other mentions of its number."""
    return _period(mention, number[0], calendar) is None


def party_series(mention: Mention) -> bool:
    """Tell whether a mention stands in a series of the Party."""
    series = _series(mention)
    return series is not None and by_term(series)


def _series(mention: Mention) -> Series | None:
    body, code = mention.body, mention.number.issuer_code if mention.number else None
    if body is None and mention.unit and not (code and _is_central(code)):
        return series_of(code or _NO_ISSUER, mention.unit)
    if code is None:
        return body.series if body else None
    if body is None or body.unit is None:
        return _central_series(code, body)
    if code == "TW":  # TƯ in a provincial text is TU
        code = "TU"
    if _is_central(code):
        return series_of(code, None)
    return series_of(code, body.unit.slug, body.place)


def _central_series(code: str, body: Body | None) -> Series | None:
    """Return the series of a code without a province; None when the code needs one."""
    if not _is_central(code):
        return body.series if body else None
    if _is_shared(code) and body is not None:  # each steering committee has a series of its own
        return (f"{slug(code)}.{body.iri.rsplit('/', 1)[-1]}",)
    return series_of(code, None)


@lru_cache
def _is_shared(code: str) -> bool:
    """Tell whether many bodies issue under one code."""
    return any(row.code == code and "{" in row.series for row in lexicon.ISSUER_CODES)


@lru_cache
def _is_central(code: str) -> bool:
    """Tell whether a code belongs to one national body; `BCSĐ {bộ}` is each body's own."""
    rows = [row for row in lexicon.ISSUER_CODES if row.code == code]
    own = any("{" in row.series for row in rows)
    return code != "ĐH" and not own and bool(rows) and {row.level for row in rows} <= _NATIONAL


def _decide(
    number: NumberKey, group: list[Mention], calendar: Calendar, given: frozenset[Given]
) -> tuple[dict[Mention, Resolved], dict[DocumentKey, list[PartialDate]]]:
    """Resolve the mentions of one number; also return which documents they make known."""
    firm: dict[str, list[tuple[Mention, bool]]] = defaultdict(list)
    loose: list[Mention] = []
    for mention in group:
        period = _period(mention, number[0], calendar)
        if period is None:
            loose.append(mention)
        else:
            firm[period[0]].append((mention, period[1]))
    elsewhere = _days_told(given)
    resolved: dict[Mention, Resolved] = {}
    days: dict[DocumentKey, list[PartialDate]] = {}
    for period_name in firm.keys() | elsewhere.keys():
        dated, told = firm.get(period_name, []), elsewhere.get(period_name, set())
        resolved |= _resolve_period(number, period_name, dated, told, days)
    known = dict(days)  # what acts without a date cannot tell each other apart
    for mention in loose:
        if mention.own:
            resolved[mention] = _resolve_loose(mention, number, known)
    days |= {r.key: [] for m in loose if m.own and (r := resolved[m]).key and r.key not in days}
    if any(one.period is None and not _fitting(one, known) for one in given):
        days.setdefault(_unplaced(number), [])
    for mention in loose:
        if not mention.own:
            resolved[mention] = _resolve_loose(mention, number, days)
    return resolved, days


def _days_told(given: frozenset[Given]) -> dict[str, set[PartialDate]]:
    """Return period -> the days that other sources have of its document."""
    days: dict[str, set[PartialDate]] = defaultdict(set)
    for one in given:
        if one.period is not None:
            days[one.period] |= {one.issued} if one.issued else set()
    return days


def _period(mention: Mention, series: Series, calendar: Calendar) -> tuple[str, bool] | None:
    """Return the period of a mention and whether it is stated rather than inferred."""
    if by_term(series) and mention.term and len(series) == 1:
        return mention.term.lower(), True
    if series[0] == "dh" and mention.body and mention.body.ordinal:
        ordinal = mention.body.ordinal.lower()
        return (ordinal if len(series) == 1 else f"lan-thu-{ordinal}"), True
    if not by_term(series) and mention.number and mention.number.year:
        return str(mention.number.year), True
    if mention.issued is not None:
        return calendar.period_of(series, mention.issued)
    if mention.not_before and mention.not_after and mention.own:
        ends = [calendar.period(series, day) for day in (mention.not_before, mention.not_after)]
        if ends[0] and ends[1] and ends[0][0] == ends[1][0]:
            return ends[0][0], False
    return None


def _resolve_period(
    number: NumberKey,
    period: str,
    dated: list[tuple[Mention, bool]],
    told: set[PartialDate],
    days: dict[DocumentKey, list[PartialDate]],
) -> dict[Mention, Resolved]:
    """Resolve the mentions of one number in one period; note the days of what was found.

    `told` are the days that other sources have of it.
    """
    key = DocumentKey(*number, period, by_term(number[0]))
    twice = sorted({m.issued for m, _ in dated if m.registered and m.issued})
    resolved: dict[Mention, Resolved] = {}
    if len(twice) <= 1:
        days[key] = sorted(told | {m.issued for m, _ in dated if m.issued})
        for mention, stated in dated:
            resolved[mention] = Resolved(key.iri, key, (), () if stated else (Inference.TERM,))
        return resolved
    keys = {day: DocumentKey(*number, period, key.by_term, day) for day in twice}
    for day, own in keys.items():
        days[own] = [day]
    for mention, _ in dated:
        own_key = keys.get(mention.issued) if mention.issued else None
        resolved[mention] = (
            Resolved(own_key.iri, own_key)
            if own_key
            else reference(mention, tuple(sorted(one.iri for one in keys.values())))
        )
    return resolved


def _resolve_loose(
    mention: Mention, number: NumberKey, days: dict[DocumentKey, list[PartialDate]]
) -> Resolved:
    """Resolve an undated mention against the documents already known under its number."""
    fitting = _fitting(mention, days)
    if len(fitting) == 1:
        return Resolved(fitting[0].iri, fitting[0], (), (Inference.REGISTER,))
    if mention.own and not fitting:
        key = _unplaced(number)
        return Resolved(key.iri, key)
    return reference(mention, tuple(key.iri for key in fitting))


def _unplaced(number: NumberKey) -> DocumentKey:
    """Return the document of a number whose period nobody knows."""
    return DocumentKey(*number, UNKNOWN, by_term(number[0]))


def _fitting(
    mention: Mention | Given, days: Mapping[DocumentKey, list[PartialDate]]
) -> list[DocumentKey]:
    """Return the documents that an undated mention can mean."""
    fitting = (key for key, known in days.items() if _fits(mention, known))
    return sorted(fitting, key=lambda key: key.iri)


def _fits(mention: Mention | Given, known: list[PartialDate]) -> bool:
    """Tell whether one of the days can be the day of the mention."""
    if not known:
        return True
    after, before = mention.not_after or date.max, mention.not_before or date.min
    return any(day.earliest <= after and day.latest >= before for day in known)


def reference(mention: Mention, candidates: tuple[str, ...]) -> Resolved:
    """Return a mention that names no one document, with the documents that it may mean."""
    printed = mention.number.printed if mention.number else ""
    issuer = mention.body.iri if mention.body else ""
    told = (printed, mention.type_vi or "", issuer, mention.title or "", str(mention.issued))
    return Resolved(reference_iri(*told, mention.context), None, candidates)
