"""All places of personal data as columns of numbers, for whoever shows them: many cost little so.

A place is a row of `PLACE`, the values stand beside them once each. Grows page by page while a search goes on, and is
brought up to date ticket by ticket; knows no review and no text but the values.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from db.privacy.excepting import Excepted
from db.privacy.kinds import KINDS, Kind, Sort
from db.privacy.scanning import READ, Finding
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Columns = NDArray[np.int32]
    Numbers = NDArray[np.int64]

PLACE = ("value", "ticket", "field", "place", "start", "end")
"""Columns: a number of `Located.values`, an id, a number of `scanning.READ`, the rest as `Finding` has it."""
VALUE, TICKET, FIELD = range(3)


class Value(NamedTuple):
    """A value of a kind, as it stands where it was found first; the same words as `Finding` has."""

    kind: Kind
    normal: str
    value: str
    sort: Sort
    host: str


class Spot(NamedTuple):
    """One place, by names."""

    value: int
    ticket: int
    field: str
    place: int
    start: int
    end: int


class Located:
    """Values by number, and where they stand. Numbers stay until `settle` gives new ones."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self.kinds: list[int] = []
        """The number of each value's kind in `KINDS`."""
        self.columns: Columns = np.zeros((0, len(PLACE)), np.int32)
        self._numbers: dict[tuple[str, str], int] = {}

    # How it comes to be

    def take(self, packed: Mapping[str, Any]) -> None:
        """Add what `packed` made of some findings."""
        numbers = np.array([self._number(Value(*one)) for one in packed["values"]], np.int32)
        rows = np.frombuffer(base64.b64decode(packed["places"]), "<i4").astype(np.int32).reshape(-1, len(PLACE))
        if len(rows):
            rows[:, VALUE] = numbers[rows[:, VALUE]]
            self.columns = np.concatenate((self.columns, rows))

    def _number(self, value: Value) -> int:
        known = self._numbers.setdefault((value.kind, value.normal), len(self.values))
        if known == len(self.values):
            self.values.append(value)
            self.kinds.append(KINDS.index(value.kind))
        return known

    def drop(self, tickets: Iterable[int]) -> None:
        """Forget what stands in these tickets; the values keep their numbers."""
        gone = np.fromiter(tickets, np.int64)
        self.columns = self.columns[~np.isin(self.columns[:, TICKET], gone)]

    def settle(self, ranked: bool = False) -> None:
        """Order places by ticket; `ranked`: give values numbers by kind, the commonest of a kind first."""
        if ranked:
            counts = self.counts(VALUE)
            keys = [
                (kind, -n, one.normal) for kind, n, one in zip(self.kinds, counts.tolist(), self.values, strict=True)
            ]
            order = sorted(range(len(keys)), key=keys.__getitem__)
            places = np.empty(len(order), np.int32)
            places[order] = np.arange(len(order), dtype=np.int32)
            self.columns[:, VALUE] = places[self.columns[:, VALUE]]
            self.values = [self.values[one] for one in order]
            self.kinds = [self.kinds[one] for one in order]
            self._numbers = {(one.kind, one.normal): number for number, one in enumerate(self.values)}
        self.columns = self.columns[np.argsort(self.columns[:, TICKET], kind="stable")]

    # What it says

    def counts(self, column: int) -> Numbers:
        """How many places there are of each number of a column, 0 for those with none."""
        least = len(self.values) if column == VALUE else 0
        return np.bincount(self.columns[:, column], minlength=least)

    def excepted(self, known: Excepted) -> NDArray[np.bool_]:
        """Of each value whether it was said to be no personal data, itself or its host."""
        out = np.zeros(len(self.values), bool)
        names = {name for _, name in known}
        for number, one in enumerate(self.values) if names else ():
            if (one.normal in names or one.host in names) and _is_out(one, known):
                out[number] = True
        return out

    def spots(self, rows: Columns) -> list[Spot]:
        """Rows of `columns` by names."""
        return [Spot(value, ticket, READ[field], *span) for value, ticket, field, *span in rows.tolist()]

    def number_of(self, kind: Kind, normal: str) -> int:
        """The number of a value, -1 where it was never found."""
        return self._numbers.get((kind, normal), -1)


def _is_out(one: Value, known: Excepted) -> bool:
    return any((kind, name) in known for kind in (one.kind, "") for name in (one.normal, one.host) if name)


def packed(findings: Sequence[Finding]) -> dict[str, object]:
    """Findings as an object of JSON that `Located.take` adds."""
    numbers: dict[tuple[str, str], int] = {}
    values: list[Value] = []
    rows: list[tuple[int, ...]] = []
    for one in findings:
        number = numbers.setdefault((one.kind, one.normal), len(values))
        if number == len(values):
            values.append(Value(one.kind, one.normal, one.value, one.sort, one.host))
        rows.append((number, one.ticket, READ.index(one.field), one.place, one.start, one.end))
    places = np.array(rows, "<i4").tobytes()
    return {"values": cast("list[object]", values), "places": base64.b64encode(places).decode("ascii")}
