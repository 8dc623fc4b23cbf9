"""Bodies and office-holders: counted by year, known days only."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from graph.linked import officials
from graph.linked.bodies import SHOWN, body_about
from graph.linked.officials import official_about
from graph.model import Claim, Literal
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.reviewed import ABOVE, BODY, ONE, bring, claim, day

POLITBURO = f"{cas.DATA}body/bo-chinh-tri"
PERSON, POST, TENURE = (cas.DATA + end for end in ("official/a", "post/b", "tenure/c"))


def test_years_add_up_and_each_shows_its_own(reader: Reader) -> None:
    whole = body_about(reader, POLITBURO)
    assert whole.year == max(year for year, _ in whole.years)
    named = set()
    for year, count in whole.years:
        found = body_about(reader, POLITBURO, year).documents
        assert len(found) == min(count, SHOWN)
        assert {str(one.issued.year) if one.issued else "" for one in found} == {year}
        named |= {one.iri for one in found}
    issued = reader.quads(None, NamedNode(cas.issuedBy), NamedNode(POLITBURO))
    assert named == {quad.subject.value for quad in issued}  # type: ignore[union-attr]
    assert whole.issued == len(named)


def test_a_body_knows_who_stands_above_before_and_after() -> None:
    store = MemoryStore()
    bring(
        store,
        ONE,
        [
            claim(ONE, BODY, cas.parent, ABOVE),
            claim(ONE, BODY, cas.successor, f"{cas.DATA}body/moi"),
            claim(ONE, f"{cas.DATA}body/cu", cas.successor, BODY),
        ],
    )
    with store.read() as reader:
        about = body_about(reader, BODY)
        above = body_about(reader, ABOVE)
    assert [one.iri for one in about.parents] == [ABOVE]
    assert [one.iri for one in above.children] == [BODY]
    assert [one.name.vi for one in about.predecessors] == ["body/cu"]
    assert [one.name.vi for one in about.successors] == ["body/moi"]
    assert (about.issued, about.documents) == (0, ())


@pytest.mark.parametrize("text", ['x" } #', "$year", "\\"])
def test_a_year_is_a_text_whatever_it_says(reader: Reader, text: str) -> None:
    assert body_about(reader, POLITBURO, text).documents == ()


def held(*days: str, tenure: str = TENURE, **more: Literal) -> list[Claim]:
    facts = [(cas.holder, PERSON), (cas.post, POST), (cas.body, BODY)]
    made = [claim(ONE, tenure, predicate, value) for predicate, value in facts]
    made += [claim(ONE, tenure, cas.heldOn, day(one)) for one in days]
    return made + [claim(ONE, tenure, getattr(cas, name), value) for name, value in more.items()]


def test_known_days_are_told_and_nothing_between_them() -> None:
    store = MemoryStore()
    bring(store, ONE, held("2020-05-01", "2018-07-02"))
    with store.read() as reader:
        (post,) = official_about(reader, PERSON).posts
    assert [str(one) for one in post.held_on] == ["2018-07-02", "2020-05-01"]
    assert (post.starts, post.ends) == (None, None)
    assert post.evidence


def test_a_stated_interval_stays_apart_from_days() -> None:
    store = MemoryStore()
    stated = held(tenure=f"{TENURE}2", startsOn=day("2010"), endsOn=day("2015"))
    bring(store, ONE, [*held("2018-07-02"), *stated])
    with store.read() as reader:
        first, second = official_about(reader, PERSON).posts
    assert (str(first.starts), str(first.ends), first.held_on) == ("2010", "2015", ())
    assert [str(one) for one in second.held_on] == ["2018-07-02"]


def test_signed_documents_are_named_and_more_are_told_of() -> None:
    store = MemoryStore()
    documents = [f"{cas.DATA}document/tw/nq/{n}/xiii" for n in range(1, officials.SHOWN + 2)]
    bring(store, ONE, [claim(ONE, one, cas.signedBy, PERSON) for one in documents[:2]])
    with store.read() as reader:
        few = official_about(reader, PERSON)
    assert {one.iri for one in few.signed} == set(documents[:2])
    assert not few.more
    bring(store, ONE, [claim(ONE, one, cas.signedBy, PERSON) for one in documents])
    with store.read() as reader:
        many = official_about(reader, PERSON)
    assert len(many.signed) == officials.SHOWN
    assert many.more
