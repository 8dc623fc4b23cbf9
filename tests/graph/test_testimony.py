"""What a text says, told again when more is known of what it cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import testimony
from graph.ingest import source_of
from graph.records import Register
from graph.resolve import quotes
from graph.resolve.link import Linker
from tests.graph.seeds import annotated


def test_telling_a_text_again_cuts_no_sentence_anew(
    shared: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sentences stay as they are, whatever its citations mean: they are looked for once."""
    linker = Linker(register)
    read = next(iter(annotated(shared / "gold" / "seeds").values()))
    one = testimony.testify(source_of(read.article), read, linker, {})
    cut: list[int] = []
    monkeypatch.setattr(quotes, "bounds", lambda *words: cut.append(words[1]))
    assert testimony.told_again(one, one.heard, linker) == one.content
    assert one.content.claims
    assert not cut
