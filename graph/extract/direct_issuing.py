"""Who issued a document that stands right behind a verb which alone says little.

`B ra D`, `B trình bày Báo cáo D`, `theo đề nghị của Giám đốc B tại Tờ trình D`, `B cụ thể hóa A
bằng D`: a plain verb says it only where nothing stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.attributes import find_attributes
from graph.extract.issued import issued_by
from graph.extract.openings import opened_by
from graph.extract.scene import JOINED, BodyAt, DocumentAt, Scene
from graph.extract.series import may_issue, series_of
from graph.extraction import StatedRelation

#: Verbs that say it where the document stands right behind: `UBND tỉnh ra Quyết định số ...`.
_DIRECTLY = (
    *("ra", "có", "xây dựng", "trình bày", "trình", "gửi", "phát hành", "báo cáo tại"),
    *(f"{made} {by}" for made in ("cụ thể hóa", "sửa đổi", "triển khai") for by in ("bằng", "tại")),
    *("phê duyệt tại", "đề nghị tại", "nêu tại", "kiến nghị tại", "tại"),
)
_DIRECT = opened_by(_DIRECTLY, group="cue", behind=" (?:văn bản |các )?")
_INTO = opened_by(
    ("cụ thể hóa", "thể chế hóa", "thay thế", "thay", "sửa đổi"),
    behind=r"(?: [^.;\n]{3,160}?)? (?P<cue>bằng|thành) (?:các )?",
)
_ADVERBS = re.compile(
    r"(?: \(?khóa \w{1,6}\)?)?(?:,? (?:đã|cũng|vừa|mới|kịp thời|lại|lập tức|nhanh chóng|liền|ngay|"
    r"sớm|chủ động|đồng thời|tiếp tục)){0,3} ?"
)
#: `theo đề nghị của Giám đốc B tại D`
_OWN = re.compile(r"(?<!\w)(?P<cue>của) (?:(?:giám đốc|chủ tịch|chánh|trưởng|bộ trưởng) )?$")
_NAMELY = re.compile(r"(?:,? (?:gồm(?: có)?|bao gồm|đó là|trong đó có))?")
#: From the issuer of a list to its first number: `các Nghị định của Chính phủ: số ...`.
_LIST_LEAD = re.compile(
    r": ?(?=số \d|(?:nghị quyết|nghị định|chỉ thị|"
    r"kết luận|quy định|quyết định|thông tư|kế hoạch|hướng dẫn|chương trình|đề án) (?:số )?\d)"
)
_SUBMITTED = frozenset({"Tờ trình", "Báo cáo", "Công văn", "Văn bản"})


@dataclass(frozen=True, slots=True)
class _Lead:
    """The first of a list of documents, the body named before it, and the words that say so."""

    first: DocumentAt
    body: BodyAt
    cue: tuple[int, int]


def find_direct(scene: Scene) -> Iterator[StatedRelation]:
    """Yield issuedBy relations of such verbs, sentence by sentence, and of tables of attributes."""
    yield from _attributed(scene)
    for place in scene.citing:
        sentence = scene.text.sentences[place]
        yield from _behind(scene, sentence.start, sentence.end)
        yield from _made(scene, sentence.start, sentence.end)
        yield from _under(scene, sentence.start, sentence.end)


def _attributed(scene: Scene) -> Iterator[StatedRelation]:
    """Read `Số hiệu: D ... Cơ quan ban hành: B`."""
    for table in find_attributes(scene.folded):
        document = scene.document_after(table.number, table.number + 2)
        body = scene.body_at(table.issuer) if table.issuer is not None else None
        if document is not None and body is not None and table.cue and may_issue(body, document):
            yield issued_by(scene, document, body, table.cue)


def _behind(scene: Scene, start: int, end: int) -> Iterator[StatedRelation]:
    """Read `B ra D`, `B báo cáo tại D`, `Giám đốc B tại Tờ trình D`."""
    for verb in _DIRECT.finditer(scene.openings, start, end):
        document = scene.document_after(verb.end(), verb.end() + 1)
        body = next(scene.bodies_before(verb.start(), start), None) if document else None
        if body is None or document is None or not may_issue(body, document):
            continue
        if not _ADVERBS.fullmatch(scene.folded, body.end, verb.start()):
            continue
        submitted = document.document.type_vi in _SUBMITTED or document.document.type_vi is None
        plain = verb["cue"] != "tại"
        if (body.acts and plain) or (submitted and not plain):
            own = _OWN.search(scene.folded, max(start, body.start - 40), body.start)
            for item in _list_from(scene, document, end):
                yield issued_by(scene, item, body, (own or verb).span("cue"))


def _list_from(scene: Scene, first: DocumentAt, end: int) -> Iterator[DocumentAt]:
    """Yield a document and those of its series that go on a list from it."""
    yield first
    here = first
    for document in scene.documents_in(first.end, end):
        if document.start < here.tail:
            continue  # cited inside the title
        joined = JOINED.fullmatch(scene.folded, scene.past_issuer(here), document.start)
        if not joined or series_of(document) != series_of(first):
            return
        yield document
        here = document


def _made(scene: Scene, start: int, end: int) -> Iterator[StatedRelation]:
    """Read `B cụ thể hóa A bằng D`."""
    for verb in _INTO.finditer(scene.openings, start, end):
        document = scene.document_after(verb.end(), verb.end() + 1)
        body = scene.acting_before(verb.start(), start)
        near = body is not None and _ADVERBS.fullmatch(scene.folded, body.end, verb.start())
        if body is not None and near and document and may_issue(body, document):
            for item in _list_from(scene, document, end):
                yield issued_by(scene, item, body, verb.span("cue"))


def _under(scene: Scene, start: int, end: int) -> Iterator[StatedRelation]:
    """Read a list whose issuer is said before it: `các Nghị định của Chính phủ: số A; số B`."""
    if scene.folded.find(":", start, end) < 0:
        return
    leads = list(_leads(scene, start, end))
    stops = [*(lead.first.start for lead in leads[1:]), end]
    for lead, stop in zip(leads, stops, strict=False):
        for document in scene.documents_in(lead.first.start, stop):
            alike = document.document.type_vi == lead.first.document.type_vi
            if not alike or not may_issue(lead.body, document):
                break
            yield issued_by(scene, document, lead.body, lead.cue)


def _leads(scene: Scene, start: int, end: int) -> Iterator[_Lead]:
    for lead in _LIST_LEAD.finditer(scene.folded, start, end):
        body = next(scene.bodies_before(lead.start(), start), None)
        first = scene.document_after(lead.end(), lead.end() + 5)
        of = _OWN.search(scene.folded, max(start, body.start - 40), body.start) if body else None
        if body is None or first is None or of is None:
            continue
        if _NAMELY.fullmatch(scene.folded, body.end, lead.start()):
            yield _Lead(first, body, of.span("cue"))
