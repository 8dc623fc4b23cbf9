"""Texts into the store: read, resolved with all other texts, stored with their sentences.

Reading a text alone is pure; which documents its citations mean is decided together with every
other text that cites the same numbers, so the order in which texts come makes no difference.
The text and what was read in it lie as files beside the store, written before the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain

from pyoxigraph import NamedNode

from graph.accession import SourceContent, accession, withdrawal, written
from graph.errors import CascadeError, InputError, StoreMissing, Text
from graph.extraction import Article, Extraction
from graph.folding import slug
from graph.garbage import few_collections
from graph.noted import Lessons, lessons_of
from graph.readings import Known, checked_sources, files_of, load, tidy
from graph.resolve.documents import Given
from graph.resolve.identity import is_document, source_iri
from graph.resolve.link import Linker
from graph.shared_numbers import (
    GivenBy,
    MadeKnown,
    citing_loosely,
    given_in,
    spellings_of,
)
from graph.store.arriving import Arriving
from graph.store.protocol import Change, Reader, Store
from graph.store.texts import Texts
from graph.testimony import Testimony, testify, told, told_again
from ontology import terms as cas

#: What is under way, how much of it is done, out of how much (0: not known).
Progress = Callable[[str, int, int], None]
#: What reads one text.
Read = Callable[[Article], Extraction]

_REGISTER = "register-"  # names of the tables of the register begin so
#: Claims and texts in one transaction, at most. The engine takes many quads at once for a third of
#: the cost of few, and later merges each portion with all that it has; an interrupted run loses
#: no more than one. A long run takes portions as large as what it has done, up to four times as
#: many: of equal ones each costs more than the one before, since more is merged with it. The last
#: ones are half of what is left: nobody reads any more while the last is stored.
_CLAIMS, TOGETHER, _LARGEST = 20_000, 1024, 4
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What bringing texts into the store did.

    `sources` are the texts that are in the store now, `changed` those of them that say something
    new; `problems` what was refused; `documents` and `claims` count what the texts speak of.
    """

    sources: tuple[str, ...]
    changed: tuple[str, ...]
    problems: tuple[CascadeError, ...]
    documents: int
    claims: int
    generation: int


def source_of(article: Article) -> str:
    """Return the address of an article as a source: it follows its name."""
    name = slug(article.identifier)[:_LONGEST_NAME].strip("-") or article.sha256[:12]
    return source_iri(f"van-ban-{name}" if name.startswith(_REGISTER) else name)


def ingest(
    store: Store,
    articles: Iterable[Article],
    *,
    read: Read,
    linker: Linker,
    now: datetime,
    progress: Progress | None = None,
) -> IngestReport:
    """Read texts and bring them into the store; a text that is there already changes nothing.

    Parameters
    ----------
    store : where to.
    articles : the texts.
    read : reads one text.
    linker : what citations are resolved against.
    now : time that new claims are recorded with.
    progress : told what is under way.

    Returns
    -------
    What was brought in and what was refused; what is sound is in.

    Raises
    ------
    StoreError : the store cannot be used.
    """
    heard: dict[str, frozenset[Given]] = {}
    testimonies = (testify(source_of(one), read(one), linker, heard) for one in articles)
    return bring(store, testimonies, linker=linker, now=now, progress=progress, known=heard.update)


