"""The rows of the vocabularies, as the generated `lexicon.py` holds them. Standard library only.

Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as precisely as known; None = not known or no bound.
`system` is `party`, `state`, `front`, `military` or `both`; `level` the code of a `Level`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document; the same word in Party and State use stands twice.

    `abbreviation` is the code in a number (not unique: QĐ), `variants` its other spellings,
    `class_iri` the class of the ontology, `normative` whether the State may make law with it.
    """

    iri: str
    class_iri: str
    vi: str
    en: str
    system: str
    abbreviation: str | None
    variants: tuple[str, ...]
    normative: bool
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """The code of an issuer in numbers; `{…}` in a name is where a place or body goes.

    A code is not unique (ĐU, UBND) and does not always give the body (TW); `series` names the
    series in which documents of this code are numbered.
    """

    iri: str
    code: str
    variants: tuple[str, ...]
    vi: str
    en: str
    series: str
    system: str
    level: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """A post, its short forms in texts, and the body (or pattern of names) that has it.

    `rank` is the order inside the level, 1 the highest; posts of several levels stand once.
    """

    iri: str
    vi: str
    en: str
    synonyms: tuple[str, ...]
    body: str
    system: str
    level: str
    rank: int


@dataclass(frozen=True, slots=True)
class Code:
    """A value of a closed list: `code` is what the store writes, `rank` its place in the list.

    `phrases` are the words that signal it in a text (modalities only).
    """

    iri: str
    code: str
    vi: str
    en: str
    rank: int
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that signal a relation; longest phrase first, so that the longest can win.

    `inverted` = the object of the relation stands before the words, the subject after. `…` in a
    phrase stands for other words of the same sentence; `misspelt` are frequent wrong spellings.
    Match after folding: spellings that differ by folding stand once.
    """

    iri: str
    relation: str
    vi: str
    en: str
    inverted: bool
    phrases: tuple[str, ...]
    misspelt: tuple[str, ...]
