"""The words of the pages of bodies and officials."""

from __future__ import annotations

from graph.errors import Text

PHRASES: dict[str, Text] = {
    "people": Text("Cán bộ lãnh đạo, cơ quan", "Officials and bodies"),
    "people_sections": Text("Xem theo", "Look at"),
    "people_co-quan": Text("Cơ quan", "Bodies"),
    "people_can-bo": Text("Cán bộ lãnh đạo", "Officials"),
    "people_title_co-quan": Text("{n} cơ quan", "{n} bodies"),
    "people_title_can-bo": Text("{n} cán bộ lãnh đạo", "{n} officials"),
    "people_lead_co-quan": Text(
        "Cơ quan của Đảng, Nhà nước, Mặt trận mà kho này biết: tên, cấp, đổi tên hay sáp nhập ra "
        "sao, đã ban hành bao nhiêu văn bản.",
        "Bodies of Party, State and Front that this store knows: name, level, what they were or "
        "became, how many documents they issued.",
    ),
    "people_lead_can-bo": Text(
        "Người giữ chức vụ công, chỉ trong tư cách ấy và chỉ những ngày nguồn nêu; không ghi người "
        "ngoài công vụ. Xếp theo tên, không xếp hạng.",
        "Holders of public posts, as such only and on the days that sources name; nobody else is "
        "recorded. By given name, no ranking.",
    ),
    "people_find": Text("Tên, tên gọi khác, chức vụ", "Name, other name, post"),
    "people_hint": Text("Gõ không dấu vẫn khớp", "Tone marks are optional"),
    "people_level": Text("Cấp", "Level"),
    "people_levels": Text("Mọi cấp", "All levels"),
    "people_unit": Text("Địa phương", "Province"),
    "people_units": Text("Mọi nơi", "Everywhere"),
    "people_on": Text("Giữ chức vụ vào ngày", "In a post on"),
    "people_none": Text("Chưa tìm thấy trong kho này", "None found in this store"),
    "people_none_why": Text(
        "Không mục nào ứng với những gì đã chọn. Điều đó không có nghĩa là không có.",
        "Nothing fits what was chosen. That does not mean that there is none.",
    ),
    "people_clear": Text("bỏ mọi lựa chọn", "clear all choices"),
    "people_back": Text("Danh sách", "The list"),
    "tenure_line": Text("Ngày đã biết trên dòng thời gian", "Known days on a line of time"),
    "key_day": Text("ngày nguồn cho thấy", "a day that a source shows"),
    "key_about": Text("chỉ rõ tháng hoặc năm", "known to the month or year"),
    "key_stated": Text("khoảng nguồn nêu", "a stated interval"),
    "key_claimed": Text("khoảng chưa kiểm chứng", "an unverified interval"),
    "body_since": Text("từ {day}", "since {day}"),
    "body_until": Text("đến {day}", "until {day}"),
    "body_life": Text("Tồn tại", "Existed"),
    "body_life_unknown": Text("nguồn không nêu ngày", "no days are stated"),
    "body_code": Text("Ký hiệu", "Code"),
    "body_aliases": Text("Tên gọi khác", "Also called"),
    "body_unit": Text("Địa bàn", "Jurisdiction"),
    "body_merged": Text(
        "{unit} đã nhập vào {heirs} sau ngày {day}: cơ quan này là của đơn vị cũ.",
        "{unit} went into {heirs} after {day}: this is a body of the former unit.",
    ),
    "body_chain": Text("Đổi tên, sắp xếp", "Names and mergers"),
    "body_this": Text("cơ quan này", "this body"),
    "body_leads": Text("Người đứng đầu vào ngày {day}", "Who led it on {day}"),
    "body_tenures": Text("Những người được thấy giữ chức vụ ở đây", "Seen in posts here"),
    "body_tenures_none": Text(
        "Chưa có nguồn nào cho thấy ai giữ chức vụ ở cơ quan này.",
        "No source shows anybody in a post of this body.",
    ),
    "tenures": Text("lần giữ chức vụ đã biết", "known tenures"),
    "tenures_1": Text("lần giữ chức vụ đã biết", "known tenure"),
    "official_day_unknown": Text(
        "Không nguồn nào cho thấy người này giữ chức vụ vào {day}.",
        "No source shows this person in a post on {day}.",
    ),
    "official_no_post": Text("nguồn không nêu chức vụ", "no source names a post"),
    "official_names": Text("Các nguồn còn ghi", "Also written"),
    "duties": Text("Trách nhiệm với văn bản", "Responsibility for documents"),
    "duties_note": Text(
        "Ba loại không gộp làm một: đã ký; được giao trong văn bản; đứng đầu cơ quan vào ngày ban "
        "hành. Chủ trì hội nghị không thuộc loại nào.",
        "Three kinds that are never made one: signed; charged in a text; led the body on the day "
        "of issue. Chairing a conference is none of them.",
    ),
    "duty_charged": Text("Được giao, được nêu trong văn bản", "Charged in a text"),
    "duty_led": Text(
        "Đứng đầu cơ quan vào ngày văn bản được ban hành", "Led the body on the day of issue"
    ),
    "duty_led_note": Text(
        "Suy ra từ những ngày đã biết ở trên; không phải nguồn nói người này chịu trách nhiệm.",
        "Derived from the known days above; no source says that the person answers for it.",
    ),
    "duty_none": Text("Chưa thấy trong kho này.", "None found in this store."),
    "more_said": Text("Mọi điều kho này nói, theo thuộc tính", "All that this store says"),
}
