"""What stands behind the name of a body where the text tells it to do something.

`chủ trì ...`, `phối hợp với ...`, `có trách nhiệm ...`, or any verb that can be a task: not `của`,
`đã`, and not what a body only says (`yêu cầu`, `báo cáo`).
"""

from __future__ import annotations

import re
from typing import Final

from graph.extract.parties import parties_at
from graph.extract.scene import Scene

_MANNER = (
    r"(?:,? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|được giao|phải|cần|khẩn trương|tiếp tục|"
    r"chủ động|sẽ|là cơ quan|là đơn vị|làm|tập trung|tích cực|kịp thời|nghiêm túc)){0,4}"
)
#: Chairing a meeting is no task of this kind: `chủ trì hội nghị`.
_CHAIRS = r"(?! (?:hội nghị|hội thảo|cuộc|buổi|phiên|lễ|họp|kỳ họp|tọa đàm)(?!\w))"
CHIEF: Final = re.compile(
    rf":?{_MANNER},? (?P<cue>chủ trì{_CHAIRS}|(?:làm )?đầu mối|thường trực)(?!\w)"
)
HELPS: Final = re.compile(rf":?{_MANNER},? (?P<cue>phối hợp|tham gia)(?!\w)")
DUTY: Final = re.compile(r":?,? (?P<cue>có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm)(?!\w)")
#: What a resolution charges the council itself with: `Thường trực HĐND tỉnh, các Ban ... giám sát`.
OVERSEES: Final = re.compile(
    r"[^.;:\n]{0,140}? (?:(?:kiểm tra|theo dõi|đôn đốc),? (?:và )?)?giám sát (?:việc |tình hình )"
    r"(?:tổ chức |triển khai )*thực hiện(?!\w)"
)
#: What a sentence that goes on giving tasks says of whom it opens with: `Sở B khẩn trương ...`.
URGED: Final = re.compile(
    r":?,? (?:cần|phải|khẩn trương|tập trung|chủ động|tiếp tục|tăng cường|rà soát|sớm|nghiêm túc|"
    r"kịp thời|có (?:trách nhiệm|nhiệm vụ|kế hoạch|phương án|văn bản|giải pháp|ý kiến)|"
    rf"chịu trách nhiệm|chủ trì{_CHAIRS}|phối hợp|tham mưu|"
    r"hoàn thành|hoàn thiện|đẩy nhanh|đẩy mạnh|bảo đảm|đảm bảo|"
    r"thường xuyên|theo dõi|hướng dẫn|nghiên cứu|xây dựng|bố trí|tổng hợp|làm (?:đầu mối|việc với)|"
    r"đôn đốc|thẩm định|trình|khắc phục|kiểm tra|kiểm soát|quản lý|xử lý|ngăn chặn|"
    r"tuyên truyền|vận động|giám sát|cập nhật|rút ngắn|sửa chữa|cử|chuẩn bị|"
    r"chỉ đạo|thực hiện|triển khai|lập|đề xuất)(?!\w)"
)
#: Of these, what tells an order by itself; the rest may as well report: `Sở B kiểm tra 45 quán`.
_ORDERED: Final = re.compile(
    r":?,? (?:cần|phải|khẩn trương|sớm|(?P<manner>tập trung|chủ động|nghiêm túc|kịp thời|"
    r"tăng cường|đẩy nhanh|đẩy mạnh)|"
    r"có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm)(?!\w)"
)
#: Needs and hardships, which nobody orders: `phải đối mặt với ...`, `cần thêm 12 bác sĩ`.
SUFFERED: Final = re.compile(
    r":?,? (?:phải (?:đối mặt|đối phó|đương đầu|gánh|hứng|xoay xở|vật lộn|chờ|mất|"
    r"chịu(?! trách nhiệm))|"
    r"cần (?:có )?(?:thêm|nhiều|ít nhất|tối thiểu|khoảng|hơn|gần|tới|đến|\d))(?!\w)"
)
#: A number of things.
_COUNTS = r"(?<![\w/.,-])\d[\d.,]* (?!ngày|tháng|năm|giờ|tuần)[^\W\d]"
_COUNTED: Final = re.compile(_COUNTS)
#: What goes on with what was done: `khẩn trương truy xét, đã bắt ...`.
_DONE: Final = re.compile(r"(?:,| và) (?:đã|vừa) ")
#: What tells of a clause that it is over, refused or counted: no order, where none is told.
_HAPPENED: Final = re.compile(
    r"(?<!\w)(?:đã|đang|vừa|từng|xong|không|chưa|bị|được(?! (?:giao|phân công)))(?!\w)|"
    rf"{_COUNTS}|"
    r"(?<!\w)(?:trả lời|phản hồi|hồi âm|làm việc với (?:các )?đoàn (?!thanh niên)|"
    r"phát hiện (?:thấy |ra |có )?(?:nhiều|hàng|một số|\d)|"
    r"(?<!phấn đấu )(?<!bảo đảm )(?<!đảm bảo )đạt (?:[^\W\d]+ )?\d)"
)
#: What an inspection says of work that was done badly: `lập dự toán sai quy định`.
_FAULT: Final = re.compile(
    r"(?<!\w)(?:buông lỏng|lỏng lẻo|chậm|không đúng|chưa|sai|trái|thiếu|vi phạm|vượt)(?!\w)"
    r"(?! (?:nhất|hơn|trễ|cây|mùa|nhi|tuyến|qua|khó|phiếu))"
)
#: What is to be mended, looked for or kept off is no finding: `xử lý xe vượt tải`.
_MENDED: Final = re.compile(
    r"(?<!\w)(?:xử lý|khắc phục|ngăn chặn|ngăn ngừa|chấn chỉnh|rà soát|tình trạng|không để|nếu|"
    r"hành vi|trường hợp|tránh|phòng|chống|thu hồi|xử phạt|bổ sung|bù|giải quyết|hỗ trợ|nơi|hộ|"
    r"thôn|bản|người|trẻ|học sinh|danh sách|phấn đấu|"
    r"kiểm tra,? (?:các|những|xe|việc))(?!\w)"
)
_WORD = re.compile(r"(?::(?: \(?[1a][.)])?)?,? (?P<word>[^\W\d_]+)(?: (?P<next>[^\W\d_]+))?")
#: Words that open no task behind the name of a body.
_IDLE = frozenset(
    (
        *("của", "tại", "do", "theo", "từ", "với", "về", "là", "và", "cùng", "được", "bị", "đã"),
        *("đang", "trong", "trên", "ở", "số", "năm", "để", "nhằm", "khi", "sau", "trước", "cho"),
        *("hoặc", "này", "đó", "nêu", "vừa", "như", "có", "cũng", "còn", "vẫn", "chưa", "không"),
        *("mới", "gồm", "thì", "mà", "xin", "trân"),
    )
)
_SAYS = frozenset(
    (
        *(
            "yêu cầu",
            "đề nghị",
            "ban hành",
            "quyết định",
            "thống nhất",
            "kêu gọi",
            "kết luận",
            "chỉ thị",
        ),
        *("thông báo", "nhận thấy", "đánh giá", "báo cáo", "khen thưởng", "phân công"),
    )
)
_TASKS = frozenset(
    (
        "theo dõi",
        "theo chức",
        "theo nhiệm",
        "theo lĩnh",
        "theo thẩm",
        "theo phạm",
        "trên cơ",
        "cho ý",
        "cho vay",
        "trong phạm",
        "với vai",
        "với tư",
    )
)
_HAS = frozenset(("văn bản", "kế hoạch", "biện pháp", "phương án", "giải pháp", "ý kiến"))


