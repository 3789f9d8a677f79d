"""The list as Qt wants it: ids, and a cache of the pages of rows that were looked at.

Holds no text of a ticket but the cached rows', and asks the review for a page only when a row of it is painted.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.errors import UserError
from db.values import PATH_SEPARATOR, Changes, Row

PAGE = 64
PAGES = 64
"""Pages kept: some 4,000 rows."""

ROW = Qt.ItemDataRole.UserRole
"""A `values.Row`, or None for a row that could not be read."""

Index = QModelIndex | QPersistentModelIndex


class TicketModel(QAbstractTableModel):
    """One column of tickets; a row that cannot be read is a disabled row."""

    def __init__(self, rows: Callable[[Sequence[int]], list[Row]], parent: QObject | None = None) -> None:
        """`rows` reads the rows of some ids, in any order."""
        super().__init__(parent)
        self._rows = rows
        self._ids: Sequence[int] = []
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these tickets."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def refresh(self, changes: Changes) -> None:
        """Read what changed again when it is painted next."""
        touched = set(changes.ticket_ids)
        for page in [number for number, rows in self._pages.items() if _concerns(rows, touched)]:
            del self._pages[page]
            self.dataChanged.emit(
                self.index(page * PAGE, 0), self.index(min(page * PAGE + PAGE, len(self._ids)) - 1, 0)
            )

    def id_at(self, row: int) -> int:
        """The id of the ticket at a row."""
        return int(self._ids[row])

    def row_at(self, row: int) -> Row | None:
        """The row as the review has it, from the cache where it is there."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(number)
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return page[row % PAGE]

    def _read(self, number: int) -> list[Row | None]:
        ids = [int(one) for one in self._ids[number * PAGE : number * PAGE + PAGE]]
        try:
            found = {row.id: row for row in self._rows(ids)}
        except UserError:
            found = {}
        return [found.get(one) for one in ids]

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
        if row is None:
            return self.tr("This ticket could not be read")
        return row.title if role == Qt.ItemDataRole.DisplayRole else f"{row.title}\n{PATH_SEPARATOR.join(row.category)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        if self.row_at(index.row()) is None:
            return never
        return never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    ROW,
}


def _concerns(rows: Sequence[Row | None], touched: set[int]) -> bool:
    return not touched or any(row is None or row.id in touched for row in rows)
