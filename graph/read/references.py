"""What rows of different tables owe each other: pointers that lead somewhere, dates in order.

Only what cannot be is a fault. Dates that sources merely dispute are kept as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph.errors import RowProblem, Text
from graph.model import PartialDate
from graph.read.faults import fault
from graph.records import (
    CentralDocumentRow,
    Pointer,
    ProvincialTermRow,
    Register,
    Row,
)

_Dated = PartialDate | None


def find_faults(register: Register) -> Iterator[RowProblem]:
    """Yield what cannot be: decoys, stretches of time turned round, statements without a source."""
    yield from _decoys(register)
    yield from _backwards(register)
    yield from _overlapping_terms(register)
    yield from _addresses(register)
    yield from _defaults(register)


# --- decoys


def _decoys(register: Register) -> Iterator[RowProblem]:
    why = {(decoy.number, decoy.date): decoy.why for decoy in register.decoys}
    for row, column, number, issued in _numbers(register):
        reason = why.get((number or "", issued))
        if reason is not None:
            yield fault(
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
            yield fault(
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
            yield fault(document, "replaced_by", newer, message, remedy)
    for older in document.replaces:
        if older.issued.earliest > document.issued.latest:
            message = Text(
                f"thay thế văn bản ra sau nó ({document.issued})",
                f"replaces a document issued after it ({document.issued})",
            )
            yield fault(document, "replaces", older, message, remedy)


def _overlapping_terms(register: Register) -> Iterator[RowProblem]:
    by_unit: dict[str | None, list[ProvincialTermRow]] = defaultdict(list)
    for row in register.provincial_terms:
        by_unit[row.unit].append(row)
    for rows in by_unit.values():
        ordered = sorted(rows, key=lambda row: (row.starts.earliest, row.term))
        for before, after in pairwise(ordered):
            if before.ends is None or before.ends.latest >= after.starts.earliest:
                yield fault(
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
            yield fault(
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
    for contradiction in register.contradictions:
        yield from ((contradiction, "documents", pointer) for pointer in contradiction.documents)
    yield from ((scope, "document", scope.document) for scope in register.scope)


# --- single rows


def _addresses(register: Register) -> Iterator[RowProblem]:
    for fact in register.provincial_facts:
        kept = any(item.startswith(("http://", "https://")) for item in fact.source)
        if fact.plainness is not None and not kept:
            yield fault(
                fact,
                "confidence",
                fact.plainness,
                Text("không có địa chỉ nguồn", "no address of a source is kept"),
                Text("thêm địa chỉ, hoặc ghi unverified", "add the address, or say unverified"),
            )


def _defaults(register: Register) -> Iterator[RowProblem]:
    for alias in register.alias_defaults:
        if alias.default is not None and alias.default not in alias.members:
            yield fault(
                alias,
                "default",
                alias.default,
                Text("không có trong members của dòng", "not among the members of the row"),
                Text("thêm vào members, hoặc chọn lại", "add it to members, or choose another"),
            )
