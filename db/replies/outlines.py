"""Which forms may be of one template with another: what no slot can hold is hashed, for many forms at once.

Forms of one template are equal in all that is outside of slots, so they are equal in the characters that are in no slot
whatever. Masks in brackets can hold any text: forms with one are always looked at. Text in, flags out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from db.search.lazy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Keys = NDArray[np.uint64]

CHUNK = 1 << 10
"""Forms hashed at once."""
OFTEN = 1 << 14
"""Forms between two words of the progress."""
FACTOR = 0x9E3779B97F4A7C15
MASKS = ("[", "【", "***", "{")
"""What every mask has one of, and every text that could be taken for one."""
IN_DATES = "年月日号点分半左右："
_COMMON = 0x10000


def keys(forms: Sequence[str], beat: Callable[[int], None] = lambda _: None) -> Keys:
    """What forms of one template have in common but for masks in brackets; `beat` is told how many were looked at."""
    found = np.empty(len(forms), np.uint64)
    for start in range(0, len(forms), CHUNK):
        if not start % OFTEN:
            beat(start)
        found[start : start + CHUNK] = _keys(forms[start : start + CHUNK])
    return found


def may_share(forms: Sequence[str], outline: Keys) -> Flags:
    """Whether a form can be of the same template as any other of these; True where only the template can tell."""
    shared = np.fromiter((any(mask in form for mask in MASKS) for form in forms), bool, len(forms))
    order = np.argsort(outline)
    same = outline[order[1:]] == outline[order[:-1]]
    shared[order[1:][same]] = shared[order[:-1][same]] = True
    return shared


def _keys(forms: Sequence[str]) -> Keys:
    """Sums of the characters that stay, each by its place among them."""
    codes = np.frombuffer("".join(forms).encode("utf-32-le", "surrogatepass"), np.uint32)
    stays = np.take(_stay(), codes, mode="clip")
    ends = np.append(0, np.cumsum(stays))[np.append(0, np.cumsum(list(map(len, forms))))]
    kept = codes[stays].astype(np.uint64)
    kept = (kept + np.uint64(1)) * np.uint64(FACTOR)
    kept ^= kept >> np.uint64(31)
    sizes = np.diff(ends)
    places = np.arange(len(kept)) - np.repeat(ends[:-1], sizes)
    kept *= np.cumprod(np.full(int(sizes.max(initial=0)) + 1, FACTOR, np.uint64))[places]
    sums = np.append(np.uint64(0), np.cumsum(kept))
    keys: Keys = sums[ends[1:]] - sums[ends[:-1]]
    return keys


@cache
def _stay() -> Flags:
    """False for each common character that a slot may hold."""
    table = np.ones(_COMMON + 1, bool)
    table[:128] = False
    table[[code for code in range(_COMMON) if chr(code).isdecimal() or chr(code).isspace()]] = False
    table[[ord(character) for character in IN_DATES]] = False
    return table
