"""Names that rows use and other tables must know: terms, types, units, regions; aliases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.errors import RowProblem, Text
from graph.folding import bare
from graph.model import PartialDate
from graph.read.faults import fault
from graph.records import CentralDocumentRow, ProvinceRow, Register, Row, ScopeKind, ScopeRow

_Dated = PartialDate | None


def find_unknown_names(
    register: Register, refused: Mapping[str, frozenset[str] | None]
) -> Iterator[RowProblem]:
    """Yield every name that its table does not know, and every alias of two documents.

    `refused` tells for each table what its refused rows name (None: it could not be read at all);
    their faults are told where they stand and not held against the rows that name them.
    """
    documents = register.central_documents
    yield from _shared_aliases(documents)
    if (terms := refused["terms"]) is not None:
        known = {row.term for row in register.terms} | terms
        yield from _unknown(((row, row.term) for row in documents), "term", "terms.csv", known)
        yield from _unknown(
            ((row, row.term) for row in register.plenums), "term", "terms.csv", known
        )
    if (types := refused["document_types"]) is not None:
        known = {row.type_vi for row in register.document_types} | types
        named = ((row, row.type_vi) for row in documents)
        yield from _unknown(named, "type_vi", "document_types.csv", known)
    if (units := refused["provinces"]) is not None:
        yield from _unknown_units(register, units)


def _unknown(
    named: Iterable[tuple[Row, str | None]], column: str, file: str, known: set[str]
) -> Iterator[RowProblem]:
    for row, name in named:
        if name is not None and name not in known:
            yield fault(
                row,
                column,
                name,
                Text(f"không có tên này trong {file}", f"{file} has no such name"),
                Text(f"sửa lại, hoặc thêm vào {file}", f"correct it, or add it to {file}"),
            )


def _shared_aliases(documents: tuple[CentralDocumentRow, ...]) -> Iterator[RowProblem]:
    bearers: dict[str, CentralDocumentRow] = {}
    for document in sorted(documents, key=lambda row: row.place.line):
        for alias in document.aliases:
            first = bearers.setdefault(bare(alias), document)
            if first is not document:
                yield fault(
                    document,
                    "aliases",
                    alias,
                    Text(
                        f"tên gọi này đã thuộc về {first.pointer}",
                        f"this alias already denotes {first.pointer}",
                    ),
                    Text(
                        "chuyển tên gọi chung sang alias_defaults.csv",
                        "put an alias of several documents into alias_defaults.csv",
                    ),
                )


def _unknown_units(register: Register, refused: frozenset[str]) -> Iterator[RowProblem]:
    by_name: dict[str, list[ProvinceRow]] = defaultdict(list)
    for unit in register.provinces:
        by_name[unit.name].append(unit)
    for row, column, name, day in _named_units(register):
        units = by_name.get(name, [])
        stands = any(day is None or unit.stands_on(day) for unit in units)
        if not stands and name not in refused:
            yield fault(row, column, name, *_no_unit(units, day))
    regions = {name for unit in register.provinces for name in (unit.region, unit.region_2025)}
    for scope in register.scope:
        yield from _bad_scope(scope, regions if not refused else {*regions, scope.value})


def _named_units(register: Register) -> Iterator[tuple[Row, str, str, _Dated]]:
    facts, officials = register.provincial_facts, register.provincial_officials
    yield from (
        (row, "province", row.province, row.subject_issued) for row in facts if row.province
    )
    yield from ((row, "province", row.province, row.as_of) for row in officials if row.province)
    for span in register.provincial_terms:
        if span.unit is not None:
            yield span, "unit", span.unit, span.starts
    for scope in register.scope:
        if scope.kind is ScopeKind.UNIT and scope.value is not None:
            yield scope, "value", scope.value, scope.document.issued
    for unit in register.provinces:
        yield from ((unit, "merged_into", name, None) for name in unit.merged_into)


def _no_unit(units: list[ProvinceRow], day: _Dated) -> tuple[Text, Text]:
    if not units:
        return (
            Text("không có đơn vị này trong provinces.csv", "no such unit in provinces.csv"),
            Text("viết đúng tên trong provinces.csv", "spell it as provinces.csv does"),
        )
    return (
        Text(f"đơn vị này không tồn tại ngày {day}", f"the unit did not stand on {day}"),
        Text(
            "dùng tên đơn vị vào ngày ấy, hoặc sửa ngày",
            "use the name of the unit on that day, or correct the date",
        ),
    )


def _bad_scope(scope: ScopeRow, regions: set[str | None]) -> Iterator[RowProblem]:
    if (scope.value is None) != (scope.kind is ScopeKind.COASTAL):
        yield fault(
            scope,
            "value",
            scope.value,
            Text("phạm vi và giá trị không khớp", "kind and value do not fit together"),
            Text(
                "coastal thì để trống; region và unit phải có tên",
                "leave it empty for coastal; name the region or unit otherwise",
            ),
        )
    elif scope.kind is ScopeKind.REGION and scope.value not in regions:
        yield fault(
            scope,
            "value",
            scope.value,
            Text("không có vùng này trong provinces.csv", "no such region in provinces.csv"),
            Text("viết đúng tên vùng trong provinces.csv", "spell it as provinces.csv does"),
        )
