"""The description of the whole API: complete, in both languages, its names the same for ever."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from api.app import create_app
from api.examples import example_of
from api.openapi import completed
from api.settings import Settings
from graph.store.local import LocalStore

NAMES = Path(__file__).parent / "names.json"
_JSON = ("application/json", "application/problem+json")


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return description()


def description() -> dict[str, Any]:
    """Return what the whole service says of itself; no store is needed for that."""
    app = create_app(Settings(), LocalStore(Path("no-store")))
    said: dict[str, Any] = json.loads(json.dumps(app.openapi()))
    return said


def operations(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in told["paths"].items():
        for method, said in methods.items():
            yield f"{method.upper()} {path}", said


def is_bilingual(text: str, joint: str) -> bool:
    vi, _, en = text.partition(joint)
    return bool(en) and not vi.isascii() and en.isascii() | ("“" in en)


def test_every_operation_says_in_both_languages_what_it_does(told: dict[str, Any]) -> None:
    tags = {tag["name"] for tag in told["tags"]}
    for name, said in operations(told):
        assert is_bilingual(said["summary"], " / "), name
        assert is_bilingual(said["description"], "\n\n"), name
        assert said["tags"], name
        assert set(said["tags"]) <= tags, name


def test_every_parameter_is_explained_with_an_example(told: dict[str, Any]) -> None:
    for name, said in operations(told):
        for one in said.get("parameters", []):
            where = f"{name} {one['name']}"
            assert one["description"], where
            (first, *_) = one["schema"]["examples"]
            validator = jsonschema_rs.validator_for(one["schema"] | _components(told))
            assert validator.is_valid(first), where


def test_every_answer_has_an_example_of_its_shape(told: dict[str, Any]) -> None:
    for name, said in operations(told):
        for status, answer in said["responses"].items():
            assert answer["description"], (name, status)
            for kind, content in answer.get("content", {}).items():
                if "schema" in content and kind in _JSON and (name, status) != HEALTH_503:
                    schema = content["schema"] | _components(told)
                    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
                    errors = [str(one) for one in validator.iter_errors(content["example"])]
                    assert not errors, (name, status, errors[0])


HEALTH_503 = ("GET /health", "503")  # says `unavailable` in the shape of 200


def test_every_operation_of_the_api_declares_its_refusals(told: dict[str, Any]) -> None:
    for name, said in operations(told):
        if " /api/" not in name:
            continue
        assert {"400", "401", "503"} <= set(said["responses"]), name
        if said.get("parameters") or "requestBody" in said:
            assert "422" in said["responses"], name
        for status, answer in said["responses"].items():
            if int(status) >= 400 or status == "300":
                (kind,) = answer["content"]
                content = answer["content"][kind]
                assert kind == "application/problem+json", (name, status)
                assert content["schema"] == {"$ref": "#/components/schemas/ProblemSaid"}
                assert content["example"]["status"] == int(status), (name, status)


def test_questions_have_an_etag_and_a_way_to_say_not_modified(told: dict[str, Any]) -> None:
    questions = [(name, said) for name, said in operations(told) if "304" in said["responses"]]
    assert len(questions) >= 23
    for name, said in questions:
        assert {"ETag", "Cascade-Generation"} <= set(said["responses"]["200"]["headers"]), name


def test_nothing_is_referred_to_that_is_not_there(told: dict[str, Any]) -> None:
    referred = set(json.dumps(told).split('"#/components/schemas/')[1:])
    names = {one.partition('"')[0] for one in referred}
    assert names <= set(told["components"]["schemas"])
    assert "HTTPValidationError" not in told["components"]["schemas"]


def test_names_stay_as_they_are(told: dict[str, Any]) -> None:
    """New names may come (then renew the file on purpose); none may go or change its parameters."""
    now = names_of(told)
    kept = json.loads(NAMES.read_text(encoding="utf-8"))
    assert now == kept, "if meant: python -m tests.api.test_description"


def test_shapes_of_ours_win_over_what_is_guessed_of_them() -> None:
    made = completed({"paths": {}, "info": {}, "components": {"schemas": {"Evidence": {}}}})
    assert made["components"]["schemas"]["Evidence"]["properties"]["claim"] == {"type": "string"}


def test_examples_are_known_by_name() -> None:
    assert example_of("statistics")["generation"] >= 1
    assert example_of("no such operation") is None


def names_of(told: dict[str, Any]) -> dict[str, Any]:
    """Return the names on which programs rely: operations, parameters, fields of answers."""
    called = {
        said["operationId"]: {
            "at": name,
            "parameters": sorted(one["name"] for one in said.get("parameters", [])),
        }
        for name, said in operations(told)
    }
    fields = {
        name: sorted(shape.get("properties") or shape.get("enum") or [])
        for name, shape in told["components"]["schemas"].items()
    }
    return {"operations": dict(sorted(called.items())), "fields": dict(sorted(fields.items()))}


def _components(told: dict[str, Any]) -> dict[str, Any]:
    return {"components": told["components"]}


if __name__ == "__main__":
    written = json.dumps(names_of(description()), ensure_ascii=False, indent=1)
    NAMES.write_text(written + "\n", encoding="utf-8")
