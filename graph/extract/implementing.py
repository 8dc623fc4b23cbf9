"""Which body carries out a document: the subject of `lãnh đạo, triển khai, thực hiện ... D`.

`B [tham mưu X] triển khai D1, D2` (X carries out what B advises it on); `Thực hiện D, B đã ...`;
`B thực hiện các nội dung ... nêu trong D`. What stands after a type of document (`đề án thực hiện
D`) is that document's doing, and a nominal (`kết quả thực hiện D`) says nothing of a doer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.extract.cues import without_names
from graph.extract.openings import Opened, opened_by
from graph.extract.phrases import at_word
from graph.extract.scene import JOINED, JOINED_BODIES, BodyAt, DocumentAt, Scene
from graph.extract.spelling import key_of
from graph.extract.structure import Stretch
from graph.extraction import StatedRelation
from graph.model import Modality
from ontology.lexicon import CUES, MODALITY

_OWN_VERBS = ("bám sát", "nâng cao hiệu quả thực hiện", "nâng cao hiệu quả triển khai")
_MANNER = (
    r"(?:(?:có |đạt )?hiệu quả|thật tốt|tốt hơn|tốt|thắng lợi|nghiêm túc|nghiêm|thành công|đồng bộ|"
    r"quyết liệt|đầy đủ|sâu rộng|kịp thời|toàn diện|triệt để|nhất quán|hoàn thành|đúng)"
)
_NOUNS = (
    *("kết quả", "kết quả bước đầu", "kế hoạch hành động", "tình hình", "việc", "công tác"),
    *("quá trình", "tháng", "năm", "năm qua", "báo cáo", "trong", "sau", "giám sát", "kiểm tra"),
    *("đôn đốc", "tiến độ", "về", "kế hoạch", "chương trình", "đề án", "chương trình hành động"),
    *("hướng dẫn", "nghị quyết", "chỉ thị", "kết luận", "quyết định", "quy định"),
    *("ban chỉ đạo", "sơ kết", "tổng kết"),
)
_NOMINAL = re.compile(rf"{at_word(_NOUNS)} $")
_OPENING = re.compile(
    r"[\s\"(]*(?:(?:thứ [^\s,]+|một là|hai là|ba là|bốn là|năm là|sáu là|bảy là|tám là),? )?"
    r"(?:để |nhằm |qua |sau |trong )?(?:(?:\d+|một|hai|ba|bốn|năm|mười) năm )?"
    r"(?:tiếp tục |tích cực |tập trung |nghiêm túc )?"
)
_BETWEEN = re.compile(
    rf"(?:(?: và|,)? {_MANNER})*(?: (?:các|những|nội dung|tinh thần|mục tiêu|nhiệm vụ|chủ trương|"
    r"chỉ tiêu|quan điểm|yêu cầu|giải pháp|của|theo|tại|trong))*:? ?(?:số )?"
)
_STATED_IN = re.compile(
    r"[^.;:]{1,170}? (?:(?:được )?(?:nêu|đề ra|xác định|ghi|quy định)(?: rõ)? (?:trong|tại)|theo) "
)
_ISSUER = (
    r"(?:,? ngày \d{1,2}[-/.]\d{1,2}[-/.]\d{4})?(?: của [^,.;:]{3,80}?)?(?: đến nay| vừa qua)?"
)
_FORWARD = re.compile(
    rf"{_ISSUER}(?:,[^,.;:]{{1,40}}(?<! gồm)(?<! như))?, (?:toàn thể |tập thể |các )?"
)
_SUBJECT_BREAK = re.compile(
    r"[!?:]|(?<!\w)(?:do|bởi|theo|căn cứ|về|hướng dẫn|phân công|giao|yêu cầu|"
    r"đề nghị|kiến nghị|(?:ban hành|thông qua|ký) (?:nhằm|để))(?!\w)"
)
_CLAUSE = 40  # characters from a semicolon to the verb of a clause that shares its subject
_SUBJECT_GAP = 220
_SECTORS = (("tổ chức",), ("tuyên giáo",), ("dân vận",), ("nội chính",), ("kiểm tra",))


def _verbs() -> Opened:
    """Return the verbs of carrying out, taken from the vocabulary, longest first."""
    phrases = set(_OWN_VERBS)
    for cue in CUES:
        if cue.iri.endswith(("/implementedBy-inverted", "/implements")):
            phrases |= {key_of(phrase) for phrase in (*cue.phrases, *cue.misspelt)}
    kept = [
        phrase
        for phrase in phrases
        if "…" not in phrase and not phrase.startswith(("để ", "nhằm ", "về ", "trong "))
    ]
    spelt = [re.escape(phrase) for phrase in sorted(kept, key=len, reverse=True)]
    words = "|".join(spelt)
    return opened_by(spelt, behind=rf"(?:(?:,| và|, và)? (?:{words}))*(?!\w)")


_VERB: Final = _verbs()
_REPORT = re.compile(
    rf"{at_word(('kết quả', 'tình hình'))}(?: bước đầu)?(?: tổ chức)? "
    r"(?:triển khai |thực hiện){1,2}"
)
_AGAIN = re.compile(
    rf"(?P<verb>{_VERB.pattern.pattern})(?: {_MANNER})* (?:các )?(?:nghị quyết|chỉ thị|kết luận)"
    r"(?:(?:,| và) (?:nghị quyết|chỉ thị|kết luận|quy định)){0,4}"
    r"(?: (?:trên|này|nêu trên|của trung ương|của đảng|của bộ chính trị))?(?! ?(?:số|\d))"
)
_PASSIVE = re.compile(r"(?: đã| đang| sẽ| luôn| phải| cần)?(?: được| do) (?:các )?")
_TO_VERB = re.compile(
    r" (?:(?:đã|đang|sẽ|tích cực|chủ động|kịp thời|nghiêm túc|tập trung|chỉ đạo|lãnh đạo|,) ?){0,4}"
)
_MADE_INTO = re.compile(r"[^.;,]{0,40}? (?:bằng|thành) ")
_REPORTING = frozenset({"Báo cáo", "Biên bản", "Tờ trình"})
_DONE = re.compile(r"(?<!\w)(?:đã|đang|vừa|đến nay)(?!\w)")
_ISSUING = re.compile(
    r" (?:đã |vừa |cũng |kịp thời ){0,2}(?:ban hành|xây dựng|ra|có|phê duyệt|ký ban hành) (?:các )?"
)
_AND = re.compile(r"(?: và|,|;)(?: các)? ?$")


@dataclass(frozen=True, slots=True)
class _Doing:
    """A verb of carrying out with the documents it governs."""

    start: int
    end: int
    objects: tuple[DocumentAt, ...]


def find_implementing(scene: Scene) -> Iterator[StatedRelation]:
    """Yield implementedBy relations, sentence by sentence."""
    for place in scene.citing:
        sentence = scene.text.sentences[place]
        done_until = sentence.start
        for verb in _VERB.finditer(scene.openings, sentence.start, sentence.end):
            yield from _passive(scene, verb, sentence.start)
            doing = _doing(scene, verb, sentence.end, done_until)
            if doing is None:
                continue
            done_until = doing.objects[-1].end
            yield from _relations(scene, doing, sentence.start, sentence.end)


def _passive(scene: Scene, verb: re.Match[str], start: int) -> Iterator[StatedRelation]:
    """Yield `D được B1, B2 quán triệt, triển khai`."""
    last = next(scene.bodies_before(verb.start(), start), None)
    if last is None or not _TO_VERB.fullmatch(scene.folded, last.end, verb.start()):
        return
    bodies = [last]
    for other in scene.bodies_before(last.start, start):
        if not JOINED_BODIES.fullmatch(scene.folded, other.end, bodies[-1].start):
            break
        bodies.append(other)
    document = scene.document_before(bodies[-1].start, start)
    if document is None:
        return
    ends = sorted({document.end, document.tail, scene.past_issuer(document)})
    if any(_PASSIVE.fullmatch(scene.folded, at, bodies[-1].start) for at in ends):
        doing = _Doing(verb.start(), verb.end(), (document,))
        for body in reversed(bodies):
            yield _relation(scene, doing, body, document, start, stated=True)


def find_reported(scene: Scene) -> Iterator[StatedRelation]:
    """Yield what a report implies: the resolutions meant are those just named.

    `kết quả thực hiện D1 và D2. B đã lãnh đạo thực hiện các nghị quyết ...` in one paragraph.
    """
    sentences = scene.text.sentences
    for place in scene.citing:
        if place + 1 == len(sentences):
            return
        before, sentence = sentences[place : place + 2]
        if scene.text.paragraph(before.start) != scene.text.paragraph(sentence.start):
            continue
        report = _REPORT.search(scene.folded, before.start, before.end)
        first = scene.document_after(report.end(), before.end) if report else None
        if first is None or report is None or not _reaches(scene, report.end(), first):
            continue
        again = _AGAIN.search(scene.folded, sentence.start, sentence.end)
        if again is None or scene.document_after(sentence.start, again.end()):
            continue
        doing = _Doing(again.start(), again.end("verb"), (first, *_mentioned(scene, first, before)))
        for body in _backward(scene, doing, sentence.start):
            for document in doing.objects:
                yield _relation(scene, doing, body, document, sentence.start, stated=False)


def _mentioned(scene: Scene, first: DocumentAt, sentence: Stretch) -> Iterator[DocumentAt]:
    """Yield the documents of a list whose titles stand between them."""
    here = first
    for document in scene.documents_in(first.end, sentence.end):
        if document.start >= here.tail and _AND.search(scene.folded[here.end : document.start]):
            yield document
            here = document


def _doing(scene: Scene, verb: re.Match[str], end: int, done_until: int) -> _Doing | None:
    """Return what a verb governs, unless a verb before it governs that already."""
    first = scene.document_after(verb.end(), end)
    if first is None or first.start < done_until or not _reaches(scene, verb.end(), first):
        return None
    return _Doing(verb.start(), verb.end(), (first, *_list_after(scene, first, end)))


def _reaches(scene: Scene, here: int, document: DocumentAt) -> bool:
    """Tell whether the verb governs the document: manner and `nội dung ... nêu trong` between."""
    if document.start - here > _SUBJECT_GAP:
        return False
    if _BETWEEN.fullmatch(scene.folded, here, document.start):
        return True
    between = scene.folded[here : document.start]
    return bool(_STATED_IN.fullmatch(between)) and not _VERB.pattern.search(between)


def _list_after(scene: Scene, first: DocumentAt, end: int) -> Iterator[DocumentAt]:
    """Yield the documents that go on the list which a document opens."""
    here = first
    for document in scene.documents_in(first.end, end):
        if document.start < here.tail:
            continue  # cited inside the title
        gap = (scene.past_issuer(here), document.start)
        plain = (here.end, document.start)
        if not any(JOINED.fullmatch(scene.folded, *stretch) for stretch in (gap, plain)):
            return
        yield document
        here = document


def _relations(scene: Scene, doing: _Doing, start: int, end: int) -> Iterator[StatedRelation]:
    opens = _OPENING.fullmatch(scene.folded, start, doing.start) is not None
    if _is_own(scene, doing, start):
        return
    if opens:
        subjects, sure = _forward(scene, doing, end), True
    else:
        subjects = _backward(scene, doing, start)
        sure = not subjects or ";" not in scene.folded[subjects[-1].end : doing.start]
    for body in subjects:
        for document in doing.objects:
            yield _relation(scene, doing, body, document, start, stated=sure)
    if subjects and not opens:
        yield from _advisers(scene, doing, subjects, start)


def _is_own(scene: Scene, doing: _Doing, start: int) -> bool:
    """Tell whether it is what an official text itself does, or tells others to do.

    `Thực hiện D, UBND tỉnh ban hành Kế hoạch ...` says what the plan carries out; what a plan or a
    directive says without `đã` is a task. `B cụ thể hóa D bằng C` speaks of C.
    """
    if (
        _MADE_INTO.match(scene.folded, doing.objects[-1].end)
        and "thể" in scene.folded[doing.start : doing.end]
    ):
        return True
    letterhead = scene.text.letterhead
    if letterhead is None:
        return False
    if doing.start in letterhead.preamble:
        return True
    told = scene.folded[max(start, doing.start - _SUBJECT_GAP) : doing.start]
    return letterhead.type_vi not in _REPORTING and _DONE.search(told) is None


def _relation(
    scene: Scene, doing: _Doing, body: BodyAt, document: DocumentAt, start: int, *, stated: bool
) -> StatedRelation:
    first = min(body.start, doing.start, document.start)
    last = max(body.end, doing.end, document.end)
    return StatedRelation(
        document.id,
        "implementedBy",
        body.id,
        first,
        last,
        scene.text.article.text[doing.start : doing.end],
        "stated" if stated else "inferred",
        modality_of(scene.folded[max(start, first - 60) : doing.end]),
    )


def _forward(scene: Scene, doing: _Doing, end: int) -> list[BodyAt]:
    """Return the subject after an opening phrase: `Thực hiện D đến nay, toàn thành phố đã ...`."""
    last = doing.objects[-1]
    for at in sorted({scene.past_issuer(last), last.tail, last.end}):
        for found in _steps(scene.folded, at, end):
            body = scene.body_at(found)
            if body is not None and body.acts and not _issues(scene, body):
                return _with_following(scene, body)
    return []


def _issues(scene: Scene, body: BodyAt) -> bool:
    """Tell whether a body only issues a document: that one carries out, `Thực hiện D, B ra C`."""
    verb = _ISSUING.match(scene.folded, body.end)
    return verb is not None and scene.document_after(verb.end(), verb.end() + 1) is not None


def _steps(text: str, at: int, end: int) -> Iterator[int]:
    """Yield where a subject may begin: after the comma, or after one more phrase and comma."""
    for optional in (",", "phrase"):
        pattern = _FORWARD_NEAR if optional == "," else _FORWARD
        found = pattern.match(text, at, end)
        if found:
            yield found.end()


_FORWARD_NEAR = re.compile(rf"{_ISSUER}, (?:toàn thể |tập thể )?")


def _with_following(scene: Scene, first: BodyAt) -> list[BodyAt]:
    bodies = [first]
    for body in scene.bodies_in(first.end, first.end + 120):
        if not JOINED_BODIES.fullmatch(scene.folded, bodies[-1].end, body.start) or not body.acts:
            break
        bodies.append(body)
    return bodies


def _backward(scene: Scene, doing: _Doing, start: int) -> list[BodyAt]:
    """Return the subject before the verb, with those it is coordinated with."""
    before = scene.folded[max(start, doing.start - 40) : doing.start]
    if _NOMINAL.search(before):
        return []
    body = scene.acting_before(doing.start, start)
    if body and scene.folded.endswith((" phối hợp ", " phối hợp cùng "), start, body.start):
        body = scene.acting_before(body.start, start) or body  # `A phối hợp B triển khai D`
    if body is None or doing.start - body.end > _SUBJECT_GAP:
        return []
    between = scene.folded[body.end : doing.start]
    shared = between.rfind(";")
    if _SUBJECT_BREAK.search(between) or (shared >= 0 and len(between) - shared > _CLAUSE):
        return []
    if scene.document_before(doing.start, body.end):
        return []
    return [*scene.joined_before(body, start), body]


def _advisers(
    scene: Scene, doing: _Doing, subjects: list[BodyAt], start: int
) -> Iterator[StatedRelation]:
    """Yield the adviser where the document comes from its own superior in the same branch."""
    first = subjects[0]
    adviser = scene.acting_before(first.start, start)
    if adviser is None:
        return
    if not re.fullmatch(r"[^.;]{0,60}tham mưu(?: cho)? ", scene.folded[adviser.end : first.start]):
        return
    for document in doing.objects:
        issuer = key_of(document.document.issuer or "")
        if any(f"ban {s}" in issuer and s in key_of(adviser.body.name) for (s,) in _SECTORS):
            yield _relation(scene, doing, adviser, document, start, stated=True)


def modality_of(before: str) -> Modality:
    """Return what the words before a verb say of it: done, requested, planned or denied."""
    words = without_names(before)
    for modality, pattern in _MODALITIES:
        if pattern.search(words):
            return modality
    return Modality.DONE


def _pattern(code: str, leave: tuple[str, ...]) -> re.Pattern[str]:
    phrases = next(item.phrases for item in MODALITY if item.code == code)
    words = [re.escape(key_of(p)) for p in phrases if "…" not in p and p not in leave]
    return re.compile(rf"{at_word(sorted(words, key=len, reverse=True))}(?!\w)")


# Words that also say how something is done are no request: `tập trung chỉ đạo thực hiện`.
_MODALITIES: Final = (
    (Modality.DENIED, _pattern("denied", ())),
    (
        Modality.REQUESTED,
        _pattern("requested", ("tập trung", "chỉ đạo", "khẩn trương", "giao", "đôn đốc", "nên")),
    ),
    (Modality.PLANNED, _pattern("planned", ("chuẩn bị", "phấn đấu"))),
)
