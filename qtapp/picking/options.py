"""The list of a picker: the values that are near what is typed, the row that makes a new one, and under them what the
current one means.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from qtapp.kit.offers import offers_sheet
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.tips import tip
from qtapp.picking.suggestion import Suggestion

ROW = 28
MOST_ROWS = 10
LEAST_WIDTH = 320
EDGE = 10
"""Pixels of frame and padding, both sides together."""
NOTE_HEIGHT = 110
"""Pixels that the words under the list take at most."""
LONGEST = 400
"""Characters of them that are shown."""
VALUE = Qt.ItemDataRole.UserRole


class Options(QListWidget):
    """The list under the field. It never takes the focus; a child of the window, so that it may reach over the rest."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.setObjectName("options")
        self.setAccessibleName(self.tr("Existing values"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            offers_sheet("options")
            + f"#optionNote {{ color: {tokens().text2}; border-top: 1px solid {tokens().line}; }}"
        )
        self.note = self._make_note()
        self.hide()

    def _make_note(self) -> QLabel:
        note = QLabel(self)
        note.setObjectName("optionNote")
        note.setFont(font(SECONDARY))
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignTop)
        note.setContentsMargins(8, 6, 8, 6)
        note.hide()
        return note

    def fill(self, found: Sequence[Suggestion], new_label: str, text: str, first: bool = True) -> None:
        """The suggestions, the first of them current where it is to be, and the row that makes a new value, where
        `new_label` says how."""
        self.clear()
        for suggestion in found:
            counted = f"{suggestion.label}\u2003{suggestion.count:,}" if suggestion.count else suggestion.label
            self._add(counted, suggestion)
        if text and new_label and all(text != one.label for one in found):
            self._add(new_label.format(text=text), None)
        self.setCurrentRow(0 if found and first else -1)

    def _add(self, text: str, suggestion: Suggestion | None) -> None:
        item = QListWidgetItem(text, self)
        item.setData(VALUE, suggestion)
        if suggestion is not None and suggestion.note:
            item.setToolTip(tip(suggestion.note[:LONGEST]))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, suggestion.note[:LONGEST])
        item.setSizeHint(QSize(0, ROW))
        if suggestion is None:
            font = item.font()
            font.setItalic(True)
            item.setFont(font)

    def label(self, item: QListWidgetItem) -> str:
        """The suggestion's name, without its count."""
        return str(item.data(VALUE).label)

    def move(self, by: int) -> None:
        """The row below or above; from the ends it goes nowhere."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def place_at(self, field: QLineEdit, over: QWidget | None = None) -> None:
        """Show the list under the field, or above it where there is no room below; `over` something, where it is to
        stand there."""
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        width, rows = max(field.width(), LEAST_WIDTH), min(self.count(), MOST_ROWS) * ROW + EDGE
        height = rows + self._explain(rows, width)
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        if over is not None or corner.y() + height > window.height():
            top = over.mapTo(window, QPoint(0, 0)).y() if over is not None else corner.y() - field.height() - 2
            corner.setY(max(0, top - 2 - height))
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        self.setGeometry(QRect(corner, QSize(width, height)))
        self.setVisible(self.count() > 0)
        self.raise_()

    def explanation(self) -> str:
        """What the current value means, '' where nobody has said."""
        item = self.currentItem()
        value = item.data(VALUE) if item is not None else None
        return value.note if value is not None else ""

    def _explain(self, top: int, width: int) -> int:
        """Say under the rows what the current value means; the pixels that it takes."""
        text = self.explanation()
        self.note.setText(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
        self.note.setVisible(bool(text))
        height = min(NOTE_HEIGHT, self.note.heightForWidth(width - EDGE)) if text else 0
        self.setViewportMargins(0, 0, 0, height)
        self.note.setGeometry(EDGE // 2, top - EDGE // 2, width - EDGE, height)
        return height
