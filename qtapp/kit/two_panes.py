"""Two panes beside one another: a column with a list at the left, what is chosen in it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW = 1100
"""Width below which a page is narrow."""
LEAST_RIGHT = 300


class TwoPanes(QSplitter):
    """The right pane takes what room there is; a page that becomes narrow, or wide, gives the left one its usual width
    for that, where it has `widths` (of the wide and of the narrow page)."""

    def __init__(self, parent: QWidget | None = None, widths: tuple[int, int] | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._widths = widths
        self._narrow: bool | None = None
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def hold(self, left: QWidget, right: QWidget) -> None:
        """Show these two. Make them with this for their parent: a widget that changes parents is styled again."""
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if self._widths is not None and narrow != self._narrow:
            self._narrow = narrow
            self.share(self._widths[narrow])

    def share(self, left: int) -> None:
        """Give the left pane a width, and the right one what is left."""
        self.setSizes([left, max(LEAST_RIGHT, self.width() - left)])
