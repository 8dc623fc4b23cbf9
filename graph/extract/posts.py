"""The grammar of posts: rank, body, place (`Phó Trưởng ban Thường trực Ban Tổ chức Trung ương`).

Which posts exist, and in which body, is told by `ontology.lexicon.POSTS`; the ranks here are the
words that such posts begin with, so that posts of bodies that the lexicon lacks are read too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.extract.article import Prepared
from graph.extract.body_completion import COMMITTEE, SECRETARIAT, complete
from graph.extract.body_grammar import BodyGrammar, FoundBody
from graph.extract.holders import is_person, may_be_held, unnamed
from graph.extract.openings import opened_by
from graph.extract.person_names import (
    CAPITAL,
    SMALL,
    is_surname,
    looks_like_name,
    split_before_name,
)
from graph.extract.spelling import key_of, well_spelt
from graph.filling import filled_at_once
from ontology.lexicon import POSTS

_PERMANENT = r"(?: \(?(?:thường trực|chuyên trách|tt)\)?)?"
_RANKS = (
    r"tổng bí thư",
    rf"phó bí thư{_PERMANENT}(?! chi bộ|chi đoàn)",
    r"(?<!(?<!trưởng )ban )bí thư(?: thứ nhất)?(?! chi đoàn)",
    r"ủy viên dự khuyết",
    r"ủy viên thường vụ",
    r"ủy viên thường trực",
    r"ủy viên chuyên trách",
    r"ủy viên",
    rf"phó (?:trưởng )?ban{_PERMANENT}",
    rf"trưởng ban{_PERMANENT}",
    rf"phó (?:trưởng )?đoàn{_PERMANENT}",
    r"trưởng đoàn(?: (?:giám sát|kiểm tra|thanh tra)(?= |,))?",
    r"(?:phó )?(?:trưởng phòng|trưởng khoa|tổ trưởng)",
    r"(?:phó )?chủ tịch nước",
    rf"(?:phó )?chủ tịch{_PERMANENT}(?: thứ nhất)?",
    rf"(?:phó )?chủ nhiệm{_PERMANENT}",
    r"bộ trưởng",
    rf"thứ trưởng{_PERMANENT}",
    rf"(?:phó )?thủ tướng(?: chính phủ)?{_PERMANENT}",
    rf"(?:phó )?(?:tổng )?giám đốc{_PERMANENT}",
    r"(?:phó )?chánh (?:văn phòng|án|thanh tra)",
    r"(?:phó )?(?:tổng cục|chi cục|cục|vụ|viện|hiệu|hạt) trưởng",
    r"phó (?:cục|vụ|viện|hiệu) trưởng",
    r"(?:phó )?(?:tổng )?tư lệnh",
    r"(?:phó )?(?:chính ủy|chỉ huy trưởng|tổng tham mưu trưởng|chính trị viên)",
    r"(?:tỉnh|thành|huyện|quận|thị|đảng) ủy viên",
    r"thường trực ban bí thư",
    r"đại biểu (?:quốc hội|hđnd|hội đồng nhân dân)",
    r"đbqh",
    r"(?:phó )?thống đốc",
    r"(?:phó )?tổng thanh tra(?: chính phủ)?",
    r"(?:phó )?tổng kiểm toán(?: nhà nước)?",
    r"(?:phó )?tổng biên tập",
    r"uv(?= ban (?:thường vụ|chấp hành)(?!\w))",
    r"(?:pct|ct)(?= (?:ubnd|hđnd|mttq)(?!\w))",
    r"pbt(?:[. ]{1,2}tt)?(?= (?:tỉnh|thành|huyện|quận|thị|đảng) ủy|, )",
    r"uv ?bch ?(?:tw|trung ương)(?: đảng)?|uvbct|uv bct|uvtw(?: đảng)?|uvtwđ",
    r"uvt\.ư(?: đảng)?|uvtư(?: đảng)?|uvdk tw đảng|uvbtv|uv btv",
)
_RANK: Final = re.compile(
    rf"(?P<before>nguyên |cố |quyền |q\. ?)?(?P<rank>{'|'.join(_RANKS)})(?!\w)"
)
#: The words that ranks open with: found first, cheaply, before a rank is tried.
_OPENINGS = (
    *("nguyên", "cố", "quyền", r"q\.", "tổng", "phó", "chánh", "đbqh", "uv[btd]", "uv "),
    *("pct(?= [uhm])", "ct(?= [uhm])", "pbt(?=[ .,])"),
    *("trưởng(?= [bđpk])", "bí(?= thư)", "ủy(?= viên)", "chủ(?= [tn])", "thủ(?= tướng)"),
    *("giám(?= đốc)", "chi(?= cục)", "tư(?= lệnh)", "chính(?= ủy| trị viên)", "chỉ(?= huy)"),
    *("thường(?= trực)", "đại(?= biểu)", "thống(?= đốc)", "tổ(?= tr)", "cục(?= tr)", "vụ(?= tr)"),
    *("viện(?= tr)", "hiệu(?= tr)", "hạt(?= tr)", "bộ(?= tr)", "thứ(?= tr)", "tỉnh(?= ủy viên)"),
    *("thành(?= ủy viên)", "huyện(?= ủy viên)", "quận(?= ủy viên)", "thị(?= ủy viên)"),
    "đảng(?= ủy viên)",
)
_FIRST: Final = opened_by(_OPENINGS, r"[^\W_]", behind="")
_FORMER = frozenset({"nguyên ", "cố "})
#: Ranks whose last word may itself open the name of the body (`Trưởng ban Tổ chức Tỉnh ủy`).
_SHARED = re.compile(r"(?:ban|văn phòng|đoàn|án|thanh tra)$")
_FIXED_BODIES = {
    "tổng bí thư": COMMITTEE,
    "thường trực ban bí thư": SECRETARIAT,
    "chủ tịch nước": "Chủ tịch nước",
    "phó chủ tịch nước": "Chủ tịch nước",
    "thủ tướng": "Chính phủ",
    "thủ tướng chính phủ": "Chính phủ",
    "phó thủ tướng": "Chính phủ",
    "phó thủ tướng chính phủ": "Chính phủ",
    "phó thủ tướng thường trực": "Chính phủ",
    "phó thủ tướng thường trực chính phủ": "Chính phủ",
    "phó thủ tướng chính phủ thường trực": "Chính phủ",
    "đại biểu quốc hội": "Quốc hội",
    "đbqh": "Quốc hội",
    "tổng thanh tra": "Thanh tra Chính phủ",
    "tổng thanh tra chính phủ": "Thanh tra Chính phủ",
    "phó tổng thanh tra chính phủ": "Thanh tra Chính phủ",
    "tổng kiểm toán nhà nước": "Kiểm toán nhà nước",
}
_OF_THE_COMMITTEE = re.compile(r"uvt|uv ?bch ?(?:tw|trung ương)")
_ABBREVIATED = {
    "uvbct": "Bộ Chính trị",
    "uv bct": "Bộ Chính trị",
    "uvdk tw đảng": COMMITTEE,
}
#: Second syllables of the words in names of bodies: `Phát triển`, `Kiểm lâm`, `Xúc tiến`.
_SYLLABLES = (
    "chức giáo vận chính tế ngoại tra phòng sự an nghiệp thôn trường nguyên dục tạo học nghệ tin "
    "thông hóa thao lịch động binh hội hoạch tư thương tải dựng vụ pháp tộc toán hàng nước hiểm "
    "quan bạc sát dân trận quốc hiệp nữ nông chiến đoàn niên sản đội lệnh đạo trị trình hình viện "
    "bộ triển cứu ương phủ lý khu lâm lợi sản vật thực phẩm môi khí tượng thủy văn thú y bảo tàng "
    "thuế kho quản giám định thi đua khen thưởng cơ yếu trữ biên tiến mạnh cường đảng ủy xuất bản "
    "nhân công ty học tập thể mục tiêu hóa nghề ứng dụng hiệp hội chữ thập đỏ gia cung cấp "
    "ban đồng toàn giao"
)
_SECOND = frozenset(_SYLLABLES.split())
_WORD = re.compile(rf" (?:[{CAPITAL}][{CAPITAL}{SMALL}&]*|[{SMALL}&-]+|\d{{1,2}}(?!\d))(?!\w)")
#: What goes on in small letters: `Viện Nghiên cứu phát triển kinh tế`.
_COMPOUND = re.compile(
    r" (?:công tác|phát triển|kinh tế|xã hội|chính sách|chiến lược|khoa học|công nghệ|nông thôn|"
    r"nông nghiệp|khu công nghiệp|giao thông)(?!\w)"
)
_JOINERS = frozenset({"và", "-", "&", "các"})
_AREAS = frozenset({"tỉnh", "huyện", "quận", "xã", "phường"})
_WORDS = 14
_NAMES = 160  # characters in which the name behind a body stands
_FIRM = 30  # characters in which it shows that a post is of a firm
#: Boards that steer: their name runs on over commas up to whose they are.
_STEERING = re.compile(
    r"(?: ban)? chỉ đạo(?: (?!(?:đã|và các|cho|nhấn|phát biểu)(?!\w))[^\W\d_]+,?| \d{1,4}){0,14}?"
    r" (?:tỉnh|trung ương|thành phố|huyện|quốc gia|thành ủy|tỉnh ủy|"
    r"(?<=của )chính phủ)(?!\w)(?! (?:ủy|viên))"
)
_PRIVATE = re.compile(
    r"(?:công ty|hợp tác xã|htx|doanh nghiệp|tập đoàn|hội đồng quản trị|hđqt|hội đồng thành viên|"
    r"chi nhánh|khách sạn|nhà hàng|cửa hàng)"
)
#: Ranks that are no office without a body (`giám đốc` may be anybody's).
#: Directors of what is public; of anything else they may be of a firm.
_DIRECTED = re.compile(
    r"sở|công an|bệnh viện|trung tâm|đại học|học viện|trường|bảo hiểm|kho bạc|đài|bảo tàng|"
    r"thư viện|"
    r"ban quản lý|ngân hàng nhà nước|nhà xuất bản|quỹ|cảng vụ|vườn quốc gia|thông tấn|viện"
)
_DIRECTS = re.compile(r"(?:phó )?(?:tổng )?giám đốc")
_NEED_BODY = re.compile(r"giám đốc|ủy viên|trưởng phòng|tổ trưởng|trưởng khoa|chủ nhiệm")


@filled_at_once
@dataclass(frozen=True, slots=True)
class Post:
    """A post at one place: its rank, its body in full; `former` = no longer held."""

    start: int
    end: int
    rank: str
    body: str | None
    former: bool
    private: bool
    inferred: bool


def find_posts(text: Prepared, grammar: BodyGrammar) -> list[Post]:
    """Return the posts of a text from left to right."""
    posts: list[Post] = []
    end = 0
    lower = text.folded.folded
    for first in _FIRST.finditer(text.folded.openings):
        if first.start() < end:
            continue
        found = _RANK.match(lower, first.start())
        if found is not None:
            posts.append(_post(text, grammar, found))
            end = posts[-1].end
    return posts


def _post(text: Prepared, grammar: BodyGrammar, found: re.Match[str]) -> Post:
    rank, start = found["rank"], found.start("rank")
    former = (found["before"] or "") in _FORMER
    if found["before"] and not former:
        start = found.start()
    end, body, inferred = _body(text, grammar, found)
    printed = text.folded.folded[found.end() : end].strip()
    unknown = _DIRECTS.match(rank) is not None and not _DIRECTED.match(printed)
    private = (
        unknown
        or _PRIVATE.match(text.folded.folded[found.end() : found.end() + _FIRM].strip()) is not None
        or (body is None and _NEED_BODY.search(rank) is not None)
    )
    return Post(start, end, rank, body, former, private, inferred)


def _body(
    text: Prepared, grammar: BodyGrammar, found: re.Match[str]
) -> tuple[int, str | None, bool]:
    """Return where the post ends, its body, and whether that was completed from context."""
    rank, end = found["rank"], found.end()
    shared = _SHARED.search(rank)
    starts = ([found.start("rank") + shared.start()] if shared else []) + [end + 1]
    for start in starts:
        body = grammar.at(text.folded, start, capital=False)
        if body is None or body.end <= end or not _adjoins(text, end, start):
            continue
        if body.kind in ("plenum", "congress", "local congress", "class", "sector", "area"):
            continue
        body, stop = _without_holder(text, body)
        name, _, inferred = complete(text, grammar, body)
        return stop, _by_rank(rank, name), bool(inferred)
    fixed = _fixed(text, rank)
    if fixed is not None:
        return end, fixed, rank not in _FIXED_BODIES
    steering = _STEERING.match(text.folded.folded, end) if "ban" in rank else None
    stop = steering.end() if steering else _phrase(text, end)
    title = text.folded.folded[found.start("rank") : stop]
    known = _known(text, title)
    if stop == end or known is not None:
        return stop, known, known is not None
    opens = found.start("rank") + shared.start() if shared else end
    name = well_spelt(text.folded, opens, stop)
    if key_of(name) in ("ban thường vụ", "btv", "ban chấp hành", "bch"):
        return stop, _own_committee(text, name), True
    if rank in ("bộ trưởng", "thứ trưởng"):
        name = f"Bộ {name}"
    return stop, name[:1].upper() + name[1:], False


def _without_holder(text: Prepared, body: FoundBody) -> tuple[FoundBody, int]:
    """Return a commune's body without a person's name behind it, and where the post ends.

    A name that may be either belongs to the post but tells neither its holder nor its commune.
    """
    if not may_be_held(text.folded, body):
        return body, body.end
    person = is_person(text.folded, body)
    if person is False:
        return body, body.end
    held = unnamed(body)
    return held, held.end if person else body.end


def _own_committee(text: Prepared, name: str) -> str | None:
    """Return whose `Ban Thường vụ` it is: that of the home province's committee."""
    home, city = text.dateline.province, text.dateline.city
    if home is None or ("thường vụ" not in key_of(name) and key_of(name) != "btv"):
        return None
    return f"Ban Thường vụ {'Thành' if city else 'Tỉnh'} ủy {home}"


