"""The name of the open review in the header, with a menu of other reviews and of what can be opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.review import SUFFIX
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, font, tokens
from qtapp.kit.tips import plain_tip

HEIGHT, PADDING, GAP, ICON, CHEVRON = 32, 8, 6, 16, 14
WIDEST = 240
OFFERED = ("open", "open_folder", "open_sample", "", "close_review")
"""Actions below the recent reviews, '' for a line."""


class ReviewButton(QToolButton):
    """Painted, so that name, suffix and sign stand as one."""

    review_wanted = Signal(object)
    """The path of a recent review."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewButton")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._actions = actions
        self._made = QMenu(self)
        self._made.triggered.connect(self._go_to)
        self.setMenu(self._made)

    def show_review(self, name: str, recent: Sequence[Path]) -> None:
        """The name of the open review ('' for none), and the others to go to."""
        self.setText(name)
        self.setAccessibleName(self.tr("Review {name}").format(name=name))
        self.setToolTip(plain_tip(f"{name}{SUFFIX}"))
        self.setVisible(bool(name))
        self._made.clear()
        for path in recent:
            self._made.addAction(f"{path.stem}    {path.parent}").setData(str(path))
        if recent:
            self._made.addSeparator()
        for offered in OFFERED:
            if offered:
                self._made.addAction(self._actions[offered])
            else:
                self._made.addSeparator()
        self.updateGeometry()

    def _go_to(self, action: QAction) -> None:
        if action.data():
            self.review_wanted.emit(Path(str(action.data())))

    def _name_width(self) -> int:
        return min(WIDEST, paint.metrics(BODY, bold=True).horizontalAdvance(self.text()) + 1)

    def sizeHint(self) -> QSize:
        suffix = paint.metrics(BODY).horizontalAdvance(SUFFIX)
        return QSize(2 * PADDING + ICON + GAP + self._name_width() + suffix + GAP + CHEVRON, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, area = QPainter(self), tokens(), self.rect()
        if self.underMouse() or self.isDown():
            paint.round_rect(painter, area, colours.hover, 6)
        if self.hasFocus():
            paint.outline(painter, area, colours.accent, 6)
        top = (area.height() - ICON) // 2
        painter.drawPixmap(QPoint(PADDING, top), pixmap("database", "text2", ICON))
        name = area.adjusted(PADDING + ICON + GAP, 0, 0, 0)
        name.setWidth(self._name_width())
        shown = paint.metrics(BODY, bold=True).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, name.width())
        paint.write(painter, name, shown, font(BODY, bold=True), colours.text)
        behind = area.adjusted(name.right() + 1, 0, 0, 0)
        paint.write(painter, behind, SUFFIX, font(BODY), colours.text3)
        corner = QPoint(area.right() + 1 - PADDING - CHEVRON, (area.height() - CHEVRON) // 2)
        painter.drawPixmap(corner, pixmap("chevron-down", "text2", CHEVRON))
