"""Very many texts, looked through for a piece of them: one behind the other in an array, so that no text is touched
that does not hold it.

All places of the rarest character of what is looked for are found at once, and of those the ones at which the others
stand as well: whatever it is, it takes about the same time. A million replies take 70 MB, a third of what they would
as texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

BORDER = "\n"
"""Stands behind each text, and in none."""
_CODE = "utf-16-le"


class Sought:
    """Texts by their numbers, from 0. `is_read`: they were given already."""

    def __init__(self) -> None:
        self.is_read = False
        self._units = np.zeros(0, np.uint16)
        self._counts = np.zeros(1 << 16, np.int64)
        self._ends = np.zeros(0, np.int64)

    def read(self, pages: Iterable[list[str]]) -> None:
        """Take all texts, which hold no `BORDER`."""
        held, ends = bytearray(), [np.zeros(0, np.int64)]
        for page in pages:
            data = "".join([text + BORDER for text in page]).encode(_CODE, "surrogatepass")
            borders = np.flatnonzero(np.frombuffer(data, np.uint16) == ord(BORDER))
            ends.append(borders + len(held) // 2)
            held += data
        self._units = np.frombuffer(held, np.uint16)
        self._counts = np.bincount(self._units, minlength=1 << 16)
        self._ends = np.concatenate(ends)
        self.is_read = True

    def holding(self, piece: str) -> Numbers:
        """The numbers of the texts that hold a piece, in order."""
        wanted = np.frombuffer(piece.encode(_CODE, "surrogatepass"), np.uint16)
        if not len(wanted):
            return np.arange(len(self._ends))
        rarest = int(np.argmin(self._counts[wanted]))
        places = np.flatnonzero(self._units == wanted[rarest]) - rarest
        places = places[(places >= 0) & (places + len(wanted) <= len(self._units))]
        for place, unit in enumerate(wanted.tolist()):
            if place != rarest:
                places = places[self._units[places + place] == unit]
        return np.unique(np.searchsorted(self._ends, places))
