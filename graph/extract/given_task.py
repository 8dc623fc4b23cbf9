"""One task as it is told: who leads, who helps, by when, and the words it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.deadlines import deadline_in
from graph.extract.parties import Party, parties_at
from graph.extract.phrases import at_word
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.extract.task_words import CHIEF, DUTY, HELPS
from graph.extraction import GivenTask
from graph.model import PartialDate

LONGEST = 900  # characters of a task
_WITH = re.compile(
    rf"{at_word(('phối hợp',))}(?:,? (?:chặt chẽ|thường xuyên|đồng bộ))?"
    r"(?:,? (?:với|cùng với|cùng))? "
)
_BESIDE = re.compile(r"(?:chủ trì|đầu mối)(?P<joint>,? (?:cùng với|cùng|với) |[,;] (?:và )?)")
_HELP_TOO = re.compile(
    r" (?:(?:cùng |tham gia |có trách nhiệm )?phối hợp(?! (?:với|cùng))|hỗ trợ|tham gia)(?!\w)"
)
#: A limit behind the sentence of a task: `... Thời hạn: 31/12/2025.`
_LIMIT_NEXT = re.compile(
    r"\.? (?:thời (?:gian|hạn)(?: (?:hoàn thành|thực hiện|báo cáo))? ?:|hạn hoàn thành|"
    r"(?:hoàn thành|xong|báo cáo kết quả)(?: [^.;\n]{0,40}?)? (?:trước|trong|chậm nhất)(?!\w))"
    r"[^;.\n]{3,80}"
)
_LIMIT_BEHIND = re.compile(
    r"; (?:thời (?:gian|hạn)|hoàn thành|xong|báo cáo|gửi|trình|chậm nhất|trước)(?!\w)[^;\n]{3,160}?"
    r"(?=[;\n]|\.(?:\s|/|$)|$)"
)
_PREFIX = re.compile(r"\s*(?:[-+•*] ?|\d{1,2}[.)] ?)?(?:ngay )?(?:trong|trước|đến)[^,.;:]{3,40}, ")

Found = tuple[GivenTask, int]  # and where it is told: each is told once


def year_of(scene: Scene) -> int | None:
    """Return the year in which a text is written."""
    day = scene.text.dateline.day
    return day.year if day else None


def words_of(scene: Scene, verb: re.Match[str]) -> str:
    """Return the verb of giving as it is printed."""
    return scene.text.article.text[slice(*verb.span("cue"))]


def task_of(
    scene: Scene,
    document: str | None,
    parties: tuple[Party, ...],
    at: int,
    clause: Stretch,
    cue: str | None,
) -> Iterator[Found]:
    """Yield the task that is told from `at` on, behind the names of those who lead it."""
    folded, stop = scene.folded, min(_with_limit(scene, clause.end), clause.start + LONGEST)
    charged = tuple(party.id for party in parties if party.id and not party.helps)
    helping = tuple(party.id for party in parties if party.id and party.helps)
    chief = CHIEF.match(folded, at, stop)
    helps = None if chief else HELPS.match(folded, at, stop)
    support = tuple(one for one in (*helping, *_support(scene, at, stop)) if one not in charged)
    lead = charged
    if helps and not support and not _with_class(scene, helps.end(), stop):
        lead, support = (), charged  # who only helps
    if not (lead or support):
        return
    year = year_of(scene)
    deadline = deadline_in(folded, at, stop, year) or _said_before(scene, clause.start)
    deadline = deadline or deadline_in(folded, clause.start, parties[0].start, year)
    found = chief or helps or DUTY.match(folded, at, stop)
    end = stop
    while end > clause.start and folded[end - 1] in " .;,/\n":
        end -= 1
    words = scene.text.article.text[slice(*found.span("cue"))] if found else cue
    yield GivenTask(document, lead, support, deadline, clause.start, end, words), at


def _with_limit(scene: Scene, end: int) -> int:
    """Return where a task ends whose limit stands behind a semicolon: `; xong trước ngày ...`."""
    limit = _LIMIT_BEHIND.match(scene.folded, end) or _LIMIT_NEXT.match(scene.folded, end)
    return limit.end() if limit else end


def _said_before(scene: Scene, start: int) -> PartialDate | None:
    """Return the limit that a sentence opens with: `Trong tháng 9, Sở Tài chính ...`."""
    sentence = scene.text.sentence(start)
    prefix = _PREFIX.match(scene.folded, sentence.start, min(sentence.end, sentence.start + 60))
    if prefix is None or prefix.end() != start:
        return None
    return deadline_in(scene.folded, sentence.start, prefix.end(), year_of(scene))


_WITH_CLASS = re.compile(r"(?:,? (?:chặt chẽ|thường xuyên))? (?:với|cùng)(?!\w)")


def _with_class(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether it is told with whom to work, though not by name: `phối hợp các xã`."""
    found = _WITH_CLASS.match(scene.folded, at, stop)
    return found is not None or bool(parties_at(scene, at + 1, stop))


def _support(scene: Scene, at: int, stop: int) -> Iterator[str]:
    """Yield who is to help: behind `phối hợp với`, or beside `chủ trì`."""
    folded = scene.folded
    beside = _BESIDE.search(folded, at, min(stop, at + 80))
    if beside is not None:
        parties = parties_at(scene, beside.end(), stop)
        joint = beside["joint"].strip(" ,;") not in ("", "và")
        if parties and (joint or _HELP_TOO.match(folded, parties[-1].end, stop)):
            yield from (party.id for party in parties if party.id)
            return
    for found in _WITH.finditer(folded, at, stop):
        parties = parties_at(scene, found.end(), stop, unknown=True)
        if parties:
            yield from (party.id for party in parties if party.id)
            return
