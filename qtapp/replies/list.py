"""The list of families. The current row follows the canned replies of the session and leads them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from qtapp.canned import Canned
from qtapp.kit.paged import PagedModel
from qtapp.kit.rows import RowTable
from qtapp.replies.delegate import HEIGHT, FamilyDelegate
from qtapp.replies.model import FamilyRows


class FamilyList(RowTable):
    """Right goes to the variants, Enter to the tickets."""

    variants_wanted = Signal()
    tickets_wanted = Signal()

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("familyList")
        self.setAccessibleName(self.tr("Families of canned replies"))
        self._canned = canned
        self._model = PagedModel(FamilyRows(canned), self)
        self._asked: tuple[object, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(FamilyDelegate(canned, self))
        canned.shown_changed.connect(self.refill)
        canned.current_changed.connect(self._follow)
        canned.selection_changed.connect(self.viewport().update)
        self.refill()

    def refill(self) -> None:
        """Show the families there are now; the place in the list stays where the question is the same."""
        asked = (self._canned.text, self._canned.shown, self._canned.sort)
        place = self.verticalScrollBar().value() if asked == self._asked else 0
        self._asked = asked
        self._model.set_ids(self._canned.handles)
        self.verticalScrollBar().setValue(place)
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._canned.row_of(self._canned.current))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.leading:
            self._canned.go(self._model.id_at(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.variants_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tickets_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ctrl takes a family into the selection or out, Shift all from the current one to it; else it is current."""
        row, keys = self.rowAt(event.position().toPoint().y()), event.modifiers()
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            here = max(0, self.currentIndex().row())
            between = range(min(here, row), max(here, row) + 1)
            self._canned.select(self._canned.selection | {self._model.id_at(one) for one in between})
        elif keys & Qt.KeyboardModifier.ControlModifier:
            self._canned.select(self._canned.selection ^ {self._model.id_at(row)})
        else:
            self._canned.select(())
            super().mousePressEvent(event)
