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
from graph.extract.deadlines import deadline_in
from graph.extract.directives import Directive, directives_of
from graph.extract.givers import acting_by, giver_of
from graph.extract.labelled import tasks_of_labels
from graph.extract.parties import Party, is_class, parties_at
from graph.extract.phrases import at_word
from graph.extract.scene import BodyAt, Scene
from graph.extract.structure import Stretch
from graph.extraction import GivenTask
from graph.model import Level, PartialDate

_NO_GIVING = (
    r"(?! (?:thông|dịch|lưu|tiếp|nộp|hẹn|ban (?:tháng|tuần|quý|báo|đầu|trực|với|công)|diện|nhận|"
    r"đất|rừng|khoán|mùa|kết|hữu|thừa|thương))"
)
_GIVES = (
    rf"giao{_NO_GIVING}(?: nhiệm vụ| trách nhiệm)?(?: cho)?",
    r"phân công(?: nhiệm vụ)?(?: cho)?",
    r"ủy quyền(?: cho)?",
    r"yêu cầu",
    r"kính đề nghị",
    r"đề nghị",
    r"chỉ đạo",
)
_GIVING: Final = re.compile(
    rf"(?P<cue>{at_word(_GIVES)})(?:(?: cụ thể)? như sau:|:)? (?:đồng chí |các đồng chí )?"
)
#: Who gives, between the body that is given a task and the verb: `Sở A được Chủ tịch UBND B giao`.
_AGENT = re.compile(r" được (?P<agent>[^.;,:\n]{2,60}) $")
_GIVEN: Final = re.compile(
    rf"(?P<cue>{at_word((r'được (?:giao|phân công|yêu cầu|đề nghị)(?: nhiệm vụ)?',))}) "
)
_OBLIGED = (
    *("phải", "cần", "có trách nhiệm", "chịu trách nhiệm", "chủ trì", "làm đầu mối"),
    r"là (?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối)",
)
_MUST: Final = re.compile(
    rf"(?P<cue>{at_word(_OBLIGED)})(?: (?=[^\W\d])|(?=, (?:phối hợp|cùng|có) ))"
)
#: What makes a mention of such a verb no task: `theo đề nghị ...`, `chưa giao`.
_NOT_GIVING = re.compile(
    r"(?<!\w)(?:theo|xét|trên cơ sở|chưa|không|sau|khi|bàn|chuyển|tổ chức) (?:sự |việc |văn bản )?$"
)
_MANNER = (
    r"(?:,? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|được giao|phải|cần|khẩn trương|tiếp tục|"
    r"chủ động|sẽ|là cơ quan|là đơn vị|làm|tập trung|tích cực|kịp thời|nghiêm túc)){0,4}"
)
_CHIEF = re.compile(rf":?{_MANNER},? (?P<cue>chủ trì|(?:làm )?đầu mối|thường trực)(?!\w)")
_HELPS = re.compile(rf":?{_MANNER},? (?P<cue>phối hợp|tham gia)(?!\w)")
_DUTY = re.compile(r":?,? (?P<cue>có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm)(?!\w)")
#: What a resolution charges the council itself with: `Thường trực HĐND tỉnh, các Ban ... giám sát`.
_OVERSEES = re.compile(
    r"[^.;:\n]{0,140}? (?:(?:kiểm tra|theo dõi|đôn đốc),? (?:và )?)?giám sát (?:việc |tình hình )"
    r"(?:tổ chức |triển khai )*thực hiện(?!\w)"
)
_WITH = re.compile(
    rf"{at_word(('phối hợp',))}(?:,? (?:chặt chẽ|thường xuyên|đồng bộ))?"
    r"(?:,? (?:với|cùng với|cùng))? "
)
_BESIDE = re.compile(r"(?:chủ trì|đầu mối)(?P<joint>,? (?:cùng với|cùng|với) |[,;] (?:và )?)")
_HELP_TOO = re.compile(r" (?:cùng |tham gia |có trách nhiệm )?phối hợp(?! (?:với|cùng))")
_WORD = re.compile(r":?,? (?P<word>[^\W\d_]+)(?: (?P<next>[^\W\d_]+))?")
#: Words that open no task behind the name of a body.
_IDLE = frozenset(
    (
        *("của", "tại", "do", "theo", "từ", "với", "về", "là", "và", "cùng", "được", "bị", "đã"),
        *("đang", "trong", "trên", "ở", "số", "năm", "để", "nhằm", "khi", "sau", "trước", "cho"),
        *("hoặc", "này", "đó", "nêu", "vừa", "như", "có", "cũng", "còn", "vẫn", "chưa", "không"),
        *("mới", "gồm", "thì", "mà", "xin", "trân"),
    )
)
_SAYS = frozenset(
    (
        *("yêu cầu", "đề nghị", "ban hành", "quyết định", "thống nhất", "kêu gọi", "kết luận"),
        *("thông báo", "nhận thấy", "đánh giá", "báo cáo", "khen thưởng", "phân công"),
    )
)
_TASKS = frozenset(("theo dõi", "cho ý", "cho vay", "trong phạm"))
_HAS = frozenset(("văn bản", "kế hoạch", "biện pháp", "phương án", "giải pháp", "ý kiến"))
_LIMIT_BEHIND = re.compile(
    r"; (?:thời (?:gian|hạn)|hoàn thành|xong|báo cáo|gửi|trình|chậm nhất|trước)(?!\w)[^;\n]{3,160}?"
    r"(?=[;\n]|\.(?:\s|/|$)|$)"
)
_PREFIX = re.compile(r"\s*(?:[-+•*] ?|\d{1,2}[.)] ?)?(?:ngay )?(?:trong|trước|đến)[^,.;:]{3,40}, ")
#: Whose office is that of the body behind it: `Bộ trưởng Bộ Y tế có trách nhiệm ...`.
_HEADS = ("bộ trưởng ", "giám đốc ", "tổng giám đốc ", "cục trưởng ")
#: What says of a clause that it tells who was charged: `Theo phân công, B ...`.
_AS_GIVEN = re.compile(r"theo (?:sự )?phân công(?: nhiệm vụ)?(?: của [^.;,:\n]{2,60})?, $")
#: What stands before a second verb of the giver of the first one: `; đồng thời yêu cầu ...`.
_GOES_ON = re.compile(r"[;,] (?:đồng thời |và |còn |cũng )*$")
#: What stands between a class and those of it that are named: `các đơn vị sau: Sở A, Sở B`.
_NAMELY = re.compile(r"(?: (?:sau đây|sau|dưới đây|gồm|bao gồm|như))?: ")
_LONGEST = 900
_WEAK = ("yêu cầu", "đề nghị", "kính đề nghị", "chỉ đạo")


