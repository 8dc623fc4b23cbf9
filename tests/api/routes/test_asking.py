"""What an address asks for is read strictly."""

from __future__ import annotations

import pytest

from api.routes.asking import page_number
from graph.errors import QuestionError


@pytest.mark.parametrize("text", ["0", "1000001", "0000000001" + "0" * 20, "9" * 5000, "٣", "-1"])
def test_what_is_no_number_of_a_page_is_told(text: str) -> None:
    with pytest.raises(QuestionError):
        page_number(text)
    assert (page_number(""), page_number("0012")) == (1, 12)
