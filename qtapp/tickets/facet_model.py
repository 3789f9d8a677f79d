"""The facet panel as Qt wants it: a flat list of rows that is worked out anew when counts or foldings change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtapp.kit.tips import plain_tip
from qtapp.tickets.facet_rows import FacetRow

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class FacetModel(QAbstractListModel):
    """Rows of saved views and facets; heads of sections cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FacetRow] = []

    def set_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show these rows; where they are the same but for counts and choice, the view keeps its place."""
        fresh = list(rows)
        if [row.key for row in fresh] == [row.key for row in self._rows]:
            changed = [place for place, row in enumerate(fresh) if row != self._rows[place]]
            self._rows = fresh
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row_at(self, row: int) -> FacetRow:
        """What stands at a row."""
        return self._rows[row]

    def place(self, key: str) -> int:
        """The row of a key, -1 where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.label} {'' if row.count is None else row.count}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.label}\n{self._way_to_remove()}" if row.can_go else row.label)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._way_to_remove() if row.can_go else None
        return row.label if role == Qt.ItemDataRole.DisplayRole else None

    def _way_to_remove(self) -> str:
        return self.tr("Delete removes this view; its tickets stay.")

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].kind == "section":
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
