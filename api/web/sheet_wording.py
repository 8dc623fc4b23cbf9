"""The words that stand on Lược đồ only."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import Text
from graph.model import Level

BANDS: Mapping[Level | None, Text] = {
    Level.CENTRAL: Text("Trung ương", "Central"),
    Level.MINISTRY: Text("Trung ương", "Central"),
    Level.PROVINCE: Text("Tỉnh, thành phố", "Provinces"),
    Level.DISTRICT: Text("Huyện", "Districts"),
    Level.COMMUNE: Text("Xã, phường", "Communes"),
    Level.GRASSROOTS: Text("Cơ sở", "Grass roots"),
    None: Text("Chưa rõ cấp", "Level unknown"),
}

SHEET: dict[str, Text] = {
    "none_found": Text("chưa tìm thấy", "none found"),
    "band_empty": Text(
        "Chưa tìm thấy văn bản nào ở cấp này trong kho. Điều đó không có nghĩa là chưa triển khai.",
        "No document of this level was found in this store. That does not say that nothing was "
        "done.",
    ),
    "band_empty_short": Text("Chưa tìm thấy văn bản ở cấp này", "None found at this level"),
    "of_units": Text("{found} / {all} đơn vị", "{found} of {all} units"),
    "elsewhere": Text("{n} chưa rõ nơi", "{n} of unknown place"),
    "bars": Text(
        "Mỗi cột một tỉnh, thành phố; cao theo số văn bản. Khung đứt: chưa tìm thấy.",
        "One bar a province, as high as it has documents. Broken frame: none found.",
    ),
    "bars_short": Text("Mỗi cột một tỉnh", "One bar a province"),
    "reported_row": Text("Có nhắc đến, chưa thấy văn bản · {n}", "Reported, no document · {n}"),
    "none_found_row": Text("Chưa tìm thấy trong kho này · {n}", "None found in this store · {n}"),
    "out_of_scope_row": Text("Ngoài phạm vi · {n}", "Out of scope · {n}"),
    "bar_open": Text("{name}: {count}, mở", "{name}: {count}, open"),
    "bar_close": Text("{name}: {count}, đóng lại", "{name}: {count}, close"),
    "bar_none": Text("{name}: {state}", "{name}: {state}"),
    "more": Text("{n} văn bản nữa", "{n} more documents"),
    "root_label": Text("Văn bản gốc: {name}", "Root: {name}"),
    "close_unit": Text("{name}, {count}; đóng lại", "{name}, {count}; close"),
    "undated": Text("{n} chưa rõ ngày", "{n} undated"),
    "time": Text("Ngày ban hành", "Dates of issue"),
    "as_of": Text("Ngày xem", "As of"),
    "as_of_today": Text("hôm nay", "today"),
    "after_cursor": Text("sau ngày xem: không tính", "later: not counted"),
    "summary": Text(
        "{documents}, {units}; đang mở {opened}", "{documents}, {units}; {opened} open"
    ),
    "legend_stated": Text("nét liền: nguồn nói rõ", "solid: stated"),
    "legend_inferred": Text("nét đứt: suy ra", "broken: inferred"),
    "legend_absent": Text("khung đứt: chưa tìm thấy", "broken frame: none found"),
    "legend_unverified": Text("ô rỗng: chưa kiểm chứng", "hollow: unverified"),
    "legend_chosen": Text("chuỗi đang chọn", "chosen chain"),
    # Left, top and panel of the page
    "type_to_find": Text("Tìm văn bản", "Find a document"),
    "find_hint": Text("Gõ không dấu vẫn khớp", "Tone marks are optional"),
    "find_count": Text("{n} kết quả", "{n} results"),
    "find_none": Text("Chưa tìm thấy", "Nothing found"),
    "find_failed": Text("Không tìm được lúc này", "The search failed"),
    "level": Text("Cấp ban hành", "Level"),
    "type": Text("Loại văn bản", "Type"),
    "relation": Text("Quan hệ", "Relation"),
    "certainty": Text("Chứng cứ", "Evidence"),
    "stated": Text("nguồn nói rõ", "stated"),
    "inferred": Text("suy ra", "inferred"),
    "force": Text("Hiệu lực {day}", "Force {day}"),
    "force_on": Text("tại {day}", "on {day}"),
    "force_today": Text("hôm nay", "today"),
    "in_force": Text("còn hiệu lực", "in force"),
    "force_unknown": Text("chưa rõ", "not known"),
    "force_ended": Text("hết hoặc chưa có hiệu lực", "ended or not yet"),
    "all_shown": Text("bỏ lọc", "clear"),
    "hidden": Text("{n} văn bản đang bị lọc", "{n} documents filtered out"),
    "drawing": Text("Hình", "Drawing"),
    "list": Text("Danh sách", "List"),
    "as_svg": Text("Ảnh SVG", "SVG"),
    "as_png": Text("Ảnh PNG", "PNG"),
    "zoom_in": Text("Phóng to", "Zoom in"),
    "zoom_out": Text("Thu nhỏ", "Zoom out"),
    "zoom_fit": Text("Vừa khung", "Fit"),
    "loading": Text("Đang vẽ lược đồ…", "Drawing…"),
    "failed": Text(
        "Không vẽ được: máy chủ không trả lời.", "Not drawn: the server did not answer."
    ),
    "retry": Text("Thử lại", "Try again"),
    "chosen_relation": Text("Quan hệ đang chọn", "Selected relation"),
    "relation_line": Text("{below} {relation} {above}", "{below} {relation} {above}"),
    "body": Text("Cơ quan", "Body"),
    "support": Text("Căn cứ quan hệ", "Support"),
    "support_said": Text("{sources} · {quotes}", "{sources} · {quotes}"),
    "quotes": Text("{n} câu trích", "{n} quotes"),
    "no_quotes": Text("theo sổ văn bản, không có câu trích", "from the register, without a quote"),
    "sorted": Text("chắc chắn nhất trước", "best founded first"),
    "in_words": Text("Đường dẫn bằng lời", "The chain in words"),
    "siblings": Text("Cùng cấp, cùng căn cứ", "Same level, same basis"),
    "siblings_note": Text("ngày sau {name}", "days after {name}"),
    "open_document": Text("Mở văn bản", "Open the document"),
    "clear_choice": Text("Bỏ chọn", "Clear the selection"),
    "source_text": Text("ký tự {start}–{end}", "characters {start}–{end}"),
    "first_units": Text("Đơn vị có văn bản sớm nhất", "Units with the earliest document"),
    "first_units_note": Text("ngày sau văn bản gốc", "days after the root"),
    "choose_note": Text(
        "Chọn một văn bản trong hình để thấy chuỗi tới văn bản gốc, số ngày và câu trích; chọn một "
        "cột để mở tỉnh ấy.",
        "Choose a document in the drawing to see its chain to the root, the days and the quotes; "
        "choose a bar to open that province.",
    ),
    "keys_note": Text(
        "Bàn phím: / tìm · mũi tên, PageUp, PageDown đi giữa các thẻ · Enter chọn hoặc mở · "
        "Esc bỏ chọn · + − 0 phóng to, nhỏ.",
        "Keys: / search · arrows, PageUp, PageDown move · Enter chooses or opens · Esc clears · "
        "+ − 0 zoom.",
    ),
    "gone": Text(
        "Văn bản đang chọn không có trong lược đồ này (khác ngày xem, hoặc đang bị lọc).",
        "The chosen document is not in this cascade (another day, or filtered out).",
    ),
    "nothing_title": Text("Chưa tìm thấy văn bản nào trong lược đồ này", "Nothing found"),
    "step": Text(
        "{below} {relation} {above} (độ trễ: {lag}).", "{below} {relation} {above} (lag: {lag})."
    ),
    "step_inferred": Text("Bước này suy ra từ câu văn.", "This step is inferred from the wording."),
    "total": Text("Cả chuỗi: {lag}.", "In all: {lag}."),
}


def sheet_phrase(key: str, language: str, **filled: object) -> str:
    """Return a phrase of Lược đồ with its blanks filled; raise KeyError when there is none."""
    said = SHEET[key].within(language)
    return said.format(**filled) if filled else said
