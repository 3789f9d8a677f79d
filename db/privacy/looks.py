"""Places of personal data as one of the four ways to look at them lists them: by kind, value, ticket; and what was said
to be none. Numbers in, numbers out: reads no review.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        values = located.values
        self.kind_of: Ids = np.array([KINDS.index(one.kind) for one in values], np.int64)
        self.out = located.excepted(known)
        rows = located.columns
        self._out_rows = self.out[rows[:, VALUE]] if len(values) else np.zeros(0, bool)
        self.rows: Rows = rows[~self._out_rows]
        """Places that were not said to be none."""
        self.counts: Ids = np.bincount(self.rows[:, VALUE], minlength=len(values))
        """How many of them each value has."""
        met = {one.normal for one in values} | {one.host for one in values} if known else set()
        self.unmet: Sequence[tuple[str, str]] = sorted(one for one in known if one[1] not in met)
        """Kind and value of what was said to be none and stands nowhere by now."""

    def totals(self) -> dict[str, int]:
        """How many each look has."""
        alive = self.counts > 0
        kinds = len(np.unique(self.kind_of[alive])) if len(alive) else 0
        none = int(self.out.sum()) + len(self.unmet)
        return {"kinds": kinds, "values": int(alive.sum()), "tickets": self.tickets(self.rows), "none": none}

    def tickets(self, rows: Rows) -> int:
        """In how many tickets places stand."""
        return len(np.unique(rows[:, TICKET]))

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
        found = np.unique(self.rows[alive[self.rows[:, VALUE]]][:, TICKET])
        return found.astype(np.int64)

    def _fitting(self, text: str, kind: Kind | None) -> NDArray[np.bool_]:
        values, wanted = self.located.values, text.strip().lower()
        fits = np.ones(len(values), bool)
        if wanted:
            fits = np.array([wanted in one.value.lower() or wanted in one.normal.lower() for one in values], bool)
        return fits if kind is None else fits & (self.kind_of == KINDS.index(kind))

    def places(self, look: str, one: int) -> Rows:
        """The places of one of a list, those of a kind value by value."""
        if look == "none":
            return _having(self.located.columns, VALUE, one)
        rows = self.rows
        if look == "values":
            return _having(rows, VALUE, one)
        if look == "tickets":
            return _having(rows, TICKET, one)
        rows = rows[self.kind_of[rows[:, VALUE]] == one] if len(self.kind_of) else rows
        return rows[np.argsort(rows[:, VALUE], kind="stable")]


def _having(rows: Rows, column: int, number: int) -> Rows:
    found: Rows = rows[rows[:, column] == number]
    return found
