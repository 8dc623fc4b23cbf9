"""Finding documents, bodies and officials by what people type, tone marks optional.

Text is folded by `graph.folding` before it reaches the index, for the index and the query alike:
`hoà` and `hòa`, `uỷ` and `ủy`, `đ`, `Đ` and `Ð` meet. Numbers are taken apart, so that `18-NQ/TW`,
`18 nq tw`, `18nqtw` and `nghi quyet 18` all find; an exact number comes first. When the reader
types marks, what bears the same marks comes before what does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import tantivy
from pyoxigraph import QuerySolutions

from graph.folding import bare, clean
from graph.model import Hit
from graph.resolve.names import NO_NUMBER
from graph.store.protocol import Reader
from ontology import terms as cas

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_WORD = re.compile(r"\d+|[^\W\d_]+")
# Tone marks by their Telex letters, in capitals because the words around them are lower case.
_TONES = {"\u0300": "F", "\u0301": "S", "\u0303": "X", "\u0309": "R", "\u0323": "J"}
_WHOLE_BOOST, _MARKS_BOOST = 100.0, 2.0
_FIELDS = {"name": 8.0, "called": 3.0, "also": 1.0}
_SHOWN_TENURES = 3
# Nobody types more by hand; pasted pages would only keep the engine busy.
_MOST_WORDS, _LONGEST_WORD = 32, 40
_KINDS = ("document", "body", "official")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of one thing; a document's name weighs most, then `called`, then `also`.

    `called` are its title and other names, `also` the names of what it is connected with; `newest`
    orders what scores alike: later documents first.
    """

    hit: Hit
    number: str = ""
    called: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    newest: str = ""


class SearchIndex:
    """An index of one generation, in memory; safe to share between threads."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        ordered = sorted(entries, key=lambda entry: entry.hit.iri)
        ordered.sort(key=lambda entry: entry.newest, reverse=True)
        ordered.sort(key=lambda entry: _KINDS.index(entry.hit.kind))
        self._hits = tuple(entry.hit for entry in ordered)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(heap_size=32_000_000, num_threads=1)
        for place, entry in enumerate(ordered):
            writer.add_document(tantivy.Document.from_dict(_fields(place, entry), self._schema))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._places = self._by_address()

    def __len__(self) -> int:
        return len(self._hits)

    def __getitem__(self, place: int) -> Hit:
        """Return what stands at a place: documents first, the latest of them at 0."""
        return self._hits[place]

    def find(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return at most `limit` things that bear every word of `text`, best first.

        The last word may be unfinished. Nothing is found for text without a letter or digit.
        """
        return tuple(self._hits[place] for place in self.ranked(text)[: max(limit, 0)])

    def ranked(self, text: str) -> list[int]:
        """Return the places of all things that bear every word of `text`, best first."""
        words = _words(bare(text))[:_MOST_WORDS]
        if not words or not self._hits:
            return []
        # All that score alike are fetched, so that their order is ours and not the engine's.
        found = self._index.searcher().search(self._query(text, words), limit=len(self._hits)).hits
        places = self._places
        scored = [
            (-round(score, 3), places[address.segment_ord, address.doc]) for score, address in found
        ]
        return [place for _, place in sorted(scored)]

    def _by_address(self) -> dict[tuple[int, int], int]:
        """Return the place of each entry by its address: stored fields are slow to read."""
        if not self._hits:
            return {}
        searcher = self._index.searcher()
        found = searcher.search(tantivy.Query.all_query(), limit=len(self._hits)).hits
        return {
            (address.segment_ord, address.doc): searcher.doc(address)["place"][0]
            for _, address in found
        }

    def _query(self, text: str, words: list[str]) -> tantivy.Query:
        must, should = tantivy.Occur.Must, tantivy.Occur.Should
        every = [(must, self._anywhere(word)) for word in words[:-1]]
        every.append((must, self._unfinished(words[-1])))
        parts = [(should, tantivy.Query.boolean_query(every))]
        whole = tantivy.Query.term_query(self._schema, "whole", "".join(words))
        parts.append((should, tantivy.Query.boost_query(whole, _WHOLE_BOOST)))
        query = tantivy.Query.boolean_query(parts)
        if len(words) > 1:
            query = tantivy.Query.boolean_query([(must, query), (should, self._phrase(words))])
        if bare(text) == clean(text).lower():
            return query
        marked = [
            (should, tantivy.Query.term_query(self._schema, "marked", word))
            for word in _marked(text)
        ]
        preferred = tantivy.Query.boost_query(tantivy.Query.boolean_query(marked), _MARKS_BOOST)
        return tantivy.Query.boolean_query([(must, query), (should, preferred)])

    def _phrase(self, words: list[str]) -> tantivy.Query:
        return tantivy.Query.disjunction_max_query(
            [
                tantivy.Query.boost_query(
                    tantivy.Query.phrase_query(self._schema, field, list(words)), boost
                )
                for field, boost in _FIELDS.items()
            ]
        )

    def _anywhere(self, word: str) -> tantivy.Query:
        return tantivy.Query.disjunction_max_query(
            [
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._schema, field, word), boost
                )
                for field, boost in _FIELDS.items()
            ]
        )

    def _unfinished(self, word: str) -> tantivy.Query:
        """Return a query for a word or, when it is no figure, for any word that begins so."""
        exact = self._anywhere(word)
        if word.isdecimal() or len(word) > _LONGEST_WORD:
            return exact
        begun = [
            tantivy.Query.regex_query(self._schema, field, re.escape(word) + ".*")
            for field in _FIELDS
        ]
        return tantivy.Query.disjunction_max_query(
            [exact, *(tantivy.Query.const_score_query(query, 0.1) for query in begun)]
        )


