"""Frozen values that are made in great numbers, filled like mutable ones.

A frozen dataclass sets each field through `object.__setattr__`, which takes several times what
setting it plainly does. Reading one article makes thousands of such values.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TypeVar

_Value = TypeVar("_Value")


def filled_at_once(cls: type[_Value]) -> type[_Value]:
    """Give a frozen dataclass with slots an `__init__` that fills it as a plain class.

    While it is filled the value is of a class of the same layout that lets its fields be set; when
    the call returns it is of its own class and as frozen as before. All else stays as it was.

    Raises
    ------
    TypeError : the dataclass has a base class, a field without a plain default, or a
        `__post_init__`, none of which this `__init__` knows of.
    """
    listed = fields(cls)  # type: ignore[arg-type]
    plain = all(one.init and not one.kw_only and one.default_factory is MISSING for one in listed)
    if cls.__bases__ != (object,) or not plain or hasattr(cls, "__post_init__"):
        raise TypeError(f"{cls.__name__} is filled in a way of its own")
    defaults = {f"_{one.name}": one.default for one in listed if one.default is not MISSING}
    parameters = [
        f"{one.name}=_{one.name}" if one.default is not MISSING else one.name for one in listed
    ]
    lines = [
        f"def __init__(self, {', '.join(parameters)}):",
        " _become(self, '__class__', _Open)",
        *(f" self.{one.name} = {one.name}" for one in listed),
        " self.__class__ = _Frozen",
    ]
    layout = type(cls.__name__, (), {"__slots__": tuple(one.name for one in listed)})
    names = {"_become": object.__setattr__, "_Open": layout, "_Frozen": cls, **defaults}
    exec("\n".join(lines), names)  # noqa: S102 - of the names of fields alone, as dataclasses do
    made = names["__init__"]
    made.__qualname__, made.__annotations__ = f"{cls.__qualname__}.__init__", cls.__annotations__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls
