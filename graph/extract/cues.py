"""Cues of relations between documents, from the vocabulary, as patterns over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.extract.openings import Opened, Openings, opened_by
from graph.extract.text import folded
from graph.filling import filled_at_once
from ontology import lexicon

PREDICATES = frozenset(
    {"implements", "continues", "guides", "replaces", "repeals", "amends", "basedOn"}
    | {"reviews", "linkedWith"}
)
#: Places whose names begin like a word that asks.
_NAMED = re.compile(r"(?<!\w)cần (?:thơ|giờ|giuộc|đước)(?!\w)")
#: Cues that need the document right before them: alone they say too little.
_WEAK = re.compile(r"thay|bổ sung|bổ xung|điều chỉnh|hướng dẫn|cùng với|thu hồi|kết hợp với")
_ADDED = {
    "tổng kết, đánh giá việc thực hiện": ("reviews", False),
    "thay thế và bãi bỏ": ("repeals", False),
    "thay thế, bãi bỏ": ("repeals", False),
    "bãi bỏ, thay thế": ("repeals", False),
    "sửa đổi, bãi bỏ": ("amends", False),
    "sửa đổi, thay thế": ("amends", False),
    **{
        f"sửa đổi, bổ sung, thay thế{also} bãi bỏ": ("amends", False)
        for also in (",", " và", " hoặc")
    },
    **{
        f"hướng dẫn {led}": ("guides", False)
        for led in (
            "nghiệp vụ",
            "áp dụng",
            "nghiệp vụ áp dụng",
            "nghiệp vụ thực hiện",
            "việc áp dụng",
            "cách thực hiện",
            "nội dung",
        )
    },
    "quy định rõ việc thực hiện": ("guides", False),
    "để cụ thể hóa": ("implements", False),
    "trên tinh thần": ("basedOn", False),
    "để đưa": ("implements", False),
    "nhằm đưa": ("implements", False),
    "khai tử": ("repeals", False),
    "chấm dứt hiệu lực": ("repeals", False),
    **{
        f"{lead} tiếp tục {led}": ("continues", False)
        for lead in ("để", "nhằm")
        for led in ("thực hiện", "triển khai thực hiện", "đẩy mạnh thực hiện", "tổ chức thực hiện")
    },
    **{
        f"{lead} {led} thực hiện": ("implements", False)
        for lead in ("để", "nhằm", "về", "về việc")
        for led in ("lãnh đạo, chỉ đạo", "lãnh đạo", "chỉ đạo", "chỉ đạo triển khai")
    },
}
# Words between a cue and its object that change nothing.
_FILLER = re.compile(
    r"(?:[\s,:\"(]|(?:của|do) [^.,;:()\n]{3,60}(?:, (?:gồm|bao gồm))?(?<=\w):|"
    r"(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định|kết luận|"
    r"văn bản)(?: sau)?(?: đây)?|(?:cũ|trước đó|trước đây)(?: (?:là|gồm))?|"
    r"(?:hai|ba|bốn|\d{1,2}) (?=(?:nghị quyết|quyết định|quy|văn bản|kế hoạch|công văn))|"
    r"quy chế(?: làm việc| phối hợp| hoạt động)?|"
    r"(?:có )?hiệu quả|nghiêm túc|nghiêm|quyết liệt|thắng lợi|thành công|đồng bộ|"
    r"toàn diện|đầy đủ|tốt|"
    r"kịp thời|đầu tiên|bước đầu|trực tiếp|"
    r"kế thừa|đồng thời|sâu sắc|sâu rộng|mạnh mẽ|quyết tâm|việc|nội dung|tinh thần|các|những|của|"
    r"một số điều|một số nội dung|"
    r"toàn bộ|toàn văn|lần lượt|"
    r"(?:cả )?(?:hai|ba|bốn)(?=\s*$)|"
    r"một phần|mục tiêu|nhiệm vụ|giải pháp|chỉ tiêu|quan điểm|chủ trương|quy định|định hướng|"
    r"(?:được |đã )?(?:nêu|đề ra|xác định)(?! rõ)|"
    r"(?:sự |ý kiến )?chỉ đạo(?: của [^,.;:()\n]{2,40}?)?(?= (?:tại|theo|trong) )|"
    r"hiệu lực|cho|tại|trong|và|"
    r"(?:điều|khoản|điểm)(?:, (?:điều|khoản|điểm))*(?= của )|, (?:khoản|điểm|phụ lục)(?= của )|"
    r"điều \d{1,3}|khoản \d{1,3}|điểm \w|chương [ivx\d]{1,5}|phụ lục(?: \w{1,3})?|số|với|"
    r"thi hành|thực hiện|nhất là|như|"
    r"một số|biện pháp|đối với|bản|ban hành kèm theo|kèm theo|việc thực hiện|triển khai)*+\s*"
)
#: "hướng dẫn các đơn vị thực hiện A": who carries it out is not who guides.
_GUIDED = re.compile(r"(?<!\w)(?P<cue>hướng dẫn) (?:các|những|cấp ủy|việc)[^,.;()\n]{0,40} $")
_PART = re.compile(
    r"(?:một số |các )?(?:điểm|khoản|điều(?! chỉnh)|chương|mục|phụ lục|cụm từ|mẫu|"
    r"(?:một )?phần|nội dung|quy định(?= (?:tại|về [^.;\n]{2,60} tại) ))"
    r"(?!\w)[^.;\n]{0,140}"
)
#: What is issued with a document, and stands for it: `sửa đổi Quy chế ... ban hành kèm theo A`.
_ANNEXED = re.compile(
    r"(?: một số (?:điều|nội dung))?(?: của)?"
    r" (?:quy định|quy chế|kế hoạch|đề án|danh mục|bảng giá|chương trình|điều lệ|nội quy|"
    r"quy trình|phương án|quy hoạch|định mức|đơn giá|bộ tiêu chí)"
    r" [^.;\n]{0,160}?(?:được )?(?:ban hành )?(?:kèm theo|ban hành theo|ban hành tại) (?:các )?"
)
#: Some of many that are told: `bãi bỏ 31 quyết định của UBND tỉnh, trong đó có A`.
_AMONG = re.compile(
    r" (?:toàn bộ |cả )?(?:các|những|nhiều|một số|hàng loạt|hai|ba|bốn|năm|\d{1,3}) "
    r"(?:văn bản|quyết định|nghị quyết|nghị định|chỉ thị|thông tư|quy định|kế hoạch)"
    r"(?: [^.;\n]{1,160}?)?(?:,? (?:trong đó(?: có)?|gồm(?: có)?|bao gồm|như|đó là)|(?=:))"
    r"(?: là)?:? (?:các )?"
)
_TOLD = ("đó ", "có ", "gồm ", "như ", "là ", ": ", ":", "các ")
_PART_END = re.compile(
    r"\s(?:của|tại|trong|ban hành kèm theo)\s*(?:(?:điểm|khoản|điều|chương|mục|phụ lục|mẫu|và|,|"
    r"(?:số )?\d{1,3}[a-zđ]?|[a-zđ]|[ivx]{1,5})[ ,]+)*$"
)
_CONTENTS = re.compile(
    r"(?P<cue>về (?:một số|các) (?:nội dung|vấn đề|điểm))(?: (?:cụ thể|cơ bản|chủ yếu))?"
    r"(?: (?:của|trong|tại|theo))?\s*(?:các\s)?$"
)
_CHANGED = re.compile(
    r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ)\s(?:một số|các|những)\s(?:điều của các\s)?"
    r"(?:nghị định|thông tư|quyết định|luật|nghị quyết|quy định|văn bản)(?!\w)"
)
#: What a verb says of a document as a whole: not of a part of it.
_WHOLES = {"bãi bỏ": "repeals", "hủy bỏ": "repeals", "thay thế": "replaces"}
_UNITS = {"điểm", "khoản", "điều", "chương", "mục", "phụ", "lục", "mẫu", "và", "các", "số"}
_UNIT_NAME = 4  # letters of what a unit is called: 12, iii, a, 15a
_MOST_UNITS = 24
_LONGEST_GAP = 260
#: Into what a document is brought that is carried out: `để đưa A vào cuộc sống`.
_BRINGS = ("để đưa", "nhằm đưa")
_INTO = re.compile(r"[^.;\n]{0,200}?(?<!\w)vào (?:cuộc sống|đời sống|thực tiễn|thực tế|áp dụng)")


@filled_at_once
@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text: where, what it says, and whether it needs its subject right before it.

    `inverted` = the object stands before the cue; `part` = the part of the object that is meant,
    `whole` = what the cue says of a document that is meant as a whole.
    """

    start: int
    end: int
    predicate: str
    inverted: bool = False
    weak: bool = False
    part: str | None = None
    whole: str | None = None

    def of_whole(self) -> Cue:
        """Return the cue for what a list names whole behind a part: `bãi bỏ Điều 5 A và B`."""
        return replace(self, predicate=self.whole, part=None) if self.whole else self


