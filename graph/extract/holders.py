"""Who holds a post of a commune, where the name behind it may be a person's or the commune's.

`Chủ tịch UBND xã Lê Văn Tám` names a person or a commune called after one: the form does not tell.
What the text says elsewhere does: who is a person, which one commune it is about; where nothing
does, neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from graph.extract.body_grammar import FoundBody
from graph.extract.person_names import RUN, names_person
from graph.extract.text import Folded

_COMMUNES = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
#: Persons of history whose names communes and wards bear.
_NAMESAKES = frozenset(
    (
        *("Trần Hưng Đạo", "Lê Hồng Phong", "Nguyễn Trãi", "Lý Thường Kiệt", "Phan Bội Châu"),
        *("Phan Chu Trinh", "Phan Châu Trinh", "Phạm Ngũ Lão", "Hoàng Văn Thụ", "Nguyễn Văn Cừ"),
        *("Nguyễn Thái Bình", "Nguyễn Thái Học", "Nguyễn Cư Trinh", "Phan Đình Phùng"),
        *("Trần Quang Khải", "Trần Quang Diệu", "Lê Đại Hành", "Lê Thánh Tông", "Hồ Tùng Mậu"),
        *("Nguyễn An Ninh", "Nguyễn Việt Khái", "Tạ An Khương", "Lý Văn Lâm", "Lê Văn Thịnh"),
        *("Trần Nguyên Hãn", "Nguyễn Văn Trỗi", "Nguyễn Viết Xuân", "Phan Văn Trị", "Võ Thị Sáu"),
        *(
            "Nguyễn Văn Linh",
            "Trương Quang Trọng",
            "Phạm Văn Cội",
            "Lê Minh Xuân",
            "Đinh Công Tráng",
            "Bùi Thị Xuân",
            "Phan Đình Giót",
            "Trần Tế Xương",
            "Hồ Xuân Hương",
            "Đinh Tiên Hoàng",
            "Tôn Đức Thắng",
            "Nguyễn Tri Phương",
            "Phan Thanh Giản",
            "Nguyễn Thị Minh Khai",
            "Lương Khánh Thiện",
            "Trần Quốc Toản",
            "Nguyễn Du",
            "Ngô Quyền",
        ),
    )
)
_POST = re.compile(r"(?<!\w)(?:chủ tịch|bí thư|trưởng|chủ nhiệm|ủy viên|thường trực)\)? $")
_POSTS = 30  # characters before a body in which its post ends
_TOLD = re.compile(
    r"(?<!\w)(?:(?P<person>ông|bà|anh|chị|đồng chí|đ/c)|(?:xã|phường|thị trấn|đặc khu)) "
)
#: A post whose body goes on up to the commune: `Chủ tịch Hội Nông dân xã`.
_HELD = re.compile(
    r"(?<!\w)(?:chủ tịch|bí thư|trưởng|chủ nhiệm|ủy viên|thường trực|giám đốc)[^.,;:\n]{0,40}$"
)
_BACK = 56  # characters before a commune in which such a post stands


def is_person(text: Folded, body: FoundBody) -> bool | None:
    """Tell whether the name behind a commune's body with a post is a person's; None if unsure.

    Call it for a body that `may_be_held` only.
    """
    name = body.place.name if body.place else None
    persons, communes = _told(text.folded, text.shaped)
    if name in communes:
        return False
    return True if name in persons or len(communes) == 1 else None


def may_be_held(text: Folded, body: FoundBody) -> bool:
    """Tell whether the name of a commune may be that of who holds a post in its body."""
    place = body.place
    if place is None or not place.name or place.area not in _COMMUNES or place.known:
        return False
    follows = text.shaped[body.end + 1 : body.end + 2]
    return not (follows.isupper() or not names_person(place.name) or place.name in _NAMESAKES)


def unnamed(body: FoundBody) -> FoundBody:
    """Return a commune's body without the name behind it."""
    place = body.place
    if place is None or not place.name:
        return body
    at = body.end - len(place.name) - 1
    return replace(body, end=at, place=replace(place, end=at, name=None))


def without_holders(text: Folded, bodies: Iterable[FoundBody]) -> tuple[FoundBody, ...]:
    """Return the bodies of a text, those of communes without the names of who holds their posts."""
    return tuple(
        unnamed(body)
        if may_be_held(text, body)
        and _POST.search(text.folded[max(0, body.start - _POSTS) : body.start])
        and is_person(text, body) is not False
        else body
        for body in bodies
    )


@lru_cache(maxsize=2)
def _told(folded: str, shaped: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that a text tells to be persons' and those that it tells to be communes'."""
    persons: set[str] = set()
    communes: set[str] = set()
    for found in _TOLD.finditer(folded):
        run = RUN.match(shaped, found.end())
        if run and found["person"]:
            persons.add(run[0])
        elif run and (
            run[0] in _NAMESAKES
            or not _HELD.search(folded[max(0, found.start() - _BACK) : found.start()])
        ):
            communes.add(run[0])
    return frozenset(persons), frozenset(communes)
