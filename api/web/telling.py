"""Values of properties as people read them: days spelled out, codes by their labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from api import words
from graph.errors import Text
from graph.model import Inference, Modality, PartialDate, Verdict, Verification

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+Z")
_DATED = frozenset(
    [
        *("issued", "effective", "expires", "validFrom", "validTo", "startsOn", "endsOn"),
        *("heldOn", "seenOn", "published", "deadline"),
    ]
)
_CODES: Mapping[str, Mapping[str, Text]] = {
    "level": {level.value: text for level, text in words.LEVELS.items()},
    "verification": {one.value: words.VERIFICATIONS[one] for one in Verification},
    "confidence": {one.value: words.VERIFICATIONS[one] for one in Verification},
    "modality": {one.value: words.MODALITIES[one] for one in Modality},
    "inference": {one.value: words.INFERENCES[one] for one in Inference},
    "verdict": {one.value: words.VERDICTS[one] for one in Verdict},
    "certainty": dict(words.CERTAINTIES)
    | {
        "clear": Text("nguồn nói rõ", "said plainly"),
        "stated": Text("nguồn nói rõ", "stated"),
    },
    "system": {
        "party": Text("Đảng", "Party"),
        "state": Text("Nhà nước", "State"),
        "front": Text("Mặt trận, đoàn thể", "Front"),
        "military": Text("lực lượng vũ trang", "armed forces"),
        "both": Text("Đảng và Nhà nước", "Party and State"),
    },
    "unitKind": {
        "province": Text("tỉnh", "province"),
        "city": Text("thành phố trực thuộc Trung ương", "city under the Centre"),
    },
    "unitSet": {
        "63": Text("63 tỉnh, thành đến 30-6-2025", "63 units until 30 June 2025"),
        "34": Text("34 tỉnh, thành từ 1-7-2025", "34 units since 1 July 2025"),
        "earlier": Text("trước đó", "earlier"),
    },
}
_TRUTH = {"true": Text("có", "yes"), "false": Text("không", "no")}
_OF_TRUTH = frozenset({"coastal", "declined", "inverted", "normative"})


def told(name: str, text: str, language: str) -> str:
    """Return the value of a property for people.

    Parameters
    ----------
    name : local name of the property.
    text : the value as it is stored; what is in no known form is returned as it stands.
    language : `vi` or `en`.
    """
    if name in _OF_TRUTH and text in _TRUTH:
        return _TRUTH[text].within(language)
    if known := _CODES.get(name, {}).get(text):
        return known.within(language)
    if name in _DATED and _DAY.fullmatch(text):
        return _day(text, language)
    if _MOMENT.fullmatch(text):
        return moment(datetime.fromisoformat(text), language)
    return text


def moment(when: datetime, language: str) -> str:
    """Return a moment in UTC, to the minute: `27-11-2026, 16:18 UTC`."""
    return f"{words.day(when.date(), language)}, {when:%H:%M} UTC"


def _day(text: str, language: str) -> str:
    try:
        return words.day(PartialDate.parse(text), language)
    except ValueError:
        return text  # the form of a day, but no day
