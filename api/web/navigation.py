"""The navigation that all pages share: where each entry leads."""

from __future__ import annotations

from dataclasses import dataclass

from api.web import format as written
from graph.errors import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the navigation.

    Parameters
    ----------
    key : which page it stands for; a page says the same by its block `kind`.
    label : its wording.
    path : its address.
    of_document : whether it keeps to the document at hand, as `doc`.
    without : where it leads while there is no document at hand; empty: to `path` as well.
    foot : whether it stands at the foot of the page, not in the menu at its head.
    """

    key: str
    label: Text
    path: str
    of_document: bool = False
    without: str = ""
    foot: bool = False

    def address(self, spelling: str | None, language: str) -> str:
        """Return where it leads from a page on the document of that spelling, or on none."""
        if self.of_document and spelling:
            return written.address(self.path, doc=spelling, lang=language)
        return written.address(self.without or self.path, lang=language)


ENTRIES = (
    Entry("cascade", Text("Lược đồ", "Cascade"), "/luoc-do", of_document=True, without="/"),
    Entry("document", Text("Văn bản", "Documents"), "/van-ban", of_document=True, without="/tim"),
    Entry("matrix", Text("Ma trận độ phủ", "Coverage"), "/ma-tran", of_document=True),
    Entry("alerts", Text("Cảnh báo", "Alerts"), "/canh-bao"),
    Entry("sparql", Text("SPARQL", "SPARQL"), "/truy-van"),
    Entry("sources", Text("Nguồn", "Sources"), "/nguon"),
    Entry("people", Text("Cán bộ, cơ quan", "Officials, bodies"), "/can-bo"),
    Entry("questions", Text("Câu hỏi năng lực", "Competency questions"), "/questions", foot=True),
    Entry("ontology", Text("Bản thể", "Ontology"), "/ontology", foot=True),
)
