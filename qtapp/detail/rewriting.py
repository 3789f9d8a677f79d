"""The panel in which the texts of a ticket are rewritten: its title, its problem, and the reply that is marked.

Each field saves for itself when it is left, so that nothing typed is lost; the panel goes when the keyboard has gone.
Tells what was typed to whoever saves it; changes nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from db.values import Ticket
from qtapp.detail.controls import field_label
from qtapp.detail.prose import ProseField, Save
from qtapp.kit import paint
from qtapp.kit.theme import font, tokens

PROBLEM_LINES, REPLY_LINES = 4, 5
LINE = 24
"""Pixels of a line of a field here, which its name is as high as."""
SaveTurn = Callable[[int, int, str], bool]
"""Writes one turn of the thread of a ticket (by id, and the turn's number from 1); '' takes the turn away."""


class LineField(ProseField):
    """One line; Enter is enough to save it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.commit():
                self.left.emit()
        else:
            super().keyPressEvent(event)


class TextPanel(QWidget):
    """Three labelled fields; hidden until `edit` is called."""

    left = Signal()
    """The panel was put away; the focus may go back to the ticket."""
    shown = Signal(bool)
    """It has come, or gone."""

    def __init__(
        self, save_title: Save, save_problem: Save, save_turn: SaveTurn, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("text_panel")
        self._save_turn = save_turn
        self._ticket: Ticket | None = None
        self._number = 0
        self.title = self._field(LineField(save_title), "title_text", self.tr("Title"), 1)
        self.problem = self._field(ProseField(save_problem), "problem_text", self.tr("Problem"), PROBLEM_LINES)
        self.reply = self._field(ProseField(self._save_reply), "reply_text", self.tr("Reply"), REPLY_LINES)
        self._label, self._hint = field_label("", LINE), field_label("", LINE)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(24, 10, 24, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        rows = (
            (field_label(self.tr("Title"), LINE), self.title),
            (field_label(self.tr("Problem"), LINE), self.problem),
        )
        for row, (label, field) in enumerate((*rows, (self._label, self.reply))):
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
        self._grid.addWidget(self._hint, 3, 1)
        self.hide()

    def _field(self, field: ProseField, name: str, label: str, lines: int) -> ProseField:
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setFont(font())
        field.setFixedHeight(QFontMetrics(field.font()).lineSpacing() * lines + 12)
        if lines == 1:
            field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            field.setLineWrapMode(ProseField.LineWrapMode.NoWrap)
            field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        field.setStyleSheet(
            f"#{name} {{ border: 1px solid {tokens().edge}; border-radius: 6px; padding: 1px 4px; }}"
            f"#{name}:focus {{ border: 1px solid {tokens().accent}; }}"
        )
        field.left.connect(self._look)
        return field

    # What is shown

    def edit(self, ticket: Ticket, number: int) -> None:
        """Open on a ticket and, where `number` is that of a turn, on that turn; where it is 0 on title and problem."""
        self.hold(ticket)
        self._mark(number if 0 < number <= len(ticket.thread) else 0)
        self.show()
        field = self.reply if self._number else self.title
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._number:
            field.selectAll()

    def hold(self, ticket: Ticket) -> None:
        """Follow an open ticket; another one saves what was typed and closes the panel."""
        if self._ticket is not None and ticket.id != self._ticket.id:
            self.commit()
            self.hide()
        self._ticket = ticket
        if self.isVisible() or self.title.changed:
            self.title.open(ticket.id, ticket.title)
            self.problem.open(ticket.id, ticket.problem)

    def _mark(self, number: int) -> None:
        """Show the text of a turn, unless one that was typed before could not be saved."""
        assert self._ticket is not None
        self.title.open(self._ticket.id, self._ticket.title)
        self.problem.open(self._ticket.id, self._ticket.problem)
        if self.reply.commit():
            self._number = number
        shown = self._number > 0
        if shown:
            self.reply.open(self._ticket.id, self._ticket.thread[self._number - 1].text)
            self._label.setText(self.tr("Reply {n}").format(n=self._number))
        self.reply.setVisible(shown)
        self._label.setVisible(shown)
        more = "" if shown else self.tr("A reply that is marked (N, P) is edited here too.") + " "
        self._hint.setText(more + self.tr("Saved when you leave a field; Ctrl+Enter closes, Esc gives up."))

    # What is done

    def _save_reply(self, ticket_id: int, text: str) -> bool:
        return self._save_turn(ticket_id, self._number, text)

    def commit(self) -> None:
        """Save what is being typed."""
        for field in (self.title, self.problem, self.reply):
            field.commit()

    def _look(self) -> None:
        """One field was left: by Tab to another one, or for good."""
        inside = self.sender() is not None and self.sender().hasFocus()
        if inside:
            self._close()  # by a key, while it had the keyboard
        else:
            QTimer.singleShot(0, self, self._close_if_left)

    def _close_if_left(self) -> None:
        if self.isVisible() and not any(field.hasFocus() for field in (self.title, self.problem, self.reply)):
            self._close()

    def _close(self) -> None:
        had_focus = any(field.hasFocus() for field in (self.title, self.problem, self.reply))
        self.hide()
        if had_focus:
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), QRect(0, 0, self.width(), 1), tokens().line)
