"""Reports as newspapers print them, with all that a careful reader finds.

Written for these tests; local numbers and the names of persons are made up.
"""

from __future__ import annotations

from tests.graph.extract.reading import Report

REPORTS_OF_THE_CENTRE = (
    Report(
        name="new regulation for an old one",
        text=(
            "Bộ Chính trị ban hành quy định mới về luân chuyển cán bộ\n"
            "\n"
            "Thay mặt Bộ Chính trị, đồng chí Trương Thị Lan, Ủy viên Bộ Chính trị, "
            "Thường trực Ban Bí thư, Trưởng ban Tổ chức Trung ương vừa ký ban hành "
            "Quy định số 65-QĐ/TW, ngày 28-4-2022 về luân chuyển cán bộ. Quy định "
            "65 gồm 3 chương, 13 điều, thay thế Quy định số 98-QĐ/TW ngày "
            "07-10-2017 của Bộ Chính trị khóa XII. Trước đó, Ban Bí thư đã ban hành"
            " Quy định 50-QĐ/TW về công tác quy hoạch cán bộ, bãi bỏ Hướng dẫn số "
            "15-HD/BTCTW ngày 05-11-2012 và phần nội dung về quy hoạch cán bộ trong"
            " Quy định số 105-QĐ/TW.\n"
            "\n"
            "Theo Quy định mới, thời gian luân chuyển ít nhất là 3 năm."
        ),
        documents="""
            105-QĐ/TW
            15-HD/BTCTW
            50-QĐ/TW
            65-QĐ/TW
            98-QĐ/TW
        """,
        relations="""
            50-QĐ/TW | amends | 105-QĐ/TW
            50-QĐ/TW | issuedBy | Ban Bí thư
            50-QĐ/TW | repeals | 15-HD/BTCTW
            65-QĐ/TW | issuedBy | Bộ Chính trị
            65-QĐ/TW | replaces | 98-QĐ/TW
            65-QĐ/TW | signedBy | Trương Thị Lan
            98-QĐ/TW | issuedBy | Bộ Chính trị
        """,
        officials="""
            Trương Thị Lan: Thường trực Ban Bí thư; Trưởng ban Tổ chức Trung ương; Ủy viên Bộ Chính
                trị
        """,
    ),
    Report(
        name="four resolutions and what carries them out",
        text=(
            "Đưa bốn nghị quyết trụ cột vào cuộc sống\n"
            "\n"
            'Tạp chí Cộng sản, ngày 10/6/2025. "Bộ tứ trụ cột" gồm Nghị quyết số '
            "57-NQ/TW về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo "
            "và chuyển đổi số quốc gia; Nghị quyết số 59-NQ/TW về hội nhập quốc tế "
            "trong tình hình mới; Nghị quyết số 66-NQ/TW về đổi mới công tác xây "
            "dựng và thi hành pháp luật; Nghị quyết số 68-NQ/TW về phát triển kinh "
            "tế tư nhân của Bộ Chính trị.\n"
            "\n"
            "Triển khai Nghị quyết 68, Quốc hội đã thông qua Nghị quyết số "
            "198/2025/QH15 ngày 17/5/2025; Chính phủ ban hành Nghị quyết số 138/NQ-"
            "CP và Nghị quyết số 139/NQ-CP. Chính phủ cũng đã ban hành Nghị quyết "
            "số 03/NQ-CP, sau đó được sửa đổi, bổ sung, cập nhật bằng Nghị quyết số"
            " 71/NQ-CP để thực hiện Nghị quyết 57. Các địa phương đang xây dựng kế "
            "hoạch hành động; tỉnh Bình Dương dự kiến ban hành Chương trình hành "
            "động số 210-CTr/TU thực hiện Nghị quyết số 68-NQ/TW trong tháng 6."
        ),
        documents="""
            03/NQ-CP
            138/NQ-CP
            139/NQ-CP
            198/2025/QH15
            210-CTr/TU (Bình Dương)
            57-NQ/TW
            59-NQ/TW
            66-NQ/TW
            68-NQ/TW
            71/NQ-CP
        """,
        relations="""
            03/NQ-CP | issuedBy | Chính phủ
            138/NQ-CP | implements | 68-NQ/TW
            138/NQ-CP | issuedBy | Chính phủ
            139/NQ-CP | implements | 68-NQ/TW
            139/NQ-CP | issuedBy | Chính phủ
            198/2025/QH15 | implements | 68-NQ/TW
            198/2025/QH15 | issuedBy | Quốc hội
            210-CTr/TU (Bình Dương) | implements | 68-NQ/TW
            57-NQ/TW | issuedBy | Bộ Chính trị
            59-NQ/TW | issuedBy | Bộ Chính trị
            66-NQ/TW | issuedBy | Bộ Chính trị
            68-NQ/TW | issuedBy | Bộ Chính trị
            71/NQ-CP | amends | 03/NQ-CP
            71/NQ-CP | implements | 57-NQ/TW
        """,
        arguable="""
            03/NQ-CP | implements | 57-NQ/TW
            68-NQ/TW | implementedBy | Chính phủ
            68-NQ/TW | implementedBy | Quốc hội
            71/NQ-CP | issuedBy | Chính phủ
        """,
    ),
    Report(
        name="nickname and reference back",
        text=(
            'Nhìn lại "Khoán 10"\n'
            "\n"
            "Tháng 4-1988, Bộ Chính trị (khóa VI) ban hành Nghị quyết số 10-NQ/TW "
            'về đổi mới quản lý kinh tế nông nghiệp, quen gọi là "Khoán 10". Nghị '
            "quyết này ra đời trên cơ sở tổng kết 7 năm thực hiện Chỉ thị số "
            "100-CT/TW ngày 13-01-1981 của Ban Bí thư Trung ương Đảng (Khoán 100). "
            "Tại Vĩnh Phúc, từ năm 1966, đồng chí Kim Ngọc, Bí thư Tỉnh ủy đã chủ "
            "trương ban hành Nghị quyết số 68-NQ/TU về quản lý lao động trong hợp "
            "tác xã.\n"
            "\n"
            "Kế thừa tinh thần đó, Nghị quyết Trung ương 7 khóa X về nông nghiệp, "
            "nông dân, nông thôn tiếp tục mở đường. Đến năm 2022, Hội nghị Trung "
            "ương 5 khóa XIII ban hành Nghị quyết số 19-NQ/TW ngày 16-6-2022 thay "
            "thế cho Nghị quyết nói trên."
        ),
        documents="""
            10-NQ/TW
            100-CT/TW
            19-NQ/TW
            26-NQ/TW
            68-NQ/TU (Vĩnh Phúc)
        """,
        relations="""
            10-NQ/TW | issuedBy | Bộ Chính trị
            100-CT/TW | issuedBy | Ban Bí thư
            26-NQ/TW | adoptedAt | Hội nghị Trung ương 7 (khóa X)
        """,
        officials="""
            Kim Ngọc: Bí thư Tỉnh ủy
        """,
        arguable="""
            10-NQ/TW | basedOn | 100-CT/TW
            10-NQ/TW | reviews | 100-CT/TW
            19-NQ/TW | adoptedAt | Hội nghị Trung ương 5 (khóa XIII)
            19-NQ/TW | issuedBy | Ban Chấp hành Trung ương Đảng
            19-NQ/TW | issuedBy | Hội nghị Trung ương 5 (khóa XIII)
            19-NQ/TW | replaces | 26-NQ/TW
            68-NQ/TU (Vĩnh Phúc) | issuedBy | Tỉnh ủy Vĩnh Phúc
            Bộ Chính trị | reviews | 100-CT/TW
        """,
    ),
    Report(
        name="circular of a ministry",
        text=(
            "Bộ Công Thương sửa quy định về cụm công nghiệp\n"
            "\n"
            "Thứ trưởng Nguyễn Hải Triều vừa ký ban hành Thông tư số 14/2024/TT-BCT"
            " ngày 15/8/2024 quy định chế độ báo cáo định kỳ về cụm công nghiệp. "
            "Thông tư này quy định chi tiết một số điều của Nghị định số "
            "32/2024/NĐ-CP ngày 15/3/2024 của Chính phủ. Thông tư có hiệu lực từ "
            "ngày 01/10/2024; Thông tư số 28/2020/TT-BCT ngày 29/9/2020 của Bộ "
            "trưởng Bộ Công Thương hết hiệu lực kể từ ngày Thông tư này có hiệu lực"
            " thi hành. Cục Công Thương địa phương có Công văn số 813/CTĐP-QLCN "
            "hướng dẫn Sở Công Thương các tỉnh."
        ),
        documents="""
            14/2024/TT-BCT
            28/2020/TT-BCT
            32/2024/NĐ-CP
            813/CTĐP-QLCN
        """,
        relations="""
            14/2024/TT-BCT | guides | 32/2024/NĐ-CP
            14/2024/TT-BCT | repeals | 28/2020/TT-BCT
            14/2024/TT-BCT | signedBy | Nguyễn Hải Triều
            32/2024/NĐ-CP | issuedBy | Chính phủ
        """,
        officials="""
            Nguyễn Hải Triều: Thứ trưởng
        """,
        arguable="""
            14/2024/TT-BCT | issuedBy | Bộ Công Thương
            28/2020/TT-BCT | issuedBy | Bộ Công Thương
        """,
    ),
    Report(
        name="joint programme",
        text=(
            "Hòa Bình: Quy chế phối hợp giữa Ban Dân vận Tỉnh ủy và Ban cán sự đảng"
            " UBND tỉnh\n"
            "\n"
            "Ngày 12/3/2020, Ban Dân vận Tỉnh ủy và Ban cán sự đảng UBND tỉnh ký "
            "kết Chương trình phối hợp số 05-CTr/BDVTU-BCSĐ giai đoạn 2020-2025. "
            "Căn cứ Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ và"
            " Quyết định số 23-QĐ/TW, ngày 30/7/2021 của Bộ Chính trị về Quy chế "
            "công tác dân vận của hệ thống chính trị, hai bên thống nhất 5 nội "
            "dung. Quyết định 23-QĐ/TW thay thế Quyết định số 290-QĐ/TW, ngày "
            "25/02/2010 của Bộ Chính trị khóa X."
        ),
        documents="""
            05-CTr/BDVTU-BCSĐ (Hòa Bình)
            23-QĐ/TW
            290-QĐ/TW
            33/CT-TTg
        """,
        relations="""
            23-QĐ/TW | issuedBy | Bộ Chính trị
            23-QĐ/TW | replaces | 290-QĐ/TW
            290-QĐ/TW | issuedBy | Bộ Chính trị
            33/CT-TTg | issuedBy | Thủ tướng Chính phủ
        """,
        arguable="""
            05-CTr/BDVTU-BCSĐ (Hòa Bình) | issuedBy | Ban Dân vận Tỉnh ủy Hòa Bình
            05-CTr/BDVTU-BCSĐ (Hòa Bình) | issuedBy | Ban cán sự đảng UBND tỉnh Hòa Bình
        """,
    ),
    Report(
        name="signed on behalf",
        text=(
            "KẾT LUẬN CỦA BỘ CHÍNH TRỊ VỀ TỔNG KẾT NGHỊ QUYẾT 11\n"
            "\n"
            "Ngày 10/02/2022, thay mặt Bộ Chính trị, Tổng Bí thư Nguyễn Bá Lương đã"
            " ký ban hành Nghị quyết số 11-NQ/TW về phương hướng phát triển vùng "
            "trung du và miền núi Bắc Bộ đến năm 2030. Bộ Chính trị đã tổng kết 15 "
            "năm thực hiện Nghị quyết số 37-NQ/TW, ngày 01/7/2004 của Bộ Chính trị "
            "khóa IX và Kết luận số 26-KL/TW ngày 02/8/2012. Chính phủ ban hành "
            "Nghị quyết số 96/NQ-CP ngày 01/8/2022 về Chương trình hành động thực "
            "hiện Nghị quyết số 11-NQ/TW. Tại Phú Thọ, Tỉnh ủy ban hành Chương "
            "trình hành động số 30-CTr/TU; UBND tỉnh có Kế hoạch số 3500/KH-UBND "
            "thực hiện Nghị quyết số 96/NQ-CP và Chương trình hành động số "
            "30-CTr/TU."
        ),
        documents="""
            11-NQ/TW
            26-KL/TW
            30-CTr/TU (Phú Thọ)
            3500/KH-UBND (Phú Thọ)
            37-NQ/TW
            96/NQ-CP
        """,
        relations="""
            11-NQ/TW | issuedBy | Bộ Chính trị
            11-NQ/TW | signedBy | Nguyễn Bá Lương
            30-CTr/TU (Phú Thọ) | issuedBy | Tỉnh ủy Phú Thọ
            3500/KH-UBND (Phú Thọ) | implements | 30-CTr/TU (Phú Thọ)
            3500/KH-UBND (Phú Thọ) | implements | 96/NQ-CP
            37-NQ/TW | issuedBy | Bộ Chính trị
            96/NQ-CP | implements | 11-NQ/TW
            96/NQ-CP | issuedBy | Chính phủ
            Bộ Chính trị | reviews | 26-KL/TW
            Bộ Chính trị | reviews | 37-NQ/TW
        """,
        officials="""
            Nguyễn Bá Lương: Tổng Bí thư
        """,
        arguable="""
            3500/KH-UBND (Phú Thọ) | issuedBy | UBND tỉnh Phú Thọ
        """,
    ),
    Report(
        name="ranks and appointments",
        text=(
            "Khánh Hòa công bố quyết định về công tác cán bộ\n"
            "\n"
            "Chiều 4/10/2024, Ban Thường vụ Tỉnh ủy Khánh Hòa công bố Quyết định số"
            " 1590-QĐNS/TW của Ban Bí thư về việc chuẩn y đồng chí Nghiêm Bá Toàn, "
            "Ủy viên Trung ương Đảng giữ chức Bí thư Tỉnh ủy Khánh Hòa. Tại hội "
            "nghị, Đại tá Nguyễn Sỹ Bình, Giám đốc Công an tỉnh; Đại tá Trịnh Hữu "
            "Đức, Ủy viên Ban Thường vụ Tỉnh ủy, Chỉ huy trưởng Bộ Chỉ huy Quân sự "
            "tỉnh; PGS, TS Lê Bá Khôi, Phó Chủ tịch Thường trực UBND tỉnh dự. Trước"
            " đó, Thủ tướng Chính phủ ký Quyết định số 318/QĐ-TTg ngày 29/3/2022 "
            "phê duyệt Quy hoạch tỉnh Khánh Hòa."
        ),
        documents="""
            1590-QĐNS/TW
            318/QĐ-TTg
        """,
        relations="""
            1590-QĐNS/TW | issuedBy | Ban Bí thư
            318/QĐ-TTg | issuedBy | Thủ tướng Chính phủ
        """,
        officials="""
            Nghiêm Bá Toàn: Bí thư Tỉnh ủy Khánh Hòa; Ủy viên Trung ương Đảng
            Nguyễn Sỹ Bình: Giám đốc Công an tỉnh
            Trịnh Hữu Đức: Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh; Ủy viên Ban Thường vụ Tỉnh ủy
            Lê Bá Khôi: Phó Chủ tịch Thường trực UBND tỉnh
        """,
    ),
)