def bring(
    store: Store,
    testimonies: Iterable[Testimony | CascadeError],
    *,
    linker: Linker,
    now: datetime,
    progress: Progress | None = None,
    known: Callable[[GivenBy], None] | None = None,
    expected: int = 0,
) -> IngestReport:
    """Bring what texts say into the store, one transaction for some of them at a time.

    Parameters
    ----------
    store : where to.
    testimonies : what each text says, or why it could not be read; taken one after the other, none
        is held for long.
    linker : what citations are resolved against.
    now : time that new claims are recorded with.
    progress : told what is under way.
    known : told what is known of numbers that texts were found to cite loosely.
    expected : how many texts there will be, 0 where nobody knows.

    Returns
    -------
    What was brought in and what was refused; what is sound is in.

    Raises
    ------
    StoreError : the store cannot be used.
    """
    tell = progress or _silent
    seen: dict[str, str] = {}
    problems: list[CascadeError] = []
    results: list[_Stored] = []
    batch: dict[str, Testimony] = {}
    claims = 0
    with store.writing(), few_collections(), _arriving(store) as arriving:
        learnt = store.learnt.take(Lessons) or lessons_of(store)
        bringer = _Bringer(store, linker, now.astimezone(UTC), known or _unheard, learnt, arriving)
        for one in testimonies:
            if isinstance(one, CascadeError):
                problems.append(one)
                continue
            if seen.setdefault(one.source, one.sha256) != one.sha256:
                problems.append(_same_name(one.name))
                continue
            batch[one.source] = one
            arriving.add(one.files)
            tell(one.name, len(seen), 0)
            claims += len(one.content.claims)
            done = len(seen) - len(batch)
            portion = _portion(done, expected - done)
            if claims >= portion * _CLAIMS or len(batch) >= portion * TOGETHER:
                results.append(bringer.store_batch(batch))
                batch, claims = {}, 0
        results.append(bringer.store_batch(batch))
        store.learnt.keep(bringer.learnt)
    return _report(results, tuple(problems))


def _arriving(store: Store) -> Arriving:
    """Return what writes the files of texts; what the newest generation names stays."""

    def discard(names: Iterable[str]) -> None:
        try:
            tidy(store, names)
        except StoreMissing:  # nothing names anything yet
            for name in names:
                store.texts.remove(name)

    return Arriving(store.texts, discard)


