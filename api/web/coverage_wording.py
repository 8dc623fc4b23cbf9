"""The words of the page of resolutions x provinces."""

from __future__ import annotations

from collections.abc import Mapping

from api.web.board import Shade
from graph.errors import Text

PHRASES: dict[str, Text] = {
    "matrix": Text("Ma trận độ phủ", "Coverage matrix"),
    "matrix_title": Text(
        "{rows} văn bản Trung ương, {units} tỉnh, thành phố: đã thấy xuống tới cấp nào?",
        "{rows} central documents, {units} provinces: how far down are they seen?",
    ),
    "matrix_caption": Text(
        "Mỗi hàng một văn bản Trung ương, mỗi cột một tỉnh, thành phố. Chọn một ô để xem chuỗi văn "
        "bản và câu trích.",
        "A row a central document, a column a province. Choose a cell for the chain and the quote.",
    ),
    "matrix_none": Text(
        "Kho này chưa có văn bản địa phương nào dựa vào văn bản Trung ương thuộc nhóm đã chọn.",
        "No local document in this store rests on a central document of this group.",
    ),
    "group": Text("Văn bản", "Documents"),
    "group_dang": Text("của Đảng", "Party"),
    "group_nha-nuoc": Text("của Nhà nước", "State"),
    "group_tat-ca": Text("cả hai", "both"),
    "rows_most": Text("Số hàng", "Rows"),
    "rows_own": Text("{n} văn bản tự chọn", "{n} documents chosen"),
    "rows_back": Text("về danh sách thường", "back to the usual rows"),
    "row_add": Text("Thêm một hàng: số hoặc tên văn bản", "Add a row: number or name"),
    "row_add_do": Text("Thêm", "Add"),
    "row_take": Text("Bỏ hàng {name}", "Remove row {name}"),
    "covered": Text("phủ", "found"),
    "covered_long": Text(
        "số tỉnh có văn bản, trên số tỉnh thuộc phạm vi",
        "provinces with a document, of those in scope",
    ),
    "lag_days": Text("độ trễ, ngày", "lag, days"),
    "lag_strip": Text(
        "{n} tỉnh rõ ngày; trung vị {median}", "{n} provinces with a known date; median {median}"
    ),
    "lag_none": Text("chưa rõ ngày", "no date known"),
    "lag_beyond": Text("{n} tỉnh muộn hơn {days}", "{n} later than {days}"),
    "lag_beyond_short": Text("+{n} ›", "+{n} ›"),
    "lag_before": Text("{n} tỉnh đề ngày trước", "{n} dated before it"),
    "totals": Text("Số văn bản Trung ương đã thấy", "Central documents seen"),
    "totals_note": Text("theo tỉnh, trên {n}", "by province, of {n}"),
    "corpus": Text("Văn bản trong kho", "Documents in the store"),
    "corpus_note": Text("của từng tỉnh, nhiều nhất {n}", "of each province, at most {n}"),
    "corpus_title": Text(
        "Kho có gì, theo tỉnh và năm", "What the store holds, by province and year"
    ),
    "corpus_why": Text(
        "Tỉnh nào ít văn bản được đọc thì ô trống nói về kho, không nói về tỉnh.",
        "Where little was read, an empty cell speaks of the store, not of the province.",
    ),
    "corpus_of": Text("Kho có {documents} của {unit}", "The store holds {documents} of {unit}"),
    "corpus_from": Text("từ {sources}", "from {sources}"),
    "corpus_dated": Text("theo năm ban hành", "by year of issue"),
    "year_unknown": Text("chưa rõ năm", "year unknown"),
    "gaps": Text("Khoảng trống đáng xem", "Gaps worth a look"),
    "gap_none": Text("{n} tỉnh chưa tìm thấy văn bản", "none found for {n}"),
    "gap_province": Text("{n} dừng ở cấp tỉnh", "{n} seen at province level only"),
    "gap_regions": Text("chưa thấy ở vùng nào: {names}", "not in any province of {names}"),
    "gap_names": Text("Chưa tìm thấy cho {name}", "None found for {name}"),
    "gap_note": Text(
        "“Chưa tìm thấy” là chưa có trong kho này. Không phải “chưa thực hiện”, cũng không phải "
        "“ngoài phạm vi”.",
        "“None found” means none in this store: neither “not carried out” nor “out of scope”.",
    ),
    "on_map": Text("{name} trên bản đồ", "{name} on the map"),
    "map_hint": Text(
        "Chọn một tỉnh để xem cột tương ứng và chuỗi văn bản.",
        "Choose a province to see its column and the chain.",
    ),
    "map_label": Text(
        "Bản đồ các tỉnh, thành phố theo cấp đã thấy văn bản của {name}",
        "Map of the provinces by how far down a document on {name} is seen",
    ),
    "map_credit": Text(
        "Hình vẽ minh hoạ, không phải tài liệu về địa giới. Nguồn: {package} (CC BY 4.0), ghép "
        "thành 34 đơn vị theo Nghị quyết 202/2025/QH15.",
        "An illustration, no statement on boundaries. Source: {package} (CC BY 4.0), joined into "
        "the 34 units of Resolution 202/2025/QH15.",
    ),
    "chosen_none": Text("Chưa chọn ô nào", "No cell is chosen"),
    "chosen_how": Text(
        "Chọn một ô của ma trận hoặc một tỉnh trên bản đồ: ở đây sẽ hiện chuỗi văn bản, ngày, độ "
        "trễ và câu trích làm chứng.",
        "Choose a cell of the matrix or a province on the map: the chain, its dates, the lag and "
        "the quote will stand here.",
    ),
    "chosen_clear": Text("bỏ chọn", "clear"),
    "cell_documents": Text("{documents}, đầu tiên {lag}", "{documents}, the first {lag}"),
    "cell_undated": Text("{documents}, chưa rõ ngày", "{documents}, dates not known"),
    "lag_unknown": Text("chưa rõ độ trễ", "lag not known"),
    "cell_none": Text(
        "Chưa tìm thấy văn bản nào của {unit} dựa vào {name} trong kho này. Điều đó không có nghĩa "
        "là {unit} chưa thực hiện.",
        "No document of {unit} resting on {name} was found in this store. That does not mean that "
        "{unit} has not carried it out.",
    ),
    "cell_reported": Text(
        "Có nguồn nói {unit} thực hiện {name} hoặc báo cáo kết quả, nhưng chưa thấy văn bản nào "
        "trong kho này.",
        "A source says that {unit} carries out {name} or reports figures under it, but no document "
        "was found in this store.",
    ),
    "cell_out": Text(
        "{name} không nêu {unit} trong phạm vi thực hiện.", "{name} is not addressed to {unit}."
    ),
    "chain_of": Text("Chuỗi văn bản", "Chain of documents"),
    "chain_root": Text("văn bản gốc", "root"),
    "ways_others": Text("{n} chuỗi khác", "{n} further chains"),
    "ways_others_1": Text("1 chuỗi khác", "1 further chain"),
    "ways_more": Text(
        "Còn đường khác từ văn bản của tỉnh lên văn bản này.", "There are further ways."
    ),
    "in_cascade": Text("Xem trong lược đồ", "See it in the cascade"),
    "in_table": Text("Xem mọi tỉnh của văn bản này", "All provinces of this document"),
    "province_list": Text(
        "{unit}: {n} trên {of} văn bản đang xem đã thấy", "{unit}: {n} of the {of} documents shown"
    ),
    "download": Text("Tải về", "Download"),
    "as_csv": Text("CSV", "CSV"),
    "as_svg": Text("SVG", "SVG"),
    "as_png": Text("PNG", "PNG"),
}

#: What a cell shows, told from the cell.
SHADES: Mapping[Shade, Text] = {
    Shade.PROVINCE: Text("có văn bản cấp tỉnh", "province level"),
    Shade.DISTRICT: Text("tới cấp huyện", "down to districts"),
    Shade.COMMUNE: Text("tới cấp xã, cơ sở", "down to communes, grass roots"),
    Shade.REPORTED: Text("có nhắc đến, chưa thấy văn bản", "reported, no document found"),
    Shade.NONE_FOUND: Text("chưa tìm thấy trong kho này", "none found in this store"),
    Shade.OUT_OF_SCOPE: Text("ngoài phạm vi", "out of scope"),
}

#: The same where its column or heading says what it is about.
BRIEFLY: Mapping[Shade, Text] = {
    Shade.PROVINCE: Text("cấp tỉnh", "province"),
    Shade.DISTRICT: Text("cấp huyện", "district"),
    Shade.COMMUNE: Text("cấp xã, cơ sở", "commune"),
    Shade.REPORTED: Text("có nhắc đến", "reported"),
    Shade.NONE_FOUND: Text("chưa tìm thấy", "none found"),
    Shade.OUT_OF_SCOPE: Text("ngoài phạm vi", "out of scope"),
}
