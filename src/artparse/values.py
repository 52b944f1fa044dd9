"""Dataclasses with slots that are made quickly: those of `dataclasses` would take a fifth of every start.

Only what a class cannot do without is written for it, its `__init__`; the rest is shared, and what
`dataclasses.fields` and `dataclasses.replace` ask for is worked out when they first do.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from dataclasses import dataclass as slow_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # To tools that read types they are plain dataclasses.
    from dataclasses import dataclass as dataclass
    from typing import NamedTuple as NamedTuple
else:

    def dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
        """As `dataclasses.dataclass` with `slots=True`, for classes without a base."""
        assert slots, "only classes with slots are made here"
        return lambda bare: made(bare, frozen=frozen, eq=eq)


def made(bare: type, *, frozen: bool, eq: bool) -> type:
    """The class that a class statement with annotations, and perhaps defaults, stands for."""
    space = dict(vars(bare))
    names = tuple(space.get("__annotations__", ()))
    defaults = {name: space.pop(name) for name in names if name in space}
    for name in ("__dict__", "__weakref__"):
        del space[name]
    space |= {"__slots__": names, "__match_args__": names, "__repr__": _repr}
    space["__dataclass_fields__"] = _Fields(defaults)
    if eq:
        space |= {"__eq__": _eq, "__hash__": _hash if frozen else None, "_values": _getter(names)}
    if frozen:
        space |= {"__setattr__": _no_set, "__delattr__": _no_delete}
        space |= {"__getstate__": _state, "__setstate__": _restore}
    whole: Any = type(bare.__name__, (), space)
    whole.__qualname__ = bare.__qualname__
    whole.__init__ = _init(whole, names, defaults)
    return whole  # type: ignore[no-any-return]


def _init(whole: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """The `__init__` of a class: each argument goes right into its slot, past what keeps a value frozen."""
    heads: list[str] = []
    lines: list[str] = []
    given: dict[str, Any] = {"MISSING": MISSING, "__name__": whole.__module__}
    for name in names:
        given[f"set_{name}"] = vars(whole)[name].__set__
        value, head = name, name
        if name in defaults:
            default = defaults[name]
            if isinstance(default, Field):
                given[f"make_{name}"] = default.default_factory
                head, value = f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
            else:
                given[f"default_{name}"] = default
                head = f"{name}=default_{name}"
        heads.append(head)
        lines.append(f"    set_{name}(self, {value})")
    text = "\n".join([f"def __init__({', '.join(['self', *heads])}):", *lines])
    exec(text, given)  # As `dataclasses` does; all in it comes from the class statement.
    init = given["__init__"]
    init.__qualname__ = f"{whole.__qualname__}.__init__"
    init.__annotations__ = {**vars(whole)["__annotations__"], "return": None}
    return init


class _Fields:
    """What tells the functions of `dataclasses` of a class, asked of them when first needed."""

    def __init__(self, defaults: dict[str, Any]) -> None:
        self.defaults = defaults

    def __get__(self, value: Any, owner: Any) -> dict[str, Field[Any]]:
        space = {name: getattr(owner, name) for name in ("__annotations__", "__module__", "__doc__")}
        bare = type(owner.__name__, (), {**space, **self.defaults})
        found: Any = slow_dataclass(init=False, repr=False, eq=False)(bare)
        owner.__dataclass_fields__ = found.__dataclass_fields__
        return found.__dataclass_fields__  # type: ignore[no-any-return]


def _getter(names: tuple[str, ...]) -> Any:
    """A function that gives the fields of a value as a tuple."""
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    getter = attrgetter(*names)
    return lambda value: getter(value)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> Any:
    return self._values() == other._values() if type(other) is type(self) else NotImplemented  # type: ignore[attr-defined]


def _hash(self: Any) -> int:
    return hash(self._values())


def _no_set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


class _Rows(type):
    """Makes the classes that `NamedTuple` is written above."""

    def __new__(meta, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        names = tuple(space.get("__annotations__", ()))
        defaults = [space.pop(field) for field in names if field in space]
        whole: Any = namedtuple(name, names, defaults=defaults, module=space["__module__"])  # type: ignore[misc]
        for key, value in space.items():
            if key != "__classcell__":
                setattr(whole, key, value)
        return whole


_ROWS = type.__new__(_Rows, "NamedTuple", (), {})

if not TYPE_CHECKING:

    def NamedTuple() -> None:
        """As `typing.NamedTuple`, for classes: their annotations are kept, but not looked at."""

    NamedTuple.__mro_entries__ = lambda bases: (_ROWS,)
