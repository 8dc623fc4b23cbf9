"""The tree of a page as values of our own: blocks may be taken away, and sizes are known at once.

Everything here takes time in proportion to the page, however deep or wide its maker built it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

#: Nodes of the largest page that is read.
MOST_NODES = 400_000
#: Characters up to which the words of a block are kept beside it.
SHORT = 80

_LONG_LINK = 25
_SPACES = re.compile(r"\s+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(slots=True, eq=False)
class Node:
    """An element, or a piece of text (`tag` is empty then).

    `words` counts the characters of text inside, `linked` those of them in links, `links` the
    links that are as long as a title; `said` is its text where that is short.
    """

    tag: str
    text: str = ""
    names: str = ""
    role: str = ""
    hidden: bool = False
    parent: Node | None = field(default=None, repr=False)
    children: list[Node] = field(default_factory=list, repr=False)
    gone: bool = False
    words: int = 0
    linked: int = 0
    links: int = 0
    said: str | None = None
    after: Node | None = field(default=None, repr=False)

    def inside(self) -> Iterator[Node]:
        """Yield what stands directly inside and was not taken away."""
        return (child for child in self.children if not child.gone)

    def all(self) -> Iterator[Node]:
        """Yield this and everything inside, in the order of the page."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if not node.gone:
                yield node
                waiting.extend(reversed(node.children))

    def take_away(self) -> None:
        """Take this away with all that is inside."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if not node.gone:
                node.gone = True
                waiting.extend(node.children)


def tree_of(top: LexborNode) -> Node | None:
    """Return the tree of a page; None when it has too many nodes."""
    root = _node(top)
    waiting = [(top, root)]
    number = 0
    while waiting:
        shown, node = waiting.pop()
        for child in shown.iter(include_text=True):
            number += 1
            if number > MOST_NODES:
                return None
            inner = _node(child)
            inner.parent = node
            if node.children:
                node.children[-1].after = inner
            node.children.append(inner)
            if inner.tag:
                waiting.append((child, inner))
    measure(root)
    return root


def measure(root: Node) -> None:
    """Count anew what every block holds."""
    order = list(root.all())
    for node in reversed(order):
        _measure(node)


def _measure(node: Node) -> None:
    if not node.tag:
        text = _SPACES.sub(" ", node.text)
        node.words = len(text.strip())
        node.said = text if len(text) <= SHORT else None
        return
    node.words = node.linked = node.links = 0
    said: list[str] | None = []
    for child in node.inside():
        node.words += child.words
        node.linked += child.linked
        node.links += child.links
        if said is not None and child.said is not None and node.words <= SHORT:
            said.append(child.said)
        else:
            said = None
    node.said = _SPACES.sub(" ", " ".join(said)) if said is not None else None
    if node.tag == "a":
        node.linked, node.links = node.words, int(node.words > _LONG_LINK)


def _node(shown: LexborNode) -> Node:
    tag = shown.tag or ""
    if tag == "-text":
        return Node("", shown.text_content or "")
    if tag.startswith(("-", "!", "#")):
        return Node("-")
    told = shown.attributes
    return Node(
        tag,
        names=f"{told.get('class') or ''} {told.get('id') or ''}",
        role=(told.get("role") or "").lower(),
        hidden="hidden" in told
        or told.get("aria-hidden") == "true"
        or bool(_HIDING.search(told.get("style") or "")),
    )