def build_index(reader: Reader) -> SearchIndex:
    """Return the index of what the facts of one generation name."""
    aliases = _grouped(reader, f"SELECT ?s ?o {{ ?s <{cas.alias}> ?o }}")
    return SearchIndex(
        [
            *_documents(reader, aliases),
            *_bodies(reader, aliases),
            *_officials(reader),
        ]
    )


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("place", stored=True)
    builder.add_text_field("whole", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("marked", tokenizer_name="whitespace", index_option="freq")
    for name in _FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    return builder.build()


def _fields(place: int, entry: Entry) -> dict[str, object]:
    name, number = entry.hit.name.removesuffix(f" {NO_NUMBER}"), entry.number
    document = entry.hit.kind == "document"
    return {
        "place": place,
        "whole": ["".join(_words(bare(text))) for text in (number, name, *entry.called) if text],
        # Bodies and officials come first by their whole name, else after what they have issued.
        "name": _folded(name, number) if document else "",
        "called": _folded(*entry.called) if document else "",
        "also": _folded(*entry.also) if document else _folded(name, *entry.called, *entry.also),
        "marked": " ".join(
            word for text in (name, *entry.called, *entry.also) for word in _marked(text)
        ),
    }


def _folded(*texts: str) -> str:
    return " ".join(word for text in texts for word in _words(bare(text)))


def _words(folded: str) -> list[str]:
    """Take folded text apart into words and figures: `18-nq/tw` → 18, nq, tw."""
    return _WORD.findall(folded)


def _marked(text: str) -> list[str]:
    """Return the words with their marks, the tone set behind the word wherever it was placed."""
    words = clean(text).lower().split()
    return [part for word in words for part in _WORD.findall(_tone_last(word))]


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    base = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", base) + "".join(_TONES.get(c, "") for c in letters)


def _documents(reader: Reader, aliases: Mapping[str, list[str]]) -> Iterator[Entry]:
    issuers = _grouped(
        reader,
        f"SELECT ?s ?o {{ ?s <{cas.issuedBy}> ?b . ?b <{_LABEL}> ?o . FILTER(LANG(?o) != 'en') }}",
    )
    query = f"""SELECT ?s ?label ?number ?title ?issued {{
        ?s a <{cas.Document}> ; <{_LABEL}> ?label . FILTER(LANG(?label) != 'en')
        OPTIONAL {{ ?s <{cas.number}> ?number }}
        OPTIONAL {{ ?s <{cas.title}> ?title }}
        OPTIONAL {{ ?s <{cas.issued}> ?issued }} }}"""
    for iri, label, number, title, issued in _rows(reader, query, 5):
        bodies = tuple(sorted(issuers.get(iri, ())))
        day = "-".join(str(int(part)) for part in reversed(issued.split("-")) if part)
        detail = " · ".join(part for part in (day, ", ".join(bodies), title) if part)
        called = tuple(part for part in (title, *aliases.get(iri, ())) if part)
        yield Entry(Hit(iri, "document", label, detail), number, called, bodies, issued)


def _bodies(reader: Reader, aliases: Mapping[str, list[str]]) -> Iterator[Entry]:
    labels = _grouped(reader, f"SELECT ?s ?o {{ ?s a <{cas.Body}> ; <{_LABEL}> ?o }}")
    english = _grouped(
        reader,
        f"SELECT ?s ?o {{ ?s a <{cas.Body}> ; <{_LABEL}> ?o . FILTER(LANG(?o) = 'en') }}",
    )
    for iri, names in labels.items():
        foreign = english.get(iri, [])
        own = sorted(name for name in names if name not in foreign) or sorted(names)
        called = (*own[1:], *sorted(foreign), *aliases.get(iri, ()))
        yield Entry(Hit(iri, "body", own[0], ", ".join(sorted(foreign))), called=called)


def _officials(reader: Reader) -> Iterator[Entry]:
    query = f"""SELECT ?s ?o {{
        ?t <{cas.holder}> ?s ; <{cas.post}> ?post ; <{cas.body}> ?body .
        ?post <{_LABEL}> ?p . ?body <{_LABEL}> ?b .
        FILTER(LANG(?p) != 'en' && LANG(?b) != 'en')
        BIND(CONCAT(STR(?p), ', ', STR(?b)) AS ?o) }}"""
    posts = _grouped(reader, query)
    labels = _grouped(reader, f"SELECT ?s ?o {{ ?s a <{cas.Official}> ; <{_LABEL}> ?o }}")
    for iri, names in labels.items():
        held = sorted(set(posts.get(iri, ())))
        shown = "; ".join(held[:_SHOWN_TENURES]) + ("; …" if len(held) > _SHOWN_TENURES else "")
        yield Entry(Hit(iri, "official", min(names), shown), also=tuple(held))


def _grouped(reader: Reader, query: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for subject, value in _rows(reader, query, 2):
        found[subject].append(value)
    return found


def _rows(reader: Reader, query: str, width: int) -> Iterator[tuple[str, ...]]:
    """Yield the values of each solution in the order of the variables; unbound is empty."""
    answer = reader.query(query)
    assert isinstance(answer, QuerySolutions), "a SELECT gives solutions"
    for solution in answer:
        cells = (solution[column] for column in range(width))
        yield tuple("" if cell is None else cell.value for cell in cells)
