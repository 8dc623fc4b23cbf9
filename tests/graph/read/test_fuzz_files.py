"""Whatever is done to a file with a format of its own, reading it breaks nowhere."""

from __future__ import annotations

import pytest

from tests.graph.read.fuzzing import try_changes


def test_no_change_of_a_file_breaks_its_reading(pytestconfig: pytest.Config) -> None:
    try_changes(pytestconfig, texts=False)
