"""What an action costs, counted instead of timed: statements, work of SQLite, rows, paints, and bytes of the log.

A machine that is busy changes none of these numbers. Each is counted on a thousand tickets and on ten thousand.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from db.importing import import_paths
from db.review import Review
from qtapp import settings
from tests.bench import generate
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

SMALL, LARGE = 1_000, 10_000
FOUND: dict[int, dict[str, Cost]] = {}
STEP = 100
"""Operations of SQLite's machine between two counts."""
ACTIONS: dict[str, tuple[str, ...]] = {
    "next ticket": ("J",),
    "previous ticket": ("K",),
    "skip": ("Space",),
    "flag": ("F",),
    "exclude": ("X",),
    "undo": ("Z",),
    "redo": ("Ctrl+Shift+Z",),
    "sign off": ("A",),
    "quick category": ("1",),
    "select": ("V",),
    "back to the tickets": ("G, T",),
}
"""In this order, each once; an action that changes a ticket does so to one."""
STATEMENTS, ROWS, PAINTS, BYTES = 60, 200, 3, 64 << 10
"""At most, of one action: statements, rows of the list that are read, paints of one widget, bytes of the log."""
GROWTH = 1.5
"""How much more a number may be with ten times the tickets."""
FLOOR = {"steps": 20, "bytes": 8 << 10, "statements": 8}
"""Fewer than this are few, however they grow."""


@dataclass(frozen=True)
class Cost:
    """Statements, hundreds of operations of SQLite, rows of the list, paints by widget, bytes of the log."""

    statements: int
    steps: int
    rows: int
    paints: Counter[str]
    bytes: int


class Painted(QObject):
    """Counts the paints of each widget."""

    def __init__(self) -> None:
        super().__init__()
        self.by = Counter[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.by[f"{type(watched).__name__} {watched.objectName()} {id(watched):x}"] += 1
        return False


class Counting:
    """Counts on the connection of the window; what the background does is not the action's."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self._desk, self._connection = desk, desk.session.review._connection
        self.statements = self.steps = self.rows = 0
        real = desk.session.review.rows

        def rows(ids: list[int]) -> list[object]:
            self.rows += len(ids)
            return list(real(ids))

        monkeypatch.setattr(desk.session.review, "rows", rows)

    @contextmanager
    def on(self) -> Iterator[Painted]:
        painted = Painted()
        self.statements = self.steps = self.rows = 0
        self._connection.set_trace_callback(self._said)
        self._connection.set_progress_handler(self._stepped, STEP)
        self._desk.app.installEventFilter(painted)
        yield painted
        self._desk.app.removeEventFilter(painted)
        self._connection.set_trace_callback(None)
        self._connection.set_progress_handler(None, 0)

    def _said(self, sql: str) -> None:
        self.statements += not sql.startswith("--")  # what the text index asks itself

    def _stepped(self) -> int:
        self.steps += 1
        return 0

    def cost(self, act: Callable[[], object]) -> Cost:
        """What something costs."""
        before = log_size(self._connection)
        with self.on() as painted:
            act()
        return Cost(self.statements, self.steps, self.rows, painted.by, log_size(self._connection) - before)


def log_size(connection: sqlite3.Connection) -> int:
    """Bytes of the write-ahead log that are in use."""
    wal = Path(connection.execute("PRAGMA database_list").fetchone()[2] + "-wal")
    return wal.stat().st_size if wal.exists() else 0


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A review of invented tickets of each size."""
    folder, made = tmp_path_factory.mktemp("counted"), {}
    for size in (SMALL, LARGE):
        generate.write(folder / f"{size}.jsonl", size, 3)
        made[size] = folder / f"{size}.winnow"
        with Review.create(made[size], "lin") as review:
            import_paths(review, [folder / f"{size}.jsonl"])
    return made


@pytest.fixture
def costs(open_desk: OpenDesk, reviews: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> dict[int, dict[str, Cost]]:
    """What each action costs at each size; counted once for all tests."""
    found = FOUND
    for size, path in reviews.items() if not found else ():
        settings.set_checks_labels(False)
        desk = open_desk([path])
        desk.idle()
        desk.session.review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        desk.session.review.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        desk.press("J", "F", "Z", "K", "V", "Shift+V")  # what is made at the first time is not counted
        desk.settle()
        found[size] = dict(measured(desk, Counting(desk, monkeypatch)))
    return found


def measured(desk: Desk, counting: Counting) -> Iterator[tuple[str, Cost]]:
    """Each action until the screen shows it; and what follows of it once the reviewer pauses."""
    desk.pane._settle.setInterval(10**6)  # the pause comes when it is counted
    for name, keys in ACTIONS.items():
        yield name, counting.cost(lambda keys=keys: desk.press(*keys))
        yield f"after {name}", counting.cost(desk.settle)


def test_an_action_costs_what_it_costs_however_many_tickets_there_are(costs: dict[int, dict[str, Cost]]) -> None:
    for name in ACTIONS:
        small, large = costs[SMALL][name], costs[LARGE][name]
        for what, floor in FLOOR.items():
            less, more = getattr(small, what), getattr(large, what)
            assert more <= max(floor, GROWTH * less), (name, what, less, more)


def test_what_follows_of_it_grows_less_than_the_tickets(costs: dict[int, dict[str, Cost]]) -> None:
    for name in ACTIONS:
        small, large = costs[SMALL][f"after {name}"], costs[LARGE][f"after {name}"]
        assert large.steps <= max(FLOOR["steps"], LARGE / SMALL * small.steps), (name, small.steps, large.steps)
        assert large.statements <= max(FLOOR["statements"], GROWTH * small.statements), name


def test_an_action_asks_and_paints_little(costs: dict[int, dict[str, Cost]]) -> None:
    for size, by_name in costs.items():
        for name in ACTIONS:
            cost = by_name[name]
            assert cost.statements <= STATEMENTS, (size, name, cost)
            assert cost.rows <= ROWS, (size, name, cost)
            assert cost.bytes <= BYTES, (size, name, cost)
            assert max(cost.paints.values(), default=0) <= PAINTS, (size, name, cost.paints.most_common(3))
