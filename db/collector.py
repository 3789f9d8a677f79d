"""Python's collector of garbage while very many records are made: it looks where there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["unhurried"]

MANY = 200_000
"""Objects made and not freed after which it looks through the young ones; Python's own number is 700."""


@contextmanager
def unhurried() -> Iterator[None]:
    """Let the collector look seldom. Records hold no cycles and are freed as they go; looking through them all the same
    takes 7 % of an import. Where it was switched off it stays so."""
    before = gc.get_threshold()
    gc.set_threshold(max(MANY, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
