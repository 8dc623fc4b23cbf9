"""How two documents hang together: each explanation as numbered sentences with their quotes."""

from __future__ import annotations

from rich.text import Text as Line

from api import judging_words, words
from api.render.judged import places, section, step_lines
from api.render.screen import FAINT, STRONG, WARNING, Screen
from api.render.sheets import csv_text
from graph.errors import Text
from graph.model import Explanation, PathStep, Surroundings

_SAME = Text("Hai bên là cùng một văn bản.", "Both are one and the same document.")
_STEPS = (Text("bước", "step"), Text("bước", "steps"))
_WAY = Text("Cách giải thích", "Explanation")
_MORE = Text(
    "Còn những cách khác cũng ngắn như vậy (--limit để xem thêm).",
    "There are other explanations as short (use --limit to see more).",
)
_NONE = Text(
    "Kho này không ghi mối liên hệ nào, trực tiếp hay qua văn bản khác, giữa hai văn bản này.",
    "This corpus records nothing that ties the two documents, directly or through others.",
)
_TIED = Text("liên hệ với {}", "tied to {}")
_NEAREST = Text("gần nhất", "nearest")


def explanation_lines(found: Explanation, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return the ends, and every explanation step by step; without any, what is near."""
    ends = f"{judging_words.named(found.start)} → {judging_words.named(found.end)}"
    lines = screen.wrapped(ends, "", STRONG)
    if not found.paths:
        lines += screen.wrapped(screen.say(_NONE), "", WARNING)
        return lines + [line for one in found.around for line in _around_lines(one, screen)]
    if not found.paths[0]:
        return lines + screen.wrapped(screen.say(_SAME), "")
    for number, path in enumerate(found.paths, 1):
        count = words.counted(len(path), *_STEPS, screen.language)
        lines += section(f"{screen.say(_WAY)} {number}: {count}", screen)
        for place, step in enumerate(path, 1):
            lines += step_lines(step, screen, f"  {place}. ", evidence=evidence)
    return lines + (screen.wrapped(screen.say(_MORE), "", FAINT) if found.more else [])


def explanation_csv(found: Explanation) -> str:
    """Return one row a step; dates as ISO 8601, lags in days.

    The columns are `path, step, subject, relation, object, forward, issued, lag_least, lag_most,
    quote, subject_iri, object_iri, sources`.
    """
    head = "path step subject relation object forward issued lag_least lag_most quote"
    rows = [
        (str(number), str(place), *_cells(step))
        for number, path in enumerate(found.paths, 1)
        for place, step in enumerate(path, 1)
    ]
    return csv_text((*head.split(), "subject_iri", "object_iri", "sources"), rows)


def _cells(step: PathStep) -> tuple[str, ...]:
    lag = step.lag
    quote = next((one.quote for one in step.evidence if one.quote), None)
    return (
        *(step.subject.spelling, ";".join(step.predicates), step.object.spelling),
        *("yes" if step.forward else "no", str(step.subject.issued or "")),
        *((str(lag.least), str(lag.most)) if lag else ("", "")),
        *(quote or "", step.subject.iri, step.object.iri, places(step.evidence)),
    )


def _around_lines(one: Surroundings, screen: Screen) -> list[Line]:
    tied = screen.say(_TIED).format(words.documents(one.reached, screen.language))
    told = f"{judging_words.named(one.document)}: {tied}"
    if one.nearest:
        near = ", ".join(judging_words.named(other) for other in one.nearest)
        told += f"; {screen.say(_NEAREST)}: {near}"
    return screen.wrapped(told, "    ", first="  ")
