"""A page saved from a site: its main content alone.

Menus, sidebars, lists of related news, comments and footers name documents that the article does
not speak of, so what is not surely content is left out. What is structure (`nav`, `aside`, `form`),
what is named so by its maker (class or id), what is hidden, and blocks that are little but links
under a heading like `Tin liên quan` go first; of the rest, the smallest block that holds nearly all
of the running text is the content. Links inside sentences stay: a law portal links each citation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from graph.errors import InputError, Text
from graph.read.formats.legacy import converted
from graph.read.formats.page_tree import Node, measure, tree_of
from graph.read.formats.plain import decoded
from graph.read.formats.problems import damaged, empty
from graph.read.formats.taken import Taken
from graph.read.levels import listing

KIND = Text("HTML", "HTML file")
_DROPPED = {
    *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas"),
    *("nav", "aside", "form", "button", "select", "textarea", "dialog", "footer", "menu"),
    *("figcaption", "head", "-"),
}
_CHOICES = {  # what is no writing on the page, or leads elsewhere
    *("a", "nav", "menu", "form", "select", "button", "label", "textarea", "-"),
    *("script", "style", "noscript", "template", "head"),
}
_ROLES = {
    *("navigation", "complementary", "search", "banner", "contentinfo", "dialog", "menu"),
}
# Names that makers of sites give to what is no content, as whole words of a class or id.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relate|lien-?quan|tin-?lien-?quan|tinlienquan|bai-?lien-?quan|"
    r"relatednews|related-?(?:news|posts?|articles?|content)|read-?more|readmore|xem-?them|doc-?them|"
    r"see-?also|recommend(?:ed|ation|s)?|suggest(?:ed|ion|ions)?|"
    r"side-?bar|sidebar[\w-]*|right-?col(?:umn)?|col-?right|left-?col(?:umn)?|widget[\w-]*|"
    r"menu[\w-]*|main-?menu|nav|navbar[\w-]*|navigation|breadcrumbs?|topbar|top-?nav|"
    r"comments?|comment-?(?:list|box|area|form|wrapper)|binh-?luan|y-?kien|fb-comments|"
    r"footer|foot|site-?footer|header-?top|site-?header|banner[\w-]*|ads?|adv|advert[\w-]*|quang-?cao|"
    r"social|share|sharing|share-?box|tags?|tag-?list|keywords?|tu-?khoa|popular|most-?(?:read|view(?:ed)?)|"
    r"xem-?nhieu|doc-?nhieu|tin-?moi|tinmoi|tin-?khac|tinkhac|tin-?noi-?bat|other-?news|othernews|"
    r"other-?(?:posts?|articles?)|latest(?:-?news)?|hot-?news|newest|news-?list|list-?news|"
    r"pagination|pager|popup|modal|login|newsletter|subscribe|cookie[\w-]*|copyright|hotline|"
    r"van-?ban-?(?:lien-?quan|moi|khac)|cung-?chuyen-?muc|same-?category|box-?tin|the-?loai)"
    r"(?:$|[\s_-])"
)
_HEADING = re.compile(
    r"(?:các )?(?:tin|bài|bài viết|văn bản|nội dung|chủ đề|tin bài|tin tức)(?: \w+)? ?"
    r"(?:liên quan|khác|mới(?: nhất)?|cùng (?:chuyên mục|chủ đề|lĩnh vực)|nổi bật|đọc nhiều|"
    r"xem nhiều|cũ hơn|mới hơn|được quan tâm|đã đưa)(?: .{0,20})?|"
    r"(?:xem|đọc) (?:thêm|nhiều|tiếp)|có thể bạn quan tâm|cùng chuyên mục|đọc nhiều nhất|"
    r"mới nhất|tin mới|tin nổi bật|bình luận(?: \(\d+\))?|ý kiến (?:bạn đọc|của bạn)|"
    r"gửi (?:bình luận|ý kiến)|từ khóa|tags?|chia sẻ|quảng cáo|tin nóng|được quan tâm"
)
_BLOCKS = {
    *(
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
    ),
    *("dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p"),
    *("pre", "section", "summary", "table", "tbody", "thead", "tr", "ul", "tfoot"),
}
_CELLS = {"td", "th"}
_CELL, _FRAME = "\x1f", 2
_OUTER = {"html", "body", "article", "main"}
_SINGLE = {"p", "tr", "li", "pre", "h1", "h2", "h3"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_REMARKS = re.compile(r"comment|binh-?luan|y-?kien|footer")
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|br|hr|img|input|meta|link|td|th|tr|option|dt|dd)\b)[a-zA-Z]"
)
_DEEPEST = 3000
_LINKED, _NEARLY = 0.55, 0.86
_ALL_LINKED, _SEVERAL = 0.8, 2
_LONGEST_HEADING, _OPENING = 300, 400
_HEADED = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "a", "li", "dt"}
_HEADED |= {"label", "em", "i", "u", "font"}
_LISTS = {"ul", "ol", "div", "section", "table", "dl"}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def html_text(content: bytes, place: str) -> Taken:
    """Return the main content of a page.

    Raises
    ------
    InputError : it is no text, or nothing in it is content.
    """
    shown = _letters(content, place)
    if _depth(shown) > _DEEPEST:
        raise damaged(place, KIND, f"> {_DEEPEST}")
    tree = LexborHTMLParser(shown)
    told = _Told(tree)
    body = tree_of(tree.body) if tree.body is not None else Node("body")
    if body is None:
        raise _too_big(place)
    short = list(_short(body))
    _without_furniture(body)
    measure(body)
    main = _content(body)
    text = "\n".join(_lines(main))
    if told.heading and told.heading not in text[: len(told.heading) + _OPENING]:
        text = f"{told.heading}\n{text}"
    if not text.strip():
        raise empty(place)
    old = converted(text)
    kept = set(main.all())
    beside = dict.fromkeys(said for node, said in short if node not in kept)
    return Taken(
        old[0] if old else text,
        tuple(beside),
        title=told.heading,
        published=told.published,
        publisher=told.publisher,
        url=told.url,
    )


def _short(body: Node) -> Iterator[tuple[Node, str]]:
    """Yield what stands by itself and is short, as a mark of secrecy does: no link, no choice."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.tag in _CHOICES or node.role in _ROLES or _lists_levels(node):
            continue
        if node.said and node.linked < node.words:
            yield node, node.said
        waiting.extend(node.children)


