"""Short numbers behind the code of their type: `NQ 26`, `CT số 05`, `QĐ 1216` for what is printed.

Letters and figures alone may be anything (a class, a flat, a road), so such a form is taken only
where the text prints a number with this figure and code, or says of what central body it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.mentions import Kind, Mention
from graph.extract.openings import opened_by
from graph.extract.text import Folded

_TYPES = {
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "QĐi": "Quy định",
    "KH": "Kế hoạch",
    "CTr": "Chương trình",
    "CTHĐ": "Chương trình hành động",
    "TT": "Thông tư",
}
_SHORT = opened_by(
    sorted(_TYPES, reverse=True),
    r"[\w/.-]",
    behind=r"(?:\s?/\s?|\s{1,2}(?:số:?\s{1,2})?)(?P<numeral>\d{1,4})"
    r"(?P<centre>\s?-?\s?(?:TW|TƯ|T\.Ư))?(?![\w%/°]|[.,-]\d|\s?[-/]\s?[\dA-ZĐ])",
    shaped=True,
)
_OF_CENTRE = re.compile(
    r",? (?:ngày [\d/.-]{6,10} )?của (?:bộ chính trị|bct|ban bí thư|trung ương|tw|chính phủ)(?!\w)"
)
_PLACE = re.compile(r"(?:căn(?: hộ)?|tòa(?: nhà)?|phòng|lô|khu|block|lớp|chung cư|xe|mã) $")
_PARTY = {"NQ", "CT", "KL", "QĐi"}


def find_shortened(text: Folded, numbers: Sequence[Mention]) -> list[Mention]:
    """Return the short forms by code in a text.

    Parameters
    ----------
    text : the text.
    numbers : its mentions by number, in any order.
    """
    printed = {(one.type_code, one.numeral) for one in numbers if one.kind is not Kind.BARE}
    found: list[Mention] = []
    for short in _SHORT.finditer(text.openings):
        code = re.match(r"[^\W\d]+", short[0])
        kind, numeral = (code[0] if code else ""), short["numeral"].lstrip("0")
        of_centre = short["centre"] or _OF_CENTRE.match(text.folded, short.end())
        known = ("QĐ" if kind == "QĐi" else kind, numeral) in printed
        if _PLACE.search(text.folded, max(0, short.start() - 14), short.start()):
            continue
        if numeral and (known or (of_centre and kind in _PARTY)):
            mention = Mention(
                Kind.BARE,
                short.start(),
                short.end(),
                type_vi=_TYPES[kind],
                number=short["numeral"],
                numeral=numeral,
            )
            found.append(mention)
    return found
