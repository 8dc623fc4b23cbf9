"""How the files of the project look: short, in NFC, well named, at home on any machine."""

from __future__ import annotations

import ast
import re
import unicodedata
from pathlib import Path

import pytest

from tests.house.tree import GENERATED, PACKAGES, ROOT, files, lines, python_files, text_of

MOST_LINES = 400
CODE = {"", ".py", ".html", ".css", ".js", ".ts", ".rq", ".sh"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
# A folder of one person's machine; the look-behind lets web addresses pass.
MACHINE_PATH = re.compile(r"(?<![\w.\-/])/(?:home|root|work|Users)/\w")
REGISTRY = re.compile(r"\b(?:[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.(?:org|com))|--index-[u]rl")


def is_code(file: Path) -> bool:
    return file.suffix in CODE and file.name not in {"LICENSE", "NOTICE", ".gitignore"}


def late_imports(tree: ast.AST) -> list[int]:
    """Return the lines of imports that stand inside a function."""
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return [
        node.lineno
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_the_tree_is_seen() -> None:
    assert {"pyproject.toml", "graph/facts.py", "scripts/check"} <= {str(file) for file in files()}


def test_no_code_file_is_long() -> None:
    lengths = {str(file): (text_of(file) or "").count("\n") for file in files() if is_code(file)}
    assert {
        file: length
        for file, length in lengths.items()
        if length > MOST_LINES and file not in GENERATED
    } == {}


def test_names_say_what_is_inside() -> None:
    vague = [str(file) for file in files() if VAGUE_NAMES & {*file.parts[:-1], file.stem}]
    assert vague == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import os\n", []),
        ("def f():\n    import os\n", [2]),
        ("class A:\n    async def f(self):\n        from os import path\n", [3]),
    ],
)
def test_late_imports_are_found(code: str, found: list[int]) -> None:
    assert late_imports(ast.parse(code)) == found


def test_imports_stand_at_the_top() -> None:
    late = {
        str(file): found
        for file in python_files()
        if (found := late_imports(ast.parse(text_of(file) or "")))
    }
    assert late == {}


def test_text_is_composed() -> None:
    decomposed = [place for place, line in lines() if not unicodedata.is_normalized("NFC", line)]
    assert decomposed == []


def test_every_package_file_is_text_or_a_picture() -> None:
    pictures = {".png", ".ico", ".woff2"}
    unreadable = [
        str(file)
        for file in files()
        if file.parts[0] in PACKAGES and text_of(file) is None and file.suffix not in pictures
    ]
    assert unreadable == []


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("cd /" + "home/an/cascade", True),
        ("<https://tinh.vn/home/van-ban>", False),
        ("cd ../work/x", False),
        ("pip install --index-" + "url x", True),
        ("https://" + "pypi" + ".org/x", True),
    ],
)
def test_foreign_paths_are_recognised(line: str, refused: bool) -> None:
    assert bool(MACHINE_PATH.search(line) or REGISTRY.search(line)) is refused


def test_nothing_points_at_one_machine() -> None:
    pointing = [
        place for place, line in lines() if MACHINE_PATH.search(line) or REGISTRY.search(line)
    ]
    assert pointing == []


def test_every_test_folder_is_a_package() -> None:
    folders = {file.parent for file in python_files("tests")}
    assert [
        str(folder) for folder in folders if not (ROOT / folder / "__init__.py").is_file()
    ] == []
