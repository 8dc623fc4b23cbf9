"""Which body issued a document, and who signed it.

`D của B`, also spread over a list; `B đã ban hành D1; D2; D3`; `D do B ban hành`; `N ký ban hành
D`, `thay mặt B ký`. A document that the object only carries out is not issued with it: `ban hành
920-CTr/TU để thực hiện 18-NQ/TW, 19-NQ/TW, Kết luận số 92-KL/TU` issues the first and the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.heads import head_before
from graph.extract.issued import OWN_OBJECT, governs, issued_by, named_before
from graph.extract.openings import opened_by
from graph.extract.scene import JOINED, BodyAt, DocumentAt, Scene
from graph.extract.scopes import OWN_CLAUSE
from graph.extract.series import is_issuer, may_issue, series_of
from graph.extract.signed import find_signed, official_before
from graph.extract.spelling import key_of
from graph.extraction import StatedRelation
from graph.model import Level

_OWN_TYPES = (
    r"(?:nghị quyết|kế hoạch|chương trình(?: hành động| công tác| đột phá)?|đề án|quyết định|"
    r"chỉ thị|kết luận|thông báo|báo cáo|hướng dẫn|quy định)(?: số)?"
)
_TYPE_OF = re.compile(rf"{_OWN_TYPES} của ")
_TYPE_ABOUT_OF = re.compile(rf"{_OWN_TYPES} [^;.]{{1,200}} của ")
#: What a name cites, whose issuer stands behind it: `Kế hoạch thực hiện Chương trình của B`.
_CITES_ANOTHER = re.compile(
    rf" (?:thực hiện|triển khai|thi hành)(?: các)? {_OWN_TYPES}(?!\w)[^;.]{{0,120}} của $"
)
_SIGN = r"ký(?: ban hành| thông qua)?"
_SIGNS = (rf"thay mặt [^,.;]{{3,60}}? {_SIGN}", _SIGN)
_ACTS = ("ban hành", "bàn hành", "banh hành", "thông qua", "phê duyệt")
_VERB = opened_by((*_SIGNS, *_ACTS), group="sign")
_PASSIVE = re.compile(r"[^.;]{0,60}?(?:đã |mới |vừa )?(?:do|được) (?:các )?")
_BESIDE_VERB = re.compile(r"(?: \(?khóa \w{1,6}\)?,?)?(?: ký)? ?")
_SUBJECT_GAP = 90
_NO_SUBJECT = re.compile(r"[;:!?]|(?<!\w)(?:được|bị|theo|căn cứ|khi|sau khi|trước khi|để)(?!\w)")
#: Bodies whose documents share a series, by words of their names, in this order.
_HEADS = (
    *("bộ chính trị", "ban bí thư", "chấp hành trung ương", "quốc hội", "chính phủ"),
    *("thường vụ", "tỉnh ủy", "thành ủy"),
)
#: Bodies of the Centre that issue documents together.
_TOGETHER = {"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng"}
_MINISTRIES = 6  # that issue something together, at most
_JOINT = re.compile(r"(?:,| và|, và| -) ")
_CLOSED = re.compile(r"[,;.)\n]|$| về | (?:khóa|\(khóa) ")
#: What a body does between its name and a document of its own.
_HAS = re.compile(
    r" (?:(?:đã|vừa|cũng|kịp thời|tiếp tục) ){0,3}(?:có|ra|ban hành|ký|xây dựng)(?: các)? ?"
)
_ADVERBS = re.compile(r" (?:(?:đã|vừa|mới|cũng|kịp thời|tiếp tục|chính thức|trực tiếp) ){0,3}")


@dataclass(frozen=True, slots=True)
class _Act:
    """An issuing verb and who does it; `sure` = the subject is printed with it."""

    verb: re.Match[str]
    subject: BodyAt
    sure: bool


def find_issuing(scene: Scene) -> Iterator[StatedRelation]:
    """Yield issuedBy and signedBy relations."""
    for document in scene.documents:
        yield from _of(scene, document)
        yield from _inside(scene, document)
    for place in scene.recalling:
        sentence = scene.text.sentences[place]
        yield from _verbs(scene, sentence.start, sentence.end)


def _of(scene: Scene, document: DocumentAt) -> Iterator[StatedRelation]:
    """Read `D [ngày ...] của B` and, past the title, `D về ... của B`."""
    for at in sorted({document.end, document.tail}):
        found = scene.owner_behind(at)
        if found is None or not may_issue(found[1], document):
            continue
        cue, body = found
        for item in (document, *_list_before(scene, document, body)):
            yield issued_by(scene, item, body, cue)
        for second in _issuers_beside(scene, body, document):
            yield issued_by(scene, document, second, cue)
        return
    if document.tail > document.end:
        yield from _at_title_end(scene, document)


def _issuers_beside(scene: Scene, body: BodyAt, document: DocumentAt) -> Iterator[BodyAt]:
    """Yield the further issuers of `của Bộ Chính trị, Ban Bí thư`, when nothing follows them.

    What several ministries issue together says so: `Thông tư liên tịch ... của Bộ A và Bộ B`.
    """
    joint_act, before = "liên tịch" in (document.document.type_vi or ""), body
    for _ in range(_MINISTRIES if joint_act else 1):
        joint = _JOINT.match(scene.folded, before.end)
        second = scene.body_at(joint.end()) if joint else None
        if second is None or not may_issue(second, document):
            return
        together = {body.body.name, second.body.name} <= _TOGETHER
        closed = together and _CLOSED.match(scene.folded, second.end)
        if not (closed or (joint_act and second.body.level in (Level.MINISTRY, Level.CENTRAL))):
            return
        yield second
        before = second


def _at_title_end(scene: Scene, document: DocumentAt) -> Iterator[StatedRelation]:
    """Read an issuer that the title has swallowed: its last words, of the number's own series."""
    for body in scene.bodies_in(document.end, document.tail):
        of = scene.folded[body.start - 4 : body.start] == "của "
        cites = _CITES_ANOTHER.search(scene.folded, document.end, body.start)
        if cites or any(scene.documents_in(document.end, body.start)):
            return  # it issued what the title cites
        if of and body.end == document.tail and is_issuer(body, document):
            for item in (document, *_list_before(scene, document, body)):
                yield issued_by(scene, item, body, (body.start - 4, body.start - 1))


