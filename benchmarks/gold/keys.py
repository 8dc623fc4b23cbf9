"""What two readings are compared by: numbers, aliases, bodies, persons, values in one spelling."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.folding import bare, clean

Item = Mapping[str, Any]
#: kind (plenum, congress, local congress), ordinal, and the term or the place where it is known.
AliasKey = tuple[str, int, int | str | None]

_PROVINCES = Path(__file__).resolve().parents[2] / "data" / "register" / "provinces.csv"
_WORD = re.compile(r"\w+")
_INVERTED = re.compile(r"(\d+)/([A-ZĐ]+)-(T[WUƯ])")
_DIGITS = re.compile(r"\s*(?:số\s*)?0*(\d+)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\s*(?:số\s*)?\d+\s*", re.IGNORECASE)
_CODE = re.compile(r"\d\s*[-–/]\s*[A-ZĐ][A-Za-zĐđ]*\s*[-/]")
#: Families of document types, folded.
TYPES = (
    *("nghi quyet", "chi thi", "quyet dinh", "quy dinh", "quy che", "ket luan", "huong dan"),
    *("thong bao", "thong tri", "chuong trinh", "ke hoach", "de an", "bao cao", "to trinh"),
    *("cong van", "bo luat", "luat", "phap lenh", "nghi dinh", "thong tu lien tich", "thong tu"),
    *("hien phap", "cong dien", "lenh", "dieu le", "cuong linh", "chien luoc", "quy hoach"),
    *("phuong an", "du an"),
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_TENS = ("mot", "hai", "ba", "bon", "lam", "sau", "bay", "tam", "chin")
_ORDINALS = {
    **{word: n for n, word in enumerate(("nhat", "hai", "ba", "tu", "nam", *_TENS[5:], "muoi"), 1)},
    **{f"muoi {word}": n for n, word in enumerate(_TENS, 11)},
}
_N = "(" + "|".join([r"\d{1,2}", r"[ivx]+\b", *sorted(_ORDINALS, key=len, reverse=True)]) + ")"
_PLENUM = (
    re.compile(rf"\blan thu {_N} (?:cua )?(?:(?:ban chap hanh|bch) ?)?(?:trung uong|tw|t u)\b"),
    re.compile(rf"\b(?:trung uong|tw|t u)(?: dang)?(?: lan thu)? {_N}\b(?! \d{{4}})"),
)
_TERM = re.compile(r"\bkhoa ([ivxl]+|\d{1,2})\b")
_CONGRESS = (
    re.compile(r"\bdai hoi (?:lan thu )?([ivxl]+|\d{1,2})\b"),
    re.compile(r"\blan thu ([ivxl]+|\d{1,2})\b"),
)
# A document about a resolution is not that resolution.
_ABOUT = re.compile(
    r"\b(?:thuc hien|trien khai|tong ket|so ket|huong dan|cu the hoa|quan triet)\b"
    r".*(?:trung uong|dang|\btw)"
)
_ABBREVIATIONS = (
    ("bch", "ban chap hanh"),
    ("btv", "ban thuong vu"),
    ("ubkt", "uy ban kiem tra"),
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("mttq", "mat tran to quoc"),
    ("tw|t u", "trung uong"),
)
_HONORIFICS = re.compile(
    r"^(?:(?:dong chi|ong|ba|(?:dai|thuong|trung|thieu) tuong|dai ta|gs|pgs|ts|ths) )+"
)
_EMPTY_WORDS = frozenset(
    ("ve", "cua", "va", "cac", "cho", "trong", "so", "ngay", "voi", "theo", "tai", "mot")
)
_SCALES = {"nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9}


def words(text: object) -> tuple[str, ...]:
    """Return the words of a text without marks, lower case."""
    return tuple(_WORD.findall(bare(str(text)))) if text else ()


def flat(text: object) -> str:
    """Return the words of a text with one space between them."""
    return " ".join(words(text))


@cache
def _places() -> tuple[str, ...]:
    with _PROVINCES.open(encoding="utf-8", newline="") as lines:
        names = {flat(row["name"]) for row in csv.DictReader(lines)}
    return tuple(sorted(names, key=len, reverse=True))


def place(text: object) -> str | None:
    """Return the province that a text names, None where it names none."""
    padded = f" {re.sub(r'tp ?hcm|sai gon', 'ho chi minh', flat(text))} "
    return next((name for name in _places() if f" {name} " in padded), None)


def same_place(left: object, right: object) -> bool:
    """Tell whether two texts may lie in one province: one of them may name none."""
    first, second = place(left), place(right)
    return first is None or second is None or first == second


def is_local(document: Item) -> bool | None:
    """Tell whether a document is of a local body, None where nothing says."""
    level = document.get("level")
    if level:
        return level not in {"central", "ministry"}
    return True if document.get("province") else None


def number_keys(document: Item) -> frozenset[str]:
    """Return the spellings of the number of a document; two where TƯ may be TU or TW."""
    number = re.sub(r"\s+", "", clean(str(document.get("number") or ""))).upper()
    number = re.sub(r"^SỐ[:.]?", "", number).replace("T.Ư", "TƯ").replace("T.W", "TW")
    number = re.sub(r"QĐI(?=[/-])", "QĐ", number)
    if inverted := _INVERTED.fullmatch(number):
        number = "{}-{}/{}".format(*inverted.groups())
    number = re.sub(r"^0+(?=\d)", "", number)
    if not number.endswith("TƯ"):
        return frozenset({number} - {""})
    endings = {True: "U", False: "W", None: "UW"}[is_local(document)]
    return frozenset(f"{number[:-1]}{ending}" for ending in endings)


def digits(number: object) -> str | None:
    """Return the figure that a number begins with, without leading zeros."""
    found = _DIGITS.match(clean(str(number or "")))
    return found[1] if found else None


def is_bare(number: object) -> bool:
    """Tell whether a number is a figure alone."""
    return bool(number) and bool(_BARE_NUMBER.fullmatch(clean(str(number))))


def kind(name: object) -> str | None:
    """Return the family of a document type: `Chương trình hành động` is a programme."""
    folded = flat(name)
    return next((one for one in TYPES if f"{folded} ".startswith(f"{one} ")), folded or None)


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral in lower case, None where it is none."""
    if not text or set(text) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def _ordinal(text: str) -> int | None:
    return int(text) if text.isdigit() else _ORDINALS.get(text) or roman(text)


