"""Records as `dataclasses` makes them, made in a tenth of its time: a start of the window makes some fifty of them.

`dataclass`, `field` and `replace` take what the records of this project need and mean the same; where there is more
to say (inheritance, order, keyword-only), use those of the standard library. Its `asdict` and `fields` work on both.
The difference: a constructor is compiled when a record is first built, and all else is shared and not compiled at all.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from db.late import Late

__all__ = ["dataclass", "field", "replace"]


class _Made:
    """A default that is made anew for each record."""

    def __init__(self, default_factory: Callable[[], object]) -> None:
        self.make = default_factory


def _dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
    return _record(cls, frozen, slots) if cls is not None else lambda cls: _record(cls, frozen, slots)


def _replace(record: Any, /, **changes: object) -> Any:
    return type(record)(**{name: getattr(record, name) for name in record.__match_args__} | changes)


def _record(cls: type, frozen: bool, slots: bool) -> type:
    names = tuple(vars(cls).get("__annotations__", ()))
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    values = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)
    methods: dict[str, Any] = {
        "__match_args__": names,
        "__dataclass_fields__": _Fields(names, defaults),
        "__init__": _first(names, defaults, frozen),
        "__eq__": lambda one, other: values(one) == values(other) if type(other) is type(one) else NotImplemented,
        "__repr__": _repr,
        "__hash__": (lambda one: hash(values(one))) if frozen else None,
    }
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    if frozen and slots:
        methods |= {"__getstate__": _state, "__setstate__": _set_state}
    own = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    methods = {name: value for name, value in methods.items() if name not in own}
    if slots:
        kept = {name: value for name, value in own.items() if name not in defaults}
        named = {"__qualname__": cls.__qualname__, "__slots__": names}
        return type(cls)(cls.__name__, cls.__bases__, {**kept, **methods, **named})
    for name, value in methods.items():
        setattr(cls, name, value)
    for name in [name for name, default in defaults.items() if isinstance(default, _Made)]:
        delattr(cls, name)
    return cls


def _first(names: tuple[str, ...], defaults: dict[str, Any], frozen: bool) -> Callable[..., None]:
    """A constructor that puts the real one in its place."""

    def build(self: Any, *given: object, **named: object) -> None:
        cls = next(cls for cls in type(self).__mro__ if cls.__dict__.get("__init__") is build)
        made = _constructor(cls, names, defaults, frozen)
        setattr(cls, "__init__", made)  # noqa: B010 - mypy
        made(self, *given, **named)

    return build


def _constructor(cls: type, names: tuple[str, ...], defaults: dict[str, Any], frozen: bool) -> Callable[..., None]:
    known: dict[str, Any] = {"_unset": _unset}
    heads, lines = ["self"], []
    for name in names:
        value = name
        if isinstance(default := defaults.get(name), _Made):
            known[f"_make_{name}"], heads = default.make, [*heads, f"{name}=_unset"]
            value = f"_make_{name}() if {name} is _unset else {name}"
        elif name in defaults:
            known[f"_given_{name}"], heads = default, [*heads, f"{name}=_given_{name}"]
        else:
            heads.append(name)
        slot = getattr(cls.__dict__.get(name), "__set__", None) if frozen else None
        if slot is not None:  # in half the time of the other way, and a list of tickets makes a great many
            known[f"_set_{name}"] = slot
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" object.__setattr__(self, {name!r}, {value})" if frozen else f" self.{name} = {value}")
    exec(f"def __init__({', '.join(heads)}):\n" + "\n".join(lines or [" pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


_unset = object()


class _Fields:
    """What `dataclasses` knows of a record, found out when it is first asked for."""

    def __init__(self, names: tuple[str, ...], defaults: dict[str, Any]) -> None:
        self._names, self._defaults = names, defaults

    def __get__(self, record: object, cls: type) -> object:
        held = {
            name: dataclasses.field(default_factory=value.make) if isinstance(value, _Made) else value
            for name, value in self._defaults.items()
        }
        known = dataclasses.make_dataclass(
            cls.__name__, [(name, Any, held[name]) if name in held else (name, Any) for name in self._names]
        )
        found: object = known.__dataclass_fields__  # type: ignore[attr-defined]
        setattr(cls, "__dataclass_fields__", found)  # noqa: B010 - mypy
        return found


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _set_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    import dataclasses
    from dataclasses import dataclass, field, replace
else:
    dataclasses = Late("dataclasses")
    dataclass, field, replace = _dataclass, _Made, _replace
