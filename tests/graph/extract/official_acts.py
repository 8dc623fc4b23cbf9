"""Full official texts, each its own subject: whose they are, what they rest on, change and repeal.

Written for these tests in the layout of such texts; numbers and names are made up.
"""

from __future__ import annotations

from tests.graph.extract.reading import Report

OFFICIAL_ACTS = (
    Report(
        name="decision of a people's committee",
        text=(
            "ỦY BAN NHÂN DÂN\n"
            "TỈNH ĐỒNG THÁP\n"
            "-------\n"
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\n"
            "---------------\n"
            "Số: 41/2024/QĐ-UBND\n"
            "Đồng Tháp, ngày 05 tháng 11 năm 2024\n"
            "\n"
            "QUYẾT ĐỊNH\n"
            "Ban hành Quy định phân cấp quản lý cán bộ, công chức, viên chức trên "
            "địa bàn tỉnh Đồng Tháp\n"
            "\n"
            "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\n"
            "\n"
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; "
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật "
            "Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;\n"
            "Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;\n"
            "Căn cứ Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020 của Chính"
            " phủ quy định về tuyển dụng, sử dụng và quản lý công chức;\n"
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 2010/TTr-SNV ngày "
            "28 tháng 10 năm 2024.\n"
            "\n"
            "QUYẾT ĐỊNH:\n"
            "\n"
            "Điều 1. Ban hành kèm theo Quyết định này Quy định phân cấp quản lý cán"
            " bộ, công chức, viên chức trên địa bàn tỉnh Đồng Tháp.\n"
            "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 11 năm"
            " 2024 và thay thế Quyết định số 20/2018/QĐ-UBND ngày 10 tháng 8 năm "
            "2018 của Ủy ban nhân dân tỉnh Đồng Tháp; bãi bỏ Quyết định số "
            "08/2020/QĐ-UBND.\n"
            "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và "
            "các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định"
            " này./.\n"
            "\n"
            "Nơi nhận:\n"
            "- Như Điều 3;\n"
            "- Cục Kiểm tra văn bản QPPL - Bộ Tư pháp;\n"
            "TM. ỦY BAN NHÂN DÂN\n"
            "CHỦ TỊCH\n"
            "(Đã ký)\n"
            "Phạm Công Tâm"
        ),
        documents="""
            08/2020/QĐ-UBND (Đồng Tháp)
            138/2020/NĐ-CP
            20/2018/QĐ-UBND (Đồng Tháp)
            2010/TTr-SNV (Đồng Tháp)
            41/2024/QĐ-UBND (Đồng Tháp)
            Luật Cán bộ, công chức
            Luật Tổ chức chính quyền địa phương
        """,
        relations="""
            138/2020/NĐ-CP | issuedBy | Chính phủ
            20/2018/QĐ-UBND (Đồng Tháp) | issuedBy | UBND tỉnh Đồng Tháp
            2010/TTr-SNV (Đồng Tháp) | issuedBy | Sở Nội vụ Đồng Tháp
            41/2024/QĐ-UBND (Đồng Tháp) | basedOn | 138/2020/NĐ-CP
            41/2024/QĐ-UBND (Đồng Tháp) | basedOn | Luật Cán bộ, công chức
            41/2024/QĐ-UBND (Đồng Tháp) | basedOn | Luật Tổ chức chính quyền địa phương
            41/2024/QĐ-UBND (Đồng Tháp) | issuedBy | UBND tỉnh Đồng Tháp
            41/2024/QĐ-UBND (Đồng Tháp) | repeals | 08/2020/QĐ-UBND (Đồng Tháp)
            41/2024/QĐ-UBND (Đồng Tháp) | replaces | 20/2018/QĐ-UBND (Đồng Tháp)
            41/2024/QĐ-UBND (Đồng Tháp) | signedBy | Phạm Công Tâm
        """,
        officials="""
            Phạm Công Tâm: CHỦ TỊCH
        """,
        arguable="""
            Luật Tổ chức Chính phủ
            Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền
                địa phương
            Quy định phân cấp quản lý cán bộ, công chức, viên chức trên địa bàn tỉnh Đồng Tháp
            41/2024/QĐ-UBND (Đồng Tháp) | basedOn | 2010/TTr-SNV (Đồng Tháp)
            41/2024/QĐ-UBND (Đồng Tháp) | basedOn | Luật sửa đổi, bổ sung một số điều của Luật Tổ
                chức Chính phủ và Luật Tổ chức chính quyền địa phương
        """,
    ),
    Report(
        name="directive of the head of the Government",
        text=(
            "THỦ TƯỚNG CHÍNH PHỦ\n"
            "Số: 17/CT-TTg\n"
            "Hà Nội, ngày 22 tháng 5 năm 2025\n"
            "\n"
            "CHỈ THỊ\n"
            "Về đẩy nhanh tiến độ sắp xếp tổ chức bộ máy\n"
            "\n"
            "Thời gian qua, các bộ, ngành, địa phương đã triển khai Kết luận số "
            "127-KL/TW ngày 28 tháng 02 năm 2025 của Bộ Chính trị, Ban Bí thư, Nghị"
            " quyết số 74/NQ-CP ngày 07 tháng 4 năm 2025 của Chính phủ. Tuy nhiên, "
            "một số địa phương chưa ban hành kế hoạch thực hiện Nghị quyết số "
            "74/NQ-CP.\n"
            "Thủ tướng Chính phủ yêu cầu:\n"
            "1. Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính hướng dẫn các địa "
            "phương thực hiện Nghị định số 178/2024/NĐ-CP (được sửa đổi, bổ sung "
            "bởi Nghị định số 67/2025/NĐ-CP).\n"
            "2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương khẩn "
            "trương hoàn thành đề án.\n"
            "3. Chỉ thị này thay thế Chỉ thị số 09/CT-TTg ngày 01 tháng 3 năm 2024.\n"
            "\n"
            "KT. THỦ TƯỚNG\n"
            "PHÓ THỦ TƯỚNG\n"
            "Nguyễn Đức Hòa"
        ),
        documents="""
            09/CT-TTg
            127-KL/TW
            17/CT-TTg
            178/2024/NĐ-CP
            67/2025/NĐ-CP
            74/NQ-CP
        """,
        relations="""
            127-KL/TW | issuedBy | Ban Bí thư
            127-KL/TW | issuedBy | Bộ Chính trị
            17/CT-TTg | assignedTo | Bộ Nội vụ
            17/CT-TTg | assignedTo | Bộ Tài chính
            17/CT-TTg | issuedBy | Thủ tướng Chính phủ
            17/CT-TTg | replaces | 09/CT-TTg
            17/CT-TTg | signedBy | Nguyễn Đức Hòa
            67/2025/NĐ-CP | amends | 178/2024/NĐ-CP
            74/NQ-CP | issuedBy | Chính phủ
        """,
        officials="""
            Nguyễn Đức Hòa: PHÓ THỦ TƯỚNG
        """,
    ),
    Report(
        name="resolution of a people's council",
        text=(
            "HỘI ĐỒNG NHÂN DÂN\n"
            "THÀNH PHỐ HẢI PHÒNG\n"
            "Số: 08/2023/NQ-HĐND\n"
            "\n"
            "NGHỊ QUYẾT\n"
            "Quy định mức hỗ trợ cán bộ, công chức dôi dư do sắp xếp đơn vị hành "
            "chính\n"
            "\n"
            "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HẢI PHÒNG\n"
            "KHÓA XVI, KỲ HỌP THỨ 12\n"
            "\n"
            "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\n"
            "Căn cứ Nghị quyết số 35/2023/UBTVQH15 ngày 12 tháng 7 năm 2023 của Ủy "
            "ban Thường vụ Quốc hội về việc sắp xếp đơn vị hành chính cấp huyện, "
            "cấp xã giai đoạn 2023 - 2030;\n"
            "Xét Tờ trình số 142/TTr-UBND ngày 20 tháng 11 năm 2023 của Ủy ban nhân"
            " dân thành phố; Báo cáo thẩm tra của Ban Pháp chế.\n"
            "\n"
            "QUYẾT NGHỊ:\n"
            "Điều 1. Mức hỗ trợ.\n"
            "Điều 4. Hiệu lực thi hành\n"
            "1. Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2024.\n"
            "2. Nghị quyết số 12/2019/NQ-HĐND ngày 09 tháng 12 năm 2019 của Hội "
            "đồng nhân dân thành phố hết hiệu lực kể từ ngày Nghị quyết này có hiệu"
            " lực thi hành.\n"
            "Nghị quyết này đã được Hội đồng nhân dân thành phố Hải Phòng khóa XVI,"
            " kỳ họp thứ 12 thông qua ngày 08 tháng 12 năm 2023./.\n"
            "\n"
            "CHỦ TỊCH\n"
            "Phạm Quang Lộc"
        ),
        documents="""
            08/2023/NQ-HĐND (Hải Phòng)
            12/2019/NQ-HĐND (Hải Phòng)
            142/TTr-UBND (Hải Phòng)
            35/2023/UBTVQH15
            Luật Ngân sách nhà nước
        """,
        relations="""
            08/2023/NQ-HĐND (Hải Phòng) | basedOn | 35/2023/UBTVQH15
            08/2023/NQ-HĐND (Hải Phòng) | basedOn | Luật Ngân sách nhà nước
            08/2023/NQ-HĐND (Hải Phòng) | issuedBy | HĐND thành phố Hải Phòng
            08/2023/NQ-HĐND (Hải Phòng) | repeals | 12/2019/NQ-HĐND (Hải Phòng)
            08/2023/NQ-HĐND (Hải Phòng) | signedBy | Phạm Quang Lộc
            12/2019/NQ-HĐND (Hải Phòng) | issuedBy | HĐND thành phố Hải Phòng
            142/TTr-UBND (Hải Phòng) | issuedBy | UBND thành phố Hải Phòng
            35/2023/UBTVQH15 | issuedBy | Ủy ban Thường vụ Quốc hội
        """,
        officials="""
            Phạm Quang Lộc: CHỦ TỊCH
        """,
        arguable="""
            08/2023/NQ-HĐND (Hải Phòng) | basedOn | 142/TTr-UBND (Hải Phòng)
        """,
    ),
    Report(
        name="resolution of the National Assembly",
        text=(
            "QUỐC HỘI\n"
            "--------\n"
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\n"
            "---------------\n"
            "Nghị quyết số: 98/2023/QH15\n"
            "Hà Nội, ngày 24 tháng 6 năm 2023\n"
            "\n"
            "NGHỊ QUYẾT\n"
            "VỀ THÍ ĐIỂM MỘT SỐ CƠ CHẾ, CHÍNH SÁCH ĐẶC THÙ PHÁT TRIỂN THÀNH PHỐ HỒ "
            "CHÍ MINH\n"
            "\n"
            "QUỐC HỘI\n"
            "\n"
            "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
            "Căn cứ Luật Tổ chức Quốc hội số 57/2014/QH13 đã được sửa đổi, bổ sung "
            "một số điều theo Luật số 65/2020/QH14;\n"
            "\n"
            "QUYẾT NGHỊ:\n"
            "\n"
            "Điều 1. Phạm vi điều chỉnh\n"
            "Điều 11. Tổ chức thực hiện\n"
            "1. Chính phủ ban hành các văn bản để thực hiện Nghị quyết này.\n"
            "Điều 12. Điều khoản thi hành\n"
            "1. Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2023 và "
            "được thực hiện trong 05 năm.\n"
            "2. Nghị quyết số 54/2017/QH14 ngày 24 tháng 11 năm 2017 của Quốc hội "
            "về thí điểm cơ chế, chính sách đặc thù phát triển Thành phố Hồ Chí "
            "Minh hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.\n"
            "3. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị quyết này có hiệu "
            "lực thi hành:\n"
            "a) Nghị quyết số 131/2020/QH14;\n"
            "b) Khoản 2 Điều 3 của Nghị quyết số 27/2022/QH15.\n"
            "\n"
            "CHỦ TỊCH QUỐC HỘI\n"
            "Vương Bá Lộc"
        ),
        documents="""
            131/2020/QH14
            27/2022/QH15
            54/2017/QH14
            57/2014/QH13
            65/2020/QH14
            98/2023/QH15
        """,
        relations="""
            54/2017/QH14 | issuedBy | Quốc hội
            65/2020/QH14 | amends | 57/2014/QH13
            98/2023/QH15 | amends | 27/2022/QH15
            98/2023/QH15 | basedOn | 57/2014/QH13
            98/2023/QH15 | issuedBy | Quốc hội
            98/2023/QH15 | repeals | 131/2020/QH14
            98/2023/QH15 | repeals | 54/2017/QH14
            98/2023/QH15 | signedBy | Vương Bá Lộc
        """,
        officials="""
            Vương Bá Lộc: CHỦ TỊCH QUỐC HỘI
        """,
    ),
)
