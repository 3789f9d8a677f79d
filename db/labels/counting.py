"""The labels of a review as they are spelt, with the number of their tickets."""

from __future__ import annotations

from collections.abc import Iterator

from db import store
from db.edits import known_causes
from db.labels.records import Field, Label
from db.review import Review
from db.values import CATEGORY, PATH_SEPARATOR

_EDITED = store.edited_mask([CATEGORY])
_SPELT = f"""SELECT CASE WHEN edited & {_EDITED} THEN '' ELSE category_raw END AS raw, path, count(*) AS n
    FROM ticket JOIN category ON category.id = category_id
    WHERE {store.VISIBLE} AND path <> '' GROUP BY raw, category_id ORDER BY n DESC, raw, path"""
_TWINS = f"""SELECT problem, group_concat(DISTINCT category_id) FROM ticket
    WHERE {store.VISIBLE} AND length(problem) >= ? GROUP BY problem HAVING count(DISTINCT category_id) > 1"""
_PATHS = "SELECT id, path FROM category"

TELLING = 8
"""Characters from which the same problem in two tickets is more than chance."""


def counted(review: Review, field: Field) -> list[Label]:
    """Every spelling of a label, the commonest first; of a category that was edited, its names joined by ``｜``."""
    if field == "root_cause":
        return [Label(name, n, (name,)) for name, n in known_causes(review)]
    found: dict[str, Label] = {}
    for raw, kept, n in review.execute(_SPELT).fetchall():
        path = store.path(kept)
        text = raw or PATH_SEPARATOR.join(path)
        had = found.get(text)
        found[text] = Label(text, n + (had.tickets if had else 0), path)
    return sorted(found.values(), key=lambda one: (-one.tickets, one.text))


def twins(review: Review) -> Iterator[frozenset[tuple[str, ...]]]:
    """For each problem that stands in tickets of several categories: these categories."""
    paths = {row[0]: store.path(row[1]) for row in review.execute(_PATHS).fetchall()}
    for _, ids in review.execute(_TWINS, (TELLING,)).fetchall():
        yield frozenset(paths[int(one)] for one in ids.split(",") if paths[int(one)])
