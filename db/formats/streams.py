"""Bytes that go by once, cut at places that rise; nothing is held but a chunk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Stream:
    """Chunks of bytes, cut at places in bytes."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._chunk, self._start, self._within = b"", 0, 0

    def until(self, place: int | None) -> Iterator[bytes | memoryview]:
        """What stands from the last place to this one, without a copy of it; None for the end."""
        while place is None or self._start + self._within < place:
            if self._within == len(self._chunk):
                self._start += len(self._chunk)
                self._chunk, self._within = next(self._chunks, b""), 0
                if not self._chunk:
                    return
            last = len(self._chunk) if place is None else min(len(self._chunk), place - self._start)
            first, self._within = self._within, last
            yield memoryview(self._chunk)[first:last]

    def line(self) -> bytes:
        """What follows up to the next line feed, or a byte more where one is two bytes; it stays where it is."""
        while (end := self._chunk.find(b"\n", self._within)) < 0 and (chunk := next(self._chunks, b"")):
            self._hold(chunk)
        return self._chunk[self._within : end + 2] if end >= 0 else self._chunk[self._within :]

    def rest(self) -> bytes:
        """All that follows; it stays where it is."""
        self._hold(b"".join(self._chunks))
        return self._chunk[self._within :]

    def _hold(self, more: bytes) -> None:
        self._start += self._within
        self._chunk, self._within = self._chunk[self._within :] + more, 0
