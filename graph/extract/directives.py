"""Where an official text gives tasks: its sections, items and the bodies that head a list of items.

A plan says what is the case before it says who is to do what: under `Tình hình`, `Kết quả` or
`Mục tiêu` an item that opens with a body reports; under `Tổ chức thực hiện` it charges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.parties import Party, parties_at
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.model import Level

#: Types that give tasks wherever they do not say otherwise; the rest only in their last sections.
_DIRECTIVE = frozenset(
    {
        *("Kế hoạch", "Chương trình", "Chương trình hành động", "Chỉ thị", "Quyết định"),
        *("Nghị quyết", "Hướng dẫn", "Thông báo", "Kết luận", "Công văn", "Công điện", "Đề án"),
        *("Quy chế", "Quy định", "Nghị định", "Thông tư", "Luật", "Phương án"),
    }
)
_ITEM = re.compile(
    r"\s{0,16}(?:(?P<part>phần|chương|mục) [^\s.:]{1,6}[.:]? ?|"
    r"(?P<article>điều \d{1,3}[a-zđ]?[.:] ?)|"
    r"(?P<roman>[ivx]{1,5}[.)/-] ?)|(?P<deep>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)/-]? )|"
    r"(?P<figure>\d{1,2}[.)/-] ?)|(?P<letter>[a-zđ]{1,2}[.)] ?)|(?P<dash>[-+•*·] ?))?"
)
_RANKS = ("part", "article", "roman", "figure", "deep", "letter", "dash")
_ON = re.compile(
    r"(?:tổ chức thực hiện|nhiệm vụ|giải pháp|phân công|trách nhiệm|kiến nghị|đề xuất|phương hướng|"
    r"thi hành|kinh phí|tiến độ|biện pháp|điều khoản)"
)
#: Headings of what each body is to do, in a text of articles too.
_WHO_DOES = re.compile(r"tổ chức thực hiện|phân công")
_OFF = re.compile(
    r"(?:kết quả|tình hình|hạn chế|tồn tại|nguyên nhân|đánh giá|thực trạng|ưu điểm|căn cứ|mục đích|"
    r"mục tiêu|quan điểm|sự cần thiết|đặc điểm|bài học|khái quát|phạm vi|giải thích)"
)
_ASKS = re.compile(
    r"(?<!\w)(?:yêu cầu|chỉ thị|kết luận|chỉ đạo|giao|phân công|đề nghị|thống nhất|có ý kiến)(?!\w)"
)
#: A line that opens a list of tasks: `yêu cầu các đơn vị thực hiện các nhiệm vụ sau:`.
_CHARGING = re.compile(
    r"(?<!\w)(?:yêu cầu|kết luận|chỉ đạo|giao|phân công|đề nghị)(?!\w)[^.;\n]{0,110}:\s*$"
)
#: `3. Về kinh phí: Sở Tài chính ...`.
_ABOUT = re.compile(r"về [^:.;\n]{2,90}: ")
#: A heading of minutes under which tasks are given: `II. Kết luận của đồng chí Bí thư`.
_CONCLUDES = re.compile(r"(?:kết luận|ý kiến kết luận|ý kiến chỉ đạo|phân công)[^.;:\n]{0,80}\s*")
#: What such a heading tells instead: `Theo kết luận của đoàn thanh tra`, `Đoàn giám sát đề nghị`.
_FINDS = re.compile(
    r"kết luận (?:của )?(?:(?:đoàn|tổ|cuộc|cơ quan) )?(?:thanh tra|kiểm tra|giám sát|kiểm toán|"
    r"điều tra|xác minh)(?!\w)|kết luận[^.;:\n]{0,80} (?:sai phạm|vi phạm)(?!\w)"
)
#: Those who may charge the Centre and its ministries.
_HIGH = re.compile(
    r"(?<!\w)(?:thủ tướng|chính phủ|quốc hội|trung ương|tổng bí thư|chủ tịch nước|bộ trưởng)(?!\w)"
)
_ABOVE = frozenset({Level.CENTRAL, Level.MINISTRY})
_OWNED = re.compile(r"(?:trách nhiệm|nhiệm vụ)(?: cụ thể)?(?: của| đối với) ")
_GIVES = re.compile(r"(?:giao|phân công|đề nghị|yêu cầu|đối với) ")
#: `Sở Y tế có trách nhiệm:` heads what it has to do.
_TO_DO = re.compile(
    r" (?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm)(?: chính)?(?: sau đây| sau| như sau)? ?:\s*"
)
#: What a text rests on charges nobody: `Căn cứ Luật Tổ chức Chính phủ ngày ...`.
_GROUND = re.compile(r"[-+ ]{0,6}(?:căn cứ|xét|trên cơ sở) ")
_LONGEST_HEADING = 140
_SHORTEST_TASK = 25
_UNNUMBERED = 9


@dataclass(frozen=True, slots=True)
class Directive:
    """A line that may charge somebody.

    `start` is behind its number; `openings` are where its item and its sentences begin; `parties`
    are those named in the line above that heads it. `may` = what says so charges, `must` = any
    verb does.
    """

    line: Stretch
    start: int
    openings: tuple[int, ...]
    parties: tuple[Party, ...]
    may: bool
    must: bool


@dataclass
class _State:
    may: bool
    must: bool = False
    heads: tuple[Party, ...] = ()
    rank: int = 0
    charges: bool = False


def directives_of(scene: Scene) -> Iterator[Directive]:
    """Yield the lines of an official text that may charge somebody, from its first part on."""
    letterhead = scene.text.letterhead
    if letterhead is None:
        yield from _listed(scene)
        return
    state = _State(letterhead.type_vi in _DIRECTIVE)
    preamble = letterhead.preamble
    first = preamble.end if letterhead.articles else preamble.start
    stop = letterhead.recipients.start if letterhead.recipients else len(scene.folded)
    for line in scene.text.lines:
        ground = line.start < preamble.end and _is_ground(scene, line)
        if line.start < letterhead.name.end or line.start >= stop or ground:
            continue
        item = _ITEM.match(scene.folded, line.start, line.end)
        start = item.end() if item else line.start
        rank = _rank(item)
        if state.heads and rank <= state.rank:
            state.heads = ()
        if _turned(scene, line, start, rank, state):
            continue
        heads = _heads(scene, start, line.end) if line.start >= first else ()
        if heads:
            state.heads = heads
            state.rank = _RANKS.index("deep") if rank == _UNNUMBERED else rank
        elif state.heads and not parties_at(scene, start, line.end):
            said = scene.folded[start : line.end].strip()
            if len(said) > _SHORTEST_TASK and not said.endswith(":"):
                yield Directive(line, start, (), state.heads, True, True)
        elif line.start >= preamble.start:
            must = state.must and (state.charges or not letterhead.articles)
            yield Directive(line, start, _openings(scene, line, start), (), state.may, must)


def _is_ground(scene: Scene, line: Stretch) -> bool:
    """Tell whether a line is what a text rests on, and does not open a list of orders itself."""
    ground = _GROUND.match(scene.folded, line.start, line.end)
    return ground is not None and not scene.folded[line.start : line.end].rstrip().endswith(":")


def _listed(scene: Scene) -> Iterator[Directive]:
    """Yield the items of a list in news or minutes whose opening says that it charges.

    `Chủ tịch UBND tỉnh yêu cầu:` opens one; the next line that is no item and names nobody ends it.
    """
    charged = high = False
    for line in scene.text.lines:
        ends = scene.folded[max(line.start, line.end - 4) : line.end].rstrip().endswith(":")
        if not ends and not charged and line.end - line.start > _LONGEST_HEADING:
            continue
        item = _ITEM.match(scene.folded, line.start, line.end)
        start = item.end() if item else line.start
        least = max(start, line.end - _LONGEST_HEADING)
        heads = _rank(item) != _UNNUMBERED and _CONCLUDES.fullmatch(scene.folded, start, line.end)
        if heads or (ends and _CHARGING.search(scene.folded, least, line.end)):
            charged = _FINDS.search(scene.folded, least, line.end) is None
            high = _HIGH.search(scene.folded, least, line.end) is not None
        elif charged and (_rank(item) != _UNNUMBERED or parties_at(scene, start, line.end)):
            may = high or not _is_above(scene, start)
            yield Directive(line, start, _openings(scene, line, start), (), may, may)
        else:
            charged = False


def _is_above(scene: Scene, at: int) -> bool:
    """Tell whether an item opens with the Centre or a ministry, whom no province charges."""
    body = scene.body_at(at)
    return body is not None and body.body.level in _ABOVE


def _rank(item: re.Match[str] | None) -> int:
    """Return how deep an item stands by its number: 0 the highest, 9 without any."""
    kind = item.lastgroup if item else None
    return _RANKS.index(kind) if kind else _UNNUMBERED


def _turned(scene: Scene, line: Stretch, start: int, rank: int, state: _State) -> bool:
    """Take a heading, which says what its section does; tell whether the line is but that."""
    words = scene.folded[start : line.end].strip()
    if words.endswith(":") and _ASKS.search(words) and not _heads(scene, start, line.end):
        state.may = state.must = True
        state.charges = state.charges or _WHO_DOES.search(words) is not None
        return False
    numbered = rank < _RANKS.index("letter")
    capital = scene.text.folded.shaped[start : line.end].strip().isupper()
    if (
        not (numbered or capital)
        or len(words) > _LONGEST_HEADING
        or words.endswith((".", ";", ","))
    ):
        return False
    if parties_at(scene, start, line.end) or _heads(scene, start, line.end):
        return False
    on, off = _ON.search(words), _OFF.match(words)
    if off and not (on and on.start() < off.start()):
        state.may = state.must = False
    elif on:
        state.may = state.must = True
        state.charges = _WHO_DOES.search(words) is not None
    else:
        return capital
    state.heads = ()
    return True


def _heads(scene: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Return the bodies that a line is but the name of: `1. Sở Tài chính:`."""
    folded = scene.folded
    for form in (None, _OWNED, _GIVES):
        lead = form.match(folded, start, end) if form else None
        at = lead.end() if lead else start
        parties = parties_at(scene, at, end) if form is None or lead else ()
        rest = folded[parties[-1].end : end].strip(" :.\r") if parties else ""
        if parties and (not rest or _TO_DO.fullmatch(folded, parties[-1].end, end)):
            return parties if any(party.id for party in parties) else ()
    return ()


def _openings(scene: Scene, line: Stretch, start: int) -> tuple[int, ...]:
    """Return where the item, what it says about a matter, and the sentences of a line begin."""
    about = _ABOUT.match(scene.folded, start, line.end)
    found = [start, about.end()] if about else [start]
    at = scene.text.sentence(start)
    while at.end < line.end:
        following = scene.text.sentence(min(at.end + 1, line.end - 1))
        if following.start <= at.start:
            break
        if following.start > start:
            found.append(following.start)
        at = following
    return tuple(found)