def told(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether a task is told behind those whom a verb of giving names."""
    forms = (CHIEF, HELPS, DUTY)
    return any(form.match(scene.folded, at, stop) for form in forms) or does(scene, at, stop)


def ordered(scene: Scene, at: int, stop: int, *, trusted: bool) -> bool:
    """Tell whether a sentence behind one that gave a task orders too, though it sets no limit.

    `trusted` = it says itself that it goes on with what was ordered: `Cũng theo công văn này, ...`.
    """
    if URGED.match(scene.folded, at, stop) is None or SUFFERED.match(scene.folded, at, stop):
        return False
    if order := _ORDERED.match(scene.folded, at, stop):
        counted = order["manner"] and _COUNTED.search(scene.folded, at, stop)
        return not (counted or _DONE.search(scene.folded, at, stop))
    if not trusted or finds_fault(scene, at, stop):
        return False
    return _HAPPENED.search(scene.folded, at, stop) is None


def finds_fault(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether a clause says that work was done badly: `lập hồ sơ sai quy định`."""
    fault = _FAULT.search(scene.folded, at, stop)
    if fault is None or _ORDERED.match(scene.folded, at, stop):
        return False
    return _MENDED.search(scene.folded, at, fault.start()) is None


def does(scene: Scene, at: int, stop: int) -> bool:
    """Tell whether a verb stands there that can be a task."""
    found = _WORD.match(scene.folded, at, stop)
    if found is None:
        return False
    capital = scene.text.folded.shaped[found.start("word")].isupper()
    if capital and not (found[0][0] == ":" and not parties_at(scene, found.start("word"), stop)):
        return False
    pair = f"{found['word']} {found['next'] or ''}"
    if pair in _SAYS or pair in _TASKS:
        return pair in _TASKS
    if found["word"] == "có":
        return found["next"] is not None and any(
            scene.folded.startswith(one, found.start("next")) for one in _HAS
        )
    return found["word"] not in _IDLE
