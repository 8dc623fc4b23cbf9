"""Tasks told by labels: `Cơ quan chủ trì: B. Cơ quan phối hợp: C. Thời gian hoàn thành: D`.

The labels stand in a line, one behind the other, or at the head of lines that follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from graph.extract.deadlines import deadline_in, deadline_of_cell
from graph.extract.openings import opened_by
from graph.extract.parties import parties_at
from graph.extract.scene import Scene
from graph.extraction import GivenTask
from graph.model import PartialDate

_WHO = ("cơ quan", "đơn vị", "bộ phận", "sở, ngành", "tổ chức")
_LEADS = r"(?:chủ trì|đầu mối|phụ trách|chịu trách nhiệm|thực hiện)"
_HELPS = r"(?:phối hợp|tham gia)"
_LABEL: Final = opened_by(
    (
        *(
            rf"{who}(?:, đơn vị)? (?:{_LEADS}|{_HELPS})(?: [^\W\d_]+){{0,2}}(?: ?:| là(?= ))"
            for who in _WHO
        ),
        r"chủ trì(?: thực hiện)? ?:",
        r"phối hợp(?: thực hiện)? ?:",
        r"thời (?:gian|hạn)(?: (?:hoàn thành|thực hiện|báo cáo))? ?:",
    ),
    behind="",
)
_SIGNS = (
    *("chủ trì:", "chủ trì :", "đầu mối:", "thực hiện:", "thực hiện :", "phụ trách:"),
    *("trách nhiệm:", "chủ trì là ", "đầu mối là "),
)
_APART = 40  # characters between what one label says and the next label
_LONGEST = 900


@dataclass(frozen=True, slots=True)
class _Said:
    """A label and what stands behind it; `bare` = it says `chủ trì` of nobody (`Chủ trì: ...`)."""

    kind: str
    bare: bool
    start: int
    begin: int
    end: int


def tasks_of_labels(scene: Scene, document: str | None) -> Iterator[tuple[GivenTask, int]]:
    """Yield the tasks that labels tell, each with where its first label begins."""
    if not any(sign in scene.folded for sign in _SIGNS):
        return
    held: list[_Said] = []
    for said in _labels(scene):
        far = bool(held) and said.start - held[-1].end > _APART
        if said.kind == "lead" or far:
            yield from _told(scene, document, held)
            held = []
        if held or said.kind == "lead":
            held.append(said)
    yield from _told(scene, document, held)


def _labels(scene: Scene) -> Iterator[_Said]:
    """Yield the labels; what one says ends with its line, or where the next one begins."""
    found = list(_LABEL.finditer(scene.openings))
    stops = [second.start() for _, second in pairwise(found)] + [len(scene.folded)]
    for label, stop in zip(found, stops, strict=False):  # no label, no stop
        end = min(stop, scene.text.paragraph(label.start()).end, label.end() + _LONGEST)
        while end > label.end() and scene.folded[end - 1] in " .;,-+)(\r\n":
            end -= 1
        begin = label.end() + (scene.folded[label.end() : label.end() + 1] == " ")
        words = label[0]
        kind = "time" if words.startswith("thời") else "lead"
        kind = "help" if re.search(_HELPS, words) else kind
        yield _Said(kind, words.startswith("chủ trì"), label.start(), begin, max(begin, end))


def _told(
    scene: Scene, document: str | None, labels: Sequence[_Said]
) -> Iterator[tuple[GivenTask, int]]:
    """Yield the task of a label of who leads and of those behind it."""
    said = {one.kind: one for one in reversed(labels)}
    if not labels or (labels[0].bare and "help" not in said):
        return  # `Chủ trì: đồng chí N`: a meeting has its chair
    lead = _bodies(scene, labels[0])
    support = tuple(one for one in _bodies(scene, said.get("help")) if one not in lead)
    if not lead and not support:
        return
    start, end = labels[0].start, labels[-1].end
    limit = _limit(scene, said["time"]) if "time" in said else None
    words = scene.text.article.text[start : labels[0].begin].rstrip(" :")
    yield GivenTask(document, lead, support, limit, start, end, words), start


def _bodies(scene: Scene, said: _Said | None) -> tuple[str, ...]:
    if said is None:
        return ()
    parties = parties_at(scene, said.begin, said.end, unknown=True)
    return tuple(dict.fromkeys(party.id for party in parties if party.id))


def _limit(scene: Scene, said: _Said) -> PartialDate | None:
    day = scene.text.dateline.day
    year = day.year if day else None
    return deadline_in(scene.folded, said.begin, said.end, year) or deadline_of_cell(
        scene.folded, said.begin, said.end, year
    )
