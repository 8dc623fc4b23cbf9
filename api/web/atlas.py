"""The drawing of the provinces: paths by their addresses, for the 63 and the 34."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

#: The box in which the map is drawn.
BOX = "-60 -60 8260 8860"
_DRAWN = Path(__file__).parent / "maps" / "provinces.json"


#: Where a name stands beside the country, by how far down its province lies: to the south of what
#: it begins (right of the land) or ends (left of it), clear of the archipelagos and their names.
_NAMED_AT = (
    *((0, 3900, "start"), (2400, 1450, "end"), (3000, 1720, "end")),
    *((4200, 2450, "end"), (6050, 1750, "end"), (6500, 3350, "start")),
)


@dataclass(frozen=True, slots=True)
class Outline:
    """One province: the data of its path, and the middle of its largest part."""

    path: str
    x: int
    y: int

    @property
    def name_at(self) -> tuple[int, str]:
        """Return where its name stands beside the land, and whether it starts or ends there."""
        _, x, side = next(one for one in reversed(_NAMED_AT) if self.y >= one[0])
        return x, side


@dataclass(frozen=True, slots=True)
class Archipelago:
    """Hoàng Sa or Trường Sa: names, the province that it belongs to, and its islands."""

    vi: str
    en: str
    unit: str
    path: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """The drawing of one set of provinces, by the ends of their addresses."""

    units: Mapping[str, Outline]
    islands: tuple[Archipelago, ...]


def atlas(path: Path = _DRAWN) -> Mapping[int, Atlas]:
    """Return the drawing for 63 and for 34, as `scripts/make_map.py` wrote it."""
    drawn = json.loads(path.read_text(encoding="utf-8"))
    return {
        int(number): Atlas(
            units={
                slug: Outline(unit["path"], *unit["at"]) for slug, unit in sorted(units.items())
            },
            islands=tuple(
                Archipelago(one["vi"], one["en"], one["of"][number], one["path"])
                for one in drawn["islands"]
            ),
        )
        for number, units in drawn["units"].items()
    }