def _lists_levels(node: Node) -> bool:
    """Tell whether a list is of the levels of secrecy that may be chosen from."""
    if node.tag not in ("ul", "ol", "dl"):
        return False
    items = [(child.said or "…") for child in node.children if child.words]
    return bool(items) and len(listing(items)) == len(items)


def _depth(page: str) -> int:
    """Return how deep elements are set into each other; a parser takes its square in time."""
    depth = deepest = 0
    for tag in _NESTING.finditer(page):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _letters(content: bytes, place: str) -> str:
    """Return the page as text: in the encoding that it names, else as plain text is read."""
    named = _CHARSET.search(content[:4096])
    if named and named[1].lower() in (b"windows-1258", b"cp1258"):
        return content.decode("cp1258", "replace")
    return decoded(content, place)


class _Told:
    """What the head of a page says of it as data."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        heading = tree.css_first("h1")
        said = _SPACES.sub(" ", heading.text(deep=True)).strip() if heading else ""
        self.heading = said if 0 < len(said) < _LONGEST_HEADING else self._meta("og:title")
        day = _DAY.search(self._meta("article:published_time", "pubdate", "datePublished") or "")
        self.published = day[0] if day else self._dated()
        self.publisher = self._meta("og:site_name")
        address = self._meta("og:url") or self._canonical() or ""
        self.url = address if re.fullmatch(r"https?://[^\s<>\"]{3,900}", address) else None

    def _meta(self, *names: str) -> str | None:
        for node in self._tree.css("meta"):
            named = {node.attributes.get(key) for key in ("property", "name", "itemprop")}
            content = (node.attributes.get("content") or "").strip()
            if content and named & set(names):
                return _SPACES.sub(" ", content)[:400]
        return None

    def _canonical(self) -> str | None:
        node = self._tree.css_first("link[rel=canonical]")
        return node.attributes.get("href") if node else None

    def _dated(self) -> str | None:
        """Return the day of publication that data for search engines tells."""
        for node in self._tree.css('script[type="application/ld+json"]')[:10]:
            try:
                told: Any = json.loads(node.text(deep=True)[:100_000])
            except (ValueError, RecursionError):
                continue
            for one in told if isinstance(told, list) else [told]:
                day = _DAY.match(str(one.get("datePublished"))) if isinstance(one, dict) else None
                if day:
                    return day[0]
        return None


def _without_furniture(body: Node) -> None:
    """Take away what is named, hidden or built as something else than content."""
    for node in body.all():
        if node.tag in _DROPPED or node.role in _ROLES or node.hidden:
            node.take_away()
    measure(body)
    for node in body.all():
        named = node.tag not in _OUTER and _is_furniture(node.names)
        if named and not _holds_most(node, body):
            node.take_away()
    measure(body)
    for node in body.all():
        if node.tag in _HEADED and _is_heading(node):
            _without_list_under(node)
    measure(body)
    for node in body.all():
        if node.tag in _LISTS and _is_list_of_links(node):
            node.take_away()


@lru_cache(maxsize=4096)
def _is_furniture(names: str) -> bool:
    spelt = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower().replace("_", "-")
    return _FURNITURE.search(spelt) is not None


def _holds_most(node: Node, body: Node) -> bool:
    """Tell whether most of a page stands in a block: then its name tells of the layout only."""
    unlinked = node.words - node.linked
    return unlinked > (body.words - body.linked) / 2 and not _REMARKS.search(node.names.lower())


def _is_heading(node: Node) -> bool:
    return node.said is not None and _HEADING.fullmatch(_bare(node.said)) is not None


def _bare(said: str) -> str:
    return said.strip(" :.»>-–|*").lower()


def _without_list_under(node: Node) -> None:
    """Take away a heading like `Tin liên quan` with the list that stands under it."""
    block = node
    while (
        block.parent is not None
        and block.parent.tag not in _OUTER
        and block.parent.said is not None
        and _bare(block.parent.said) == _bare(node.said or "")
    ):
        block = block.parent
    following = block.after
    while following is not None and (
        not following.words or (following.tag and following.linked > _LINKED * following.words)
    ):
        following.take_away()
        following = following.after
    block.take_away()


def _is_list_of_links(node: Node) -> bool:
    """Tell whether a block is a list of titles that link elsewhere."""
    return node.links >= _SEVERAL and node.linked > _ALL_LINKED * max(node.words, 1)


def _content(body: Node) -> Node:
    """Return the smallest block that holds nearly all of the running text."""
    chosen = body
    for tag in ("article", "main"):
        found = [node for node in body.all() if node.tag == tag]
        if len(found) == 1 and _running(found[0]) > _running(body) / 2:
            chosen = found[0]
            break
    whole = _running(chosen)
    while True:
        children = [child for child in chosen.inside() if child.tag in _BLOCKS | _CELLS]
        best = max(children, key=_running, default=None)
        if best is None or _running(best) < _NEARLY * whole or best.tag in _SINGLE:
            return chosen
        chosen = best


def _running(node: Node) -> int:
    """Return how many characters of text a block holds, those inside links counted half."""
    return node.words - node.linked // 2


def _lines(node: Node) -> Iterator[str]:
    """Yield the lines of a block: one for a paragraph, one for a row of a table."""
    said: list[str] = []
    for mark in (*_marks(node), "\n"):
        if mark != "\n":
            said.append(mark)
            continue
        cells = [_SPACES.sub(" ", cell).strip() for cell in "".join(said).split(_CELL)]
        if line := "\t".join(cell for cell in cells if cell):
            yield line
        said = []


def _marks(top: Node) -> Iterator[str]:
    """Yield the text of a block, line ends around blocks, a mark between the cells of a row.

    The tree may be as deep as its maker likes: it is walked without recursion.
    """
    waiting: list[tuple[Node, bool] | str] = [(top, False)]
    while waiting:
        step = waiting.pop()
        if isinstance(step, str):
            yield step
            continue
        node, in_row = step
        if not node.tag:
            yield node.text.replace("\n", " ")
            continue
        full = node.tag == "tr" and _is_full(node)
        around = _around(node, in_row=in_row)
        yield around
        waiting.append(around)
        inside = in_row and node.tag not in ("table", "tr")
        waiting.extend((child, inside or full) for child in reversed(list(node.inside())))


def _around(node: Node, *, in_row: bool) -> str:
    """Return what parts an element from its neighbours."""
    if node.tag in _CELLS:
        return _CELL if in_row else "\n"
    if node.tag in _BLOCKS or node.tag == "br":
        return " " if in_row and node.tag not in ("table", "tr") else "\n"
    return ""


def _is_full(row: Node) -> bool:
    """Tell whether a row is one of a table of data: others only set two things side by side."""
    return sum(bool(cell.words) for cell in row.inside() if cell.tag in _CELLS) > _FRAME


def _too_big(place: str) -> InputError:
    return InputError(
        Text("trang HTML quá lớn", "the HTML page is too large"),
        place=place,
        remedy=Text("lưu riêng phần nội dung", "save its content alone"),
    )
