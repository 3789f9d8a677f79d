"""The table of categories by sources or by root causes as Qt wants it: cells by their places, rows in an order.

Holds the counts alone; what a cell says of chance is computed when it is painted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtapp.counted import counted
from qtapp.labels.words import one_line

if TYPE_CHECKING:
    from db.labels import Cell, Spread, SpreadRow

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ORDERS = ("divergence", "first", "tickets")
"""By how much a row differs from the others beyond chance; as they came in; by their number of tickets."""


def column_words(label: str) -> str:
    """What a column is called."""
    return one_line(label) or QCoreApplication.translate("Spread", "no category")


def cell_words(cell: Cell) -> str:
    """Tickets of a cell beside what would be expected."""
    words = QCoreApplication.translate("Spread", "{tickets}, {expected} would be expected ({residual})")
    return words.format(
        tickets=counted(cell.tickets, "tickets"), expected=f"{cell.expected:.1f}", residual=f"{cell.residual:+.1f}"
    )


class SpreadModel(QAbstractTableModel):
    """Rows as `order` says, columns with the commonest category first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spread: Spread | None = None
        self.order = ORDERS[0]
        self._rows: Sequence[int] = ()
        self._places: dict[int, int] = {}

    def show_spread(self, spread: Spread | None) -> None:
        """Show a table."""
        self.beginResetModel()
        self.spread = spread
        self._sort()
        self.endResetModel()

    def show_order(self, order: str) -> None:
        """Show the rows in another order."""
        self.beginResetModel()
        self.order = order
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        rows = self.spread.rows if self.spread is not None else ()
        keys = {
            "divergence": lambda place: (rows[place].chance - rows[place].divergence, place),
            "first": lambda place: place,
            "tickets": lambda place: (-rows[place].tickets, place),
        }
        self._rows = sorted(range(len(rows)), key=keys[self.order])
        self._places = {place: row for row, place in enumerate(self._rows)}

    # Places in the table of the library, and back

    def place_of(self, index: Index) -> tuple[int, int]:
        """Row and column of a cell as the library has them."""
        return self._rows[index.row()], index.column()

    def index_of(self, row: int, column: int) -> QModelIndex:
        """The cell of a row and column of the library."""
        return self.index(self._places[row], column)

    def row_at(self, row: int) -> SpreadRow:
        """What a row of this table is of."""
        assert self.spread is not None
        return self.spread.rows[self._rows[row]]

    def cell_at(self, index: Index) -> Cell:
        """What a cell says."""
        assert self.spread is not None
        return self.spread.cell(*self.place_of(index))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.spread is None else len(self.spread.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.spread is None:
            return None
        if role == CELL:
            return self.cell_at(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, column = self.place_of(index)
            names = (one_line(self.spread.rows[row].name), column_words(self.spread.columns[column].label))
            return ", ".join((*names, cell_words(self.cell_at(index))))
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or self.spread is None:
            return None
        if side == Qt.Orientation.Horizontal:
            return column_words(self.spread.columns[section].label)
        return one_line(self.row_at(section).name)
