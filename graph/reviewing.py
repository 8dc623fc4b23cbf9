"""Deciding on a claim and undoing it: one change of the store, facts in step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import DefaultGraph, NamedNode

from graph.errors import NotFound, QuestionError, Text
from graph.folding import clean
from graph.ledger import Ledger
from graph.model import Claim, Correction, Decision, Literal, PartialDate
from graph.recompute import Moves, recompute
from graph.review import decision_on, decision_quads, known_claim, under
from graph.sources import stored_claim
from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Change, Reader, Store
from graph.teaching import taught_by
from ontology import lexicon
from ontology import terms as cas

_FACTS = DefaultGraph()
_CLAIM = cas.DATA + "claim/"
_NAME = re.compile(r"[0-9a-f]{1,64}")
_DATES = frozenset(
    {
        *(cas.issued, cas.effective, cas.expires, cas.heldOn, cas.startsOn, cas.endsOn),
        *(cas.published, cas.seenOn, cas.validFrom, cas.validTo),
    }
)
_KINDS_OF_DATES = frozenset({"date", "gYearMonth", "gYear"})
_LEVELS = tuple(row.iri for row in lexicon.LEVELS)
_LONGEST_NAME, _LONGEST_NOTE = 100, 1000


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What came of a decision: the claim, the decision that stands now, facts gained and lost."""

    claim: str
    decision: Decision | None
    gained: int
    lost: int
    generation: int


@dataclass(frozen=True, slots=True)
class ReviewedTogether:
    """What came of several decisions made as one: facts gained and lost."""

    gained: int
    lost: int
    generation: int


def decide(store: Store, decision: Decision) -> Reviewed:
    """Put a decision on a claim, in place of an earlier one.

    Parameters
    ----------
    store : the store.
    decision : the decision; its `source` is filled in from the claim.

    Raises
    ------
    NotFound : no source makes such a claim, or a correction names a thing that is not there.
    QuestionError : the claim was withdrawn by its source, or the correction makes no statement.
    """
    with store.writing():
        with store.read() as reader:
            decision = _sound(reader, decision)
            if _same(decision_on(reader, decision.claim), decision):
                return Reviewed(decision.claim, decision, 0, 0, reader.generation)
            change = review_change(reader, decision.claim, decision)
        generation = store.apply(change)
    return _told(decision.claim, decision, change, generation)


def undo(store: Store, claim: str) -> Reviewed:
    """Take the decision on a claim away: the claim and its facts stand as if nobody had decided.

    Raises
    ------
    NotFound : nobody decided on such a claim.
    """
    with store.writing():
        with store.read() as reader:
            _check_decided(reader, claim)
            change = review_change(reader, claim, None)
        generation = store.apply(change)
    return _told(claim, None, change, generation)


def decide_together(
    store: Store, decisions: Iterable[Decision], undone: Iterable[str] = ()
) -> ReviewedTogether:
    """Put decisions on claims and take others away, all in one change or none at all.

    Parameters
    ----------
    store : the store.
    decisions : as `decide` takes them, on different claims.
    undone : addresses of claims whose decisions are taken away.

    Raises
    ------
    NotFound, QuestionError : as `decide` and `undo` do; then nothing is changed.
    """
    with store.writing():
        with store.read() as reader:
            wanted: dict[str, Decision | None] = {}
            for one in decisions:
                sound = _sound(reader, one)
                if not _same(decision_on(reader, one.claim), sound):
                    wanted[one.claim] = sound
            for claim in undone:
                _check_decided(reader, claim)
                wanted[claim] = None
            if not wanted:
                return ReviewedTogether(0, 0, reader.generation)
            change = review_changes(reader, wanted)
        generation = store.apply(change)
    return ReviewedTogether(*_counted(change), generation)


def review_change(
    reader: Reader, claim: str, decision: Decision | None, ledger: Ledger | None = None
) -> Change:
    """Return what puts a decision on a claim, or takes it away, and what follows from that.

    Parameters
    ----------
    reader : the store before the change.
    claim : address of the claim; while its source does not make it, the decision waits.
    decision : the decision; None: there shall be none.
    ledger : what the claims about each subject come to, where it is kept between changes.
    """
    return review_changes(reader, {claim: decision}, ledger)


