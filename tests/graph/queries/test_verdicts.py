"""What an answer must hold for a competency question to have passed."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from graph.errors import QueryError
from graph.queries.loader import library, parse_question
from graph.queries.verdicts import Fate, Term, judge

BODY = "SELECT ?d ?n WHERE { ?d <x:number> ?n }"
HEAD = """#+ name: q
#+ title.vi: a
#+ title.en: b
#+ column d: D | D
#+ column n: N | N
#+ question: 7
"""
ROW: tuple[Term, ...] = (
    NamedNode("https://w3id.org/cascade-vn/id/document/tw/nq/18/xii"),
    Literal("18-NQ/TW"),
)


@pytest.mark.parametrize(
    ("expected", "fate"),
    [
        ("id:document/tw/nq/18/xii | 18-NQ/TW", Fate.PASS),
        ("* | 18…", Fate.PASS),
        ("* | 19-NQ/TW", Fate.FAIL),
        ("id:document/tw/nq/19/xii | *", Fate.FAIL),
        ("* |", Fate.FAIL),
    ],
)
def test_an_expected_row_must_be_there(expected: str, fate: Fate) -> None:
    question = parse_question(f"{HEAD}#+ expect: {expected}\n{BODY}", "here")
    assert judge(question, [ROW]).fate is fate
    assert judge(question, []).fate is Fate.FAIL


def test_an_empty_cell_is_what_is_not_stated() -> None:
    question = parse_question(f"{HEAD}#+ expect: * |\n{BODY}", "here")
    assert judge(question, [(ROW[0], None)]).fate is Fate.PASS


def test_where_the_data_are_silent_an_answer_is_wrong() -> None:
    question = parse_question(f"{HEAD}#+ silent: vì sao | why\n{BODY}", "here")
    assert judge(question, []).fate is Fate.NOT_STATED
    assert judge(question, [ROW]).fate is Fate.FAIL


@pytest.mark.parametrize(
    "extra",
    [
        "",
        "#+ expect: * | *\n#+ silent: a | b\n",
        "#+ expect: *\n",
        "#+ expect: * | *\n#+ example x: 1\n",
    ],
)
def test_a_trial_that_says_too_little_or_too_much_is_refused(extra: str) -> None:
    with pytest.raises(QueryError):
        parse_question(HEAD + extra + BODY, "here")


def test_a_question_outside_the_forty_is_not_judged() -> None:
    with pytest.raises(ValueError, match="most-widely-implemented"):
        judge(library()["most-widely-implemented"], [])


def test_there_are_forty_each_once() -> None:
    numbers = [one.trial.number for one in library().values() if one.trial]
    assert sorted(numbers) == list(range(1, 41))
