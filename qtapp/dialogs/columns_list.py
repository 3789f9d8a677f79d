"""The columns of a table as lines: what each is, its name, what its first rows say. A letter says what one is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.records import dataclass
from qtapp.dialogs.columns_offer import KEYS, OTHER, ColumnsOffer, role_words
from qtapp.kit import paint
from qtapp.kit.theme import BODY, SECONDARY, font, tokens

LINE = Qt.ItemDataRole.UserRole
HEIGHT, ROLE, NAME, KEY = 32, 190, 190, 30
SAMPLES, LONGEST = 3, 200
STEPS = {"J": 1, "K": -1}
_BY_KEY = {key: role for role, key in KEYS.items()}


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column in words."""

    role: str
    name: str
    samples: str


def lines_of(offer: ColumnsOffer) -> list[ColumnLine]:
    """A line for each column."""
    found = []
    for place, (name, role) in enumerate(zip(offer.names, offer.roles, strict=True)):
        said = [row[place] for row in offer.rows if place < len(row) and row[place].strip()]
        samples = "  ·  ".join(" ".join(text[:LONGEST].split()) for text in said[:SAMPLES])
        found.append(ColumnLine(role, name, samples))
    return found


class ColumnList(QListWidget):
    """Arrow keys, J and K go from column to column; `wanted` tells the role that a letter gives to the chosen one."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnList")
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ColumnDelegate(self))

    def fill(self, offer: ColumnsOffer) -> None:
        """Show the columns; the one that was chosen stays chosen."""
        row = max(0, self.currentRow())
        lines = lines_of(offer)
        if self.count() != len(lines):
            self.clear()
            for _ in lines:
                QListWidgetItem(self)
        for place, line in enumerate(lines):
            item = self.item(place)
            item.setData(LINE, line)
            said = f"{line.name}: {role_words(line.role)}. {line.samples}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setCurrentRow(min(row, len(lines) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.text().upper() if plain else ""
        if key in _BY_KEY:
            self.wanted.emit(_BY_KEY[key])
        elif key in STEPS:
            self.setCurrentRow(max(0, min(self.currentRow() + STEPS[key], self.count() - 1)))
        else:
            super().keyPressEvent(event)


class ColumnDelegate(QStyledItemDelegate):
    """The role with its key, the name, and grey what stands in the first rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(ROLE + NAME, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ColumnLine | None = index.data(LINE)
        if line is None:
            return
        colours, area = tokens(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint.selected_ground(painter, area.adjusted(2, 1, -2, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, area.adjusted(2, 1, -2, -1), colours.hover, 6)
        role, name, rest = _rooms(area)
        key = QRect(role.left(), role.top(), KEY, role.height())
        paint.key_box(painter, key, KEYS.get(line.role, ""))
        known = line.role != OTHER
        role.setLeft(key.right() + 6)
        words = paint.elide(role_words(line.role), BODY, role.width())
        paint.write(painter, role, words, font(BODY, bold=known), colours.accent if known else colours.text2)
        paint.write(painter, name, paint.elide(line.name, BODY, name.width()), font(BODY), colours.text)
        shown = paint.elide(line.samples, SECONDARY, rest.width())
        paint.write(painter, rest, shown, font(SECONDARY), colours.text2)
        painter.restore()


def _rooms(area: QRect) -> tuple[QRect, QRect, QRect]:
    role = QRect(area.left() + 10, area.top(), ROLE, area.height())
    name = QRect(role.right() + 8, area.top(), NAME, area.height())
    return role, name, QRect(name.right() + 12, area.top(), area.right() - name.right() - 22, area.height())
