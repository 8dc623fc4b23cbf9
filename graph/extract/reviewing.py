"""Which body reviewed a document: `B (tổ chức) tổng kết, sơ kết N năm thực hiện D`.

Where the subject is not printed with the verb, it is the body the paragraph speaks of, else the
local Party organisation: such a relation is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from graph.extract.implementing import modality_of
from graph.extract.openings import Opened, opened_by
from graph.extract.scene import JOINED, BodyAt, DocumentAt, Scene
from graph.extract.series import is_issuer
from graph.extract.spelling import key_of
from graph.extract.structure import Stretch
from graph.extraction import StatedRelation
from graph.model import Modality
from ontology.lexicon import CUES

_YEARS = (
    r"(?:gần |hơn |\d+ tháng |giữa nhiệm kỳ )?(?:(?:\d+(?:,\d)?|một|hai|ba|bốn|năm|mười(?: lăm)?|"
    r"hai mươi) năm )?"
)
_CARRYING_OUT = (
    r"(?:(?:tình hình|kết quả|việc|công tác)(?:,| và)? ){0,3}"
    rf"{_YEARS}(?:tổ chức |triển khai |thực hiện |thi hành |và |, ){{0,5}}"
)
_GENERIC = (
    r"(?:các )?(?:nghị quyết|chỉ thị|kết luận|quy định)[^.;:!?\n]{0,160}?(?: như|, gồm| gồm)? ?: ?"
)
_EVALUATION: Final = opened_by(
    ("đánh giá", "kiểm điểm", "nhìn lại", "rà soát"),
    behind=rf" (?:(?:tình hình|kết quả|việc|công tác)(?:,| và)? ){{0,3}}{_YEARS}"
    r"(?:tổ chức |triển khai |và ){0,3}(?:thực hiện|thi hành) (?:các )?",
)
#: `đánh giá 2 năm thực hiện A và 5 năm thực hiện B`.
_MORE_YEARS = re.compile(
    rf"(?: \(khóa \w{{1,6}}\))?(?:,| và|, và) {_YEARS}"
    r"(?:tổ chức |triển khai )?(?:thực hiện|thi hành) (?:các )?"
)
_OF = re.compile(
    r"(?:,? ?nhiệm kỳ \d{4} ?- ?\d{4})?(?: \([^()\n]{1,40}\))?(?:,? ?giai đoạn \d{4} ?- ?\d{4})?"
    r" của "
)
#: `Sau 10 năm thực hiện D, B tổ chức tổng kết`: what is reviewed stands before.
_YEARS_OF = re.compile(r"năm (?:tổ chức |triển khai |và ){0,3}(?:thực hiện|thi hành) (?:các )?$")
_JUDGES = re.compile(r" (?:đã )?(?:đánh giá|nhận định|khẳng định|ghi nhận|chỉ ra|kết luận)(?!\w)")
_ALONE = re.compile(r"\s*(?:[.,;]|$|tại |vào |trong )")
_NEAR = 40
_NOT_A_BODY_ACT = re.compile(r"(?<!\w)(?:báo cáo|kết luận|kế hoạch|ban chỉ đạo|nghị quyết) $")
_SUBJECT_GAP = 160
_FAR = 4  # sentences


def _reviews() -> Opened:
    """Return the verbs of reviewing, from the vocabulary, with what may follow up to a document."""
    phrases = {
        key_of(phrase)
        for cue in CUES
        if cue.iri.endswith("/reviews")
        for phrase in (*cue.phrases, *cue.misspelt)
        if "…" not in phrase and "kết" in phrase
    }
    spelt = [re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return opened_by(spelt, group="cue", behind=rf"(?: {_CARRYING_OUT})?(?: ?{_GENERIC})?")


_REVIEW: Final = _reviews()


def find_reviewing(scene: Scene) -> Iterator[StatedRelation]:
    """Yield reviews relations whose subject is a body."""
    for place in scene.citing:
        sentence = scene.text.sentences[place]
        for pattern in (_REVIEW, _EVALUATION):
            for verb in pattern.finditer(scene.openings, sentence.start, sentence.end):
                yield from _reviewed(scene, verb, place, sentence)


def _reviewed(
    scene: Scene, verb: re.Match[str], place: int, sentence: Stretch
) -> Iterator[StatedRelation]:
    first = scene.document_after(verb.start() + 1, sentence.end)
    if first is None or first.start > verb.end() + 12:
        yield from _before(scene, verb, sentence)
        return
    if scene.folded[verb.end() : first.start].strip() not in ("", "các", "số", "việc thực hiện"):
        return
    objects = (first, *_list_after(scene, first, sentence.end))
    last, stated = _subject(scene, verb, objects[-1], place, sentence)
    if last is None:
        return
    bodies = [*scene.joined_before(last, sentence.start), last]
    modality = modality_of(scene.folded[max(sentence.start, verb.start() - 60) : verb.start()])
    if modality is Modality.DENIED or (not stated and modality is not Modality.DONE):
        return  # `chưa sơ kết D`, `sẽ tổng kết D`: who does is not said to have done so
    for body, document in product(bodies, objects):
        inside = body.start >= sentence.start
        yield StatedRelation(
            body.id,
            "reviews",
            document.id,
            min(verb.start(), body.start) if inside else verb.start(),
            max(document.end, objects[-1].end, body.end if inside else 0),
            scene.text.article.text[verb.start() : verb.end()].strip(" :"),
            "stated" if stated else "inferred",
            modality,
        )


def _before(scene: Scene, verb: re.Match[str], sentence: Stretch) -> Iterator[StatedRelation]:
    """Read `tròn 10 năm thực hiện D, B tổ chức tổng kết`."""
    if not _ALONE.match(scene.folded, verb.end()):
        return
    body = scene.acting_before(verb.start(), sentence.start)
    document = scene.document_before(body.start, sentence.start) if body else None
    if body is None or document is None or verb.start() - body.end > _NEAR:
        return
    ends = {document.end, document.tail, scene.past_issuer(document)}
    if not any(scene.folded[at : body.start] == ", " for at in ends):
        return
    if not _YEARS_OF.search(scene.folded, max(sentence.start, document.start - 40), document.start):
        return
    modality = modality_of(scene.folded[body.end : verb.start()])
    if modality is not Modality.DENIED:
        cue = scene.text.article.text[verb.start() : verb.end()].strip(" :")
        ends_at = verb.end()
        yield StatedRelation(
            body.id, "reviews", document.id, document.start, ends_at, cue, "inferred", modality
        )


def _list_after(scene: Scene, first: DocumentAt, end: int) -> Iterator[DocumentAt]:
    here = first
    for document in scene.documents_in(first.end, end):
        ends = (here.end, here.tail, scene.past_issuer(here))
        joints = (JOINED, _MORE_YEARS)
        if not any(
            form.fullmatch(scene.folded, at, document.start) for at in ends for form in joints
        ):
            return
        yield document
        here = document


def _subject(
    scene: Scene, verb: re.Match[str], last: DocumentAt, place: int, sentence: Stretch
) -> tuple[BodyAt | None, bool]:
    body = scene.acting_before(verb.start(), sentence.start)
    if body is not None and verb.start() - body.end <= _SUBJECT_GAP:
        return body, not _NOT_A_BODY_ACT.search(scene.folded[body.end : verb.start()])
    for at in sorted({last.end, last.tail, scene.past_issuer(last)}):
        forward = scene.body_at(at + 2) if scene.folded.startswith(", ", at) else None
        if forward and forward.acts and _JUDGES.match(scene.folded, forward.end):
            return forward, False  # `Tổng kết 5 năm thực hiện D, B đánh giá ...`
    for at in sorted({last.end, last.tail}):
        found = _OF.match(scene.folded, at, sentence.end)
        owner = scene.body_at(found.end()) if found else None
        if owner is not None:
            return (None if is_issuer(owner, last) and last.document.number else owner), False
    return _spoken_of(scene, place, sentence), False


def _spoken_of(scene: Scene, place: int, sentence: Stretch) -> BodyAt | None:
    """Return the body that acted last in the paragraph before."""
    paragraph = scene.text.paragraph(sentence.start)
    for before in reversed(scene.text.sentences[max(0, place - _FAR) : place]):
        if before.start < paragraph.start:
            break
        body = scene.acting_before(before.end, before.start)
        if body is not None and not body.body.name.startswith(("các ", "cấp ủy")):
            return body
    return None
