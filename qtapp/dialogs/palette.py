"""The command palette: everything that can be done, found by some letters of its name, run by Enter.

Knows actions as rows to choose from (`Command`), so that saved views and recent reviews stand beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from db.records import dataclass
from qtapp.kit import fuzzy, paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens

WIDTH, HEIGHT, ROW = 620, 430, 34
FOUND = Qt.ItemDataRole.UserRole
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Command:
    """Something to choose: `id` says what, `alias` is a second name that finds it (the id, in any language)."""

    id: str
    text: str
    icon: str = ""
    key: str = ""
    group: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A command with the letters that were typed."""

    command: Command
    match: fuzzy.Match


def find(wanted: str, commands: Sequence[Command]) -> list[Found]:
    """The commands that are meant by some letters, the best first; all of them, as they stand, for none."""
    found = []
    for command in commands:
        here = fuzzy.match(wanted, command.text)
        if here is None and command.alias:
            other = fuzzy.match(wanted, command.alias)
            here = fuzzy.Match(other.score - 500, ()) if other is not None and other.score > 0 else None
        if here is not None:
            found.append(Found(command, here))
    return sorted(found, key=lambda one: -one.match.score) if wanted.strip() else found


class Palette(QDialog):
    """A field over a list, without a frame; it closes when something is chosen or the focus goes elsewhere."""

    chosen = Signal(str)
    """The id of a command."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        self.setModal(True)
        self.resize(WIDTH, HEIGHT)
        self._commands = commands
        self.field = QLineEdit(self)
        self.field.setObjectName("paletteField")
        self.field.setFrame(False)
        self.field.setFixedHeight(30)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Command"))
        self.list = QListWidget(self)
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.nothing = QLabel(self.tr("Nothing is called that."), self)
        self.nothing.setObjectName("paletteNothing")
        self.nothing.setMargin(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 9, 9, 9)
        layout.setSpacing(8)
        for widget in (self.field, self.nothing, self.list):
            layout.addWidget(widget, int(widget is self.list))
        layout.insertWidget(1, self._line())
        layout.addStretch(0)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._fill("")
        self._place()

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {tokens().line}")
        return line

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            area = over.window().geometry()
            self.move(area.center().x() - WIDTH // 2, area.top() + max(40, area.height() // 8))

    def _fill(self, wanted: str) -> None:
        self.list.clear()
        for found in find(wanted, self._commands):
            item = QListWidgetItem(found.command.text, self.list)
            item.setData(FOUND, found)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in STEPS:
                self._step(STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._choose(item)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        """Go on in the list, and round at its ends."""
        count, here = self.list.count(), self.list.currentRow()
        if count:
            self.list.setCurrentRow((here + by) % count if abs(by) == 1 else max(0, min(count - 1, here + by)))

    def _choose(self, item: QListWidgetItem) -> None:
        found: Found = item.data(FOUND)
        self.accept()
        self.chosen.emit(found.command.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.outline(QPainter(self), self.rect(), tokens().edge, 0, tokens().surface)


class CommandDelegate(QStyledItemDelegate):
    """Icon, name with the letters that were typed, group, key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found = index.data(FOUND)
        colours, area, command = tokens(), option.rect, found.command
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, area.adjusted(0, 1, 0, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, area.adjusted(0, 1, 0, -1), colours.hover, 6)
        line = area.adjusted(14, 0, -10, 0)
        if command.icon:
            painter.drawPixmap(line.left(), line.center().y() - 7, pixmap(command.icon, "text2", 16))
        line.setLeft(line.left() + 28)
        if command.key:
            width = paint.key_width(command.key)
            paint.key_box(painter, QRect(line.right() - width, line.top(), width, line.height()), command.key)
            line.setRight(line.right() - width - 12)
        if command.group:
            width = paint.metrics(SECONDARY).horizontalAdvance(command.group)
            box = QRect(line.right() - width, line.top(), width + 1, line.height())
            paint.write(painter, box, command.group, font(SECONDARY), colours.text3)
            line.setRight(line.right() - width - 12)
        shown = paint.elide(command.text, BODY, line.width())
        kept = len(shown) - (shown != command.text)
        spans = [(place, place + 1) for place in found.match.places if place < kept]
        paint.hits(painter, line, shown, joined(spans))
        paint.write(painter, line, shown, font(BODY), colours.text)
        painter.restore()


def joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places side by side as one."""
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and made[-1][1] == start:
            made[-1] = (made[-1][0], end)
        else:
            made.append((start, end))
    return made
