"""Full official texts, each its own subject: whose they are, what they rest on, change and repeal.

Written for these tests in the layout of such texts; numbers and names are made up.
"""

from __future__ import annotations

from tests.graph.extract.reading import Report

OFFICIAL_PLANS = (
    Report(
        name="conclusion of a standing committee",
        text=(
            "TỈNH ỦY QUẢNG NAM\n"
            "*\n"
            "Số 1156-TB/TU\n"
            "ĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Tam Kỳ, ngày 20 tháng 6 năm 2024\n"
            "\n"
            "THÔNG BÁO\n"
            "Kết luận của Ban Thường vụ Tỉnh ủy về tình hình thực hiện Nghị quyết "
            "số 13-NQ/TU ngày 20/7/2021 của Tỉnh ủy (khóa XXII) về phát triển miền "
            "núi\n"
            "\n"
            "Sau khi nghe Ban cán sự đảng UBND tỉnh báo cáo, Ban Thường vụ Tỉnh ủy "
            "thống nhất kết luận như sau:\n"
            "1. Qua gần 3 năm triển khai, Nghị quyết số 13-NQ/TU đã đạt kết quả "
            "tích cực, tỷ lệ hộ nghèo miền núi giảm 6,8%.\n"
            "2. Giao Ban cán sự đảng UBND tỉnh chủ trì, phối hợp với Ban Dân vận "
            "Tỉnh ủy rà soát, điều chỉnh Kế hoạch số 6122/KH-UBND của UBND tỉnh "
            "trước ngày 30/9/2024.\n"
            "3. Giao Đảng đoàn HĐND tỉnh lãnh đạo HĐND tỉnh ban hành nghị quyết sửa"
            " đổi Nghị quyết số 23/2021/NQ-HĐND.\n"
            "\n"
            "Nơi nhận:\n"
            "- Ban Bí thư Trung ương Đảng (b/c),\n"
            "- Văn phòng Trung ương Đảng,\n"
            "- Lưu Văn phòng Tỉnh ủy.\n"
            "T/M BAN THƯỜNG VỤ\n"
            "PHÓ BÍ THƯ\n"
            "(đã ký)\n"
            "Lê Đình Khoa"
        ),
        documents="""
            1156-TB/TU (Quảng Nam)
            13-NQ/TU (Quảng Nam)
            23/2021/NQ-HĐND (Quảng Nam)
            6122/KH-UBND (Quảng Nam)
        """,
        relations="""
            1156-TB/TU (Quảng Nam) | issuedBy | Ban Thường vụ Tỉnh ủy Quảng Nam
            1156-TB/TU (Quảng Nam) | signedBy | Lê Đình Khoa
            13-NQ/TU (Quảng Nam) | issuedBy | Tỉnh ủy Quảng Nam
            6122/KH-UBND (Quảng Nam) | issuedBy | UBND tỉnh Quảng Nam
        """,
        officials="""
            Lê Đình Khoa: PHÓ BÍ THƯ
        """,
        arguable="""
            1156-TB/TU (Quảng Nam) | assignedTo | Ban Dân vận Tỉnh ủy Quảng Nam
            1156-TB/TU (Quảng Nam) | assignedTo | Ban cán sự đảng UBND tỉnh Quảng Nam
            1156-TB/TU (Quảng Nam) | assignedTo | Đảng đoàn HĐND tỉnh Quảng Nam
            1156-TB/TU (Quảng Nam) | concludes | 13-NQ/TU (Quảng Nam)
            1156-TB/TU (Quảng Nam) | reviews | 13-NQ/TU (Quảng Nam)
        """,
    ),
    Report(
        name="guidance of a central board",
        text=(
            "BAN TỔ CHỨC TRUNG ƯƠNG\n"
            "*\n"
            "Số 26-HD/BTCTW\n"
            "Hà Nội, ngày 18 tháng 10 năm 2023\n"
            "\n"
            "HƯỚNG DẪN\n"
            "Một số nội dung Quy định số 114-QĐ/TW, ngày 11/7/2023 của Bộ Chính trị"
            " về kiểm soát quyền lực và phòng, chống tham nhũng, tiêu cực trong "
            "công tác cán bộ\n"
            "\n"
            "Căn cứ Quy định số 114-QĐ/TW, Ban Tổ chức Trung ương hướng dẫn một số "
            "nội dung cụ thể như sau.\n"
            "Hướng dẫn này thay thế Hướng dẫn số 02-HD/BTCTW, ngày 15/3/2021 về "
            "thực hiện Quy định số 205-QĐ/TW.\n"
            "\n"
            "K/T TRƯỞNG BAN\n"
            "PHÓ TRƯỞNG BAN\n"
            "Hoàng Thế Anh"
        ),
        documents="""
            02-HD/BTCTW
            114-QĐ/TW
            205-QĐ/TW
            26-HD/BTCTW
        """,
        relations="""
            114-QĐ/TW | issuedBy | Bộ Chính trị
            26-HD/BTCTW | guides | 114-QĐ/TW
            26-HD/BTCTW | issuedBy | Ban Tổ chức Trung ương
            26-HD/BTCTW | replaces | 02-HD/BTCTW
            26-HD/BTCTW | signedBy | Hoàng Thế Anh
        """,
        officials="""
            Hoàng Thế Anh: PHÓ TRƯỞNG BAN
        """,
        arguable="""
            02-HD/BTCTW | guides | 205-QĐ/TW
            02-HD/BTCTW | implements | 205-QĐ/TW
            26-HD/BTCTW | basedOn | 114-QĐ/TW
        """,
    ),
    Report(
        name="plan of a district",
        text=(
            "HUYỆN ỦY ĐỊNH HÓA\n"
            "*\n"
            "Số 87-KH/HU\n"
            "ĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Định Hóa, ngày 14 tháng 4 năm 2023\n"
            "\n"
            "KẾ HOẠCH\n"
            "triển khai thực hiện Chỉ thị số 40-CT/TU, ngày 03/3/2023 của Ban "
            "Thường vụ Tỉnh ủy Thái Nguyên về nâng cao chất lượng sinh hoạt chi bộ\n"
            "\n"
            "Thực hiện Chỉ thị số 40-CT/TU và Kế hoạch số 212-KH/TU của Tỉnh ủy, "
            "Ban Thường vụ Huyện ủy xây dựng Kế hoạch triển khai như sau:\n"
            "I. MỤC ĐÍCH\n"
            "1. Quán triệt sâu sắc Chỉ thị số 40-CT/TU.\n"
            "II. TỔ CHỨC THỰC HIỆN\n"
            "1. Ban Tổ chức Huyện ủy chủ trì theo dõi việc thực hiện Kế hoạch này.\n"
            "\n"
            "T/M BAN THƯỜNG VỤ\n"
            "PHÓ BÍ THƯ THƯỜNG TRỰC\n"
            "(Đã ký)\n"
            "Ma Văn Lụa"
        ),
        documents="""
            212-KH/TU (Thái Nguyên)
            40-CT/TU (Thái Nguyên)
            87-KH/HU (Thái Nguyên)
        """,
        relations="""
            212-KH/TU (Thái Nguyên) | issuedBy | Tỉnh ủy Thái Nguyên
            40-CT/TU (Thái Nguyên) | issuedBy | Ban Thường vụ Tỉnh ủy Thái Nguyên
            87-KH/HU (Thái Nguyên) | assignedTo | Ban Tổ chức Huyện ủy Định Hóa
            87-KH/HU (Thái Nguyên) | implements | 212-KH/TU (Thái Nguyên)
            87-KH/HU (Thái Nguyên) | implements | 40-CT/TU (Thái Nguyên)
            87-KH/HU (Thái Nguyên) | issuedBy | Ban Thường vụ Huyện ủy Định Hóa
            87-KH/HU (Thái Nguyên) | signedBy | Ma Văn Lụa
        """,
        officials="""
            Ma Văn Lụa: PHÓ BÍ THƯ THƯỜNG TRỰC
        """,
        arguable="""
            212-KH/TU (Thái Nguyên) | implementedBy | Ban Thường vụ Huyện ủy Định Hóa
            40-CT/TU (Thái Nguyên) | implementedBy | Ban Thường vụ Huyện ủy Định Hóa
        """,
    ),
    Report(
        name="decision of a standing committee",
        text=(
            "TỈNH ỦY NINH THUẬN          ĐẢNG CỘNG SẢN VIỆT NAM\n"
            "*\n"
            "Số 1834-QĐ/TU               Ninh Thuận, ngày 12 tháng 01 năm 2024\n"
            "\n"
            "QUYẾT ĐỊNH\n"
            "ban hành Quy chế làm việc của Ban Nội chính Tỉnh ủy\n"
            "-----\n"
            "\n"
            "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;\n"
            "- Căn cứ Quy định số 137-QĐ/TW, ngày 01/12/2023 của Ban Bí thư về chức"
            " năng, nhiệm vụ, quyền hạn, tổ chức bộ máy cơ quan chuyên trách tham "
            "mưu, giúp việc tỉnh ủy, thành ủy;\n"
            "- Xét đề nghị của Ban Nội chính Tỉnh ủy và Ban Tổ chức Tỉnh ủy,\n"
            "\n"
            "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH\n"
            "\n"
            "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Nội "
            "chính Tỉnh ủy.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết "
            "định số 905-QĐ/TU, ngày 15/5/2018 của Ban Thường vụ Tỉnh ủy.\n"
            "Điều 3. Văn phòng Tỉnh ủy, Ban Nội chính Tỉnh ủy chịu trách nhiệm thi "
            "hành Quyết định này.\n"
            "\n"
            "Nơi nhận:                            T/M BAN THƯỜNG VỤ\n"
            "- Ban Nội chính Trung ương,          PHÓ BÍ THƯ\n"
            "- Như Điều 3,\n"
            "- Lưu VPTU.\n"
            "                                     Phạm Đình Khải"
        ),
        documents="""
            137-QĐ/TW
            1834-QĐ/TU (Ninh Thuận)
            905-QĐ/TU (Ninh Thuận)
        """,
        relations="""
            137-QĐ/TW | issuedBy | Ban Bí thư
            1834-QĐ/TU (Ninh Thuận) | assignedTo | Ban Nội chính Tỉnh ủy Ninh Thuận
            1834-QĐ/TU (Ninh Thuận) | assignedTo | Văn phòng Tỉnh ủy Ninh Thuận
            1834-QĐ/TU (Ninh Thuận) | basedOn | 137-QĐ/TW
            1834-QĐ/TU (Ninh Thuận) | issuedBy | Ban Thường vụ Tỉnh ủy Ninh Thuận
            1834-QĐ/TU (Ninh Thuận) | replaces | 905-QĐ/TU (Ninh Thuận)
            1834-QĐ/TU (Ninh Thuận) | signedBy | Phạm Đình Khải
            905-QĐ/TU (Ninh Thuận) | issuedBy | Ban Thường vụ Tỉnh ủy Ninh Thuận
        """,
        officials="""
            Phạm Đình Khải: PHÓ BÍ THƯ
        """,
        arguable="""
            Quy chế làm việc của Ban Nội chính Tỉnh ủy
            Điều lệ Đảng Cộng sản Việt Nam
            Quy chế làm việc của Ban Nội chính Tỉnh ủy | issuedBy | Ban Thường vụ Tỉnh ủy Ninh Thuận
        """,
    ),
    Report(
        name="plan of a people's committee",
        text=(
            "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n"
            "Số: 234/KH-UBND\n"
            "Lào Cai, ngày 9 tháng 7 năm 2024\n"
            "\n"
            "KẾ HOẠCH\n"
            "Thực hiện Kết luận số 79-KL/TW ngày 13/5/2024 của Ban Bí thư về tiếp "
            "tục thực hiện Chỉ thị số 13-CT/TW ngày 12/01/2017 của Ban Bí thư Trung"
            " ương Đảng khóa XII về tăng cường sự lãnh đạo của Đảng đối với công "
            "tác quản lý, bảo vệ và phát triển rừng\n"
            "\n"
            "Thực hiện Kế hoạch số 301-KH/TU ngày 20/6/2024 của Ban Thường vụ Tỉnh "
            "ủy Lào Cai về triển khai Kết luận số 79-KL/TW, UBND tỉnh ban hành Kế "
            "hoạch thực hiện với các nội dung sau:\n"
            "1. Sở Nông nghiệp và Phát triển nông thôn chủ trì tham mưu UBND tỉnh "
            "sơ kết, tổng kết việc thực hiện Kế hoạch này.\n"
            "2. UBND các huyện, thị xã, thành phố căn cứ Kế hoạch này xây dựng kế "
            "hoạch cụ thể.\n"
            "Kế hoạch này thay thế Kế hoạch số 104/KH-UBND ngày 05/5/2017 của UBND "
            "tỉnh./.\n"
            "\n"
            "TM. ỦY BAN NHÂN DÂN\n"
            "KT. CHỦ TỊCH\n"
            "PHÓ CHỦ TỊCH\n"
            "Hoàng Đình Phú"
        ),
        documents="""
            104/KH-UBND (Lào Cai)
            13-CT/TW
            234/KH-UBND (Lào Cai)
            301-KH/TU (Lào Cai)
            79-KL/TW
        """,
        relations="""
            104/KH-UBND (Lào Cai) | issuedBy | UBND tỉnh Lào Cai
            13-CT/TW | issuedBy | Ban Bí thư
            234/KH-UBND (Lào Cai) | assignedTo | Sở Nông nghiệp và Phát triển nông thôn Lào Cai
            234/KH-UBND (Lào Cai) | implements | 301-KH/TU (Lào Cai)
            234/KH-UBND (Lào Cai) | implements | 79-KL/TW
            234/KH-UBND (Lào Cai) | issuedBy | UBND tỉnh Lào Cai
            234/KH-UBND (Lào Cai) | replaces | 104/KH-UBND (Lào Cai)
            234/KH-UBND (Lào Cai) | signedBy | Hoàng Đình Phú
            301-KH/TU (Lào Cai) | implements | 79-KL/TW
            301-KH/TU (Lào Cai) | issuedBy | Ban Thường vụ Tỉnh ủy Lào Cai
            79-KL/TW | continues | 13-CT/TW
            79-KL/TW | issuedBy | Ban Bí thư
        """,
        officials="""
            Hoàng Đình Phú: PHÓ CHỦ TỊCH
        """,
        arguable="""
            301-KH/TU (Lào Cai) | implementedBy | UBND tỉnh Lào Cai
        """,
    ),
)
