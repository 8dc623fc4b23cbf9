"""Who is put in charge of a document.

`đồng chí N phụ trách, chịu trách nhiệm ... D`, `do đồng chí N làm Trưởng ban`. Who chairs a
conference is in charge of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.extract.implementing import modality_of
from graph.extract.openings import Opened, opened_by
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.extract.text import folded
from graph.extraction import StatedRelation
from ontology.lexicon import CUES

_NEAR = 160
#: What says that the charge was another one, and the document is but spoken of.
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:đã|làm (?:trưởng|phó)|giám sát|kiểm tra|làm việc|trình bày|phát biểu|báo cáo|"
    r"đoàn (?:đbqh|đại biểu))(?!\w)"
)


def _in_charge() -> Opened:
    phrases = {
        folded(phrase)
        for cue in CUES
        if cue.iri.endswith("/responsibleFor")
        for phrase in cue.phrases
        if "…" not in phrase
    }
    return opened_by(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_IN_CHARGE: Final = _in_charge()


def find_charging(scene: Scene) -> Iterator[StatedRelation]:
    """Yield responsibleFor relations."""
    for place in scene.citing:
        sentence = scene.text.sentences[place]
        for cue in _IN_CHARGE.finditer(scene.openings, sentence.start, sentence.end):
            yield from _responsible(scene, cue, sentence)


def _responsible(scene: Scene, cue: re.Match[str], sentence: Stretch) -> Iterator[StatedRelation]:
    official = scene.official_before(cue.start(), sentence.start)
    if official is None or cue.start() - official.end > _NEAR // 2:
        return
    if re.search(r"[.;]", scene.folded[official.end : cue.start()]):
        return
    document = scene.document_after(cue.end(), min(sentence.end, cue.end() + _NEAR))
    if document and _ELSEWHERE.search(scene.folded, cue.end(), document.start):
        return
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
