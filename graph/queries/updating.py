"""Which graphs an update can touch, and an update with the dataset that its request names.

Found on the tokens. What cannot be told from them (a graph named by a variable, ALL, NAMED, a
relative IRI) is left to running the update: then `graphs` is None, never a guess.

SPARQL 1.1 Update, section 3; SPARQL 1.1 Protocol, section 2.2.3 (using-graph-uri).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.errors import QueryError, Text
from graph.queries.guard import Token, beyond, check_updating, tokens

DEFAULT = ""
_INTO = ["INTO", "GRAPH", "iri"]
_LOADS = (["SILENT", "iri", *_INTO], ["SILENT", "iri"], ["iri", *_INTO], ["iri"])
_LONGEST_LOAD = 5  # tokens after the word itself
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_TWO = {"ADD", "MOVE", "COPY"}
_ONE = {"CLEAR", "DROP", "CREATE"}


@dataclass(frozen=True, slots=True)
class Update:
    """An update with what is known of it before it is run.

    Parameters
    ----------
    text : the update, without LOAD.
    graphs : the graphs it can touch, `DEFAULT` for the default graph, sorted; None when only
        running it tells.
    refused : why it is not carried out although it may be well-formed: it had a LOAD.
    """

    text: str
    graphs: tuple[str, ...] | None
    refused: QueryError | None = None


def prepared(text: str, default: Sequence[str] = (), named: Sequence[str] = ()) -> Update:
    """Return an update ready to be run, in the dataset that its request names, if any.

    LOAD SILENT does nothing: it fails, and says nothing of it.

    Parameters
    ----------
    text : the update.
    default, named : graphs of `using-graph-uri` and `using-named-graph-uri`.

    Raises
    ------
    QueryError
        when it reaches beyond the store, passes a cap, or names a dataset as the request does.
    """
    first = tokens(text)
    text = _without_loads(text, first)
    found = tokens(text)
    check_updating(found)
    if default or named:
        text = _using(text, found, default, named)
    return Update(text, _touched(found), _load_told(first))


def _without_loads(text: str, found: Sequence[Token]) -> str:
    """Return an update that does nothing in place of each well-formed LOAD."""
    pieces, end = [], 0
    for place, token in enumerate(found):
        if token.keyword == "LOAD":
            last = _end_of_load(found, place)
            if last is None:
                raise _no_load(token)
            pieces += [text[end : token.start], "INSERT DATA {}"]
            end = last.start + len(last.text)
    return "".join([*pieces, text[end:]])


def _no_load(token: Token) -> QueryError:
    return QueryError(
        Text(
            f"truy vấn sai cú pháp ở dòng {token.line}: LOAD",
            f"the query cannot be parsed at line {token.line}: LOAD",
        ),
        remedy=Text(
            "LOAD [SILENT] <iri> [INTO GRAPH <iri>]", "LOAD [SILENT] <iri> [INTO GRAPH <iri>]"
        ),
    )


def _load_told(found: Sequence[Token]) -> QueryError | None:
    """Return the refusal of the first LOAD that is not silent."""
    for place, token in enumerate(found):
        silent = [after.keyword for after in found[place + 1 : place + 2]] == ["SILENT"]
        if token.keyword == "LOAD" and not silent:
            return beyond("LOAD", token.line)
    return None


def _end_of_load(found: Sequence[Token], place: int) -> Token | None:
    """Return the last token of `LOAD [SILENT] iri [INTO GRAPH iri]`, None where it is not that."""
    after = found[place + 1 : place + 1 + _LONGEST_LOAD]
    words = [token.keyword or token.kind for token in after]
    kinds = ["iri" if word == "name" else word for word in words]
    for shape in _LOADS:
        if kinds[: len(shape)] == shape:
            return after[len(shape) - 1]
    return None


@dataclass(slots=True)
class _Walk:
    """The tokens of an update with a place in them, and what was found so far."""

    tokens: Sequence[Token]
    place: int = 0
    prefixes: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    open: bool = False

    def here(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self) -> Token | None:
        token = self.here()
        self.place += 1
        return token

    def skip(self, keyword: str) -> bool:
        token = self.here()
        if token is None or token.keyword != keyword:
            return False
        self.place += 1
        return True

    def touch(self, graph: str | None) -> None:
        if graph is None:
            self.open = True
        else:
            self.touched.add(graph)


def _touched(found: Sequence[Token]) -> tuple[str, ...] | None:
    walk = _Walk(found)
    default: str | None = DEFAULT
    while (token := walk.take()) is not None:
        word = token.keyword
        if word == "PREFIX":
            _prefix(walk)
        elif word == "WITH":
            default = _graph(walk)
        elif word in _ONE | _TWO:
            _whole(walk, word)
        elif word in {"INSERT", "DELETE"}:
            _templates(walk, default)
        elif word == "WHERE":
            _pass(walk)
            default = DEFAULT
    return None if walk.open else tuple(sorted(walk.touched))


def _using(text: str, found: Sequence[Token], default: Sequence[str], named: Sequence[str]) -> str:
    """Return an update whose patterns are matched in the dataset that its request names."""
    for token in found:
        if token.keyword in {"USING", "WITH"}:
            raise _conflict(token)
    clauses = [f"USING <{_checked(graph)}>" for graph in default]
    clauses += [f"USING NAMED <{_checked(graph)}>" for graph in named]
    pieces, end = [], 0
    for start, stop, put in _edits(text, found, " ".join(clauses)):
        pieces += [text[end:start], put]
        end = stop
    return "".join([*pieces, text[end:]])


def _edits(text: str, found: Sequence[Token], clause: str) -> Iterator[tuple[int, int, str]]:
    """Yield what to put in place of which stretch of the text, in order."""
    depth, before = 0, ""
    for place, token in enumerate(found):
        if depth == 0 and token.keyword == "WHERE" and before == "DELETE":
            block = _block(text, found, place + 1)
            yield token.start, token.start + len(token.text), f"{block} {clause} WHERE"
        elif depth == 0 and token.keyword == "WHERE" and before == "}":
            yield token.start, token.start, f"{clause} "
        if token.kind == "operator":
            depth += (token.text == "{") - (token.text == "}")
        if depth == 0:
            before = token.keyword or token.text


def _block(text: str, found: Sequence[Token], place: int) -> str:
    """Return the block in braces that begins at a place among the tokens."""
    walk = _Walk(found, place)
    first = walk.here()
    _pass(walk)
    last = found[min(walk.place, len(found)) - 1]
    return text[first.start : last.start + len(last.text)] if first else ""


def _whole(walk: _Walk, word: str) -> None:
    """Take the graphs of CLEAR, DROP, CREATE, ADD, MOVE or COPY."""
    walk.skip("SILENT")
    first = _reference(walk)
    if word in _ONE:
        walk.touch(first)
        return
    if word == "MOVE":
        walk.touch(first)
    if walk.skip("TO"):
        walk.touch(_reference(walk))
    else:
        walk.open = True


def _reference(walk: _Walk) -> str | None:
    if walk.skip("DEFAULT"):
        return DEFAULT
    walk.skip("GRAPH")
    return _graph(walk)


def _templates(walk: _Walk, default: str | None) -> None:
    """Take the graphs of the quads after INSERT or DELETE, with DATA or WHERE between or not."""
    if not walk.skip("DATA"):
        walk.skip("WHERE")
    token = walk.take()
    if token is None or token.text != "{":
        walk.open = True
        return
    while (token := walk.take()) is not None and token.text != "}":
        if token.keyword == "GRAPH":
            graph = _graph(walk)
            if _pass(walk):
                walk.touch(graph)
        elif token.text != ".":
            walk.touch(default)


def _pass(walk: _Walk) -> bool:
    """Step over a block in braces; tell whether anything stands in it."""
    depth, start = 0, walk.place
    while (token := walk.take()) is not None:
        if token.kind == "operator":
            depth += (token.text == "{") - (token.text == "}")
        if depth <= 0:
            break
    return walk.place - start > len("{}")


def _prefix(walk: _Walk) -> None:
    name, iri = walk.take(), walk.take()
    if name is not None and iri is not None:
        walk.prefixes[name.text] = iri.text[1:-1]


def _graph(walk: _Walk) -> str | None:
    """Take the name of a graph; None when the tokens do not tell it for certain."""
    token = walk.take()
    if token is None:
        return None
    if token.kind == "iri":
        return _absolute(token.text[1:-1])
    if token.kind == "name":
        prefix, colon, local = token.text.partition(":")
        space = walk.prefixes.get(prefix + colon)
        return None if space is None or "\\" in local else _absolute(space + local)
    return None


def _absolute(iri: str) -> str | None:
    return iri if _IRI.fullmatch(iri) else None


def _checked(graph: str) -> str:
    if _absolute(graph) is None:
        raise QueryError(
            Text(f"“{graph}” không phải IRI đầy đủ", f"“{graph}” is no full IRI"),
            place="using-graph-uri",
            remedy=Text("viết IRI đầy đủ, như https://...", "write a full IRI such as https://..."),
        )
    return graph


def _conflict(token: Token) -> QueryError:
    return QueryError(
        Text(
            f"đã nêu using-graph-uri thì câu cập nhật không được có {token.keyword}",
            f"with using-graph-uri the update may not have {token.keyword}",
        ),
        place=f"dòng/line {token.line}",
        remedy=Text("bỏ một trong hai", "leave one of them out"),
    )