def review_changes(
    reader: Reader, decided: Mapping[str, Decision | None], ledger: Ledger | None = None
) -> Change:
    """Return what puts decisions on several claims at once, and what follows from all of them.

    Parameters
    ----------
    reader, ledger : see `review_change`.
    decided : the decisions by the address of the claim; None: there shall be none.
    """
    ledger = ledger or Ledger()
    before = after = ledger.decisions(reader)
    moves = Moves()
    for claim, decision in decided.items():
        _move(moves, reader, claim, before.by_claim.get(claim), decision)
        after = after.amended(claim, decision)
    facts = recompute(reader, moves, ledger)
    ledger.decide(after)
    old = (before.by_claim.get(claim) for claim in decided)
    removed = (quad for one in old if one for quad in decision_quads(one))
    added = (quad for one in decided.values() if one for quad in decision_quads(one))
    return Change((*removed, *facts.removed), (*added, *facts.added))


def _move(
    moves: Moves, reader: Reader, claim: str, old: Decision | None, new: Decision | None
) -> None:
    """Note what a claim amounted to as gone, and what it amounts to now as come."""
    found = stored_claim(reader, claim)
    if found is None or found[1].withdrawn is not None:
        return
    for decision, where in ((old, moves.gone), (new, moves.come)):
        amounting = under(found[0], decision)
        if amounting is not None:
            where[amounting.subject].append(amounting)
            moves.touched.add(amounting.subject)


def claim_address(text: str) -> str:
    """Return the address of a claim that is given whole or by its last segment.

    Raises
    ------
    NotFound : it is neither, so no claim can have it.
    """
    name = text.strip().removeprefix(_CLAIM)
    if not _NAME.fullmatch(name):
        raise NotFound(
            Text(f"“{name[:40]}” không phải mã phát biểu", f"“{name[:40]}” names no claim"),
            remedy=Text("xem `cascade review list`", "see `cascade review list`"),
        )
    return _CLAIM + name


def literal_for(predicate: str, text: str, like: str | Literal) -> Literal:
    """Return the text of a corrected value as a literal.

    Parameters
    ----------
    predicate : address of the property; dates are taken as precisely as they are given.
    text : the value.
    like : the value in its place now; its type or language is kept.

    Raises
    ------
    QuestionError : it is no date where one belongs.
    """
    told = clean(text)
    if predicate in _DATES:
        return _date(predicate, told)
    if isinstance(like, Literal) and like.datatype not in _KINDS_OF_DATES:
        return Literal(told, like.datatype, like.language)
    return Literal(told)


def _date(predicate: str, told: str) -> Literal:
    """Return a text as the literal of a date, as precise as it is; raise unless it is one."""
    try:
        day = PartialDate.parse(told)
    except ValueError:
        raise QuestionError(
            Text(f"“{told[:40]}” không phải là ngày", f"“{told[:40]}” is no day"),
            place=predicate,
            remedy=Text("viết 2022-08-18, 2022-08 hoặc 2022", "write 2022-08-18, 2022-08, 2022"),
        ) from None
    return Literal(told, "date" if day.exact else "gYearMonth" if day.month else "gYear")


def _sound(reader: Reader, decision: Decision) -> Decision:
    """Return a decision tidied, with its source and what it teaches; raise where none can be."""
    decision = _tidied(decision)
    claim = _standing(reader, decision.claim)
    if decision.correction:
        _check(reader, claim, decision.correction)
    decision = replace(decision, source=claim.source)
    return replace(decision, taught=taught_by(reader, claim, decision))


def _check_decided(reader: Reader, claim: str) -> None:
    if decision_on(reader, claim) is None:
        raise NotFound(
            Text("chưa ai duyệt phát biểu này", "nobody decided on this claim"),
            place=claim,
            remedy=Text(
                "xem `cascade review list --state all`", "see `cascade review list --state all`"
            ),
        )


def _standing(reader: Reader, address: str) -> Claim:
    claim, standing = known_claim(reader, address)
    if standing.withdrawn is not None:
        raise QuestionError(
            Text("nguồn đã thôi nói điều này", "its source does not say this any more"),
            place=address,
            remedy=Text("duyệt phát biểu đang đứng", "decide on a claim that stands"),
        )
    return claim


