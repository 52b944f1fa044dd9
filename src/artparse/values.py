"""`dataclass` and `NamedTuple` as the standard library has them, without what those do for each class when
it is defined: they write a class's methods as source and compile them, half of what the package needs to
start. Here all classes share their methods, but for `__init__` and `__new__`: these are compiled when many
values of a class are made. Only what this package uses is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

MISSING: Any = object()
"""What a parameter is whose default is made anew each time."""


FEW = 200
"""Values of a class that are made without compiling anything for it: so many take as long as compiling."""


class Factory:
    """How the default of a field is made."""

    __slots__ = ("make",)

    def __init__(self, make: Any) -> None:
        self.make = make


class Fields:
    """`__dataclass_fields__` and `__signature__` of a class, found out when somebody asks for them."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, _: Any, owner: Any) -> Any:
        """As of a dataclass of the standard library with the same fields."""
        from dataclasses import field, make_dataclass
        from inspect import signature

        owner = next(kind for kind in owner.__mro__ if self.name in vars(kind))
        rows: list[tuple[str, Any, Any]] = []
        for name, kind in owner.__annotations__.items():
            default = owner._defaults.get(name, MISSING)
            if default is MISSING:
                rows.append((name, kind, field()))
            elif type(default) is Factory:
                rows.append((name, kind, field(default_factory=default.make)))
            else:
                rows.append((name, kind, field(default=default)))
        alike: Any = make_dataclass(owner.__name__, rows)
        type.__setattr__(owner, "__dataclass_fields__", alike.__dataclass_fields__)
        type.__setattr__(owner, "__signature__", signature(alike))
        return vars(owner)[self.name]


def _of(kind: type, name: str) -> Any:
    """The class among those that `kind` is made of that has an attribute of its own of that name."""
    return next(base for base in kind.__mro__ if name in vars(base))


def _parameters(names: Iterable[str], defaults: Mapping[str, Any]) -> str:
    return "".join(f", {name}=d_{name}" if name in defaults else f", {name}" for name in names)


def _completed(
    names: tuple[str, ...], defaults: Mapping[str, Any], given: tuple[Any, ...], named: dict[str, Any]
) -> Iterable[Any] | None:
    """The values of all fields; nothing where too few or too many are given."""
    if len(given) == len(names) and not named:
        return given
    values, used = [*given], 0
    for name in names[len(given) :]:
        value = named.get(name, MISSING)
        if value is not MISSING:
            used += 1
        else:
            value = defaults.get(name, MISSING)
            if value is MISSING:
                return None
            if type(value) is Factory:
                value = value.make()
        values.append(value)
    return values if used == len(named) and len(values) == len(names) else None


def _begun(self: Any, /, *given: Any, **named: Any) -> None:
    """`__init__` of a class of which there are few values."""
    cls = type(self)
    left = cls._left
    left[0] -= 1
    if left[0] > 0:
        values = _completed(cls.__match_args__, cls._defaults, given, named)
        if values is not None:
            for put, value in zip(cls._puts, values, strict=True):
                put(self, value)
            return
    kind = _of(cls, "_defaults")
    if kind.__init__ is _begun:
        kind.__init__ = _initializer(kind)
    kind.__init__(self, *given, **named)


def _put(name: str) -> Any:
    return lambda self, value: object.__setattr__(self, name, value)


def _initializer(kind: Any) -> Any:
    defaults: Mapping[str, Any] = kind._defaults
    known: dict[str, Any] = {"missing": MISSING, "put": object.__setattr__, "__name__": kind.__module__}
    lines = [f"def __init__(self{_parameters(kind.__match_args__, defaults)}):\n"]
    for name in kind.__match_args__:
        value = name
        default = defaults.get(name)
        if type(default) is Factory:
            known[f"d_{name}"], known[f"m_{name}"] = MISSING, default.make
            value = f"m_{name}() if {name} is missing else {name}"
        elif name in defaults:
            known[f"d_{name}"] = default
        if not kind._frozen:
            lines.append(f" self.{name} = {value}\n")
        elif hasattr(kind, "__slots__"):
            known[f"p_{name}"] = vars(kind)[name].__set__
            lines.append(f" p_{name}(self, {value})\n")
        else:
            lines.append(f" put(self, '{name}', {value})\n")
    exec("".join(lines), known)
    made = known["__init__"]
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    return made


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__match_args__])


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _equal(self: Any, other: Any) -> Any:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _set(self: Any, name: str, value: Any) -> None:
    _refuse("assign to", name)


