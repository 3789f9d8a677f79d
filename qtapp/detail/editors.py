"""The editors of a ticket under its head: category and root causes, and what the source said of them.

Arranges; what is chosen the two editors tell themselves.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from db.values import CATEGORY, ROOT_CAUSE, Ticket
from qtapp.detail.category import CategoryEditor, Complete
from qtapp.detail.causes import CausesEditor, Near
from qtapp.detail.controls import field_label
from qtapp.detail.prose import Save
from qtapp.detail.source_line import SourceLine
from qtapp.kit import paint
from qtapp.kit.theme import tokens

LINE = 28
"""Pixels of a line of chips, which its name is as high as."""


def _unsaid(field: str, label: str) -> str:
    return ""


class Editors(QWidget):
    """Two labelled rows and the line of the source, above a separator."""

    def __init__(
        self,
        complete: Complete,
        near: Near,
        rewrite: Save,
        explain: Callable[[str, str], str] = _unsaid,
        parent: QWidget | None = None,
    ) -> None:
        """`explain` says what a label of a field means, '' where nobody has said."""
        super().__init__(parent)
        self.setObjectName("editors")
        self.category = CategoryEditor(complete, partial(explain, CATEGORY))
        self.causes = CausesEditor(near, rewrite, partial(explain, ROOT_CAUSE))
        self.source = SourceLine()
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 6, 24, 10)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (name, editor) in enumerate(
            ((self.tr("Category"), self.category), (self.tr("Root causes"), self.causes))
        ):
            grid.addWidget(field_label(name, LINE), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, row, 1)
        grid.addWidget(self.source, 2, 1)
        grid.setColumnStretch(1, 1)
        for box in (self.category, self.causes):
            box.items_changed.connect(self._order)
            box.height_changed.connect(self._make_room)

    def _make_room(self) -> None:
        """Lay out at once, up to the pane: left to the event loop, one frame would show rows over one another."""
        self.layout().activate()
        parent = self.parentWidget()
        if parent is not None and parent.layout() is not None:
            parent.layout().activate()

    def _order(self) -> None:
        """Tab walks from left to right and from top to bottom, whatever was made last."""
        controls = [*self.category.items, *self.causes.items]
        for before, after in itertools.pairwise(controls):
            QWidget.setTabOrder(before, after)

    def show_ticket(self, ticket: Ticket) -> None:
        """Show a ticket's category and root causes."""
        self.category.show_path(ticket.category)
        self.causes.show_ticket(ticket)
        self.source.show_ticket(ticket)
        self._fit()

    def prepare(self, ticket: Ticket) -> None:
        """Make ready what can be of a ticket that will probably be shown next."""
        self.category.prepare(ticket.category)
        self.causes.prepare(ticket)

    def _fit(self) -> None:
        if not self.source.isHidden() and self.source.fit(self.category.width()):
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), QRect(24, self.height() - 1, self.width() - 24, 1), tokens().line)
