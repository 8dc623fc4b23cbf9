"""The forms that names of congresses of the Party take, its own and those of its committees."""

from __future__ import annotations

from typing import Final

from graph.extract.body_fields import AREA, ORDINAL, ROMAN
from graph.extract.body_pattern import BodyPattern
from graph.extract.body_pattern import form as _form
from graph.model import Level

_CENTRAL = Level.CENTRAL

#: By head word, tried in order; see `body_forms.FORMS`.
CONGRESSES: Final[dict[str, tuple[BodyPattern, ...]]] = {
    "đại": (
        _form(
            "congress",
            rf"đại hội(?: đại biểu)?(?: đảng)?(?: toàn quốc)?(?: đảng)? {ORDINAL}"
            r"(?: của đảng(?! bộ)| đảng cộng sản việt nam| đảng(?! bộ))",
            _CENTRAL,
        ),
        _form(
            "local congress",
            rf"đại hội(?: đại biểu)? đảng bộ (?P<area>{AREA})\.?"
            r"(?P<place> (?!lần)[^\d\n,.;()]{2,25}?)?"
            rf",? {ORDINAL}",
            None,
        ),
        _form(
            "local congress",
            rf"đại hội(?: đại biểu)? {ORDINAL} (?:của )?đảng bộ (?P<area>{AREA})",
            None,
        ),
        _form(
            "congress",
            rf"đại hội(?: đại biểu)?(?: đảng)? toàn quốc(?: của đảng)? {ORDINAL}",
            _CENTRAL,
        ),
        _form("congress", rf"đại hội đảng {ORDINAL}", _CENTRAL),
        _form("congress", r"đại hội (?P<ordinal>[ivxl]{1,7})\b(?! đảng bộ)", _CENTRAL),
    ),
    "lần": (
        _form("local congress", rf"lần thứ (?P<ordinal>{ROMAN}) đảng bộ (?P<area>{AREA})", None),
    ),
}
