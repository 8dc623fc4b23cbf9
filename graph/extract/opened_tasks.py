"""Tasks of items and sentences that open with whom they charge: `1. Sở Tài chính: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.deadlines import deadline_in
from graph.extract.directives import Directive, directives_of
from graph.extract.given_task import Found, task_of, year_of
from graph.extract.parties import Party, parties_at
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.extract.task_clauses import clause_end, further
from graph.extract.task_words import CHIEF, DUTY, HELPS, OVERSEES, URGED, does

_DECIDING = ("UBND", "HĐND", "Chính phủ", "Thủ tướng", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy")
_APART = re.compile(r"(?:riêng )?đối với |riêng |ngoài ra,? |đồng thời,? ")
#: `Điều 3. Vụ Kế hoạch - Tài chính bố trí kinh phí`: a whole article that charges.
_ARTICLE = re.compile(r"\s{0,16}điều \d")
#: To report is a task where a list gives tasks: `- UBND huyện A báo cáo riêng về ...`.
_REPORTS = re.compile(r":?,? (?:tổng hợp,? )?báo cáo (?!tại|cho biết|rằng|nêu|trước hội nghị)")
_BY = re.compile(r"\(| do ")


def opened(scene: Scene, subject: str | None) -> Iterator[Found]:
    """Read the items and sentences of a text that open with whom they charge."""
    walked, issuers = set[int](), _issuers(scene)
    for directive in directives_of(scene):
        line = directive.line
        if directive.parties:
            clause = Stretch(directive.start, line.end)
            yield from task_of(scene, subject, directive.parties, directive.start - 1, clause, None)
            continue
        for at in (*directive.openings, *_brackets(scene, directive)):
            end = scene.text.sentence(at).end
            if scene.folded[at - 1 : at] == "(":
                end = scene.folded.find(")", at, end) if ")" in scene.folded[at:end] else end
            apart = _APART.match(scene.folded, at, end)
            parties = parties_at(scene, apart.end() if apart else at, end)
            stop = clause_end(scene, parties[-1].end if parties else at, end)
            if parties and _charges(scene, parties, stop, directive, at, issuers):
                clause = Stretch(at, stop)
                yield from task_of(scene, subject, parties, parties[-1].end, clause, None)
                yield from further(scene, subject, stop, end, walked)


def _brackets(scene: Scene, directive: Directive) -> Iterator[int]:
    """Yield where a line names who leads: `... (Sở A chủ trì)`, `... do Sở A chủ trì`."""
    line = directive.line
    for found in _BY.finditer(scene.folded, directive.start, line.end) if directive.may else ():
        parties = parties_at(scene, found.end(), line.end)
        if parties and CHIEF.match(scene.folded, parties[-1].end, line.end):
            yield found.end()


def _issuers(scene: Scene) -> frozenset[str]:
    """Return who decides by the letterhead: an item that opens with them tells what they do."""
    letterhead = scene.text.letterhead
    head = letterhead.heading.start if letterhead else 0
    deciding = (one for one in scene.bodies_in(0, head) if one.body.name.startswith(_DECIDING))
    return frozenset(one.id for one in deciding)


def _charges(
    scene: Scene,
    parties: tuple[Party, ...],
    stop: int,
    directive: Directive,
    at: int,
    issuers: frozenset[str],
) -> bool:
    """Tell whether what stands behind a body says that it is to do something.

    `issuers` are those who decide by the letterhead.
    """
    end = parties[-1].end
    if any(form.match(scene.folded, end, stop) for form in (CHIEF, DUTY, HELPS)):
        return directive.may
    if directive.may and at == directive.start and OVERSEES.match(scene.folded, end, stop):
        return True
    reports = directive.must and at == directive.start and _REPORTS.match(scene.folded, end, stop)
    if not (reports or does(scene, end, stop)) or any(party.id in issuers for party in parties):
        return False
    dated = deadline_in(scene.folded, end, stop, year_of(scene)) is not None
    opens = at == directive.start or scene.folded.endswith(": ", 0, at)
    urged = URGED.match(scene.folded, end, stop) is not None
    article = urged and at == directive.start and _ARTICLE.match(scene.folded, directive.line.start)
    return directive.may and bool(dated or article or (directive.must and (opens or urged)))
