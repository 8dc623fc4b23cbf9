"""The words that stand on pages only; what the command line says too is in `api.words`."""

from __future__ import annotations

from api.web import (
    alert_wording,
    coverage_wording,
    linked_wording,
    people_wording,
    query_wording,
    source_wording,
)
from graph.errors import Text

PRODUCT = Text("Dòng chảy chính sách", "Dòng chảy chính sách")

PHRASES: dict[str, Text] = {
    "tagline": Text(
        "Nghị quyết, chỉ thị của Trung ương đã xuống tới tỉnh nào, bằng văn bản nào, sau bao lâu: "
        "mỗi câu trả lời kèm nguồn.",
        "Which provinces took up a central resolution or directive, by which document and how "
        "much later: every answer with its sources.",
    ),
    "skip": Text("Tới nội dung chính", "Skip to the content"),
    "find": Text("Tìm", "Search"),
    "find_long": Text("Tìm văn bản", "Find a document"),
    "find_hint": Text(
        "Gõ không dấu vẫn khớp: “nghi quyet 57”, “18-NQ/TW@XII”, “06-CTr/TU@Hà Nội@2026”.",
        "Tone marks are optional: “nghi quyet 57”, “18-NQ/TW@XII”, “06-CTr/TU@Hà Nội@2026”.",
    ),
    "find_label": Text("Số, tên gọi hoặc trích yếu", "Number, name or subject"),
    "hits_for": Text("Kết quả cho “{query}”", "Results for “{query}”"),
    "hits_most": Text("chỉ hiện {n} kết quả đầu", "the first {n} shown"),
    "find_empty": Text("Gõ vài chữ để tìm.", "Type a few words to search."),
    "find_none": Text("Chưa tìm thấy “{query}”", "Nothing found for “{query}”"),
    "find_none_why": Text(
        "Không văn bản, cơ quan hay cán bộ nào trong kho mang những chữ này. Điều đó không có "
        "nghĩa là văn bản không tồn tại.",
        "No document, body or official in the store bears these words. That does not mean that the "
        "document does not exist.",
    ),
    "find_none_do": Text(
        "Thử bớt chữ, chỉ gõ con số, hoặc thêm khóa, năm, tỉnh: 06-CTr/TU@Hà Nội@2026.",
        "Use fewer words, the figure alone, or add term, year, province: 06-CTr/TU@Hà Nội@2026.",
    ),
    "door": Text("Vào làm việc", "Come in to work"),
    "door_about": Text(
        "Liên kết này chỉ dùng được một lần. Bấm nút để mở phiên làm việc trên trình duyệt này.",
        "This link works once. The button opens a session in this browser.",
    ),
    "door_enter": Text("Mở phiên làm việc", "Open the session"),
    "door_inside": Text("Đang làm việc: {name}", "Working as: {name}"),
    "door_leave": Text("Kết thúc phiên", "End the session"),
    "door_how": Text(
        "Muốn duyệt hoặc nạp nguồn trên trang, mở liên kết do lệnh `cascade login-link` in ra.",
        "To review or bring sources in on the page, open a link that `cascade login-link` prints.",
    ),
    "document": Text("Văn bản", "Document"),
    "cascade": Text("Lược đồ", "Cascade"),
    "coverage": Text("Độ phủ", "Coverage"),
    "pages": Text("Các trang", "Pages"),
    "language": Text("English", "Tiếng Việt"),
    "dark": Text("Nền tối", "Dark"),
    "drawn": Text("Xem dưới dạng hình", "See it drawn"),
    "as_of": Text("Xem tại ngày", "As of"),
    "view_options": Text("Cách xem", "How to look"),
    "view": Text("Xem", "Show"),
    "clear_day": Text("bỏ ngày", "clear the day"),
    "direction": Text("Hướng", "Direction"),
    "down": Text("Xuống: văn bản triển khai", "Down: carried out by"),
    "up": Text("Lên: căn cứ", "Up: rests on"),
    "depth": Text("Số tầng", "Depth"),
    "depth_all": Text("tất cả", "all"),
    "levels": Text("Cấp ban hành", "Level"),
    "relations": Text("Quan hệ", "Relation"),
    "certainty": Text("Mức kiểm chứng", "Verification"),
    "timeline_label": Text(
        "Ngày ban hành của các văn bản trong lược đồ, mỗi vạch một văn bản",
        "Dates of issue of the documents in this cascade, one stroke each",
    ),
    "widest": Text("Được triển khai rộng nhất", "Most widely carried out"),
    "widest_note": Text(
        "số tỉnh, thành phố (trong 34) có văn bản dựa thẳng vào, trong kho này",
        "provinces (of 34) with a document resting directly on it, in this store",
    ),
    "in_store": Text("Trong kho này", "In this store"),
    "in_store_note": Text(
        "Kho chỉ chứa những gì đã đọc được và còn giữ nguồn. “Chưa tìm thấy” không phải là “chưa "
        "triển khai”.",
        "The store holds only what was read and whose source was kept. “None found” is not “not "
        "carried out”.",
    ),
    "documents": Text("văn bản", "documents"),
    "documents_1": Text("văn bản", "document"),
    "sources": Text("nguồn", "sources"),
    "sources_1": Text("nguồn", "source"),
    "units": Text("địa phương", "units"),
    "units_1": Text("địa phương", "unit"),
    "addresses": Text("địa chỉ nguồn", "source addresses"),
    "of_34": Text("trong 34 tỉnh, thành phố", "of 34 provinces"),
    "edges": Text("quan hệ", "relations"),
    "results": Text("kết quả", "results"),
    "results_1": Text("kết quả", "result"),
    "below": Text("văn bản bên dưới", "documents below"),
    "below_1": Text("văn bản bên dưới", "document below"),
    "above": Text("văn bản bên trên", "documents above"),
    "above_1": Text("văn bản bên trên", "document above"),
    "more": Text("văn bản nữa", "more documents"),
    "more_1": Text("văn bản nữa", "more document"),
    "root": Text("Văn bản gốc", "Root"),
    "earliest": Text("Đơn vị sớm nhất", "Soonest units"),
    "chain": Text("Chuỗi", "Chain"),
    "chain_title": Text("Chuỗi đang chọn", "Selected chain"),
    "chain_show": Text("chuỗi ›", "chain ›"),
    "chain_note": Text(
        "Chọn “chuỗi ›” ở một văn bản để thấy từng bước từ văn bản gốc, số ngày và chứng cứ.",
        "Choose “chain ›” at a document to see each step from the root, the days and the evidence.",
    ),
    "after_root": Text("sau văn bản gốc", "after the root"),
    "before_root": Text("so với văn bản gốc", "from the root"),
    "evidence": Text("Chứng cứ", "Evidence"),
    "evidence_none": Text("không giữ được chứng cứ", "no evidence was kept"),
    "repeated": Text(
        "đã có ở nhánh khác, xem nhánh ở đó",
        "also stands elsewhere in this cascade, with its branch",
    ),
    "go_on": Text("xem tiếp từ văn bản này", "go on from this document"),
    "cascade_none": Text(
        "Chưa tìm thấy văn bản nào {way} trong kho này.",
        "No document {way} was found in this store.",
    ),
    "cascade_none_down": Text("triển khai văn bản này", "carrying it out"),
    "cascade_none_up": Text("làm căn cứ cho văn bản này", "it rests on"),
    "cascade_none_why": Text(
        "Đó là điều kho này chưa có, không phải là chưa có triển khai.",
        "This store has none; that does not say that nothing was done.",
    ),
    "cascade_down_of": Text("Văn bản triển khai {name}", "How {name} was carried out"),
    "cascade_up_of": Text("{name} dựa trên những văn bản nào", "What {name} rests on"),
    "spelling": Text("Cách gọi chính xác", "Selects it alone"),
    "address": Text("Địa chỉ dữ liệu", "Data address"),
    "standing": Text("Hiệu lực", "Standing"),
    "known_on": Text("theo những gì đã ghi đến {day}", "as recorded by {day}"),
    "known_on_ask": Text("Theo những gì đã ghi đến ngày", "As recorded by"),
    "clear_days": Text("bỏ ngày", "clear the days"),
    "place": Text("Chỗ đứng của văn bản", "Where the document stands"),
    "place_above": Text("Dựa vào", "Rests on"),
    "place_above_none": Text("chưa tìm thấy căn cứ nào", "no basis was found"),
    "place_below": Text("Triển khai bởi", "Carried out by"),
    "place_below_none": Text(
        "chưa tìm thấy văn bản nào; không có nghĩa là chưa triển khai",
        "none was found; that does not say that nothing was done",
    ),
    "place_more": Text("và {n} văn bản xa hơn", "and {n} farther up"),
    "place_chain": Text("Chuỗi thay thế", "Chain of replacement"),
    "standing_on": Text("tại ngày {day}", "on {day}"),
    "unknown_why": Text(
        "Chưa rõ ngày ban hành và ngày có hiệu lực.",
        "Neither date of issue nor effective date known.",
    ),
    "statements": Text("Các mục và nguồn của từng mục", "Fields, each with its sources"),
    "disputed": Text("nguồn nói khác nhau", "sources differ"),
    "disputed_note": Text(
        "Các nguồn không thống nhất ở: {fields}. Trang này hiện mọi giá trị cùng nguồn.",
        "Sources differ on: {fields}. Every value is shown with its sources.",
    ),
    "taken": Text("đang dùng", "taken"),
    "other_value": Text("giá trị khác", "another value"),
    "outgoing": Text("Văn bản này", "This document"),
    "incoming": Text("Văn bản khác đối với văn bản này", "Other documents towards this one"),
    "mentions_more": Text("Trên đây là {shown} câu đầu.", "These are the first {shown} sentences."),
    "relations_none": Text(
        "Chưa tìm thấy quan hệ nào với văn bản khác.", "No relation to other documents was found."
    ),
    "same_number": Text("Cùng số, văn bản khác", "Same number, other documents"),
    "same_number_note": Text(
        "Một số không phải là tên riêng: đây là những văn bản khác mang cùng số.",
        "A number is no name: these are other documents that bear it.",
    ),
    "candidates": Text("Có thể là", "Possibly"),
    "candidates_note": Text(
        "Đây là một viện dẫn chưa xác định được văn bản. Các khả năng:",
        "This is a citation that could not be tied to one document. It may be:",
    ),
    "seen": Text("thấy {day}", "seen {day}"),
    "cue": Text("lời dẫn", "cue"),
    "coverage_of": Text(
        "{name}: tỉnh nào đã có văn bản?", "{name}: which provinces show a document?"
    ),
    "unit_set": Text("Đơn vị", "Units"),
    "units_63": Text("63 tỉnh", "63 provinces"),
    "units_34": Text("34 tỉnh từ 01/07/2025", "34 since 1 Jul 2025"),
    "found_of": Text("đơn vị có văn bản", "units with a document"),
    "share": Text("tỷ lệ", "share"),
    "median": Text("độ trễ trung vị, ngày", "median lag, days"),
    "rests_on": Text("nguồn căn cứ", "sources behind these figures"),
    "coverage_note": Text(
        "Con số chỉ nói về kho này, dựa trên {sources}. “Chưa tìm thấy” không phải là “chưa triển "
        "khai”, cũng không phải “ngoài phạm vi”.",
        "The figures speak of this store alone and rest on {sources}. “None found” is neither “not "
        "carried out” nor “out of scope”.",
    ),
    "region": Text("Vùng", "Region"),
    "region_none": Text("Chưa rõ vùng", "Region unknown"),
    "province": Text("Tỉnh, thành phố", "Province"),
    "state": Text("Tình trạng", "State"),
    "first_document": Text("Văn bản đầu tiên", "First document"),
    "way": Text("Đường dẫn tới", "By way of"),
    "lag": Text("Độ trễ", "Lag"),
    "count": Text("Số văn bản", "Documents"),
    "strip_units": Text(
        "Mỗi ô một đơn vị, theo vùng từ bắc vào nam",
        "One cell a unit, by region from north to south",
    ),
    "choose": Text("Chọn một văn bản", "Choose one document"),
    "choose_note": Text(
        "“{text}” chỉ {n} văn bản. Chọn văn bản cần xem; cuối mỗi mục là cách "
        "gọi chính xác văn bản đó.",
        "“{text}” names {n} documents. Choose the one you mean; the spelling below each selects "
        "it alone.",
    ),
    "remedy": Text("Cách xử lý", "What to do"),
    "home": Text("Về trang tìm văn bản", "To the search page"),
    "where": Text("Chỗ sai", "Where"),
    "footer": Text(
        "Không phải trang chính thức của cơ quan nào. Mọi mục đều ghi nguồn; mục “chưa kiểm chứng” "
        "cần đối chiếu với văn bản gốc.",
        "No official page of any body. Every statement names its source; what is “unverified” must "
        "be checked against the document itself.",
    ),
    "issued_short": Text("Ban hành", "Issued"),
    "level_none": Text("chưa rõ cấp", "level unknown"),
    "drawing": Text("Hình vẽ theo cấp ban hành", "Drawing by level"),
    "drawing_hint": Text(
        "Chọn một thẻ để thấy chuỗi tới văn bản gốc và chứng cứ; bấm vào hình rồi cuộn để phóng "
        "to, phím mũi tên để đi tiếp.",
        "Choose a card to see its chain to the root and the evidence; click the drawing and scroll "
        "to zoom, arrow keys to go on.",
    ),
    "drawing_find": Text("Tìm trong hình", "Find in the drawing"),
    "drawing_in": Text("Phóng to", "Zoom in"),
    "drawing_out": Text("Thu nhỏ", "Zoom out"),
    "drawing_fit": Text("Vừa khung", "Fit"),
    "drawing_none": Text("Chưa chọn văn bản nào.", "No document is chosen."),
    "drawing_left_out": Text(
        "Có {count}: nhiều quá nên không vẽ. Bảng ở dưới vẫn đủ; GraphML và GEXF mở được bằng "
        "Gephi.",
        "There are {count}: too many to draw. The table below is complete; GraphML and GEXF open "
        "in Gephi.",
    ),
    "legend": Text("Chú giải", "Legend"),
    "legend_arrow": Text("nét liền: nguồn nói rõ", "solid: stated by a source"),
    "legend_broken": Text(
        "nét đứt: suy ra, chưa thật rõ hoặc chưa kiểm chứng",
        "broken: inferred, not quite plain or unverified",
    ),
    "legend_doubtful": Text("khung đứt: văn bản chưa kiểm chứng", "broken frame: unverified"),
    "legend_chosen": Text("chuỗi đang chọn", "the chosen chain"),
    "legend_direction": Text(
        "Nét nối văn bản với văn bản được dựa vào, thường ở cấp trên; cùng cấp thì có mũi tên.",
        "A line joins a document to the one it rests on, mostly at a higher level; within one "
        "level an arrow points there.",
    ),
    "edges_table": Text("Từng quan hệ và chứng cứ", "Every relation and its evidence"),
    "relation": Text("Quan hệ", "Relation"),
    "rested_on": Text("Với văn bản", "To the document"),
    "nothing_above": Text("văn bản gốc của trang này", "root of this page"),
    "standalone": Text(
        "Trang này đứng một mình: không tải gì, không gửi gì đi.",
        "This page stands alone: it fetches nothing and sends nothing.",
    ),
    "drawn_with": Text(
        "Hình vẽ bằng {library} (© Almende B.V., © visjs; giấy phép Apache-2.0 hoặc MIT), dữ liệu "
        "dựng bằng pyvis (BSD).",
        "Drawn with {library} (© Almende B.V., © visjs; Apache-2.0 or MIT licence), data made with "
        "pyvis (BSD).",
    ),
    "untitled": Text("chưa rõ trích yếu", "subject unknown"),
}

PHRASES |= alert_wording.PHRASES | coverage_wording.PHRASES | linked_wording.PHRASES
PHRASES |= people_wording.PHRASES | source_wording.PHRASES | query_wording.PHRASES


def phrase(key: str, language: str, **filled: object) -> str:
    """Return a phrase with its blanks filled; raise KeyError when there is no such phrase."""
    said = PHRASES[key].within(language)
    return said.format(**filled) if filled else said
