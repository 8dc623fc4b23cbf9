"""Bodies, officials, the ontology and the figures of the store over HTTP."""

from __future__ import annotations

import pytest

from ontology import terms as cas
from tests.api.routes.demo import Api


@pytest.mark.parametrize(
    "named", ["Chính phủ", "chinh phu", cas.DATA + "body/chinh-phu", "body/chinh-phu"]
)
def test_a_body_is_told_by_name_or_address(api: Api, named: str) -> None:
    said = api.told("body", body=named)
    assert (said["name"], said["level"], said["code"]) == ("Chính phủ", "central", "CP")
    assert "Quốc hội" in {one["name"] for one in said["parents"]}
    assert "Bộ Nội vụ" in {one["name"] for one in said["parts"]}
    assert said["documents"] > 10


def test_bodies_that_came_and_went_know_of_each_other(api: Api) -> None:
    said = api.told("body", body="Bộ Nội vụ")
    before = {one["iri"] for one in said["predecessors"]}
    assert before
    for iri in before:
        assert said["iri"] in {one["iri"] for one in api.told("body", body=iri)["successors"]}


def test_an_official_is_told_by_known_days_only(api: Api) -> None:
    said = api.told("official", official="Trần Thanh Mẫn", on="2026-01-24")
    held = {(one["post"], one["holding"]) for one in said["held"]}
    assert ("Chủ tịch Quốc hội", "shown") in held
    assert all(one["evidence"] for one in said["held"])
    later = api.told("official", official="Trần Thanh Mẫn", on="2026-01-25")
    assert {one["holding"] for one in later["held"]} == {None}  # seen the day before, not on it


def test_tenures_of_a_body_are_in_no_order_of_persons(api: Api) -> None:
    tenures = api.told("body", body="Bộ Chính trị")["tenures"]
    told = [(one["post"], min(one["held_on"], default="9"), one["name"]) for one in tenures]
    assert len(told) > 5
    assert told == sorted(told)
    assert not {"rank", "order", "score"} & set(tenures[0])


@pytest.mark.parametrize(
    ("path", "name"), [("body", "Bộ Phép thuật"), ("official", "Nguyễn Không Ai Biết")]
)
def test_who_is_unknown_is_told_so(api: Api, path: str, name: str) -> None:
    said = api.told(path, 404, **{path: name})
    assert (said["place"], name in said["detail"]) == (path, True)
    assert "/api/" in said["remedy"]
    assert api.told(path, 404, **{path: f"{path}/khong-co"})["status"] == 404


def test_a_body_is_no_official(api: Api) -> None:
    assert api.told("official", 404, official="body/chinh-phu")["remedy"]


def test_the_ontology_names_everything_in_both_languages(api: Api) -> None:
    said = api.told("ontology")
    terms = {one["iri"]: one for one in said["terms"]}
    assert {cas.Document, cas.Body, cas.Claim, cas.issued} <= set(terms)
    assert all(one["label"]["vi"] and one["label"]["en"] for one in said["terms"])
    assert terms[cas.continues]["above"] == [cas.implements]
    schemes = {one["label"]["vi"]: one["concepts"] for one in said["schemes"]}
    assert len(schemes["Loại văn bản"]) > 50


def test_the_figures_add_up(api: Api) -> None:
    said = api.told("statistics")
    found = api.told("documents", limit=1)
    assert said["documents"] == found["total"] == sum(said["by_year"].values())
    assert said["documents"] == sum(one["documents"] for one in said["by_type"])
    assert said["claims"] == sum(one["claims"] for one in said["sources"])
    assert len(said["sources"]) == said["texts"] + said["tables"]
    assert said["texts"] == 5
    assert said["bodies"] == api.told("bodies", limit=1)["total"]
    assert said["officials"] == api.told("officials", limit=1)["total"]
    assert str(said["generation"]) == api.ask("statistics").headers["cascade-generation"]