def find_tasks(scene: Scene, subject: str | None) -> Iterator[GivenTask]:
    """Yield the tasks of a text; `subject` is the id of the document that the text itself is."""
    taken: set[int] = set()
    tasks = (
        *_governed(scene, subject),
        *(_opened(scene, subject) if scene.text.letterhead else ()),
        *tasks_of_rows(scene, subject),
        *tasks_of_labels(scene, subject),
    )
    for task, place in tasks:
        if place not in taken:
            taken.add(place)
            yield task


_Found = tuple[GivenTask, int]  # and where it is told: each is told once


def _year(scene: Scene) -> int | None:
    day = scene.text.dateline.day
    return day.year if day else None


def _governed(scene: Scene, subject: str | None) -> Iterator[_Found]:
    """Read what a verb of giving governs, and the clauses that go on behind it."""
    folded, walked = scene.folded, set[int]()
    last: tuple[int, str | None] = (-1, None)
    for verb in _GIVING.finditer(folded):
        before = folded[max(0, verb.start() - 24) : verb.start()]
        if _NOT_GIVING.search(before):
            continue
        at = verb.end()
        if not (scene.body_at(at) or parties_at(scene, at, at + 90)):
            yield from _given_by(scene, subject, verb)
            continue
        sentence = scene.text.sentence(verb.start())
        given = subject or giver_of(scene, verb.start(), sentence)
        if given is None and last[0] == sentence.start and _GOES_ON.search(before):
            given = last[1]
        last = (sentence.start, given)
        yield from _clauses(scene, given, verb, sentence, walked)
    for verb in _GIVEN.finditer(folded):
        yield from _passive(scene, subject, verb, verb.start())
    yield from _obliged(scene, subject)


def _given_by(scene: Scene, subject: str | None, verb: re.Match[str]) -> Iterator[_Found]:
    """Read `Sở A được Chủ tịch UBND tỉnh giao ...`."""
    agent = _AGENT.search(scene.folded, max(0, verb.start() - 75), verb.start())
    if agent is not None and agent.end() == verb.start():
        named = scene.bodies_in(agent.start("agent"), agent.end())
        if named or scene.folded[agent.start("agent") :].startswith(("chủ tịch", "bí thư")):
            yield from _passive(scene, subject, verb, agent.start() + 1)


def _passive(scene: Scene, subject: str | None, verb: re.Match[str], at: int) -> Iterator[_Found]:
    """Read what is given to those right before a passive verb that begins at an offset."""
    body = next(scene.bodies_before(at, at - 90), None)
    if body is None or body.end + 1 != at or not body.acts or is_class(body):
        return
    sentence = scene.text.sentence(at)
    leads = [*scene.joined_before(body, sentence.start), body]
    parties = tuple(Party(one.start, one.end, one.id) for one in leads)
    clause = Stretch(leads[0].start, _clause_end(scene, verb.end(), sentence.end))
    if _told(scene, verb.end() - 1, clause.end):
        yield from _task(scene, subject, parties, verb.end() - 1, clause, _words(scene, verb))