def term(text: object) -> int | None:
    """Return the number of a term: `XII`, `khóa XII`, `12`."""
    found = (_ordinal(word) for word in words(text) if word.isdigit() or roman(word))
    return next(found, None)


def alias_key(text: object, of: Item | None = None) -> AliasKey | None:
    """Return what an alias denotes: a plenum or a congress; None for everything else.

    `of` is the document whose alias it is: it may know the term or the province.
    """
    if not text or _CODE.search(clean(str(text))):
        return None
    folded, known = flat(text), of or {}
    if _ABOUT.search(folded):
        return None
    local = "dang bo" in folded and "toan quoc" not in folded
    if "dai hoi" in folded or (local and "lan thu" in folded):
        return _congress(folded, text, known, local)
    return _plenum(folded, known)


def _congress(folded: str, text: object, known: Item, local: bool) -> AliasKey | None:
    if "cac cap" in folded:
        return None
    found = (match for form in _CONGRESS if (match := form.search(folded)))
    number = next((value for match in found if (value := _ordinal(match[1]))), None)
    if number is None:
        return None
    where = place(text) or place(known.get("province"))
    return ("local congress", number, where) if local else ("congress", number, None)


def _plenum(folded: str, known: Item) -> AliasKey | None:
    found = (match for form in _PLENUM if (match := form.search(folded)))
    number = next((value for match in found if (value := _ordinal(match[1]))), None)
    if number is None:
        return None
    stated = _TERM.search(folded)
    return ("plenum", number, _ordinal(stated[1]) if stated else term(known.get("term")))


