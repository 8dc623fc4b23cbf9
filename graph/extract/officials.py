"""Office-holders named in a text, with their posts: a person is an official by the post beside.

Forms: `Đồng chí N, P1, P2, chủ trì`; `P1, P2 N nhấn mạnh`; `P - N cho biết`; lists in which a
semicolon parts persons and a comma posts; `các đồng chí P: N1, P1; N2, P2`. Bylines, credits of
photographs and private persons stand beside no post and are left out, as are former posts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from graph.extract.article import Prepared
from graph.extract.body_grammar import grammar_of
from graph.extract.gazetteer import Knowledge
from graph.extract.person_names import NAME_RUN, is_surname, looks_like_name
from graph.extract.phrases import at_word
from graph.extract.posts import Post, find_posts
from graph.extract.spelling import key_of, well_spelt
from graph.extraction import NamedOfficial, Position
from graph.filling import filled_at_once

_TITLES = re.compile(r"^(?:(?:Ông|Bà|Anh|Chị|Cụ|Đ/c|Gs|Ts|Ths|Bs|Ls|Pgs|[A-ZĐ]{2,})\.? )+")
_BETWEEN_POSTS = re.compile(
    r",? ?(?:và |kiêm |đồng thời là |hiện là )?(?:nguyên |cố |quyền |q\. ?)?|"
    r" ?- ?(?:nguyên )?|(?:,? và|,? kiêm|,? đồng thời là|,? giữ chức(?: vụ)?) (?:nguyên |quyền )?"
)
_NAME_THEN_POST = re.compile(
    r"(?: \([^()\n]{1,60}\))?(?:,| -|-|,? là|,? hiện là|,? giữ chức(?: vụ)?) "
    r"?(?:nguyên |cố |quyền |q\. ?|hiện là |đồng chí )?| \((?:nguyên |quyền )?"
)
_RANKS_OF_ARMS = (
    r"(?:đại tướng|thượng tướng|trung tướng|thiếu tướng|chuẩn đô đốc|phó đô đốc|đô đốc|"
    r"đại tá|thượng tá|trung tá|thiếu tá|tiến sĩ|ts\.?|pgs\.?,? ?ts\.?|gs\.?,? ?ts\.?|ths\.?)"
)
_POST_THEN_NAME = re.compile(
    rf" (?:- )?(?:(?:là )?(?:đồng chí|đ/c|ông|bà) )?(?:{_RANKS_OF_ARMS},? )?|"
    rf"(?:,|:| là) (?:các )?(?:đồng chí|đ/c|ông|bà):? (?:{_RANKS_OF_ARMS} )?|: ?| ?- ?"
)
_INTRODUCED = re.compile(
    rf"(?:(?:đồng chí|đ/c|ông|bà|anh|chị|{_RANKS_OF_ARMS}|gs\.?|bs\.?|ls\.?):? |[:;] (?:và )?)$"
)
_PLACES = (
    *("tỉnh", "thành phố", "tp", r"tp\.", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"),
    *("đặc khu", "đường", "phố", "trường", "cầu", "chùa", "làng", "thôn", "bản", "tại", "ở"),
)
_PLACED = re.compile(rf"{at_word(_PLACES)} $")
_NEXT_NAME = re.compile(r",? (?:và )?(?:đồng chí |đ/c |ông |bà )?")
_CREDIT = re.compile(
    r"(?:ảnh|tin|bài|bài viết|video|clip|nguồn|thực hiện|tác giả|đồ họa)"
    r"(?:, (?:ảnh|bài))? ?:? ?$"
)
_GROUP = re.compile(r"các (?:đồng chí|đ/c|ông|bà|vị)?:? ?$")
#: Whose name stands in places, schools and movements, never as an official of today.
_NEVER: Final = frozenset({"hồ chí minh"})
_LOOK_BACK = 24


@filled_at_once
@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person at one place.

    `sure` = it opens with a surname or is introduced (`đồng chí`, `ông`, a rank, a list): only
    then does `N, P` tie the two, since `Tại Kỳ Anh, Bí thư Huyện ủy ...` looks the same.
    """

    start: int
    end: int
    text: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Held:
    name: Name
    post: Post


def find_officials(
    text: Prepared, knowledge: Knowledge, posts: Sequence[Post] | None = None
) -> tuple[NamedOfficial, ...]:
    """Return the officials of a text in order of their first mention; `posts` if read already."""
    posts = find_posts(text, grammar_of(knowledge)) if posts is None else posts
    places = frozenset(knowledge.places)
    names = [name for name in _names(text, posts) if key_of(name.text) not in places]
    held = _held(text, names, posts)
    people: dict[str, list[_Held]] = {}
    for item in held:
        people.setdefault(key_of(item.name.text), []).append(item)
    officials = []
    for key, items in people.items():
        current = [item for item in items if not item.post.former and not item.post.private]
        if not current or key in _NEVER:
            continue
        mentions = [
            name for name in names if key_of(name.text) == key and not _is_credit(text, name)
        ]
        if mentions:  # else only who wrote or took the picture
            officials.append((mentions, _positions(text, current)))
    officials.sort(key=lambda official: official[0][0].start)
    return tuple(
        NamedOfficial(
            f"p{place}",
            mentions[0].text,
            tuple(text.span(name.start, name.end) for name in mentions),
            positions,
        )
        for place, (mentions, positions) in enumerate(officials, 1)
    )


def _names(text: Prepared, posts: Sequence[Post]) -> list[Name]:
    """Return the runs of capitals that may be names, what posts take up of them cut off."""
    names: list[Name] = []
    place = 0
    for run in NAME_RUN.finditer(text.folded.shaped):
        while place < len(posts) and posts[place].end <= run.start():
            place += 1
        start = run.start()
        if place < len(posts) and posts[place].start <= start:
            start = posts[place].end + 1
        name = _name(text, start, run.end())
        if name is not None:
            names.append(name)
    return names


