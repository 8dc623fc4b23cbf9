"""export of one cascade, beside that of the store."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pytest

from tests.api.cli.conftest import Run


def read(file: Path) -> list[dict[str, str]]:
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("named", ["--format", "ending"])
@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_cascade_is_exported_for_gephi(run: Run, tmp_path: Path, format: str, named: str) -> None:
    file = tmp_path / (f"57.{format}" if named == "ending" else "57")
    option = ("--format", format) if named == "--format" else ()
    result = run("export", "--cascade", "57-NQ/TW", *option, "--out", file)
    assert result.exit_code == 0, result.stderr
    graph = (nx.read_graphml if format == "graphml" else nx.read_gexf)(file)
    assert f"Đã xuất {len(graph)} văn bản, {graph.number_of_edges()} quan hệ" in result.stdout
    assert len(graph) > 50
    assert graph.nodes["https://w3id.org/cascade-vn/id/document/tw/nq/57/xiii"]["depth"] == 0


def test_csv_comes_as_two_sheets_that_join(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "57.csv"
    result = run("export", "--cascade", "57-NQ/TW", file)
    assert "57.nodes.csv" in result.stdout.replace("\n", "")
    edges, documents = read(file), read(tmp_path / "57.nodes.csv")
    addresses = {row["id"] for row in documents}
    assert {row["source"] for row in edges} | {row["target"] for row in edges} == addresses
    assert all(row["relation"] and row["certainty"] for row in edges)
    names = {row["id"]: row["label"] for row in documents}
    assert all(names[row["source"]] == row["document"] for row in edges)


def test_html_stands_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "57.html"
    assert run("--lang", "en", "export", "--cascade", "57-NQ/TW", file).exit_code == 0
    page = file.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "default-src 'none'" in page


def test_direction_depth_and_day_are_heeded(run: Run, tmp_path: Path) -> None:
    sizes = {}
    for name, options in {
        "all": (),
        "one": ("--depth", "1"),
        "early": ("--as-of", "2025-02-01"),
        "up": ("--up",),
    }.items():
        file = tmp_path / f"{name}.graphml"
        assert run("export", "--cascade", "57-NQ/TW", *options, file).exit_code == 0
        sizes[name] = len(nx.read_graphml(file))
    assert sizes["up"] < sizes["early"] < sizes["one"] < sizes["all"]


@pytest.mark.parametrize(
    "args",
    [
        ("all.html",),
        ("all.nq", "--format", "gexf"),
        ("all.nq", "--cascade", "57-NQ/TW"),
        ("all.html", "--cascade", "57-NQ/TW", "--format", "turtle"),
        (),
        ("a.nq", "--out", "b.nq"),
        ("a.html", "--cascade", "18-NQ/TW"),
        ("a.html", "--cascade", "57-NQ/TW", "--as-of", "hôm qua"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    run: Run, tmp_path: Path, args: tuple[str, ...]
) -> None:
    files = [tmp_path / arg if "." in arg and "/" not in arg else arg for arg in args]
    result = run("export", *files)
    assert result.exit_code == 2
    assert "→" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_leaves_nothing(run: Run, tmp_path: Path) -> None:
    result = run("export", "--cascade", "57-NQ/TW", tmp_path / "no" / "57.html")
    assert result.exit_code == 3
    assert list(tmp_path.iterdir()) == []
