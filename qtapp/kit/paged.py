"""A list as Qt wants it: ids, and a cache of the pages of rows that were looked at.

Holds no text but the cached rows', and asks for a page only when a row of it is painted. What a row is and where it
comes from is its `Rows`' affair.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtapp.kit.tips import plain_tip

PAGE = 32
PAGES = 128
"""Pages kept: some 4,000 rows."""

ROW = Qt.ItemDataRole.UserRole
"""The row, or None for one that could not be read."""

Index = QModelIndex | QPersistentModelIndex


class Rows(Protocol):
    """Where rows come from, and what they say."""

    def read(self, ids: list[int]) -> Sequence[object]:
        """The rows of these ids in their order, None for what cannot be read."""

    def words(self, row: Any, role: int) -> str:
        """What a row says (None: that it could not be read), as text, tool tip or to assistive technology."""


class PagedModel(QAbstractTableModel):
    """One column; a row that cannot be read is a disabled row."""

    def __init__(self, rows: Rows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ids: Sequence[int] = []
        self._pages: OrderedDict[int, Sequence[object]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def forget(self, concerned: Callable[[object], bool]) -> None:
        """Read the pages that hold a row of concern again when they are painted next."""
        for page in [number for number, rows in self._pages.items() if any(concerned(row) for row in rows)]:
            del self._pages[page]
            last = min(page * PAGE + PAGE, len(self._ids)) - 1
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, 0))

    def id_at(self, row: int) -> int:
        """The id at a row."""
        return int(self._ids[row])

    def row_at(self, row: int) -> object:
        """The row, from the cache where it is there."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._rows.read(
                [int(one) for one in self._ids[number * PAGE : number * PAGE + PAGE]]
            )
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return page[row % PAGE]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row_at(index.row())
        if role == ROW:
            return row
        words = self._rows.words(row, role)
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row is not read for this: a view asks when a row becomes the current one, seen or not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        page = self._pages.get(index.row() // PAGE)
        return _UNREAD if page is not None and page[index.row() % PAGE] is None else _READ


_UNREAD = Qt.ItemFlag.ItemNeverHasChildren
_READ = _UNREAD | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""Made once: a view asks twice for every row that it paints, and an enumeration is slow to add to."""

_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    ROW,
}
