"""Export and import: everything comes back, nothing else gets in."""

from __future__ import annotations

import gzip
import io
import random
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from graph.errors import InputError
from graph.store.exchange import export
from graph.store.graphs import DATA, IMPORT_PREFIX, is_managed
from graph.store.importing import import_file
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Store
from graph.store.sorting import canonical_dump, sorted_lines
from tests.graph.store.samples import claim, fact, node, sample


def dump(store: Store) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


def exported(store: Store, file: Path) -> Path:
    with store.read() as reader:
        export(reader, file)
    return file


@pytest.fixture
def store() -> MemoryStore:
    odd = Quad(node("d1"), node("p"), Literal('"\\\n\t} # <x>'), node("văn-bản"))
    year = Literal("2026", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYear"))
    return MemoryStore([*sample(30), odd, Quad(node("d2"), node("y"), year)])


@pytest.mark.parametrize("name", ["kho.nq", "kho.trig", "kho.nq.gz", "kho.trig.gz"])
def test_an_export_restores_the_whole_store(store: MemoryStore, tmp_path: Path, name: str) -> None:
    file = exported(store, tmp_path / name)
    other = MemoryStore([fact(1000)])
    done = import_file(other, file)
    assert (done.graph, done.quads, done.generation) == (None, 62, 2)
    assert dump(other) == dump(store)


@pytest.mark.parametrize("name", ["kho.nq", "kho.trig.gz", "kho.ttl"])
def test_equal_stores_export_equal_bytes(tmp_path: Path, name: str) -> None:
    quads = sample(50)
    files = []
    for seed in (1, 2):
        random.Random(seed).shuffle(quads)
        files.append(exported(MemoryStore(quads), tmp_path / f"{seed}-{name}"))
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_manifest_tells_what_the_file_holds(store: MemoryStore, tmp_path: Path) -> None:
    lines = exported(store, tmp_path / "kho.nq").read_text().splitlines()
    assert lines[:4] == ["# cascade export 1", "# generation: 1", "# quads: 62", "# facts: 31"]
    assert f"# graph <{DATA}source/s0>: 5" in lines
    body = lines[lines.index("# end of manifest") + 1 :]
    assert len(body) == 62
    assert body == sorted(body)


def test_turtle_has_the_facts_only_and_says_so(store: MemoryStore, tmp_path: Path) -> None:
    file = exported(store, tmp_path / "kho.ttl")
    assert "Facts only" in file.read_text().splitlines()[1]
    found = {Quad(q.subject, q.predicate, q.object) for q in parse(path=file)}
    with store.read() as reader:
        assert found == {q for q in reader.quads() if not hasattr(q.graph_name, "value")}
    other = MemoryStore()
    assert import_file(other, file).graph == f"{IMPORT_PREFIX}kho"


def test_a_stream_gets_what_a_file_gets(store: MemoryStore, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with store.read() as reader:
        export(reader, stream, RdfFormat.TRIG)
    assert stream.getvalue() == exported(store, tmp_path / "kho.trig").read_bytes()


def test_other_formats_are_refused(store: MemoryStore, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.trig"):
        exported(store, tmp_path / "kho.rdf")
    with pytest.raises(InputError, match="cannot be written"):
        exported(store, tmp_path / "không có" / "kho.nq")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("văn bản 3", "văn bản 8", "sha256 stated"),
        ("# quads: 62", "# quads: 61", "61 quads stated, 62 found"),
        ("source/s0>: 5", "source/s0>: 4", "source/s0>: 4 quads stated, 5 found"),
        ("# facts: 31", "# facts: ba", "head lacks"),
        ("# facts: 31\n", "", "head lacks 'facts'"),
        ("# end of manifest\n", "", "broken head"),
        ("# cascade export 1", "# cascade export 2", "an export of format 2"),
    ],
)
def test_an_export_that_was_changed_is_refused(
    store: MemoryStore, tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = exported(store, tmp_path / "kho.nq")
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    other = MemoryStore(sample(2))
    with pytest.raises(InputError, match=told) as refused:
        import_file(other, file)
    assert refused.value.place == str(file)
    assert dump(other) == dump(MemoryStore(sample(2)))


def test_an_export_that_broke_off_is_refused(store: MemoryStore, tmp_path: Path) -> None:
    file = exported(store, tmp_path / "kho.nq.gz")
    file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(InputError, match="cannot be read"):
        import_file(MemoryStore(), file)


FOREIGN = f"""
<https://example.org/d1> <https://example.org/name> "một" , [] .
_:x <https://example.org/name> _:x .
GRAPH <{DATA}graph/review> {{ <https://example.org/d2> <https://example.org/name> "hai" }}
GRAPH <https://example.org/g> {{ <https://example.org/d3> <https://example.org/name> _:x }}
GRAPH _:g {{ <https://example.org/d4> <https://example.org/name> "bốn" }}
"""


def test_foreign_rdf_stays_out_of_managed_graphs(store: MemoryStore, tmp_path: Path) -> None:
    file = tmp_path / "Nguồn khác.trig"
    file.write_text(FOREIGN)
    before = dump(store)
    done = import_file(store, file)
    assert (done.graph, done.quads) == (f"{IMPORT_PREFIX}nguon-khac", 6)
    with store.read() as reader:
        names = [name for name in reader.graphs() if name.startswith(IMPORT_PREFIX)]
        new = {quad for quad in reader.quads() if str(quad) not in before.decode()}
    assert len(names) == 4
    assert not any(is_managed(name) for name in names)
    assert {getattr(quad.graph_name, "value", "") for quad in new} == set(names)
    assert set(before.splitlines()) <= set(dump(store).splitlines())


def test_importing_again_changes_nothing(store: MemoryStore, tmp_path: Path) -> None:
    file = tmp_path / "a.trig"
    file.write_text(FOREIGN)
    first = import_file(store, file, "Tên nhập")
    assert first.graph == f"{IMPORT_PREFIX}ten-nhap"
    assert import_file(store, file, "tên nhập") == first
    file.write_text("<https://example.org/d9> <https://example.org/name> 'chín' .")
    import_file(store, file, "Tên nhập")
    with store.read() as reader:
        assert [name for name in reader.graphs() if "import" in name] == [first.graph]


def test_a_packed_file_loads_and_its_slips_are_told(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kho")
    file = tmp_path / "a.nt.gz"
    file.write_bytes(
        gzip.compress(b"<https://e.org/a> <https://e.org/b> <<( _:x <https://e.org/b> _:x )>> .")
    )
    assert store.replace(file) == 1
    file.write_bytes(gzip.compress(b"<https://e.org/a> .", mtime=0))
    with pytest.raises(InputError, match="not well-formed"):
        store.replace(file)
    file.write_bytes(file.read_bytes()[:-6])
    with pytest.raises(InputError):
        store.replace(file)
    assert len(dump(store).splitlines()) == 1


def test_foreign_rdf_can_be_the_first_in_a_store(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    file.write_text("<https://e.org/a> <https://e.org/b> <<( _:x <https://e.org/b> _:x )>> .")
    store = LocalStore(tmp_path / "kho")
    first = import_file(store, file, "Số liệu")
    assert (first.generation, first.quads) == (1, 1)
    assert import_file(store, file, "Số liệu") == first


@pytest.mark.parametrize(
    ("file", "name", "graph"),
    [
        ("so-lieu.2025.nt", None, "so-lieu-2025"),
        ("so-lieu.2026.nt", None, "so-lieu-2026"),
        ("a.nt", "so-lieu.2025", "so-lieu-2025"),
        (".an.nt", None, "an"),
    ],
)
def test_only_the_extension_of_the_format_leaves_the_name(
    tmp_path: Path, file: str, name: str | None, graph: str
) -> None:
    place = tmp_path / file
    place.write_text("<https://e.org/a> <https://e.org/b> <https://e.org/c> .")
    store = MemoryStore()
    assert import_file(store, place, name).graph == f"{IMPORT_PREFIX}{graph}"
    packed = tmp_path / f"{file}.gz"
    packed.write_bytes(gzip.compress(place.read_bytes()))
    assert import_file(store, packed, name).graph == f"{IMPORT_PREFIX}{graph}"


@pytest.mark.parametrize("name", ["", "文件", "--", "../.."])
def test_a_name_that_no_address_could_hold_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / "a.nt"
    file.write_text("<https://e.org/a> <https://e.org/b> <https://e.org/c> .")
    store = MemoryStore()
    with pytest.raises(InputError, match="no letter or figure") as told:
        import_file(store, file, name)
    assert told.value.place == "--name"
    assert dump(store) == dump(MemoryStore())


def test_our_own_export_needs_no_name(store: MemoryStore, tmp_path: Path) -> None:
    file = exported(store, tmp_path / "文件.nq")
    assert import_file(MemoryStore(), file).graph is None


def test_blank_nodes_of_two_imports_do_not_meet(tmp_path: Path) -> None:
    store = MemoryStore()
    for name in ("a", "b"):
        file = tmp_path / f"{name}.nt"
        file.write_text("_:x <https://example.org/name> _:x .")
        import_file(store, file)
    with store.read() as reader:
        nodes = [quad.subject for quad in reader.quads()]
    assert len(set(nodes)) == 2
    assert all(isinstance(term, BlankNode) for term in nodes)


def test_a_slip_is_told_with_file_line_and_column(store: MemoryStore, tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("<https://e.org/a> <https://e.org/b> 'c' .\n<https://e.org/a> <b c> 'd' .\n")
    before = dump(store)
    with pytest.raises(InputError) as refused:
        import_file(store, file)
    assert refused.value.place == f"{file}:2:19"
    assert dump(store) == before


def test_what_cannot_be_read_is_told(store: MemoryStore, tmp_path: Path) -> None:
    unknown = tmp_path / "a.docx"
    unknown.write_bytes(b"")
    with pytest.raises(InputError, match="format of the file is not known"):
        import_file(store, unknown)
    with pytest.raises(InputError, match="cannot be read"):
        import_file(store, tmp_path / "không có.nq")
    bad = tmp_path / "a.nq.gz"
    bad.write_bytes(gzip.compress(b"")[:5])
    with pytest.raises(InputError, match="cannot be read"):
        import_file(store, bad)
    bad.write_bytes(b"not packed")
    with pytest.raises(InputError, match="cannot be read"):
        store.replace(bad)


def test_an_unmarked_file_is_never_taken_for_an_export(tmp_path: Path) -> None:
    file = tmp_path / "a.nq"
    file.write_text(f"{claim(1)} .\n")
    store = MemoryStore([fact(1)])
    import_file(store, file)
    with store.read() as reader:
        assert fact(1) in set(reader.quads())
        assert not any(is_managed(name) for name in reader.graphs())


def test_sorting_in_runs_gives_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quads = sample(100)
    whole = list(sorted_lines(quads, tmp_path))
    monkeypatch.setattr("graph.store.sorting.RUN", 7)
    random.Random(3).shuffle(quads)
    assert list(sorted_lines(quads, tmp_path)) == whole
    assert whole == sorted(whole)


def test_managed_graphs_are_those_of_cascade() -> None:
    assert is_managed(None)
    assert is_managed(f"{DATA}source/x")
    assert is_managed(f"{DATA}graph/review")
    assert not is_managed(f"{IMPORT_PREFIX}x")
    assert not is_managed("https://example.org/g")
