"""Answers made by hand, for every state that a page can show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from graph.errors import AmbiguousDocument, CascadeError, NotFound, Text
from graph.lineage.place import Place
from graph.model import (
    Cascade,
    CascadeNode,
    Coverage,
    Description,
    Document,
    Edge,
    Ending,
    Evidence,
    Force,
    Hit,
    Lag,
    Level,
    Overview,
    PartialDate,
    Responsibility,
    Scene,
    SceneQuestion,
    Signing,
    Standing,
    UnitCoverage,
    UnitState,
    Value,
    Verification,
    View,
)
from tests.api import sample_scene

DATA = "https://w3id.org/cascade-vn/id/"
TODAY = date(2026, 1, 15)


def evidence(number: int = 1, **changed: object) -> Evidence:
    made = Evidence(
        claim=f"{DATA}claim/{number}",
        source=f"{DATA}source/register",
        source_name="Sổ văn bản",
        places=(f"https://example.org/van-ban/{number}",),
        verification=Verification.SEEN_ONCE,
        cue="thực hiện",
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def document(name: str, slug: str, issued: str | None, level: Level, **changed: object) -> Document:
    number = name.rpartition(" ")[-1]
    made = Document(
        iri=f"{DATA}document/{slug}",
        name=name,
        spelling=f"{number}@{slug.rpartition('/')[-1]}",
        number=number,
        type_vi="Nghị quyết",
        type_en="Resolution",
        level=level,
        unit=None,
        unit_iri=None,
        term="XIII",
        issuers=("Bộ Chính trị",),
        issued=PartialDate.parse(issued) if issued else None,
        title="Về đột phá phát triển khoa học, công nghệ và chuyển đổi số quốc gia",
        verification=Verification.VERIFIED_TWICE,
    )
    return replace(made, **changed)  # type: ignore[arg-type]


ROOT = document("Nghị quyết 57-NQ/TW", "tw/nq/57/xiii", "2024-12-22", Level.CENTRAL)
STATE = document(
    "Nghị quyết 71/NQ-CP", "cp/nq/2025/71", "2025-04-01", Level.CENTRAL, issuers=("Chính phủ",)
)
TWINS = tuple(
    document("Nghị quyết 18-NQ/TW", f"tw/nq/18/{term}", issued, Level.CENTRAL, title=title)
    for term, issued, title in (
        ("xii", "2017-10-25", "Tiếp tục đổi mới, sắp xếp tổ chức bộ máy"),
        ("xiii", "2022-06-16", "Thể chế, chính sách về đất đai"),
    )
)
PROVINCES = (
    ("Hà Giang", "Trung du và miền núi Bắc Bộ"),
    ("Hà Nội", "Đồng bằng sông Hồng"),
    ("Quảng Ninh", "Đồng bằng sông Hồng"),
    ("Nghệ An", "Bắc Trung Bộ và duyên hải Trung Bộ"),
    ("Đắk Lắk", "Tây Nguyên"),
    ("Bà Rịa - Vũng Tàu", "Đông Nam Bộ"),
    ("Cà Mau", "Đồng bằng sông Cửu Long"),
)


def local_document(place: int) -> Document:
    name, _ = PROVINCES[place]
    return document(
        f"Chương trình hành động {place + 10}-CTr/TU",
        f"tu/t{place}/ctr/{place + 10}/2020-2025",
        f"2025-0{place + 1}-15",
        Level.PROVINCE,
        unit=name,
        issuers=(f"Tỉnh ủy {name}",),
        verification=Verification.UNVERIFIED if place == 2 else Verification.SEEN_ONCE,
        disputed=("issued",) if place == 3 else (),
    )


def node(it: Document, depth: int, *children: CascadeNode, **changed: object) -> CascadeNode:
    since = Lag.between(ROOT.issued, it.issued)
    made = CascadeNode(
        it, ("implements",), depth, since, since, children, evidence=(evidence(depth),)
    )
    return replace(made, **changed)  # type: ignore[arg-type]


STANDING = Standing(Force.ASSUMED, TODAY, PartialDate(2024, 12, 22), ())
ENDED = Standing(
    Force.ENDED,
    TODAY,
    PartialDate(2024, 12, 22),
    (Ending("replaces", STATE, PartialDate(2025, 8, 18), (evidence(9),)),),
)
PLAN = document(
    "Kế hoạch 5-KH/HU", "hu/kh/5", "2025-06", Level.DISTRICT, unit="Hạ Long", issuers=("Huyện ủy",)
)


def cascade(down: bool = True, depth: int | None = None, as_of: date | None = None) -> Cascade:
    plan = node(PLAN, 2, standing=ENDED, predicates=("implements", "basedOn"))
    locals_ = [node(local_document(i), 1, *([plan] if i == 2 else [])) for i in range(7)]
    again = node(local_document(0), 2, repeated=True)
    nodes = (node(STATE, 1, again), *locals_)
    levels = ((Level.CENTRAL, 1), (Level.PROVINCE, 7), (Level.DISTRICT, 1))
    return Cascade(ROOT, down, as_of, depth, STANDING, nodes, 9, levels, 7)


def coverage(unit_set: int = 34) -> Coverage:
    units = []
    for place, (name, region) in enumerate(PROVINCES):
        first = local_document(place)
        state = (UnitState.OUT_OF_SCOPE, UnitState.NONE_FOUND, UnitState.REPORTED)
        found = place < 4
        units.append(
            UnitCoverage(
                name,
                f"{DATA}unit/{place}",
                region,
                UnitState.FOUND if found else state[place - 4],
                first if found else None,
                Lag.between(ROOT.issued, first.issued) if found else None,
                (first, STATE, ROOT) if found else (),
                place + 1 if found else 0,
                (evidence(place),) if found or place == 6 else (),
            )
        )
    return Coverage(ROOT, tuple(units), unit_set, 4, 69, 12)


def description(it: Document = ROOT) -> Description:
    local = tuple(Edge(local_document(i), "implements", it, (evidence(i),)) for i in range(7)) * 2
    dates = (
        Value("2024-12-22", True, (evidence(1), evidence(2, places=()))),
        Value("2024-12-23", False, (evidence(3, verification=Verification.UNVERIFIED),)),
    )
    values = (
        ("number", (Value("57-NQ/TW", True, (evidence(1),)),)),
        ("issued", dates),
        ("title", (Value(str(it.title), True, (evidence(1, quote="Bài viết thực hiện."),)),)),
    )
    outgoing = (Edge(it, "replaces", STATE, (evidence(4),)),)
    said = (evidence(5, quote="Tỉnh họp bàn Nghị quyết 57-NQ/TW.", marks=((13, 32),)),)
    return Description(it, ENDED, values, outgoing, local, TWINS[:1], mentions=said, mentioned=61)


def place(it: Document, standing: Standing) -> Place:
    """Return a document that rests on one, is carried out by many, and replaced another."""
    down = sample_scene.scene(cascade(), SceneQuestion(it.iri, View()), standing).outline
    above = replace(down, documents=1, units=0, by_level=((Level.CENTRAL, 1),))
    signed = (Signing("Nguyễn Văn A", f"{DATA}official/a", (evidence(8),)),)
    duty = Responsibility(it, TODAY, signed, (), ())
    return Place((TWINS[0],), above, down, ((TWINS[0],),), ((STATE,), (TWINS[1],)), duty)


OVERVIEW = Overview(1234, 321, 34, 5678, ((ROOT, 31), (TWINS[0], 7)))


@dataclass
class SampleAnswers:
    """Says what is put in; raises `failing` whenever it is asked."""

    failing: Exception | None = None
    described: Description = field(default_factory=description)
    cascaded: Cascade | None = None
    covered: Coverage | None = None
    placed: Place | None = None
    hits: tuple[Hit, ...] = ()
    counted: Overview = OVERVIEW
    beside: tuple[str, str] = ("", "")
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def _ask(self, *question: object) -> None:
        self.asked.append(question)
        if self.failing:
            raise self.failing

    def _document(self, text: str) -> Document:
        if text == "18-NQ/TW":
            raise AmbiguousDocument(text, tuple(it.spelling for it in TWINS))
        for it in (ROOT, STATE, *TWINS, *(local_document(i) for i in range(7))):
            if text in (it.iri, it.spelling, it.number):
                return it
        raise not_found(text)

    def document(self, text: str) -> Document:
        self._ask("document", text)
        return self._document(text)

    def documents(self, spellings: tuple[str, ...]) -> tuple[Document, ...]:
        self._ask("documents", spellings)
        return tuple(self._document(spelling) for spelling in spellings)

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        self._ask("find", text, limit)
        return self.hits

    def describe(self, text: str, on: date, known_on: date | None = None) -> Description:
        self._ask("describe", text, on, known_on)
        self._document(text)
        return self.described

    def place(self, document: Document) -> Place:
        self._ask("place", document.iri)
        return self.placed or place(document, self.described.standing)

    def trace(self, text: str, down: bool, depth: int | None, as_of: date | None) -> Cascade:
        self._ask("trace", text, down, depth, as_of)
        self._document(text)
        return self.cascaded or cascade(down, depth, as_of)

    def scene(self, question: SceneQuestion) -> Scene:
        self._ask("scene", question)
        self._document(question.document)
        made = self.cascaded or cascade(question.view.down, None, question.view.as_of)
        return sample_scene.scene(made, question, self.described.standing)

    def coverage(self, text: str, unit_set: int) -> Coverage:
        self._ask("coverage", text, unit_set)
        self._document(text)
        return self.covered or coverage(unit_set)

    def around(self, evidence: Evidence) -> tuple[str, str]:
        return self.beside if evidence.quote else ("", "")

    def overview(self) -> Overview:
        self._ask("overview")
        return self.counted


def not_found(text: str) -> CascadeError:
    return NotFound(
        Text(f"Không có văn bản nào tên “{text}”", f"No document is called “{text}”"),
        remedy=Text("tìm theo số", "search by number"),
    )


def hit(it: Document) -> Hit:
    return Hit(it.iri, "document", it.name, str(it.title), it)