def _portion(done: int, left: int) -> float:
    """Return how many times the usual number of texts one transaction takes.

    Parameters
    ----------
    done : texts that are stored.
    left : texts that are to come, those of this transaction included; less than 1 when not known.
    """
    most = min(done / TOGETHER, _LARGEST)
    return max(1, min(most, left / 2 / TOGETHER) if left > 0 else most)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What one transaction brought in."""

    sources: tuple[str, ...]
    changed: tuple[str, ...]
    documents: frozenset[str]
    claims: int
    generation: int


def _report(results: list[_Stored], problems: tuple[CascadeError, ...]) -> IngestReport:
    return IngestReport(
        sources=tuple(source for one in results for source in one.sources),
        changed=tuple(source for one in results for source in one.changed),
        problems=problems,
        documents=len({iri for one in results for iri in one.documents}),
        claims=sum(one.claims for one in results),
        generation=results[-1].generation,
    )


@dataclass(frozen=True, slots=True)
class _Bringer:
    """The holder of the lock: what it learnt of the store serves all its transactions."""

    store: Store
    linker: Linker
    now: datetime
    known: Callable[[GivenBy], None]
    learnt: Lessons
    arriving: Arriving

    def store_batch(self, batch: Mapping[str, Testimony]) -> _Stored:
        """Bring some texts in, in one transaction, once their files are written."""
        generation, contents, change, old_files = self._worked_out(batch)
        self.arriving.wait()
        if change:
            generation = self.store.apply(change)
        self.arriving.keep()
        if change:
            self.learnt.note(self.store)
        if old_files:
            tidy(self.store, old_files)
        return _stored(contents, batch, change, generation)

    def _worked_out(
        self, batch: Mapping[str, Testimony]
    ) -> tuple[int, tuple[SourceContent, ...], Change, set[str]]:
        """Return the generation, what shall be said, what that changes, and the files till now."""
        with self.store.base() as reader:
            old_files = {name for source in batch for name in files_of(reader, source)}
            contents = self._contents(reader, batch)
            change = accession(reader, contents, self.now, self.learnt.ledger)
            return reader.generation, contents, change, old_files

    def _contents(
        self, reader: Reader, batch: Mapping[str, Testimony]
    ) -> tuple[SourceContent, ...]:
        """Return what the texts say, and the others whose citations they bear upon."""
        known = self.learnt.made_known
        known.trim()
        changed: set[str] = set()
        for source, one in batch.items():
            before = given_in(spellings_of(reader, source))
            changed |= known.exchange(reader, before, one.given)
        fresh = (self._content(reader, batch[source]) for source in sorted(batch))
        others = citing_loosely(reader, changed) - batch.keys()
        return (*fresh, *_told_anew(reader, self.store.texts, others, known, self.linker))

    def _content(self, reader: Reader, one: Testimony) -> SourceContent:
        """Return what a text says, told again if more is known than it had heard of."""
        heard = {number: self.learnt.made_known.under(reader, number) for number in one.heard}
        content = one.content
        if heard != one.heard:
            self.known(heard)
            content = told_again(one, heard, self.linker)
        if content.written or any(reader.quads(graph=NamedNode(one.source))):
            return content
        return written(content, self.now)


def _stored(
    contents: Iterable[SourceContent],
    batch: Mapping[str, Testimony],
    change: Change,
    generation: int,
) -> _Stored:
    speaking = {quad.graph_name for quad in chain(change.removed, change.added)}
    speaking |= {NamedNode(one.graph) for one in change.written}
    claims = [claim for one in contents if one.source in batch for claim in one.claims]
    mentioned = {str(claim.object) for claim in claims if claim.predicate == cas.mentions}
    return _Stored(
        tuple(batch),
        tuple(source for source in batch if NamedNode(source) in speaking),
        frozenset(filter(is_document, mentioned)),
        len(claims),
        generation,
    )


def relinked(reader: Reader, texts: Texts, linker: Linker) -> tuple[SourceContent, ...]:
    """Return every text of the store with its citations resolved anew.

    For when the register has changed; texts of which only the claims were kept stay as they are.
    """
    known = load(reader, texts, checked_sources(reader), linker)
    made_known = MadeKnown()
    for source, one in known.items():
        made_known.exchange(reader, given_in(spellings_of(reader, source)), one.given)
    return _anew(reader, known.values(), made_known, linker)


def forgetting(
    reader: Reader, texts: Texts, source: str, linker: Linker | None, now: datetime
) -> Change:
    """Return what erases a text, others resolved anew where they relied on it.

    Parameters
    ----------
    reader : the store before the change.
    texts : the texts beside it.
    source : address of the source.
    linker : what citations are resolved against; None where no other text cites with it.
    now : time of the change.
    """
    made_known = MadeKnown()
    relying = _relying(reader, source, made_known)
    if not relying or linker is None:
        return withdrawal(reader, source, (), now)
    also = _told_anew(reader, texts, relying, made_known, linker)
    return withdrawal(reader, source, also, now)


def relies_on(reader: Reader, source: str) -> bool:
    """Tell whether what this text alone makes known bears on the citations of another one."""
    return bool(_relying(reader, source, MadeKnown()))


def _relying(reader: Reader, source: str, made_known: MadeKnown) -> frozenset[str]:
    """Return the texts that may mean something else once a text is gone."""
    gone = given_in(spellings_of(reader, source))
    return citing_loosely(reader, made_known.exchange(reader, gone, {})) - {source}


def _told_anew(
    reader: Reader, texts: Texts, sources: Iterable[str], made_known: MadeKnown, linker: Linker
) -> tuple[SourceContent, ...]:
    """Return what some texts of the store say with what is known now."""
    return _anew(reader, load(reader, texts, sources, linker).values(), made_known, linker)


def _anew(
    reader: Reader, texts: Iterable[Known], made_known: MadeKnown, linker: Linker
) -> tuple[SourceContent, ...]:
    contents: list[SourceContent] = []
    for one in texts:
        heard = {number: made_known.under(reader, number) for number in one.loose}
        contents.append(replace(told(one, heard, linker), reread=False))
    return tuple(contents)


def _unheard(given: GivenBy) -> None:
    """Let nobody hear of it."""


def _same_name(name: str) -> InputError:
    return InputError(
        Text(
            f"hai văn bản khác nhau cùng tên “{name}”",
            f"two different texts bear the name “{name}”",
        ),
        place=name,
        remedy=Text("đổi tên một tệp rồi nạp lại", "rename one of the files and bring it again"),
    )


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
