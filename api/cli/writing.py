"""An answer written as it is asked for: lines for people, JSON or CSV for programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rich.text import Text as Line

from api.cli.session import Session
from api.render.screen import Screen
from api.render.structured import json_text

Answer = TypeVar("Answer")


def write_answer(
    session: Session,
    format: str,
    answer: Answer,
    lines: Callable[[Answer, Screen], list[Line]],
    csv: Callable[[Answer], str],
) -> None:
    """Write an answer in the format `json`, `csv`, or else for people."""
    if format == "json":
        session.write(json_text(answer))
    elif format == "csv":
        session.write(csv(answer))
    else:
        session.show(lines(answer, session.screen))
