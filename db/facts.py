"""Small facts that a review keeps about itself: settings, saved searches, synonyms of headings, where its data lies."""

from __future__ import annotations

import json
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

_SYNONYMS = "synonyms"
_SHAPES = "shapes"
_FOLDER = "folder"


class Facts(ABC):
    """What a review knows of itself; a part of `Review`, which gives it its statements and transactions."""

    @abstractmethod
    def execute(self, sql: str, params: Sequence[object] | Mapping[str, object] = ()) -> sqlite3.Cursor:
        """Run one statement."""

    @abstractmethod
    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing."""

    def setting(self, key: str, default: str | None = None) -> str | None:
        """A small fact about the review itself."""
        row = self.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return default if row is None else str(row[0])

    def set_setting(self, key: str, value: str | None) -> None:
        """Keep a small fact; None forgets it."""
        with self.transaction():
            if value is None:
                self.execute("DELETE FROM setting WHERE key = ?", (key,))
            else:
                self.execute("INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)", (key, value))

    def saved_views(self) -> list[tuple[str, str]]:
        """Names and queries of the saved searches, in the order in which they were first saved."""
        return [(name, query) for name, query in self.execute('SELECT name, query FROM "view" ORDER BY id')]

    def save_view(self, name: str, query: str) -> None:
        """Keep a search under a name; one of that name is replaced."""
        with self.transaction():
            sql = 'INSERT INTO "view"(name, query) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET query = excluded.query'
            self.execute(sql, (name, query))

    def delete_view(self, name: str) -> None:
        """Forget a saved search."""
        with self.transaction():
            self.execute('DELETE FROM "view" WHERE name = ?', (name,))

    def synonyms(self) -> dict[str, str]:
        """Headings that a user has given a role: heading -> role."""
        return dict(json.loads(self.setting(_SYNONYMS) or "{}"))

    def add_synonym(self, heading: str, role: str) -> None:
        """Give a heading a role, for all imports from now on."""
        with self.transaction():
            self.set_setting(_SYNONYMS, json.dumps({**self.synonyms(), heading: role}, ensure_ascii=False))

    def shapes(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """What the columns of tables are, as a user has said: names of all columns -> role of each."""
        listed = json.loads(self.setting(_SHAPES) or "[]")
        return {tuple(names): tuple(roles) for names, roles in listed}

    def remember_shape(self, names: Sequence[str], roles: Sequence[str]) -> None:
        """Keep what the columns of a table are, for all imports of tables with the same columns."""
        with self.transaction():
            shapes = {**self.shapes(), tuple(names): tuple(roles)}
            self.set_setting(_SHAPES, json.dumps([[*map(list, one)] for one in shapes.items()], ensure_ascii=False))

    def follow_folder(self, here: Path) -> None:
        """Where the review was moved with its data, its sources are known by their new paths from now on."""
        before = self.setting(_FOLDER)
        if before == str(here):
            return
        rows = self.execute("SELECT id, path FROM source WHERE typeof(path) = 'text'").fetchall() if before else []
        with self.transaction():
            moved = [(str(to), number) for number, path in rows if (to := _moved(Path(path), Path(before or ""), here))]
            self.executemany("UPDATE source SET path = ? WHERE id = ?", moved)
            self.set_setting(_FOLDER, str(here))


def _moved(path: Path, before: Path, here: Path) -> Path | None:
    """Where a file lies now that was at `path` beside or below a review in `before`; None where it stayed."""
    if path.exists() or not path.is_relative_to(before):
        return None
    to = here / path.relative_to(before)
    return to if to.exists() else None
