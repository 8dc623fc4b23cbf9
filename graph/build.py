"""Sources into the store: what a source says becomes claims, claims become facts.

All of a source's change is one transaction. What a source no longer says is closed, not deleted;
only `forget` erases. Only the subjects that a change speaks of are computed anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode

from graph.accession import SourceContent, accession, joined
from graph.errors import NotFound, RowProblem, StoreMissing, Text
from graph.ingest import forgetting, relies_on, relinked
from graph.model import Claim, EvidenceRow, Taught
from graph.noted import erase_notes
from graph.rdf import source_quads
from graph.read.register import default_register, read_register
from graph.readings import files_of, tidy
from graph.resolve.identity import is_document, source_iri
from graph.resolve.link import Linker
from graph.resolve.register import TABLES, Reading, claims_of, source_of_table
from graph.review import taught_in
from graph.sources import stored_source
from graph.store.graphs import SOURCE_PREFIX
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Reader, Store
from graph.vocabulary import vocabulary_change
from ontology import terms as cas

#: What is under way, how much of it is done, out of how much.
Progress = Callable[[str, int, int], None]
_FACTS = DefaultGraph()


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading the register did.

    `problems` are the rows that were refused; `documents`, `references` and `claims` count what
    the register speaks of, `facts` the statements that stand in the store afterwards; `changed`
    tells whether there is a new generation.
    """

    problems: tuple[RowProblem, ...]
    documents: int
    references: int
    claims: int
    facts: int
    changed: bool
    generation: int


@dataclass(frozen=True, slots=True)
class ForgetReport:
    """What forgetting a source took with it: its claims, and the facts only it supported."""

    source: str
    claims: int
    facts: int
    generation: int


def load_register(
    store: Store,
    directory: Path | None = None,
    *,
    now: datetime,
    progress: Progress | None = None,
) -> LoadReport:
    """Bring the register into the store; loading it again changes nothing.

    Parameters
    ----------
    store : where to.
    directory : folder of the register's tables; None for the one that ships with Cascade.
    now : time that new claims are recorded with.
    progress : told what is under way.

    Returns
    -------
    What was loaded and which rows were refused; the sound rows are in.

    Raises
    ------
    InputError : the folder holds no register.
    StoreError : the store cannot be used.
    """
    tell = progress or _silent
    tell("read", 0, 3)
    register, problems = read_register(directory or default_register())
    tell("resolve", 1, 3)
    reading = claims_of(register)
    tell("store", 2, 3)
    with store.writing():
        with _opened(store) as reader:
            before = reader.generation
            texts = (
                relinked(reader, store.texts, Linker(register, taught_in(reader))) if before else ()
            )
            change = joined(
                change_to(reader, reading, now.astimezone(UTC), texts), vocabulary_change(reader)
            )
        generation = store.apply(change) if before else store.replace(change.added)
    tell("done", 3, 3)
    return _report(store, problems, reading, before, generation)


def change_to(
    reader: Reader, reading: Reading, now: datetime, also: Iterable[SourceContent] = ()
) -> Change:
    """Return what makes the store say what the register says, and what follows from it.

    Parameters
    ----------
    reader : the store before the change.
    reading : what the register says.
    now : time that new claims are recorded with.
    also : texts whose citations are resolved against the register.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        claims[claim.source].append(claim)
    rows: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in reading.rows:
        rows[row.source].append(row)
    tables = (
        _table(source_of_table(table), names, claims, rows, reader)
        for table, names in TABLES.items()
    )
    return accession(reader, (*tables, *also), now)


def _table(
    source: str,
    names: tuple[str, str],
    claims: Mapping[str, list[Claim]],
    rows: Mapping[str, list[EvidenceRow]],
    reader: Reader,
) -> SourceContent:
    """Return what a table of the register says; one that never said anything has no name."""
    known = claims.get(source) or any(reader.quads(graph=NamedNode(source)))
    about = frozenset(source_quads(source, *names)) if known else frozenset()
    return SourceContent(source, tuple(claims.get(source, ())), tuple(rows.get(source, ())), about)


def forget(store: Store, source: str) -> ForgetReport:
    """Erase a source: its claims, and every fact that only it supported.

    Parameters
    ----------
    store : the store.
    source : address of the source, or the last segment of it (`register-plenums`).

    Raises
    ------
    NotFound : the store holds no such source.
    StoreError : the store cannot be used, or what was noted of it not be removed.
    """
    address = source if source.startswith(SOURCE_PREFIX) else source_iri(source)
    with store.writing():
        with store.read() as reader:
            stored = stored_source(reader, address)
            if not stored.quads:
                raise _no_such_source(reader, source)
            linker = _linker(taught_in(reader, address)) if relies_on(reader, address) else None
            files = files_of(reader, address)
            change = forgetting(reader, store.texts, address, linker, datetime.now(UTC))
        erase_notes(store)
        generation = store.apply(change)
        tidy(store, files)
    named = NamedNode(address)
    lost = {q for q in change.removed if q.graph_name == _FACTS and q.subject != named}
    return ForgetReport(address, len(stored.claims), len(lost - set(change.added)), generation)


def _linker(taught: tuple[Taught, ...]) -> Linker:
    """Return what texts are resolved against: the register, and what reviewers taught the store."""
    return Linker(read_register(default_register())[0], taught)


def _no_such_source(reader: Reader, source: str) -> NotFound:
    known = [name for name in reader.graphs() if name.startswith(SOURCE_PREFIX)]
    choices = ", ".join(name.removeprefix(SOURCE_PREFIX) for name in known)
    return NotFound(
        Text(f"không có nguồn “{source}”", f"there is no source “{source}”"),
        remedy=Text(f"các nguồn đang có: {choices}", f"the sources there are: {choices}"),
    )


def _report(
    store: Store,
    problems: tuple[RowProblem, ...],
    reading: Reading,
    before: int,
    generation: int,
) -> LoadReport:
    with store.read() as reader:
        facts = sum(1 for _ in reader.quads(graph=_FACTS))
    return LoadReport(
        problems=problems,
        documents=len({claim.subject for claim in reading.claims if is_document(claim.subject)}),
        references=len({c.subject for c in reading.claims if c.object == cas.Reference}),
        claims=len(reading.claims),
        facts=facts,
        changed=generation != before,
        generation=generation,
    )


@contextmanager
def _opened(store: Store) -> Iterator[Reader]:
    """Open the newest generation; where there is no store yet, an empty one."""
    with ExitStack() as stack:
        try:
            reader: Reader = stack.enter_context(store.read())
        except StoreMissing:
            reader = stack.enter_context(MemoryStore().read())
        yield reader


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""
