"""Texts into the store: any order, twice, changed, forgotten; files in step with the graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import graph.ingest
from graph.build import forget, load_register
from graph.check import check
from graph.extraction import Extraction, NamedBody, ReportedResult
from graph.ingest import IngestReport, ingest, source_of
from graph.lineage.cascade import trace
from graph.lineage.description import describe
from graph.lineage.documents import find_document
from graph.model import Cascade, Description, Level, Modality, PartialDate
from graph.readings import around
from graph.records import Register
from graph.resolve.link import Linker
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Store
from graph.store.sorting import canonical_dump
from tests.graph.conftest import NOW
from tests.graph.seeds import annotated, cited, related, written

Bring = Callable[..., IngestReport]


@pytest.fixture(scope="session")
def linker(register: Register) -> Linker:
    """Return what citations are resolved against."""
    return Linker(register)


@pytest.fixture(scope="session")
def articles(shared: Path) -> Mapping[str, Extraction]:
    """Return the five annotated articles."""
    return annotated(shared / "gold" / "seeds")


@pytest.fixture
def store(register_store: MemoryStore) -> MemoryStore:
    """Return a copy of the store of the register."""
    return copied(register_store)


@pytest.fixture
def bring(linker: Linker) -> Bring:
    """Return what brings readings into a store."""

    def bring_in(store: Store, *readings: Extraction, days: int = 0) -> IngestReport:
        by_name = {one.article.sha256: one for one in readings}
        return ingest(
            store,
            [one.article for one in readings],
            read=lambda article: by_name[article.sha256],
            linker=linker,
            now=NOW + timedelta(days=days),
        )

    return bring_in


def copied(store: MemoryStore) -> MemoryStore:
    with store.read() as reader:
        copy = MemoryStore(reader.quads())
    copy.texts._kept.update(store.texts._kept)
    return copy


def dump(store: Store) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


def traced(store: Store, document: str) -> Cascade:
    with store.read() as reader:
        return trace(reader, find_document(reader, document), down=True, evidence=True)


def described(store: Store, document: str) -> Description:
    with store.read() as reader:
        return describe(reader, find_document(reader, document), on=NOW.date())


def edges(store: Store, document: str) -> set[tuple[str, str | None]]:
    said = described(store, document)
    return {(edge.predicate, edge.object.number) for edge in said.outgoing}


DATED = "Quy định 901-QĐ/TU ngày 3-5-2018 đã có hiệu lực."
UNDATED = "Quy định 901-QĐ/TU thay thế Quy định 902-QĐ/TU."


def dated() -> Extraction:
    document = cited(DATED, "Quy định 901-QĐ/TU", "901-QĐ/TU", issued=PartialDate(2018, 5, 3))
    return written("a", DATED, [document])


def undated(name: str = "b") -> Extraction:
    new = cited(UNDATED, "Quy định 901-QĐ/TU", "901-QĐ/TU")
    old = cited(UNDATED, "Quy định 902-QĐ/TU", "902-QĐ/TU")
    replaces = related(UNDATED, new.id, "replaces", old.id, cue="thay thế")
    return written(name, UNDATED, [new, old], [replaces])


def test_any_order_gives_the_same_graph(
    store: MemoryStore, articles: Mapping[str, Extraction], bring: Bring
) -> None:
    names = sorted(articles)
    orders = (names, names[::-1])
    dumps = set()
    for order in orders:
        own = copied(store)
        for name in order:
            bring(own, articles[name])
        dumps.add(dump(own))
    at_once = copied(store)
    bring(at_once, *articles.values())
    assert dumps == {dump(at_once)}


def test_twice_changes_nothing(
    store: MemoryStore, articles: Mapping[str, Extraction], bring: Bring
) -> None:
    first = bring(store, *articles.values())
    assert len(first.changed) == 5
    before = dump(store)
    again = bring(store, *articles.values(), days=30)
    assert (again.changed, again.generation) == ((), first.generation)
    assert dump(store) == before


@pytest.mark.long
def test_forgetting_withdraws_just_what_one_supported(
    store: MemoryStore, articles: Mapping[str, Extraction], bring: Bring
) -> None:
    whole = copied(store)
    bring(whole, *articles.values())
    for name, article in articles.items():
        others = copied(store)
        bring(others, *(one for other, one in articles.items() if other != name))
        less = copied(whole)
        forget(less, source_of(article.article))
        assert dump(less) == dump(others), name


def test_what_the_articles_say_stands_in_the_graph(
    store: MemoryStore, articles: Mapping[str, Extraction], bring: Bring
) -> None:
    bring(store, *articles.values())
    assert ("replaces", "335-QĐ/TU") in edges(store, "680-QĐ/TU@Hà Tĩnh")
    assert ("replaces", "668-QĐ/TU") in edges(store, "682-QĐ/TU@Hà Tĩnh")
    assert not edges(store, "335-QĐ/TU@Hà Tĩnh")
    assert edges(store, "05-KL/TU@Hà Tĩnh") == set()
    assert ("continues", "18-NQ/TW") in edges(store, "92-KL/TU@Hà Tĩnh")
    below = {node.document.number: node for node in traced(store, "18-NQ/TW@XII").nodes}
    for number in ("920-CTr/TU", "1011-CTr/TU"):
        assert below[number].document.unit == "Hà Tĩnh"
        assert below[number].lag is None
        (evidence,) = (one for one in below[number].evidence if one.quote)
        assert "1011-CTr/TƯ" in (evidence.quote or "")
    assert "92-KL/TU" not in {node.document.number for node in below["920-CTr/TU"].children}
    lags = {node.document.number: node.lag for node in traced(store, "10-CT/TW@X").nodes}
    assert lags["55-KL/TU"] is not None
    assert lags["55-KL/TU"].most == 3882


@pytest.mark.long
def test_a_sound_store_stays_sound(
    store: MemoryStore, articles: Mapping[str, Extraction], bring: Bring
) -> None:
    with store.read() as reader:
        before = set(check(reader))
    bring(store, *articles.values())
    with store.read() as reader:
        assert not {flaw for flaw in check(reader) if flaw.grave} - before


def test_a_later_text_says_which_document_an_earlier_one_meant(
    store: MemoryStore, bring: Bring
) -> None:
    other = copied(store)
    bring(store, undated())
    assert described(store, "901-QĐ/TU@Hà Tĩnh").document.term is None
    bring(store, dated())
    assert described(store, "901-QĐ/TU@Hà Tĩnh").document.term == "2015-2020"
    assert ("replaces", "902-QĐ/TU") in edges(store, "901-QĐ/TU@Hà Tĩnh@2015-2020")
    bring(other, dated())
    bring(other, undated())
    assert dump(store) == dump(other)
    forget(store, "a")
    assert described(store, "901-QĐ/TU@Hà Tĩnh").document.term is None


def test_what_was_learnt_before_another_change_is_not_believed(
    store: MemoryStore, bring: Bring
) -> None:
    other = copied(store)
    bring(store, dated())
    forget(store, "a")
    bring(store, undated())
    bring(other, undated())
    assert dump(store) == dump(other)


def test_the_register_read_after_the_texts_ends_at_the_same_graph(
    store: MemoryStore, bring: Bring
) -> None:
    late = MemoryStore()
    bring(late, dated(), undated())
    load_register(late, now=NOW)
    bring(store, dated(), undated())
    assert dump(late) == dump(store)


def test_a_changed_text_closes_what_is_gone(store: MemoryStore, bring: Bring) -> None:
    bring(store, undated("a"))
    old = {name for name in store.texts._kept if name.endswith(".txt")}
    bring(store, dated(), days=3)
    assert not edges(store, "901-QĐ/TU@Hà Tĩnh")
    assert b"withdrawn" in dump(store)
    assert b"2026-11-24T09:00:00Z" in dump(store)
    assert not old & set(store.texts._kept)
    assert len(store.texts._kept) == 2


def test_files_live_as_long_as_their_source(tmp_path: Path, bring: Bring) -> None:
    place = LocalStore(tmp_path / "store")
    bring(place, undated("a"), undated("b"))
    names = sorted(file.suffix for file in (tmp_path / "store" / "texts").iterdir())
    assert names == [".json", ".json", ".txt"]
    forget(place, "a")
    assert len(list((tmp_path / "store" / "texts").iterdir())) == 2
    forget(place, "b")
    assert not list((tmp_path / "store" / "texts").iterdir())


class Refusing(MemoryStore):
    """A store whose disk is full when it comes to the transaction."""

    def apply(self, change: Change) -> int:
        """Fail."""
        raise OSError(28, "no space")


def test_nothing_is_left_of_a_failed_transaction(bring: Bring) -> None:
    store = Refusing()
    with pytest.raises(OSError, match="no space"):
        bring(store, dated())
    assert not store.texts._kept


class Interrupted(MemoryStore):
    """A store whose writer is interrupted when the transaction is made."""

    def apply(self, change: Change) -> int:
        """Make the change and tell nobody."""
        super().apply(change)
        raise KeyboardInterrupt


def test_what_a_published_transaction_names_stays_whoever_is_interrupted(bring: Bring) -> None:
    store = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        bring(store, dated())
    assert len(store.texts.names()) == 2


def test_a_long_run_takes_ever_more_texts_in_one_transaction(
    bring: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.ingest, "TOGETHER", 2)
    monkeypatch.setattr(graph.ingest, "_LARGEST", 2)
    texts = [f"{DATED} Bản {number}." for number in range(16)]
    document = cited(DATED, "Quy định 901-QĐ/TU", "901-QĐ/TU", issued=PartialDate(2018, 5, 3))
    store = MemoryStore()
    report = bring(store, *(written(f"t{n}", text, [document]) for n, text in enumerate(texts)))
    assert len(report.sources) == 16
    assert report.generation == 5  # 2, 2, as many as are done, then no more than 4


def test_one_name_for_two_texts_is_told(store: MemoryStore, bring: Bring) -> None:
    report = bring(store, dated(), undated("a"))
    assert len(report.sources) == 1
    (problem,) = report.problems
    assert problem.remedy
    assert "“a”" in problem.message.vi


def test_a_text_cannot_pose_as_the_register() -> None:
    article = dated().article
    assert source_of(replace(article, identifier="register-plenums")).endswith(
        "/source/van-ban-register-plenums"
    )
    assert source_of(replace(article, identifier="???")).endswith(article.sha256[:12])


def test_what_is_only_asked_for_makes_no_edge(store: MemoryStore, bring: Bring) -> None:
    one = undated()
    asked = replace(one.relations[0], modality=Modality.REQUESTED)
    bring(store, replace(one, relations=(asked,)))
    assert not traced(store, "902-QĐ/TU@Hà Tĩnh").nodes
    with store.read() as reader:
        new = find_document(reader, "901-QĐ/TU@Hà Tĩnh")
        old = find_document(reader, "902-QĐ/TU@Hà Tĩnh")
        standing = describe(reader, old, on=NOW.date()).standing
    assert not standing.endings
    assert new.verification == "article"


def test_an_open_citation_has_no_part_in_lineage(store: MemoryStore, bring: Bring) -> None:
    text = "Chương trình 903-CTr/TU thực hiện Nghị quyết 18-NQ/TW."
    program = cited(text, "Chương trình 903-CTr/TU", "903-CTr/TU", type_vi="Chương trình")
    open_one = cited(
        text, "Nghị quyết 18-NQ/TW", "18-NQ/TW", type_vi="Nghị quyết", province=None, level=None
    )
    relation = related(text, program.id, "implements", open_one.id)
    bring(store, written("c", text, [program, open_one], [relation]))
    said = described(store, "903-CTr/TU@Hà Tĩnh")
    (edge,) = said.outgoing
    assert edge.object.unresolved
    for term in ("XII", "XIII", "XIV"):
        numbers = {node.document.number for node in traced(store, f"18-NQ/TW@{term}").nodes}
        assert "903-CTr/TU" not in numbers


def test_a_lower_body_replaces_nothing_above_it(store: MemoryStore, bring: Bring) -> None:
    text = "Quy định 904-QĐ/TU thay thế Quy định 105-QĐ/TW."
    low = cited(text, "Quy định 904-QĐ/TU", "904-QĐ/TU")
    high = cited(
        text, "Quy định 105-QĐ/TW", "105-QĐ/TW", province=None, level=Level.CENTRAL, term="XII"
    )
    bring(store, written("d", text, [low, high], [related(text, low.id, "replaces", high.id)]))
    endings = described(store, "105-QĐ/TW@XII").standing.endings
    assert {ending.by.number for ending in endings if ending.by} == {"80-QĐ/TW"}


def test_a_reported_figure_hangs_on_its_document(store: MemoryStore, bring: Bring) -> None:
    text = "Thực hiện Quy định 901-QĐ/TU, Tỉnh ủy giảm 1.888 biên chế, đạt 62,82%."
    document = cited(text, "Quy định 901-QĐ/TU", "901-QĐ/TU")
    body = NamedBody("b", "Tỉnh ủy Hà Tĩnh", Level.PROVINCE, ())
    at, share = text.index("1.888"), text.index("62,82%")
    figures = [
        ReportedResult(document.id, 1888, "biên chế", at, at + 14, body="b"),
        ReportedResult(document.id, 62.82, "%", share, share + 6, qualifier="gần"),
    ]
    bring(store, written("e", text, [document], bodies=[body], results=figures))
    first, second = sorted(
        described(store, "901-QĐ/TU@Hà Tĩnh").figures, key=lambda figure: figure.unit, reverse=True
    )
    assert (first.value, first.unit, first.body) == ("1888", "biên chế", "Tỉnh ủy Hà Tĩnh")
    assert (second.value, second.unit, second.qualifier) == ("62.82", "%", "gần")
    (evidence,) = first.evidence
    lit = {(evidence.quote or "")[start:end] for start, end in evidence.marks}
    assert lit == {"Quy định 901-QĐ/TU", "1.888 biên chế"}


def test_a_document_is_shown_as_replaced_and_as_merely_named(
    store: MemoryStore, bring: Bring
) -> None:
    first = "Quy định 903-QĐ/TU thay thế Quy định 904-QĐ/TU."
    second = "Quy hoạch theo tiêu chuẩn của Nghị quyết 42-NQ/TW và Quy định 904-QĐ/TU."
    text = f"{first}\n{second}"
    new = cited(text, "Quy định 903-QĐ/TU", "903-QĐ/TU")
    old = cited(text, "Quy định 904-QĐ/TU", "904-QĐ/TU")
    again = text.rindex("Quy định 904-QĐ/TU")
    span = replace(old.mentions[0], start=again, end=again + len("Quy định 904-QĐ/TU"))
    stated = related(text, new.id, "replaces", old.id, end=len(first))
    bring(store, written("g", text, [new, replace(old, mentions=(*old.mentions, span))], [stated]))
    found = described(store, "904-QĐ/TU@Hà Tĩnh")
    assert [edge.predicate for edge in (*found.incoming, *found.outgoing)] == ["replaces"]
    assert [one.quote for one in found.mentions] == [first, second]
    assert found.mentioned == 2
    assert {(one.quote or "")[start:end] for one in found.mentions for start, end in one.marks} == {
        "Quy định 904-QĐ/TU"
    }


def test_a_quote_is_found_in_its_paragraph(store: MemoryStore, bring: Bring) -> None:
    said = "Quy định 903-QĐ/TU thay thế Quy định 904-QĐ/TU."
    text = f"Đoạn đầu.\nHội nghị họp. {said} Rồi nghỉ.\nĐoạn cuối."
    new, old = (cited(text, f"Quy định {number}", number) for number in ("903-QĐ/TU", "904-QĐ/TU"))
    start = text.index(said)
    stated = related(text, new.id, "replaces", old.id, start=start, end=start + len(said))
    bring(store, written("f", text, [new, old], [stated]))
    (edge,) = described(store, "903-QĐ/TU@Hà Tĩnh").outgoing
    (evidence,) = edge.evidence
    assert evidence.quote == said
    with store.read() as reader:
        assert around(reader, store.texts, evidence) == ("Hội nghị họp. ", " Rồi nghỉ.")
        moved = replace(evidence, start=3)
        assert around(reader, store.texts, moved) == ("", "")