def without_names(words: str) -> str:
    """Return folded words without places called like a cue: Cần Thơ requests nothing."""
    return _NAMED.sub("", words) if "cần " in words else words


def guided(text: str, start: int, end: int) -> Cue | None:
    """Return the cue of a guide that says no verb: `Hướng dẫn A về một số nội dung của B`."""
    found = _CONTENTS.search(text, start, end)
    return Cue(found.start("cue"), found.end("cue"), "guides") if found else None


def of_others(text: str, start: int, cue: Cue) -> bool:
    """Tell whether a cue is of others: `A sửa đổi một số nghị định quy định chi tiết Luật B`."""
    if cue.predicate in {"amends", "repeals", "replaces"}:
        return False
    return _CHANGED.search(text, start, max(start, cue.start)) is not None


def cue_before(openings: Openings, start: int, end: int) -> Cue | None:
    """Return the cue that governs what begins at `end`, looking back no further than `start`.

    A cue glued to what stands before it (`52-CTr/TUthực hiện`) is read where that ends.
    """
    text = openings.folded
    if 0 < start < end and text[start - 1 : start + 1].isalnum():
        if end > start + _LONGEST_GAP:
            return None
        apart = f" {text[start:end]}"
        glued = cue_before(Openings(apart, apart), 1, len(apart))
        return glued and replace(glued, start=glued.start + start - 1, end=glued.end + start - 1)
    begin = max(start, end - _LONGEST_GAP)
    table, pattern = _cues()
    best: Cue | None = None
    for found in pattern.finditer(openings, begin, end):
        cue = _cue(text, found, table, end)
        if cue is not None and (best is None or _outdoes(cue, best)):
            best = cue
    return best


