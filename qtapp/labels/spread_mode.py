"""How categories are spread over sources, or over root causes: who labels unlike the others is seen at a glance.

The table is counted in short steps, so that the window never waits for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from db.late import Late
from qtapp.counted import counted
from qtapp.kit.theme import BODY, font, tokens
from qtapp.labels.mode import Mode
from qtapp.labels.spread_map import SpreadMap
from qtapp.labels.spread_model import ORDERS, SpreadModel
from qtapp.labels.spread_pane import SpreadPane
from qtapp.session import Session

if TYPE_CHECKING:
    from db import labels as library
    from db.labels import By, Spread
else:
    library = Late("db.labels")

WIDTHS = (1040, 740)
"""Of the map, in a wide page and in a narrow one."""
STEP = 0.02
"""Seconds of counting at once."""
BY: Mapping[str, By] = {"category": "source", "root_cause": "root_cause"}


class SpreadMode(Mode):
    """The map, and what it says of one cell."""

    name = "spread"
    shown, chosen = "spread", "cell"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, WIDTHS, parent)
        self.model = SpreadModel(self)
        self.map = SpreadMap(self.model, self.left)
        self.pane = SpreadPane(self.model, self)
        self.nothing = QLabel(self.left)
        self.nothing.setObjectName("noSpread")
        self.nothing.setFont(font(BODY))
        self.nothing.setWordWrap(True)
        self.nothing.setStyleSheet(f"color: {tokens().text2}")
        self.nothing.setContentsMargins(24, 20, 24, 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.hold(self.left, self.pane)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._stack = QStackedWidget(self.left)
        for part in (self.map, self.nothing):
            self._stack.addWidget(part)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._stack)
        self._striking: Sequence[tuple[int, int]] = ()
        self._at = -1
        self._counting: Iterator[Spread | None] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._count)
        self.deeds = {
            "spread_down": lambda: self._move(1),
            "spread_up": lambda: self._move(-1),
            "spread_next": lambda: self._leap(1),
            "spread_previous": lambda: self._leap(-1),
            "spread_order": self.next_order,
            "spread_tickets": self.show_tickets,
        }
        self.map.pointed.connect(self.pane.show_cell)
        self.map.tickets_wanted.connect(self.show_tickets)
        self.map.selectionModel().currentChanged.connect(self.changed)
        self.pane.wanted.connect(self.action_wanted)
        self._show(None)

    # What is shown

    def read(self) -> None:
        """Count the table anew."""
        self._counting = library.spreading(self.session.review, BY[self.field])
        self._count()

    def _count(self) -> None:
        end = perf_counter() + STEP
        for found in self._counting:
            if found is not None:
                self._show(found)
                return
            if perf_counter() > end:
                self._timer.start(0)
                return

    def _show(self, spread: Spread | None) -> None:
        """Show a table; the cell of the same names stays the current one, else the most striking one is."""
        names = self._names(self.map.currentIndex())
        self.model.show_spread(spread)
        self._striking, self._at = spread.striking() if spread is not None else (), -1
        filled = spread is not None and bool(spread.rows)
        self._stack.setCurrentWidget(self.map if filled else self.nothing)
        counting = self.tr("Counting…") if spread is None else self.tr("No ticket has a label of this kind.")
        self.nothing.setText(counting)
        if filled and not self._go_back(names):
            self._go_first()
        self.pane.show_cell(self.map.currentIndex())
        self.changed.emit()

    def _names(self, index: QModelIndex) -> tuple[str, str]:
        spread = self.model.spread
        if spread is None or not index.isValid():
            return "", ""
        row, column = self.model.place_of(index)
        return spread.rows[row].name, spread.columns[column].label

    def _go_back(self, names: tuple[str, str]) -> bool:
        spread = self.model.spread
        assert spread is not None
        rows = [place for place, one in enumerate(spread.rows) if one.name == names[0]]
        columns = [place for place, one in enumerate(spread.columns) if one.label == names[1]]
        if rows and columns:
            self._go(rows[0], columns[0])
        return bool(rows and columns)

    def _go_first(self) -> None:
        if self._striking:
            self._leap(1)
        else:
            self.map.setCurrentIndex(self.model.index(0, 0))

    # What the page asks

    def has_one(self) -> bool:
        return self.map.currentIndex().isValid()

    def words(self) -> str:
        spread = self.model.spread
        by = self.tr("Categories by source") if self.field == "category" else self.tr("Categories by root cause")
        size = counted(len(spread.columns), "categories") if spread is not None else ""
        return "  ·  ".join(part for part in (by, size) if part)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        self.pane.show_keys(keys)

    def stops(self) -> Sequence[QWidget]:
        return [self.map if self._stack.currentWidget() is self.map else self.left]

    # What is done

    def _go(self, row: int, column: int) -> None:
        self.map.setCurrentIndex(self.model.index_of(row, column))
        self.map.scrollTo(self.map.currentIndex())

    def _move(self, step: int) -> None:
        here = self.map.currentIndex()
        row = max(0, min(self.model.rowCount() - 1, here.row() + step))
        self.map.setCurrentIndex(self.model.index(row, here.column()))

    def _leap(self, step: int) -> None:
        """Go to the cell that is the next most striking one."""
        if self._striking:
            self._at = max(0, min(len(self._striking) - 1, self._at + step))
            self._go(*self._striking[self._at])

    def next_order(self) -> None:
        """Show the rows in the next order; the cell stays the current one."""
        names = self._names(self.map.currentIndex())
        order = ORDERS[(ORDERS.index(self.model.order) + 1) % len(ORDERS)]
        self.model.show_order(order)
        self.pane.show_order(order)
        self._go_back(names)

    def show_tickets(self) -> None:
        """Show the tickets of the cell at the keyboard; an empty one has none to show."""
        spread, index = self.model.spread, self.map.currentIndex()
        if spread is not None and index.isValid() and self.model.cell_at(index).tickets:
            self.tickets_wanted.emit(str(spread.query(*self.model.place_of(index))), 0)
