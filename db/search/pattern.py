"""Patterns (``re:/…/``) that end on time, whatever they are.

Run by the library `regex`, whose searches take a time limit: Python's own cannot be stopped, and a pattern such as
``(.*a){15}c`` takes years on one line. Knows no database.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from db.errors import QueryError

ONE_TICKET = 1.0
ALL_TICKETS = 30.0
"""Seconds that a pattern may take."""

Test = Callable[[Sequence[str]], bool]
"""Whether the texts of a ticket pass."""


def mistake(pattern: str) -> str:
    """What is wrong with a pattern, '' for nothing."""
    import regex  # type: ignore[import-untyped]

    try:
        regex.compile(pattern)
    except regex.error as error:
        return str(error.msg)
    return ""


def pattern_test(pattern: str) -> Test:
    """Whether a pattern matches in a field, as written there; case does not matter, ``^`` and ``$`` are of lines.

    The test raises `QueryError` where it takes too long on one ticket, or on all that were tested.
    """
    import regex

    compiled = regex.compile(pattern, regex.IGNORECASE | regex.MULTILINE)
    end = time.monotonic() + ALL_TICKETS

    def test(fields: Sequence[str]) -> bool:
        if time.monotonic() > end:
            raise QueryError("query.pattern_slow", 0, 0, pattern=pattern)
        try:
            return any(compiled.search(field, timeout=ONE_TICKET, concurrent=False) for field in fields if field)
        except (TimeoutError, MemoryError) as error:
            # a pattern that calls itself fills the memory first
            raise QueryError("query.pattern_slow", 0, 0, pattern=pattern) from error

    return test