def _adjoins(text: Prepared, end: int, start: int) -> bool:
    return start < end or text.folded.folded[end:start] == " "


def _by_rank(rank: str, body: str) -> str:
    """Return the body of the post: a secretary of the Central Committee sits in the Secretariat."""
    if rank.startswith("bí thư") and body == COMMITTEE:
        return SECRETARIAT
    return body


def _fixed(text: Prepared, rank: str) -> str | None:
    if rank in _FIXED_BODIES:
        return _FIXED_BODIES[rank]
    if rank in _ABBREVIATED or _OF_THE_COMMITTEE.match(rank):
        return _ABBREVIATED.get(rank, COMMITTEE)
    home, city = text.dateline.province, text.dateline.city
    if home and (rank, city) in (("tỉnh ủy viên", False), ("thành ủy viên", True)):
        return f"{'Thành' if city else 'Tỉnh'} ủy {home}"
    return None


def _phrase(text: Prepared, at: int) -> int:
    """Return where a body that no grammar knows ends: capitals, their second syllables, areas."""
    end, capital = at, False
    for _ in range(_WORDS):
        word = (at == end and _COMPOUND.match(text.folded.shaped, at)) or _WORD.match(
            text.folded.shaped, at
        )
        if word is None:
            break
        said = word[0].strip()
        if said[0].isupper() or said.isdigit() or (said in _AREAS and at == end):
            capital = not said.isdigit()
            end = word.end()
        elif " " in said or (said in _SECOND and capital):
            capital, end = False, word.end()
        elif said not in _JOINERS:
            break
        at = word.end()
    return _before_name(text, end)


