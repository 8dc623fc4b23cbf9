"""Who is put in charge of a document, or is given a task by it.

`đồng chí N phụ trách, chịu trách nhiệm ... D`, `do đồng chí N làm Trưởng ban`; `D giao B chủ trì,
phối hợp với C`. Who chairs a conference is in charge of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.extract.dates import find_dates
from graph.extract.implementing import modality_of
from graph.extract.phrases import at_word
from graph.extract.scene import DocumentAt, Scene
from graph.extract.structure import Stretch
from graph.extract.text import folded
from graph.extraction import StatedRelation
from graph.model import PartialDate
from ontology.lexicon import CUES

_NEAR = 160
_ASSIGN: Final = re.compile(
    r"(?P<cue>g(?<!\wg)iao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|"
    r"p(?<!\wp)hân công(?: nhiệm vụ)?(?: cho)?) "
    r"(?:đồng chí |các đồng chí )?"
)
_TASK = re.compile(
    r"[^.;\n]{0,120}?(?<!\w)(?:chủ trì|phối hợp|chịu trách nhiệm|tham mưu|hướng dẫn|tổ chức|"
    r"theo dõi|xây dựng|thực hiện|làm)(?!\w)"
)
_BEFORE_ASSIGNING = re.compile(r"(?: [^\s.;]+){0,6}? ")
#: What an assignee is told to do first; of several named together the words behind the last count.
_LEADS = re.compile(r",? (?:chủ trì|làm đầu mối|chịu trách nhiệm)(?!\w)")
_SUPPORTS = re.compile(r",? (?:có trách nhiệm )?phối hợp(?!\w)")
_BY = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: trước| đến)?|thời hạn(?: là| đến)?|(?:hoàn thành|xong) trong)"
    r"(?: hết)?(?: ngày)? ?$"
)
_NEXT = re.compile(
    r"(?: (?:chủ trì|làm đầu mối))?(?:,| và|, và)?"
    r"(?: (?:chủ trì,? )?phối hợp (?:với|cùng))? (?:các )?"
)


def _in_charge() -> re.Pattern[str]:
    phrases = {
        folded(phrase)
        for cue in CUES
        if cue.iri.endswith("/responsibleFor")
        for phrase in cue.phrases
        if "…" not in phrase
    }
    words = at_word(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"{words}(?!\w)")


_IN_CHARGE: Final = _in_charge()


def find_charging(scene: Scene) -> Iterator[StatedRelation]:
    """Yield responsibleFor and assignedTo relations."""
    for place in scene.citing:
        sentence = scene.text.sentences[place]
        for cue in _IN_CHARGE.finditer(scene.folded, sentence.start, sentence.end):
            yield from _responsible(scene, cue, sentence)
        for cue in _ASSIGN.finditer(scene.folded, sentence.start, sentence.end):
            yield from _assigned(scene, cue, sentence)


def _responsible(scene: Scene, cue: re.Match[str], sentence: Stretch) -> Iterator[StatedRelation]:
    official = scene.official_before(cue.start(), sentence.start)
    if official is None or cue.start() - official.end > _NEAR // 2:
        return
    if re.search(r"[.;]", scene.folded[official.end : cue.start()]):
        return
    document = scene.document_after(cue.end(), min(sentence.end, cue.end() + _NEAR))
    if document is None:
        document = scene.document_before(
            official.start, max(sentence.start, official.start - _NEAR)
        )
        passive = document and scene.folded[document.tail : official.start]
        if not passive or not re.search(r"(?<!\w)do (?:đồng chí )?", passive):
            return
    if document is None:
        return
    yield StatedRelation(
        official.official.id,
        "responsibleFor",
        document.id,
        min(official.start, document.start),
        max(cue.end(), document.end),
        scene.text.article.text[cue.start() : cue.end()],
        "stated",
        modality_of(scene.folded[max(sentence.start, cue.start() - 60) : cue.start()]),
    )


def _assigned(scene: Scene, cue: re.Match[str], sentence: Stretch) -> Iterator[StatedRelation]:
    document = scene.document_before(cue.start(), sentence.start)
    if document is None:
        return
    ends = {document.end, document.tail, scene.past_issuer(document)}
    if not any(_BEFORE_ASSIGNING.fullmatch(scene.folded, at, cue.start()) for at in ends):
        return
    for one in _assignees(scene, cue.end(), sentence):
        yield _task(scene, document, cue, one, _deadline(scene, one.end, sentence.end))


@dataclass(frozen=True, slots=True)
class _Assignee:
    """Who is assigned, where in the text, and whether to lead or to support."""

    start: int
    end: int
    identifier: str
    role: str | None


def _assignees(scene: Scene, at: int, sentence: Stretch) -> Iterator[_Assignee]:
    """Yield who is assigned: the first after the verb, and those coordinated with it."""
    official = scene.official_before(at + 1, at)
    body = scene.body_at(at)
    if official is not None and _TASK.match(scene.folded, official.end, sentence.end):
        role = _role(scene.folded, official.end)
        yield _Assignee(official.start, official.end, official.official.id, role)
    supports = False
    while body is not None:
        if not _TASK.match(scene.folded, body.end, sentence.end):
            return
        following = _NEXT.match(scene.folded, body.end, sentence.end)
        beside = scene.body_at(following.end()) if following else None
        named_together = beside is not None and following and not _verb(following[0])
        own = _role_of_group(scene, body.end) if named_together else _role(scene.folded, body.end)
        yield _Assignee(body.start, body.end, body.id, "support" if supports else own)
        supports = supports or bool(following and "phối hợp" in following[0])
        body = beside


def _verb(words: str) -> bool:
    return _LEADS.match(words) is not None or _SUPPORTS.match(words) is not None


def _role_of_group(scene: Scene, at: int) -> str | None:
    """Return the role told behind the last of several bodies that are named together."""
    while (following := _NEXT.match(scene.folded, at)) and not _verb(following[0]):
        body = scene.body_at(following.end())
        if body is None:
            break
        at = body.end
    return _role(scene.folded, at)


def _role(folded_text: str, at: int) -> str | None:
    """Return `lead` or `support` where the words behind an assignee say so."""
    if _LEADS.match(folded_text, at):
        return "lead"
    return "support" if _SUPPORTS.match(folded_text, at) else None


def _deadline(scene: Scene, start: int, end: int) -> PartialDate | None:
    """Return the day by which the task is to be done, as the sentence states it."""
    for found in find_dates(scene.folded, start, end):
        if _BY.search(scene.folded[start : found.start]):
            return found.value
    return None


def _task(
    scene: Scene,
    document: DocumentAt,
    cue: re.Match[str],
    assignee: _Assignee,
    deadline: PartialDate | None,
) -> StatedRelation:
    return StatedRelation(
        document.id,
        "assignedTo",
        assignee.identifier,
        document.start,
        assignee.end,
        scene.text.article.text[cue.start("cue") : cue.end("cue")],
        "stated",
        role=assignee.role,
        deadline=deadline,
    )
