"""Who signed, who is assigned, who led: three kinds, from what sources state and no further."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from graph.facts import facts_about
from graph.lineage.documents import documents, find_document
from graph.lineage.leading import leading_posts
from graph.lineage.responsibility import responsible
from graph.model import (
    Claim,
    EvidenceRow,
    Holding,
    Leadership,
    Literal,
    PartialDate,
    Responsibility,
    Verification,
)
from graph.rdf import Standing, address_of, claim_quads, evidence_quads, fact_quads, read_claims
from graph.resolve.drafts import LABEL, TYPE, text, when
from graph.resolve.identity import body_iri, post_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.lineage.told import SOURCE, address

COMMISSION = body_iri(["ban-to-chuc-trung-uong"])
DAY = date(2021, 3, 16)


@pytest.mark.parametrize(
    ("body", "level", "posts"),
    [
        ("Ban Tổ chức Trung ương", "central", ["Trưởng ban"]),
        ("Ban Chấp hành Trung ương", "central", ["Tổng Bí thư"]),
        ("Ban Bí thư", "central", ["Thường trực Ban Bí thư"]),
        ("Bộ Chính trị", "central", []),
        ("Chính phủ", "central", ["Thủ tướng Chính phủ"]),
        ("Bộ Nội vụ", "ministry", ["Bộ trưởng"]),
        ("Tỉnh ủy Hà Tĩnh", "province", ["Bí thư Tỉnh ủy"]),
        ("Ban Thường vụ Tỉnh ủy Hà Tĩnh", "province", []),
        ("UBND tỉnh Quảng Trị", "province", ["Chủ tịch UBND tỉnh", "Quyền Chủ tịch UBND tỉnh"]),
        ("UBND Thành phố Hồ Chí Minh", "province", ["Chủ tịch UBND thành phố"]),
        ("Đảng ủy Chính phủ", "central", ["Bí thư Đảng ủy"]),
        ("Đảng ủy xã Tân An", "commune", ["Bí thư Đảng ủy xã"]),
        ("Vụ Pháp chế", "ministry", []),
    ],
)
def test_the_post_that_leads_a_body(body: str, level: str, posts: list[str]) -> None:
    assert sorted(post.vi for post in leading_posts(body, level)) == posts


class Told:
    """Claims about one document and the persons around it."""

    def __init__(self, rating: Verification = Verification.SEEN_ONCE) -> None:
        self.claims: list[Claim] = []
        self.more: list[Quad] = []
        self.rating = rating
        self.say(address(1), cas.number, text("01-KL/BTCTW"))
        self.say(address(1), cas.issuedBy, COMMISSION)
        self.say(COMMISSION, TYPE, cas.Body)
        self.say(COMMISSION, LABEL, text("Ban Tổ chức Trung ương", "vi"))
        self.say(COMMISSION, cas.level, cas.DATA + "level/central")
        self.say(post_iri("Trưởng ban"), LABEL, text("Trưởng ban", "vi"))

    def say(self, subject: str, predicate: str, value: str | Literal) -> Claim:
        row = f"{SOURCE}/row/{self.rating}"
        claim = Claim(SOURCE, subject, predicate, value, row, self.rating)
        self.claims.append(claim)
        return claim

    def person(self, name: str) -> str:
        iri = f"{cas.DATA}official/{name}"
        self.say(iri, LABEL, text(name, "vi"))
        return iri

    def tenure(self, name: str, **days: str) -> None:
        """Tell that somebody headed the commission: `heldOn`, `startsOn`, `endsOn`."""
        iri = f"{cas.DATA}tenure/{name}-{len(self.claims)}"
        self.say(iri, cas.holder, self.person(name))
        self.say(iri, cas.post, post_iri("Trưởng ban"))
        self.say(iri, cas.body, COMMISSION)
        for key, day in days.items():
            self.say(iri, cas.ONTOLOGY + key, when(PartialDate.parse(day)))

    def on_claim(self, claim: Claim, predicate: str, value: str) -> None:
        subject, graph = NamedNode(address_of(claim)), NamedNode(claim.source)
        self.more.append(Quad(subject, NamedNode(predicate), RdfLiteral(value), graph))

    def responsible(self, on: date | None = DAY) -> Responsibility:
        quads = [quad for claim in self.claims for quad in claim_quads(claim, Standing(NOW))]
        rows = {(claim.evidence, claim.verification) for claim in self.claims}
        for row, rating in rows:
            quads += evidence_quads(EvidenceRow(row, SOURCE, "k", ("https://example.org",), rating))
        for subject in {claim.subject for claim in self.claims}:
            about = [claim for claim in self.claims if claim.subject == subject]
            quads += fact_quads(facts_about(subject, about, {}))
        with MemoryStore([*quads, *self.more]).read() as reader:
            (document,) = documents(reader, [address(1)]).values()
            return responsible(reader, document, on=on)

    def leading(self, on: date = DAY) -> Leadership:
        (found,) = self.responsible(on).leading
        return found


def names(found: Leadership) -> list[str]:
    return [one.name for one in found.holders]


def test_a_person_is_known_on_the_day_that_a_source_shows_and_on_no_other() -> None:
    told = Told()
    told.tenure("A", heldOn="2021-03-16")
    assert names(told.leading()) == ["A"]
    assert told.leading().holders[0].holding is Holding.SHOWN
    for day in (date(2021, 3, 15), date(2021, 3, 17)):
        assert names(told.leading(day)) == []
        assert [one.name for one in told.leading(day).nearest] == ["A"]


def test_two_days_of_one_person_say_nothing_of_the_days_between() -> None:
    told = Told()
    told.tenure("A", heldOn="2018-07-02")
    told.tenure("A", heldOn="2022-01-12")
    assert told.leading().holders == ()
    assert [str(day) for one in told.leading().nearest for day in one.held_on] == [
        "2018-07-02",
        "2022-01-12",
    ]


def test_a_stated_interval_covers_its_days_but_not_where_an_end_is_open() -> None:
    told = Told()
    told.tenure("A", startsOn="2016-02-05", endsOn="2021-04")
    assert told.leading().holders[0].holding is Holding.WITHIN
    assert names(told.leading(date(2021, 4, 1))) == ["A"]
    assert names(told.leading(date(2021, 4, 2))) == []
    half = Told()
    half.tenure("B", startsOn="2016-02-05")
    assert (half.leading().holders, half.leading().unverified) == ((), ())


def test_an_interval_that_is_unverified_is_shown_and_does_not_count() -> None:
    told = Told(Verification.UNVERIFIED)
    told.tenure("A", startsOn="2016-02-05", endsOn="2021-04")
    assert told.leading().holders == ()
    assert [one.name for one in told.leading().unverified] == ["A"]


def test_a_month_that_contains_the_day_does_not_show_the_day() -> None:
    told = Told()
    told.tenure("A", heldOn="2021-03")
    assert told.leading().holders == ()
    assert [one.name for one in told.leading().nearest] == ["A"]


def test_two_persons_shown_on_one_day_stay_two() -> None:
    told = Told()
    told.tenure("A", heldOn="2021-03-16")
    told.tenure("B", heldOn="2021-03-16")
    assert names(told.leading()) == ["A", "B"]


def test_signing_assignment_and_chairing_are_not_mixed_up() -> None:
    told = Told()
    told.say(address(1), cas.signedBy, told.person("Signer"))
    lead = told.say(address(1), cas.assignedTo, COMMISSION)
    told.on_claim(lead, cas.role, "lead")
    told.on_claim(lead, cas.deadline, "2021-06")
    told.say(told.person("Charged"), cas.responsibleFor, address(1))
    event = cas.DATA + "event/conference/1"
    told.say(event, cas.chairedBy, told.person("Chair"))
    told.say(address(1), cas.adoptedAt, event)
    found = told.responsible()
    assert [one.name for one in found.signed] == ["Signer"]
    assert [(one.name, one.predicate, one.role, one.deadline) for one in found.assigned] == [
        ("Ban Tổ chức Trung ương", "assignedTo", "lead", PartialDate(2021, 6)),
        ("Charged", "responsibleFor", None, None),
    ]
    assert all(one.evidence for one in found.signed)
    assert all(one.evidence for one in found.assigned)
    assert found.leading[0].holders == ()
    assert "Chair" not in repr(found)


def test_the_day_is_that_of_issue_unless_another_is_asked_for(reader: Reader) -> None:
    document = find_document(reader, "105-QĐ/TW")
    assert responsible(reader, document).on == date(2017, 12, 19)
    assert responsible(reader, document, on=DAY).on == DAY


def test_a_board_is_led_by_who_leads_its_committee(reader: Reader) -> None:
    (found,) = responsible(reader, find_document(reader, "105-QĐ/TW")).leading
    assert (found.body, found.through, found.posts) == (
        "Bộ Chính trị",
        "Ban Chấp hành Trung ương",
        ("Tổng Bí thư",),
    )
    (minister,) = responsible(reader, find_document(reader, "896/QĐ-TTg")).leading
    assert (minister.body, minister.through) == ("Thủ tướng Chính phủ", "Chính phủ")


def test_role_and_deadline_stand_on_the_claim_and_are_read_back() -> None:
    told = Told().say(address(1), cas.assignedTo, COMMISSION)
    claim = replace(told, role="lead", deadline=PartialDate(2021, 6))
    ratings = {claim.evidence: claim.verification}
    assert list(read_claims(claim_quads(claim, Standing(NOW)), ratings)) == [(claim, Standing(NOW))]
