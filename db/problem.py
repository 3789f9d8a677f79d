"""The report of a problem: what a developer has to know, to be read by its user before it goes anywhere.

Versions, a review in numbers, what the quick check says in codes, the end of the log. No text of a ticket, no name of a
file, no folder. In English, because it is written for developers. Nothing is sent.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from db import __version__, figures, logs, mending
from db.errors import UserError
from db.late import Late
from db.review import Review

if TYPE_CHECKING:
    import platform

    import peewee
else:
    peewee, platform = Late("peewee"), Late("platform")

__all__ = ["LINES", "report"]

LINES = 200
"""Lines of the log."""


def report(review: Review | None, versions: Mapping[str, str], refused: UserError | None = None) -> str:
    """The whole report; `versions` are more of them, by name. `refused` is why the review of a call does not open."""
    return "\n".join(_lines(review, versions, refused)) + "\n"


def _lines(review: Review | None, versions: Mapping[str, str], refused: UserError | None) -> Iterator[str]:
    yield f"Winnow {__version__}"
    libraries = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version, "peewee": _peewee()}
    for name, version in {**libraries, **versions, "platform": platform.platform()}.items():
        yield f"{name}: {version}"
    yield ""
    if refused is not None:
        yield f"review: does not open, {refused.code}"
    else:
        yield from _of(review) if review is not None else ("review: none is open",)
    yield ""
    lines = logs.last(LINES)
    yield f"log, the last {len(lines)} lines:" if lines else "log: none"
    yield from lines


def _peewee() -> str:
    return str(peewee.__version__)  # type: ignore[attr-defined]  # its stubs do not know it


def _of(review: Review) -> Iterator[str]:
    """A review in numbers; where it cannot be read, why."""
    yield f"review: {logs.mark(review.path)}{', read only' if review.read_only else ''}"
    try:
        found = figures.figures(review)
    except (UserError, sqlite3.Error, TypeError, ValueError) as error:
        yield f"cannot be read: {error.code if isinstance(error, UserError) else type(error).__name__}"
        return
    size = found.size
    formats = ", ".join(f"{number} {name}" for name, number in found.formats)
    yield f"schema: {size.schema}"
    yield f"bytes: {size.file} in pages of {size.page}, {size.free} of {size.pages} not used, log {size.log}"
    yield f"tickets: {found.tickets}, of them {found.decided} decided, {found.edited} edited, {found.parked} parked"
    yield f"replies: {found.replies}"
    yield f"sources: {found.sources}{f' ({formats})' if formats else ''}"
    yield f"log of edits: {found.actions} actions, {found.changes} changes, {found.decisions} decisions"
    codes = Counter(one.code for one in mending.quick_check(review))
    yield f"quick check: {', '.join(f'{code} {number}' for code, number in codes.items()) or 'nothing found'}"
