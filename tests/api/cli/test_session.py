"""Where the store lies, which language is spoken, how days are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from api.cli.entry import global_first
from api.cli.session import language_of, locate, parse_day
from graph.errors import QuestionError


def test_the_option_wins_over_everything(tmp_path: Path) -> None:
    (tmp_path / ".cascade" / "store").mkdir(parents=True)
    named = Path("elsewhere")
    assert locate(named, {"CASCADE_STORE": "there"}, tmp_path) == named


def test_the_environment_wins_over_the_folder(tmp_path: Path) -> None:
    (tmp_path / ".cascade" / "store").mkdir(parents=True)
    assert locate(None, {"CASCADE_STORE": "there"}, tmp_path) == Path("there")


def test_the_nearest_store_upwards_is_taken(tmp_path: Path) -> None:
    outer, inner = tmp_path / "a", tmp_path / "a" / "b" / "c"
    for folder in (tmp_path, outer):
        (folder / ".cascade" / "store").mkdir(parents=True)
    inner.mkdir(parents=True)
    assert locate(None, {}, inner) == outer / ".cascade" / "store"


def test_without_any_the_store_comes_to_lie_here(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    assert locate(None, {"CASCADE_STORE": ""}, inner) == inner / ".cascade" / "store"


def test_vietnamese_is_spoken_unless_english_is_asked_for() -> None:
    assert language_of(None, {}) == "vi"
    assert language_of(None, {"CASCADE_LANG": "EN"}) == "en"
    assert language_of("vi", {"CASCADE_LANG": "en"}) == "vi"
    with pytest.raises(QuestionError, match="vi or en"):
        language_of("fr", {})


@pytest.mark.parametrize("text", ["2022-08-18", "18-8-2022", "18/08/2022", " 18.8.2022 "])
def test_a_day_is_read_as_it_is_written_here_and_elsewhere(text: str) -> None:
    assert parse_day(text, "--as-of") == date(2022, 8, 18)


@pytest.mark.parametrize("text", ["", "2022", "2022-08", "30-2-2022", "hôm nay", "2022-08-18T00"])
def test_what_is_no_day_is_refused_with_the_option(text: str) -> None:
    with pytest.raises(QuestionError) as told:
        parse_day(text, "--as-of")
    assert told.value.place == "--as-of"


def test_global_options_may_stand_anywhere() -> None:
    assert global_first(["find", "a", "--lang", "en", "--store=x"]) == [
        *("--lang", "en", "--store=x", "find", "a")
    ]
    assert global_first(["find", "--", "--lang", "en"]) == ["find", "--", "--lang", "en"]
    assert global_first(["find", "--store"]) == ["--store", "find"]
