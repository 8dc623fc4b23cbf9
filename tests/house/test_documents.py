"""What the pages for people say of the project is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, python_files, text_of

# A path is what starts with one of the top folders; the look-behind lets web addresses pass.
TOP = r"ontology|graph|api|data|scripts|tests|benchmarks|docs|\.ci"
PATH = re.compile(rf"(?<![\w./\-])(?:\./)?((?:{TOP})/[\w./*\-]*)")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
VERSION = re.compile(r"^## \[?(\d+\.\d+\.\d+)", re.MULTILINE)


def pages() -> list[Path]:
    return [file for file in files() if file.suffix == ".md"]


def paths_in(text: str) -> list[str]:
    return [found.rstrip(".-") for found in PATH.findall(text)]


def exists(pattern: str, folder: Path = ROOT) -> bool:
    return any(folder.glob(pattern)) if "*" in pattern else (folder / pattern).exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see `graph/model.py`, and data/register/.", ["graph/model.py", "data/register/"]),
        ("https://a.vn/docs/x and /api/x and mydata/x", []),
        ("run `./scripts/check`", ["scripts/check"]),
        ("the `.rq` in graph/queries/*.rq.", ["graph/queries/*.rq"]),
    ],
)
def test_paths_are_found(text: str, found: list[str]) -> None:
    assert paths_in(text) == found


def test_pages_name_only_what_exists() -> None:
    named = {(str(page), path) for page in pages() for path in paths_in(text_of(page) or "")}
    assert {(page, path) for page, path in named if not exists(path)} == set()


def test_every_room_stands_on_the_plan() -> None:
    plan = paths_in((ROOT / "docs/architecture.md").read_text(encoding="utf-8"))
    rooms = {
        f"graph/{file.parts[1]}" + ("/" if len(file.parts) > 2 else "")
        for file in python_files("graph")
        if file.name != "__init__.py"
    }
    assert rooms - set(plan) == set()


def test_links_lead_somewhere() -> None:
    links = {(page, link) for page in pages() for link in LINK.findall(text_of(page) or "")}
    assert {
        (str(page), link) for page, link in links if not exists(link, ROOT / page.parent)
    } == set()


def test_the_newest_change_is_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = VERSION.search((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert newest is not None
    assert newest[1] == project["version"]


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
