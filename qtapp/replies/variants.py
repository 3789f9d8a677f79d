"""The variants of a family in a list: what differs from the wording, painted in place when a row is looked at.

Thousands of them are a list as quick as one of ten. Which variants are selected and which one is the wording is the
session's; this shows it and tells what was pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from qtapp.canned import Canned
from qtapp.kit.marked import LINE, Marked
from qtapp.kit.rows import RowTable
from qtapp.replies.variant_delegate import PADDING, RADIO, VariantDelegate, numbers_width, text_width
from qtapp.replies.variant_model import VariantModel

if TYPE_CHECKING:
    from db.replies import Family

ONE, TWO, UNFOLDED = LINE + 2 * PADDING, 2 * LINE + 2 * PADDING, 14
"""Heights of rows of one and of two lines, and lines of the row that has the keyboard."""
FEW = 200
"""Rows that are measured one by one; where more of them need two lines, all have two."""
WIDE = 13
"""Pixels of a Chinese character: the width that a text may need."""


class VariantList(RowTable):
    """Left goes back to the families, Enter to the tickets, Delete takes a variant out."""

    tickets_wanted = Signal(str)
    take_out_wanted = Signal()
    left = Signal()

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(TWO, parent)
        self.setObjectName("variantList")
        self.setAccessibleName(self.tr("Variants"))
        self._canned = canned
        self._model = VariantModel(canned, self)
        self._unfolded = -1
        self.setModel(self._model)
        self.setItemDelegate(VariantDelegate(canned, self))
        canned.choice_changed.connect(self._choice_changed)

    @property
    def current_text(self) -> str:
        """The variant that the keyboard is on, '' for none."""
        row = self.currentIndex().row()
        return self._model.variant_at(row).text if row >= 0 else ""

    def texts(self) -> list[str]:
        """The variants that are meant: the selected ones, else the one that the keyboard is on."""
        return sorted(self._canned.variants) or ([self.current_text] if self.current_text else [])

    def show_family(self, family: Family | None) -> None:
        """List the variants of a family; the place stays where it is the same family again."""
        kept, place = self.current_text, self.verticalScrollBar().value()
        self._unfolded = -1
        again = self._model.show_family(family)
        self._fit()
        row = self._model.row_of(kept) if again else 0
        if self._model.rowCount():
            self.go_to(max(0, row))
            self.verticalScrollBar().setValue(place if again else 0)

    def only_differences(self, only: bool) -> None:
        """Show the differences with little around them, or whole texts."""
        self._model.set_only_differences(only)
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        """Rows of one line where every text fits on one; a link needs one more."""
        links = self._model.links
        short = self._model.longest * WIDE <= text_width(self.viewport().width()) and len(links) <= FEW
        self.row_height = ONE if short else TWO
        header = self.verticalHeader()
        if header.defaultSectionSize() != self.row_height:
            header.setMinimumSectionSize(self.row_height)
            header.setDefaultSectionSize(self.row_height)
        for row in links if short else ():
            self.setRowHeight(row, TWO)

    def _choice_changed(self) -> None:
        self._model.set_wording(self._canned.chosen_wording)
        self.viewport().update()

    # The row that is read unfolds

    def _unfold(self, row: int) -> None:
        """Show more of the row that has the keyboard."""
        if 0 <= self._unfolded < self._model.rowCount():
            linked = self._unfolded in self._model.links
            self.setRowHeight(self._unfolded, TWO if linked else self.row_height)
        self._unfolded = row
        if row >= 0:
            shown = Marked(self._model.pieces(row), text_width(self.viewport().width()), UNFOLDED)
            link = LINE if self._model.variant_at(row).link else 0
            self.setRowHeight(row, max(self.row_height, shown.height + link + 2 * PADDING))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._unfold(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._unfold(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._unfold(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # From the reviewer

    def toggle_selected(self) -> None:
        """Take the variant that the keyboard is on into the selection, or out of it."""
        if self.current_text:
            self._canned.choose_variants(self._canned.variants ^ {self.current_text})

    def extend(self, step: int) -> None:
        """Take this variant into the selection, go a row on, and take that one in as well."""
        before = self.current_text
        row = max(0, min(self.currentIndex().row() + step, self._model.rowCount() - 1))
        self.go_to(row)
        self._canned.choose_variants(self._canned.variants | {one for one in (before, self.current_text) if one})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tickets_wanted.emit(self.current_text)
        elif event.key() == Qt.Key.Key_Delete:
            self.take_out_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring takes the wording, the number of uses leads to the tickets; Ctrl and Shift select."""
        point, keys = event.position().toPoint(), event.modifiers()
        row = self.rowAt(point.y())
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            here = max(0, self.currentIndex().row())
            between = range(min(here, row), max(here, row) + 1)
            self._canned.choose_variants(self._canned.variants | {self._model.variant_at(one).text for one in between})
        elif keys & Qt.KeyboardModifier.ControlModifier:
            self._canned.choose_variants(self._canned.variants ^ {self._model.variant_at(row).text})
        else:
            text = self._model.variant_at(row).text
            super().mousePressEvent(event)
            if point.x() < RADIO:
                self._canned.pick(text)
            elif point.x() > self.viewport().width() - numbers_width():
                self.tickets_wanted.emit(text)