def _obliged(scene: Scene, subject: str | None) -> Iterator[_Found]:
    """Read `Trong tháng 9, B phải trình ...`: an obligation is a task where it has a limit."""
    for verb in _MUST.finditer(scene.folded):
        body = next(scene.bodies_before(verb.start(), verb.start() - 90), None)
        if body is None or body.end + 1 != verb.start() or not _can_be_obliged(scene, body, verb):
            continue
        sentence = scene.text.sentence(verb.start())
        leads = [*scene.joined_before(body, sentence.start), body]
        parties = tuple(Party(one.start, one.end, one.id) for one in leads)
        start = leads[0].start
        clause = Stretch(start, _clause_end(scene, verb.end(), sentence.end))
        by = acting_by(scene, start, sentence)
        told = _task(scene, subject or by, parties, body.end, clause, _words(scene, verb))
        for task, place in told:
            given = by or _AS_GIVEN.search(scene.folded, sentence.start, start)
            if given or _still_ahead(scene, task.deadline):
                yield task, place


def _still_ahead(scene: Scene, deadline: PartialDate | None) -> bool:
    """Tell whether there is a limit, and none that is over when the text is written."""
    day = scene.text.dateline.day
    return deadline is not None and (day is None or deadline.latest >= day.earliest)


def _can_be_obliged(scene: Scene, body: BodyAt, verb: re.Match[str]) -> bool:
    """Tell whether a body is the subject of a verb, or does what is done `do B chủ trì`."""
    leads = verb["cue"] in ("chủ trì", "làm đầu mối")
    by = leads and scene.folded.endswith(" do ", 0, body.start)
    return body.acts or by or scene.folded.endswith(_HEADS, 0, body.start)


def _clauses(
    scene: Scene, given: str | None, verb: re.Match[str], sentence: Stretch, walked: set[int]
) -> Iterator[_Found]:
    """Yield the task of a verb of giving, and of the clauses behind it that open with a body.

    `given` is the document that gives it.
    `walked` are the places of those that a verb before it went through: what follows is the same.
    """
    cue = verb["cue"]
    at, stop = verb.end(), _clause_end(scene, verb.end(), sentence.end)
    parties = parties_at(scene, at, stop)
    if parties and not any(party.id for party in parties):
        namely = _NAMELY.match(scene.folded, parties[-1].end, stop)
        parties = (namely and parties_at(scene, namely.end(), stop)) or parties
    if cue in _WEAK and not _fits(scene, parties, stop, cue):
        return
    if parties and _told(scene, parties[-1].end, stop):
        clause = Stretch(verb.start(), stop)
        yield from _task(scene, given, parties, parties[-1].end, clause, _words(scene, verb))
    while scene.folded[stop : stop + 2] == "; " and stop not in walked:
        walked.add(stop)
        at, stop = stop + 2, _clause_end(scene, stop + 2, sentence.end)
        parties = parties_at(scene, at, stop)
        if not parties or not _told(scene, parties[-1].end, stop):
            return
        yield from _task(scene, given, parties, parties[-1].end, Stretch(at, stop), None)


def _fits(scene: Scene, parties: tuple[Party, ...], stop: int, cue: str) -> bool:
    """Tell whether a request gives a task: not a wish addressed to those above."""
    if cue == "chỉ đạo" or not parties:
        return bool(parties) and _CHIEF.match(scene.folded, parties[-1].end, stop) is not None
    if cue == "yêu cầu":
        return True
    above = {Level.CENTRAL, Level.MINISTRY}
    body = scene.body_at(parties[0].start)
    home = scene.text.dateline.province is not None
    return not (home and body is not None and body.body.level in above)


def _clause_end(scene: Scene, at: int, end: int) -> int:
    """Return where a clause ends: at a semicolon, the next verb of giving, or the sentence."""
    end = min(end, at + _LONGEST)
    semicolon = scene.folded.find(";", at, end)
    stop = end if semicolon < 0 else semicolon
    again = _AGAIN.search(scene.folded, at, stop)
    return again.start() if again else stop


_AGAIN = re.compile(rf",? (?:đồng thời |và )?(?:giao{_NO_GIVING}|yêu cầu|đề nghị) (?=[^\W\d_]+ )")


