"""JSON that somebody else may have written, read strictly: every value knows its place in the file. Pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from db.errors import UserError

NOTHING: Any = object()


class At(NamedTuple):
    """A value with its place, ``steps[3].from``. All raise UserError ``recipe.bad`` with file and place."""

    file: str
    place: str
    value: Any

    def of(self, name: str, default: Any = NOTHING) -> At:
        """A member of an object; `default` where it has none."""
        if not isinstance(self.value, dict):
            raise self.bad("{…}")
        place = f"{self.place}.{name}" if self.place else name
        if name not in self.value and default is NOTHING:
            raise At(self.file, place, None).bad("…")
        return At(self.file, place, self.value.get(name, default))

    def each(self) -> Iterator[At]:
        """The items of a list."""
        if not isinstance(self.value, list):
            raise self.bad("[…]")
        return (At(self.file, f"{self.place}[{at}]", one) for at, one in enumerate(self.value))

    def members(self) -> Iterator[tuple[str, At]]:
        """The members of an object."""
        if not isinstance(self.value, dict):
            raise self.bad("{…}")
        return ((name, self.of(name)) for name in self.value)

    def text(self) -> str:
        """A text."""
        if not isinstance(self.value, str):
            raise self.bad('"…"')
        return self.value

    def filled(self) -> str:
        """A text that is not empty."""
        if not self.text().strip():
            raise self.bad('"…"')
        return self.value  # type: ignore[no-any-return]

    def digits(self) -> str:
        """A text of hexadecimal digits."""
        text = self.text()
        if not text or text.strip("0123456789abcdef"):
            raise self.bad('"0123456789abcdef"')
        return text

    def flag(self) -> bool:
        """true or false."""
        if not isinstance(self.value, bool):
            raise self.bad("true, false")
        return self.value

    def number(self, least: int = 0, below: int | None = None) -> int:
        """A whole number."""
        if type(self.value) is not int or self.value < least or (below is not None and self.value >= below):
            raise self.bad(f"{least}, {least + 1}, …" if below is None else f"{least} … {below - 1}")
        return self.value

    def one_of(self, allowed: Sequence[str]) -> str:
        """One of these texts."""
        if self.value not in allowed:
            raise self.bad(", ".join(f'"{one}"' for one in allowed))
        return str(self.value)

    def bad(self, wanted: str) -> UserError:
        """The error that names the place."""
        return UserError("recipe.bad", file=self.file, place=self.place or "{…}", wanted=wanted)