def _name(text: Prepared, start: int, end: int) -> Name | None:
    said = text.folded.shaped[start:end]
    titles = _TITLES.match(said)
    if titles:
        start += titles.end()
        said = said[titles.end() :]
    if said != said.strip() or not looks_like_name(said):
        return None
    back = text.folded.folded[max(0, start - _LOOK_BACK) : start]
    introduced = _INTRODUCED.search(back) is not None or titles is not None
    known = is_surname(said.split(" ")[0]) and not _PLACED.search(back)
    return Name(start, end, well_spelt(text.folded, start, end), introduced or known)


def _held(text: Prepared, names: list[Name], posts: Sequence[Post]) -> list[_Held]:
    """Tie posts to the names beside them."""
    starts = {name.start: place for place, name in enumerate(names)}
    ends = {name.end: name for name in names}
    held: list[_Held] = []
    held_after: set[int] = set()
    for chain in _chains(text, posts):
        before = _name_before(text, chain[0], ends)
        after = _names_after(text, chain[-1], names, starts)
        taken = before is not None and before.start in held_after
        held_after |= {name.start for name in after}
        held += _chain_held(text, chain, before, after, taken)
    return held + _group_held(text, posts, names, starts)


def _chain_held(
    text: Prepared, chain: Sequence[Post], before: Name | None, after: list[Name], taken: bool
) -> list[_Held]:
    """Share a chain of posts between the names on both sides of it.

    In `P1 N1, P2 N2` the second post is N2's; in `P1 N1, P2, P3` all are N1's. `taken` = the name
    before already has a post in front of it.
    """
    if before is None or (taken and after and _new_person(text, chain[-1], after[0])):
        return [_Held(name, post) for name in after for post in chain]
    if not after or not _new_person(text, chain[-1], after[0]):
        return [_Held(before, post) for post in chain]
    kept = [_Held(before, post) for post in chain[:-1]]
    return kept + [_Held(name, chain[-1]) for name in after]


def _new_person(text: Prepared, post: Post, name: Name) -> bool:
    """Tell whether `P N` right after `N, P,` names somebody new: nothing between P and N."""
    return text.folded.folded[post.end : name.start] in (" ", " - ")


def _chains(text: Prepared, posts: Sequence[Post]) -> list[list[Post]]:
    """Group posts parted by commas or `và` only."""
    if not posts:
        return []
    chains = [[posts[0]]]
    for before, post in pairwise(posts):
        between = text.folded.folded[before.end : post.start]
        if _BETWEEN_POSTS.fullmatch(between) and between:
            chains[-1].append(post)
        else:
            chains.append([post])
    return chains


def _name_before(text: Prepared, post: Post, ends: dict[int, Name]) -> Name | None:
    """Return the name that stands right before a post: `N, P`, `N - P`, `N (P`."""
    lower = text.folded.folded
    for end in range(post.start - 1, max(-1, post.start - 80), -1):
        name = ends.get(end)
        if name is not None:
            between = lower[end : post.start]
            return name if name.sure and _NAME_THEN_POST.fullmatch(between) else None
        if lower[end] in ";\n":
            return None
    return None


def _names_after(
    text: Prepared, post: Post, names: list[Name], starts: dict[int, int]
) -> list[Name]:
    """Return the name right after a post, with those that follow it where the post is shared."""
    found = _POST_THEN_NAME.match(text.folded.folded, post.end)
    place = starts.get(found.end()) if found else None
    if place is None:
        return []
    back = text.folded.folded[max(0, post.start - _LOOK_BACK) : post.start]
    after = [names[place]]
    while _GROUP.search(back) and place + 1 < len(names):
        between = text.folded.folded[names[place].end : names[place + 1].start]
        if not _NEXT_NAME.fullmatch(between):
            break
        place += 1
        after.append(names[place])
    return after


def _group_held(
    text: Prepared, posts: Sequence[Post], names: list[Name], starts: dict[int, int]
) -> list[_Held]:
    """Give a post told of a whole list to each in it: `các đồng chí P: N1, P1; N2, P2`."""
    held: list[_Held] = []
    for post in posts:
        back = text.folded.folded[max(0, post.start - _LOOK_BACK) : post.start]
        if text.folded.folded[post.end : post.end + 1] != ":" or not _GROUP.search(back):
            continue
        stop = text.sentence(post.start).end
        opened = re.compile(r"(?:;|,? và) (?:đồng chí )?")
        for part in opened.finditer(text.folded.folded, post.end, stop):
            if _GROUP.search(text.folded.folded[part.end() : part.end() + 12]):
                break
            place = starts.get(part.end())
            if place is not None:
                held.append(_Held(names[place], post))
    return held


def _is_credit(text: Prepared, name: Name) -> bool:
    back = text.folded.folded[max(0, name.start - _LOOK_BACK) : name.start]
    return _CREDIT.search(back) is not None


def _positions(text: Prepared, held: list[_Held]) -> tuple[Position, ...]:
    """Merge the spellings of one position; the fullest one is kept."""
    fullest: dict[tuple[str, str | None], Post] = {}
    for item in held:
        key = (item.post.rank, key_of(item.post.body) if item.post.body else None)
        known = fullest.get(key)
        if known is None or item.post.end - item.post.start > known.end - known.start:
            fullest[key] = item.post
    with_body = {rank for rank, body in fullest if body}
    return tuple(
        Position(
            text.article.text[post.start : post.end],
            post.body,
            text.dateline.day,
            post.start,
            post.end,
        )
        for (rank, body), post in fullest.items()
        if body or rank not in with_body
    )
