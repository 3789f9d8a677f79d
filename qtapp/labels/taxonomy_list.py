"""The list of a taxonomy: categories as a tree, root causes one below the other, with the number of their tickets.

A line a row, painted from a `Node` alone. Left folds or goes to what the label is below, Right unfolds or goes on.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.labels import Node
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.labels.taxonomy_tree import Tree
from qtapp.labels.taxonomy_words import MARK_ICONS, count_words, mark_word

HEIGHT, HEADING = 30, 24
LEFT, RIGHT, END = 8, 9, 19
INDENT, SIGN = 16, 16
COLUMN = 58
"""Pixels of a column of numbers."""
LONGEST = 160
"""Characters of a name that are looked at: more never fit."""
LEAST = 110
"""Pixels that a name keeps; the words of its marks give way to it, their signs stay."""

Index = QModelIndex | QPersistentModelIndex


def columns(tree: Tree) -> int:
    """How many numbers stand at the right: with labels below others, their own tickets and all."""
    return 2 if tree.field == "category" else 1


class TaxonomyRows:
    """Labels; their ids are their places in the taxonomy."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def read(self, ids: list[int]) -> list[Node]:
        """A page of rows."""
        return [self._tree.known.nodes[one] for one in ids]

    def words(self, row: Node | None, role: int) -> str:
        """The label; for assistive technology all that is painted."""
        if row is None:
            return ""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.label[:600]
        marks = (mark_word(mark) for mark in self._tree.marks(row))
        return ", ".join((row.label[:600], count_words(row), *marks))


class TaxonomyDelegate(QStyledItemDelegate):
    """Paints `Node`s."""

    def __init__(self, tree: Tree, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        node: Node = index.data(ROW)
        area, colours = option.rect, tokens()
        painter.save()
        inner = area.adjusted(LEFT, 0, -RIGHT, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, inner)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, inner, colours.hover, 6)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_Selected:
            paint.outline(painter, inner, colours.accent, 6)
        line = QRect(name_left(self._tree, node), area.top(), 0, area.height() - 1)
        line.setRight(area.right() - END)
        if node.children:
            self._sign(painter, line, node)
        self._name(painter, self._marks(painter, self._numbers(painter, line, node), node), node)
        painter.restore()

    def _sign(self, painter: QPainter, line: QRect, node: Node) -> None:
        sign = "chevron-right" if self._tree.is_folded(node.label) else "chevron-down"
        painter.drawPixmap(line.left() - SIGN, line.center().y() - 6, pixmap(sign, "text2", 14))

    def _numbers(self, painter: QPainter, line: QRect, node: Node) -> QRect:
        """The numbers at the right end of a line; returns what is left of it."""
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint.write(painter, line, f"{node.total:,}", font(SECONDARY), tokens().text2, align)
        if columns(self._tree) == 2 and node.tickets != node.total:
            own = f"{node.tickets:,}"
            paint.write(painter, line.adjusted(0, 0, -COLUMN, 0), own, font(SECONDARY), tokens().text3, align)
        return line.adjusted(0, 0, -COLUMN * columns(self._tree) + 6, 0)

    def _marks(self, painter: QPainter, line: QRect, node: Node) -> QRect:
        for mark in reversed(self._tree.marks(node)):
            sign, token = MARK_ICONS[mark]
            word = mark_word(mark)
            if line.width() - paint.metrics(SMALL).horizontalAdvance(word) - 28 >= LEAST:
                line = line.adjusted(0, 0, -paint.badge(painter, line, sign, word, token, SMALL), 0)
            else:
                painter.drawPixmap(line.right() - 16, line.center().y() - 6, pixmap(sign, token, 14))
                line = line.adjusted(0, 0, -24, 0)
        return line

    def _name(self, painter: QPainter, line: QRect, node: Node) -> None:
        shown = paint.elide(" ".join(node.name[:LONGEST].split()), BODY, line.width() - 8)
        for word in self._tree.wanted.split():
            start = shown.casefold().find(word)
            if start >= 0:
                paint.hits(painter, line, shown, [(start, start + len(word))], BODY)
        colour = tokens().text2 if node.retired or not node.total else tokens().text
        paint.write(painter, line, shown, font(BODY), colour)


def name_left(tree: Tree, node: Node) -> int:
    """Where the name of a label begins in its row."""
    return LEFT + 12 + (SIGN + node.depth * INDENT if tree.field == "category" else 0)


class Headings(QWidget):
    """What the numbers are, over the list that they stand in."""

    def __init__(self, tree: Tree, rows: RowTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taxonomyHeadings")
        self._tree, self._rows = tree, rows
        self.setFixedHeight(HEADING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.fill(painter, QRect(0, self.height() - 1, self.width(), 1), colours.line)
        line = QRect(LEFT + 12, 0, self._rows.viewport().width() - LEFT - 12 - END, self.height() - 2)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint.write(painter, line, self.tr("Label"), font(SMALL), colours.text3)
        paint.write(painter, line, self.tr("Tickets"), font(SMALL), colours.text3, align)
        if columns(self._tree) == 2:
            paint.write(
                painter, line.adjusted(0, 0, -COLUMN, 0), self.tr("Directly"), font(SMALL), colours.text3, align
            )


class TaxonomyList(RowTable):
    """Enter shows the tickets of a label; the arrows go through the tree."""

    chosen = Signal(str)
    """A label that somebody went to."""
    fold_wanted = Signal(str, bool)
    """A label, and whether what is below it is to be hidden."""
    tickets_wanted = Signal()
    pane_wanted = Signal()

    def __init__(self, tree: Tree, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("taxonomyList")
        self.setAccessibleName(self.tr("Labels"))
        self._tree = tree
        self._model = PagedModel(TaxonomyRows(tree), self)
        self.setModel(self._model)
        self.setItemDelegate(TaxonomyDelegate(tree, self))

    def refill(self, label: str) -> None:
        """Show what there is now, this one current; the place in the list stays."""
        place = self.verticalScrollBar().value()
        self._model.set_ids(self._tree.rows)
        self.verticalScrollBar().setValue(place)
        self.follow(label)

    def follow(self, label: str) -> None:
        """Make a label the current one."""
        self.go_to(self._tree.row_of(label))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        node = self._tree.at(current.row()) if current.isValid() and self.leading else None
        if node is not None:
            self.chosen.emit(node.label)

    def _current(self) -> Node | None:
        row = self.currentIndex().row()
        return self._tree.at(row) if row >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node, key = self._current(), event.key()
        if key == Qt.Key.Key_Right:
            self._right(node)
        elif key == Qt.Key.Key_Left:
            self._left(node)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tickets_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _right(self, node: Node | None) -> None:
        if node is not None and node.children and self._tree.is_folded(node.label):
            self.fold_wanted.emit(node.label, False)
        elif node is not None and node.children:
            self.chosen.emit(self._tree.children(node.label)[0].label)
        else:
            self.pane_wanted.emit()

    def _left(self, node: Node | None) -> None:
        if node is None:
            return
        if node.children and not self._tree.is_folded(node.label) and not self._tree.wanted:
            self.fold_wanted.emit(node.label, True)
        elif above := self._tree.above(node.label):
            self.chosen.emit(above)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign before a name folds or unfolds."""
        row = self.indexAt(event.position().toPoint()).row()
        node = self._tree.at(row) if row >= 0 else None
        if node is not None and node.children:
            left = name_left(self._tree, node)
            if left - SIGN - 4 <= event.position().x() < left:
                self.fold_wanted.emit(node.label, not self._tree.is_folded(node.label))
                return
        super().mousePressEvent(event)
