"""The rows of a damaged file into a review that is sound: an empty one, or a backup that they are newer than."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from db.mending.cells import Value
from db.mending.pages import Pages
from db.mending.trees import SHAPES, Found, rows
from db.mending.work import Work
from db.records import dataclass, field
from db.values import Step

BATCH = 2000
TICKET = (
    *("id", "source_id", "ordinal", "number", "line", "title", "category", "category_raw", "problem", "replies"),
    *("conversation", "root_cause", "fields", "status", "note", "turns", "length", "edited", "parked", "spans"),
)
_FILL: dict[str, Value] = {
    **dict.fromkeys(("title", "category_raw", "problem", "root_cause", "note"), ""),
    **dict.fromkeys(("line", "category", "status", "turns", "length", "edited", "parked"), 0),
    **dict.fromkeys(("replies", "fields"), "[]"),
    "number": None,
    "conversation": None,
    "spans": b"",
}
"""What stands for a column that could not be read, until the source or the log says it."""
_JSON = ("replies", "conversation", "fields")
_VALUES = ("title", "category", "problem", *_JSON, "root_cause", "status", "note")
_KNOWN_SETTINGS = ("synonyms", "folder", "replies.threshold", "privacy.vendor")
"""Settings that a reviewer made; all others tell what scans found, which are made anew."""


@dataclass(slots=True)
class Salvaged:
    """How many rows of each table came out of the damaged file."""

    rows: dict[str, int] = field(default_factory=dict)


def salvage(work: Work, pages: Pages, found: Found) -> Salvaged:
    """Take all rows that can be read; foreign keys are not looked at."""
    done = Salvaged()
    for place, table in enumerate(SHAPES):
        work.progress(Step("recover", place, len(SHAPES), table))
        good = _good(work, table, rows(pages, found, table))
        done.rows[table] = _insert(work, table, good)
    return done


def _insert(work: Work, table: str, good: Iterable[tuple[Value, ...]]) -> int:
    marks = ", ".join("?" * len(SHAPES[table].letters))
    key = "OR IGNORE" if table == "view" else "OR REPLACE"
    waiting, n = iter(good), 0
    while batch := list(islice(waiting, BATCH)):
        work.review.executemany(f'INSERT {key} INTO "{table}" VALUES ({marks})', batch)
        n += len(batch)
    return n


def _good(work: Work, table: str, found: Iterable[tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    for values in found:
        if table == "ticket":
            if (ticket := _ticket(work, values)) is not None:
                yield ticket
        elif len(values) == len(SHAPES[table].letters) and _holds(table, values):
            yield values


def _ticket(work: Work, values: tuple[Value, ...]) -> tuple[Value, ...] | None:
    """A whole row of a ticket; what could not be read of it is noted."""
    if len(values) < 3 or not _in_range(values[:3]):
        return None
    row = dict(zip(TICKET, values, strict=False))
    lost = {name for name in _VALUES if name not in row}
    lost |= {name for name in _JSON if name in row and row[name] is not None and not is_json_list(row[name])}
    if row.get("status", 0) not in (0, 1, 2, 3):
        lost.add("status")
    work.broken |= {(int(str(row["id"])), name) for name in lost}
    return tuple(_FILL[name] if name in lost else row.get(name, _FILL.get(name)) for name in TICKET)


def _in_range(keys: Iterable[Value]) -> bool:
    return all(isinstance(key, int) and 0 <= key < 1 << 48 for key in keys)


def _holds(table: str, values: tuple[Value, ...]) -> bool:
    """Whether the text of a row, where it is JSON, is that still."""
    if SHAPES[table].letters[0] in "KI" and not _in_range(values[:1]):
        return False
    if table == "change":
        return _may_be_logged(values[3], values[4]) and _may_be_logged(values[3], values[5])
    if table == "decision":
        return all(one is None or _is_json(one) for one in values[3:])
    if table == "setting":
        return values[0] in _KNOWN_SETTINGS
    place = {"source": 6, "entry": 5, "finding": 5, "decided": 1}.get(table)
    return place is None or _is_json(values[place])


def _may_be_logged(name: Value, value: Value) -> bool:
    if value is None:
        return True
    if name in ("status",):
        return value in ("unreviewed", "reviewed", "flagged", "excluded")
    return is_json_list(value) if name in (*_JSON, "causes") else True


def _is_json(text: Value) -> bool:
    try:
        json.loads(str(text))
    except ValueError:
        return False
    return True


def is_json_list(text: Value) -> bool:
    """Whether a text is a JSON list of pairs (turns, other fields) or of texts (root causes)."""
    try:
        listed = json.loads(str(text))
    except ValueError:
        return False
    return isinstance(listed, list) and all(
        isinstance(one, str)
        or (isinstance(one, list) and len(one) == 2 and isinstance(one[1], str) and isinstance(one[0], str | None))
        for one in listed
    )
