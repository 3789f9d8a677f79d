"""The names behind the codes of the columns, read once and forgotten when something changes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property

from db.review import Review
from db.search.tokens import normalise
from db.values import PATH_SEPARATOR


class Names:
    """Categories, sources and root causes by their codes."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._causes: dict[int, str] = {}

    @cached_property
    def categories(self) -> Mapping[int, tuple[str, ...]]:
        """Code -> path, () for none; in the order of the paths."""
        named = self._review.execute("SELECT id, path FROM category").fetchall()
        paths = [(tuple(path.split(PATH_SEPARATOR)) if path else (), code) for code, path in named]
        return {code: path for path, code in sorted(paths)}

    @cached_property
    def category_keys(self) -> Mapping[int, list[str]]:
        """Code -> the names of the path as they are compared."""
        return {code: list(map(name_key, path)) for code, path in self.categories.items()}

    @cached_property
    def sources(self) -> Mapping[int, tuple[int, str]]:
        """Code -> code and name, in order."""
        return {row[0]: tuple(row) for row in self._review.execute("SELECT id, name FROM source ORDER BY id")}

    def causes(self, codes: Sequence[int]) -> Mapping[int, str]:
        """Code -> name of these root causes, and perhaps of others."""
        missing = [code for code in codes if code not in self._causes]
        if missing:
            sql = "SELECT id, name FROM cause WHERE id IN (SELECT value FROM json_each(?))"
            self._causes.update(self._review.execute(sql, (json.dumps(missing),)))
        return self._causes


def name_key(name: str) -> str:
    """A name as it is compared."""
    return normalise(name).strip()
