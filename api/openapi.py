"""The description of the whole API, completed by the shapes of the values that answers are made of.

What FastAPI finds out by itself knows neither how our values are written as JSON nor what belongs
together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

import graph.analytics.values as analysed
from api.examples import example_of
from api.problems import MEDIA_TYPE
from api.render.shapes import COMPONENTS, Schema, shapes_of
from api.schemas import ProblemSaid
from graph import model
from graph.errors import Text
from graph.lineage.sources import ListedSource
from ontology.reference import Reference

_TAGS = {
    "finding": Text("Tìm", "Finding"),
    "documents": Text("Một văn bản", "One document"),
    "lineage": Text(
        "Dòng chảy: xuống, lên, độ phủ, hiệu lực", "Lineage: cascades, coverage, force"
    ),
    "questions": Text("40 câu hỏi năng lực, theo tên", "The forty competency questions by name"),
    "actors": Text("Cơ quan và cán bộ lãnh đạo", "Bodies and officials"),
    "data": Text("Bản thể học và số liệu của kho", "The ontology, and what the store holds"),
    "sources": Text("Nguồn: gửi, đọc, xóa", "Sources: send, read, erase"),
    "review": Text("Duyệt phát biểu", "Review of claims"),
    "service": Text("Trông nom máy chủ", "Watching the service"),
}
_ABOUT = """\
Mọi quan hệ kèm nguồn; “chưa tìm thấy” không có nghĩa là “chưa thực hiện”. Câu trả lời là những
giá trị mà `cascade ... --format json` in ra; `next` là con trỏ của trang sau, dùng cho câu hỏi và
thế hệ ấy. Thêm `lang=en` để nhận thông báo lỗi bằng tiếng Anh.

Every relation has its source; “none found” never means “not done”. Answers are the values that
`cascade ... --format json` prints; `next` is the cursor of the next page, good for that question
and generation. Add `lang=en` for problems in English."""


#: What an operation answers in by itself; in any other form it has an example for each.
_WHOLE = (MEDIA_TYPE, "application/json", "text/plain")


def complete(app: FastAPI) -> None:
    """Let an application describe itself in full, once its routes stand."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = completed(FastAPI.openapi(app))
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the way that FastAPI has for this


def completed(made: dict[str, Any]) -> dict[str, Any]:
    """Return a description with every shape that it refers to, and its parts named."""
    named = made.setdefault("components", {}).setdefault("schemas", {})
    shapes = _shapes()
    for said in _operations(made):
        _give_examples(said)
    for name in sorted({*named, *_referred(made)} & set(shapes)):
        named[name] = shapes[name]
    waiting = sorted(_referred(named))
    while waiting:
        name = waiting.pop()
        if name not in named:
            named[name] = shapes[name]
            waiting += _referred(shapes[name])
    made["components"]["schemas"] = dict(sorted(named.items()))
    made["info"]["description"] = _ABOUT
    made["tags"] = [
        {"name": tag, "description": f"{told.vi} / {told.en}"} for tag, told in _TAGS.items()
    ]
    return made


def _operations(made: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in made["paths"].values():
        yield from methods.values()


def _give_examples(said: dict[str, Any]) -> None:
    """Show how an operation answers and refuses; FastAPI would leave out what is null."""
    for status, answer in said["responses"].items():
        for media, content in answer.get("content", {}).items():
            own = said["operationId"]
            name = f"problem-{status}" if media == MEDIA_TYPE else own
            example = example_of(name if media in _WHOLE else f"{own} {media}")
            if example is not None:
                content["example"] = example


def _shapes() -> dict[str, Schema]:
    """Return the shapes of all values that answers are made of."""
    kinds = [getattr(model, name) for name in model.__all__]
    kinds += [analysed.Analysis, analysed.Likenesses, ListedSource, Reference]
    ours = {name: shape for kind in kinds for name, shape in shapes_of(kind).items()}
    problem = ProblemSaid.model_json_schema(ref_template=COMPONENTS + "{model}")
    del problem["$defs"]  # the shapes of ours
    return ours | {ProblemSaid.__name__: problem}


def _referred(said: object) -> Iterator[str]:
    """Yield the names of the shapes that a description refers to."""
    if isinstance(said, dict):
        target = said.get("$ref")
        if isinstance(target, str) and target.startswith(COMPONENTS):
            yield target.removeprefix(COMPONENTS)
        for value in said.values():
            yield from _referred(value)
    elif isinstance(said, list):
        for value in said:
            yield from _referred(value)