def _before_name(text: Prepared, end: int) -> int:
    """Cut the name of a person off the end of a phrase; names do not run over lines."""
    start, least = end, max(0, end - _NAMES)
    least = max(least, text.folded.shaped.rfind("\n", least, end) + 1)
    while start > least and (
        text.folded.shaped[start - 1].isalpha() or text.folded.shaped[start - 1] in " '’"
    ):
        word = text.folded.shaped.rfind(" ", least, start) + 1
        if not text.folded.shaped[word:start] or not text.folded.shaped[word].isupper():
            break
        start = max(word - 1, least)
    run = text.folded.shaped[start:end].strip()
    if looks_like_name(run) and is_surname(run.split(" ")[0]):
        return end - len(run) - 1
    cut = split_before_name(run) if run else None
    return end if cut is None else end - len(run) + cut - 1


def _known(text: Prepared, title: str) -> str | None:
    """Return the body that the lexicon gives a title, its province from context."""
    home, city = text.dateline.province, text.dateline.city
    for body in _bodies_by_title().get(title, ()):
        if "{" not in body:
            return body
        slot = "{city under the Centre}" if city else "{province}"
        if home and body.endswith(slot) and body.count("{") == 1:
            return body.replace(slot, home)
    return None


@cache
def _bodies_by_title() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for post in POSTS:
        for title in (post.vi, *post.synonyms):
            found[key_of(title)] = (*found.get(key_of(title), ()), post.body)
    return found
