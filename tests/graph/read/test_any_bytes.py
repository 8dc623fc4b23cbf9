"""Whatever lies in a file, the reader answers with rows and problems and never breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.read.register import read_register
from tests.graph.read.small import columns_of, write

HEADER = ",".join(columns_of("central_documents")).encode()
CELLS = st.sampled_from(
    ["18-NQ/TW", "Nghị quyết", "2017-10-25", "@2021", "18-NQ/TW@2017", "XII", "seen_once", ";", ""]
) | st.text(max_size=8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("bytes"))


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_answered(folder: Path, content: bytes) -> None:
    (folder / "central_documents.csv").write_bytes(content)
    _, problems = read_register(folder)
    assert problems
    for problem in problems:
        assert "\n" not in problem.told("vi")
        assert problem.line >= 1


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.lists(CELLS, min_size=15, max_size=18), max_size=4))
def test_any_cells_are_answered(folder: Path, lines: list[list[str]]) -> None:
    told = [",".join(cells).encode("utf-8", "surrogatepass") for cells in lines]
    (folder / "central_documents.csv").write_bytes(b"\n".join([HEADER, *told]))
    register, problems = read_register(folder)
    held = {document.pointer for document in register.central_documents}
    for document in register.central_documents:
        assert {*document.replaces, *document.amended_by, *document.replaced_by} <= held
    assert all(problem.told("en") for problem in problems)