def _inside(scene: Scene, document: DocumentAt) -> Iterator[StatedRelation]:
    """Read an issuer inside a descriptive name: `Nghị quyết của Tỉnh ủy năm 2021`."""
    if document.document.number or document.document.alias:
        return
    for body in scene.bodies_in(document.start, document.end):
        form = _TYPE_ABOUT_OF if body.end == document.end else _TYPE_OF
        found = _TYPE_OF.fullmatch(scene.folded, document.start, body.start) or form.fullmatch(
            scene.folded, document.start, body.start
        )
        cites = _CITES_ANOTHER.search(scene.folded, document.start, body.start)
        if found and not cites and body.body.level is not None and may_issue(body, document):
            yield issued_by(scene, document, body, (body.start - 4, body.start - 1))
            return


def _of_another(document: DocumentAt, body: BodyAt) -> bool:
    """Tell whether a document is known to be of another body than the one named with a list."""
    known, told = _head(document.document.issuer), _head(body.body.name)
    return known is not None and told is not None and known != told


def _head(name: str | None) -> str | None:
    """Return which of the bodies that share a series a name is of."""
    key = key_of(name or "")
    return next((head for head in _HEADS if head in key), None)


def _list_before(scene: Scene, document: DocumentAt, body: BodyAt) -> Iterator[DocumentAt]:
    """Yield the documents of the list that a document ends: its issuer is theirs too."""
    following = document
    for other in reversed(scene.documents_before(document)):
        ends = (other.end, other.tail)
        joined = any(JOINED.fullmatch(scene.folded, at, following.start) for at in ends)
        if not joined or series_of(other) != series_of(document):
            return
        if other.document.alias or not other.document.number or _of_another(other, body):
            return
        yield other
        following = other


def _verbs(scene: Scene, start: int, end: int) -> Iterator[StatedRelation]:
    acts: list[_Act] = []
    for verb in _VERB.finditer(scene.openings, start, end):
        yield from find_signed(scene, verb, start, end)
        passive = _passive(scene, verb, start)
        if passive is not None:
            yield passive
            continue
        act = _act(scene, verb, start, acts)
        if act is not None:
            acts.append(act)
    for act, stop in _stops(scene, acts, end):
        yield from _issued(scene, act, stop)


