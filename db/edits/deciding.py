"""Decisions on replies, labels and personal data as part of an action of the log: written, applied, turned back. Knows
keys and JSON values only; what they mean is the matter of the rooms above. Within the transaction of the caller.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from db.edits.columns import AMONG
from db.review import Review
from db.values import CANNED, PRIVACY, TAXONOMY

Values = Mapping[str, str | None]
"""Key -> the value that it gets; None takes the decision away."""

_LOG = "INSERT INTO decision(entry_id, key, before, after) VALUES (?, ?, ?, ?)"
_PUT = """INSERT OR REPLACE INTO decided(key, value)
    SELECT key, after FROM decision WHERE entry_id = ? AND after IS NOT NULL"""
_DROP = "DELETE FROM decided WHERE key IN (SELECT key FROM decision WHERE entry_id = ? AND after IS NULL)"
_STRAY = """SELECT decision.key FROM decision LEFT JOIN decided ON decided.key = decision.key
    WHERE entry_id = ? AND decided.value IS NOT decision.{expected} LIMIT 1"""
_LAST = """SELECT reviewer FROM decision JOIN entry ON entry.id = entry_id WHERE key = ?
    ORDER BY decision.id DESC LIMIT 1"""

_NAMED = (TAXONOMY, PRIVACY)
"""What keys of other rooms than that of replies begin with."""

LABELS = "labels"
"""What the keys of labels begin with that a reviewer looked at and left as they are."""


def labels_value(labels: Collection[Sequence[str]]) -> str:
    """What is kept of such labels: no new one is among them."""
    return json.dumps({"code": LABELS, "labels": sorted(map(list, labels))}, ensure_ascii=False)


def differing(review: Review, values: Values) -> dict[str, str | None]:
    """Those of the values that are not so already."""
    sql = f"SELECT key, value FROM decided WHERE key {AMONG}"
    had = dict(review.execute(sql, (json.dumps(list(values)),)).fetchall())
    return {key: value for key, value in values.items() if had.get(key) != value}


def write(review: Review, entry: int, values: Values) -> None:
    """Log the values and make them so."""
    sql = f"SELECT key, value FROM decided WHERE key {AMONG}"
    had = dict(review.execute(sql, (json.dumps(list(values)),)).fetchall())
    review.executemany(_LOG, [(entry, key, had.get(key), value) for key, value in values.items()])
    review.execute(_PUT, (entry,))
    review.execute(_DROP, (entry,))


def inverse(review: Review, entry: int, back: bool) -> dict[str, str | None]:
    """The values before an action, or after it."""
    column = "before" if back else "after"
    return dict(
        review.execute(f"SELECT key, {column} FROM decision WHERE entry_id = ? ORDER BY id", (entry,)).fetchall()
    )


def stray(review: Review, entry: int, expected: str) -> str | None:
    """Who has decided otherwise since an action; None where all is as it left it (or found it: `expected` before)."""
    row = review.execute(_STRAY.format(expected=expected), (entry,)).fetchone()
    if row is None:
        return None
    found = review.execute(_LAST, (row[0],)).fetchone()
    return str(found[0]) if found else ""


def named(keys: Iterable[str]) -> frozenset[str]:
    """What `Changes` name where decisions of these keys changed."""
    return frozenset(next((one for one in _NAMED if key.startswith(f"{one}:")), CANNED) for key in keys)


def keys_of(review: Review, entry: int) -> list[str]:
    """The decisions that an action changed."""
    return [row[0] for row in review.execute("SELECT key FROM decision WHERE entry_id = ?", (entry,))]
