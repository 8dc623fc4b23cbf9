"""Commands that are imported only when they are asked for.

The libraries of one command shall not slow all others down: networkx, pyvis and FastAPI take
longer to import than most questions take to answer; so do pyshacl and what the log of writes needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any

import typer

#: Where such a command, or a group of them, stands: module and name; in the order of the help,
#: after the others.
LATE: Mapping[str, tuple[str, str]] = {
    "build": ("api.cli.keeping", "build"),
    "extract": ("api.cli.reading", "extract"),
    "ingest": ("api.cli.reading", "ingest"),
    "import": ("api.cli.keeping", "import_"),
    "backup": ("api.cli.keeping", "backup"),
    "restore": ("api.cli.keeping", "restore"),
    "forget": ("api.cli.keeping", "forget"),
    "check": ("api.cli.keeping", "check"),
    "trace": ("api.cli.tracing", "trace"),
    "stale": ("api.cli.tracing", "stale"),
    "coverage": ("api.cli.covering", "coverage"),
    "matrix": ("api.cli.covering", "matrix"),
    "compare": ("api.cli.covering", "compare"),
    "impact": ("api.cli.judging", "impact"),
    "path": ("api.cli.judging", "path"),
    "responsible": ("api.cli.judging", "responsible"),
    "changes": ("api.cli.judging", "changes"),
    "conflicts": ("api.cli.judging", "conflicts"),
    "analyse": ("api.cli.analysing", "analyse"),
    "alike": ("api.cli.analysing", "alike"),
    "export": ("api.cli.exporting", "export"),
    "review": ("api.cli.reviewing", "review"),
    "token": ("api.cli.access", "token"),
    "login-link": ("api.cli.access", "login_link"),
    "serve": ("api.cli.serving", "serve"),
}


class Commands(MutableMapping[str, Any]):
    """Commands of the parser by name: those at hand, then those made when they are looked up.

    Parameters
    ----------
    ready : commands at hand.
    late : module and function of the others.
    """

    def __init__(self, ready: Mapping[str, Any], late: Mapping[str, tuple[str, str]]) -> None:
        self._ready = dict(ready)
        self._late = late

    def __getitem__(self, name: str) -> Any:
        if name not in self._ready and name in self._late:
            self._ready[name] = _made(name, *self._late[name])
        return self._ready[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._ready[name] = command

    def __delitem__(self, name: str) -> None:
        del self._ready[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._ready, *self._late)))

    def __len__(self) -> int:
        return len({*self._ready, *self._late})


def _made(name: str, module: str, function: str) -> Any:
    """Return the command that a function becomes, or the group that stands there."""
    found = getattr(import_module(module), function)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name)(found)
    return typer.main.get_command(alone)
