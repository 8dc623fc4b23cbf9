"""Every phrase of the pages is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import api
from api.web.wording import PHRASES

SAYING = {"wording", "coverage_wording", "alert_wording", "query_wording", "source_wording"}
PLACES = ("web/templates/*.html", "routes/*.py", "web/*.py", "render/matrix_drawings.py")


def test_no_phrase_is_left_over() -> None:
    folder = Path(str(api.__file__)).parent
    files = [file for place in PLACES for file in folder.glob(place) if file.stem not in SAYING]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r"(?<=[\"'])\w+(?=[\"'])", text))
    counted = {f"{key}_1" for key in said}
    begun = tuple(word for word in said if word.endswith("_"))  # the rest is chosen as it is said
    left = {key for key in PHRASES.keys() - said - counted if not key.startswith(begun)}
    assert sorted(left) == []