def _opened(scene: Scene, subject: str | None) -> Iterator[_Found]:
    """Read the items and sentences of an official text that open with whom they charge."""
    letterhead = scene.text.letterhead
    if letterhead is None:
        return
    for directive in directives_of(scene):
        line = directive.line
        if directive.parties:
            clause = Stretch(directive.start, line.end)
            yield from _task(scene, subject, directive.parties, directive.start - 1, clause, None)
            continue
        for at in (*directive.openings, *_brackets(scene, directive)):
            end = scene.text.sentence(at).end
            if scene.folded[at - 1 : at] == "(":
                end = scene.folded.find(")", at, end) if ")" in scene.folded[at:end] else end
            parties = parties_at(scene, at, end)
            stop = _clause_end(scene, parties[-1].end if parties else at, end)
            if parties and _charges(scene, parties, stop, directive, at):
                clause = Stretch(at, stop)
                yield from _task(scene, subject, parties, parties[-1].end, clause, None)


def _brackets(scene: Scene, directive: Directive) -> Iterator[int]:
    """Yield where a bracket in a line names who leads: `... (Sở A chủ trì, phối hợp Sở B)`."""
    line = directive.line
    at = scene.folded.find("(", directive.start, line.end) if directive.may else -1
    while at >= 0:
        parties = parties_at(scene, at + 1, line.end)
        if parties and _CHIEF.match(scene.folded, parties[-1].end, line.end):
            yield at + 1
        at = scene.folded.find("(", at + 1, line.end)


def _charges(
    scene: Scene, parties: tuple[Party, ...], stop: int, directive: Directive, at: int
) -> bool:
    """Tell whether what stands behind a body says that it is to do something."""
    end = parties[-1].end
    if any(form.match(scene.folded, end, stop) for form in (_CHIEF, _DUTY, _HELPS)):
        return directive.may
    if directive.may and at == directive.start and _OVERSEES.match(scene.folded, end, stop):
        return True
    if not _does(scene, end, stop):
        return False
    dated = deadline_in(scene.folded, end, stop, _year(scene)) is not None
    return directive.may and (dated or (directive.must and at == directive.start))


def _told(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether a task is told behind those whom a verb of giving names."""
    forms = (_CHIEF, _HELPS, _DUTY)
    return any(form.match(scene.folded, at, stop) for form in forms) or _does(scene, at, stop)


def _does(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether a verb stands there that can be a task."""
    found = _WORD.match(scene.folded, at, stop)
    if found is None:
        return False
    capital = scene.text.folded.shaped[found.start("word")].isupper()
    if capital and not (found[0][0] == ":" and not parties_at(scene, found.start("word"), stop)):
        return False
    pair = f"{found['word']} {found['next'] or ''}"
    if pair in _SAYS or pair in _TASKS:
        return pair in _TASKS
    if found["word"] == "có":
        return found["next"] is not None and any(
            scene.folded.startswith(one, found.start("next")) for one in _HAS
        )
    return found["word"] not in _IDLE


def _task(
    scene: Scene,
    document: str | None,
    parties: tuple[Party, ...],
    at: int,
    clause: Stretch,
    cue: str | None,
) -> Iterator[_Found]:
    """Yield the task that is told from `at` on, behind the names of those who lead it."""
    folded, stop = scene.folded, min(_with_limit(scene, clause.end), clause.start + _LONGEST)
    charged = tuple(party.id for party in parties if party.id)
    chief = _CHIEF.match(folded, at, stop)
    helps = None if chief else _HELPS.match(folded, at, stop)
    support = tuple(one for one in _support(scene, at, stop) if one not in charged)
    lead = charged
    if helps and not support and not _WITH_CLASS.match(folded, helps.end(), stop):
        lead, support = (), charged  # who only helps
    if not (lead or support):
        return
    deadline = deadline_in(folded, at, stop, _year(scene)) or _said_before(scene, clause.start)
    found = chief or helps or _DUTY.match(folded, at, stop)
    end = stop
    while end > clause.start and folded[end - 1] in " .;,/\n":
        end -= 1
    words = scene.text.article.text[slice(*found.span("cue"))] if found else cue
    yield GivenTask(document, lead, support, deadline, clause.start, end, words), at


def _words(scene: Scene, verb: re.Match[str]) -> str:
    return scene.text.article.text[slice(*verb.span("cue"))]


def _with_limit(scene: Scene, end: int) -> int:
    """Return where a task ends whose limit stands behind a semicolon: `; xong trước ngày ...`."""
    limit = _LIMIT_BEHIND.match(scene.folded, end)
    return limit.end() if limit else end


def _said_before(scene: Scene, start: int) -> PartialDate | None:
    """Return the limit that a sentence opens with: `Trong tháng 9, Sở Tài chính ...`."""
    sentence = scene.text.sentence(start)
    prefix = _PREFIX.match(scene.folded, sentence.start, min(sentence.end, sentence.start + 60))
    if prefix is None or prefix.end() != start:
        return None
    return deadline_in(scene.folded, sentence.start, prefix.end(), _year(scene))


_WITH_CLASS = re.compile(r"(?:,? (?:chặt chẽ|thường xuyên))? (?:với|cùng)(?!\w)")


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
