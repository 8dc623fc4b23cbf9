"""What a job does: texts or RDF read by the bounded process, then stored, then told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from pyoxigraph import RdfFormat, parse

from api.access import Gatekeeper
from api.render.structured import plain
from api.uploads.jobs import Handle
from api.uploads.limits import UploadLimits
from api.uploads.process import read_rdf, read_texts
from api.uploads.sent import SentRdf, SentText
from graph.errors import InputError, Text, as_data
from graph.extract.interchange import extraction_of
from graph.extraction import Extraction
from graph.ingest import ingest, source_of
from graph.lineage.claims import claims_of_source
from graph.model import Taught
from graph.read.register import default_register, read_register
from graph.resolve.link import Linker
from graph.review import taught_in
from graph.store.importing import import_quads
from graph.store.protocol import Store

Work = Callable[[Handle], dict[str, Any]]
_GRAVE = "Violation"


class Uploads:
    """Makes the work of jobs that read what was sent and store it.

    Parameters
    ----------
    store : where to.
    keeper : keeps the log of writes.
    limits : what reading may take.
    clock : tells the time.
    """

    def __init__(
        self,
        store: Store,
        keeper: Gatekeeper,
        limits: UploadLimits,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._keeper = keeper
        self._limits = limits
        self._clock = clock

    def of_texts(self, texts: Sequence[SentText], who: str, *, commit: bool) -> Work:
        """Return the work of reading texts, and of storing them with `commit`."""

        def work(handle: Handle) -> dict[str, Any]:
            readings: list[Extraction] = []
            items: list[dict[str, Any]] = []
            with self._store.read() as reader:
                taught = taught_in(reader)
            for line in read_texts(texts, self._limits, handle.stop, taught):
                items.append(_item(line))
                if "reading" in line:
                    readings.append(extraction_of(line["reading"], line["text"]))
                handle.progress(len(items))
            result: dict[str, Any] = {"committed": False, "generation": None, "texts": items}
            if commit and readings:
                handle.begin_storing()
                result |= self._store_texts(readings, items, who, taught)
            return result

        return work

    def of_rdf(self, sent: SentRdf, who: str) -> Work:
        """Return the work of checking RDF and storing it in a graph of import."""

        def work(handle: Handle) -> dict[str, Any]:
            line = read_rdf(sent, self._limits, handle.stop)
            if "problem" in line:
                raise _told(line["problem"])
            flaws = line["flaws"]
            grave = [flaw for flaw in flaws if flaw["severity"] == _GRAVE]
            if grave:
                raise _unsound(sent.name, grave)
            handle.begin_storing()
            quads = list(parse(line["quads"].encode(), RdfFormat.N_QUADS))
            with self._keeper.audit.writing(who, "import", sent.name) as entry:
                done = import_quads(self._store, quads, sent.name)
                entry.generation = done.generation
            return {
                "committed": True,
                "generation": done.generation,
                "graph": done.graph,
                "quads": done.quads,
                "flaws": flaws,
            }

        return work

    def _store_texts(
        self,
        readings: Sequence[Extraction],
        items: list[dict[str, Any]],
        who: str,
        taught: tuple[Taught, ...],
    ) -> dict[str, Any]:
        by_text = {(one.article.identifier, one.article.sha256): one for one in readings}
        about = ", ".join(one.article.identifier for one in readings)
        with self._keeper.audit.writing(who, "ingest", about) as entry:
            report = ingest(
                self._store,
                [one.article for one in readings],
                read=lambda article: by_text[article.identifier, article.sha256],
                linker=_linker().taking(taught),
                now=self._clock(),
            )
            entry.generation = report.generation
        with self._store.read() as reader:
            for item in items:
                if item["source"] in report.sources:
                    claims = claims_of_source(reader, item["source"])
                    item["claims"] = plain(claims)
                    item["changed"] = item["source"] in report.changed
        return {
            "committed": True,
            "generation": report.generation,
            "problems": [as_data(problem) for problem in report.problems],
        }


def _told(data: dict[str, Any]) -> InputError:
    """Return the problem that the reading process told."""
    message, remedy = Text(**data["message"]), data["remedy"]
    return InputError(message, place=data["place"], remedy=Text(**remedy) if remedy else None)


def _item(line: dict[str, Any]) -> dict[str, Any]:
    """Return what is told of one text: its reading, or why it was not read."""
    item: dict[str, Any] = {
        "name": line["name"],
        "source": None,
        "text": None,
        "reading": None,
        "problem": line.get("problem"),
        "claims": None,
        "changed": None,
    }
    if "reading" in line:
        article = extraction_of(line["reading"], line["text"]).article
        item |= {"source": source_of(article), "text": line["text"], "reading": line["reading"]}
    return item


def _unsound(name: str, grave: list[dict[str, Any]]) -> InputError:
    first = grave[0]
    more = len(grave) - 1
    return InputError(
        Text(
            f"{first['vi']} ({first['focus']} = {first['value']}) và {more} lỗi khác",
            f"{first['en']} ({first['focus']} = {first['value']}) and {more} more",
        ),
        place=name,
        remedy=Text("sửa các chỗ trái quy tắc rồi gửi lại", "correct what breaks the rules"),
    )


@cache
def _linker() -> Linker:
    """Return what citations are resolved against: the register that came with Cascade."""
    return Linker(read_register(default_register())[0])
