"""What the project consists of: its files as git knows them, committed or about to be."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ontology", "graph", "api")
# Written by a script from the sources of truth: nobody reads them from top to bottom.
GENERATED = frozenset({"ontology/terms.py", "ontology/lexicon.py"})


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the project, relative to its root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = sorted(name for name in listed.stdout.decode("utf-8").split("\0") if name)
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


@cache
def text_of(file: Path) -> str | None:
    """Return the text of a file, None where it holds no text."""
    try:
        return (ROOT / file).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def lines() -> tuple[tuple[str, str], ...]:
    """Return every line of every text file with its place, `file:line`."""
    return tuple(
        (f"{file}:{number}", line)
        for file in files()
        for number, line in enumerate((text_of(file) or "").splitlines(), start=1)
    )


def python_files(*folders: str) -> tuple[Path, ...]:
    """Return the Python files, those under `folders` alone if any are named."""
    found = (file for file in files() if file.suffix == ".py")
    return tuple(file for file in found if not folders or file.parts[0] in folders)
