"""Families of very many replies, made in another thread on a connection of its own: whoever waits for them goes on."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

from db.beside import beside
from db.replies.families import Replies
from db.replies.scanning import TRACE
from db.review import Review

LARGE = 4_000_000
"""Bytes of a scan from which on its families are better made so: those of 300,000 replies are 10 million bytes, and
take 0.5 s."""
_SIZE = f"SELECT coalesce(sum(length(data)), 0) FROM replyarray WHERE name NOT GLOB '{TRACE}*'"


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

    def work(review: Review) -> Replies:
        found = Replies(review, replies.finder)  # which serves another thread, and is not asked anything
        found.make_ready(canvass, wanted)
        return found

    replies.take_over((yield from beside(replies.review, work)))


def reading(replies: Replies) -> Iterator[None]:
    """Read the texts that searches of `replies` look through, likewise."""
    yield from beside(replies.review, replies.canvass.read_sought)
