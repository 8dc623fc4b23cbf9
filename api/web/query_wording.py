"""The words of the SPARQL page, those that its island says among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from api.web import coverage_wording
from graph.errors import Text

_CREDIT = coverage_wording.PHRASES["map_credit"]
#: The island puts a name in where `@` stands.
_MAP_CREDIT = Text(_CREDIT.vi.replace("{package}", "@"), _CREDIT.en.replace("{package}", "@"))
_CAS = "PREFIX cas: <https://w3id.org/cascade-vn/ontology#>"


@dataclass(frozen=True, slots=True)
class Start:
    """A query to begin with, what it shows, and how the address says that view."""

    title: Text
    text: str
    state: Mapping[str, str] = field(default_factory=dict)


STARTS = (
    Start(
        Text("Bảng: văn bản Trung ương mới nhất", "A table: the latest central documents"),
        f"""{_CAS}
SELECT ?document ?issued ?title WHERE {{
  ?document cas:level <https://w3id.org/cascade-vn/id/level/central> ;
    cas:issued ?issued ; cas:title ?title .
}} ORDER BY DESC(STR(?issued)) LIMIT 100""",
    ),
    Start(
        Text("Biểu đồ: số văn bản theo năm", "A chart: documents by year"),
        f"""{_CAS}
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?year (COUNT(DISTINCT ?document) AS ?documents) WHERE {{
  ?document cas:issued ?issued .
  BIND(STRDT(SUBSTR(STR(?issued), 1, 4), xsd:gYear) AS ?year)
}} GROUP BY ?year ORDER BY ?year""",
        {"xem": "bieu-do", "kieu": "bars", "ngang": "0", "doc": "1"},
    ),
    Start(
        Text("Bản đồ: số văn bản của mỗi tỉnh", "A map: documents by province"),
        f"""{_CAS}
SELECT ?unit (COUNT(DISTINCT ?document) AS ?documents) WHERE {{
  ?document cas:unit ?unit .
}} GROUP BY ?unit ORDER BY DESC(?documents)""",
        {"xem": "ban-do"},
    ),
    Start(
        Text("Mạng: những gì dựa vào Nghị quyết 29", "A network: what rests on Resolution 29"),
        f"""{_CAS}
