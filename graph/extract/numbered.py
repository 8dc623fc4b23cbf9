"""Mentions by number: plain, broken, glued, inverted, in lists that share a code, and bare.

The pattern is anchored on the digits and every repetition in it is bounded: cost is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache, lru_cache

from graph.extract.mentions import Kind, Mention
from graph.extract.openings import Opened
from graph.extract.shortened import find_shortened
from graph.extract.text import Folded
from graph.extract.types import TypeWord, type_of_code
from graph.numbers import PrintedNumber, issuer_codes, parse_number
from ontology import lexicon

_CAPITAL = r"A-ZĐƯ"
_SUFFIX = r"(?:Tg|tg|gT|gV|r\.?HĐ|r|tr|tri|i|hU|xU)?"
# A code: capitals with the few small letters that codes have; words may be glued on behind it.
_CODE = (
    rf"(?:T\.\s?[ƯUW]|[{_CAPITAL}][{_CAPITAL}&]{{0,11}}{_SUFFIX}\d{{0,2}})"
    rf"(?:(?![^\W_])|(?=[nN]gày|của|về|và|để|thực hiện|triển khai|theo|được|tại))"
)
_NUMBER = Opened(
    r"(?P<numeral>\d(?:(?<![\w.,/-]\d)|(?<=[sS]ố\d)|(?<=SỐ\d))\d{0,4}(?:\.\d{1,3})?[a-zđ]?)"
    r"(?:\s?/\s?(?P<year>(?:19|20)\d\d))?"
    r"(?P<gap>\s{0,2}[-/]\s{0,3}|\s?)"
    rf"(?P<codes>{_CODE}(?:\.(?=[{_CAPITAL}]{{2}}){_CODE})?(?:\s?[-/]\s?{_CODE}){{0,4}})",
    shaped=True,
)
_SO = re.compile(r"(?:số|sô)\s{0,4}[:.]?\s{0,4}$")
_BETWEEN = re.compile(r"\s{0,3}[,:(]?\s{0,3}(?:(?:số|sô)\s{0,4}[:.]?\s{0,4})?")
_FARTHER = re.compile(r"\s+(?:của|Hội nghị)?[^.;:()\n\d]{0,90}?(?:số|sô)\s{0,4}[:.]?\s{0,4}")
_ANOTHER = re.compile(r"(?<![\w/.,-])(?P<numeral>\d{1,5}[a-zđ]?)\s{0,2}(?:,|và|&|;)\s{0,2}$")
_BARE = re.compile(
    r"\s{1,3}(?P<so>(?:số|sô)\s{0,3}[:.]?\s{0,3})?(?P<numeral>\d{1,4}[a-zđ]?)"
    r"(?![\w%/°]|[.,-]\d|\s?-\s?\d)"
)
_NEXT_BARE = re.compile(
    r"\s{0,2}(?:,|và|;)\s{0,2}(?:(?:số|sô)\s{0,3})?(?P<numeral>\d{1,4}[a-zđ]?)(?![\w%/]|[.,-]\d|"
    r"\s?-\s?\d)"
)
_AFTER_BARE = re.compile(
    r"\s*(?:$|[.,;:)\]\"'…(\n-]|(?:ngày|của|về|và|cũng|là|đã|được|do|theo|thì|này|nêu|trong|tại|"
    r"ở|đến|với|"
    r"gắn|cùng|vào|khóa|quy|có|trên|cho|năm \d{4}|ra|từ|đi|để|hay|hoặc|thay|nhằm|thành|bị|bằng|"
    r"sau đó|nay|vẫn|sẽ|tiếp tục|hiện|hết hiệu lực|không còn|còn hiệu lực|sửa đổi|bãi bỏ|bổ sung|"
    r"hủy bỏ|yêu cầu|xác định|hướng dẫn|cụ thể hóa)(?!\w))"
)
_COUNTED = re.compile(
    r"\s*(?:năm(?! \d{4})|tháng|quý|tuần|nội dung|điểm|nhiệm vụ|nhóm|vấn đề|mục tiêu|trường hợp|"
    r"người|tỷ|triệu|"
    r"nghìn|đồng|giải pháp|chỉ tiêu|dự án|khoản|điều|cán bộ|đơn vị|xã|huyện|tỉnh|tổ chức|"
    r"đảng viên|quan điểm|cấp|"
    r"nghị quyết|kế hoạch|chương trình|văn bản|lần|bước|mức|khâu|yêu cầu|hình thức|ngành|"
    r"lĩnh vực|công trình|nhất|không|sẵn sàng|xung kích|tốt)(?!\w)"
)
_MODEL = re.compile(
    r"(?:mô hình|phong trào|cuộc thi|câu lạc bộ|phóng sự|truyện ngắn|vở(?: \w+)?|bài|phim|sách|tập|"
    r"chuyên mục) \"$"
)
_YEARS = re.compile(r"\s(?:năm|tháng)(?!\w)")  # "Kế hoạch 5 năm 2016-2020"
_ACTS = {"Nghị quyết", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư", "Quy định"}
_CITED_BARE = {
    "Nghị quyết",
    "Chỉ thị",
    "Kết luận",
    "Quy định",
    "Quyết định",
    "Nghị định",
    "Thông tư",
    "Đề án",
    "Chương trình",
    "Thông báo",
    "Hướng dẫn",
    "Kế hoạch",
    "Quy chế",
    "Chương trình hành động",
}
_COMMON_NOUNS = {"Kế hoạch", "Báo cáo", "Chương trình", "Hướng dẫn", "Thông báo", "Quy chế"}
_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|02|03|04)\s+$")
_WORD_REACH = 130
_SHORTEST_UNKNOWN = 3  # letters of a code that no list knows
_TYPE_AND_ISSUER = 2
_LISTED = re.compile(r"(?:,|;|và)\s*(?:số\s*)?$")


def find_numbered(text: Folded, types: list[TypeWord]) -> list[Mention]:
    """Return the mentions that print a number with its code, those that share it, bare ones."""
    numbers = _full(text, types)
    taken = [(mention.start, mention.end) for mention in numbers]
    return numbers + _bare(text, types, taken) + find_shortened(text, numbers)


def _full(text: Folded, types: list[TypeWord]) -> list[Mention]:
    mentions: list[Mention] = []
    previous_end = 0
    for found in _NUMBER.finditer(text.openings):
        mention = _mention(text, found, types, previous_end)
        if mention is None:
            continue
        mentions.extend(_sharers(text, mention, types, previous_end))
        if mentions and not mention.worded:
            mention = _spread_type(text, mentions[-1], mention)
        mentions.append(mention)
        previous_end = mention.end
    return mentions


def _mention(
    text: Folded, found: re.Match[str], types: list[TypeWord], floor: int
) -> Mention | None:
    codes = "".join(found["codes"].split()).replace("T.Ư", "TƯ").replace("T.U", "TU")
    codes = codes.replace("QĐĐ", "QĐ")  # QĐÐ: typed twice, in two alphabets
    codes = codes if codes.startswith("T.") else codes.replace(".", "-", 1)  # QĐ.UBND
    numeral = found["numeral"]
    start, end = found.start("numeral"), found.end()
    word, start = _type_before(text, start, types, floor)
    said = start < found.start("numeral") or text.folded.endswith("văn bản ", 0, start)
    number = _parse(numeral, found["year"], codes)
    if number is None or not _is_number(number, codes, found["gap"], said, found["year"]):
        return None
    if word is None and _is_other(text, found, start, number):
        return None
    state = not _is_party(number.issuer_code)
    return Mention(
        Kind.NUMBER,
        start,
        end,
        type_vi=word or type_of_code(number.type_code, state) or _letter(number, state),
        worded=word is not None,
        number=_spelling(number, codes, found["gap"].strip()),
        numeral=number.numeral,
        type_code=number.type_code,
        issuer_code=number.issuer_code,
        year=number.year,
        ambiguous=codes.endswith("TƯ"),
        plural=bool(_PLURAL.search(text.folded[max(0, start - 8) : start])),
    )


@lru_cache(maxsize=4096)
def _parse(numeral: str, year: str | None, codes: str) -> PrintedNumber | None:
    return parse_number(f"{numeral}/{year}/{codes}" if year else f"{numeral}-{codes}")


def _is_number(number: PrintedNumber, codes: str, gap: str, said: bool, year: str | None) -> bool:
    """Tell a number from a road, a flight or a pair of names: its codes must be known ones."""
    known_issuer = _knows_issuer(number.issuer_code)
    if not gap.strip():  # 37QĐ/TW
        return number.type_code is not None and known_issuer and "/" in codes
    if number.type_code is not None:
        return known_issuer or said or year is not None
    return (known_issuer and (said or "-" in codes or year is not None)) or (
        said and len(codes) >= _SHORTEST_UNKNOWN and codes.isupper()
    )


@cache
def _knows_issuer(code: str | None) -> bool:
    return code is not None and code in set(issuer_codes().values())


@cache
def _is_party(code: str | None) -> bool:
    rows = [row.system for row in lexicon.ISSUER_CODES if row.code == code]
    return bool(rows) and rows[0] in {"party", "front"}


def _letter(number: PrintedNumber, state: bool) -> str | None:
    """Return Công văn for a State number without a type code (5973/UBND-KT)."""
    is_law = number.issuer_code in {"QH", "UBTVQH"}
    return "Công văn" if state and number.type_code is None and not is_law else None


@lru_cache(maxsize=4096)
def _spelling(number: PrintedNumber, codes: str, gap: str = "-") -> str:
    """Return the normalised number: `19/NQ-TW` as `19-NQ/TW`, `47-CTR/TU` as `47-CTr/TU`.

    Only the Centre's and the provincial committees' are turned; those of boards and fronts, which
    write as the Party or as the State does, stay as printed.
    """
    printed = number.printed
    figure = re.match(r"\d{1,5}(?:\.\d{1,3})?[a-zđ]?", printed)
    numeral = figure[0] if figure else number.numeral
    parts = re.split(r"[-/]", codes)
    two = len(parts) == _TYPE_AND_ISSUER and number.year is None
    printed_so = gap == "-" and "/" in codes and number.type_code == parts[0]
    if gap == "/" and "/" not in codes and len(parts) > _TYPE_AND_ISSUER and number.year is None:
        return f"{numeral}/{'-'.join(map(_issuer_case, parts))}"  # 621/NQ-NS-TU, as once written
    as_state = gap == "/" and "/" not in codes and number.issuer_code not in _TURNED
    if as_state and two and number.type_code == parts[0]:
        return f"{numeral}/{_code_case(parts[0])}-{_issuer_case(parts[1])}"
    if two and (_is_party(number.issuer_code) or printed_so):
        type_code, issuer = parts if number.type_code != parts[1] else reversed(parts)
        return f"{numeral}-{_code_case(type_code)}/{_issuer_case(issuer)}"
    if _is_party(number.issuer_code) and number.year is None and parts[0] == number.type_code:
        rest = "-".join(map(_issuer_case, parts[1:]))
        return f"{numeral}-{_code_case(parts[0])}/{rest}" if rest else f"{numeral}-{parts[0]}"
    year = f"/{number.year}" if number.year else ""
    return f"{numeral}{year}/{'-'.join(map(_issuer_case, parts))}"


_TURNED = frozenset({"TW", "TU", "HU", "QU", "ĐU", "TƯ", "HNTW", "BTCTW", "BTCTU"})
_KINDS = r"(?: (?!(?:và|theo|tại|với|văn)(?!\w))\w+)"
#: What bears a number and is no document of the record, before the number.
_OTHER = re.compile(
    rf"(?:hợp đồng{_KINDS}{{0,4}}|biên bản{_KINDS}{{0,3}}|hồ sơ|chứng từ|biểu|mẫu(?: biểu)?|mã|"
    r"hóa đơn|phiếu(?: \w+){0,2}|vụ án|bản án|giấy (?:phép|chứng nhận)(?: \w+){0,4}|"
    r"thửa(?: đất)?|tờ bản đồ|tài khoản|lô(?: hàng)?|đơn hàng|gói thầu|biên lai)"
    r",? ?(?:có |mang )?(?:ký hiệu )?(?:số )?:? ?\"?$"
)
#: A contract by its code (`77/HĐ-XD`, `05/HĐKT`); the codes of councils open alike.
_CONTRACT = re.compile(r"HĐ(?!ND|QT|TV|BT|TĐ|PH|PB|QH)[A-ZĐ]{0,4}(?![^\W_])")
#: A thing that is told by its number, whatever it is: `khán đài số`, `xe mang số`.
_THING = re.compile(
    r"(?<!\w)(?!(?:và|với|cùng|hoặc|hay|theo|tại|của|là|các|những|có|mang|hành|bản|văn|thư)(?!\w))"
    r"(?<!văn bản )[^\W\d_]+ (?:(?:có|mang) )?(?:ký hiệu )?(?:số|sô) ?:? ?\"?$"
)
_CUT_OFF = re.compile(r"\s?-?\s?(?:\.\.\.|…)")


def _is_other(text: Folded, found: re.Match[str], start: int, number: PrintedNumber) -> bool:
    """Tell whether a number is that of a contract, a form, a file, or but the form of a number."""
    figure = found.start("numeral")
    thing = _THING.search(text.folded, max(0, figure - 40), figure)
    known = _knows_issuer(number.issuer_code)
    return (
        _OTHER.search(text.folded, max(0, start - 60), start) is not None
        or _CUT_OFF.match(text.folded, found.end()) is not None
        or _CONTRACT.match(found["codes"]) is not None
        or (not known and thing is not None and text.shaped[thing.start()].islower())
    )


def _code_case(code: str) -> str:
    return "CTr" if code.upper() == "CTR" else code.replace(".", "")


def _issuer_case(code: str) -> str:
    plain = code.replace(".", "")
    return "TTg" if plain.upper() == "TTG" else plain


def _type_before(
    text: Folded, start: int, types: list[TypeWord], floor: int
) -> tuple[str | None, int]:
    """Return the type word that stands before a number, and where the mention then starts."""
    place = bisect_left(types, start, key=lambda word: word.end) - 1
    so = _SO.search(text.folded, max(floor, start - 10), start)
    own_start = so.start() if so else start
    if start and place + 1 < len(types) and types[place + 1].end == start:
        place += 1
    if place < 0 or types[place].end < floor or start - types[place].end > _WORD_REACH:
        return None, own_start
    word = types[place]
    if _BETWEEN.fullmatch(text.folded, word.end, start):
        listed = ":" in text.folded[word.end : start] and so is not None
        return word.type_vi, own_start if listed else word.start
    if so and _FARTHER.fullmatch(text.folded, word.end, start):
        return word.type_vi, own_start
    return None, own_start


def _sharers(text: Folded, mention: Mention, types: list[TypeWord], floor: int) -> list[Mention]:
    """Return the figures before a number that share its code ("số 920 và 1011-CTr/TU")."""
    found: list[Mention] = []
    start = mention.start
    while True:
        match = _ANOTHER.search(text.folded, max(floor, start - 14), start)
        if match is None:
            break
        word, begin = _type_before(text, match.start("numeral"), types, floor)
        own = mention.worded and not text.folded.startswith(("số", "sô"), mention.start)
        joined = text.folded[match.end("numeral") : start].strip()
        if word and own and start == mention.start and joined in {",", ";"}:
            return []  # "Khác với Kế hoạch 05, Kế hoạch 44-KH/BCSĐ": each with a word of its own
        if word and mention.worded and word != mention.type_vi:
            return []  # two documents of two kinds ("Quy định 124 và Hướng dẫn 25-HD/BTCTW")
        shared = replace(
            mention,
            kind=Kind.SHARED,
            start=begin,
            end=match.end("numeral"),
            type_vi=word or mention.type_vi,
            numeral=match["numeral"].lstrip("0"),
            number=re.sub(r"^[\d.]+[a-zđ]?", match["numeral"], mention.number or ""),
        )
        found.append(shared)
        start = begin
        if word:
            return [replace(one, type_vi=word) for one in reversed(found)]
    return []  # no type word stands before the figures: they are something else


def _spread_type(text: Folded, before: Mention, mention: Mention) -> Mention:
    """Give a number without a type word that of the number before it in the same list."""
    if before.type_code != mention.type_code or before.type_vi == mention.type_vi:
        return mention
    between = text.folded[before.end : mention.start]
    listed = len(between) < _WORD_REACH and _LISTED.search(between)
    return replace(mention, type_vi=before.type_vi) if listed else mention


def _bare(text: Folded, types: list[TypeWord], taken: list[tuple[int, int]]) -> list[Mention]:
    mentions: list[Mention] = []
    for word in types:
        if word.type_vi not in _CITED_BARE or _is_taken(taken, word.end):
            continue
        found = _BARE.match(text.folded, word.end)
        if found is None or not _is_cited(text, word, found):
            continue
        first = Mention(
            Kind.BARE,
            word.start,
            found.end("numeral"),
            type_vi=word.type_vi,
            number=found["numeral"],
            numeral=found["numeral"].lstrip("0"),
            plural=bool(_PLURAL.search(text.folded[max(0, word.start - 8) : word.start])),
        )
        mentions.append(first)
        mentions.extend(_followers(text, first))
    return mentions


def _is_taken(taken: list[tuple[int, int]], offset: int) -> bool:
    place = bisect_left(taken, offset, key=lambda span: span[1])
    return place < len(taken) and taken[place][0] < offset


def _is_cited(text: Folded, word: TypeWord, found: re.Match[str]) -> bool:
    """Tell "Nghị quyết 57" from "kế hoạch 5 năm" and "quyết định 3 nội dung"."""
    if found["numeral"].lstrip("0") == "" or _MODEL.search(
        text.folded, max(0, word.start - 30), word.start
    ):
        return False
    capital = text.shaped[word.start].isupper()
    if not found["so"] and word.type_vi in _COMMON_NOUNS and _YEARS.match(text.folded, found.end()):
        return False
    if not found["so"] and not capital and word.type_vi in _COMMON_NOUNS | {"Quyết định"}:
        return False
    after = found.end("numeral")
    if word.type_vi in _ACTS and (capital or found["so"]):
        return _COUNTED.match(text.folded, after) is None
    return _AFTER_BARE.match(text.folded, after) is not None


def _followers(text: Folded, first: Mention) -> list[Mention]:
    """Return the bare figures of a list ("các Quy định 335, 336 và 668")."""
    found: list[Mention] = []
    end = first.end
    while (match := _NEXT_BARE.match(text.folded, end)) is not None:
        if not _AFTER_BARE.match(text.folded, match.end("numeral")):
            break
        numeral = match["numeral"]
        found.append(
            replace(
                first,
                start=match.start("numeral"),
                end=match.end("numeral"),
                number=numeral,
                numeral=numeral.lstrip("0"),
            )
        )
        end = match.end("numeral")
    return found