def _check(reader: Reader, claim: Claim, correction: Correction) -> None:
    """Raise unless a correction makes a statement about things that the store knows."""
    predicate = correction.predicate
    if predicate != claim.predicate:
        if predicate not in cas.PROPERTIES or predicate in _NOT_STATED:
            raise _no_statement(predicate, "không phải quan hệ", "is no relation")
        points = predicate in cas.OBJECT_PROPERTIES
    else:
        points = isinstance(claim.object, str)
    if points and not isinstance(correction.object, str):
        raise _no_statement(predicate, "cần một địa chỉ, không phải chữ", "takes an address")
    if not points and isinstance(correction.object, str):
        raise _no_statement(predicate, "cần chữ, không phải địa chỉ", "takes a text")
    if isinstance(correction.object, Literal) and predicate in _DATES:
        _date(predicate, correction.object.text)  # the relation alone may have been changed
    if predicate == cas.level and correction.object not in _LEVELS:
        raise QuestionError(
            Text("đây không phải là một cấp", "this is no level"),
            place=str(correction.object),
            remedy=Text(f"chọn một cấp, như {_LEVELS[0]}", f"take a level, such as {_LEVELS[0]}"),
        )
    if correction.subject.startswith(SOURCE_PREFIX) and predicate != cas.mentions:
        raise _no_statement(predicate, "không nói được về một nguồn", "tells nothing of a source")
    things = [correction.subject]
    if isinstance(correction.object, str) and correction.object not in cas.CLASSES:
        things.append(correction.object)
    for thing in things:
        _check_known(reader, thing)


def _check_known(reader: Reader, thing: str) -> None:
    try:
        known = any(reader.quads(NamedNode(thing), graph=_FACTS))
    except ValueError:  # no address at all
        known = False
    if not known:
        raise NotFound(
            Text("kho không biết địa chỉ này", "the store does not know this address"),
            place=thing,
            remedy=Text("tìm bằng `cascade find`", "look for it with `cascade find`"),
        )


def _no_statement(place: str, vi: str, en: str) -> QuestionError:
    name = place.removeprefix(cas.ONTOLOGY)
    return QuestionError(
        Text(f"“{name}” {vi}", f"“{name}” {en}"),
        place=place,
        remedy=Text(
            "dùng một quan hệ của bản thể học, như implements",
            "use a relation of the ontology, such as implements",
        ),
    )


def _tidied(decision: Decision) -> Decision:
    by = clean(decision.by)[:_LONGEST_NAME]
    if not by:
        raise QuestionError(
            Text("chưa nói ai duyệt", "it was not said who decides"),
            place="by",
            remedy=Text("nêu tên bằng --by", "give a name by --by"),
        )
    note = clean(decision.note or "")[:_LONGEST_NOTE] or None
    return replace(decision, by=by, note=note, at=decision.at.replace(microsecond=0))


def _same(old: Decision | None, new: Decision) -> bool:
    """Tell whether a decision says again what stands already, by whom and when left aside."""
    if old is None:
        return False
    return replace(old, by=new.by, at=new.at, taught=new.taught) == new


def _told(claim: str, decision: Decision | None, change: Change, generation: int) -> Reviewed:
    return Reviewed(claim, decision, *_counted(change), generation)


def _counted(change: Change) -> tuple[int, int]:
    """Return how many facts a change brings and takes."""
    lost = {quad for quad in change.removed if quad.graph_name == _FACTS}
    gained = {quad for quad in change.added if quad.graph_name == _FACTS}
    return len(gained - lost), len(lost - gained)


#: What belongs to claims and facts themselves and is never stated by a source.
_NOT_STATED = frozenset(
    {
        *(cas.verdict, cas.reviewedBy, cas.reviewedAt, cas.reviewNote, cas.correctedSubject),
        *(cas.correctedPredicate, cas.correctedObject, cas.correctedModality, cas.disputed),
        *(cas.evidence, cas.recorded, cas.withdrawn, cas.declined, cas.modality, cas.inference),
        *(cas.descendsFrom, cas.cascadesTo, cas.numeral, cas.typeCode, cas.verification),
    }
)
