"""The list of groups: what a group would become, how it was found, its labels and how many tickets they have.

Two lines a row, painted from a `Group` alone. The current row follows the groups of the mode and leads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.labels.groups import HOLLOW, Groups
from qtapp.labels.words import method_words, one_line

if TYPE_CHECKING:
    from db.labels import Group

HEIGHT = 67
LEFT, RIGHT, TEXT, END = 8, 9, 20, 19
NAMED = 6
"""Labels of a group that a row names."""


class GroupRows:
    """Groups; their ids are their places."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups

    def read(self, ids: list[int]) -> list[Group]:
        """A page of rows."""
        return [self._groups.groups[one] for one in ids]

    def words(self, row: Group | None, role: int) -> str:
        """The labels; for assistive technology all that is painted."""
        if row is None:
            return ""
        labels = [f"{one.label[:200]} ({one.tickets:,})" for one in row.labels[:20]]
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(labels)
        return ", ".join([head_words(row), method_words(row.method), counted(row.tickets, "tickets"), *labels])


def head_words(row: Group) -> str:
    """What a group is called."""
    if row.method == HOLLOW:
        return counted(len(row.labels), "hollow")
    return one_line(row.proposed[:200])


class GroupDelegate(QStyledItemDelegate):
    """Paints `Group`s."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Group = index.data(ROW)
        area, colours = option.rect, tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, area.adjusted(LEFT, 0, -RIGHT, -1))
        else:
            if option.state & QStyle.StateFlag.State_MouseOver:
                paint.round_rect(painter, area.adjusted(LEFT, 0, -RIGHT, -1), colours.hover, 6)
            paint.fill(painter, QRect(area.left() + TEXT, area.bottom(), area.width() - TEXT - END, 1), colours.line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, area.adjusted(LEFT, 0, -RIGHT, -1), colours.accent, 6)
        inner = QRect(area.left() + TEXT, area.top(), area.width() - TEXT - END, 0)
        self._first(painter, QRect(inner.left(), area.top() + 8, inner.width(), 22), row)
        self._second(painter, QRect(inner.left(), area.top() + 36, inner.width(), 20), row)
        painter.restore()

    def _first(self, painter: QPainter, line: QRect, row: Group) -> None:
        tickets = counted(row.tickets, "tickets")
        width = paint.metrics(SMALL).horizontalAdvance(tickets)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), tickets, font(SMALL), tokens().text2)
        shown = paint.elide(head_words(row), BODY, line.width() - width - 12)
        paint.write(painter, line, shown, font(BODY), tokens().text)

    def _second(self, painter: QPainter, line: QRect, row: Group) -> None:
        hollow = row.method == HOLLOW
        icon, token = ("question", "warn") if hollow else ("near", "text2")
        painter.drawPixmap(line.left(), line.top() + 3, pixmap(icon, token, 14))
        others = row.labels if hollow else row.labels[1:]
        words = "  ·  ".join(one_line(one.label[:80]) for one in others[:NAMED])
        paint.write(
            painter,
            line.adjusted(20, 0, 0, 0),
            paint.elide(words, SECONDARY, line.width() - 20),
            font(SECONDARY),
            tokens().text2,
        )


class GroupList(RowTable):
    """Right goes to the labels of the group, Enter to its tickets."""

    labels_wanted = Signal()
    tickets_wanted = Signal()

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("groupList")
        self.setAccessibleName(self.tr("Groups of labels that are probably one"))
        self._groups = groups
        self._model = PagedModel(GroupRows(groups), self)
        self.setModel(self._model)
        self.setItemDelegate(GroupDelegate(self))
        groups.shown_changed.connect(self.refill)
        groups.current_changed.connect(self._follow)
        self.refill()

    def refill(self) -> None:
        """Show what there is now; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self._model.set_ids(range(len(self._groups.groups)))
        self.verticalScrollBar().setValue(place)
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._groups.row_of(self._groups.current))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.leading:
            self._groups.go_row(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_Right: self.labels_wanted,
            Qt.Key.Key_Return: self.tickets_wanted,
            Qt.Key.Key_Enter: self.tickets_wanted,
        }
        wanted = keys.get(Qt.Key(event.key()))
        if wanted is not None:
            wanted.emit()
        else:
            super().keyPressEvent(event)
