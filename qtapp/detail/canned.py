"""The replies of the ticket that others use too: each with its family, and the way there.

Shows what it is given; a click or Enter tells which family to go to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from qtapp.detail.slim import SlimBar
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens

if TYPE_CHECKING:
    from db.replies import Canned

HEIGHT = 26
LONGEST = 200
FAMILY, SAID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _Painter(QStyledItemDelegate):
    """The reply, and at the right how often it is used."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        text, uses = index.data(SAID)
        colours, area = tokens(), option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint.fill(painter, area, colours.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, area.adjusted(16, 0, -16, -1), colours.accent, 4)
        painter.drawPixmap(area.left() + 24, area.top() + 6, pixmap("copy", "accent", 14))
        line = area.adjusted(46, 0, -24, 0)
        width = paint.metrics(SECONDARY).horizontalAdvance(uses)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), uses, font(SECONDARY), colours.accent)
        shown = paint.elide(text, BODY, line.width() - width - 16)
        paint.write(painter, line, shown, font(BODY), colours.text)


class CannedReplies(QListWidget):
    """One row a reply, in the order of the thread."""

    wanted = Signal(str)
    """The id of a family to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannedReplies")
        self.setAccessibleName(self.tr("Canned replies of the ticket"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(SlimBar(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Painter(self))
        self.itemClicked.connect(self._go)

    def show_replies(self, replies: Sequence[Canned]) -> None:
        """List these replies."""
        self.clear()
        for one in replies:
            uses, variants = self.tr("%Ln uses", "", one.family.uses), self.tr("%Ln variants", "", one.family.variants)
            text, said = " ".join(one.variant[:LONGEST].split()), f"{uses} · {variants}"
            item = QListWidgetItem(f"{text} {said}", self)
            item.setData(FAMILY, one.family.id)
            item.setData(SAID, (text, said))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is seen on a row, the first where none was chosen."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._go(self.currentItem())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(FAMILY)))
