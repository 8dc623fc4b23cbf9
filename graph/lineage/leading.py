"""Which post leads a body, and who is known to have held it on a day.

From known days only: a source shows a person in a post on a day, or states an interval. Nothing is
stretched beyond what is stated, nothing is interpolated between two days on which the same person
was seen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.lineage.evidence import Said, distinct, said_about
from graph.lineage.facts import Facts, date_of, day_of, text_of
from graph.model import Evidence, Holding, Leadership, Literal, PartialDate, Tenure, Verification
from ontology import lexicon
from ontology import terms as cas
from ontology.entries import Post

#: Boards of a committee, led by who leads the committee (Điều lệ Đảng; Quy định 214-QĐ/TW).
_BOARD = re.compile(
    r"(Bộ Chính trị$|Ban Bí thư$|Ban Thường vụ |Thường trực (?!Ban))", re.IGNORECASE
)
#: Posts that lead nothing: deputies, members, deputies of an assembly.
_MEMBER = re.compile(
    r"(Phó|Thứ trưởng|Ủy viên|Bí thư Trung ương Đảng|Đại biểu)\b|.*ủy viên$", re.IGNORECASE
)
_PLACE = re.compile(r"\{[^}]*\}")


def leading_posts(body: str, level: str | None) -> tuple[Post, ...]:
    """Return the posts that lead a body: the highest of those that it has.

    Parameters
    ----------
    body : name of the body.
    level : code of its level; None when that is not known.

    Returns
    -------
    Posts of the vocabulary whose body is of this name or form, the highest rank only; an acting
    holder's post ranks with the post itself. Empty when none is known.
    """
    fitting = [
        post
        for post, pattern in _patterns()
        if pattern.fullmatch(body) and level in (None, post.level)
    ]
    best = min((post.rank for post in fitting), default=0)
    return tuple(post for post in fitting if post.rank == best)


@cache
def _patterns() -> tuple[tuple[Post, re.Pattern[str]], ...]:
    return tuple(
        (post, re.compile(".+".join(map(re.escape, _PLACE.split(post.body))), re.IGNORECASE))
        for post in lexicon.POSTS
        if not _MEMBER.match(post.vi)
    )


def leaderships(facts: Facts, body: str, role: str, on: date) -> Iterator[Leadership]:
    """Yield who led a body on a day; of a board also who led its committee.

    Parameters
    ----------
    facts : facts of the store.
    body : address of the body.
    role : what the body is to the document: `issuing` or `implementing`.
    on : the day.
    """
    own = posts_of(facts, body)
    name = facts.label(body)
    board = _BOARD.match(name) is not None
    above = facts.objects(body, cas.parent) if board or not own else []
    posts = {committee: posts_of(facts, committee) for committee in above}
    led = [one for one in above if posts[one] and (board or _is_post(name, posts[one]))]
    for one in led:
        through = facts.label(one)
        yield _leadership(facts, body, role, posts[one], on, at=one, through=through)
    if own or not led:
        yield _leadership(facts, body, role, own, on, at=body, through=None)


def _is_post(name: str, posts: Iterable[Post]) -> bool:
    """Tell whether a body is a post that acts by itself (Thủ tướng Chính phủ)."""
    return any(name.casefold().startswith(post.vi.casefold()) for post in posts)


def posts_of(facts: Facts, body: str) -> tuple[Post, ...]:
    """Return the posts that lead a body of the store, as `leading_posts`."""
    level = text_of(facts.of(body).get(cas.level))
    return leading_posts(facts.label(body), level.rsplit("/", 1)[-1] if level else None)


def _leadership(
    facts: Facts,
    body: str,
    role: str,
    posts: tuple[Post, ...],
    on: date,
    *,
    at: str,
    through: str | None,
) -> Leadership:
    tenures = tuple(_tenures(facts, at, {post.iri for post in posts}, on))
    claimed = [one for one in tenures if one.holding is None and _covers(one, on)]
    return Leadership(
        body=facts.label(body),
        iri=body,
        role=role,
        through=through,
        posts=tuple(post.vi for post in posts),
        holders=_once(one for one in tenures if one.holding is not None),
        unverified=_once(claimed),
        nearest=tuple(_nearest(tenures, on)),
    )


def _once(tenures: Iterable[Tenure]) -> tuple[Tenure, ...]:
    """Keep one tenure of each person, shown on the day before within an interval."""
    kept: dict[str, Tenure] = {}
    for one in sorted(tenures, key=lambda one: (one.holding is not Holding.SHOWN, one.name)):
        kept.setdefault(one.iri, one)
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class Stint:
    """What sources say of one holding of a post, by addresses."""

    holder: str
    body: str
    post: str
    starts: PartialDate | None
    ends: PartialDate | None


def _tenures(facts: Facts, body: str, posts: set[str], on: date) -> Iterator[Tenure]:
    """Yield the known holdings of some posts of a body, those of one person and interval as one."""
    for stint, tenure in stints(facts, facts.subjects(cas.body, body), on):
        if stint.post in posts:
            yield tenure


def stints(facts: Facts, tenures: Iterable[str], on: date) -> Iterator[tuple[Stint, Tenure]]:
    """Yield what is known of some tenures, those of one person, post and interval as one.

    Parameters
    ----------
    facts : facts of the store.
    tenures : addresses of tenures.
    on : the day that they may cover.
    """
    seen: dict[Stint, list[Said]] = defaultdict(list)
    for iri in tenures:
        about = facts.of(iri)
        post, holder, body = (text_of(about.get(one)) for one in (cas.post, cas.holder, cas.body))
        if post is not None and holder is not None and body is not None:
            interval = date_of(about.get(cas.startsOn)), date_of(about.get(cas.endsOn))
            said = [one for one in said_about(facts, iri) if not one.declined]
            seen[Stint(holder, body, post, *interval)] += said
    for stint, said in sorted(seen.items(), key=lambda item: str(item[0])):
        yield stint, _tenure(facts, stint, said, on)


def _tenure(facts: Facts, stint: Stint, said: list[Said], on: date) -> Tenure:
    held = (_day(one) for one in said if one.predicate == cas.heldOn)
    days = tuple(sorted({day for day in held if day is not None}))
    shown = [one.evidence for one in said if one.predicate == cas.heldOn and _day(one) == _of(on)]
    bounds = [one.evidence for one in said if one.predicate in (cas.startsOn, cas.endsOn)]
    dated = [one.evidence for one in said if one.predicate == cas.heldOn]
    undated = [one.evidence for one in said]
    holding = Holding.SHOWN if shown else None
    within = _spans(stint.starts, stint.ends, on)
    if holding is None and within and _founded(bounds):
        holding = Holding.WITHIN
    return Tenure(
        name=facts.label(stint.holder),
        iri=stint.holder,
        post=facts.label(stint.post),
        holding=holding,
        held_on=days,
        starts=stint.starts,
        ends=stint.ends,
        evidence=distinct(shown or (bounds if within else dated or bounds or undated)),
    )


def _founded(bounds: Iterable[Evidence]) -> bool:
    return any(one.verification is not Verification.UNVERIFIED for one in bounds)


def _day(said: Said) -> PartialDate | None:
    told = said.object
    return day_of(told.text if isinstance(told, Literal) else told)


def _of(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _covers(tenure: Tenure, on: date) -> bool:
    return _spans(tenure.starts, tenure.ends, on)


def _spans(starts: PartialDate | None, ends: PartialDate | None, on: date) -> bool:
    """Tell whether a day surely lies between two stated ones."""
    return starts is not None and ends is not None and starts.latest <= on <= ends.earliest


def _nearest(tenures: Iterable[Tenure], on: date) -> Iterator[Tenure]:
    """Yield the tenures seen nearest before and after a day, and those seen about it."""
    seen = [(day, one) for one in tenures for day in one.held_on]
    about = [one for day, one in seen if day.earliest <= on <= day.latest and not day.exact]
    before = [(day.latest, one) for day, one in seen if day.latest < on]
    after = [(day.earliest, one) for day, one in seen if day.earliest > on]
    last = max((day for day, _ in before), default=None)
    first = min((day for day, _ in after), default=None)
    near = [one for day, one in (*before, *after) if day in (last, first)]
    yield from {one.iri: one for one in (*about, *near)}.values()