def _cue(text: str, found: re.Match[str], table: _Table, end: int) -> Cue | None:
    predicate, inverted = table[_key(found)]
    if predicate == "implements" and text.endswith("hiệu lực ", 0, found.start()):
        return None  # `ngưng hiệu lực thi hành Nghị định A`
    if _key(found) in _BRINGS and not _INTO.match(text, end):
        return None  # `để đưa Luật A vào chương trình học`
    if predicate == "implements" and (
        guiding := _GUIDED.search(text, max(0, found.start() - 60), found.start())
    ):
        return Cue(guiding.start("cue"), guiding.end("cue"), "guides")
    rest = text[found.end() : end]
    changes = predicate in {"amends", "repeals", "replaces"}
    part = _part(text, found, end) if changes else None
    if part is None and not (
        _FILLER.fullmatch(rest)
        or (changes and _ANNEXED.fullmatch(text, found.end(), end))
        or (changes and rest.endswith(_TOLD) and _AMONG.fullmatch(text, found.end(), end))
    ):
        return None
    return Cue(
        found.start(),
        found.end(),
        "amends" if part and predicate in {"repeals", "replaces"} else predicate,
        inverted,
        _is_weak(found[0], predicate),
        part,
        next((_WHOLES[one] for one in _WHOLES if part and found[0].startswith(one)), None),
    )


def _outdoes(cue: Cue, best: Cue) -> bool:
    """Tell whether a later cue governs: not one inside the part that the first one changes."""
    if best.part is not None:
        return False
    return cue.predicate != "implements" or best.weak


def _is_weak(words: str, predicate: str) -> bool:
    """Tell whether a cue needs its subject right before it: no purpose or topic introduces it."""
    if predicate in {"implements", "continues", "basedOn", "reviews"}:
        return not words.startswith(("để ", "nhằm ", "về "))
    return _WEAK.fullmatch(words) is not None


def _part(text: str, found: re.Match[str], end: int) -> str | None:
    """Return the part of a document that is changed ("khoản 2 Điều 5 của")."""
    inside = None if "một số" in found[0] else _PART.search(found[0])
    piece = None if inside else _PART.match(text, found.end() + 1, end)
    if inside is None and piece is None:
        return None
    start = found.start() + inside.start() if inside else found.end() + 1
    words = text[start:end]
    closing = _PART_END.search(words)
    if closing is None and not _are_units(words):
        return None
    part = words[: closing.start() if closing else len(words)].strip(" ,:(")
    return part.strip('"') if part.count('"') % 2 else part


def _are_units(words: str) -> bool:
    """Tell whether words name parts only: "điểm a khoản 2, khoản 3 Điều 5"."""
    pieces = words.replace(",", " ").split()
    short = all(piece in _UNITS or len(piece) <= _UNIT_NAME for piece in pieces)
    return short and len(pieces) <= _MOST_UNITS


_Table = dict[str, tuple[str, bool]]


def _key(found: re.Match[str]) -> str:
    return found.lastgroup or " ".join(found[0].split())


@cache
def _cues() -> tuple[_Table, Opened]:
    phrases: dict[str, tuple[str, bool]] = {}
    for row in lexicon.CUES:
        predicate = row.relation.rsplit("#", 1)[1]
        if predicate in PREDICATES:
            for phrase in (*row.phrases, *row.misspelt):
                phrases.setdefault(folded(phrase), (predicate, row.inverted))
    phrases |= _ADDED
    ordered = sorted(phrases, key=len, reverse=True)
    # a phrase with a gap is told by the empty group behind it, any other by its own words
    names = {phrase: f"c{place}" for place, phrase in enumerate(ordered) if "…" in phrase}
    table = {names.get(one, " ".join(one.split())): phrases[one] for one in ordered}
    spelt = (_spelt(one) + (f"(?P<{names[one]}>)" if one in names else "") for one in ordered)
    return table, opened_by(spelt, r"\w", "kèm ")


def _spelt(phrase: str) -> str:
    pieces = [r"\s".join(map(re.escape, piece.split())) for piece in phrase.split("…")]
    return r"\s[^.;\n]{1,28}?\s".join(pieces)
