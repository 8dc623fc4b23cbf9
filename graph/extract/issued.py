"""What says that a body issued a document: the statement itself, and what a verb governs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.scene import BodyAt, DocumentAt, Scene
from graph.extraction import StatedRelation
from graph.model import Modality

_FIRST_GAP, _LIST_GAP = 60, 260
_EMBEDDING = re.compile(
    r"(?<!\w)(?:để|nhằm|thực hiện|triển khai|theo|căn cứ|trên cơ sở|thay th[ếể]|sửa đổi|gắn với|"
    r"tiếp tục|cụ thể hóa|thể chế hóa|tại|trong|hướng dẫn|tổng kết|sơ kết|quán triệt|đối với|"
    r"bãi bỏ|bổ sung|thi hành|bám sát|thay cho)(?!\w)"
)
#: `ban hành 28 nghị định về phân cấp, trong đó có Nghị định số ...`
_AMONG = re.compile(
    r" (?:các|những|nhiều|một số|\d{1,3})? ?(?:nghị quyết|nghị định|quyết định|văn bản|chỉ thị|"
    r"quy định|thông tư|kế hoạch|hướng dẫn)[^.;:]{0,90}?"
    r"(?:trong đó(?: có)?|gồm(?: có)?|như)(?: là)?:? (?:các )?"
)
#: `phê duyệt Chương trình Chuyển đổi số quốc gia tại Quyết định số ...`
_BY_NUMBER = re.compile(
    r" (?:chương trình|đề án|kế hoạch|quy chế|quy định|quy hoạch|chiến lược|danh mục|phương án)"
    r"(?:(?! (?:giao|nêu|thực hiện|triển khai|theo|tại|quy định|đề ra)(?!\w)) "
    r"[^\s.;:()]{1,12}){1,24}"
    r" (?:tại|kèm theo|bằng) (?:các )?"
)
#: `ban hành A để triển khai thực hiện và B`: the purpose says no more of what.
_PURPOSE_ALONE = re.compile(
    r" (?:để|nhằm) (?:tổ chức |triển khai )*(?:thực hiện|triển khai)(?=,| và )"
)
#: What a verb has as its own object, so that what stands before is not issued by it.
OWN_OBJECT = re.compile(
    r" (?:(?:các|những|nhiều|một số|một|\d{1,3}) )?(?:văn bản|kế hoạch|chương trình|nghị quyết|"
    r"nghị định|quyết định|thông tư|chỉ thị|công văn|công điện|đề án|hướng dẫn số)(?!\w)"
)
#: What is laid before who approves, not issued by him: `phê duyệt Quy hoạch kèm theo Tờ trình A`.
_LAID_BEFORE = {"Tờ trình", "Báo cáo"}
_SEPARATED = re.compile(
    r"(?:[,;]| và| cùng)(?: (?:các|và|đồng thời))?(?: [^\s\d,;.()]{1,9}){0,4} ?$"
)


def issued_by(
    scene: Scene,
    document: DocumentAt,
    body: BodyAt,
    cue: tuple[int, int],
    *,
    stated: bool = True,
    modality: Modality = Modality.DONE,
) -> StatedRelation:
    """Return that a body issued a document; `cue` is where the words stand that say so."""
    start = min(document.start, body.start, cue[0])
    end = max(document.end, body.end, cue[1])
    return StatedRelation(
        document.id,
        "issuedBy",
        body.id,
        start,
        end,
        scene.text.article.text[cue[0] : cue[1]].strip(),
        "stated" if stated else "inferred",
        modality,
    )


def named_before(scene: Scene, offset: int, start: int) -> Iterator[tuple[DocumentAt, bool]]:
    """Yield the document named last before an offset, or the word for one, the nearer first.

    With each comes whether it is printed itself.
    """
    found = [(one, True) for one in (scene.document_before(offset, start),) if one]
    found += [(one, False) for one in (scene.recalled_before(offset, start),) if one]
    yield from sorted(found, key=lambda pair: -pair[0].start)


def governs(gap: str, first: bool, type_vi: str | None = None) -> bool:
    """Tell whether a verb governs what follows words: its `first` object, or the next of a list.

    `type_vi` = the type of what follows.
    """
    if first:
        near = len(gap) <= _FIRST_GAP and not _EMBEDDING.search(gap) and ";" not in gap
        numbered = _BY_NUMBER.fullmatch(gap) and type_vi not in _LAID_BEFORE
        return near or bool(numbered or _AMONG.fullmatch(gap))
    gap = _PURPOSE_ALONE.sub("", gap)
    last = max(gap.rfind(";"), 0)
    clause = gap[last:] if last else gap
    if len(gap) > _LIST_GAP or not _SEPARATED.search(gap):
        return False
    return not _EMBEDDING.search(clause)
