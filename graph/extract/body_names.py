"""Names of bodies in one spelling: abbreviations in full, capitals as in running text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extract.spelling import key_of
from ontology import lexicon

_LONG_FORMS = (
    (re.compile(r"^(?:btv|thường vụ)\b", re.IGNORECASE), "Ban Thường vụ"),
    (re.compile(r"^bch\b", re.IGNORECASE), "Ban Chấp hành"),
    (re.compile(r"^ubkt\b", re.IGNORECASE), "Ủy ban Kiểm tra"),
    (re.compile(r"^ủy ban nhân dân\b", re.IGNORECASE), "UBND"),
    (re.compile(r"^hội đồng nhân dân\b", re.IGNORECASE), "HĐND"),
    (re.compile(r"\b(?:TW|T\.Ư|TƯ)\b"), "Trung ương"),
    (re.compile(r"\bthành ủy tp\b", re.IGNORECASE), "Thành ủy"),
    (re.compile(r"\bĐàng bộ\b"), "Đảng bộ"),
    (re.compile(r"^toàn (?=đảng bộ)", re.IGNORECASE), ""),
    (re.compile(r"\b(?:tp)$", re.IGNORECASE), "thành phố"),
)
#: Words of names that bear a capital inside a name: `Ban Thường vụ Tỉnh ủy`.
_CAPITALS = re.compile(
    r"(?<!\w)(?:thường vụ|chấp hành|bí thư|tổ chức|tuyên giáo|dân vận|nội chính|kinh tế|kiểm tra|"
    r"chính trị|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng|trung ương|quân ủy)(?!\w)"
)


_SHORT = re.compile(r"(?<!\w)(?:ubnd|hđnd|mttq|đbqh|btv|bch|ubkt)(?!\w)")


@lru_cache(maxsize=4096)
def spelt(printed: str) -> str:
    """Return a printed name with abbreviations in full and a capital at its head."""
    name = " ".join(printed.split())
    if name.isupper() and " " in name:
        name = _known().get(key_of(name)) or _CAPITALS.sub(
            lambda found: found[0].capitalize(), name.lower()
        )
        name = _SHORT.sub(lambda found: found[0].upper(), name)
    for pattern, long in _LONG_FORMS:
        name = pattern.sub(long, name)
    return name[:1].upper() + name[1:]


@cache
def _known() -> dict[str, str]:
    """Return the names of national bodies as they are written, and of departments like them."""
    names = [row.vi for row in lexicon.ISSUER_CODES if "{" not in row.vi]
    names += [name.replace("Bộ ", "Sở ", 1) for name in names if name.startswith("Bộ ")]
    return {key_of(name): name for name in names}
