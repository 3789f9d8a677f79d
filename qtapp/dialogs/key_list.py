"""The list of the key sheet: groups and actions in as many columns as there is room for, each with its keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.records import dataclass
from qtapp.kit import paint
from qtapp.kit.theme import BODY, SECONDARY, font, tokens

LINE = Qt.ItemDataRole.UserRole
LEAST, WIDEST, HEIGHT = 240, 460, 25
"""Pixels of a line; how wide it is between the two follows from its words and the room."""
LEFT, RIGHT, GAP = 10, 12, 4


@dataclass(frozen=True, slots=True)
class KeyLine:
    """An action with its keys in words; without an id, the head of a group."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    changed: bool = False


class KeyList(QListWidget):
    """Arrow keys go through all columns; heads of groups cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyList")
        self.setAccessibleName(self.tr("Actions and their keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(KeyDelegate(self))

    def fill(self, lines: Sequence[KeyLine]) -> None:
        """Show these lines, the first action chosen."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text, self)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.text}  {', '.join(line.keys)}")
            if not line.id:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        first = next((line.id for line in lines if line.id), "")
        self.choose(first)
        self._share_room()

    def _share_room(self) -> None:
        """As many columns as there is room for without a cut word, and no more than are needed, share the width."""
        room = self.viewport().size()
        widest = max((width_of(self.item(row).data(LINE)) for row in range(self.count())), default=LEAST)
        needed = max(1, -(-self.count() // max(1, room.height() // HEIGHT)))
        columns = max(1, min(needed, room.width() // max(LEAST, widest)))
        self.setGridSize(QSize(min(WIDEST, room.width() // columns), HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def choose(self, name: str) -> None:
        """Make an action the current one."""
        for row in range(self.count()):
            if name and self.item(row).data(LINE).id == name:
                self.setCurrentRow(row)

    def current_id(self) -> str:
        """The chosen action, '' for none."""
        item = self.currentItem()
        return str(item.data(LINE).id) if item is not None else ""


def _words(line: KeyLine) -> str:
    return f"{line.text} *" if line.changed else line.text


def width_of(line: KeyLine) -> int:
    """Pixels in which nothing of a line is cut."""
    keys = sum(paint.key_width(key) + GAP for key in line.keys)
    return LEFT + paint.metrics(BODY).horizontalAdvance(_words(line)) + 1 + keys + RIGHT


class KeyDelegate(QStyledItemDelegate):
    """A name at the left, key boxes at the right; a mark where the key is not the one that it was made with."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(LEAST, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: KeyLine = index.data(LINE)
        colours, area = tokens(), option.rect
        painter.save()
        room = area.adjusted(LEFT, 0, -RIGHT, 0)
        if not line.id:
            paint.write(painter, room, line.text, font(SECONDARY, bold=True), colours.text2)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                paint.selected_ground(painter, area.adjusted(0, 1, GAP - RIGHT, -1))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                paint.round_rect(painter, area.adjusted(0, 1, GAP - RIGHT, -1), colours.hover, 6)
            for key in reversed(line.keys):
                width = paint.key_width(key)
                paint.key_box(painter, QRect(room.right() - width + 1, room.top(), width, room.height()), key)
                room.setRight(room.right() - width - GAP)
            token = colours.accent if line.changed else colours.text
            shown = paint.elide(_words(line), BODY, room.width())
            paint.write(painter, room, shown, font(BODY), token)
        painter.restore()