def same_alias(left: AliasKey, right: AliasKey) -> bool:
    """Tell whether two aliases may denote one thing: term or place may be unknown on one side."""
    return left[:2] == right[:2] and (None in (left[2], right[2]) or left[2] == right[2])


def body_key(name: object) -> str:
    """Return the name of a body without its place, its term and its abbreviations."""
    folded = f" {flat(name)} "
    for short, full in _ABBREVIATIONS:
        folded = re.sub(rf"\b(?:{short})\b", full, folded)
    folded = re.sub(r" khoa [ivxl]+ $", " ", folded)
    for one in _places():
        folded = folded.replace(f" {one} ", " ")
    folded = re.sub(r" (?:tp|thanh pho)(?= )", "", folded)
    folded = re.sub(r" viet nam $", " ", folded)
    return re.sub(r"^(?:toan|cac|nhung) ", "", re.sub(r"\s+", " ", folded).strip()) or "*"


def person_key(name: object) -> str:
    """Return the name of a person without titles of address and rank."""
    return _HONORIFICS.sub("", flat(name))


def post_keys(position: Item) -> frozenset[str]:
    """Return the spellings of a post, with and without the body it is held in."""
    body = body_key(position["body"]).split() if position.get("body") else []
    titles = [position.get("title"), *position.get("aliases", ())]
    cores = [body_key(title) for title in titles if title]
    return frozenset(cores) | {_joined(core.split(), body) for core in cores}


def _joined(title: list[str], body: list[str]) -> str:
    """Join `truong ban` and `ban to chuc` with the words they share said once."""
    shared = (n for n in range(min(len(title), len(body)), 0, -1) if title[-n:] == body[:n])
    return " ".join(title + body[next(shared, 0) :])


def topic(text: object) -> frozenset[str]:
    """Return the telling words of a title, its type left out."""
    folded = flat(text)
    name = next((one for one in TYPES if f"{folded} ".startswith(f"{one} ")), "")
    return frozenset(folded[len(name) :].split()) - _EMPTY_WORDS


def overlap_of_topics(left: object, right: object) -> float:
    """Return how much two titles share, from 0 to 1: common words among all words."""
    if flat(left) == flat(right):
        return 1.0
    first, second = topic(left), topic(right)
    both = first & second
    if len(both) < 2 or ("sua" in first) != ("sua" in second):
        return 0.0
    shared = len(both) / len(first | second)
    return max(shared, 0.6 + 0.3 * shared) if both in (first, second) else shared


def value(told: object) -> float | None:
    """Return the number that a value states: `4.401.230`, `62,82`, `22/43` (22), `5 triệu`."""
    if isinstance(told, int | float) and not isinstance(told, bool):
        return float(told)
    found = re.search(r"\d[\d.,/]*", str(told or ""))
    if not found:
        return None
    number = found[0].rstrip(".,/").split("/")[0]
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", number):
        number = number.replace(".", "")
    scale = next((_SCALES[word] for word in words(told) if word in _SCALES), 1.0)
    return float(number.replace(",", ".")) * scale


def same_unit(left: object, right: object) -> bool:
    """Tell whether two units may be one: `đảng viên` and `đảng viên mới`, never % and a count."""
    first, second = _unit(left), _unit(right)
    if not first or not second:
        return first == second
    if ("percent" in first) != ("percent" in second):
        return False
    shared = len(first & second)
    return shared == min(len(first), len(second)) or shared / min(len(first), len(second)) >= 0.6


def _unit(text: object) -> frozenset[str]:
    return frozenset(words(str(text or "").replace("%", " percent "))) - _EMPTY_WORDS


def any_same_alias(left: Iterable[AliasKey], right: Iterable[AliasKey]) -> bool:
    """Tell whether an alias of one side may denote what one of the other side denotes."""
    others = tuple(right)
    return any(same_alias(one, other) for one in left for other in others)
