"""Families of very many replies, made in another thread on a connection of its own: whoever waits for them goes on."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from copy import copy
from typing import TypeVar

from db.replies.canvass import Canvass
from db.replies.families import Replies
from db.review import Review

T = TypeVar("T")

LARGE = 4_000_000
"""Bytes of a scan from which on its families are better made so: those of 300,000 replies are 10 million bytes, and
take 0.5 s."""
BREATH = 0.002
"""Seconds."""

_SIZE = "SELECT coalesce(sum(length(data)), 0) FROM replyarray"


def is_large(review: Review) -> bool:
    """Whether a review keeps so large a scan that making its families takes long enough to be noticed."""
    return int(review.execute(_SIZE).fetchone()[0]) > LARGE


def preparing(replies: Replies, threshold: float | None = None, like: Replies | None = None) -> Iterator[None]:
    """Make the families of new `replies`, of this threshold or that of the review, with a breath every few
    milliseconds; to ask for them takes no time afterwards. `like` is one that knows the same replies, which are not
    read again then. Raises what reading raises."""
    # its arrays are replaced by others, never changed: a copy is what they are now
    canvass = copy(vars(like).get("canvass")) if like is not None else None
    wanted = replies.threshold if threshold is None else threshold
    replies.take_over((yield from _beside(lambda: _made(replies, canvass, wanted))))


def reading(replies: Replies) -> Iterator[None]:
    """Read the texts that searches of `replies` look through, likewise."""
    canvass = replies.canvass
    yield from _beside(lambda: _read(replies.review, canvass))


def _beside(work: Callable[[], T]) -> Generator[None, None, T]:
    """The result of work that is done in another thread."""
    worker = ThreadPoolExecutor(1, "families")
    made = worker.submit(work)
    worker.shutdown(wait=False)  # who goes away meanwhile does not wait for it
    while not wait((made,), BREATH).done:
        yield
    return made.result()


def _made(replies: Replies, canvass: Canvass | None, threshold: float) -> Replies:
    """The same by and for the thread that calls this; but the finder, which serves another, is not asked anything."""
    with replies.review.twin() as review:
        found = Replies(review, replies.finder)
        found.make_ready(canvass, threshold)
        return found


def _read(review: Review, canvass: Canvass) -> None:
    with review.twin() as own:
        canvass.read_sought(own)
