"""Short texts of many provinces, years and kinds, with the documents and relations they state.

All written for these tests; the numbers of local documents are made up.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """A text, the documents it names, the relations between documents that it states."""

    name: str
    text: str
    documents: frozenset[str]
    relations: frozenset[tuple[str, str, str]] = frozenset()


SAMPLES = (
    Sample(
        "opening of a plan",
        "Thực hiện Nghị quyết Đại hội XIII của Đảng, Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX,"
        " nhiệm kỳ 2020-2025 và Kế hoạch số 12-KH/TU, ngày 3/4/2021 của Tỉnh ủy, HĐND tỉnh Thái"
        " Nguyên ban hành Nghị quyết số 25/2021/NQ-HĐND về chuyển đổi số.",
        frozenset(
            {
                "Nghị quyết Đại hội XIII của Đảng",
                "Nghị quyết Đại hội Đảng bộ tỉnh Thái Nguyên lần thứ XX",
                "12-KH/TU (Thái Nguyên)",
                "25/2021/NQ-HĐND (Thái Nguyên)",
            }
        ),
        frozenset(
            ("25/2021/NQ-HĐND (Thái Nguyên)", "implements", parent)
            for parent in (
                "Nghị quyết Đại hội XIII của Đảng",
                "Nghị quyết Đại hội Đảng bộ tỉnh Thái Nguyên lần thứ XX",
                "12-KH/TU (Thái Nguyên)",
            )
        ),
    ),
    Sample(
        "program under a central resolution",
        "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển"
        " khoa học, công nghệ, Ban Thường vụ Tỉnh ủy Nghệ An đã ban hành Chương trình hành động số"
        " 95-CTr/TU ngày 10/02/2025. Nghị quyết 57 mở ra cơ hội mới.",
        frozenset({"57-NQ/TW", "95-CTr/TU (Nghệ An)"}),
        frozenset({("95-CTr/TU (Nghệ An)", "implements", "57-NQ/TW")}),
    ),
    Sample(
        "bases of a decision",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Luật Ngân sách nhà nước ngày"
        " 25/6/2015 và Nghị định số 163/2016/NĐ-CP, UBND tỉnh Cà Mau ban hành Quyết định số"
        " 100/QĐ-UBND.",
        frozenset(
            {"72/2025/QH15", "Luật Ngân sách nhà nước", "163/2016/NĐ-CP", "100/QĐ-UBND (Cà Mau)"}
        ),
        frozenset(
            ("100/QĐ-UBND (Cà Mau)", "basedOn", base)
            for base in ("72/2025/QH15", "Luật Ngân sách nhà nước", "163/2016/NĐ-CP")
        ),
    ),
    Sample(
        "decree that amends, repeals a part, and replaces",
        "Chính phủ vừa ban hành Nghị định số 21/2026/NĐ-CP sửa đổi, bổ sung một số điều của Nghị"
        " định số 193/2025/NĐ-CP. Nghị định này bãi bỏ khoản 3 Điều 5 Nghị định số 32/2024/NĐ-CP"
        " và thay thế Nghị định số 68/2017/NĐ-CP.",
        frozenset({"21/2026/NĐ-CP", "193/2025/NĐ-CP", "32/2024/NĐ-CP", "68/2017/NĐ-CP"}),
        frozenset(
            {
                ("21/2026/NĐ-CP", "amends", "193/2025/NĐ-CP"),
                ("21/2026/NĐ-CP", "amends", "32/2024/NĐ-CP"),
                ("21/2026/NĐ-CP", "replaces", "68/2017/NĐ-CP"),
            }
        ),
    ),
    Sample(
        "passive history",
        "Thông tư số 43/2025/TT-BCT (được sửa đổi, bổ sung bởi Thông tư số 67/2025/TT-BCT) quy định"
        " về hóa chất. Quy định số 47-QĐ/TW được thay thế bằng Quy định số 37-QĐ/TW.",
        frozenset({"43/2025/TT-BCT", "67/2025/TT-BCT", "47-QĐ/TW", "37-QĐ/TW"}),
        frozenset(
            {
                ("67/2025/TT-BCT", "amends", "43/2025/TT-BCT"),
                ("37-QĐ/TW", "replaces", "47-QĐ/TW"),
            }
        ),
    ),
    Sample(
        "end of force",
        "Quyết định số 15/2019/QĐ-UBND của UBND tỉnh Lâm Đồng hết hiệu lực kể từ ngày Quyết định số"
        " 22/2024/QĐ-UBND có hiệu lực thi hành.",
        frozenset({"15/2019/QĐ-UBND (Lâm Đồng)", "22/2024/QĐ-UBND (Lâm Đồng)"}),
        frozenset(
            {("22/2024/QĐ-UBND (Lâm Đồng)", "repeals", "15/2019/QĐ-UBND (Lâm Đồng)")},
        ),
    ),
    Sample(
        "continuing and guiding, in titles",
        "Tỉnh ủy Bắc Giang ban hành Kết luận số 120-KL/TU về tiếp tục đẩy mạnh thực hiện Nghị quyết"
        " số 43-NQ/TU, ngày 22/02/2011; Hướng dẫn số 05-HD/BTCTU hướng dẫn thực hiện Quy định số"
        " 12-QĐ/TU.",
        frozenset(
            {
                "120-KL/TU (Bắc Giang)",
                "43-NQ/TU (Bắc Giang)",
                "05-HD/BTCTU (Bắc Giang)",
                "12-QĐ/TU (Bắc Giang)",
            }
        ),
        frozenset(
            {
                ("120-KL/TU (Bắc Giang)", "continues", "43-NQ/TU (Bắc Giang)"),
                ("05-HD/BTCTU (Bắc Giang)", "guides", "12-QĐ/TU (Bắc Giang)"),
            }
        ),
    ),
    Sample(
        "what an issuer issues beside is not carried out",
        "Ban Thường vụ Tỉnh ủy Gia Lai đã ban hành Chương trình hành động số 31-CTr/TU để thực hiện"
        " Nghị quyết số 20-NQ/TW, Nghị quyết số 21-NQ/TW của Hội nghị Trung ương 6 (khóa XII), Kết"
        " luận số 77-KL/TU về tiếp tục thực hiện Nghị quyết số 20-NQ/TW.",
        frozenset({"31-CTr/TU (Gia Lai)", "20-NQ/TW", "21-NQ/TW", "77-KL/TU (Gia Lai)"}),
        frozenset(
            {
                ("31-CTr/TU (Gia Lai)", "implements", "20-NQ/TW"),
                ("31-CTr/TU (Gia Lai)", "implements", "21-NQ/TW"),
                ("77-KL/TU (Gia Lai)", "continues", "20-NQ/TW"),
            }
        ),
    ),
    Sample(
        "one number in two provinces",
        "Tỉnh ủy Nghệ An ban hành Nghị quyết số 06-NQ/TU. Cùng thời gian, Tỉnh ủy Thanh Hóa ban"
        " hành Nghị quyết số 06-NQ/TU về xây dựng nông thôn mới.",
        frozenset({"06-NQ/TU (Nghệ An)", "06-NQ/TU (Thanh Hóa)"}),
    ),
    Sample(
        "a chain of two levels",
        "Thành ủy Đà Nẵng ban hành Chương trình hành động số 27-CTr/TU thực hiện Nghị quyết số"
        " 43-NQ/TW của Bộ Chính trị về xây dựng và phát triển thành phố Đà Nẵng đến năm 2030; UBND"
        " thành phố ban hành Kế hoạch số 2078/KH-UBND để triển khai Chương trình hành động số"
        " 27-CTr/TU.",
        frozenset({"27-CTr/TU (Đà Nẵng)", "43-NQ/TW", "2078/KH-UBND (Đà Nẵng)"}),
        frozenset(
            {
                ("27-CTr/TU (Đà Nẵng)", "implements", "43-NQ/TW"),
                ("2078/KH-UBND (Đà Nẵng)", "implements", "27-CTr/TU (Đà Nẵng)"),
            }
        ),
    ),
    Sample(
        "carried into a program, in the passive",
        "Chỉ thị số 20-CT/TW của Ban Bí thư được tỉnh Phú Yên cụ thể hóa bằng Chương trình hành"
        " động số 15-CTr/TU. Một số nơi chưa ban hành kế hoạch thực hiện Chỉ thị số 20-CT/TW.",
        frozenset({"20-CT/TW", "15-CTr/TU (Phú Yên)"}),
        frozenset({("15-CTr/TU (Phú Yên)", "implements", "20-CT/TW")}),
    ),
    Sample(
        "declared short name, bare figure of a replaced document",
        "Quy định số 80-QĐ/TW, ngày 18/8/2022 của Bộ Chính trị về phân cấp quản lý cán bộ (sau đây"
        " gọi tắt là Quy định 80) thay thế Quy định số 105-QĐ/TW. Theo Quy định 80, Quy định 105"
        " hết hiệu lực.",
        frozenset({"80-QĐ/TW", "105-QĐ/TW"}),
        frozenset({("80-QĐ/TW", "replaces", "105-QĐ/TW")}),
    ),
    Sample(
        "repeal of several, law guided by a decree",
        "Quyết định số 1074/QĐ-BXD bãi bỏ Quyết định số 510/QĐ-BXD và Quyết định số 816/QĐ-BXD."
        " Nghị định số 102/2024/NĐ-CP quy định chi tiết thi hành một số điều của Luật Đất đai năm"
        " 2024.",
        frozenset(
            {
                "1074/QĐ-BXD",
                "510/QĐ-BXD",
                "816/QĐ-BXD",
                "102/2024/NĐ-CP",
                "Luật Đất đai năm 2024",
            }
        ),
        frozenset(
            {
                ("1074/QĐ-BXD", "repeals", "510/QĐ-BXD"),
                ("1074/QĐ-BXD", "repeals", "816/QĐ-BXD"),
                ("102/2024/NĐ-CP", "guides", "Luật Đất đai năm 2024"),
            }
        ),
    ),
    Sample(
        "linked documents, an alias with its default",
        "Huyện ủy Can Lộc sơ kết 3 năm thực hiện Chỉ thị số 05-CT/TW gắn với thực hiện Nghị quyết"
        " Trung ương 4 (khóa XII).",
        frozenset({"05-CT/TW", "04-NQ/TW"}),
        frozenset({("05-CT/TW", "linkedWith", "04-NQ/TW")}),
    ),
    Sample(
        "classes, events, set phrases and terms of councils",
        "Hội nghị Trung ương 6 đã bàn nhiều việc. Các nghị quyết, chỉ thị, kết luận của Trung ương"
        " được quán triệt; cấp ủy đưa nghị quyết vào cuộc sống. Mỗi đảng viên có chương trình hành"
        " động. Kế hoạch 5 năm 2021-2025 và bầu cử đại biểu HĐND khóa X, Quốc hội khóa XV thành"
        " công. Các đơn vị cần ban hành kế hoạch cụ thể.",
        frozenset(),
    ),
    Sample(
        "a low document does not replace a high one",
        "Theo Quy định số 12-QĐ/TU của Tỉnh ủy Sơn La thay thế Quy định số 105-QĐ/TW là chưa đúng.",
        frozenset({"12-QĐ/TU (Sơn La)", "105-QĐ/TW"}),
    ),
)