def _stops(scene: Scene, acts: list[_Act], end: int) -> list[tuple[_Act, int]]:
    """Return the verbs with where what each governs may go on to: up to the next one, or his."""
    found: list[tuple[_Act, int]] = []
    following: _Act | None = None
    for act in reversed(acts):
        stop = following.verb.start() if following else end
        if following and following.subject.start > act.verb.end():
            stop = following.subject.start
        found.append((act, stop))
        following = following if _in_title(scene, act) else act
    return found[::-1]


def _in_title(scene: Scene, act: _Act) -> bool:
    """Tell whether a verb is of a title: `Quyết định A phê duyệt Đề án; Chỉ thị B`."""
    holder = scene.document_before(act.verb.start(), 0)
    return holder is not None and act.verb.start() < holder.tail


def _passive(scene: Scene, verb: re.Match[str], start: int) -> StatedRelation | None:
    """Read `D do B ban hành`, `D được B thông qua`."""
    body = next(scene.bodies_before(verb.start(), start), None)
    if body is None or not _BESIDE_VERB.fullmatch(scene.folded, body.end, verb.start()):
        return None
    if OWN_OBJECT.match(scene.folded, verb.end()):
        return None
    stop = head_before(scene.folded, body.start)
    for document, printed in named_before(scene, body.start, start):
        if may_issue(body, document) and _PASSIVE.fullmatch(scene.folded, document.end, stop):
            return issued_by(scene, document, body, verb.span(), stated=printed)
    return None


def _act(scene: Scene, verb: re.Match[str], start: int, acts: list[_Act]) -> _Act | None:
    body = scene.acting_before(verb.start(), start)
    if body is not None:
        between = scene.folded[body.end : verb.start()]
        other = scene.document_before(verb.start(), body.end)
        if len(between) <= _SUBJECT_GAP and other is None and not _NO_SUBJECT.search(between):
            return _Act(verb, body, True)
    if "ký" in verb[0] and official_before(scene, verb.start(), start):
        return None  # who signs is named: it is not the body of the clause before
    headed = _headed(scene, verb.start(), start)
    if headed is not None:
        return _Act(verb, headed, True)
    if acts and (body is None or body.start <= acts[-1].subject.start):
        return _Act(verb, acts[-1].subject, False)
    return None


def _headed(scene: Scene, offset: int, start: int) -> BodyAt | None:
    """Return the body whose head acts right before a verb: `Chủ tịch UBND tỉnh vừa ban hành D`."""
    body = next(scene.bodies_before(offset, start), None)
    if body is None or head_before(scene.folded, body.start) == body.start:
        return None
    return body if _ADVERBS.fullmatch(scene.folded, body.end, offset) else None


def _issued(scene: Scene, act: _Act, stop: int) -> Iterator[StatedRelation]:
    """Yield what the verb governs: its first object and the list that goes on from it."""
    here, first, series, embedded, before = act.verb.end(), True, "", False, ""
    for document in scene.documents_in(act.verb.end(), stop):
        gap = scene.folded[here : document.start] if document.start >= here else None
        if gap is None or _open_bracket(gap):
            continue
        if ";" in gap and OWN_CLAUSE.match(scene.folded, scene.past_issuer(document)):
            return  # another clause, whose subject it is
        if not first and _another_issues(scene, here, document.start):
            return
        suffix, goes_on = series_of(document), governs(gap, first, document.document.type_vi)
        if goes_on and not embedded and may_issue(act.subject, document):
            series, first, before = suffix, False, ""
            yield issued_by(scene, document, act.subject, act.verb.span(), stated=act.sure)
        elif series and suffix == series != before and JOINED.fullmatch(gap):
            before = ""
            yield issued_by(scene, document, act.subject, act.verb.span(), stated=False)
        elif first:
            return
        else:
            embedded, before = True, suffix
        here = scene.past_issuer(document)


def _another_issues(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what follows a list is another body's: `ban hành A và Sở B có C`."""
    bodies = scene.bodies_in(start, end)
    last = bodies[-1] if bodies else None
    return last is not None and last.acts and bool(_HAS.fullmatch(scene.folded, last.end, end))


def _open_bracket(gap: str) -> bool:
    return gap.rfind("(") > gap.rfind(")")
