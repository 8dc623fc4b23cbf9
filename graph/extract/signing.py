"""Whose a full official text is, and who signed it: its letterhead and its last lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.article import Prepared
from graph.extract.bodies import Reading
from graph.extract.signature import Signature
from graph.extract.spelling import key_of, well_spelt
from graph.extraction import CitedDocument, NamedBody, NamedOfficial, Position, StatedRelation

_GOVERNMENT = "Chính phủ"
#: Ranks of one body whatever the letterhead says.
_OWN_BODIES = {
    "thủ tướng": _GOVERNMENT,
    "thủ tướng chính phủ": _GOVERNMENT,
    "phó thủ tướng": _GOVERNMENT,
    "chủ tịch quốc hội": "Quốc hội",
}
_LONGEST = 1000


def with_signer(
    prepared: Prepared, officials: tuple[NamedOfficial, ...], authority: Reading | None
) -> tuple[tuple[NamedOfficial, ...], str | None]:
    """Return the officials with the one who signed, and the id of that one."""
    signature = prepared.letterhead.signature if prepared.letterhead else None
    if signature is None:
        return officials, None
    post = _position(prepared, signature, authority)
    span = prepared.span(signature.name.start, signature.name.end)
    name = _name(prepared, signature)
    known = next((one for one in officials if key_of(one.name) == key_of(name)), None)
    if known is None:
        signer = NamedOfficial(f"p{len(officials) + 1}", name, (span,), (post,))
        return (*officials, signer), signer.id
    mentions = tuple(sorted({*known.mentions, span}, key=lambda one: one.start))
    held = {key_of(one.title) for one in known.positions}
    positions = known.positions if key_of(post.title) in held else (*known.positions, post)
    told = replace(known, mentions=mentions, positions=positions)
    return tuple(told if one is known else one for one in officials), told.id


def _name(prepared: Prepared, signature: Signature) -> str:
    name = well_spelt(prepared.folded, signature.name.start, signature.name.end)
    return name.title() if name.isupper() else name


def _position(prepared: Prepared, signature: Signature, authority: Reading | None) -> Position:
    rank = signature.rank
    title = prepared.article.text[rank.start : rank.end]
    body = _OWN_BODIES.get(key_of(" ".join(title.split())))
    if body is None and authority is not None:
        body = authority.name
    return Position(title, body, prepared.dateline.day, rank.start, rank.end)


def find_authorship(
    prepared: Prepared,
    document: CitedDocument | None,
    authority: NamedBody | None,
    signer: NamedOfficial | None,
) -> Iterator[StatedRelation]:
    """Yield that the text was issued by the body of its letterhead and signed by the signer."""
    letterhead = prepared.letterhead
    if document is None or letterhead is None or not document.mentions:
        return
    own = document.mentions[0]
    if authority is not None and letterhead.issuer:
        start = min(own.start, letterhead.issuer[0].start)
        end = max(own.end, letterhead.issuer[-1].end)
        yield StatedRelation(document.id, "issuedBy", authority.id, start, end, None, "stated")
    if signer is not None and letterhead.signature is not None:
        name, rank = letterhead.signature.name, letterhead.signature.rank
        far = name.end - own.start > _LONGEST
        start = rank.start if far else own.start
        yield StatedRelation(document.id, "signedBy", signer.id, start, name.end, None, "stated")
