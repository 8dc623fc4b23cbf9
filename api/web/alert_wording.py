"""The words of the page of alerts."""

from __future__ import annotations

from graph.errors import Text

PHRASES: dict[str, Text] = {
    "alerts": Text("Cảnh báo", "Alerts"),
    "alert_sections": Text("Các loại cảnh báo", "Kinds of alerts"),
    "alert_can-cu": Text("Căn cứ đã hết hiệu lực", "Basis no longer in force"),
    "alert_mau-thuan": Text("Mâu thuẫn, vòng lặp", "Contradictions, circles"),
    "alert_neu-bai-bo": Text("Nếu một văn bản hết hiệu lực", "If a document ended"),
    "stale_title": Text(
        "{count} còn hiệu lực mà căn cứ đã hết hiệu lực",
        "{count} in force on a basis that is not",
    ),
    "stale_lead": Text(
        "Tại ngày {day}, trong {count} còn hoặc có thể còn hiệu lực của kho này. Đây là điều cần "
        "xem lại, không phải kết luận văn bản sai.",
        "On {day}, of {count} of this store that are or may be in force. It is something to look "
        "at, not a finding that a document is wrong.",
    ),
    "stale_surely": Text("Chắc chắn", "Surely"),
    "stale_possibly": Text("Có thể", "Possibly"),
    "stale_partly": Text("Hết một phần", "Ended in part"),
    "stale_surely_note": Text(
        "Ngày tháng đều đủ rõ: văn bản còn hiệu lực, căn cứ thì không.",
        "All dates bear it out: the document is in force, its basis is not.",
    ),
    "stale_possibly_note": Text(
        "Ngày tháng chưa đủ rõ để kết luận.", "Dates are not known well enough to tell."
    ),
    "stale_partly_note": Text(
        "Chỉ một phần căn cứ hết hiệu lực: chưa phải là mất căn cứ.",
        "Only a part of the basis ended, which makes nothing stale.",
    ),
    "stale_none": Text("Không có văn bản nào trong danh sách này", "No document in this list"),
    "stale_none_why": Text(
        "Kho này không ghi nhận văn bản nào như vậy với cách chọn đang dùng. Việc thay thế, bãi bỏ "
        "chưa đọc được thì không thấy ở đây.",
        "This store records none for what is chosen. A replacement or repeal that was not read is "
        "not seen here.",
    ),
    "certainty_list": Text("Mức chắc chắn", "Certainty"),
    "rests_until": Text("căn cứ", "basis"),
    "instead": Text("nay là", "now"),
    "instead_none": Text(
        "kho này chưa có văn bản thay thế còn hiệu lực", "no successor in force in this store"
    ),
    "more_bases": Text("và {n} căn cứ khác đã hết hiệu lực", "and {n} more ended bases"),
    "all_levels": Text("mọi cấp", "all levels"),
    "all_provinces": Text("mọi nơi", "everywhere"),
    "at_province": Text("Địa phương", "Province"),
    "until_2025": Text("đến 30-6-2025", "until 30 June 2025"),
    "page_of": Text("{first}–{last} trên {total}", "{first}–{last} of {total}"),
    "page_next": Text("trang sau", "next page"),
    "page_before": Text("trang trước", "previous page"),
    "paging": Text("Trang của danh sách", "Pages of the list"),
    "conflict_title": Text(
        "{count} điều mâu thuẫn hoặc đáng ngờ", "{count} contradictions or doubtful matters"
    ),
    "conflict_lead": Text(
        "Những điều không thể cùng đúng, hoặc đáng ngờ khi đứng cạnh nhau. Mỗi bên đều có nguồn; "
        "trang này không chọn thay bạn.",
        "What cannot all be true, or is doubtful side by side. Every side has its sources; this "
        "page does not choose for you.",
    ),
    "conflict_kinds": Text("Loại", "Kinds"),
    "conflict_all": Text("tất cả", "all"),
    "conflict_more": Text("xem cả {n}", "see all {n}"),
    "conflict_clear": Text("Đã xem và không thấy", "Looked for and not found"),
    "conflict_none": Text(
        "Không thấy mâu thuẫn nào thuộc loại này trong kho.", "None of this kind in the store."
    ),
    "impact_title": Text(
        "Nếu một văn bản hết hiệu lực, văn bản nào mất căn cứ?",
        "If a document ended, what would rest on nothing?",
    ),
    "impact_of": Text("Nếu {name} hết hiệu lực từ ngày {day}", "If {name} ended on {day}"),
    "impact_lead": Text(
        "Tính thử trên những gì kho này ghi; căn cứ chưa ghi vào kho không được tính.",
        "A trial on what this store records; a basis that it does not hold is not seen.",
    ),
    "impact_doc": Text("Văn bản", "Document"),
    "impact_day": Text("Hết hiệu lực từ ngày", "Ending on"),
    "impact_do": Text("Tính thử", "Try"),
    "impact_hint": Text(
        "Thử: 18-NQ/TW@XII, 57-NQ/TW, 29-NQ/TW@XI.", "Try 18-NQ/TW@XII, 57-NQ/TW, 29-NQ/TW@XI."
    ),
    "impact_empty": Text(
        "Chưa nêu văn bản nào. Gõ số hoặc tên văn bản để xem văn bản nào sẽ mất căn cứ.",
        "No document is named. Type a number or name to see what would lose its basis.",
    ),
    "impact_none": Text(
        "Kho này không có văn bản nào đang dựa vào văn bản này vào ngày đó.",
        "No document in this store rests on it on that day.",
    ),
    "impact_direct": Text(
        "{n} trực tiếp, {m} qua văn bản khác", "{n} directly, {m} through others"
    ),
    "impact_by_level": Text("Theo cấp", "By level"),
    "impact_by_unit": Text("Theo địa phương", "By province"),
    "impact_by_body": Text(
        "Theo cơ quan ban hành, nơi có trách nhiệm", "By issuing body, whose duty it is"
    ),
    "impact_no_unit": Text("không thuộc địa phương nào", "of no province"),
    "impact_no_body": Text("chưa rõ cơ quan", "body not known"),
    "impact_rows": Text("Từng văn bản", "Documents"),
    "impact_loses": Text("mất", "loses"),
    "impact_keeps": Text("còn", "keeps"),
    "impact_further": Text("và {n} dòng nữa", "and {n} more"),
    "impact_step": Text("bước {n}", "step {n}"),
}
