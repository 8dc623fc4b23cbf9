"""What a query or an update may not do, decided on its tokens before an engine sees it.

No SERVICE, no LOAD, no dataset from a file; a query reads only. The engine opens network
connections for SERVICE even in a read-only query, and deep nesting or long chains of operators
overflow its stack or keep it busy for minutes, so both are capped.

Grammar: SPARQL 1.1 Query Language, section 19.8 (IRIREF, PN_LOCAL, STRING_LITERAL, comments).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import BeyondStore, QueryError, Text

MAX_LENGTH = 20_000
MAX_UPDATE = 250_000
MAX_NESTING = 64
MAX_OPERATORS = 96
MAX_PATTERNS = 128

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<string>
        \"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*+\"\"\"
      | '''(?:'{0,2}(?:[^'\\]|\\.))*+'''
      | "(?:[^"\\\r\n]|\\.)*+"
      | '(?:[^'\\\r\n]|\\.)*+')
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_][\w-]{0,128}+(?:\.{1,8}+[\w-]{1,128}+){0,8}+)?:
        (?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<operator>\^\^|&&|\|\||!=|<=|>=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")
_READING = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATING = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_ENDS_A_TERM = {"iri", "string", "variable", "name", "tag", "number", "word"}
_CHAINED = {"/", "|", "^", "!", "+", "-", "*", "&&", "||"}
_TRIPLE = ")>>"
_OPENING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text, the line (from 1) and the character where it begins."""

    kind: str
    text: str
    line: int
    start: int = 0

    @property
    def keyword(self) -> str:
        """Return the word in capitals; empty when this is no bare word."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(query: str) -> tuple[Token, ...]:
    """Return the tokens of a query without blanks and comments, up to a string without end."""
    return tuple(_tokens(query))


def check_reading(query: str) -> None:
    """Raise QueryError unless the query only reads, from this store, within the caps."""
    if len(query) > MAX_LENGTH:
        raise _refused(
            Text(
                f"câu truy vấn dài {len(query)} ký tự, tối đa {MAX_LENGTH}",
                f"the query has {len(query)} characters, at most {MAX_LENGTH} are allowed",
            ),
            Text("rút ngắn hoặc chia nhỏ câu truy vấn", "shorten the query or split it"),
        )
    found = tokens(query)
    _check_form(found)
    _check_reach(found)
    _check_nesting(found)
    _check_closed(found)
    _check_chains(found)


def check_updating(found: tuple[Token, ...]) -> None:
    """Raise QueryError unless an update changes this store only, within the caps.

    The triples of INSERT DATA and DELETE DATA may be as many as the length allows.
    """
    for token in found:
        if token.keyword == "LOAD":
            raise beyond("LOAD", token.line)
    _check_reach(found)
    _check_nesting(found)
    _check_closed(found)
    _check_chains(tuple(_without_data(found)))


def _without_data(found: tuple[Token, ...]) -> Iterator[Token]:
    depth, before = 0, ""
    for token in found:
        opens = token.text == "{" and token.kind == "operator"
        if depth or (opens and before == "DATA"):
            depth += opens - (token.text == "}" and token.kind == "operator")
        else:
            yield token
        before = token.keyword


def _tokens(query: str) -> Iterator[Token]:
    line = 1
    for match in _TOKEN.finditer(query):
        kind, text = match.lastgroup or "operator", match.group()
        if text in {'"', "'"}:  # looking for the end of each further one could take for ever
            yield Token("unclosed", text, line, match.start())
            return
        if kind not in {"blank", "comment"}:
            yield Token(kind, text, line, match.start())
        line += text.count("\n")


def _check_form(found: tuple[Token, ...]) -> None:
    first = next((t for t in found if t.keyword in _READING | _UPDATING), None)
    if first is None:
        raise _refused(
            Text("đây không phải câu truy vấn SPARQL", "this is no SPARQL query"),
            Text(
                "bắt đầu bằng SELECT, ASK, CONSTRUCT, DESCRIBE, hoặc nêu tên một câu hỏi có sẵn",
                "begin with SELECT, ASK, CONSTRUCT or DESCRIBE, or name one of the questions",
            ),
        )
    if first.keyword in _UPDATING:
        raise _refused(
            Text(
                f"{first.keyword} thay đổi dữ liệu, ở đây chỉ được đọc",
                f"{first.keyword} changes data, only reading is allowed here",
            ),
            Text(
                "dùng `cascade build` hoặc `cascade import` để thay đổi kho",
                "change the store with `cascade build` or `cascade import`",
            ),
            first.line,
        )


def _check_reach(found: tuple[Token, ...]) -> None:
    """Refuse what reaches beyond the store: SERVICE, and files as dataset."""
    files = _file_prefixes(found)
    for place, token in enumerate(found):
        if _calls_out(token):
            raise beyond("SERVICE", token.line)
        if token.keyword in {"FROM", "USING"}:
            rest = found[place + 1 : place + 3]
            source = next((t for t in rest if t.keyword != "NAMED"), token)
            if _is_file(source.text) or any(_within(source, prefix) for prefix in files):
                raise beyond("FROM <file:...>", token.line)


def _calls_out(token: Token) -> bool:
    """Tell whether a token holds SERVICE; an engine may need no blank around a keyword."""
    prefix = token.text.partition(":")[0] if token.kind == "name" else token.keyword
    return "SERVICE" in prefix.upper()


def _within(source: Token, prefix: str) -> bool:
    """Tell whether a name has that prefix; the empty one is BASE, which takes relative IRIs."""
    if prefix:
        return source.text.startswith(prefix)
    return source.kind == "iri" and ":" not in source.text


def _file_prefixes(found: tuple[Token, ...]) -> set[str]:
    """Return the prefixes that stand for files; the empty text when BASE does."""
    declared = {
        (found[place + 1].text if token.keyword == "PREFIX" else "", found[place + 2 - base].text)
        for place, token in enumerate(found[:-2])
        if token.keyword in {"PREFIX", "BASE"}
        for base in [token.keyword == "BASE"]
    }
    return {prefix for prefix, iri in declared if _is_file(iri)}


def _is_file(iri: str) -> bool:
    return _ESCAPED.sub(_meant, iri).lower().startswith("<file:")


def _meant(escaped: re.Match[str]) -> str:
    r"""Return what a codepoint escape stands for: `\u0066` is f."""
    number = int(escaped[0][2:], 16)
    return chr(number) if number <= sys.maxunicode else escaped[0]


def _check_nesting(found: tuple[Token, ...]) -> None:
    """Check brackets, and refuse a `<` that can be read both as an operator and as an IRI.

    Only inside round brackets can `<` be an operator. There an IRI straight after a term is
    either a member of a collection or a comparison without blanks; engines and this tokeniser
    could differ, and what one takes for an IRI could hide a keyword from the other. Triple terms,
    `<<( s p o )>>`, hold no operators.
    """
    stack: list[str] = []
    before: Token | None = None
    for place, token in enumerate(found):
        if token.kind == "iri" and stack[-1:] == [")"] and before and _ends_a_term(before):
            raise _refused(
                Text(
                    f"“{token.text}” có thể là phép so sánh hoặc là một IRI",
                    f"“{token.text}” may be a comparison or an IRI",
                ),
                Text("viết dấu cách sau dấu <", "put a blank after the < sign"),
                token.line,
            )
        if token.text in _OPENING and token.kind == "operator":
            stack.append(_TRIPLE if _opens_triple(found, place) else _OPENING[token.text])
        elif stack and token.text == stack[-1][0] and token.kind == "operator":
            stack.pop()
        if len(stack) > MAX_NESTING:
            raise _refused(
                Text(
                    f"lồng quá {MAX_NESTING} tầng ngoặc", f"more than {MAX_NESTING} brackets deep"
                ),
                Text("viết lại phẳng hơn", "write it flatter"),
                token.line,
            )
        before = token


def _opens_triple(found: tuple[Token, ...], place: int) -> bool:
    """Tell whether a bracket is that of `<<(`, written without blanks."""
    start, before = found[place].start, found[max(place - 2, 0) : place]
    written = [(token.kind, token.text, token.start) for token in before]
    return written == [("operator", "<", start - 2), ("operator", "<", start - 1)]


def _check_closed(found: tuple[Token, ...]) -> None:
    for token in found[-1:]:
        if token.kind == "unclosed":
            raise _refused(
                Text("chuỗi ký tự không đóng ngoặc", "a string is not closed"),
                Text("đóng chuỗi bằng dấu ngoặc đã mở nó", "close it by the quote that opened it"),
                token.line,
            )


def _ends_a_term(token: Token) -> bool:
    if token.kind == "word":
        return token.keyword not in {"DISTINCT", "REDUCED"}
    return token.kind in _ENDS_A_TERM or token.text in {")", "]", "}"}


def _check_chains(found: tuple[Token, ...]) -> None:
    operators = sum(t.kind == "operator" and t.text in _CHAINED for t in found)
    patterns = sum(t.kind == "operator" and t.text in {".", ";", ",", "{"} for t in found)
    if operators > MAX_OPERATORS or patterns > MAX_PATTERNS:
        raise _refused(
            Text(
                "câu truy vấn có quá nhiều phép toán hoặc mẫu nối nhau",
                "the query chains too many operators or patterns",
            ),
            Text("chia thành nhiều câu nhỏ hơn", "split it into smaller queries"),
        )


def beyond(what: str, line: int) -> BeyondStore:
    """Return the refusal of what reads data outside the store, found in a line."""
    return BeyondStore(
        Text(
            f"{what} đọc dữ liệu ngoài kho, không được phép",
            f"{what} reads data outside the store, which is not allowed",
        ),
        place=f"dòng/line {line}",
        remedy=Text(
            "nhập dữ liệu đó bằng `cascade import` rồi hỏi bằng GRAPH",
            "bring that data in with `cascade import`, then ask with GRAPH",
        ),
    )


def _refused(message: Text, remedy: Text, line: int | None = None) -> QueryError:
    place = f"dòng/line {line}" if line else None
    return QueryError(message, place=place, remedy=remedy)
