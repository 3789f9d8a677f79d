"""The list of a picker: the values that are near what is typed, and the row that makes a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem

from qtapp.kit.theme import tokens
from qtapp.picking.suggestion import Suggestion

ROW = 28
MOST_ROWS = 10
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
        self.setStyleSheet(_sheet())
        self.hide()

    def fill(self, found: Sequence[Suggestion], new_label: str, text: str) -> None:
        """The suggestions, the first of them current, and the row that makes a new value."""
        self.clear()
        for suggestion in found:
            counted = f"{suggestion.label}\u2003{suggestion.count:,}" if suggestion.count else suggestion.label
            self._add(counted, suggestion)
        if text and all(text != one.label for one in found):
            self._add(new_label.format(text=text), None)
        self.setCurrentRow(0 if found else -1)

    def _add(self, text: str, suggestion: Suggestion | None) -> None:
        item = QListWidgetItem(text, self)
        item.setData(VALUE, suggestion)
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

    def place_under(self, field: QLineEdit) -> None:
        """Show the list under the field, or above it where there is no room below."""
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        height = min(self.count(), MOST_ROWS) * ROW + 10
        corner = field.mapTo(window, QPoint(0, field.height() + 2))
        if corner.y() + height > window.height():
            corner = field.mapTo(window, QPoint(0, -2 - height))
        self.setGeometry(QRect(corner, QSize(max(field.width(), 320), height)))
        self.setVisible(self.count() > 0)
        self.raise_()


def _sheet() -> str:
    """The look of the list, which stands over others and needs an edge."""
    colours = tokens()
    return (
        f"#options {{ background: {colours.surface}; border: 1px solid {colours.edge};"
        " border-radius: 6px; padding: 4px; }"
        f"#options::item {{ color: {colours.text}; padding-left: 6px; border-radius: 4px; }}"
        f"#options::item:hover {{ background: {colours.hover}; }}"
        f"#options::item:selected {{ background: {colours.selected}; color: {colours.text}; }}"
    )
