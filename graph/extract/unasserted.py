"""Relations that a text names without saying that they are: questions, conditions and rumours."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.phrases import at_word

#: Between the word that opens such a clause and what it is about.
_CLAUSE: Final = r"(?:(?!thì )[^.;,\n]){0,90}$"
#: At the head of a clause only: `tài liệu`, `số liệu` are words of their own.
_OPENS: Final = r"(?:^|[.;,:?!(\"\n] ?|(?<!\w)(?:rõ|hỏi|biết|rằng|xem|và|hoặc|hay|nhưng|song|còn) )"
_SUPPOSED: Final = re.compile(
    rf"{_OPENS}(?:liệu(?: rằng)?|phải chăng|có phải|giả sử|giả định|"
    rf"nếu(?: như)?(?! có\)| trước| trong giai đoạn| năm| so)) {_CLAUSE}"
)
_RUMOUR: Final = re.compile(
    at_word(
        (
            *("tin đồn", "đồn đoán", "đồn đại", "đồn thổi", "nghe đồn", "tin giả"),
            "thông tin (?:sai|thất thiệt)",
            *(
                rf"{who}(?: [^\s.;,]{{1,7}}){{0,3}} cho rằng"
                for who in ("người", "ý kiến", "dư luận", "kẻ", "tài khoản")
            ),
        )
    )
    + r"(?!\w)[^.;,\n]{0,60}$"
)
_UNTRUE: Final = re.compile(
    r"[^.;,\n]{0,30}? (?:là|hoàn toàn) (?:hoàn toàn )?(?:(?:sai|không đúng)(?: sự thật)?"
    r"(?! quy| thẩm| luật| trình| pháp| với)(?!\w)|"
    r"không (?:chính xác|có thật|có căn cứ)|tin (?:đồn|giả)|bịa đặt|"
    r"(?:nhầm|hiểu nhầm|hiểu sai)(?!\w))"
)
_ASKED: Final = re.compile(
    r"(?: (?:có|đã))?(?: (?:hay|phải|đúng|rồi))? ?(?:không|chưa)?(?: ạ)? ?\?|"
    r",? (?:có )?hay (?:là )?(?:không|chưa)(?!\w)"
)
_NOT_ISSUED: Final = re.compile(
    rf"{at_word(('chưa', 'không'))}(?: (?:kịp|hề|thể|được|có|từng)){{0,2}} "
    r"(?:ban hành|thông qua|phê duyệt|ký|xây dựng|ra)(?: ban hành)? (?:các )?$"
)
_REACH: Final = 160


def is_supposed(text: str, begin: int, start: int, end: int) -> bool:
    """Tell whether what stands from `start` to `end` is but asked, supposed or rumoured.

    `begin` = where the sentence begins in folded text.
    """
    low = max(begin, start - _REACH)
    before = text[low:start]
    return bool(_SUPPOSED.search(before) or _RUMOUR.search(before) or _ASKED.match(text, end))


def is_untrue(text: str, begin: int, start: int, end: int) -> bool:
    """Tell whether a text says that what it names is not so: `Tin rằng A bãi bỏ B là sai`."""
    low = max(begin, start - _REACH)
    return bool(_NOT_ISSUED.search(text, low, start) or _UNTRUE.match(text, end))
