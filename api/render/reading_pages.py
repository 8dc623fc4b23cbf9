"""What was read in one text, as one page that stands alone: text on the left, claims beside it.

Nothing in it runs or is fetched: no script, no address, one style that the page's own policy names
by its hash. Everything that comes from the text is data and escaped.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from markupsafe import Markup, escape

from api import words
from api.render.readings import (
    document_name,
    names_of,
    reasons_of,
    relation_note,
    relation_words,
)
from graph.errors import Text
from graph.extraction import Extraction

_STYLE = Markup("""
body{margin:0;color:#1b1b1b;background:#fff;font:16px/1.6 "Noto Serif",Georgia,serif}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(18rem,2fr);gap:2.5rem;
max-width:80rem;margin:0 auto;padding:1.5rem}
@media(max-width:60rem){main{grid-template-columns:minmax(0,1fr)}}
h1{grid-column:1/-1;font-size:1.4rem;margin:0}h2{font-size:1rem;margin:1.2rem 0 .3rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
u{text-decoration-thickness:2px;text-underline-offset:3px}
u.document,.key.document{text-decoration-color:#8c1d18;border-color:#8c1d18}
u.official,.key.official{text-decoration-color:#1f5f8b;border-color:#1f5f8b}
u.body,.key.body{text-decoration-color:#5a6b2f;border-color:#5a6b2f}
u.result,.key.result{text-decoration-color:#8a6d1a;border-color:#8a6d1a}
.key{display:inline-block;margin-right:1rem;border-bottom:2px solid}
aside{font-size:.9rem}ol{padding-left:1.2rem;margin:0}li{margin:.35rem 0}
.note,.why{color:#595959}q{quotes:"“" "”"}
""")
_HEAD = Markup(
    '<!doctype html><html lang="{language}"><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'sha256-{hash}'\">"
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    "<title>{title}</title><style>{style}</style>"
)
_NONE = Text("không có", "none")
# Controls print nothing, and those of direction can make a text read other than it is.
_HIDDEN = dict.fromkeys(
    (
        *(*range(9), *range(11, 32), *range(127, 160)),
        *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    )
)
_KINDS = ("document", "official", "body", "result")


def reading_page(extraction: Extraction, language: str, *, explain: bool) -> str:
    """Return the page.

    Parameters
    ----------
    extraction : what was read in a text.
    language : `vi` or `en`, of the page's own words.
    explain : say of each document why it was chosen.
    """
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    title = extraction.article.title or extraction.article.identifier
    head = _HEAD.format(language=language, hash=digest, title=_shown(title), style=_STYLE)
    keys = Markup("").join(
        Markup('<span class="key {}">{}</span>').format(
            kind, words.READ_KINDS[kind].within(language)
        )
        for kind in _KINDS
    )
    body = Markup(
        '<main><h1>{}</h1><section><p>{}</p><div class="text">{}</div></section>'
        "<aside>{}</aside></main></html>\n"
    ).format(_shown(title), keys, _marked(extraction), _beside(extraction, language, explain))
    return str(head + body)


def _marked(extraction: Extraction) -> Markup:
    """Return the text with what was read underlined by kind; of overlapping marks the first."""
    text, pieces, end = extraction.article.text, [Markup("")], 0
    for start, stop, kind in sorted(_marks(extraction), key=lambda m: (m[0], -m[1], m[2])):
        if start < end:
            continue
        pieces.append(_shown(text[end:start]))
        pieces.append(Markup('<u class="{}">{}</u>').format(kind, _shown(text[start:stop])))
        end = stop
    pieces.append(_shown(text[end:]))
    return Markup("").join(pieces)


def _marks(extraction: Extraction) -> Iterable[tuple[int, int, str]]:
    groups = (
        ("document", extraction.documents),
        ("official", extraction.officials),
        ("body", extraction.bodies),
    )
    for kind, things in groups:
        for thing in things:
            yield from ((span.start, span.end, kind) for span in thing.mentions)
    yield from ((result.start, result.end, "result") for result in extraction.results)


def _beside(extraction: Extraction, language: str, explain: bool) -> Markup:
    names, text = names_of(extraction), extraction.article.text
    documents = [
        Markup("{}{}").format(
            _shown(document_name(document)),
            _why(reasons_of(document, language)) if explain else "",
        )
        for document in extraction.documents
    ]
    relations = [
        Markup('{} <b>{}</b> {} <span class="note">{}</span><br><q>{}</q>').format(
            _shown(names.get(relation.subject, relation.subject)),
            relation_words(relation.predicate, language),
            _shown(names.get(relation.object, relation.object)),
            _shown(relation_note(relation, language)),
            _shown(text[relation.start : relation.end]),
        )
        for relation in extraction.relations
    ]
    officials = [
        Markup("{}: {}").format(_shown(one.name), _shown("; ".join(p.title for p in one.positions)))
        for one in extraction.officials
    ]
    results = [
        Markup("{} {}").format(
            _shown(text[one.start : one.end]), _shown(names.get(one.document or "", ""))
        )
        for one in extraction.results
    ]
    groups = (
        ("document", documents),
        ("relation", relations),
        ("official", officials),
        ("result", results),
    )
    return Markup("").join(_group(kind, items, language) for kind, items in groups)


def _group(kind: str, items: list[Markup], language: str) -> Markup:
    listed = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    shown = Markup("<ol>{}</ol>").format(listed) if items else escape(_NONE.within(language))
    return Markup("<h2>{}</h2>{}").format(words.READ_KINDS[kind].within(language), shown)


def _why(reasons: tuple[str, ...]) -> Markup:
    return Markup("").join(Markup('<div class="why">{}</div>').format(_shown(r)) for r in reasons)


def _shown(text: str) -> Markup:
    return escape(text.translate(_HIDDEN))
