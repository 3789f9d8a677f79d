"""Controls in lines, as words are in a paragraph.

Not a layout but a widget with a height of its own: its controls change with every ticket, and asking a layout to
activate itself each time costs more than placing them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

GAP, LINE_GAP = 5, 5


class FlowBox(QWidget):
    """Places the controls it is given; those it is no longer given are hidden, and kept by their owner."""

    items_changed = Signal()
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self.more: QWidget | None = None
        self.most_lines = 0

    @property
    def items(self) -> Sequence[QWidget]:
        """What is shown, in order."""
        return self._items

    def limit(self, lines: int, more: QWidget) -> None:
        """Show no more than `lines` lines; `more` stands for the controls that have no room (0: no limit)."""
        self.more, self.most_lines = more, lines
        more.setParent(self)
        more.hide()

    def show_items(self, items: Sequence[QWidget]) -> None:
        """Show these controls in this order."""
        for item in self._items:
            if item not in items:
                item.hide()
        if [*items] != self._items:
            for item in items:
                if item.parent() is not self:
                    item.setParent(self)
            self._items = [*items]
            self.items_changed.emit()
        for item in items:
            if item.isHidden():
                item.show()
        self.arrange()

    def arrange(self) -> None:
        """Give each control its place, and the box its height."""
        top = 0
        lines = self._lines(self._items)
        if self.more is not None:
            lines = self._limited(lines, self.more)
        for line in lines:
            height = max(size.height() for _, size in line)
            left = 0
            for item, size in line:
                place = QRect(left, top + (height - size.height()) // 2, min(size.width(), self.width()), size.height())
                if item.geometry() != place:
                    item.setGeometry(place)
                left += place.width() + GAP
            top += height + LINE_GAP
        height = max(0, top - LINE_GAP)
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
            self.height_changed.emit()

    def _limited(self, lines: list[list[tuple[QWidget, QSize]]], more: QWidget) -> list[list[tuple[QWidget, QSize]]]:
        """The lines that may be seen, the last of them ending with `more` where some controls are left out."""
        shown = len(self._items)
        while self.most_lines and len(lines) > self.most_lines and shown > 1:
            shown -= 1
            lines = self._lines([*self._items[:shown], more])
        for n, item in enumerate(self._items):
            if item.isVisibleTo(self) != (n < shown):
                item.setVisible(n < shown)
        more.setVisible(shown < len(self._items))
        return lines

    def _lines(self, items: Sequence[QWidget]) -> list[list[tuple[QWidget, QSize]]]:
        """The controls of each line, with their sizes."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        room = -1
        for item in items:
            size = item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
            if room < min(size.width(), self.width()) or not lines:
                lines.append([])
                room = self.width()
            lines[-1].append((item, size))
            room -= size.width() + GAP
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
