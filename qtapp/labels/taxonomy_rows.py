"""A short list within the pane of a label: its examples, what is below it. As high as its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.records import dataclass
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, font, tokens

HEIGHT = 28
LEFT, SIGN = 8, 22
LONGEST = 240
"""Characters that are looked at: more never fit."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PaneRow:
    """What is chosen by it, its words, and what stands at the right."""

    key: object
    text: str
    tail: str
    icon: str


class _Rows:
    def __init__(self) -> None:
        self.rows: Sequence[PaneRow] = ()

    def read(self, ids: list[int]) -> list[PaneRow]:
        """A page of rows."""
        return [self.rows[one] for one in ids]

    def words(self, row: PaneRow | None, role: int) -> str:
        """All that is painted."""
        if row is None:
            return ""
        return f"{row.text[:600]}, {row.tail}" if role == Qt.ItemDataRole.AccessibleTextRole else row.text[:600]


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PaneRow = index.data(ROW)
        area, colours = option.rect, tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.selected_ground(painter, area, bar=False)
            paint.outline(painter, area, colours.accent, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, area, colours.hover, 6)
        painter.drawPixmap(area.left() + LEFT, area.center().y() - 6, pixmap(row.icon, "text2", 14))
        line = QRect(area.left() + LEFT + SIGN, area.top(), area.width() - 2 * LEFT - SIGN, area.height())
        width = paint.metrics(SECONDARY).horizontalAdvance(row.tail)
        tail = line.adjusted(line.width() - width, 0, 0, 0)
        paint.write(painter, tail, row.tail, font(SECONDARY), colours.text2)
        shown = paint.elide(" ".join(row.text[:LONGEST].split()), BODY, line.width() - width - 12)
        paint.write(painter, line, shown, font(BODY), colours.text)
        painter.restore()


class PaneRows(RowTable):
    """Enter or a click chooses a row; Left and Esc go back."""

    wanted = Signal(object)
    """The key of a row."""
    left = Signal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._rows = _Rows()
        self._model = PagedModel(self._rows, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: Sequence[PaneRow]) -> None:
        """Show these; the place among them stays where it can."""
        place = self.currentIndex().row()
        self._rows.rows = rows
        self._model.set_ids(range(len(rows)))
        self.setFixedHeight(HEIGHT * len(rows))
        self.setVisible(bool(rows))
        self.go_to(min(max(place, 0), len(rows) - 1))

    def current(self) -> PaneRow | None:
        """The row that the keyboard is on, or was last."""
        row = self.currentIndex().row()
        return self._rows.rows[row] if 0 <= row < len(self._rows.rows) else None

    def _choose(self, index: QModelIndex) -> None:
        self.wanted.emit(self._rows.rows[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
