"""What is only supposed or asked gives no task: `nếu tỉnh giao B ... thì ...`, `có nên giao B?`."""

from __future__ import annotations

import re

from graph.extract.phrases import at_word
from graph.extract.scene import Scene
from graph.extract.structure import Stretch

_WITHIN = 100  # characters between what supposes and the verb
_ASKS = re.compile(
    rf"{at_word(('có nên', 'liệu', 'có hay không', 'chuyện', 'tin đồn'))} (?:[^,;:.\n]{{0,90}} )?$"
)
#: `thì` and a comma end what is supposed: `nếu thiếu thì giao ...` gives.
_IF = re.compile(
    rf"{at_word(('nếu', 'giả sử', 'ví như'))} (?P<what>(?:(?!(?<!\w)thì )[^,;:.\n]){{0,90}})$"
)
_GIVER = re.compile(
    r"(?:tỉnh|thành phố|huyện|xã|phường|trung ương|chủ tịch|bí thư|lãnh đạo|thủ tướng)(?!\w)"
)
_THEN = re.compile(r"[^;.\n]{0,200} thì ")


def supposed(scene: Scene, at: int, sentence: Stretch) -> bool:
    """Tell whether what begins at an offset of a sentence is but a condition or a question."""
    folded = scene.folded
    ending = folded[max(sentence.start, sentence.end - 3) : sentence.end + 1]
    if ending.rstrip(' "\n').endswith("?"):
        return True
    least = max(sentence.start, at - _WITHIN)
    if _ASKS.search(folded, least, at):
        return True
    found = _IF.search(folded, least, at)
    if found is None:
        return False
    what = found.start("what")
    who = scene.body_at(what) is not None or _GIVER.match(folded, what, at) is not None
    return who or what == at or _THEN.match(folded, at, sentence.end) is not None
