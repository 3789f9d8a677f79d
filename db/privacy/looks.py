"""Places of personal data as one of the four ways to look at them lists them: by kind, value, ticket; and what was said
to be none. Numbers in, numbers out: reads no review.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from db.privacy.excepting import Excepted
from db.privacy.kinds import KINDS, Kind
from db.privacy.located import TICKET, VALUE, Located
from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.int32]
    Ids = NDArray[np.int64]

LOOKS = ("kinds", "values", "tickets", "none")


class Looks:
    """Of the places that are known by now. Ids of the lists: a number of `KINDS`, of `Located.values`, of a ticket."""

    def __init__(self, located: Located, known: Excepted, ranked: bool) -> None:
        self.located, self._ranked = located, ranked
        values, columns = located.values, located.columns
        self.kind_of: Ids = np.array(located.kinds, np.int64)
        self.out = located.excepted(known)
        rows = columns[~self.out[columns[:, VALUE]]] if known else columns
        self.rows: Rows = rows[np.argsort(rows[:, TICKET], kind="stable")]
        """Places that were not said to be none, by ticket."""
        self.counts: Ids = np.bincount(self.rows[:, VALUE], minlength=len(values))
        """How many of them each value has."""
        self._kinds: dict[int, Rows] = {}
        self._numbers: dict[int, tuple[int, int, int]] = {}
        met = {one.normal for one in values} | {one.host for one in values} if known else set()
        self.unmet: Sequence[tuple[str, str]] = sorted(one for one in known if one[1] not in met)
        """Kind and value of what was said to be none and stands nowhere by now."""

    @cached_property
    def _by_value(self) -> tuple[Rows, NDArray[np.int32]]:
        """Rows in the order of their values, and these alone."""
        order = np.argsort(self.rows[:, VALUE], kind="stable")
        return self.rows[order], self.rows[order, VALUE]

    @cached_property
    def _by_ticket(self) -> tuple[Rows, NDArray[np.int32]]:
        return self.rows, np.ascontiguousarray(self.rows[:, TICKET])

    @cached_property
    def totals(self) -> Mapping[str, int]:
        """How many each look has."""
        alive = self.counts > 0
        none = int(self.out.sum()) + len(self.unmet)
        numbers = (len(np.unique(self.kind_of[alive])), int(alive.sum()), self.tickets(self.rows), none)
        return dict(zip(LOOKS, numbers, strict=True))

    def tickets(self, rows: Rows) -> int:
        """In how many tickets places stand."""
        few = len(rows) < len(self.rows) // 16
        return len(set(rows[:, TICKET].tolist())) if few else int(np.count_nonzero(np.bincount(rows[:, TICKET])))

    def values(self, rows: Rows) -> list[int]:
        """The numbers of the values that places are of, in rising order."""
        found: list[int] = np.flatnonzero(np.bincount(rows[:, VALUE])).tolist()
        return found

    def of_kind(self, kind: int) -> tuple[int, int, int]:
        """Places, values and tickets of a kind."""
        if kind not in self._numbers:
            tickets = self.rows[self._kinds_of_rows == kind, TICKET]
            values = int(((self.kind_of == kind) & (self.counts > 0)).sum())
            self._numbers[kind] = (len(tickets), values, int(np.count_nonzero(np.bincount(tickets))))
        return self._numbers[kind]

    @cached_property
    def _kinds_of_rows(self) -> Ids:
        return self.kind_of[self.rows[:, VALUE]] if len(self.kind_of) else np.zeros(0, np.int64)

    def listed(self, look: str, text: str, kind: Kind | None) -> Ids:
        """The ids of a look: of those with a value that has a text in it, of a kind where one is told."""
        fits = self._fitting(text, kind if look in ("values", "tickets") else None)
        if look == "none":
            unmet = [-1 - number for number, (_, name) in enumerate(self.unmet) if text.lower() in name.lower()]
            return np.concatenate((np.flatnonzero(self.out & fits), np.array(unmet, np.int64)))
        alive = fits & (self.counts > 0)
        if look == "values":
            found = np.flatnonzero(alive)
            return found if self._ranked else found[np.lexsort((-self.counts[found], self.kind_of[found]))]
        if look == "kinds":
            return np.unique(self.kind_of[alive])
        tickets = self.rows[alive[self.rows[:, VALUE]]][:, TICKET]
        return np.flatnonzero(np.bincount(tickets))

    def _fitting(self, text: str, kind: Kind | None) -> NDArray[np.bool_]:
        values, wanted = self.located.values, text.strip().lower()
        fits = np.ones(len(values), bool)
        if wanted:
            fits = np.array([wanted in one.value.lower() or wanted in one.normal.lower() for one in values], bool)
        return fits if kind is None else fits & (self.kind_of == KINDS.index(kind))

    def places(self, look: str, one: int) -> Rows:
        """The places of one of a list, those of a kind value by value."""
        if look == "none":
            found: Rows = self.located.columns[self.located.columns[:, VALUE] == one]
            return found
        if look == "tickets":
            return _between(self._by_ticket, one)
        if look == "values":
            return _between(self._by_value, one)
        if one not in self._kinds and self._ranked:
            rows, values = self._by_value
            self._kinds[one] = rows[self.kind_of[values] == one] if len(self.kind_of) else rows
        elif one not in self._kinds:  # while more comes in, in the order of the tickets
            self._kinds[one] = self.rows[self._kinds_of_rows == one]
        return self._kinds[one]


def _between(ordered: tuple[Rows, NDArray[np.int32]], number: int) -> Rows:
    """Of rows in the order of a column those that have a number there."""
    rows, column = ordered
    start, end = np.searchsorted(column, np.array((number, number + 1), column.dtype))
    return rows[start:end]
