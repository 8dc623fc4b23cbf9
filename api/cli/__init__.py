"""The `cascade` command: every answer of the graph in a terminal."""

from api.cli.entry import main

__all__ = ["main"]
