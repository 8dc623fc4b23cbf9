"""Bodies below those that the grammar knows by name: `Chi cục Thủy lợi`, `Công ty cổ phần ...`.

They are read by their capitals. They can be given a task; they issue nothing and carry out nothing
that the record is about, so that nothing else is made of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from graph.extract.openings import Opened
from graph.extract.person_names import CAPITAL, SMALL
from graph.extract.phrases import plain_opening

#: Second syllables of words in such names, printed small: `Thủy lợi`, `Kiểm lâm`.
_SECOND = (
    r"(?:lợi|lâm|nông|sản|vật|phẩm|tế|chính|hội|hóa|thao|dục|tạo|học|nghệ|thông|tin|trường|nguyên|"
    r"nước|điện|lực|thị|giá|sát|toàn|nghiệp|thôn|trình|quyền|tiến|mại|lịch|tư|xã|quan|thuật|triển|"
    r"động|viên|niên|nữ|dân|thập|đỏ|sự|huy|đạo|án|bến|cảng|vụ|giám|kê|toán|hàng|hạn|phần|tác|sinh|"
    r"khoa|dược|nghiệm|lượng|chuẩn|nghiên|cứu|văn|tàng|viện|lưu|trữ|giao|dịch|trợ|chất|lý|dựng|trị|tưởng|bộ)"
)
#: What is no part of a name: joints, verbs and what else a sentence goes on with.
_STOP = (
    r"(?:có|được|đã|sẽ|đang|phải|cần|vẫn|còn|cũng|không|chưa|là|do|bị|của|tại|ở|từ|đến|trong|ngoài|"
    r"trên|theo|về|vào|ra|khi|nếu|trước|sau|để|nhằm|với|cùng|và|hoặc|cho|cấp|các|những|này|đó|nêu|"
    r"thuộc|vừa|mới|mở|lập|gửi|trình|nhận|ký|nói|làm|chịu|tiếp|lên|xuống|đi|bàn|họp|"
    r"dự(?! (?:án|phòng|báo))|"
    r"báo|đề|yêu|kiến|chủ|phối|tham|tổ chức|hướng dẫn|thông báo|rà|thẩm|thực hiện|triển khai|tuyên|"
    r"kiểm (?:kê|đếm|định|điểm|nghiệm)|lắp|sửa|nạo|khơi|đo|vẽ|mua|bán|nộp|thu (?!thập)|"
    r"thống nhất|phân (?:loại|bổ|tích|cấp)|đăng (?!ký|kiểm)|niêm|chấn|khắc|phục hồi|đấu|bổ sung|"
    r"rút|giảm|giữ|duy trì|đẩy|ưu tiên|cắt|tháo|ngăn|xem|sớm|nhanh|tích cực|luôn|giới thiệu|lựa|"
    r"chọn|cân đối|tạm|dừng|ngừng|đình|phê|duyệt|nâng|cải tạo|khai trương|vận hành|thành lập|"
    r"sắp|sáp|thay|tinh giản|định kỳ|hằng|hàng(?! (?:không|hải|hóa))|mỗi|đôn đốc|xác|truy|"
    r"chi (?:trả|hỗ trợ)|trả|dạy|tiêm|khám|phun|trồng(?! trọt)|chăm|dọn|di dời|ghi|sử dụng|"
    r"huy động|ủng hộ|trích|dành|soạn|biên|viết|nhập|xuất|bám|lồng|tranh thủ|ký|nhân rộng|"
    r"đối thoại|tổng hợp|căn cứ|thống kê|"
    r"vận động|theo dõi|đôn đốc|khảo sát|giám sát|kiểm tra|thanh tra|phát|trao|cung|hỗ trợ|bảo đảm|"
    r"đảm bảo|tăng|tiếp tục|tập|khẩn|chỉ đạo|hoàn|cập|tổng|thường|kịp|nghiêm|giải quyết|xử|bắt|"
    r"khởi|điều (?!dưỡng|trị)[^\W\d_]+|ban hành|(?<!tư )xây dựng|lấy|"
    r"giao(?! (?:thông|dịch|thương))|"
    r"đưa|giúp|tiến hành|công bố|quyết|quán|ứng|phân công|chuẩn bị|"
    r"(?<!đổi )số|năm|ngày|tháng|quý|đồng thời|"
    r"liên quan|trực|sẵn|chạy|mời|khẳng|đánh|đạt|thu hồi|bố|chuyển|cử|nghiên cứu đề)"
)
_AREAS = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường)"
_LETTER = rf"[{CAPITAL}{SMALL}]"
#: Small syllables that a word of a name runs on over: `Kiểm soát bệnh tật`, `Cảnh sát giao thông`.
_ON = rf"(?: (?!(?:{_STOP}|{_AREAS})(?!{_LETTER}))[{SMALL}]+(?!{_LETTER}))"
#: Another body behind a name: `... gặp Sở Y tế`.
_OTHER = r"(?:Sở|Bộ|Ban|Ủy|Tỉnh|Thành|Huyện|Chủ|Phòng|Hội|Mặt|Công|UBND|HĐND)"
_WORD = (
    rf"[{CAPITAL}]{_LETTER}*(?: {_SECOND}(?![{SMALL}]))?"
    rf"(?:{_ON}{{1,3}}(?=(?: và| -)? (?!{_OTHER}(?!{_LETTER}))[{CAPITAL}]))?"
)
#: Whose office comes behind a joint: `Ban Chỉ đạo và Thủ trưởng các cơ quan`.
_HEADS_NEXT = r"(?!(?:Thủ trưởng|Giám đốc|Chủ tịch|Chánh|Trưởng) )"
#: What another such body begins with, which goes on with no name: `Bệnh viện A và Bệnh viện B`.
_ANOTHER = (
    r"(?:Bệnh viện|Trung tâm|Hiệp hội|Chi cục|Trường|Viện|Công ty|Học viện|"
    r"Hội(?! (?:nhập|nghị|thảo|chợ|họa)))"
)
_REST = (
    rf"(?:(?: -|(?: và|,(?= [{CAPITAL}][{SMALL}]+ {_SECOND}))(?! {_ANOTHER}))? "
    rf"{_HEADS_NEXT}{_WORD})"
)
_FIRM = r"(?: (?:cổ phần|TNHH|MTV|một thành viên|trách nhiệm hữu hạn|Cổ phần))*"
_REGION = r"[Kk]hu vực (?:[IVXL]{1,6}|\d{1,2})"
_AREA = rf"(?: (?:{_AREAS}|{_REGION})(?!{_LETTER}))"
#: Areas whose offices are called after them and after nothing else: `Công an xã`, `Thuế tỉnh`.
_BELOW = r"(?:huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)"
_WHERE = rf"(?:tỉnh|thành phố|{_BELOW}|cơ sở \d{{1,2}}|{_REGION})"
#: Where a name ends for sure; one that ends elsewhere is cut in a word and is none.
_ENDED = rf"(?=[^\w ]|\s*$| [^\w]| {_STOP}(?!{_LETTER}))"
_PROPER = (
    rf"(?:Tổng công ty|Công ty){_FIRM}{_REST}{{1,7}}",
    rf"(?:Tập đoàn|Bưu điện|Viễn thông|Điện lực){_REST}{{1,6}}",
    r"Bưu điện(?= (?:tỉnh|thành phố|huyện)){0,1}",
    rf"Báo(?: [{CAPITAL}]{_LETTER}{{1,6}}){{1,3}}",
    r"(?:Thông tấn xã|Đài Truyền hình|Đài Tiếng nói) Việt Nam{0,1}",
)
#: What such a body is for, in words of any kind up to its area: `Ban Chỉ đạo chuyển đổi số tỉnh`.
_RUN = (
    r"(?:(?!(?:có|được|đã|sẽ|đang|phải|cần|là|do|bị|của|tại|ở|từ|đến|khi|nếu|trước|sau|để|nhằm|với|"
    r"cùng|họp|yêu|giao(?! thông)|chủ|phối|tham (?:mưu|gia)|báo|ban|gồm|theo|này|trên|Sở|Bộ|UBND)"
    r"(?!\w))[^\s.;:()]+ ){0,14}?"
)
#: What is called after the area it works for, whose name may follow.
_OFFICES = (
    (("Công an", "Thanh tra"), rf" {_BELOW}"),
    (("Ban CHQS", "Ban Chỉ huy Quân sự", "Ban Chỉ huy quân sự", "Bộ CHQS"), rf" {_WHERE}"),
    (("Bộ CHBĐBP", "Bộ Chỉ huy BĐBP", "Bộ đội Biên phòng", "BĐBP"), rf" {_WHERE}"),
    (("Thuế", "Hải quan", "Thống kê", "Thi hành án dân sự", "THADS"), rf" {_WHERE}"),
    (("BHXH", "TAND", "VKSND", "LĐLĐ", "Cục THADS", "Cục QLTT", "Chi cục QLTT"), rf" {_WHERE}"),
    (("Hội LHPN", "Hội CCB", "Hội CTĐ", "Đài PT-TH", "Đài PTTH", "Đài PT&TH"), rf" {_WHERE}"),
    (("Ban Tiếp công dân", "Ban Thi đua - Khen thưởng"), rf" {_WHERE}"),
    (("Ban QLDA", "Ban QLDA ĐTXD", "BQL Khu kinh tế", "BQL các KCN"), rf" {_WHERE}"),
    (
        ("Văn phòng Ban", "Văn phòng Điều phối", "Văn phòng điều phối", "Văn phòng Thường trực"),
        rf" {_RUN}{_WHERE}",
    ),
    (("Ban Chỉ đạo", "Tổ công tác", "Hội đồng"), rf" {_RUN}(?:{_WHERE}|Tỉnh ủy|Thành ủy)"),
    (
        ("Văn phòng Bộ", "Văn phòng Sở", "Văn phòng Cục", "Thanh tra Bộ", "Thanh tra Sở"),
        rf"(?! [{CAPITAL}])",
    ),
    (("Viettel", "VNPT", "MobiFone"), rf"{_REST}{{1,3}}"),
    (("Đội Quản lý thị trường", "Đội QLTT"), r" số \d{1,2}"),
    (
        ("Thanh tra xây dựng", "Thanh tra Xây dựng", "Đội Thanh tra xây dựng", "Ban Bồi thường"),
        rf"(?:,? [gG]iải phóng mặt bằng)? {_WHERE}",
    ),
)
#: What a board of projects builds: `công trình dân dụng, công nghiệp và giao thông`.
_WORKS = (
    r"(?:(?: các)? công trình|(?:,| và) (?:giao thông|nông nghiệp|dân dụng|công nghiệp|hạ tầng|"
    r"đô thị|thủy lợi|phát triển nông thôn)(?![^\W\d_]))"
)
_FORMS = (
    rf"Liên hiệp các{_REST}{{1,7}}",
    rf"(?:Chi cục|Tổng cục|Cục|Hạt){_REST}{{1,6}}",
    rf"(?:Trung tâm|Bệnh viện|Hiệp hội|Liên hiệp|Chi nhánh){_REST}{{1,7}}",
    rf"Phòng{_REST}{{1,6}}",
    rf"Vụ(?= (?!Đông|Xuân|Hè|Thu|Mùa)){_REST}{{1,5}}",
    rf"Ban [Qq]uản lý (?:[Kk]hu|[Vv]ườn|[Rr]ừng|[Dd]i tích)(?:{_ON}|{_REST}){{0,7}}",
    r"Ban An toàn giao thông{0,1}",
    rf"Hội (?:Nông dân|Cựu|Liên hiệp|Phụ nữ|Khuyến|Người|Doanh|Nhà báo|Văn học){_REST}{{0,5}}",
    rf"Hội đồng (?:Thi đua|Lý luận|Khoa học){_REST}{{0,5}}",
    rf"Đoàn (?:Thanh niên|TNCS|Luật sư){_REST}{{0,5}}",
    rf"Cổng{_REST}{{1,6}}",
    rf"Quỹ (?:Đầu tư phát triển|Bảo lãnh tín dụng|Hỗ trợ nông dân){_REST}{{0,3}}",
    rf"Viện (?:Hàn lâm|Quy hoạch xây dựng|Khoa học|Chiến lược|Kiến trúc){_REST}{{0,5}}",
    rf"Viện (?:Nghiên cứu(?: phát triển kinh tế)?(?: - xã hội)?){_REST}{{0,5}}",
    rf"Văn phòng Đăng ký đất đai{_REST}{{0,3}}",
    r"Ngân hàng Chính sách xã hội(?: [Cc]hi nhánh){0,1}",
    rf"Ban [Qq]uản lý(?: các)? [Dd]ự án(?:{_WORKS}|{_ON}|{_REST}){{0,14}}",
    rf"Ban (?:Chỉ huy|Quản lý|Chỉ đạo){_REST}{{1,7}}",
    rf"Trạm (?:Y tế|Khuyến|Thú y|Kiểm){_REST}{{0,4}}",
    rf"Trường (?:Đại học|Cao đẳng|Chính trị|Trung){_REST}{{0,6}}",
    rf"Đội (?:Cảnh sát|Quản lý){_REST}{{0,5}}",
)


def _opened(forms: Iterable[str]) -> Iterator[str]:
    """Yield each form once for every head that it may have."""
    for form in forms:
        if form.startswith("(?:"):
            heads, rest = form[3:].split(")", 1)
            yield from (f"{head}{rest}" for head in heads.split("|"))
        else:
            yield form


#: How a name ends whose form is known by its first words only.
_END = rf"(?:{_AREA}|{_ENDED}|(?= [{CAPITAL}\d])|{_ON}{{1,5}}{_AREA}|{_ON}{{1,3}}{_ENDED})"


def _whole() -> str:
    """Return the pattern of all of them; the first given that fits wins.

    What many of them end with is long, and stands in it once: with a copy behind each of them, to
    make the pattern took half of the time in which a process that reads gets ready.
    """
    proper = (f"{form}+" for form in _PROPER)
    offices = (f"(?:{'|'.join(heads)}){rest}(?!{_LETTER})" for heads, rest in _OFFICES)
    forms = (f"{form}+" for form in _FORMS)
    kinds = (
        f"(?:{'|'.join(proper)}){_AREA}?(?!{_LETTER})",
        *offices,
        f"(?:{'|'.join(forms)}){_END}",
    )
    return rf"(?<!\w)(?<!Hải )(?:{'|'.join(kinds)})"


def _openings() -> Iterator[str]:
    """Yield what each of them opens with."""
    offices = (f"{head}{rest}" for heads, rest in _OFFICES for head in heads)
    for phrase in (*_opened((*_PROPER, *_FORMS)), *offices):
        yield plain_opening(phrase).lower()


UNIT: Final = Opened(_whole(), _openings(), shaped=True)
#: Bodies whose names may hold that of another: `Ban Chỉ đạo 35 Tỉnh ủy`.
COVERING: Final = ("Ban Chỉ đạo", "Tổ công tác", "Hội đồng", "Văn phòng")
#: What the names of such bodies open with.
HEADS: Final = (
    *(
        "Tổng công ty",
        "Công ty",
        "Chi cục",
        "Tổng cục",
        "Cục ",
        "Hạt ",
        "Vụ ",
        "Tập đoàn",
        "Bưu điện",
    ),
    *("Viễn thông", "Điện lực", "Trung tâm", "Bệnh viện", "Hiệp hội", "Liên hiệp", "Chi nhánh"),
    *("Phòng ", "Đoàn T", "Ban Chỉ ", "Ban Quản lý dự án", "Trạm ", "Trường ", "Đội "),
    *("Công an huyện", "Công an quận", "Công an thị", "Công an xã", "Công an phường", "Thuế "),
    *("Công an đặc", "Thanh tra huyện", "Thanh tra quận", "Thanh tra thị", "Thống kê ", "BQL "),
    *("Ban CHQS", "Thi hành án", "THADS", "Hải quan ", "BHXH", "TAND", "VKSND", "LĐLĐ", "BĐBP"),
    *(
        "Thanh tra xây",
        "Thanh tra Xây",
        "Ban Bồi thường",
        "Ban Tiếp công",
        "Ban Thi đua",
        "Tổ công",
        "Ban QLDA",
        "Viettel",
        "VNPT",
        "MobiFone",
    ),
)
