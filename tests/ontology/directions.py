"""Every property that joins two things, on a known pair, with the sentence that says it.

`{s}` is the subject of the property and `{o}` its object: where they stand in the sentence is the
direction in Vietnamese, which has been read the wrong way round before. The pairs are real where
the register knows one; a pair that only shows a form says so by its name “(ví dụ)”.
"""

from __future__ import annotations

from typing import NamedTuple

from ontology import terms as cas


class Direction(NamedTuple):
    """A property, a sentence, the two ends, and the classes that the ontology gives them."""

    relation: str
    sentence: str
    subject: str
    object: str
    subject_class: str | None
    object_class: str | None

    @property
    def name(self) -> str:
        """Local name, for test ids."""
        return self.relation.removeprefix(cas.ONTOLOGY)

    def said(self) -> str:
        """Return the sentence with the names in it."""
        return self.sentence.format(s=self.subject, o=self.object)

    @property
    def subject_first(self) -> bool:
        """Tell whether the subject of the property stands first in the sentence."""
        return self.sentence.index("{s}") < self.sentence.index("{o}")


#: What each relation entails in the same direction, written down apart from the ontology.
_CITES = {cas.cites}
_RESTS = {cas.cites, cas.descendsFrom}
_IMPLEMENTS = {cas.cites, cas.descendsFrom, cas.restsOn}
ENTAILED = {
    cas.restsOn: _RESTS,
    cas.basedOn: _RESTS | {cas.restsOn},
    cas.implements: _IMPLEMENTS,
    cas.continues: _IMPLEMENTS | {cas.implements},
    cas.guides: _IMPLEMENTS | {cas.implements},
    cas.replaces: _CITES,
    cas.repeals: _CITES,
    cas.suspends: _CITES,
    cas.amends: _CITES,
    cas.corrects: _CITES,
    cas.consolidates: _CITES,
    cas.concludes: {cas.reviews},
}
#: The relation that says the same from the other end -> the relation it turns round.
TURNED_ROUND = {
    cas.implementedThrough: cas.implements,
    cas.basisOf: cas.basedOn,
    cas.replacedBy: cas.replaces,
    cas.cascadesTo: cas.descendsFrom,
}
WITHOUT_DIRECTION = {cas.linkedWith}

Statement = tuple[str, str, str]


def entailed(subject: str, relation: str, target: str) -> set[Statement]:
    """Return all that holds between two nodes when the relation does, and nothing more."""
    if relation in TURNED_ROUND:
        return entailed(target, TURNED_ROUND[relation], subject)
    forward = {relation, *ENTAILED.get(relation, ())}
    statements = {(subject, found, target) for found in forward}
    for back, plain in TURNED_ROUND.items():
        if plain in forward:
            statements.add((target, back, subject))
    if relation in WITHOUT_DIRECTION:
        statements.add((target, relation, subject))
    return statements


