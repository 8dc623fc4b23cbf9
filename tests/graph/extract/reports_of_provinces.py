"""Reports as newspapers print them, with all that a careful reader finds.

Written for these tests; local numbers and the names of persons are made up.
"""

from __future__ import annotations

from tests.graph.extract.reading import Report

REPORTS_OF_PROVINCES = (
    Report(
        name="report to a district congress",
        text=(
            "Báo cáo chính trị tại Đại hội đại biểu Đảng bộ huyện Than Uyên lần thứ"
            " XIX\n"
            "\n"
            "Năm năm qua, Ban Chấp hành Đảng bộ huyện đã lãnh đạo thực hiện thắng "
            "lợi Nghị quyết Đại hội Đảng bộ huyện lần thứ XVIII, nhiệm kỳ "
            "2015-2020. Huyện ủy Than Uyên ban hành Nghị quyết số 08-NQ/HU ngày "
            "12/5/2017 về phát triển vùng chè tập trung để cụ thể hóa Nghị quyết số"
            " 05-NQ/TU của Tỉnh ủy Lai Châu. Qua 3 năm thực hiện Nghị quyết số "
            "08-NQ/HU, toàn huyện trồng mới 1.062 ha chè, thu hút 4.300 hộ tham "
            "gia.\n"
            "\n"
            "Công tác xây dựng Đảng được chú trọng. Huyện ủy đã quán triệt và triển"
            " khai nghiêm túc Nghị quyết Trung ương 4 (khóa XII) gắn với Chỉ thị số"
            " 05-CT/TW của Bộ Chính trị; Nghị quyết Trung ương 6, Trung ương 7 khóa"
            " XII. Một số chi bộ chưa xây dựng kế hoạch thực hiện Chỉ thị số "
            "05-CT/TW."
        ),
        documents="""
            04-NQ/TW
            05-CT/TW
            05-NQ/TU (Lai Châu)
            08-NQ/HU (Lai Châu)
            18-NQ/TW
            Nghị quyết Trung ương 7 (khóa XII)
            Nghị quyết Đại hội Đảng bộ huyện Than Uyên lần thứ XVIII
        """,
        relations="""
            04-NQ/TW | adoptedAt | Hội nghị Trung ương 4 (khóa XII)
            04-NQ/TW | implementedBy | Huyện ủy Than Uyên
            04-NQ/TW | linkedWith | 05-CT/TW
            05-CT/TW | issuedBy | Bộ Chính trị
            05-NQ/TU (Lai Châu) | issuedBy | Tỉnh ủy Lai Châu
            08-NQ/HU (Lai Châu) | implements | 05-NQ/TU (Lai Châu)
            08-NQ/HU (Lai Châu) | issuedBy | Huyện ủy Than Uyên
            18-NQ/TW | adoptedAt | Hội nghị Trung ương 6 (khóa XII)
            Nghị quyết Trung ương 7 (khóa XII) | adoptedAt | Hội nghị Trung ương 7 (khóa XII)
            Nghị quyết Đại hội Đảng bộ huyện Than Uyên lần thứ XVIII | adoptedAt | Đại hội Đảng bộ
                huyện Than Uyên lần thứ XVIII
        """,
        arguable="""
            05-CT/TW | implementedBy | Huyện ủy Than Uyên
            18-NQ/TW | implementedBy | Huyện ủy Than Uyên
            Nghị quyết Trung ương 7 (khóa XII) | implementedBy | Huyện ủy Than Uyên
            Nghị quyết Đại hội Đảng bộ huyện Than Uyên lần thứ XVIII | implementedBy | Ban Chấp hành
                Đảng bộ huyện Than Uyên
        """,
    ),
    Report(
        name="assessing cadres",
        text=(
            "Tây Ninh: Đổi mới công tác đánh giá cán bộ\n"
            "\n"
            "Thứ năm, 16/11/2023 - 10:05\n"
            "\n"
            "Ban Thường vụ Tỉnh ủy Tây Ninh vừa ban hành Quy định số 1150-QĐ/TU, "
            "ngày 10/11/2023 về kiểm điểm và đánh giá, xếp loại chất lượng hằng "
            "năm, thay thế Quy định số 680-QĐ/TU ngày 19/11/2021. Quy định này được"
            " xây dựng trên cơ sở Quy định số 124-QĐ/TW, ngày 04/10/2023 của Bộ "
            "Chính trị và Hướng dẫn số 25-HD/BTCTW, ngày 10/10/2023 của Ban Tổ chức"
            " Trung ương. \n"
            "\n"
            "Theo Phó Trưởng Ban Tổ chức Tỉnh ủy Trương Bá Hải, điểm mới là gắn "
            "đánh giá với sản phẩm cụ thể. Năm 2022, toàn tỉnh có 92,5% tổ chức cơ "
            "sở đảng hoàn thành tốt nhiệm vụ; 18,3% đảng viên hoàn thành xuất sắc.\n"
            "\n"
            "Minh Thư"
        ),
        documents="""
            1150-QĐ/TU (Tây Ninh)
            124-QĐ/TW
            25-HD/BTCTW
            680-QĐ/TU (Tây Ninh)
        """,
        relations="""
            1150-QĐ/TU (Tây Ninh) | basedOn | 124-QĐ/TW
            1150-QĐ/TU (Tây Ninh) | basedOn | 25-HD/BTCTW
            1150-QĐ/TU (Tây Ninh) | issuedBy | Ban Thường vụ Tỉnh ủy Tây Ninh
            1150-QĐ/TU (Tây Ninh) | replaces | 680-QĐ/TU (Tây Ninh)
            124-QĐ/TW | issuedBy | Bộ Chính trị
            25-HD/BTCTW | issuedBy | Ban Tổ chức Trung ương
        """,
        officials="""
            Trương Bá Hải: Phó Trưởng Ban Tổ chức Tỉnh ủy
        """,
    ),
    Report(
        name="circular and decision of a city",
        text=(
            "Bãi bỏ nhiều thông tư về giáo dục\n"
            "\n"
            "Bộ trưởng Bộ Giáo dục và Đào tạo Nguyễn Bá Thụ đã ký ban hành Thông tư"
            " số 29/2024/TT-BGDĐT ngày 30/12/2024 quy định về dạy thêm, học thêm, "
            "có hiệu lực từ ngày 14/02/2025. Thông tư này thay thế Thông tư số "
            "17/2012/TT-BGDĐT. Căn cứ Thông tư số 29/2024/TT-BGDĐT, UBND thành phố "
            "Hà Nội đã ban hành Quyết định số 22/2025/QĐ-UBND; Quyết định số "
            "22/2013/QĐ-UBND hết hiệu lực kể từ ngày 01/4/2025. Sở Giáo dục và Đào "
            "tạo Hà Nội có Công văn số 456/SGDĐT-GDPT hướng dẫn triển khai."
        ),
        documents="""
            17/2012/TT-BGDĐT
            22/2013/QĐ-UBND (Hà Nội)
            22/2025/QĐ-UBND (Hà Nội)
            29/2024/TT-BGDĐT
            456/SGDĐT-GDPT (Hà Nội)
        """,
        relations="""
            22/2025/QĐ-UBND (Hà Nội) | basedOn | 29/2024/TT-BGDĐT
            22/2025/QĐ-UBND (Hà Nội) | issuedBy | UBND thành phố Hà Nội
            29/2024/TT-BGDĐT | replaces | 17/2012/TT-BGDĐT
            29/2024/TT-BGDĐT | signedBy | Nguyễn Bá Thụ
        """,
        officials="""
            Nguyễn Bá Thụ: Bộ trưởng Bộ Giáo dục và Đào tạo
        """,
        arguable="""
            29/2024/TT-BGDĐT | issuedBy | Bộ Giáo dục và Đào tạo
            456/SGDĐT-GDPT (Hà Nội) | issuedBy | Sở Giáo dục và Đào tạo Hà Nội
        """,
    ),
    Report(
        name="minority names",
        text=(
            "Đắk Lắk tổng kết 15 năm thực hiện Nghị quyết về công tác dân tộc\n"
            "\n"
            "(27/9/2019) Ban Thường vụ Tỉnh ủy Đắk Lắk vừa tổ chức Hội nghị tổng "
            "kết 15 năm thực hiện Nghị quyết số 24-NQ/TW, ngày 12-3-2003 của Ban "
            "Chấp hành Trung ương Đảng (khóa IX) về công tác dân tộc. Đồng chí Y "
            "Blir Niê, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh và đồng chí H'Lan "
            "Kđoh, Phó Chủ tịch UBND tỉnh đồng chủ trì. Tham dự có Y Khem Tơr, Thứ "
            "trưởng, Phó Chủ nhiệm Ủy ban Dân tộc; Giàng A Páo, Tỉnh ủy viên.\n"
            "\n"
            "Quán triệt Nghị quyết, Tỉnh ủy ban hành Chương trình số 38-CTr/TU để "
            "tổ chức thực hiện; UBND tỉnh ban hành Quyết định số 1545/QĐ-UBND phê "
            "duyệt đề án. Sau 15 năm thực hiện Nghị quyết số 24-NQ/TW, tỷ lệ hộ "
            "nghèo đồng bào dân tộc thiểu số giảm còn 27,3%."
        ),
        documents="""
            1545/QĐ-UBND (Đắk Lắk)
            24-NQ/TW
            38-CTr/TU (Đắk Lắk)
        """,
        relations="""
            1545/QĐ-UBND (Đắk Lắk) | issuedBy | UBND tỉnh Đắk Lắk
            24-NQ/TW | issuedBy | Ban Chấp hành Trung ương Đảng
            38-CTr/TU (Đắk Lắk) | implements | 24-NQ/TW
            38-CTr/TU (Đắk Lắk) | issuedBy | Tỉnh ủy Đắk Lắk
            Ban Thường vụ Tỉnh ủy Đắk Lắk | reviews | 24-NQ/TW
        """,
        officials="""
            Y Blir Niê: Chủ tịch HĐND tỉnh; Phó Bí thư Tỉnh ủy
            H'Lan Kđoh: Phó Chủ tịch UBND tỉnh
            Y Khem Tơr: Phó Chủ nhiệm Ủy ban Dân tộc; Thứ trưởng
            Giàng A Páo: Tỉnh ủy viên
        """,
        arguable="""
            1545/QĐ-UBND (Đắk Lắk) | implements | 24-NQ/TW
        """,
    ),
    Report(
        name="broken typing",
        text=(
            "Kết quả bước đầu thực hiện Nghị quyết số 18- NQ/TW ở Cao Bằng\n"
            "\n"
            "Thực hiện Nghị quyết số 18- NQ/TW và Nghị quyết số 19 -NQ/TW ngày\n"
            "25/10/2017 của BCH TW Đảng (khoá XII), Tỉnh uỷ Cao Bằng đã ban hành "
            "Chương trình hành động số 25- CTr/TU, ngày 5/3/2018; Đề án số 05 – "
            "ĐA/TU; Ban Tổ chức Tỉnh uỷ ban hành Hướng dẫn số07-HD/BTCTU hướng dẫn "
            "thực hiện Quy định 89-QÐ/TW. Huyện uỷ Hà Quảng ban hành Kế hoạch số "
            "112-KH/HUngày 20/4/2018 để triển khai Chương trình hành động "
            "25-CTR/TU. Tỉnh uỷ cũng ban hành Chí thị số 30-CT/TU thay thể Chỉ thị "
            "số 12-CT/TU."
        ),
        documents="""
            05-ĐA/TU (Cao Bằng)
            07-HD/BTCTU (Cao Bằng)
            112-KH/HU (Cao Bằng)
            12-CT/TU (Cao Bằng)
            18-NQ/TW
            19-NQ/TW
            25-CTr/TU (Cao Bằng)
            30-CT/TU (Cao Bằng)
            89-QĐ/TW
        """,
        relations="""
            05-ĐA/TU (Cao Bằng) | implements | 18-NQ/TW
            05-ĐA/TU (Cao Bằng) | implements | 19-NQ/TW
            05-ĐA/TU (Cao Bằng) | issuedBy | Tỉnh ủy Cao Bằng
            07-HD/BTCTU (Cao Bằng) | guides | 89-QĐ/TW
            07-HD/BTCTU (Cao Bằng) | issuedBy | Ban Tổ chức Tỉnh ủy Cao Bằng
            112-KH/HU (Cao Bằng) | implements | 25-CTr/TU (Cao Bằng)
            112-KH/HU (Cao Bằng) | issuedBy | Huyện ủy Hà Quảng
            18-NQ/TW | issuedBy | Ban Chấp hành Trung ương Đảng
            19-NQ/TW | issuedBy | Ban Chấp hành Trung ương Đảng
            25-CTr/TU (Cao Bằng) | implements | 18-NQ/TW
            25-CTr/TU (Cao Bằng) | implements | 19-NQ/TW
            25-CTr/TU (Cao Bằng) | issuedBy | Tỉnh ủy Cao Bằng
            30-CT/TU (Cao Bằng) | issuedBy | Tỉnh ủy Cao Bằng
            30-CT/TU (Cao Bằng) | replaces | 12-CT/TU (Cao Bằng)
        """,
        arguable="""
            18-NQ/TW | implementedBy | Tỉnh ủy Cao Bằng
            19-NQ/TW | implementedBy | Tỉnh ủy Cao Bằng
        """,
    ),
    Report(
        name="districts and communes",
        text=(
            "Huyện ủy Mường La lãnh đạo phát triển cây ăn quả\n"
            "\n"
            "Sơn La, ngày 16/9/2021 - Cụ thể hóa Nghị quyết số 08-NQ/TU ngày "
            "21/01/2021 của Ban Chấp hành Đảng bộ tỉnh, Huyện ủy Mường La ban hành "
            "Nghị quyết số 03-NQ/HU, UBND huyện xây dựng Đề án số 02/ĐA-UBND, Đảng "
            "ủy xã Ngọc Chiến ban hành Nghị quyết chuyên đề số 15-NQ/ĐU. Đồng chí "
            "Lò Văn Hặc, Bí thư Huyện ủy Mường La cho biết: Ban Thường vụ Huyện ủy "
            "phân công đồng chí Cầm Văn Bun, Phó Chủ tịch UBND huyện phụ trách, "
            "chịu trách nhiệm thực hiện Nghị quyết số 03-NQ/HU. Sau 8 tháng thực "
            "hiện Nghị quyết số 03-NQ/HU, nhân dân đã trồng 650 ha cây ăn quả."
        ),
        documents="""
            02/ĐA-UBND (Sơn La)
            03-NQ/HU (Sơn La)
            08-NQ/TU (Sơn La)
            15-NQ/ĐU (Sơn La)
        """,
        relations="""
            03-NQ/HU (Sơn La) | implements | 08-NQ/TU (Sơn La)
            03-NQ/HU (Sơn La) | issuedBy | Huyện ủy Mường La
            08-NQ/TU (Sơn La) | issuedBy | Ban Chấp hành Đảng bộ tỉnh Sơn La
            15-NQ/ĐU (Sơn La) | issuedBy | Đảng ủy xã Ngọc Chiến
            Cầm Văn Bun | responsibleFor | 03-NQ/HU (Sơn La)
        """,
        officials="""
            Lò Văn Hặc: Bí thư Huyện ủy Mường La
            Cầm Văn Bun: Phó Chủ tịch UBND huyện
        """,
        arguable="""
            02/ĐA-UBND (Sơn La) | implements | 08-NQ/TU (Sơn La)
            02/ĐA-UBND (Sơn La) | issuedBy | UBND huyện
            02/ĐA-UBND (Sơn La) | issuedBy | UBND huyện Mường La
            08-NQ/TU (Sơn La) | implementedBy | Huyện ủy Mường La
            15-NQ/ĐU (Sơn La) | implements | 08-NQ/TU (Sơn La)
        """,
    ),
    Report(
        name="steering committee",
        text=(
            "Kiên Giang kiện toàn Ban Chỉ đạo 35\n"
            "\n"
            "17/2/2022. Căn cứ Nghị quyết số 35-NQ/TW, ngày 22-10-2018 của Bộ Chính"
            " trị về tăng cường bảo vệ nền tảng tư tưởng của Đảng, Ban Thường vụ "
            "Tỉnh ủy Kiên Giang ban hành Quyết định số 655-QĐ/TU kiện toàn Ban Chỉ "
            "đạo 35 tỉnh do đồng chí Nguyễn Công Danh, Phó Bí thư Tỉnh ủy làm "
            "Trưởng ban; ban hành Kế hoạch số 77-KH/TU để thực hiện Nghị quyết. "
            "Quyết định số 655-QĐ/TU thay thế Quyết định số 1432-QĐ/TU, ngày "
            "12-11-2018.\n"
            "\n"
            "Đồng chí Nguyễn Công Danh được phân công phụ trách thực hiện Kế hoạch "
            "số 77-KH/TU. Ban Tuyên giáo, Ban Nội chính Tỉnh ủy, Công an tỉnh tham "
            "mưu Tỉnh ủy triển khai Nghị quyết số 35-NQ/TW."
        ),
        documents="""
            1432-QĐ/TU (Kiên Giang)
            35-NQ/TW
            655-QĐ/TU (Kiên Giang)
            77-KH/TU (Kiên Giang)
        """,
        relations="""
            35-NQ/TW | implementedBy | Tỉnh ủy Kiên Giang
            35-NQ/TW | issuedBy | Bộ Chính trị
            655-QĐ/TU (Kiên Giang) | basedOn | 35-NQ/TW
            655-QĐ/TU (Kiên Giang) | issuedBy | Ban Thường vụ Tỉnh ủy Kiên Giang
            655-QĐ/TU (Kiên Giang) | replaces | 1432-QĐ/TU (Kiên Giang)
            77-KH/TU (Kiên Giang) | implements | 35-NQ/TW
            77-KH/TU (Kiên Giang) | issuedBy | Ban Thường vụ Tỉnh ủy Kiên Giang
            Nguyễn Công Danh | responsibleFor | 77-KH/TU (Kiên Giang)
        """,
        officials="""
            Nguyễn Công Danh: Phó Bí thư Tỉnh ủy
        """,
        arguable="""
            35-NQ/TW | implementedBy | Ban Nội chính Tỉnh ủy Kiên Giang
            35-NQ/TW | implementedBy | Ban Tuyên giáo Tỉnh ủy Kiên Giang
            35-NQ/TW | implementedBy | Công an tỉnh Kiên Giang
            77-KH/TU (Kiên Giang) | basedOn | 35-NQ/TW
            Nguyễn Công Danh | responsibleFor | 655-QĐ/TU (Kiên Giang)
        """,
    ),
    Report(
        name="bloc of enterprises",
        text=(
            "Đảng ủy Khối Doanh nghiệp Trung ương học tập Nghị quyết Đại hội XIII\n"
            "\n"
            "Ngày 9/4/2021, Đảng ủy Khối Doanh nghiệp Trung ương ban hành Chương "
            "trình hành động số 08-CTr/ĐUK thực hiện Nghị quyết Đại hội đại biểu "
            "toàn quốc lần thứ XIII của Đảng và Nghị quyết Đại hội Đảng bộ Khối lần"
            " thứ III, nhiệm kỳ 2020-2025. Đồng chí Y Thanh Sơn Niê Kđăm, Ủy viên "
            "Trung ương Đảng, Bí thư Đảng ủy Khối yêu cầu các tập đoàn cụ thể hóa "
            "Nghị quyết.\n"
            "\n"
            "Đảng ủy Tập đoàn Dầu khí Việt Nam có Nghị quyết số 281-NQ/ĐU về tái "
            "tạo văn hóa. Tổng Giám đốc Petrovietnam Lê Bá Trọng cho hay doanh thu "
            "đạt 566 nghìn tỷ đồng."
        ),
        documents="""
            08-CTr/ĐUK
            281-NQ/ĐU
            Nghị quyết Đại hội XIII của Đảng
            Nghị quyết Đại hội Đảng bộ Khối lần thứ III
        """,
        relations="""
            08-CTr/ĐUK | implements | Nghị quyết Đại hội XIII của Đảng
            08-CTr/ĐUK | implements | Nghị quyết Đại hội Đảng bộ Khối lần thứ III
            08-CTr/ĐUK | issuedBy | Đảng ủy Khối Doanh nghiệp Trung ương
            Nghị quyết Đại hội XIII của Đảng | adoptedAt | Đại hội XIII của Đảng
            Nghị quyết Đại hội Đảng bộ Khối lần thứ III | adoptedAt | Đại hội Đảng bộ Khối lần thứ
                III
        """,
        officials="""
            Y Thanh Sơn Niê Kđăm: Bí thư Đảng ủy Khối; Ủy viên Trung ương Đảng
        """,
        arguable="""
            281-NQ/ĐU | issuedBy | Đảng ủy Tập đoàn Dầu khí Việt Nam
        """,
    ),
)
