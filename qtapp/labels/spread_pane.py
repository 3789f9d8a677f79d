"""What the cell says that the mouse or the keyboard is on: its tickets beside chance, and how its row differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.kit.widgets import Button
from qtapp.labels.spread_map import FULL, tint
from qtapp.labels.spread_model import SpreadModel, cell_words, column_words
from qtapp.labels.words import one_line

if TYPE_CHECKING:
    from db.labels import Cell

SHOWN = 4
"""Categories of a row that are named, of those that it has too many of and of those it has too few of."""
LINE, GAP = 22, 12
TICKETS, NEXT, ORDER = "spread_tickets", "spread_next", "spread_order"


class Surprises(QWidget):
    """The categories that a row has most beyond chance, and fewest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spreadSurprises")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._groups: Sequence[tuple[str, Sequence[tuple[str, Cell]]]] = ()

    def show_cells(self, cells: Sequence[tuple[str, Cell]]) -> None:
        """Show the striking ones of a row, by the names of their columns."""
        ordered = sorted(cells, key=lambda one: -abs(one[1].residual))
        many = [one for one in ordered if one[1].residual > 0][:SHOWN]
        few = [one for one in ordered if one[1].residual < 0][:SHOWN]
        self._groups = [pair for pair in ((self.tr("More than others"), many), (self.tr("Fewer"), few)) if pair[1]]
        lines = [f"{head}: {name}, {cell_words(cell)}" for head, group in self._groups for name, cell in group]
        self.setAccessibleName(self.tr("Where the row differs"))
        self.setAccessibleDescription("; ".join(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, line = QPainter(self), tokens(), QRect(0, 0, self.width(), LINE)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for head, cells in self._groups:
            paint.write(painter, line, head, font(SECONDARY, bold=True), colours.text2)
            line.translate(0, LINE)
            for name, cell in cells:
                if line.bottom() >= self.height():
                    return  # half a line says nothing
                ground = tint(cell.residual, cell.striking)
                if ground is not None:
                    share = min(1.0, abs(cell.residual) / FULL)
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(ground)
                    painter.drawRect(QRect(0, line.top() + 1, max(4, round(self.width() * share)), LINE - 2))
                numbers = f"{cell.tickets:,} / {cell.expected:.1f}"
                width = paint.metrics(SMALL).horizontalAdvance(numbers)
                paint.write(painter, line.adjusted(0, 0, -4, 0), numbers, font(SMALL), colours.text, right)
                shown = paint.elide(name, SECONDARY, line.width() - width - 18)
                paint.write(painter, line.adjusted(6, 0, 0, 0), shown, font(SECONDARY), colours.text)
                line.translate(0, LINE)
            line.translate(0, GAP)


class Legend(QWidget):
    """What colours and marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spreadLegend")
        self.setFixedHeight(2 * LINE)
        self._lines = (
            (6.0, self.tr("more than chance would have it")),
            (-6.0, self.tr("fewer than chance would have it")),
        )
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription("; ".join(words for _, words in self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, line = QPainter(self), QRect(0, 0, self.width(), LINE)
        for residual, words in self._lines:
            box = QRect(0, line.top() + 4, 20, LINE - 8)
            for place, part in enumerate((1.0, 2.0, 4.0)):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tint(residual * part, True) or Qt.BrushStyle.NoBrush)
                painter.drawRect(box.translated(place * 20, 0))
            shown = paint.elide(words, SMALL, line.width() - 70)
            paint.write(painter, line.adjusted(70, 0, 0, 0), shown, font(SMALL), tokens().text2)
            line.translate(0, LINE)


class SpreadPane(QWidget):
    """Follows the cell that is pointed at."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""

    def __init__(self, model: SpreadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spreadPane")
        self.setMinimumWidth(220)
        self._model = model
        self.row, self.column = self._words("spreadRow", BODY, "text", True), self._words("spreadColumn", BODY, "text")
        self.cell, self.differs = self._words("spreadCell"), self._words("spreadDiffers")
        self.surprises, self.legend = Surprises(self), Legend(self)
        self.buttons = {
            TICKETS: Button(self.tr("Tickets"), self, look="primary", icon="inbox", key="T"),
            NEXT: Button(self.tr("Next striking"), self, icon="sparkle", key="N"),
            ORDER: Button(self.order_words(model.order), self, look="ghost", icon="refresh", key="O"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 16, 12)
        column.setSpacing(6)
        for part in (self.row, self.column, self.cell):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.differs)
        column.addSpacing(4)
        column.addWidget(self.surprises, 1)
        column.addWidget(self.legend)
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._clicked)
            column.addWidget(button)

    def _words(self, name: str, size: int = SECONDARY, token: str = "text2", bold: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font(size, bold))
        label.setWordWrap(True)
        label.setStyleSheet(f"color: {getattr(tokens(), token)}")
        return label

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def order_words(self, order: str) -> str:
        """How the rows are ordered."""
        known = {
            "divergence": self.tr("Most different first"),
            "first": self.tr("In the order of import"),
            "tickets": self.tr("Most tickets first"),
        }
        return known[order]

    def show_cell(self, index: QModelIndex) -> None:
        """Show what a cell and its row say."""
        spread = self._model.spread
        known = spread is not None and index.isValid()
        for part in (self.row, self.column, self.cell, self.differs, self.surprises, self.legend):
            part.setVisible(known)
        for button in self.buttons.values():
            button.setEnabled(known)
        if spread is None or not index.isValid():
            return
        row, column = self._model.place_of(index)
        one = spread.rows[row]
        self.row.setText(one_line(one.name)[:300])
        self.column.setText(column_words(spread.columns[column].label)[:300])
        self.cell.setText(cell_words(spread.cell(row, column)))
        words = self.tr("The row differs from the others by {n}; by chance it would by {chance}.")
        self.differs.setText(words.format(n=f"{one.divergence:.2f}", chance=f"{one.chance:.2f}"))
        cells = ((column_words(other.label), spread.cell(row, at)) for at, other in enumerate(spread.columns))
        self.surprises.show_cells([(name, cell) for name, cell in cells if cell.striking])
        self.buttons[TICKETS].setEnabled(spread.cell(row, column).tickets > 0)

    def show_order(self, order: str) -> None:
        """Say how the rows are ordered."""
        self.buttons[ORDER].setText(self.order_words(order))
        self.buttons[ORDER].setAccessibleName(self.order_words(order))
        self.buttons[ORDER].updateGeometry()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for name, button in self.buttons.items():
            button.set_key(keys.get(name, button.key))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