DOC = cas.Document
DIRECTIONS = tuple(
    Direction(*row)
    for row in (
        # Văn bản với văn bản
        (cas.replaces, "{s} thay thế {o}", "Quy định 80-QĐ/TW", "Quy định 105-QĐ/TW", DOC, DOC),
        (
            cas.replaces,
            "{s} ban hành để thay thế {o}",
            "Quy định 680-QĐ/TU",
            "Quy định 335",
            DOC,
            DOC,
        ),
        (
            cas.replacedBy,
            "{s} được thay thế bằng {o}",
            "Quy định 105-QĐ/TW",
            "Quy định 80-QĐ/TW",
            DOC,
            DOC,
        ),
        (
            cas.repeals,
            "{s} bãi bỏ {o}",
            "Quyết định 641/QĐ-UBND",
            "Quyết định 68/2010/QĐ-UBND",
            DOC,
            DOC,
        ),
        (
            cas.repeals,
            "{o} hết hiệu lực kể từ ngày {s} có hiệu lực",
            "Quyết định 38/2012/QĐ-UBND",
            "Quyết định 20/2010/QĐ-UBND",
            DOC,
            DOC,
        ),
        (
            cas.suspends,
            "{s} tạm ngưng hiệu lực của {o}",
            "Nghị quyết 2 (ví dụ)",
            "Nghị định 1 (ví dụ)",
            DOC,
            DOC,
        ),
        (
            cas.amends,
            "{s} sửa đổi, bổ sung một số điều của {o}",
            "Quy định 262-QĐ/TW",
            "Quy định 22-QĐ/TW",
            DOC,
            DOC,
        ),
        (
            cas.amends,
            "{o} được sửa đổi, bổ sung bởi {s}",
            "Nghị định 48/2023/NĐ-CP",
            "Nghị định 90/2020/NĐ-CP",
            DOC,
            DOC,
        ),
        (
            cas.amends,
            "{s} bãi bỏ khoản 2 Điều 5 của {o}",
            "Nghị định 113/2018/NĐ-CP",
            "Nghị định 108/2014/NĐ-CP",
            DOC,
            DOC,
        ),
        (cas.corrects, "{s} đính chính {o}", "Công văn 2 (ví dụ)", "Nghị định 1 (ví dụ)", DOC, DOC),
        (
            cas.consolidates,
            "{s} hợp nhất {o}",
            "Văn bản hợp nhất 18/VBHN-VPQH",
            "Luật (ví dụ)",
            DOC,
            DOC,
        ),
        (
            cas.implements,
            "{s} để thực hiện {o}",
            "Chương trình hành động 920-CTr/TU",
            "Nghị quyết 18-NQ/TW",
            DOC,
            DOC,
        ),
        (
            cas.implements,
            "{o} được cụ thể hóa thành {s}",
            "Kết luận 92-KL/TU",
            "Nghị quyết 18-NQ/TW",
            DOC,
            DOC,
        ),
        (
            cas.implementedThrough,
            "{s} được cụ thể hóa bằng {o}",
            "Nghị quyết 18-NQ/TW",
            "Chương trình hành động 920-CTr/TU",
            DOC,
            DOC,
        ),
        (
            cas.continues,
            "{s} về tiếp tục thực hiện {o}",
            "Kết luận 91-KL/TW",
            "Nghị quyết 29-NQ/TW",
            DOC,
            DOC,
        ),
        (
            cas.guides,
            "{s} hướng dẫn thực hiện {o}",
            "Hướng dẫn 01-HD/TW",
            "Quy định 24-QĐ/TW",
            DOC,
            DOC,
        ),
        (
            cas.basedOn,
            "{s} được ban hành căn cứ {o}",
            "Quyết định 1734/2006/QĐ-UBND",
            "Nghị định 88/2005/NĐ-CP",
            DOC,
            DOC,
        ),
        (
            cas.basedOn,
            "{o} là căn cứ để ban hành {s}",
            "Quyết định 2838/2003/QĐ-UB",
            "Nghị quyết 32/2003/NQ-HĐND",
            DOC,
            DOC,
        ),
        (
            cas.basisOf,
            "{s} là căn cứ để ban hành {o}",
            "Nghị định 88/2005/NĐ-CP",
            "Quyết định 1734/2006/QĐ-UBND",
            DOC,
            DOC,
        ),
        (cas.restsOn, "{s} dựa vào {o}", "Kế hoạch (ví dụ)", "Nghị quyết 57-NQ/TW", DOC, DOC),
        (cas.descendsFrom, "{s} bắt nguồn từ {o}", "Kế hoạch (ví dụ)", "57-NQ/TW", DOC, DOC),
        (cas.cascadesTo, "{s} chảy xuống {o}", "57-NQ/TW", "Kế hoạch (ví dụ)", DOC, DOC),
        (cas.cites, "{s} nói đến {o}", "Kết luận (ví dụ)", "Nghị quyết 29-NQ/TW", None, DOC),
        (
            cas.linkedWith,
            "{s} gắn với {o}",
            "Nghị quyết Trung ương 4 khóa XII",
            "Chỉ thị 05-CT/TW",
            DOC,
            DOC,
        ),
        (
            cas.reviews,
            "{s} tổng kết 10 năm thực hiện {o}",
            "Kế hoạch 136-KH/TU",
            "Nghị quyết 29-NQ/TW",
            None,
            DOC,
        ),
        (
            cas.concludes,
            "{s} kết luận về việc thực hiện {o}",
            "Kết luận 121-KL/TW",
            "Nghị quyết 18-NQ/TW",
            None,
            DOC,
        ),
        (cas.candidate, "{s} có thể là {o}", "Nghị quyết 18", "18-NQ/TW", cas.Reference, DOC),
        (cas.member, "{s} gồm {o}", "Các nghị quyết Trung ương 6 khóa XII", "18-NQ/TW", None, DOC),
        (cas.mentions, "{s} nhắc đến {o}", "Bài báo (ví dụ)", "920-CTr/TU", cas.Source, None),
        # Văn bản với cơ quan, người, nơi
        (cas.issuedBy, "{s} của {o}", "Chỉ thị 05-CT/TW", "Bộ Chính trị", None, cas.Body),
        (cas.issuedBy, "{o} đã ban hành {s}", "128/NQ-CP", "Chính phủ", None, cas.Body),
        (cas.signedBy, "{s} do {o} ký", "641/QĐ-UBND", "Nguyễn Văn Linh", None, cas.Official),
        (
            cas.adoptedAt,
            "{s} được thông qua tại {o}",
            "18-NQ/TW",
            "Hội nghị Trung ương 6 khóa XII",
            None,
            cas.Event,
        ),
        (
            cas.implementedBy,
            "{o} lãnh đạo, chỉ đạo thực hiện {s}",
            "39-NQ/TW",
            "Thành ủy Cần Thơ",
            None,
            None,
        ),
        (cas.assignedTo, "{s} giao {o} chủ trì", "Kế hoạch (ví dụ)", "Ban Tổ chức", None, None),
        (cas.appliesTo, "{s} áp dụng đối với {o}", "Quy định (ví dụ)", "Hà Tĩnh", None, None),
        (
            cas.responsibleFor,
            "{o} do {s} làm Trưởng ban",
            "đồng chí A (ví dụ)",
            "Ban Chỉ đạo",
            None,
            None,
        ),
        (cas.documentType, "{s} thuộc loại {o}", "18-NQ/TW", "Nghị quyết", None, None),
        (cas.level, "{s} thuộc cấp {o}", "18-NQ/TW", "Trung ương", None, None),
        (cas.unit, "{s} thuộc {o}", "920-CTr/TU", "Hà Tĩnh", None, cas.AdministrativeUnit),
        (cas.term, "{s} thuộc {o}", "04-NQ/TW", "khóa XII", None, cas.CongressTerm),
        # Phát biểu và bằng chứng
        (cas.evidence, "{s} dựa vào {o}", "phát biểu", "dòng sổ", cas.Claim, None),
        (cas.inSource, "{s} ở {o}", "phát biểu", "sổ văn bản", None, cas.Source),
        # Đơn vị, cơ quan, người, sự kiện
        (
            cas.mergedInto,
            "{s} nhập vào {o}",
            "Bình Dương",
            "Hồ Chí Minh",
            cas.AdministrativeUnit,
            cas.AdministrativeUnit,
        ),
        (
            cas.jurisdiction,
            "{s} phụ trách {o}",
            "Tỉnh ủy Hà Tĩnh",
            "Hà Tĩnh",
            cas.Body,
            cas.AdministrativeUnit,
        ),
        (
            cas.parent,
            "{s} ở dưới {o}",
            "Bộ Chính trị",
            "Ban Chấp hành Trung ương",
            cas.Body,
            cas.Body,
        ),
        (
            cas.successor,
            "{s} được {o} kế tiếp",
            "Bộ Giao thông vận tải",
            "Bộ Xây dựng",
            cas.Body,
            cas.Body,
        ),
        (cas.holder, "{s} nguyên là {o}", "việc giữ", "Trần Quốc Trung", cas.Tenure, cas.Official),
        (cas.post, "{s} ở {o}", "việc giữ chức vụ", "Bí thư Thành ủy", cas.Tenure, cas.Post),
        (cas.body, "{s} tại {o}", "việc giữ chức vụ", "Thành ủy Cần Thơ", cas.Tenure, cas.Body),
        (cas.heldBy, "{o} tổ chức {s}", "Hội nghị", "Ban Tổ chức", cas.Event, cas.Body),
        (
            cas.chairedBy,
            "{s} do {o} chủ trì",
            "Hội nghị ngày 2-7-2018",
            "Phạm Minh Chính",
            cas.Event,
            cas.Official,
        ),
        (
            cas.attendedBy,
            "{o} tham dự {s}",
            "Hội nghị ngày 20-1-2021",
            "Nguyễn Văn Nên",
            cas.Event,
            cas.Official,
        ),
        (
            cas.reportedBy,
            "{o} báo cáo tại hội nghị {s}",
            "ngày 2-7-2018",
            "Trần Quốc Trung",
            cas.Event,
            cas.Official,
        ),
        # Kết quả
        (
            cas.aboutDocument,
            "Thực hiện {o} đến nay, đã đạt {s}",
            "62,82%",
            "Nghị quyết 39-NQ/TW",
            cas.Result,
            None,
        ),
        (cas.aboutBody, "{s} của {o}", "62,82%", "Thành ủy Cần Thơ", cas.Result, None),
    )
)
