"""A small cascade in values, with every doubt that answers must show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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
    Inference,
    Lag,
    Level,
    Modality,
    PartialDate,
    Standing,
    UnitCoverage,
    UnitState,
    Value,
    Verification,
)

SOUND = Evidence(
    claim="x:claim/1",
    source="x:source/1",
    source_name="Sổ văn bản",
    places=("https://example.org/a",),
    verification=Verification.VERIFIED_TWICE,
    quote="Thực hiện Quy định 105-QĐ/TW",
    cue="Thực hiện",
)
WEAK = replace(
    SOUND,
    places=(),
    verification=Verification.UNVERIFIED,
    quote=None,
    cue=None,
    modality=Modality.PLANNED,
    inference=(Inference.ALIAS,),
    note="kiến thức chung",
)

ROOT = Document(
    iri="https://w3id.org/cascade-vn/id/document/tw/qd/105/xii",
    name="Quy định 105-QĐ/TW",
    spelling="105-QĐ/TW",
    number="105-QĐ/TW",
    type_vi="Quy định",
    type_en="Regulation",
    level=Level.CENTRAL,
    unit=None,
    unit_iri=None,
    term="XII",
    issuers=("Bộ Chính trị",),
    issued=PartialDate(2017, 12, 19),
    title="phân cấp quản lý cán bộ và bổ nhiệm, giới thiệu cán bộ ứng cử",
    verification=Verification.VERIFIED_TWICE,
)
SUCCESSOR = replace(
    ROOT,
    iri="https://w3id.org/cascade-vn/id/document/tw/qd/80/xiii",
    name="Quy định 80-QĐ/TW",
    spelling="80-QĐ/TW",
    number="80-QĐ/TW",
    term="XIII",
    issued=PartialDate(2022, 8, 18),
)
LOCAL = replace(
    ROOT,
    iri="https://w3id.org/cascade-vn/id/document/tu/ha-tinh/qd/680/2015-2020",
    name="Quy định 680-QĐ/TU",
    spelling="680-QĐ/TU@Hà Tĩnh",
    number="680-QĐ/TU",
    level=Level.PROVINCE,
    unit="Hà Tĩnh",
    unit_iri="x:unit/ha-tinh",
    term="2015-2020",
    issuers=("Tỉnh ủy Hà Tĩnh",),
    issued=PartialDate(2018, 5, 16),
    title="phân cấp quản lý cán bộ",
    verification=Verification.SEEN_ONCE,
)
PARTIAL = replace(
    LOCAL,
    iri="x:partial",
    name="Kế hoạch 1-KH/TU",
    unit="Cà Mau",
    issued=PartialDate(2018, 3),
    verification=Verification.UNVERIFIED,
    disputed=("issued", "title"),
)
UNDATED = replace(LOCAL, iri="x:undated", name="Kế hoạch 2-KH/TU", unit="Huế", issued=None)

REPLACED = Standing(
    force=Force.ENDED,
    on=date(2023, 1, 1),
    since=ROOT.issued,
    endings=(Ending("replaces", SUCCESSOR, SUCCESSOR.issued, (SOUND,)),),
)
ASSUMED = Standing(force=Force.ASSUMED, on=date(2023, 1, 1), since=LOCAL.issued, endings=())


def node(document: Document, **changes: object) -> CascadeNode:
    lag = Lag.between(ROOT.issued, document.issued)
    plain = CascadeNode(document, ("basedOn",), 1, lag, lag, (), (SOUND,))
    return replace(plain, **changes)  # type: ignore[arg-type]


REPEATED = node(PARTIAL, depth=2, repeated=True, predicates=("implements", "guides"))
NODES = (
    node(LOCAL, children=(REPEATED,), standing=REPLACED),
    node(PARTIAL),
    node(UNDATED, evidence=(WEAK,)),
)
CASCADE = Cascade(
    root=ROOT,
    down=True,
    as_of=date(2023, 1, 1),
    depth=None,
    standing=REPLACED,
    nodes=NODES,
    documents=3,
    by_level=((Level.PROVINCE, 3),),
    units=3,
)
COVERAGE = Coverage(
    document=ROOT,
    units=(
        UnitCoverage(
            unit="Hà Tĩnh",
            unit_iri="x:unit/ha-tinh",
            region="Bắc Trung Bộ",
            state=UnitState.FOUND,
            first=LOCAL,
            lag=Lag(148, 148),
            chain=(LOCAL, ROOT),
            documents=1,
            evidence=(SOUND,),
        ),
        UnitCoverage("Huế", "x:unit/hue", None, UnitState.REPORTED, None, None, (), 0, (WEAK,)),
        UnitCoverage("Lào Cai", "x:unit/lc", None, UnitState.NONE_FOUND, None, None, (), 0, ()),
    ),
    unit_set=34,
    found=1,
    median_lag=148,
    sources=2,
)
DESCRIPTION = Description(
    document=replace(ROOT, disputed=("issued",)),
    standing=REPLACED,
    values=(
        ("number", (Value("105-QĐ/TW", True, (SOUND,)),)),
        ("issued", (Value("2017-12-19", True, (SOUND,)), Value("2017-12", False, (WEAK,)))),
    ),
    outgoing=(Edge(ROOT, "amends", SUCCESSOR, (WEAK,)),),
    incoming=(Edge(SUCCESSOR, "replaces", ROOT, (SOUND,)), Edge(LOCAL, "basedOn", ROOT, (SOUND,))),
    same_number=(LOCAL,),
)

#: What data may hold to harm a terminal, a spreadsheet or a page.
HOSTILE = "\x1b[31m=cmd|' /C calc'!A0[red]\u202e\x07\r\n\x9b2J:boom:"
