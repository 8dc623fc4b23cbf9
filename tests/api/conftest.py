"""The pages before answers made by hand."""

from __future__ import annotations

import pytest

from tests.api import sample
from tests.api.client import Client, client_of
from tests.api.sample import SampleAnswers


@pytest.fixture
def answers() -> SampleAnswers:
    return SampleAnswers(hits=(sample.hit(sample.ROOT), sample.hit(sample.local_document(2))))


@pytest.fixture
def client(answers: SampleAnswers) -> Client:
    return client_of(answers)
