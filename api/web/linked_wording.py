"""The words of the pages about things, the ontology and the competency questions."""

from __future__ import annotations

import re

from graph.errors import Text

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SD = "http://www.w3.org/ns/sparql-service-description#"

#: Terms of other vocabularies that stand on our pages.
FOREIGN_TERMS: dict[str, Text] = {
    f"{_RDF}type": Text("thuộc lớp", "type"),
    f"{_RDF}subject": Text("chủ thể", "subject"),
    f"{_RDF}predicate": Text("quan hệ", "predicate"),
    f"{_RDF}object": Text("đối tượng", "object"),
    f"{_RDFS}label": Text("tên", "label"),
    f"{_RDFS}comment": Text("ghi chú", "comment"),
    f"{_RDFS}subClassOf": Text("lớp con của", "subclass of"),
    f"{_SKOS}prefLabel": Text("tên", "label"),
    f"{_SKOS}altLabel": Text("cách gọi khác", "other wording"),
    f"{_SKOS}hiddenLabel": Text("cách viết sai thường gặp", "common misspelling"),
    f"{_SKOS}notation": Text("ký hiệu", "notation"),
    f"{_SKOS}inScheme": Text("thuộc danh mục", "in scheme"),
    f"{_SKOS}definition": Text("định nghĩa", "definition"),
    f"{_SKOS}editorialNote": Text("ghi chú biên tập", "editorial note"),
    f"{_SKOS}Concept": Text("mục của danh mục", "concept of a scheme"),
    f"{_SKOS}ConceptScheme": Text("danh mục", "scheme of concepts"),
    f"{_SD}NamedGraph": Text("đồ thị", "named graph"),
    "http://purl.org/dc/terms/source": Text("theo", "according to"),
    "http://www.w3.org/ns/prov#SoftwareAgent": Text("phần mềm", "software"),
}

#: The same by their short names, as statements of claims have them.
_SHORT = {
    name: FOREIGN_TERMS[iri] for name, iri in (("type", f"{_RDF}type"), ("label", f"{_RDFS}label"))
}

