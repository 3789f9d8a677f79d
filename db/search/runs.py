"""Runs of places, one behind the other, as arrays: what tickets, texts or rows have several of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def places(firsts: NDArray[Any], sizes: NDArray[Any]) -> NDArray[np.int64]:
    """The places of runs that begin at `firsts` and have these sizes: of (5, 0) and (2, 3) they are 5, 6, 0, 1, 2."""
    found: NDArray[np.int64] = np.repeat(firsts - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
    return found
