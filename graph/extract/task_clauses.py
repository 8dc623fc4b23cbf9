"""Where the words of one task end, and the tasks of the clauses that go on behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.extract.given_task import LONGEST, Found, task_of
from graph.extract.parties import parties_at
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.extract.task_words import told

LIST: Final = 200  # characters in which the first of a list of parties stands
#: What `giao` opens where it is no verb of giving: `giao thông`, `giao dịch`.
NO_GIVING: Final = (
    r"(?! (?:thông|dịch|lưu|tiếp|nộp|hẹn|ban (?:tháng|tuần|quý|báo|đầu|trực|với|công)|diện|nhận|"
    r"đất|rừng|khoán|mùa|kết|hữu|thừa|thương))"
)
_JOINS = re.compile(r"; (?:\(?[1-9a-zđ]\) )?(?:đồng thời,? |và |riêng |đối với )?")
_AGAIN = re.compile(
    r"(?<!bàn)(?<!chuyển)(?<!được)(?<!theo)(?<!tổ chức)"
    rf"[,;]? (?:đồng thời,? |và )?(?:giao{NO_GIVING}|yêu cầu|đề nghị) (?=[^\W\d_]+ )"
)


def clause_end(scene: Scene, at: int, end: int) -> int:
    """Return where a clause ends: at a semicolon before another party, a verb, the sentence."""
    end = min(end, at + LONGEST)
    again = _AGAIN.search(scene.folded, at, end)
    stop = again.start() if again else end
    semicolon = scene.folded.find(";", at, stop)
    while semicolon >= 0:
        following = _JOINS.match(scene.folded, semicolon, stop)
        if following and parties_at(scene, following.end(), min(end, following.end() + LIST)):
            return semicolon
        semicolon = scene.folded.find(";", semicolon + 1, stop)
    return stop


def further(
    scene: Scene, given: str | None, stop: int, end: int, walked: set[int]
) -> Iterator[Found]:
    """Yield the tasks of the clauses behind one that ends at `stop`: `; Sở B ...; Sở C ...`."""
    while stop not in walked and (joint := _JOINS.match(scene.folded, stop, end)) is not None:
        walked.add(stop)
        at, stop = joint.end(), clause_end(scene, joint.end(), end)
        parties = parties_at(scene, at, stop)
        if not parties or not told(scene, parties[-1].end, stop):
            return
        yield from task_of(scene, given, parties, parties[-1].end, Stretch(at, stop), None)
