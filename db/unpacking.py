"""Packed chunks unpacked again, in order: ahead and on threads where there are several, which zlib makes worth while.

Measured on 134 MB of Markdown in 134 chunks, two cores: 0.44 s one after the other, 0.26 s so.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from db.late import Late

if TYPE_CHECKING:
    from concurrent import futures
else:
    futures = Late("concurrent.futures")

THREADS = 2
WAITING = 4
"""Chunks that are unpacked before they are asked for; what is held in memory."""


def unpacked(blobs: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed, chunk by chunk."""
    rest = iter(blobs)
    first, second = next(rest, None), next(rest, None)
    if first is None:
        return
    if second is None:
        yield zlib.decompress(first)
        return
    yield from _ahead(chain((first, second), rest))


def _ahead(blobs: Iterator[bytes]) -> Iterator[bytes]:
    waiting: deque[futures.Future[bytes]] = deque()
    pool = futures.ThreadPoolExecutor(THREADS, "unpack")
    try:
        for blob in blobs:
            waiting.append(pool.submit(zlib.decompress, blob))
            if len(waiting) == WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
