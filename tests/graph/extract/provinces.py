"""A small gazetteer and a reader for tests: provinces by hand, no register."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extract.actors import Actors, find_actors
from graph.extract.article import Prepared, prepare
from graph.extract.citations import find_citations
from graph.extract.gazetteer import Knowledge, KnownProvince
from graph.extraction import Article, CitedDocument
from graph.model import PartialDate

_NAMES = (
    "Nghệ An,Đắk Lắk,Lâm Đồng,Quảng Ninh,Sơn La,Lai Châu,Bắc Ninh,Lào Cai,Bình Dương,Đồng Tháp,"
    "Quảng Trị,Ninh Bình,Bà Rịa - Vũng Tàu,Gia Lai,Kiên Giang,Hòa Bình,Thanh Hóa,Hà Giang"
)
_PROVINCES = _NAMES.split(",")
_CITIES = {
    "Hải Phòng": (),
    "Đà Nẵng": (),
    "Hồ Chí Minh": ("TPHCM", "TP.HCM", "Thành phố Hồ Chí Minh", "TP Hồ Chí Minh"),
}
KNOWLEDGE = Knowledge(
    provinces=(
        *(KnownProvince(name) for name in _PROVINCES),
        *(KnownProvince(name, aliases, city=True) for name, aliases in _CITIES.items()),
    )
)


@dataclass(frozen=True)
class Read:
    """What was read in a text, with names in place of ids."""

    prepared: Prepared
    documents: tuple[CitedDocument, ...]
    actors: Actors

    @property
    def people(self) -> dict[str, list[tuple[str, str | None]]]:
        return {
            official.name: [(position.title, position.body) for position in official.positions]
            for official in self.actors.officials
        }

    @property
    def bodies(self) -> list[str]:
        return [body.name for body in self.actors.bodies]

    def name(self, identifier: str | None) -> str | None:
        names = {body.id: body.name for body in self.actors.bodies}
        names |= {official.id: official.name for official in self.actors.officials}
        names |= {
            document.id: document.number or document.alias or document.title or ""
            for document in self.documents
        }
        return None if identifier is None else names[identifier]

    def ties(self, predicate: str) -> set[tuple[str | None, str | None]]:
        return {
            (self.name(relation.subject), self.name(relation.object))
            for relation in self.actors.relations
            if relation.predicate == predicate
        }

    @property
    def figures(self) -> list[tuple[float, str, str | None]]:
        return [
            (result.value, result.unit, self.name(result.document))
            for result in self.actors.results
        ]


def read(text: str, published: str | None = None, province: str | None = None) -> Read:
    day = PartialDate.parse(published) if published else None
    article = Article("text", text, "0" * 64, published=day, province=province)
    prepared = prepare(article, KNOWLEDGE)
    documents = find_citations(prepared, KNOWLEDGE).documents
    return Read(prepared, documents, find_actors(prepared, KNOWLEDGE, documents))