PHRASES: dict[str, Text] = {
    "rdf_forms": Text("Dữ liệu RDF", "As RDF"),
    "rdf_address_note": Text(
        "Địa chỉ này trả lời cả người lẫn chương trình; tên miền w3id.org/cascade-vn đang chờ đăng "
        "ký, nên liên kết trên trang dẫn về máy chủ này.",
        "This address answers people and programs; the name w3id.org/cascade-vn awaits "
        "registration, so links on the page lead to this server.",
    ),
    "thing_says": Text("Kho này nói gì", "What this store says"),
    "thing_towards": Text("Nơi khác nói tới mục này", "What is said towards it"),
    "thing_more": Text(
        "Trang này chưa phải là tất cả: mỗi trang một số câu, còn trang sau.",
        "This page is not all of it: so many statements a page, and another follows.",
    ),
    "thing_next": Text("Trang sau", "Next page"),
    "thing_prev": Text("Trang trước", "Previous page"),
    "thing_page": Text("trang {n}", "page {n}"),
    "thing_nothing": Text("Không còn gì khác được nói.", "Nothing else is said."),
    "body_issued": Text("Văn bản đã ban hành", "Documents issued"),
    "body_issued_note": Text(
        "Theo năm ban hành, trong kho này; cơ quan ban hành là điều nguồn nói.",
        "By year of issue, in this store; who issued a document is what sources say.",
    ),
    "body_none_issued": Text(
        "Chưa thấy văn bản nào do cơ quan này ban hành trong kho này.",
        "No document of this body was found in this store.",
    ),
    "body_cut": Text(
        "Chỉ hiện {shown} trong {total} văn bản của năm này; hỏi bằng SPARQL để lấy đủ.",
        "{shown} of {total} documents of this year are shown; SPARQL gives them all.",
    ),
    "year_unknown": Text("chưa rõ năm", "year not known"),
    "body_parent": Text("Cấp trên trực tiếp", "Directly above"),
    "body_children": Text("Trực thuộc", "Directly below"),
    "body_before": Text("Tiền thân", "Preceded by"),
    "body_after": Text("Kế tiếp", "Succeeded by"),
    "official_posts": Text("Chức vụ, theo những ngày đã biết", "Posts, by known days"),
    "official_note": Text(
        "Chỉ ghi ngày mà một nguồn cho thấy người này giữ chức vụ; không suy rộng ra trước hay "
        "sau ngày ấy. Thứ tự theo ngày, không phải xếp hạng.",
        "Only days on which a source shows the person in the post; nothing is stretched before or "
        "after them. The order is that of days, no ranking.",
    ),
    "official_day": Text("được thấy {days}", "shown on {days}"),
    "official_from": Text("từ {day}", "from {day}"),
    "official_to": Text("đến {day}", "until {day}"),
    "official_undated": Text("không rõ ngày", "on no known day"),
    "official_signed": Text("Văn bản đã ký", "Documents signed"),
    "official_signed_none": Text(
        "Chưa thấy văn bản nào ghi người này ký trong kho này.",
        "No document signed by this person was found in this store.",
    ),
    "official_signed_more": Text(
        "Còn nữa; hỏi bằng SPARQL để lấy đủ.", "There are more; SPARQL gives them all."
    ),
    "claim": Text("Phát biểu", "Claim"),
    "claim_lead": Text("{source} nói rằng", "{source} says that"),
    "claim_in_text": Text("Câu trong nguồn", "The sentence in its source"),
    "claim_no_text": Text(
        "Phát biểu này dựa trên một dòng của sổ văn bản, không có câu để trích.",
        "This claim rests on a row of the register; there is no sentence to quote.",
    ),
    "claim_where": Text("ký tự {start}–{end} của văn bản", "characters {start}–{end} of the text"),
    "claim_row": Text("Dòng hoặc câu làm bằng chứng", "Row or sentence it rests on"),
    "claim_source": Text("Nguồn", "Source"),
    "claim_read": Text("Đọc được lúc", "Read at"),
    "claim_withdrawn": Text("Nguồn thôi nói từ", "No longer said since"),
    "claim_state": Text("Tình trạng", "Status"),
    "claim_stands": Text("đang đứng", "stands"),
    "claim_gone": Text("đã đóng", "closed"),
    "claim_declined": Text("sổ văn bản không nhận", "declined by the register"),
    "claim_review": Text("Duyệt", "Review"),
    "claim_unreviewed": Text("chưa ai duyệt", "nobody has reviewed it"),
    "claim_by": Text("{who}, {when}", "{who}, {when}"),
    "claim_corrected": Text("Sửa thành", "Corrected to"),
    "claim_taught": Text("Ghi vào sổ của kho", "Into the register of the store"),
    "claim_how": Text("Cách đọc ra", "How it was read"),
    "claim_certainty": Text("Mức chắc chắn", "Certainty"),
    "claim_part": Text("Phần", "Part"),
    "claims_here": Text("Phát biểu đọc được ở nguồn này", "Claims read in this source"),
    "claims_more": Text(
        "Đây là {n} phát biểu đầu; xem đủ bằng /api/claims.",
        "These are the first {n} claims; /api/claims gives them all.",
    ),
    "ontology": Text("Bản thể", "Ontology"),
    "ontology_title": Text(
        "Bản thể văn bản chỉ đạo và thực hiện", "Ontology of directing and implementing documents"
    ),
    "ontology_lead": Text(
        "Mọi lớp, thuộc tính và danh mục mà dữ liệu dùng, mỗi mục một neo để dẫn tới. Trang này "
        "viết ra từ chính tệp bản thể, nên không thể nói khác nó.",
        "Every class, property and scheme that the data use, each with an anchor to link to. The "
        "page is made from the ontology file itself, so it cannot say otherwise.",
    ),
    "ontology_pending": Text(
        "Tên miền w3id.org/cascade-vn đang chờ đăng ký; máy chủ này trả lời thay tại /ontology.",
        "The name w3id.org/cascade-vn awaits registration; this server answers at /ontology.",
    ),
    "ontology_downloads": Text("Tải về", "Downloads"),
    "ontology_protege": Text("RDF/XML (OWL, mở bằng Protégé)", "RDF/XML (OWL, for Protégé)"),
    "ontology_shapes": Text("Ràng buộc SHACL", "SHACL shapes"),
    "ontology_alignments": Text("Đối chiếu với từ vựng khác", "Alignments"),
    "ontology_context": Text("Ngữ cảnh JSON-LD", "JSON-LD context"),
    "ontology_classes": Text("Lớp", "Classes"),
    "ontology_kinds": Text("Loại văn bản", "Kinds of documents"),
    "ontology_defined": Text(
        "Lớp được định nghĩa, suy ra từ dữ kiện", "Defined classes, inferred from facts"
    ),
    "ontology_objects": Text("Quan hệ", "Relations"),
    "ontology_values": Text("Thuộc tính có giá trị", "Properties with values"),
    "ontology_notes": Text("Thuộc tính chú thích", "Annotation properties"),
    "ontology_schemes": Text("Danh mục", "Schemes"),
    "term_above": Text("nằm trong", "within"),
    "term_below": Text("gồm", "contains"),
    "term_domain": Text("của", "of"),
    "term_range": Text("tới", "to"),
    "term_inverse": Text("ngược lại", "inverse"),
    "term_traits": Text("tính chất", "traits"),
    "trait_FunctionalProperty": Text("nhiều nhất một giá trị", "at most one value"),
    "trait_TransitiveProperty": Text("bắc cầu", "transitive"),
    "trait_SymmetricProperty": Text("hai chiều như nhau", "symmetric"),
    "term_defined_as": Text("định nghĩa bằng", "defined as"),
    "term_example": Text("ví dụ", "example"),
    "term_aligned": Text("đối chiếu", "aligned with"),
    "term_any": Text("bất kỳ", "anything"),
    "concepts": Text("mục", "concepts"),
    "concepts_1": Text("mục", "concept"),
    "questions": Text("Câu hỏi", "Questions"),
    "questions_title": Text("Câu hỏi năng lực", "Competency questions"),
    "questions_lead": Text(
        "Mỗi câu hỏi là một truy vấn SPARQL có tên; điền tham số rồi hỏi. Gọi bằng chương trình: "
        "/api/questions/TÊN.",
        "Each question is a SPARQL query with a name; fill in its parameters and ask. From a "
        "program: /api/questions/NAME.",
    ),
    "questions_other": Text("Ngoài bốn mươi câu", "Beside the forty"),
    "question_ask": Text("Hỏi", "Ask"),
    "question_query": Text("Truy vấn SPARQL", "The SPARQL query"),
    "question_bound": Text("đã điền tham số", "with its parameters"),
    "question_rows": Text("dòng", "rows"),
    "question_rows_1": Text("dòng", "row"),
    "question_none": Text(
        "Không có dòng nào. Kho này không nêu điều ấy; không có nghĩa là điều ấy không có.",
        "No rows. This store does not state it; that does not say that it is not so.",
    ),
    "question_silent": Text(
        "Các bài kèm theo không nêu: {why}", "The shipped texts do not state it: {why}"
    ),
    "question_cut": Text(
        "Bảng chỉ hiện {n} dòng đầu; CSV và JSON có đủ.",
        "The table shows the first {n} rows; CSV and JSON have them all.",
    ),
    "question_csv": Text("Tải CSV", "CSV"),
    "question_example": Text("ví dụ: {value}", "for example {value}"),
}


def term_label(iri: str, language: str) -> str:
    """Return what a term of a known vocabulary is called, its own short name for another."""
    short = re.split("[#/]", iri)[-1]
    known = FOREIGN_TERMS.get(iri) or _SHORT.get(short)
    return known.within(language) if known else short or iri
