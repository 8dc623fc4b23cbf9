"""Who signed a document: `N (P) đã ký [ban hành] D`, `D do N ký`, `thay mặt B, N ký D`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.issued import OWN_OBJECT, governs, issued_by, named_before
from graph.extract.scene import DocumentAt, OfficialAt, Scene
from graph.extract.series import may_issue
from graph.extraction import StatedRelation

_SIGNED_BY = re.compile(r"[^.;]{0,60}?(?:do|được) [^.;\d]{0,80}")  # his post before the name
#: What is signed otherwise than a document is: `ký biên bản`, `ký kết`, `ký nháy`.
_SIGNS_ELSE = re.compile(
    r" (?:(?:các|một) )?(?:biên bản|giấy|nháy|tắt|hợp đồng|bản|cam kết|xác nhận|kết|thỏa thuận|"
    r"tặng|thư|bằng|sổ)(?!\w)"
)
#: `được các đại biểu đánh giá cao, Chủ tịch N ký`: another does something else, then he signs.
_ANOTHER_DOES = re.compile(
    r"(?<!\w)(?:đánh giá|trình bày|thảo luận|góp ý|ý kiến|quan tâm|ủng hộ|triển khai|thực hiện|"
    r"soạn thảo|chuẩn bị|đón nhận|giới thiệu|quán triệt)(?!\w)[^,]{0,40},(?! (?:và )?(?:do|được) )"
)
_FAR = 45  # characters from who signs to the verb


def find_signed(
    scene: Scene, verb: re.Match[str], start: int, end: int
) -> Iterator[StatedRelation]:
    """Read `N (P) đã ký [ban hành] D` and `D do N ký`."""
    if "ký" not in verb[0]:
        return
    official = official_before(scene, verb.start(), start)
    if official is None:
        return
    for before, printed in named_before(scene, official.start, start):
        said = _SIGNED_BY.fullmatch(scene.folded, before.end, official.start)
        if said and _is_of(scene, verb, said):
            yield _signed(scene, before, official, verb, stated=printed)
            return
    after = scene.document_after(verb.end(), end)
    if after and governs(scene.folded[verb.end() : after.start], True):
        yield _signed(scene, after, official, verb)
        yield from _for_committee(scene, after, official, verb)
        yield from _on_behalf(scene, after, official, verb, start)


def _is_of(scene: Scene, verb: re.Match[str], said: re.Match[str]) -> bool:
    """Tell whether what is signed is what stands before, not another paper of another clause."""
    if any(form.match(scene.folded, verb.end()) for form in (_SIGNS_ELSE, OWN_OBJECT)):
        return False
    return "ban hành" in verb[0] or not _ANOTHER_DOES.search(said[0])


def _for_committee(
    scene: Scene, document: DocumentAt, official: OfficialAt, verb: re.Match[str]
) -> Iterator[StatedRelation]:
    """Yield the committee whose number a document bears that its chair has signed."""
    number = document.document.number or ""
    heads = {"UBND": "UBND", "HĐND": "HĐND", "TTg": "Thủ tướng Chính phủ"}
    head = next((head for code, head in heads.items() if code in re.split("[/-]", number)), None)
    held = {position.body for position in official.official.positions}
    if "Chính phủ" in held and head == heads["TTg"]:
        held.add(head)
    for body in scene.bodies_named(held):
        if head and body.body.name.startswith(head):
            signed = _signed(scene, document, official, verb)
            yield replace(signed, predicate="issuedBy", object=body.id, certainty="inferred")
            return


def _on_behalf(
    scene: Scene, document: DocumentAt, official: OfficialAt, verb: re.Match[str], start: int
) -> Iterator[StatedRelation]:
    """Yield the body of `Thay mặt B, đồng chí N ký ban hành D`: the document is B's."""
    for body in scene.bodies_before(official.start, start):
        said = scene.folded[max(start, body.start - 12) : body.start]
        if said.endswith(("thay mặt ", "t/m ", "tm. ")) and may_issue(body, document):
            yield issued_by(scene, document, body, verb.span())
            return


def official_before(scene: Scene, offset: int, start: int) -> OfficialAt | None:
    """Return the official named in the clause right before an offset, not before `start`."""
    near = scene.official_before(offset, start)
    if near is None or offset - near.end > _FAR:
        return None
    return None if re.search(r"[.;:]", scene.folded[near.end : offset]) else near


def _signed(
    scene: Scene,
    document: DocumentAt,
    official: OfficialAt,
    verb: re.Match[str],
    *,
    stated: bool = True,
) -> StatedRelation:
    return StatedRelation(
        document.id,
        "signedBy",
        official.official.id,
        min(document.start, official.start),
        max(document.end, official.end, verb.end()),
        scene.text.article.text[verb.start() : verb.end()],
        "stated" if stated else "inferred",
    )
