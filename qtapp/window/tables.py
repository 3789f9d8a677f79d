"""Tables on their way into the window: a look at them in a child process, a question about each shape that nobody has
answered yet, and then the words of the import.

Shows no sheet: whoever does is given an `Ask`, and answers it.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTemporaryFile, QTimer, Signal

from db.late import Late
from qtapp.dialogs.columns_offer import ColumnsOffer
from qtapp.tasks import Task, Tasks

if TYPE_CHECKING:
    from db import formats, importing
else:
    formats, importing = Late("db.formats"), Late("db.importing")

KEPT = "table_shapes"
MOST_KEPT = 200
LONGEST = 20_000
"""Signs of a word of a call."""
_Wish = tuple[Sequence[Path], Path, Callable[[list[str]], None], bool]
Shapes = dict[tuple[str, ...], tuple[str, ...]]


def kept_shapes() -> Shapes:
    """What a user has said of the columns of tables, in any review: names of all columns -> role of each."""
    try:
        listed = json.loads(str(QSettings().value(KEPT, "[]")))
        return {tuple(names): tuple(roles) for names, roles in listed if len(names) == len(roles)}
    except (ValueError, TypeError):
        return {}


def keep_shape(names: Sequence[str], roles: Sequence[str]) -> None:
    """Remember what the columns of a table are, for tables with the same columns in any review."""
    shapes = kept_shapes()
    shapes.pop(tuple(names), None)
    shapes[tuple(names)] = tuple(roles)
    listed = [[list(one), list(other)] for one, other in shapes.items()][-MOST_KEPT:]
    QSettings().setValue(KEPT, json.dumps(listed, ensure_ascii=False))


class Ask(QObject):
    """A question about the columns of one table; `shown_anew` brings another view of it."""

    shown_anew = Signal(object)
    """A `ColumnsOffer`."""

    def __init__(self, tables: TableDoor, offer: ColumnsOffer, place: tuple[int, int]) -> None:
        super().__init__(tables)
        self.offer, self.place = offer, place
        self._tables = tables
        self._header = -1

    def look(self, sheet: str, header: int) -> None:
        """See another sheet, or other rows above the first ticket (-1: as it is found out)."""
        self._header = header
        words = ["--sheet", sheet] if sheet else []
        words += ["--header", str(header)] if header >= 0 else []
        task = self._tables.preview([Path(self.offer.file)], words)
        task.succeeded.connect(self._show)

    def _show(self, results: Sequence[Mapping[str, Any]]) -> None:
        found = [one for one in results if one.get("format")]
        if found:
            self.offer = ColumnsOffer.of(found[0])
        self.shown_anew.emit(self.offer)

    def answer(self, offer: ColumnsOffer) -> None:
        """The columns are what the offer says."""
        self._tables.take(offer, self._header)

    def give_up(self) -> None:
        """Nothing is to be imported."""
        self._tables.stop()


class TableDoor(QObject):
    """Asks what columns are before files are imported; one set of files at a time."""

    wanted = Signal(object)
    """An `Ask`."""
    failed = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._then: Callable[[list[str]], None] | None = None
        self._words: list[str] = []
        self._waiting: list[ColumnsOffer] = []
        self._queue: deque[_Wish] = deque()
        self._asked = self._always = 0
        self._review = Path()

    def ask(self, paths: Sequence[Path], review: Path, then: Callable[[list[str]], None], always: bool = False) -> None:
        """Call `then` with the words for the import, at once where no file is a table. `always`: also of tables whose
        columns are known."""
        if self._then is not None:
            self._queue.append((paths, review, then, always))  # the files that came before are asked about first
            return
        tables = [path for path in importing.find_sources(paths) if formats.is_table(path)]
        self._then, self._words, self._review, self._always = then, [], review, int(always)
        if not tables:
            self._end()
            return
        task = self.preview(tables, ())
        task.succeeded.connect(self._seen)
        task.failed.connect(self._unseen)
        task.cancelled.connect(self.stop)

    def preview(self, tables: Sequence[Path], words: Sequence[str]) -> Task:
        """A look at tables, as a task."""
        name = QCoreApplication.translate("Opener", "Preview")
        return self._tasks.run(name, ["import", str(self._review), *map(str, tables), "--preview", *words])

    def _seen(self, results: Sequence[Mapping[str, Any]]) -> None:
        shapes: dict[tuple[str, ...], ColumnsOffer] = {}
        kept = kept_shapes()
        for one in filter(lambda one: one.get("format"), results):
            offer = ColumnsOffer.of(one)
            known = kept.get(offer.names) if not one["known"] else None
            if known is not None:
                offer = offer.having(known)
            if self._always or not (one["known"] or known):
                shapes.setdefault(offer.names, offer)
            elif known is not None:
                self._words += ["--table", self._argument(_said(offer.names, known))]
        self._waiting, self._asked = [*shapes.values()], 0
        self._next()

    def _unseen(self, _: str) -> None:
        """No table could be read: the import tells of each."""
        self._end()

    def _next(self) -> None:
        if self._asked < len(self._waiting):
            offer = self._waiting[self._asked]
            self._asked += 1
            self.wanted.emit(Ask(self, offer, (self._asked, len(self._waiting))))
        else:
            self._end()

    def take(self, offer: ColumnsOffer, header: int) -> None:
        """Columns are what an offer says; go on with the next table."""
        keep_shape(offer.names, offer.roles)
        before = self._waiting[self._asked - 1]
        place: dict[str, Any] = {}
        if offer.sheet != before.sheet or header >= 0:
            place = {"file": offer.file, "sheet": offer.sheet, "header": header if header >= 0 else None}
        self._words += ["--table", self._argument(_said(offer.names, offer.roles, place))]
        QTimer.singleShot(0, self._next)  # the sheet that was answered goes first, and gives the keyboard back

    def _argument(self, said: str) -> str:
        """What is said as a word of a call; by way of a file where it is longer than a word may be."""
        if len(said) < LONGEST:
            return said
        file = QTemporaryFile(self)
        file.open()
        file.write(said.encode())
        file.close()
        return f"@{file.fileName()}"

    def stop(self) -> None:
        """Nothing is imported; files that came meanwhile are next."""
        self._then, self._waiting, self._words = None, [], []
        if self._queue:
            self.ask(*self._queue.popleft())

    def _end(self) -> None:
        then, words = self._then, self._words
        if then is not None:
            then(words)
        self.stop()


def _said(names: Sequence[str], roles: Sequence[str], place: Mapping[str, Any] | None = None) -> str:
    return json.dumps({"names": list(names), "roles": list(roles), **(place or {})}, ensure_ascii=False)
