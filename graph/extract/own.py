"""The document that a full official text itself is: its mention, and the body whose it is.

The number under the issuer is that document's; where it is blank or missing, type and title name
it. "Quyết định này" is that document, and so is what the enacting clause issues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from graph.extract.article import Prepared
from graph.extract.bodies import Reading
from graph.extract.body_completion import complete
from graph.extract.body_grammar import BodyGrammar, FoundBody
from graph.extract.body_names import spelt
from graph.extract.letterhead import Letterhead
from graph.extract.mentions import Kind, Mention
from graph.extract.spelling import key_of, well_spelt
from graph.extract.structure import Stretch
from graph.extract.text import fold

_AMENDING = re.compile(r"(?:bộ )?luật sửa đổi, bổ sung một số điều của (?=(?:bộ )?luật )")
_SHORT = re.compile(r"(?<!\w)(?:Ubnd|Hđnd|Mttq|Btv|Bch|Ubkt)(?!\w)")
_SPACES = re.compile(r"\s+")
#: Issuers that are told by the line above the grounds alone.
_NO_PLACE = frozenset({"ủy ban nhân dân", "hội đồng nhân dân"})
#: What a body signs for that stands above the committee of the letterhead.
_WHOLE = re.compile(r"bộ chính trị|ban bí thư|ban chấp hành trung ương(?: đảng)?|ban thường vụ")


def with_own(
    prepared: Prepared, mentions: Sequence[Mention], authority: str | None
) -> tuple[list[Mention], int | None]:
    """Return the mentions with that of the text itself, and its place among them.

    `authority` is the name of the body that issued the text.
    """
    letterhead = prepared.letterhead
    if letterhead is None:
        return list(mentions), None
    name = letterhead.name
    told = (_beside(prepared, letterhead, one) for one in mentions)
    kept = [one for one in told if not _is_own(prepared, letterhead, one)]
    numbered = _number(prepared, letterhead, kept)
    if numbered is None:
        title = _title(prepared, letterhead.title) or ""
        title = f"{letterhead.type_vi} {title[:1].lower()}{title[1:]}".strip()
        own = Mention(Kind.NAMED, name.start, name.end, title=title, tail=name.end)
    else:
        kept.remove(numbered)
        own = replace(numbered, title=_title(prepared, letterhead.title), plural=False)
    own = replace(
        own, type_vi=letterhead.type_vi, worded=True, date=letterhead.issued, issuer=authority
    )
    placed = sorted([*kept, own], key=lambda one: (one.start, -one.end))
    return placed, placed.index(own)


def _is_own(prepared: Prepared, letterhead: Letterhead, mention: Mention) -> bool:
    """Tell whether a name without number is that of the text: its title, what it enacts."""
    if mention.kind is Kind.LAW and letterhead.title and mention.start in letterhead.preamble:
        name = f"luật {prepared.folded.folded[letterhead.title.start : letterhead.title.end]}"
        return key_of(" ".join((mention.title or "").split())) == " ".join(name.split())
    if mention.kind is not Kind.NAMED:
        return False
    enacted = mention.start in letterhead.preamble and mention.type_vi == letterhead.type_vi
    return mention.start < letterhead.name.end or (
        enacted and prepared.folded.folded.endswith("ban hành ", 0, mention.start)
    )


def _beside(prepared: Prepared, letterhead: Letterhead, mention: Mention) -> Mention:
    """Return the law that the enacting clause amends: its number is not that of the new law.

    `ban hành Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15` names the last.
    """
    text = prepared.folded.folded
    if mention.start not in letterhead.preamble or not text.endswith("ban hành ", 0, mention.start):
        return mention
    inner = _AMENDING.match(text, mention.start, mention.end)
    if inner is None:
        return mention
    title = mention.title[inner.end() - mention.start :] if mention.title else None
    return replace(mention, start=inner.end(), title=title)


def _number(
    prepared: Prepared, letterhead: Letterhead, mentions: Sequence[Mention]
) -> Mention | None:
    """Return the mention of the number printed in the letterhead."""
    for mention in mentions:
        if mention.start >= letterhead.heading.start:
            return None
        said = prepared.folded.folded[max(0, mention.start - 12) : mention.end]
        if mention.kind is Kind.NUMBER and "số" in said:
            return mention
    return None


def _title(prepared: Prepared, stretch: Stretch | None) -> str | None:
    """Return a title; one in capitals as the enacting clause prints it, where it does."""
    if stretch is None:
        return None
    printed = _SPACES.sub(" ", prepared.article.text[stretch.start : stretch.end])
    if not printed.isupper():
        return printed
    lower, letterhead = prepared.folded.folded, prepared.letterhead
    wanted = _SPACES.sub(" ", lower[stretch.start : stretch.end])
    at = lower.find(wanted, stretch.end, letterhead.preamble.end) if letterhead else -1
    return prepared.article.text[at : at + len(wanted)] if at >= 0 else printed


def authority_of(prepared: Prepared, grammar: BodyGrammar) -> Reading | None:
    """Return the body that issued an official text: of its letterhead, or that it is signed for.

    Every document of the Centre bears `Ban Chấp hành Trung ương`; `T/M Bộ Chính trị` tells whose
    it is, and `T/M Ban Thường vụ` likewise for a province.
    """
    letterhead = prepared.letterhead
    if letterhead is None or not letterhead.issuer:
        return None
    acts_for = letterhead.acts_for
    lines = [prepared.folded.shaped[one.start : one.end] for one in letterhead.issuer]
    if len(lines) > 1 and lines[-1].strip().lower() == "văn phòng":
        lines = [lines[-1], *lines[:-1]]  # the office stands under the body whose office it is
    printed = " ".join(chain.from_iterable(line.split() for line in lines))
    if key_of(printed) in _NO_PLACE:
        printed = _above_grounds(prepared, letterhead, printed)
    if acts_for and (whole := _WHOLE.match(acts_for)):
        above = whole[0].upper()
        printed = f"{above} {printed}" if acts_for == "ban thường vụ" else above
    return _reading(prepared, grammar, printed, letterhead.issuer[0])


def _above_grounds(prepared: Prepared, letterhead: Letterhead, printed: str) -> str:
    """Return the issuer as it stands above the grounds, where the letterhead names no place."""
    between = prepared.folded.shaped[letterhead.name.end : letterhead.preamble.end]
    for line in between.split("\n"):
        said = " ".join(line.split()).strip(" |").removeprefix("CHỦ TỊCH ")
        if said.isupper() and key_of(said).startswith(f"{key_of(printed)} "):
            return said
    return printed


def _reading(
    prepared: Prepared, grammar: BodyGrammar, printed: str, where: Stretch
) -> Reading | None:
    # names of places open with capitals
    titled = _titled(printed) if printed.isupper() else printed
    own = replace(prepared, folded=fold(titled))
    found = grammar.find(own.folded)
    if not found:
        return None
    last = found[-1]
    owner = _owner(found)
    name, level, inferred = complete(own, grammar, last, owner)
    stem = well_spelt(own.folded, last.start, last.stem)  # `UỶ BAN` as `ỦY BAN`
    if printed.isupper() and name.startswith(spelt(stem)):
        name = spelt(stem.upper()) + name.removeprefix(spelt(stem))
    return Reading(prepared.span(where.start, where.end), name, level, last.kind, inferred)


def _titled(printed: str) -> str:
    return _SHORT.sub(lambda found: found[0].upper(), printed.title())


def _owner(found: Sequence[FoundBody]) -> FoundBody | None:
    """Return the committee above a board: the letterhead prints it first."""
    above = found[-2] if len(found) > 1 else None
    board = found[-1].kind in ("board", "inspection") and found[-1].place is None
    return above if board and above and above.kind == "party committee" else None
