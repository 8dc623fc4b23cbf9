"""Tasks of the sentences behind one that gave a task, and of a document that is quoted.

`... yêu cầu Sở A ... Sở B cần ...`; `Công điện nêu rõ: Sở A ... Sở B ...`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.extract.deadlines import deadline_in
from graph.extract.given_task import Found, task_of, words_of, year_of
from graph.extract.givers import giver_of
from graph.extract.openings import opened_by
from graph.extract.parties import Party, parties_at
from graph.extract.phrases import at_word
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.extract.task_clauses import clause_end, further
from graph.extract.task_words import does, finds_fault, ordered, told
from graph.model import PartialDate

#: Papers that give tasks.
PAPERS: Final = (
    *("kế hoạch", "công văn", "chỉ thị", "quyết định", "văn bản", "công điện", "thông báo"),
    *("chương trình", "nghị quyết", "kết luận", "hướng dẫn"),
)
#: What tells behind a document who is to do what: `Công điện nêu rõ: B ...`.
_STATES: Final = opened_by(
    [rf"{verb} (?:rõ|cụ thể)" for verb in ("nêu", "chỉ", "ghi", "quy định", "xác định")],
    group="cue",
    behind=r"(?: (?:nhiệm vụ|trách nhiệm))?(?: như sau)?(?:[:,]| rằng) ",
)
_STATED: Final = re.compile(rf"{at_word(PAPERS)}[^.;:\n]{{0,60}} $")
#: Papers that tell what was found, not what is to be done: `Kết luận thanh tra chỉ rõ: ...`.
_FINDINGS: Final = re.compile(
    r"(?:kết luận|thông báo)(?: về)?(?: kết (?:luận|quả))? (?:thanh tra|kiểm tra|kiểm toán|"
    r"giám sát)(?!\w)|(?:thông báo|quyết định|nghị quyết)(?: về)?(?: thi hành)? kỷ luật(?!\w)|"
    r"(?:-kl|kl-|tb-|-tb|qđ-|/|-)(?:ttr|ubkt)|ủy ban kiểm tra|"
    r"(?<!\w)báo cáo [^.;:\n]{0,60}(?<!\w)kèm (?:theo )?"
)
#: Papers that may tell what was done badly beside what is to be done.
_JUDGES: Final = re.compile(at_word(("kết luận", "thông báo", "nghị quyết", "quyết định")))
#: `Sở A được giao ...`.
GIVEN: Final = opened_by(
    [rf"được {verb}(?: nhiệm vụ)?" for verb in ("giao", "phân công", "yêu cầu", "đề nghị")],
    group="cue",
    behind=" ",
)
_THE_SAME = re.compile(r"(?:sở|đơn vị|cơ quan|địa phương|huyện|xã|phường)(?: này| trên| nêu trên)")
_ITEM_OPENS = re.compile(r"[-+•*]|\d{1,2}[.)/]|[a-zđ][.)]")
#: What a sentence that goes on may open with: `Cũng theo công văn này, Sở B ...`.
LEADS_IN: Final = re.compile(
    r"(?:cũng |riêng |ngoài ra|bên cạnh đó|đồng thời|cùng với đó|trong đó|theo đó|theo)"
    r"(?:[^.;:,\n]{0,60}, )?"
)
#: What a sentence opens with that tells what others say: `Theo báo cáo, Sở B ...`.
_REPORTS = re.compile(
    r"(?:cũng |riêng )?(?:theo|qua) (?:các |những )?(?:báo cáo|thống kê|số liệu|kết quả|đánh giá|"
    r"phản ánh|thông tin|ghi nhận|lời|ước tính|tổng hợp)(?!\w)"
)
#: `Công an tỉnh phối hợp với Sở Y tế đã bắt ...`: before its first comma a clause is over.
_IS_OVER = re.compile(r"[^.,;:\n]{0,90} (?:đã|vừa|từng) ")


def stated(scene: Scene, subject: str | None, gone: set[int]) -> Iterator[Found]:
    """Read `Công điện nêu rõ: Sở A ... Sở B ...`: a document is quoted, whose sentences order."""
    for verb in _STATES.finditer(scene.openings):
        sentence = scene.text.sentence(verb.start())
        least = max(sentence.start, verb.start() - 90)
        if not _STATED.search(scene.folded, least, verb.start()):
            continue
        finds = _FINDINGS.search(scene.folded, least, verb.start()) is not None
        stop = clause_end(scene, verb.end(), sentence.end)
        parties = parties_at(scene, verb.end(), sentence.end)
        if not parties or not told(scene, parties[-1].end, stop):
            continue
        if finds and not ordered(scene, parties[-1].end, stop, trusted=False):
            continue
        judges = _JUDGES.search(scene.folded, least, verb.start())
        if judges and finds_fault(scene, parties[-1].end, sentence.end):
            continue
        given = subject or giver_of(scene, verb.start(), sentence)
        clause = Stretch(verb.end(), stop)
        yield from task_of(scene, given, parties, parties[-1].end, clause, words_of(scene, verb))
        yield from further(scene, given, stop, sentence.end, set())
        yield from going_on(scene, given, sentence, parties, gone, trusted=not finds)


def going_on(
    scene: Scene,
    given: str | None,
    sentence: Stretch,
    whom: tuple[Party, ...],
    gone: set[int],
    *,
    trusted: bool = False,
) -> Iterator[Found]:
    """Read the sentences behind one that gave a task: `... yêu cầu Sở A ... Sở B cần ...`.

    `whom` are those charged before, whom `Sở này` means; `gone` are the sentences that were gone
    through behind another verb; `trusted` = a document is quoted, whose every sentence orders.
    """
    walked = set[int]()
    while (following := scene.text.sentence_after(sentence)) is not None:
        sentence = following
        if sentence.start in gone:
            return
        gone.add(sentence.start)
        if _ITEM_OPENS.match(scene.folded, sentence.start, sentence.end):
            return  # items are read by themselves
        if _REPORTS.match(scene.folded, sentence.start, sentence.end):
            return
        lead_in = LEADS_IN.match(scene.folded, sentence.start, sentence.end)
        trusted = trusted or (lead_in is not None and lead_in[0].startswith("theo"))
        start = lead_in.end() if lead_in else sentence.start
        same = _THE_SAME.match(scene.folded, start, sentence.end)
        parties = whom if same else parties_at(scene, start, sentence.end)
        if not parties:
            return
        at = same.end() if same else parties[-1].end
        whom, stop = parties, clause_end(scene, at, sentence.end)
        if GIVEN.pattern.match(scene.folded, at + 1):
            continue  # read as what it is
        limit = deadline_in(scene.folded, at, stop, year_of(scene))
        dated = does(scene, at, stop) and still_ahead(scene, limit)
        dated = dated and _IS_OVER.match(scene.folded, at, stop) is None
        if not (dated or ordered(scene, at, stop, trusted=trusted or lead_in is not None)):
            return
        yield from task_of(scene, given, parties, at, Stretch(start, stop), None)
        yield from further(scene, given, stop, sentence.end, walked)


def still_ahead(scene: Scene, deadline: PartialDate | None) -> bool:
    """Tell whether there is a limit, and none that is over when the text is written."""
    day = scene.text.dateline.day
    return deadline is not None and (day is None or deadline.latest >= day.earliest)
