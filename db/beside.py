"""Work on a review in another thread, on a connection of its own, for a thread that goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from db.review import Review

T = TypeVar("T")

BREATH = 0.002
"""Seconds."""


def beside(review: Review, work: Callable[[Review], T]) -> Generator[None, None, T]:
    """The result of some work, after a breath every few milliseconds while another thread does it. Raises what it
    raises."""

    def alone() -> T:
        with review.twin() as own:
            return work(own)

    worker = ThreadPoolExecutor(1, "beside")
    made = worker.submit(alone)
    worker.shutdown(wait=False)  # who goes away meanwhile does not wait for it
    while not wait((made,), BREATH).done:
        yield
    return made.result()
