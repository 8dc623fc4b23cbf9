"""Who is given a task, who is to help, and by when.

`giao B chủ trì, phối hợp với C ... trước ngày D`, `yêu cầu B ...`, `B được giao ...`; in an
official text also an item that opens with a body (`Sở Tài chính chủ trì ...`, `Bộ Y tế có trách
nhiệm ...`), the items under the name of a body (`1. Sở Tài chính:`), the rows of a table, and what
labels say (`Cơ quan chủ trì: ...`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph.extract.assigned_rows import tasks_of_rows
from graph.extract.given_task import Found, task_of, words_of
from graph.extract.givers import acting_by, giver_of
from graph.extract.labelled import tasks_of_labels
from graph.extract.opened_tasks import opened
from graph.extract.openings import opened_by
from graph.extract.parties import Party, is_class, parties_at, past_area
from graph.extract.phrases import at_word
from graph.extract.scene import BodyAt, Scene
from graph.extract.structure import Stretch
from graph.extract.supposing import supposed
from graph.extract.task_clauses import LIST, NO_GIVING, clause_end, further
from graph.extract.task_words import CHIEF, SUFFERED, URGED, does, told
from graph.extract.told_on import GIVEN, LEADS_IN, PAPERS, going_on, stated, still_ahead
from graph.extract.units import HEADS as UNIT_HEADS
from graph.extraction import GivenTask
from graph.model import Level

_GIVES = (
    rf"giao{NO_GIVING}(?: nhiệm vụ| trách nhiệm)?(?: cho)?",
    r"phân công(?: nhiệm vụ)?(?: cho)?",
    r"ủy quyền(?: cho)?",
    r"yêu cầu",
    r"kính đề nghị",
    r"lưu ý",
    r"đề nghị",
    r"chỉ đạo",
)
_GIVING: Final = opened_by(
    _GIVES,
    group="cue",
    behind=r"(?:(?: (?:rõ ràng|rõ|cụ thể|chi tiết)){0,2}(?: (?:cho )?từng (?:ngành|cơ quan|đơn vị|"
    r"địa phương)(?:, (?:ngành|cơ quan|đơn vị|địa phương))?)?(?: như sau)?:)? "
    r"(?:\(?[1-9a-zđ]\) )?(?:đồng chí |các đồng chí )?",
)
#: Who gives, between the body that is given a task and the verb: `Sở A được Chủ tịch UBND B giao`.
_AGENT = re.compile(r" được (?P<agent>[^.;,:\n]{2,60}) $")
_OBLIGED = (
    *("phải", "cần", "có trách nhiệm", "chịu trách nhiệm", "chủ trì", "làm đầu mối"),
    *(rf"là {what} (?:thường trực|chủ trì|đầu mối)" for what in ("cơ quan", "đơn vị")),
)
_MUST: Final = opened_by(
    _OBLIGED,
    group="cue",
    behind=r"(?: (?=[^\W\d])|(?=, (?:phối hợp|cùng|có|chịu|phải|giúp|theo dõi|tham mưu) ))",
)
#: What makes a mention of such a verb no task: `theo đề nghị ...`, `chưa giao`.
_NOT_GIVING = re.compile(
    r"(?<!\w)(?:theo|xét|thừa|từng|nhiều lần|trên cơ sở|chưa|không|sau|khi|bàn|chuyển|tổ chức) "
    r"(?:sự |việc |văn bản )?$"
)
#: Whose office is that of the body behind it: `Bộ trưởng Bộ Y tế có trách nhiệm ...`.
_HEADS = ("bộ trưởng ", "giám đốc ", "tổng giám đốc ", "cục trưởng ")
#: What says of a clause that it tells who was charged: `Theo phân công, B ...`.
_AS_GIVEN = re.compile(
    r"theo (?:sự )?phân công(?: nhiệm vụ)?(?: của [^.;,:\n]{2,60})?, $|"
    r"(?:kế hoạch|công văn|chỉ thị|quyết định|văn bản|công điện|thông báo)[^.;:\n]{0,60} "
    r"(?:nêu|quy định|xác định|phân công)(?: rõ| cụ thể)?(?:[:,]| rằng)? $"
)
_AS_GIVEN_WITHIN = 150  # characters that its words take
#: A document gives by itself: `Nghị quyết giao B ...`.
_PAPER_GIVES: Final = re.compile(rf"{at_word(PAPERS)}(?: này| trên| cũng){{0,2}} $")
#: What makes of `giao việc A cho B` who is spoken of: `... cho B đã được hoàn thành`.
_TELLS_OF = re.compile(r" (?:đã|được|bị|chưa|không|là|vẫn|còn|đang|sẽ|vừa|mới)(?!\w)")
#: What stands before a second verb of the giver of the first one: `; đồng thời yêu cầu ...`.
_GOES_ON = re.compile(r"[;,] (?:đồng thời |và |còn |cũng )*$")
#: What stands between a class and those of it that are named: `các đơn vị sau: Sở A, Sở B`.
_NAMELY = re.compile(r"(?: (?:sau đây|sau|dưới đây|gồm|bao gồm|như))?: ")
#: Tasks of one sentence by which it is a list, with which the sentences behind it go on.
_SEVERAL = 3
_WEAK = ("yêu cầu", "đề nghị", "kính đề nghị", "chỉ đạo", "lưu ý")


def find_tasks(scene: Scene, subject: str | None) -> Iterator[GivenTask]:
    """Yield the tasks of a text; `subject` is the id of the document that the text itself is."""
    taken: set[int] = set()
    tasks = (
        *_governed(scene, subject),
        *opened(scene, subject),
        *tasks_of_rows(scene, subject),
        *tasks_of_labels(scene, subject),
    )
    for task, place in tasks:
        if place not in taken:
            taken.add(place)
            yield task


def _governed(scene: Scene, subject: str | None) -> Iterator[Found]:
    """Read what a verb of giving governs, and the clauses that go on behind it."""
    folded, walked, gone = scene.folded, set[int](), set[int]()
    last: tuple[int, str | None] = (-1, None)
    for verb in _GIVING.finditer(scene.openings):
        before = folded[max(0, verb.start() - 24) : verb.start()]
        if _NOT_GIVING.search(before) or (verb["cue"] == "chỉ đạo" and before.endswith("ban ")):
            continue
        sentence = scene.text.sentence(verb.start())
        at = _past_time(scene, verb.end(), sentence)
        if supposed(scene, verb.start(), sentence):
            continue
        if not (scene.body_at(at) or parties_at(scene, at, at + LIST)):
            yield from _given_by(scene, subject, verb)
            yield from _addressed(scene, subject, verb, sentence)
            yield from _handed(scene, subject, verb, sentence)
            continue
        given = subject or giver_of(scene, verb.start(), sentence)
        if given is None and last[0] == sentence.start and _GOES_ON.search(before):
            given = last[1]
        last = (sentence.start, given)
        told_there = list(_clauses(scene, given, verb, sentence, walked))
        yield from told_there
        whom = parties_at(scene, at, at + LIST)
        quoted = given is not None or len(told_there) >= _SEVERAL
        quoted = quoted or _PAPER_GIVES.search(before) is not None
        yield from going_on(scene, given, sentence, whom, gone, trusted=quoted)
    yield from stated(scene, subject, gone)
    for verb in GIVEN.finditer(scene.openings):
        sentence, charged = scene.text.sentence(verb.start()), False
        for found in _passive(scene, subject, verb, verb.start()):
            charged = True
            yield found
        if charged:
            quoted = LEADS_IN.match(scene.folded, sentence.start, sentence.end) is not None
            yield from going_on(scene, subject, sentence, (), gone, trusted=quoted)
    yield from _obliged(scene, subject, gone)


def _past_time(scene: Scene, at: int, sentence: Stretch) -> int:
    """Return where those named behind a time begin: `yêu cầu từ nay đến cuối năm, Sở A ...`."""
    time = _MEANWHILE.match(scene.folded, at, sentence.end)
    return time.end() if time else at


def _addressed(
    scene: Scene, subject: str | None, verb: re.Match[str], sentence: Stretch
) -> Iterator[Found]:
    """Read `Đối với Sở A, Chủ tịch UBND tỉnh yêu cầu ...`: who is charged stands before."""
    before = _AS_FOR.match(scene.folded, sentence.start, verb.start())
    parties = parties_at(scene, before.end(), verb.start()) if before else ()
    if parties and parties[-1].end + 1 >= verb.start():
        parties = parties[:-1]  # who asks
    if not parties or verb.start() - parties[-1].end > LIST // 2:
        return
    clause = Stretch(sentence.start, clause_end(scene, verb.end(), sentence.end))
    if does(scene, verb.end() - 1, clause.end):
        yield from task_of(scene, subject, parties, verb.end() - 1, clause, words_of(scene, verb))


def _handed(
    scene: Scene, subject: str | None, verb: re.Match[str], sentence: Stretch
) -> Iterator[Found]:
    """Read `giao nhiệm vụ soạn đề án cho Sở A`: what is to be done stands before who does it."""
    handed = _HANDED.match(scene.folded, verb.start(), sentence.end)
    named = parties_at(scene, handed.end(), sentence.end) if handed else ()
    parties = tuple(party for party in named if party.id)
    over = parties and _TELLS_OF.match(scene.folded, parties[-1].end)
    if handed and parties and not over:
        clause = Stretch(verb.start(), clause_end(scene, parties[-1].end, sentence.end))
        given = subject or giver_of(scene, verb.start(), sentence)
        yield from task_of(scene, given, parties, parties[-1].end, clause, words_of(scene, verb))


def _given_by(scene: Scene, subject: str | None, verb: re.Match[str]) -> Iterator[Found]:
    """Read `Sở A được Chủ tịch UBND tỉnh giao ...`."""
    agent = _AGENT.search(scene.folded, max(0, verb.start() - 75), verb.start())
    if agent is not None and agent.end() == verb.start():
        named = scene.bodies_in(agent.start("agent"), agent.end())
        if named or scene.folded[agent.start("agent") :].startswith(("chủ tịch", "bí thư")):
            yield from _passive(scene, subject, verb, agent.start() + 1)


def _passive(scene: Scene, subject: str | None, verb: re.Match[str], at: int) -> Iterator[Found]:
    """Read what is given to those right before a passive verb that begins at an offset."""
    sentence = scene.text.sentence(at)
    parties = _before(scene, at, sentence)
    if not parties or supposed(scene, parties[0].start, sentence):
        return
    clause = Stretch(parties[0].start, clause_end(scene, verb.end(), sentence.end))
    if told(scene, verb.end() - 1, clause.end):
        yield from task_of(scene, subject, parties, verb.end() - 1, clause, words_of(scene, verb))


def _before(scene: Scene, at: int, sentence: Stretch) -> tuple[Party, ...]:
    """Return those who stand right before an offset: bodies of a list, or a person."""
    body = next(scene.bodies_before(at, at - 90), None)
    adjoins = body is not None and past_area(scene, body) + 1 == at
    if body is not None and adjoins and _can_act(body) and not is_class(body):
        leads = [*scene.joined_before(body, sentence.start), body]
        return tuple(Party(one.start, one.end, one.id) for one in leads)
    person = scene.official_before(at, sentence.start)
    if person is None or person.end + 1 != at:
        return ()
    return (Party(person.start, person.end, person.official.id),)


def _obliged(scene: Scene, subject: str | None, gone: set[int]) -> Iterator[Found]:
    """Read `Trong tháng 9, B phải trình ...`: an obligation is a task where it has a limit."""
    for verb in _MUST.finditer(scene.openings):
        body = next(scene.bodies_before(verb.start(), verb.start() - 90), None)
        if body is None or past_area(scene, body) + 1 != verb.start():
            continue
        if not _can_be_obliged(scene, body, verb):
            continue
        sentence = scene.text.sentence(verb.start())
        if SUFFERED.match(scene.folded, verb.start() - 1) or supposed(scene, body.start, sentence):
            continue
        leads = [*scene.joined_before(body, sentence.start), body]
        parties = tuple(Party(one.start, one.end, one.id) for one in leads)
        start = leads[0].start
        clause = Stretch(start, clause_end(scene, verb.end(), sentence.end))
        by = acting_by(scene, start, sentence)
        at = past_area(scene, body)
        found = task_of(scene, subject or by, parties, at, clause, words_of(scene, verb))
        for task, place in found:
            least = max(sentence.start, start - _AS_GIVEN_WITHIN)
            given = by or _AS_GIVEN.search(scene.folded, least, start)
            if given or still_ahead(scene, task.deadline):
                yield task, place
                quoted = given is not None
                yield from going_on(scene, subject or by, sentence, parties, gone, trusted=quoted)


def _can_be_obliged(scene: Scene, body: BodyAt, verb: re.Match[str]) -> bool:
    """Tell whether a body is the subject of a verb, or does what is done `do B chủ trì`."""
    leads = verb["cue"] in ("chủ trì", "làm đầu mối")
    by = leads and scene.folded.endswith(" do ", 0, body.start)
    return _can_act(body) or by or scene.folded.endswith(_HEADS, 0, body.start)


def _can_act(body: BodyAt) -> bool:
    """Tell whether a body can be charged where it stands, those read by capitals alone too."""
    return body.acts or (not body.owner and body.body.name.startswith(UNIT_HEADS))


def _clauses(
    scene: Scene, given: str | None, verb: re.Match[str], sentence: Stretch, walked: set[int]
) -> Iterator[Found]:
    """Yield the task of a verb of giving, and of the clauses behind it that open with a body.

    `given` is the document that gives it.
    `walked` are the places of those that a verb before it went through: what follows is the same.
    """
    cue = verb["cue"]
    at, stop = _past_time(scene, verb.end(), sentence), clause_end(scene, verb.end(), sentence.end)
    parties = parties_at(scene, at, stop)
    if parties and not any(party.id for party in parties):
        namely = _NAMELY.match(scene.folded, parties[-1].end, stop)
        parties = (namely and parties_at(scene, namely.end(), stop)) or parties
    if cue in _WEAK and not _fits(scene, parties, stop, cue):
        return
    if parties and told(scene, parties[-1].end, stop):
        clause = Stretch(verb.start(), stop)
        yield from task_of(scene, given, parties, parties[-1].end, clause, words_of(scene, verb))
    yield from further(scene, given, stop, sentence.end, walked)


def _fits(scene: Scene, parties: tuple[Party, ...], stop: int, cue: str) -> bool:
    """Tell whether a request gives a task: not a wish addressed to those above."""
    if cue in ("chỉ đạo", "lưu ý") or not parties:
        form = CHIEF if scene.text.letterhead else URGED
        return bool(parties) and form.match(scene.folded, parties[-1].end, stop) is not None
    if cue == "yêu cầu":
        return True
    above = {Level.CENTRAL, Level.MINISTRY}
    body = scene.body_at(parties[0].start)
    home = scene.text.dateline.province is not None
    return not (home and body is not None and body.body.level in above)


_HANDED = re.compile(
    r"(?:giao|phân công) (?:nhiệm vụ|trách nhiệm|việc(?! làm)) [^.;:\n]{3,90}? cho "
)
#: A time between a verb of giving and whom it charges.
_MEANWHILE = re.compile(
    r"(?:từ nay|từ giờ|ngay|trong|trước|đến|trước mắt|thời gian tới)(?: [^.;:,\n]{1,40})?, "
)
_AS_FOR = re.compile(r"[\W\d]{0,6}(?:đối với|riêng(?: đối với)?|với) ")