CONSTRUCT {{ ?below cas:restsOn ?above . ?below cas:issuedBy ?by }} WHERE {{
  ?below cas:restsOn ?above .
  ?above cas:number "29-NQ/TW" .
  OPTIONAL {{ ?below cas:issuedBy ?by }}
}} LIMIT 120""",
        {"xem": "mang"},
    ),
)

PHRASES: dict[str, Text] = {
    "query_title": Text("Hỏi kho bằng SPARQL", "Ask the store in SPARQL"),
    "query_library": Text("Câu hỏi năng lực", "Competency questions"),
    "query_library_find": Text("Lọc câu hỏi, gõ không dấu", "Filter the questions"),
    "query_library_none": Text("Không câu hỏi nào khớp.", "No question matches."),
    "query_own_new": Text("Viết câu mới", "Write a new one"),
    "query_text": Text("Câu truy vấn SPARQL", "The SPARQL query"),
    "query_run": Text("Chạy", "Run"),
    "query_run_key": Text("Ctrl+Enter để chạy", "Ctrl+Enter runs it"),
    "query_stop": Text("Dừng", "Stop"),
    "query_share": Text("Chép liên kết", "Copy the link"),
    "query_link": Text("Liên kết tới câu này", "Link to this query"),
    "query_limits_said": Text(
        "Chỉ đọc. Tối đa {seconds} giây, {memory} GiB bộ nhớ, {answer} MB kết quả, câu dài "
        "{length} ký tự; mỗi máy một câu một lúc. Trang giữ {rows} dòng đầu.",
        "Read-only. At most {seconds} seconds, {memory} GiB of memory, {answer} MB of answer, "
        "{length} characters of query; one query at a time for each client. The page keeps the "
        "first {rows} rows.",
    ),
    "query_start": Text("Chưa chạy câu nào", "Nothing was run yet"),
    "query_start_own": Text(
        "Viết một câu truy vấn, chọn một câu hỏi năng lực, hoặc bắt đầu từ đây:",
        "Write a query, choose a competency question, or begin here:",
    ),
    "query_start_shared": Text(
        "Câu truy vấn đã ở trên. Liên kết không tự chạy câu nào: bấm “Chạy”.",
        "The query is above. A link runs nothing by itself: press “Run”.",
    ),
    "query_result": Text("Kết quả", "Result"),
    "query_rows": Text("dòng", "rows"),
    "query_rows_1": Text("dòng", "row"),
    "query_none": Text("Không có dòng nào", "No rows"),
    "query_none_why": Text(
        "Kho này không có gì khớp câu truy vấn. Điều đó không có nghĩa là ngoài thực tế không có.",
        "Nothing in this store matches the query. That does not mean that there is none.",
    ),
    "query_true": Text("Có", "Yes"),
    "query_false": Text("Không, theo kho này", "No, by this store"),
    "query_cut_first": Text(
        "Có kết quả, nhưng ngay dòng đầu đã dài hơn phần mà trang này đọc: bật JavaScript, chọn ít "
        "cột hơn, hoặc hỏi /sparql.",
        "There are results, but the first line alone is longer than what this page reads: turn "
        "JavaScript on, select less, or ask /sparql.",
    ),
    "query_cut": Text(
        "Đây chỉ là {n} dòng đầu, chưa đủ: bật JavaScript, thêm LIMIT và OFFSET, hoặc hỏi /sparql.",
        "These are the first {n} lines only: turn JavaScript on, set LIMIT and OFFSET, or ask "
        "/sparql.",
    ),
    "query_history": Text("Đã chạy trên máy này", "Run on this machine"),
    "query_history_clear": Text("Xoá danh sách", "Clear the list"),
}

#: What the island says; `#` stands for a figure, `@` for a name.
ISLAND: dict[str, Text] = {
    "running": Text("Đang chạy…", "Running…"),
    "arriving": Text("Đang nhận: # dòng", "Arriving: # rows"),
    "rows": Text("# dòng", "# rows"),
    "row": Text("1 dòng", "1 row"),
    "triples": Text("# bộ ba", "# triples"),
    "triple": Text("1 bộ ba", "1 triple"),
    "seconds": Text("# giây", "# seconds"),
    "stopped": Text("Đã dừng theo yêu cầu.", "Stopped as you asked."),
    "part_stopped": Text("Chưa đủ: đã dừng sau # dòng.", "Not all of it: stopped after # rows."),
    "part_cut": Text(
        "Chưa đủ: kết quả bị ngắt sau # dòng (hết thời gian hoặc quá lớn). Thêm điều kiện hoặc "
        "LIMIT.",
        "Not all of it: the answer broke off after # rows (out of time, or too large). Narrow it "
        "or set a LIMIT.",
    ),
    "part_most": Text(
        "Chưa đủ: trang giữ # dòng đầu. Thêm LIMIT và OFFSET để lấy từng phần.",
        "Not all of it: the page keeps the first # rows. Fetch it in parts by LIMIT and OFFSET.",
    ),
    "failed": Text("Máy chủ không trả lời", "The server did not answer"),
    "failed_do": Text(
        "kiểm tra máy chủ còn chạy không rồi chạy lại", "see that it runs, try again"
    ),
    "remedy": Text("Nên làm", "What to do"),
    "limit": Text("Giới hạn", "Limit"),
    "none": PHRASES["query_none"],
    "none_why": PHRASES["query_none_why"],
    "true": PHRASES["query_true"],
    "false": PHRASES["query_false"],
    "table": Text("Bảng", "Table"),
    "chart": Text("Biểu đồ", "Chart"),
    "network": Text("Mạng", "Network"),
    "views": Text("Cách xem kết quả", "How to see the result"),
    "export": Text("Tải về", "Save as"),
    "sort": Text("Sắp theo @", "Sort by @"),
    "empty": Text("—", "—"),
    "yes": Text("có", "yes"),
    "no": Text("không", "no"),
    "subject": Text("Chủ thể", "Subject"),
    "predicate": Text("Quan hệ", "Predicate"),
    "object": Text("Đối tượng", "Object"),
    "whole_row": Text("Dòng # đầy đủ", "Row # in full"),
    "keys": Text("Mũi tên lên, xuống: xem từng dòng đầy đủ", "Up and down: see each row in full"),
    "printed": Text("Bản in có # dòng đầu", "The first # rows are printed"),
    "chart_kind": Text("Kiểu", "Kind"),
    "bars": Text("Cột", "Bars"),
    "line": Text("Đường", "Line"),
    "across": Text("Trục ngang", "Across"),
    "up": Text("Trục dọc", "Up"),
    "chart_none": Text(
        "Không cột nào có số để vẽ.", "No column holds numbers that could be drawn."
    ),
    "chart_cut": Text(
        "Vẽ # giá trị đầu theo thứ tự của bảng.", "The first # in the table's order."
    ),
    "chart_left": Text("# dòng không có số, không vẽ.", "# rows without a number are not drawn."),
    "chart_says": Text("@ theo @", "@ by @"),
    "map": Text("Bản đồ", "Map"),
    "map_wait": Text("Đang tải bản đồ…", "Fetching the map…"),
    "map_where": Text("Cột đơn vị", "Units"),
    "map_value": Text("Giá trị", "Value"),
    "map_rows": Text("Số dòng", "Number of rows"),
    "map_set": Text("Bộ tỉnh, thành phố", "Set of provinces"),
    "map_set_34": Text("34, từ 1-7-2025", "34, from 1 July 2025"),
    "map_set_63": Text("63, trước 1-7-2025", "63, before 1 July 2025"),
    "map_says": Text("@ theo tỉnh, thành phố", "@ by province"),
    "map_keys": Text("Mũi tên: sang tỉnh bên", "Arrow keys: to the province beside"),
    "map_list": Text("Giá trị của từng tỉnh, thành phố", "The value of each province"),
    "map_empty": Text("không có dòng nào", "no row"),
    "map_summed": Text("Cộng các dòng của cùng một tỉnh.", "The rows of one province are added."),
    "map_elsewhere": Text(
        "# dòng là của đơn vị không có trong bộ này, không vẽ.",
        "# rows are of units that are not in this set and are not drawn.",
    ),
    "map_left": Text(
        "# dòng không có đơn vị hoặc không có số, không vẽ.",
        "# rows without a unit or without a number are not drawn.",
    ),
    "map_none": Text(
        "Không đơn vị nào ở đây là tỉnh, thành phố: không có gì để vẽ.",
        "None of these units is a province: there is nothing to draw.",
    ),
    "map_credit": _MAP_CREDIT,
    "network_wait": Text("Đang dựng mạng…", "Laying out the network…"),
    "network_left": Text("Không vẽ # nút: quá nhiều.", "# nodes are left out: too many."),
    "network_hint": Text(
        "Bấm một nút để mở những gì quanh nó trong kho; kéo để dời, lăn để phóng.",
        "Click a node to open what stands around it in the store; drag to move, scroll to zoom.",
    ),
    "network_nodes": Text("Các nút", "Nodes"),
    "network_part": Text("Mạng vẽ # bộ ba đầu.", "The first # triples are drawn."),
    "network_relations": Text("Quan hệ", "Relations"),
    "network_fit": Text("Vừa khung", "Fit"),
    "network_none": Text("Không có quan hệ nào để vẽ.", "There is nothing to draw."),
    "network_new": Text("thêm # nút", "# more nodes"),
    "network_page": Text("Trang của mục này", "Its page"),
    "copied": Text("Đã chép liên kết.", "The link is copied."),
    "copy_by_hand": Text("Liên kết ở thanh địa chỉ.", "The link is in the address bar."),
    "too_long_to_share": Text(
        "Câu quá dài để đưa vào liên kết.", "The query is too long for a link."
    ),
    "class": Text("lớp", "class"),
    "property": Text("quan hệ", "property"),
    "concept": Text("danh mục", "scheme"),
    "unit": Text("tỉnh, thành phố", "province"),
    "variable": Text("biến", "variable"),
    "keyword": Text("từ khoá", "keyword"),
    "document": Text("văn bản", "document"),
    "body": Text("cơ quan", "body"),
    "official": Text("cán bộ", "official"),
    "completions": Text("Gợi ý", "Completions"),
}


def of_island(language: str) -> dict[str, str]:
    """Return what the island says, in one language."""
    return {key: text.within(language) for key, text in ISLAND.items()}
