"""Provinces that act alike, as text for a terminal and as rows of CSV: one pair each."""

from __future__ import annotations

from rich.text import Text as Line

from api import words
from api.render.screen import FAINT, STRONG, WARNING, Screen, joined
from api.render.sheets import csv_text
from graph.analytics.values import Likeness, Likenesses
from graph.errors import Text

_TITLE = Text("Địa phương thực hiện giống nhau", "Units that act alike")
_NONE = Text(
    "Không có hai địa phương nào so được trong kho này.",
    "No two units can be compared in this corpus.",
)
_SHARED = Text("văn bản chung", "shared documents")
_APART = Text("cách nhau trung vị", "apart by a median of")
_SMALL = Text(
    "Kho còn nhỏ (trung vị {median} văn bản mỗi địa phương): con số cho biết nguồn nào đã được "
    "đọc nhiều hơn là địa phương nào làm giống nhau.",
    "The corpus is small (a median of {median} documents a unit): the figures say more of which "
    "sources were read than of who acts alike.",
)
_BASIS = Text(
    "Độ giống (Jaccard): số văn bản Trung ương cả hai cùng thực hiện, thẳng hoặc qua văn bản khác, "
    "trên số mà ít nhất một bên thực hiện; văn bản không giao cho cả hai thì không tính. Sau mỗi "
    "văn bản là số địa phương có văn bản thực hiện.",
    "Similarity (Jaccard): central documents that both carry out, directly or through others, "
    "among those that either does; documents not addressed to both are left out. Behind each "
    "document stands how many units carry it out.",
)
_CORPUS = Text(
    "Dựa trên {documents} văn bản Trung ương; so {compared} địa phương có từ {least} văn bản trở "
    "lên. “Chưa tìm thấy” không phải là “chưa thực hiện”.",
    "Based on {documents} central documents; {compared} units with at least {least} of them are "
    "compared. “None found” is not “not carried out”.",
)
_LEFT_OUT = Text("Quá ít văn bản để so", "Too few documents to compare")
_FIRST = Text("{shown} cặp đầu trong {all}", "the first {shown} pairs of {all}")


def likenesses_lines(found: Likenesses, screen: Screen, *, most: int) -> list[Line]:
    """Return at most `most` pairs with what they share, and what the figures rest on."""
    shown = found.pairs[:most]
    count = _filled(_FIRST, screen, shown=len(shown), all=len(found.pairs))
    lines = [Line.assemble((screen.say(_TITLE), STRONG), (f"  {count}" if shown else "", FAINT))]
    if found.small:
        lines += screen.wrapped(_filled(_SMALL, screen, median=found.median), "  ", WARNING)
    if not shown:
        lines += screen.wrapped(screen.say(_NONE), "")
    for pair in shown:
        lines += [Line(""), *_pair_lines(pair, screen)]
    lines += [Line(""), *screen.wrapped(screen.say(_BASIS), "", FAINT)]
    told = _filled(
        _CORPUS,
        screen,
        documents=words.number(found.documents, screen.language),
        compared=len(found.compared),
        least=found.least,
    )
    lines += screen.wrapped(told, "", FAINT)
    if found.left_out:
        few = ", ".join(f"{unit} ({count})" for unit, count in found.left_out)
        lines += screen.wrapped(f"{screen.say(_LEFT_OUT)}: {few}.", "", FAINT)
    return lines


def likenesses_csv(found: Likenesses) -> str:
    """Return one row a pair, all of them, most alike first.

    The columns are `unit, other, similarity, shared, only_unit, only_other, days_apart, dated,
    documents`: the spellings of the shared documents, least common first.
    """
    return csv_text(
        (
            *("unit", "other", "similarity", "shared", "only_unit", "only_other"),
            *("days_apart", "dated", "documents"),
        ),
        [
            (
                *(pair.unit, pair.other, f"{pair.similarity:.4f}", str(len(pair.shared))),
                *(str(pair.only_unit), str(pair.only_other)),
                *("" if pair.apart is None else str(pair.apart), str(pair.dated)),
                "; ".join(one.document.spelling for one in pair.shared),
            )
            for pair in found.pairs
        ],
    )


def _pair_lines(pair: Likeness, screen: Screen) -> list[Line]:
    language = screen.language
    union = len(pair.shared) + pair.only_unit + pair.only_other
    similarity = f"{pair.similarity:.2f}"
    figures = [
        similarity if language == "en" else similarity.replace(".", ","),
        f"{len(pair.shared)}/{union} {screen.say(_SHARED)}",
    ]
    if pair.apart is not None:
        of = Text("trên", "over").within(language)
        figures.append(
            f"{screen.say(_APART)} {words.days(pair.apart, language)} ({of} {pair.dated})"
        )
    shared = ", ".join(f"{one.document.spelling} ({one.units})" for one in pair.shared)
    return [
        *screen.wrapped(joined((f"{pair.unit} – {pair.other}", *figures)), ""),
        *screen.wrapped(shared, "  ", FAINT),
    ]


def _filled(text: Text, screen: Screen, **told: object) -> str:
    return screen.say(text).format(**told)
