"""Texts into the store: read, resolved with all other texts, stored with their sentences.

Reading a text alone is pure; which documents its citations mean is decided together with every
other text that cites the same numbers, so the order in which texts come makes no difference.
The text and what was read in it lie as files beside the store, written before the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from pyoxigraph import NamedNode

from graph.accession import SourceContent, accession, withdrawal
from graph.errors import CascadeError, InputError, Text
from graph.extraction import Article, Extraction
from graph.folding import slug
from graph.readings import (
    Known,
    bearing,
    borne_by,
    checked_sources,
    citing,
    files_of,
    keep,
    keys_of,
    known_text,
    load,
    tidy,
)
from graph.resolve.identity import is_document, source_iri
from graph.resolve.link import Linker
from graph.resolve.statements import report
from graph.store.protocol import Change, Reader, Store
from graph.store.texts import Texts
from ontology import terms as cas

#: What is under way, how much of it is done, out of how much (0: not known).
Progress = Callable[[str, int, int], None]
#: What reads one text.
Read = Callable[[Article], Extraction]

_REGISTER = "register-"  # names of the tables of the register begin so
_TOGETHER = 32  # texts in one transaction
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
    """Bring texts into the store; a text that is there already changes nothing.

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
    tell = progress or _silent
    moment = now.astimezone(UTC)
    batch: dict[str, Extraction] = {}
    done: dict[str, str] = {}
    problems: list[CascadeError] = []
    results: list[_Stored] = []
    with store.writing():
        for article in articles:
            source = source_of(article)
            if done.setdefault(source, article.sha256) != article.sha256:
                problems.append(_same_name(article))
                continue
            tell(article.identifier, len(done), 0)
            batch[source] = read(article)
            if len(batch) == _TOGETHER:
                results.append(_store(store, batch, linker, moment))
                batch = {}
        results.append(_store(store, batch, linker, moment))
    return _report(results, tuple(problems))


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


def _store(store: Store, batch: Mapping[str, Extraction], linker: Linker, now: datetime) -> _Stored:
    """Bring some texts in, in one transaction; the files are written before it."""
    with store.read() as reader:
        old_files = {source: files_of(reader, source) for source in batch}
        fresh = {source: known_text(source, one, linker) for source, one in batch.items()}
        contents = _contents(reader, store.texts, fresh, linker)
        change = accession(reader, contents, now)
        generation = reader.generation
    speaking = {quad.graph_name for quad in (*change.removed, *change.added)}
    changed = tuple(source for source in batch if NamedNode(source) in speaking)
    written = keep(store.texts, fresh)
    try:
        generation = store.apply(change) if change.added or change.removed else generation
    except BaseException:
        for name in written:
            store.texts.remove(name)
        raise
    tidy(store, {name for names in old_files.values() for name in names})
    own = [content for content in contents if content.source in batch]
    claims = [claim for content in own for claim in content.claims]
    documents = frozenset(str(claim.object) for claim in claims if claim.predicate == cas.mentions)
    return _Stored(
        tuple(batch),
        changed,
        frozenset(iri for iri in documents if is_document(iri)),
        len(claims),
        generation,
    )


def relinked(reader: Reader, texts: Texts, linker: Linker) -> tuple[SourceContent, ...]:
    """Return every text of the store with its citations resolved anew.

    For when the register has changed; texts of which only the claims were kept stay as they are.
    """
    known = load(reader, texts, checked_sources(reader), linker)
    return _told(known, known, linker, fresh=frozenset())


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
    keys = bearing(keys_of(reader, source))
    also: tuple[SourceContent, ...] = ()
    if keys and linker is not None:
        affected = citing(reader, keys) - {source}
        known = load(reader, texts, affected, linker)
        around = {key for one in known.values() for key in one.spelled_keys}
        others = citing(reader, borne_by(around)) - {source, *known}
        beside = load(reader, texts, others, linker)
        also = _told(known, known | beside, linker, fresh=frozenset())
    return withdrawal(reader, source, also, now)


def relies_on(reader: Reader, source: str) -> bool:
    """Tell whether what this text makes known bears on the citations of another one."""
    return bool(citing(reader, bearing(keys_of(reader, source))) - {source})


def _contents(
    reader: Reader, texts: Texts, fresh: Mapping[str, Known], linker: Linker
) -> tuple[SourceContent, ...]:
    """Return what the new texts say, and the others whose citations they bear upon."""
    own = {key for one in fresh.values() for key in one.spelled_keys}
    before = {key for source in fresh for key in keys_of(reader, source)}
    affected = load(reader, texts, citing(reader, bearing(own | before)) - set(fresh), linker)
    around = own.union(*(one.spelled_keys for one in affected.values()))
    beside = citing(reader, borne_by(around)) - set(fresh) - set(affected)
    known = {**load(reader, texts, beside, linker), **affected, **fresh}
    return _told({**affected, **fresh}, known, linker, fresh=frozenset(fresh))


def _told(
    wanted: Mapping[str, Known],
    known: Mapping[str, Known],
    linker: Linker,
    *,
    fresh: frozenset[str],
) -> tuple[SourceContent, ...]:
    """Return what some texts say, resolved with all that are known."""
    resolved = linker.resolve(one.citations for one in known.values())
    contents: list[SourceContent] = []
    for source, one in sorted(wanted.items()):
        said = report(source, one.extraction, one.citations, resolved, linker.context)
        about = one.about
        contents.append(
            SourceContent(source, said.claims, said.sentences, about, reread=source in fresh)
        )
    return tuple(contents)


def _same_name(article: Article) -> InputError:
    return InputError(
        Text(
            f"hai văn bản khác nhau cùng tên “{article.identifier}”",
            f"two different texts bear the name “{article.identifier}”",
        ),
        place=article.identifier,
        remedy=Text("đổi tên một tệp rồi nạp lại", "rename one of the files and bring it again"),
    )


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
