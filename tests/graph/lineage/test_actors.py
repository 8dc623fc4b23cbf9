"""Bodies and office-holders: counted by year, known days only, three duties apart."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import NamedNode

from graph.lineage import acts
from graph.lineage.actors import body_record, official_record
from graph.lineage.acts import SHOWN, issued_by, signed_by
from graph.lineage.duties import charged_with, led_by
from graph.model import Claim, Holding, Literal, OfficialRecord, Verdict, Verification
from graph.resolve.drafts import LABEL, TYPE, text
from graph.resolve.identity import post_iri
from graph.reviewing import decide
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.reviewed import ABOVE, BODY, NUMBERED, ONE, A, B, bring, claim, day, decision

POLITBURO = f"{cas.DATA}body/bo-chinh-tri"
PERSON, POST, TENURE = (cas.DATA + end for end in ("official/a", "post/b", "tenure/c"))
LEADER = post_iri("Bí thư Tỉnh ủy")
ON = date(2020, 5, 1)


def test_years_add_up_and_each_shows_its_own(reader: Reader) -> None:
    whole = issued_by(reader, POLITBURO)
    assert whole.year == max(year for year, _ in whole.years)
    named = set()
    for year, count in whole.years:
        found = issued_by(reader, POLITBURO, year).documents
        assert len(found) == min(count, SHOWN)
        assert {str(one.issued.year) if one.issued else "" for one in found} == {year}
        named |= {one.iri for one in found}
    issued = reader.quads(None, NamedNode(cas.issuedBy), NamedNode(POLITBURO))
    assert named == {quad.subject.value for quad in issued}  # type: ignore[union-attr]
    assert whole.total == len(named)


def test_a_body_knows_who_stands_above_before_and_after() -> None:
    store = MemoryStore()
    new, old = f"{cas.DATA}body/moi", f"{cas.DATA}body/cu"
    bring(
        store,
        ONE,
        [
            *(claim(ONE, one, TYPE, cas.Body) for one in (BODY, ABOVE)),
            claim(ONE, BODY, cas.parent, ABOVE),
            claim(ONE, BODY, cas.successor, new),
            claim(ONE, old, cas.successor, BODY),
        ],
    )
    with store.read() as reader:
        about, above = (body_record(reader, one, on=ON) for one in (BODY, ABOVE))
        issued = issued_by(reader, BODY)
    assert [one.iri for one in about.parents] == [ABOVE]
    assert [one.iri for one in above.parts] == [BODY]
    assert [one.iri for one in about.predecessors] == [old]
    assert [one.iri for one in about.successors] == [new]
    assert (issued.total, issued.documents) == (0, ())


@pytest.mark.parametrize("text", ['x" } #', "$year", "\\"])
def test_a_year_is_a_text_whatever_it_says(reader: Reader, text: str) -> None:
    assert issued_by(reader, POLITBURO, text).documents == ()


def held(*days: str, tenure: str = TENURE, post: str = POST, **more: Literal) -> list[Claim]:
    """Return that a person held a post of a body: on days, and in an interval."""
    facts = [(cas.holder, PERSON), (cas.post, post), (cas.body, BODY)]
    made = [claim(ONE, PERSON, TYPE, cas.Official)]
    made += [claim(ONE, tenure, predicate, value) for predicate, value in facts]
    made += [claim(ONE, tenure, cas.heldOn, day(one)) for one in days]
    return made + [claim(ONE, tenure, getattr(cas, name), value) for name, value in more.items()]


def known(store: MemoryStore) -> OfficialRecord:
    with store.read() as reader:
        return official_record(reader, PERSON, on=ON)


def test_known_days_are_told_and_nothing_between_them() -> None:
    store = MemoryStore()
    bring(store, ONE, held("2020-05-01", "2018-07-02"))
    (post,) = known(store).held
    assert [str(one) for one in post.held_on] == ["2018-07-02", "2020-05-01"]
    assert (post.starts, post.ends) == (None, None)
    assert post.evidence


def test_a_stated_interval_stays_apart_from_days() -> None:
    store = MemoryStore()
    stated = held(tenure=f"{TENURE}2", startsOn=day("2010"), endsOn=day("2015"))
    bring(store, ONE, [*held("2018-07-02"), *stated])
    first, second = known(store).held
    assert (str(first.starts), str(first.ends), first.held_on) == ("2010", "2015", ())
    assert [str(one) for one in second.held_on] == ["2018-07-02"]


def test_a_post_without_a_day_has_its_evidence() -> None:
    store = MemoryStore()
    bring(store, ONE, held())
    (post,) = known(store).held
    assert (post.held_on, post.holding) == ((), None)
    assert post.evidence


def test_a_day_that_a_reviewer_rejected_is_none_on_which_a_post_was_held() -> None:
    store = MemoryStore()
    told = held("2018-07-02", "2020-05-01")
    bring(store, ONE, told)
    assert known(store).held[0].holding is Holding.SHOWN
    decide(store, decision(told[-1], Verdict.REJECTED))
    (post,) = known(store).held
    assert [str(one) for one in post.held_on] == ["2018-07-02"]
    assert post.holding is None


def test_signed_documents_are_named_with_who_says_so_and_more_are_counted() -> None:
    store = MemoryStore()
    documents = [f"{cas.DATA}document/tw/nq/{n}/xiii" for n in range(1, acts.SHOWN + 2)]
    who = held("2018-07-02")
    bring(store, ONE, [*who, *(claim(ONE, one, cas.signedBy, PERSON) for one in documents[:2])])
    with store.read() as reader:
        few = signed_by(reader, PERSON)
    assert {one.document.iri for one in few} == set(documents[:2])
    assert all(one.evidence for one in few)
    assert known(store).signed == 2
    bring(store, ONE, [*who, *(claim(ONE, one, cas.signedBy, PERSON) for one in documents)])
    with store.read() as reader:
        many = signed_by(reader, PERSON)
    assert len(many) == acts.SHOWN
    assert known(store).signed == acts.SHOWN + 1


def test_what_a_text_charges_with_is_neither_signed_nor_led() -> None:
    store = MemoryStore()
    told = [claim(ONE, PERSON, cas.responsibleFor, A), claim(ONE, B, cas.implementedBy, BODY)]
    bring(store, ONE, [*NUMBERED[:3], *held("2018-07-02"), *told])
    with store.read() as reader:
        (person,), (body,) = charged_with(reader, PERSON), charged_with(reader, BODY)
        assert signed_by(reader, PERSON) == ()
        assert led_by(reader, PERSON, known(store).held) == ()
    assert (person.document.iri, person.assignment.predicate) == (A, "responsibleFor")
    assert (body.document.iri, body.assignment.predicate) == (B, "implementedBy")
    assert person.assignment.evidence
    assert body.assignment.evidence


def of_body(document: str, on: str) -> list[Claim]:
    return [claim(ONE, document, cas.issued, day(on)), claim(ONE, document, cas.issuedBy, BODY)]


BODY_TOLD = [
    claim(ONE, BODY, TYPE, cas.Body),
    claim(ONE, BODY, LABEL, text("Tỉnh ủy Hà Tĩnh", "vi")),
    claim(ONE, BODY, cas.level, f"{cas.DATA}level/province"),
]


def led(*claims: Claim) -> list[tuple[str, Holding | None]]:
    store = MemoryStore()
    documents = [*of_body(A, "2020-05-01"), *of_body(B, "2020-05-02")]
    bring(store, ONE, [*BODY_TOLD, *documents, *claims])
    with store.read() as reader:
        found = led_by(reader, PERSON, known(store).held)
    return [(one.document.iri, one.tenure.holding) for one in found]


def test_a_body_is_led_on_the_days_that_sources_show_and_on_no_other() -> None:
    assert led(*held("2020-05-01", post=LEADER)) == [(A, Holding.SHOWN)]
    assert led(*held("2020-05", post=LEADER)) == []
    assert led(*held("2020-05-01", post=POST)) == []


def test_a_stated_interval_counts_and_an_unverified_one_does_not() -> None:
    within = [(A, Holding.WITHIN), (B, Holding.WITHIN)]
    stated = held(post=LEADER, startsOn=day("2020-05-01"), endsOn=day("2020-06-01"))
    assert led(*stated) == within
    doubted = [
        claim(ONE, one.subject, one.predicate, one.object, Verification.UNVERIFIED)
        for one in stated
    ]
    assert led(*doubted) == []


def test_a_body_that_took_back_an_older_name_is_not_the_older_body(reader: Reader) -> None:
    old, between = (
        body_record(reader, f"{cas.DATA}body/{slug}", on=ON)
        for slug in ("ban-tuyen-giao-trung-uong", "ban-tuyen-giao-va-dan-van-trung-uong")
    )
    (heir,) = between.successors
    assert heir.name == old.name
    assert heir.iri != old.iri
    assert old.predecessors == ()
    assert [one.iri for one in old.successors] == [between.iri]
