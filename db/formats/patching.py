"""Lines of bytes with some of them changed: what stays is copied, and a new line ends as its neighbours do."""

from __future__ import annotations

from collections.abc import Sequence

from db.formats.encoding import Encoding
from db.formats.rewriting import Change


def patched(
    raw: Sequence[bytes], old: Sequence[str], changes: Sequence[Change], encoding: Encoding, newline: str
) -> bytes:
    """Lines (`raw` with their ends, `old` as text without) after changes, which are in order and do not overlap.

    A new line ends as the one that it replaces or stands behind, or with `newline` where none has an end.
    UnicodeEncodeError where the encoding cannot hold a character.
    """
    ends = [encoding.encode(end) for end in ("\r\n", "\n", newline)]
    lines: list[bytes] = []
    place = 0
    for change in changes:
        lines += raw[place : change.first]
        lines += _changed(raw, old, change, encoding, ends)
        place = change.last
    lines += raw[place:]
    if raw[-1].endswith(ends[1]):
        return b"".join(lines)
    return _without_last_end(lines, _end(raw, 0, ends), ends)


def _without_last_end(lines: Sequence[bytes], end: bytes, ends: Sequence[bytes]) -> bytes:
    """Lines of a file whose last one has no end, and shall have none."""
    *others, last = lines
    found = next((one for one in ends if last.endswith(one)), b"")
    return b"".join(line if line.endswith(ends[1]) else line + end for line in others) + last.removesuffix(found)


def _changed(
    raw: Sequence[bytes], old: Sequence[str], change: Change, encoding: Encoding, ends: Sequence[bytes]
) -> list[bytes]:
    first, last, new = change.first, change.last, change.lines
    least = min(last - first, len(new))
    same = 0
    while same < least and new[same] == old[first + same]:
        same += 1
    alike = 0
    while alike < least - same and new[-1 - alike] == old[last - 1 - alike]:
        alike += 1
    neighbour = max(last, first) - 1
    written = [
        encoding.encode(line) + _end(raw, min(first + same + place, neighbour), ends)
        for place, line in enumerate(new[same : len(new) - alike])
    ]
    return [*raw[first : first + same], *written, *raw[last - alike : last]]


def _end(raw: Sequence[bytes], number: int, ends: Sequence[bytes]) -> bytes:
    """The end of a line, or of any where it has none."""
    for line in (raw[number], *raw):
        for end in ends[:2]:
            if line.endswith(end):
                return end
    return ends[2]
