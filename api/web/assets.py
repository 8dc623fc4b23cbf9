"""Addresses of style sheets and scripts, which change with the content and can be kept for long."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

#: Folders beside this file that a browser may read.
FOLDERS = ("css", "fonts", "dist", "maps", "vendor")


@dataclass(frozen=True, slots=True)
class Assets:
    """The files that pages refer to.

    Parameters
    ----------
    folder : what `/web` stands for.
    """

    folder: Path
    _known: dict[str, str] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """Return the address of a file, with the first digits of the hash of its content.

        Parameters
        ----------
        name : the file below the folder, as in `css/page.css`.

        Raises
        ------
        FileNotFoundError : there is no such file.
        """
        if name not in self._known:
            self._known[name] = f"/web/{name}?v={digits_of((self.folder / name).read_bytes())}"
        return self._known[name]


def digits_of(content: bytes) -> str:
    """Return the digits that tell this content of a file from any other."""
    return hashlib.sha256(content).hexdigest()[:12]
