"""What rows of different tables owe each other: pointers that lead somewhere, dates in order.

Only what cannot be is a fault. Dates that sources merely dispute are kept as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from graph.errors import RowProblem, Text
from graph.model import PartialDate
from graph.read.lines import shown
from graph.records import (
    CentralDocumentRow,
    Plainness,
    Pointer,
    ProvinceRow,
    ProvincialTermRow,
    Register,
    Row,
    ScopeKind,
    ScopeRow,
)

_Dated = PartialDate | None


def find_faults(
    register: Register, refused: Mapping[str, frozenset[str] | None]
) -> Iterator[RowProblem]:
    """Yield every fault between rows.

    `refused` tells for each table what its refused rows name (None: it could not be read at all);
    their faults are told where they stand and not held against the rows that name them.
    """
    yield from _decoys(register)
    backwards = list(_backwards(register))
    yield from backwards
    yield from _overlapping_terms(register)
    yield from _addresses(register)
    if refused["central_documents"] is not None:
        yield from find_dangling(register)
    if (terms := refused["terms"]) is not None:
        yield from _unknown_terms(register, terms)
    if (units := refused["provinces"]) is not None:
        lines = {fault.line for fault in backwards if fault.file == ProvinceRow.FILE}
        doubted = {unit.name for unit in register.provinces if unit.place.line in lines}
        yield from _unknown_units(register, units | doubted)


def _fault(row: Row, column: str, value: object, message: Text, remedy: Text) -> RowProblem:
    told = "" if value is None else shown(str(value))
    return RowProblem(row.place.file, row.place.line, column, told, message, remedy)


# --- decoys


def _decoys(register: Register) -> Iterator[RowProblem]:
    why = {(decoy.number, decoy.date): decoy.why for decoy in register.decoys}
    for row, column, number, issued in _numbers(register):
        reason = why.get((number or "", issued))
        if reason is not None:
            yield _fault(
                row,
                column,
                f"{number}@{issued or ''}",
                Text(
                    f"decoys.csv ghi số này là giả: {reason}",
                    f"decoys.csv lists this number as no such document: {reason}",
                ),
                Text(
                    "bỏ dòng này, hoặc tìm nguồn khác rồi sửa decoys.csv",
                    "leave the row out, or find another source and correct decoys.csv",
                ),
            )


def _numbers(register: Register) -> Iterator[tuple[Row, str, str | None, _Dated]]:
    """Yield all documents that rows speak of; what a page cites without a date is no match."""
    for document in register.central_documents:
        yield document, "number", document.number, document.issued
    for relation in register.central_relations:
        yield relation, "subject_number", relation.subject_number, relation.subject_date
        yield relation, "object_number", relation.object_number, relation.object_date
    for fact in register.provincial_facts:
        yield fact, "subject_number", fact.subject_number, fact.subject_issued
        if fact.object_issued is not None:
            yield fact, "object_number", fact.object_number, fact.object_issued


# --- dates in order


def _backwards(register: Register) -> Iterator[RowProblem]:
    for row, column, begin, end in _stretches(register):
        if begin is not None and end is not None and end.latest < begin.earliest:
            yield _fault(
                row,
                column,
                end,
                Text(f"kết thúc trước khi bắt đầu ({begin})", f"ends before it begins ({begin})"),
                Text("đối chiếu hai ngày với nguồn", "check both dates against the source"),
            )
    for document in register.central_documents:
        yield from _impossible_replacements(document)


def _stretches(register: Register) -> Iterator[tuple[Row, str, _Dated, _Dated]]:
    for kind in register.document_types:
        yield kind, "valid_to", kind.valid_from, kind.valid_to
    for code in register.issuer_codes:
        yield code, "valid_to", code.valid_from, code.valid_to
    for unit in register.provinces:
        yield unit, "valid_to", unit.valid_from, unit.valid_to
    for body in register.central_bodies:
        yield body, "valid_to", body.valid_from, body.valid_to
    for span in register.provincial_terms:
        yield span, "ends", span.starts, span.ends
    for plenum in register.plenums:
        yield plenum, "held_to", plenum.held_from, plenum.held_to
    for term in register.terms:
        yield term, "end", term.start, term.end
        yield term, "congress_closed", term.congress_opened, term.congress_closed
    for official in register.officials:
        yield official, "to", official.held_from, official.held_to


def _impossible_replacements(document: CentralDocumentRow) -> Iterator[RowProblem]:
    remedy = Text(
        "đối chiếu ngày, hoặc đổi chiều thay thế", "check the dates, or turn the replacement round"
    )
    for newer in document.replaced_by:
        if newer.issued.latest < document.issued.earliest:
            message = Text(
                f"bị thay thế trước ngày ban hành ({document.issued})",
                f"replaced before it was issued ({document.issued})",
            )
            yield _fault(document, "replaced_by", newer, message, remedy)
    for older in document.replaces:
        if older.issued.earliest > document.issued.latest:
            message = Text(
                f"thay thế văn bản ra sau nó ({document.issued})",
                f"replaces a document issued after it ({document.issued})",
            )
            yield _fault(document, "replaces", older, message, remedy)


def _overlapping_terms(register: Register) -> Iterator[RowProblem]:
    by_unit: dict[str | None, list[ProvincialTermRow]] = defaultdict(list)
    for row in register.provincial_terms:
        by_unit[row.unit].append(row)
    for rows in by_unit.values():
        ordered = sorted(rows, key=lambda row: (row.starts.earliest, row.term))
        for before, after in pairwise(ordered):
            if before.ends is None or before.ends.latest >= after.starts.earliest:
                yield _fault(
                    after,
                    "starts",
                    after.starts,
                    Text(
                        f"nhiệm kỳ {before.term} của đơn vị này chưa hết",
                        f"the unit's term {before.term} has not ended",
                    ),
                    Text("sửa ngày của một trong hai dòng", "correct a date of one of the rows"),
                )


# --- pointers


def find_dangling(register: Register) -> Iterator[RowProblem]:
    """Yield every pointer at a document that the register does not hold."""
    known = {document.pointer for document in register.central_documents}
    for row, column, pointer in _pointers(register):
        if pointer not in known:
            yield _fault(
                row,
                column,
                pointer,
                Text(
                    "không có văn bản này trong central_documents.csv, hoặc dòng của nó bị từ chối",
                    "no such document in central_documents.csv, or its row was refused",
                ),
                Text(
                    "thêm văn bản ấy, hoặc sửa số và ngày cho khớp",
                    "add that document, or make number and date agree",
                ),
            )


def _pointers(register: Register) -> Iterator[tuple[Row, str, Pointer]]:
    for document in register.central_documents:
        for column in ("replaces", "amended_by", "replaced_by"):
            yield from ((document, column, pointer) for pointer in getattr(document, column))
    for relation in register.central_relations:
        yield relation, "subject_number", relation.subject
        yield relation, "object_number", relation.object
    for plenum in register.plenums:
        yield from ((plenum, "documents", pointer) for pointer in plenum.documents)
    for alias in register.alias_defaults:
        yield from ((alias, "members", pointer) for pointer in alias.members)
        if alias.default is not None:
            yield alias, "default", alias.default
    yield from ((scope, "document", scope.document) for scope in register.scope)


def _unknown_terms(register: Register, refused: frozenset[str]) -> Iterator[RowProblem]:
    known = {row.term for row in register.terms} | refused
    told: list[tuple[Row, str | None]] = [(row, row.term) for row in register.central_documents]
    told += [(row, row.term) for row in register.plenums]
    for row, term in told:
        if term is not None and term not in known:
            yield _fault(
                row,
                "term",
                term,
                Text("không có khóa này trong terms.csv", "no such term in terms.csv"),
                Text("sửa khóa, hoặc thêm vào terms.csv", "correct it, or add it to terms.csv"),
            )


# --- units


def _unknown_units(register: Register, refused: frozenset[str]) -> Iterator[RowProblem]:
    by_name: dict[str, list[ProvinceRow]] = defaultdict(list)
    for unit in register.provinces:
        by_name[unit.name].append(unit)
    for row, column, name, day in _named_units(register):
        units = by_name.get(name, [])
        stands = any(day is None or unit.stands_on(day) for unit in units)
        if not stands and name not in refused:
            yield _fault(row, column, name, *_no_unit(units, day))
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
        yield _fault(
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
        yield _fault(
            scope,
            "value",
            scope.value,
            Text("không có vùng này trong provinces.csv", "no such region in provinces.csv"),
            Text("viết đúng tên vùng trong provinces.csv", "spell it as provinces.csv does"),
        )


# --- addresses


def _addresses(register: Register) -> Iterator[RowProblem]:
    for fact in register.provincial_facts:
        kept = any(item.startswith(("http://", "https://")) for item in fact.source)
        if isinstance(fact.plainness, Plainness) and not kept:
            yield _fault(
                fact,
                "confidence",
                fact.plainness,
                Text("không có địa chỉ nguồn", "no address of a source is kept"),
                Text("thêm địa chỉ, hoặc ghi unverified", "add the address, or say unverified"),
            )
