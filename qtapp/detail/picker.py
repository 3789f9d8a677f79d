"""A line to type in, with the values that exist already in a list under it.

Knows nothing of tickets: it is told how to look values up, and tells what was chosen. A new value is made only by
choosing the last row, which says so; Enter on a text that is near an existing value takes that one. Where nothing is
near, the first Enter goes to that row, and the second one takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from db.records import dataclass
from qtapp.kit.theme import tokens

ROW = 28
MOST_ROWS = 10
VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value that exists: what is chosen, how it is called, and how many tickets have it (0: not said)."""

    value: object
    label: str
    count: int = 0


class Picker(QLineEdit):
    """The line. `suggest` gives the values near a text, nearest first; `new_label` is the last row's `…{text}…`."""

    picked = Signal(object)
    """The `value` of the suggestion that was chosen."""
    created = Signal(str)
    """The text that somebody chose to make a new value of."""
    given_up = Signal()
    """Esc, or the focus went elsewhere: nothing was chosen."""

    def __init__(
        self, suggest: Callable[[str], Sequence[Suggestion]], new_label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._new_label = new_label
        self.options = _Options(self)
        self.options.itemClicked.connect(self._choose)
        self.textEdited.connect(self._refresh)

    def begin(self, text: str = "") -> None:
        """Show the field with a text to change or to replace, and what there is to choose."""
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._refresh("")

    def end(self) -> None:
        """Put the list away."""
        self.options.hide()

    def _refresh(self, text: str) -> None:
        found = list(self._suggest(text.strip()))
        self.options.fill(found, self._new_label, text.strip())
        self.options.place_under(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.options.move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.options.currentItem()
            if item is not None:
                self._choose(item)
            else:
                self.options.move(1)
        elif key == Qt.Key.Key_Escape:
            self.end()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab completes instead of leaving, while there is something to complete."""
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and event.type() == QEvent.Type.KeyPress
        item = self.options.currentItem() if is_tab else None
        if item is not None and item.data(VALUE) is not None and item.text() != self.text():
            self.setText(self.options.label(item))
            self._refresh(self.text())
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.end()
            self.given_up.emit()

    def hideEvent(self, event: object) -> None:
        self.end()
        super().hideEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        value, text = item.data(VALUE), self.text().strip()
        self.end()
        if value is None:
            self.created.emit(text)
        else:
            self.picked.emit(value.value)


class _Options(QListWidget):
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