def _delete(self: Any, name: str) -> None:
    _refuse("delete", name)


def _refuse(what: str, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot {what} field {name!r}")


def _get_state(self: Any) -> tuple[Any, ...]:
    return _values(self)


def _set_state(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


def _replace(value: Any, /, **changes: Any) -> Any:
    return type(value)(**{name: getattr(value, name) for name in value.__match_args__} | changes)


FROZEN = {"__setattr__": _set, "__delattr__": _delete}
EQUAL = {"__eq__": _equal, "__hash__": None}


def _dataclass(kind: Any = None, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
    if kind is None:
        return lambda kind: _dataclass(kind, frozen=frozen, slots=slots, eq=eq)
    names = tuple(kind.__annotations__)
    space = dict(vars(kind))
    defaults = {name: space.pop(name) for name in names if name in space}
    if not slots:
        space |= {name: value for name, value in defaults.items() if type(value) is not Factory}
    space |= {
        "_defaults": defaults,
        "_frozen": frozen,
        "_left": [FEW],
        "__match_args__": names,
        "__qualname__": kind.__qualname__,
        "__init__": _begun,
        "__repr__": _repr,
        "__replace__": _replace,
        "__dataclass_fields__": Fields("__dataclass_fields__"),
        "__signature__": Fields("__signature__"),
    }
    if slots:
        space["__slots__"] = names
    if frozen:
        space |= FROZEN
        if slots:
            space |= {"__getstate__": _get_state, "__setstate__": _set_state}
    if eq:
        space |= EQUAL
        if frozen:
            space["__hash__"] = _hash
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    made: Any = type(kind)(kind.__name__, kind.__bases__, space)
    made._puts = [vars(made)[name].__set__ for name in names] if slots else list(map(_put, names))
    return made


class _Rows(type):
    """The class of all classes of named tuples."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        """A class with a property for each field, where it is made of `NamedTuple`."""
        if [base.__name__ for base in bases] == ["_NamedTuple"]:
            from collections import _tuplegetter  # type: ignore[attr-defined]

            names = tuple(space.get("__annotations__", ()))
            defaults = {name: space[name] for name in names if name in space}
            space |= {name: _tuplegetter(place, None) for place, name in enumerate(names)}
            space |= {
                "_fields": names,
                "_field_defaults": defaults,
                "_left": [FEW],
                "__match_args__": names,
                "__new__": _first,
            }
        return type.__new__(cls, name, bases, {"__slots__": ()} | space)


def _first(cls: Any, /, *given: Any, **named: Any) -> Any:
    """`__new__` of a class of which there are few values."""
    left = cls._left
    left[0] -= 1
    if left[0] > 0:
        values = _completed(cls._fields, cls._field_defaults, given, named)
        if values is not None:
            return tuple.__new__(cls, values)
    kind = _of(cls, "_fields")
    if kind.__new__ is _first:
        kind.__new__ = _maker(kind)
    return kind.__new__(cls, *given, **named)


def _maker(kind: Any) -> Any:
    defaults: Mapping[str, Any] = kind._field_defaults
    known = {f"d_{name}": value for name, value in defaults.items()}
    values = "".join(f"{name}, " for name in kind._fields)
    known |= {"make": tuple.__new__, "__name__": kind.__module__}
    made = eval(f"lambda cls{_parameters(kind._fields, defaults)}: make(cls, ({values}))", known)
    made.__name__, made.__qualname__ = "__new__", f"{kind.__qualname__}.__new__"
    return made


class _NamedTuple(tuple[Any, ...], metaclass=_Rows):
    _fields: tuple[str, ...] = ()

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Any:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes: Any) -> Any:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    __replace__ = _replace

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({fields})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import NamedTuple as NamedTuple
else:
    dataclass = _dataclass
    NamedTuple = _NamedTuple
    replace = _replace

    def field(*, default_factory):
        """A field whose default is made anew each time."""
        return Factory(default_factory)
