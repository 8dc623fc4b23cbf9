"""The state of Lược đồ, all of it in the address: read from it, and written with changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.routes.asking import asked, choice, day, named
from api.web import format as written
from graph.lineage.relations import LINEAGE, local
from graph.model import CENTRE, Level, SceneQuestion, View
from ontology.terms import DATA

PAGE = "/luoc-do"
DEPTHS = (1, 2, 3)
LEVELS = tuple(level.value for level in Level)
RELATIONS = tuple(local(relation) for relation in LINEAGE)
_UNIT, _TYPE = DATA + "unit/", DATA + "type/"
_NAMES = ("doc", "huong", "sau", "ngay", "chon", "mo", "het", "cap", "loai", "qh", "ro", "luc")
_MOST = 5_000  # characters of a list in an address


@dataclass(frozen=True, slots=True)
class SheetState:
    """What an address of Lược đồ says.

    Parameters
    ----------
    given : its parameters, of which only known ones are kept.
    question : what they ask for.
    """

    given: Mapping[str, str]
    question: SceneQuestion

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> SheetState:
        """Read the parameters of an address.

        Raises
        ------
        QuestionError : one of them says what none can.
        """
        given = {name: text for name, text in parameters.items() if name in (*_NAMES, "lang")}
        said = {name: given.get(name, "") for name in _NAMES}
        view = View(
            down=choice(said["huong"] or "xuong", ("xuong", "len"), "huong") == "xuong",
            depth=int(choice(said["sau"], ("", *map(str, DEPTHS)), "sau") or 0) or None,
            as_of=day(said["ngay"]),
            levels=tuple(Level(choice(one, LEVELS, "cap")) for one in listed(said["cap"])),
            types=tuple(_TYPE + code for one in listed(said["loai"]) for code in one.split("+")),
            relations=tuple(choice(one, RELATIONS, "qh") for one in listed(said["qh"])),
            stated=bool(said["ro"]),
            in_force=bool(said["luc"]),
        )
        question = SceneQuestion(
            document=named(said["doc"]),
            view=view,
            opened=_units(said["mo"]) if "mo" in given else None,
            whole=_units(said["het"]),
            chosen=_thing(asked(said["chon"])) if said["chon"] else None,
        )
        return cls(given, question)

    def address(self, **changed: str | None) -> str:
        """Return the address with some parameters changed; None leaves one out.

        An empty `mo` is kept: it says that nothing is open.
        """
        kept = {name: text for name, text in (dict(self.given) | changed).items() if text}
        if (dict(self.given) | changed).get("mo") == "":
            kept["mo"] = "-"
        return written.address(PAGE, **kept)

    def opening(self, opened: tuple[str, ...], unit: str) -> str:
        """Return the address at which a unit is open, or no longer is."""
        left = tuple(one for one in opened if one != unit)
        now = left if unit in opened else (*opened, unit)
        changed: dict[str, str | None] = {"mo": ",".join(map(short, now))}
        if unit in opened:
            changed["het"] = ",".join(short(one) for one in self.question.whole if one != unit)
            changed["chon"] = None
        return self.address(**changed)

    def emptying(self, opened: tuple[str, ...], unit: str) -> str:
        """Return the address at which a unit shows all its documents."""
        whole = dict.fromkeys((*self.question.whole, unit))
        return self.address(mo=",".join(map(short, opened)), het=",".join(map(short, whole)))

    def toggled(self, name: str, value: str, every: tuple[str, ...]) -> str:
        """Return the address at which a value of a facet is left out, or counts again.

        Without any in the address all count.
        """
        now = listed(self.given.get(name, "")) or every
        left = tuple(one for one in every if (one in now) != (one == value))
        return self.address(**{name: None if set(left) in (set(every), set()) else ",".join(left)})

    def shows(self, name: str, value: str) -> bool:
        """Tell whether a value of a facet counts."""
        now = listed(self.given.get(name, ""))
        return not now or value in now


def listed(text: str) -> tuple[str, ...]:
    """Return the parts of a list with commas, each once."""
    return tuple(dict.fromkeys(part for part in text[:_MOST].split(",") if part and part != "-"))


def short(unit: str) -> str:
    """Return how a unit stands in an address: `ha-noi`."""
    return unit.removeprefix(_UNIT)


def _units(text: str) -> tuple[str, ...]:
    return tuple(one if one == CENTRE else _UNIT + one for one in listed(text))


def _thing(text: str) -> str:
    return text if ":" in text else DATA + text
