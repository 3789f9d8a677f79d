"""The nearest tickets that carry the likely label: what each is called, what it says, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.labels import Field
from db.values import PATH_SEPARATOR, Ticket
from qtapp.kit import paint
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.labels.doubt_words import on_one_line, place_words
from qtapp.session import Session

HEIGHT, PAD = 46, 8
MOST = 3
"""Rows at once, where there is room."""


class NearRows:
    """Tickets of the review."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.field: Field = "category"

    def read(self, ids: list[int]) -> list[Ticket]:
        """They are few: a check names three."""
        return [self._session.review.ticket(one) for one in ids]

    def label(self, ticket: Ticket) -> str:
        """The labels that a ticket has."""
        return PATH_SEPARATOR.join(ticket.category) if self.field == "category" else "; ".join(ticket.causes)

    def words(self, row: Ticket, role: int) -> str:
        """The title; for assistive technology all that is painted."""
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.title[:600]
        said = (row.title[:600], place_words(row.source_name, row.line), row.problem[:600], self.label(row))
        return "\n".join(said)


class NearDelegate(QStyledItemDelegate):
    """Paints tickets in two lines."""

    def __init__(self, rows: NearRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ticket: Ticket = index.data(ROW)
        area, colours = option.rect, tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, area.adjusted(0, 0, 0, -2), colours.hover, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint.outline(painter, area.adjusted(0, 0, 0, -2), colours.accent, 6)
        line = QRect(area.left() + PAD, area.top() + 2, area.width() - 2 * PAD, 20)
        self._line(painter, line, ticket.title, BODY, "text", place_words(ticket.source_name, ticket.line), "text3")
        line = line.translated(0, 20)
        self._line(painter, line, ticket.problem, SECONDARY, "text2", self._rows.label(ticket), "accent")
        painter.restore()

    def _line(
        self, painter: QPainter, line: QRect, text: str, size: int, token: str, beside: str, beside_token: str
    ) -> None:
        """A text, and a shorter one at the right."""
        colours = tokens()
        mode = Qt.TextElideMode.ElideMiddle
        right = paint.elide(on_one_line(beside), SMALL, line.width() * 2 // 5, mode)
        width = paint.metrics(SMALL).horizontalAdvance(right)
        at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint.write(painter, line, right, font(SMALL), getattr(colours, beside_token), at_right)
        shown = paint.elide(on_one_line(text), size, line.width() - width - 12)
        paint.write(painter, line, shown, font(size), getattr(colours, token))


class NearList(RowTable):
    """Enter or a click shows a ticket; Left and Esc lead back to the list of findings."""

    ticket_wanted = Signal(int)
    left_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName("doubtNear")
        self.rows = NearRows(session)
        self._rows_at_once = MOST
        self._model = PagedModel(self.rows, self)
        self.setModel(self._model)
        self.setItemDelegate(NearDelegate(self.rows, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._show)

    def show_tickets(self, field: Field, label: str, tickets: tuple[int, ...]) -> None:
        """Show these tickets, which carry a label."""
        self.rows.field = field
        self.setAccessibleName(
            QCoreApplication.translate("Doubt", "The nearest tickets labelled {label}").format(label=label)
        )
        self._model.set_ids(tickets)
        self.make_room(self._rows_at_once)
        self.setVisible(bool(tickets))
        if self.hasFocus() and tickets:
            self.go_to(0)

    def make_room(self, rows: int) -> None:
        """Be as high as so many rows, at least one; the others are scrolled to."""
        self._rows_at_once = rows
        self.setFixedHeight(HEIGHT * max(1, min(rows, self._model.rowCount())))

    def _show(self, index: QModelIndex) -> None:
        self.ticket_wanted.emit(self._model.id_at(index.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is seen on a row, the first where none was chosen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self._show(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its first click has shown the ticket already."""
