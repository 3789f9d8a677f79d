"""Packed chunks unpacked again, in order: a thread unpacks the next ones while their reader works on one.

A chunk says by its first bytes what packed it: reviews of version 1 hold chunks of zlib, all later ones of zstd.
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

    import zstandard
else:
    futures, zstandard = Late("concurrent.futures"), Late("zstandard")

THREADS = 2
WAITING = 4
"""Chunks that are unpacked before they are asked for; what is held in memory."""
_ZSTD = b"\x28\xb5\x2f\xfd"


def unpack(blob: bytes) -> bytes:
    """What one chunk holds."""
    # a decompressor of its own: none may be used by two threads at once
    return zstandard.ZstdDecompressor().decompress(blob) if blob.startswith(_ZSTD) else zlib.decompress(blob)


def unpacked(blobs: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed, chunk by chunk."""
    rest = iter(blobs)
    first, second = next(rest, None), next(rest, None)
    if first is None:
        return
    if second is None:
        yield unpack(first)
        return
    yield from _ahead(chain((first, second), rest))


def _ahead(blobs: Iterator[bytes]) -> Iterator[bytes]:
    waiting: deque[futures.Future[bytes]] = deque()
    pool = futures.ThreadPoolExecutor(THREADS, "unpack")
    try:
        for blob in blobs:
            waiting.append(pool.submit(unpack, blob))
            if len(waiting) == WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
