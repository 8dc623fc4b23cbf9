"""The shape of a cascade as text for a terminal, and as rows of CSV: one document each."""

from __future__ import annotations

from rich.text import Text as Line

from api import words
from api.render.screen import FAINT, STRONG, WARNING, Screen, joined, printable
from api.render.sheets import Sheet, csv_text, table_lines
from graph.analytics.values import Analysis, Chain, Depth, Position, Step
from graph.errors import Text
from graph.model import Document

_DOWN = Text("Hình dạng dòng chảy từ", "Shape of the cascade from")
_UP = Text("Hình dạng dòng căn cứ của", "Shape of the bases of")
_NONE = Text(
    "Kho này chưa có văn bản nào để đo; điều đó không có nghĩa là chưa thực hiện.",
    "This corpus holds no document to measure; that does not mean that nothing was done.",
)
_DEPTHS = Text(
    "Số bước từ văn bản gốc, theo chuỗi ngắn nhất", "Steps from the root, by the shortest chain"
)
_DEPTH_HEADS = (
    Text("Bước", "Steps"),
    Text("Văn bản", "Documents"),
    Text("Địa phương khi đó", "Units of the time"),
    Text("Trung vị số ngày", "Median days"),
    Text("Theo cấp", "By level"),
)
_BOTTLENECKS = Text("Chỗ thắt: văn bản", "Bottlenecks: documents")
_PLACES = Text("Chỗ thắt: cơ quan, địa phương", "Bottlenecks: bodies and units")
_CUT_OFF = Text("Mất đường", "Cut off")
_THROUGH = Text("Chuỗi qua", "Chains")
_PLACE = Text("Nơi ban hành", "Issued by")
_LONGEST = Text("Chuỗi nhiều bước nhất", "Chains of most steps")
_STRANDS = Text("Bỏ văn bản gốc thì còn", "Without the root there remain")
_CYCLES = Text(
    "Các văn bản dựa vòng lẫn nhau, cần xem lại nguồn",
    "Documents that rest on each other in a circle; check the sources",
)
_BOTTLENECK_NOTE = Text(
    "“Mất đường”: số văn bản mà trong kho này mọi chuỗi tới văn bản gốc đều đi qua đó. Kho có thể "
    "thiếu chuỗi khác; văn bản không tự mất hiệu lực khi căn cứ của nó hết hiệu lực.",
    "“Cut off”: documents all of whose chains in this corpus run through it. Other chains may be "
    "missing here; and a document does not fall because its basis does.",
)


def analysis_lines(analysis: Analysis, screen: Screen, *, most: int) -> list[Line]:
    """Return counts, depths, bottlenecks and longest chains, at most `most` rows of each."""
    title = screen.say(_DOWN if analysis.down else _UP)
    lines = [Line(printable(f"{title} {analysis.root.name}"), STRONG)]
    if not analysis.documents:
        return [*lines, *screen.wrapped(screen.say(_NONE), "")]
    lines += screen.wrapped(_counts(analysis, screen), "  ", FAINT)
    for cycle in analysis.cycles:
        told = f"{screen.say(_CYCLES)}: {', '.join(one.name for one in cycle)}"
        lines += screen.wrapped(told, "  ", WARNING)
    lines += _headed(_DEPTHS, _depths(analysis.depths, screen), screen)
    passed = [one for one in analysis.positions if one.onward][:most]
    lines += _headed(_BOTTLENECKS, _positions(passed, screen), screen)
    lines += _headed(_PLACES, _places(analysis, screen, most), screen)
    lines += _headed(_LONGEST, _chains(analysis.longest[:most], screen), screen)
    return [*lines, Line(""), *screen.wrapped(screen.say(_BOTTLENECK_NOTE), "", FAINT)]


def analysis_csv(analysis: Analysis) -> str:
    """Return one row a document, those that cut off most first.

    The columns are `document, spelling, level, unit, issued, fewest_steps, most_steps, chains,
    chains_in_all, onward, cut_off, total_lag_least, total_lag_most, verification, iri`.
    """
    return csv_text(
        (
            *("document", "spelling", "level", "unit", "issued", "fewest_steps", "most_steps"),
            *("chains", "chains_in_all", "onward", "cut_off", "total_lag_least", "total_lag_most"),
            *("verification", "iri"),
        ),
        [_row(one, analysis.chains) for one in analysis.positions],
    )


