"""Which document gives a task in an article: `Quyết định A giao B`, `Theo Kế hoạch A, B ...`."""

from __future__ import annotations

import re

from graph.extract.scene import DocumentAt, Scene
from graph.extract.structure import Stretch

#: What may stand between a document and the verb of giving whose subject it is.
_NEAR = re.compile(r"(?: của [^.;,\n]{2,60}|(?: [^\s.;,]+){0,6}?) ")
#: What a document does before it tells who is to do what: `Kế hoạch A nêu rõ, B ...`.
_TELLS = (
    r"(?: của [^.;,\n]{2,60})?(?: cũng| đã)? (?:nêu|quy định|xác định|ghi)(?: rõ)?(?:[:,]| rằng)? "
)
#: What opens a sentence with the document that its giver acts by: `Tại Kế hoạch A, B giao ...`.
_BY = re.compile(r"(?<!\w)(?:tại|theo|trong|với) (?:các |nội dung )?$")
_ACTOR = r"[^.;,:\n]{2,70} "


def giver_of(scene: Scene, at: int, sentence: Stretch) -> str | None:
    """Return the document that gives a task by the verb at an offset: `Quyết định A giao B ...`."""
    document = scene.document_before(at, sentence.start)
    if document is None:
        return None
    near = any(_NEAR.fullmatch(scene.folded, end, at) for end in _ends(scene, document))
    return document.id if near else acting_by(scene, at, sentence, _ACTOR)


def _ends(scene: Scene, document: DocumentAt) -> set[int]:
    return {document.end, document.tail, scene.past_issuer(document)}


def acting_by(scene: Scene, at: int, sentence: Stretch, actor: str = "") -> str | None:
    """Return the document by which somebody is charged: `Theo Kế hoạch A, B ...`."""
    document = scene.document_before(at, sentence.start)
    if document is None:
        return None
    opening = scene.folded[max(sentence.start, document.start - 24) : document.start]
    gaps = [re.compile(_TELLS)] if not actor else []
    if _BY.search(opening):
        gaps.append(re.compile(",? " + actor))
    ends = _ends(scene, document)
    near = any(gap.fullmatch(scene.folded, end, at) for gap in gaps for end in ends)
    return document.id if near else None
