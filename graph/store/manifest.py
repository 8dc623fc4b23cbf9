"""The head of an export: what the file holds, so that a reader can tell whether it is whole.

# cascade export 1
# generation: 12
# quads: 3190000
# facts: 1270000
# graph <https://w3id.org/cascade-vn/id/source/...>: 42
# texts: ...           (SHA-256 of the archive of texts beside the file; only where there is one)
# sha256: ...          (of everything after the line that ends the manifest)
# end of manifest
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError, Text

FORMAT = 1
_FIRST = re.compile(r"# cascade export (\d+)")
_LAST = "# end of manifest"
_ENTRY = re.compile(r"# (generation|quads|facts|texts|sha256|graph <[^<>]*>): (\S+)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an export holds: generation, quads in all, facts, quads per named graph, checksum.

    `texts` is the checksum of the archive of texts beside the file, None where there is none.
    """

    generation: int
    quads: int
    facts: int
    graphs: tuple[tuple[str, int], ...]
    sha256: str
    texts: str | None = None

    def lines(self) -> Iterator[str]:
        """Return the manifest as comment lines, the same in N-Quads and TriG."""
        yield f"# cascade export {FORMAT}"
        yield f"# generation: {self.generation}"
        yield f"# quads: {self.quads}"
        yield f"# facts: {self.facts}"
        yield from (f"# graph <{name}>: {count}" for name, count in self.graphs)
        if self.texts is not None:
            yield f"# texts: {self.texts}"
        yield f"# sha256: {self.sha256}"
        yield _LAST

    def counted(self) -> dict[str, int]:
        """Return the quads per graph that has any; the facts stand under the empty name."""
        counts = {"": self.facts, **dict(self.graphs)}
        return {name: count for name, count in counts.items() if count}


def read_manifest(stream: BinaryIO, file: Path) -> Manifest | None:
    """Read the manifest and stop where the body begins; None: no export of ours.

    Raises
    ------
    InputError
        when a manifest begins but is of another version, broken off or garbled.
    """
    first = _FIRST.fullmatch(_line(stream))
    if first is None:
        return None
    if int(first[1]) != FORMAT:
        raise unsound(
            file,
            f"bản xuất kiểu {first[1]}, ở đây chỉ đọc được kiểu {FORMAT}",
            f"an export of format {first[1]}, only {FORMAT} can be read here",
        )
    entries: list[tuple[str, str]] = []
    while (line := _line(stream)) != _LAST:
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            raise unsound(file, f"phần đầu hỏng: {line[:80]!r}", f"broken head: {line[:80]!r}")
        entries.append((entry[1], entry[2]))
    return _manifest(entries, file)


def _line(stream: BinaryIO) -> str:
    return stream.readline(100_000).decode("utf-8", "replace").rstrip("\r\n")


def _manifest(entries: list[tuple[str, str]], file: Path) -> Manifest:
    single = {name: value for name, value in entries if not name.startswith("graph ")}
    graphs = [(name[7:-1], value) for name, value in entries if name.startswith("graph ")]
    try:
        return Manifest(
            int(single["generation"]),
            int(single["quads"]),
            int(single["facts"]),
            tuple((name, int(count)) for name, count in graphs),
            single["sha256"],
            single.get("texts"),
        )
    except (KeyError, ValueError) as error:
        raise unsound(file, f"phần đầu thiếu {error}", f"the head lacks {error}") from error


def unsound(file: Path, vi: str, en: str) -> InputError:
    """Return the error for an export that is not what its manifest says."""
    return InputError(
        Text(f"bản xuất không nguyên vẹn: {vi}", f"the export is not whole: {en}"),
        place=str(file),
        remedy=Text(
            "lấy lại bản xuất từ nơi đã tạo ra nó; kho chưa thay đổi gì",
            "fetch the export again from where it was made; the store has not changed",
        ),
    )