def _row(one: Position, chains: int) -> tuple[str, ...]:
    document, lag = one.document, one.total_lag
    return (
        *(document.name, document.spelling, document.level or "", document.unit or ""),
        *(str(document.issued or ""), str(one.fewest), str(one.most)),
        *(str(one.chains), str(chains), str(one.onward), str(len(one.cut_off))),
        *((str(lag.least), str(lag.most)) if lag else ("", "")),
        *(document.verification, document.iri),
    )


def _counts(analysis: Analysis, screen: Screen) -> str:
    language = screen.language
    strands = len(analysis.strands)
    largest = analysis.strands[0].documents
    return joined(
        (
            words.documents(analysis.documents, language),
            words.counted(
                analysis.edges, Text("quan hệ", "relation"), Text("quan hệ", "relations"), language
            ),
            words.counted(
                analysis.chains, Text("chuỗi", "chain"), Text("chuỗi", "chains"), language
            ),
            f"{screen.say(_STRANDS)} "
            + words.counted(
                strands,
                Text("nhánh rời", "separate strand"),
                Text("nhánh rời", "separate strands"),
                language,
            )
            + Text(f", lớn nhất {largest} văn bản", f", the largest of {largest}").within(language),
        )
    )


def _headed(title: Text, body: list[Line], screen: Screen) -> list[Line]:
    return [Line(""), Line(screen.say(title), STRONG), *body] if body else []


def _depths(depths: tuple[Depth, ...], screen: Screen) -> list[Line]:
    language = screen.language
    rows = tuple(
        (
            str(one.steps),
            words.number(one.documents, language),
            words.number(one.units, language),
            _median(one, language),
            ", ".join(
                f"{words.label(words.LEVELS, level, language)} {words.number(count, language)}"
                for level, count in one.by_level
            ),
        )
        for one in depths
    )
    heads = tuple(screen.say(head) for head in _DEPTH_HEADS)
    return table_lines(Sheet(heads, rows, frozenset({0, 1, 2, 3})), screen)


def _median(depth: Depth, language: str) -> str:
    if depth.median_lag is None:
        return words.UNKNOWN.within(language)
    of = Text("trên", "of").within(language)
    return f"{words.number(depth.median_lag, language)} ({of} {depth.dated})"


def _positions(positions: list[Position], screen: Screen) -> list[Line]:
    rows = tuple(
        (
            words.number(len(one.cut_off), screen.language),
            words.number(one.chains, screen.language),
            one.document.name,
            _place(one.document),
        )
        for one in positions
    )
    document = words.KINDS["document"].within(screen.language)
    heads = (*_heads(screen), document[:1].upper() + document[1:], screen.say(_PLACE))
    return table_lines(Sheet(heads, rows, frozenset({0, 1})), screen) if rows else []


def _places(analysis: Analysis, screen: Screen, most: int) -> list[Line]:
    rows = tuple(
        (
            words.number(len(one.cut_off), screen.language),
            words.number(one.chains, screen.language),
            one.place,
            words.documents(one.documents, screen.language),
        )
        for one in analysis.places[:most]
    )
    heads = (*_heads(screen), screen.say(_PLACE), screen.say(_DEPTH_HEADS[1]))
    return table_lines(Sheet(heads, rows, frozenset({0, 1})), screen) if rows else []


def _heads(screen: Screen) -> tuple[str, str]:
    return screen.say(_CUT_OFF), screen.say(_THROUGH)


def _chains(chains: tuple[Chain, ...], screen: Screen) -> list[Line]:
    lines: list[Line] = []
    for number, chain in enumerate(chains, start=1):
        steps = " → ".join(_step(step, screen) for step in chain.steps)
        total = words.lag(chain.total_lag, screen.language)
        lead = f"{number:>2}. "
        lines += screen.wrapped(f"{steps} ({total})", "    ", first=lead)
    return lines


def _step(step: Step, screen: Screen) -> str:
    name = f"{step.document.name} {_place(step.document)}".strip()
    if step.certainty is None:
        return name
    doubt = words.CERTAINTIES.get(step.certainty)
    doubted = f", {screen.say(doubt)}" if doubt else ""
    return f"{name} [{words.lag(step.lag, screen.language)}{doubted}]"


def _place(document: Document) -> str:
    return document.unit or ", ".join(document.issuers)
