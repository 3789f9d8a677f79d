"""The root causes of a ticket: tags with a button to remove each, or a sentence that is edited as text.

Tells what was chosen; changes nothing itself. How existing causes are looked up it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.values import Ticket
from qtapp.detail.controls import ICON, KeyButton
from qtapp.detail.flow import GAP, FlowBox
from qtapp.detail.prose import ProseButton, ProseField, Save
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import tokens
from qtapp.kit.tips import tip
from qtapp.picking.picker import Picker
from qtapp.picking.suggestion import Explain, Suggestion, unsaid

Near = Callable[[str], Sequence[tuple[str, int]]]
"""Existing causes near a text, nearest first, with the number of their tickets."""

LONGEST_TAG = 28
"""A cause of more characters than this is a sentence."""
FIELD_WIDTH = 300
REMOVE = 20


def is_prose(ticket: Ticket) -> bool:
    """True where the root cause is better edited as text: one long sentence, or several lines that are no tags."""
    if not ticket.root_cause.strip():
        return False
    return not ticket.causes or (len(ticket.causes) == 1 and len(ticket.causes[0]) > LONGEST_TAG)


class CauseChip(KeyButton):
    """A tag. A click on its cross, Delete or Backspace removes it."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__("", "chip", "tag")
        self.widest, self.kept_free = 280, REMOVE
        self.icon_colour = "text2"

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        corner = QPoint(self.width() - REMOVE, (self.height() - ICON) // 2)
        QPainter(self).drawPixmap(corner, pixmap("close", "text2", ICON))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.position().x() >= self.width() - REMOVE - 2:
            self.removed.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.text())
        else:
            super().keyPressEvent(event)


class CausesEditor(FlowBox):
    """The tags, or the sentence, and the button that adds a tag."""

    added = Signal(str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, near: Near, rewrite: Save, explain: Explain = unsaid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near, self._explain = near, explain
        self._ticket: Ticket | None = None
        self._mode = "read"
        self._chips: list[CauseChip] = []
        self._next = CauseChip()
        self._next.setAccessibleName(self.tr("Root cause"))
        self._next.setParent(self)
        self._next.hide()
        self.add = KeyButton(self.tr("Add"), "plain", "plus", "T")
        self.add.setObjectName("add_cause")
        self.add.setAccessibleName(self.tr("Add a root cause"))
        self.add.clicked.connect(self.begin_adding)
        self.prose = ProseButton()
        self.prose.setObjectName("edit_root_cause")
        self.prose.setToolTip(self.tr("Edit the root cause as text"))
        self.prose.clicked.connect(self.edit_text)
        self.field = Picker(self._suggest, self.tr("Create new root cause “{text}”"))
        self.field.setObjectName("cause_field")
        self.field.setAccessibleName(self.tr("Root cause"))
        self.field.setPlaceholderText(self.tr("A root cause"))
        self.field.setFixedSize(FIELD_WIDTH, 28)
        self.field.picked.connect(self._done)
        self.field.created.connect(self._done)
        self.field.given_up.connect(self._put_away)
        self.text = ProseField(rewrite)
        self.text.setObjectName("root_cause_text")
        self.text.setAccessibleName(self.tr("Root cause as text"))
        self.text.left.connect(self._put_away)
        edge, lit = tokens().edge, tokens().accent
        self.text.setStyleSheet(
            f"#root_cause_text {{ border: 1px solid {edge}; border-radius: 6px; padding: 2px 4px; }}"
            f"#root_cause_text:focus {{ border: 1px solid {lit}; }}"
        )
        for control in (self.field, self.text):
            control.setParent(self)
            control.hide()

    def show_ticket(self, ticket: Ticket) -> None:
        """Show a ticket's causes; the same ticket again leaves a text that is being typed alone."""
        if self._ticket is not None and ticket.id != self._ticket.id:
            self.text.commit()
            self._mode = "read"
        elif self._mode == "text" and self.text.changed:
            self._ticket = ticket
            return
        self._ticket = ticket
        self._arrange_items()

    def prepare(self, ticket: Ticket) -> None:
        """Paint the tags of a ticket that will probably be shown next."""
        for cause in () if is_prose(ticket) else ticket.causes:
            self._next.prepare(cause, self.width())

    def _arrange_items(self) -> None:
        ticket = self._ticket
        if ticket is None:
            return
        if self._mode == "text":
            self.show_items([self.text])
            return
        shown: list[QWidget] = [self._prose_chip()] if is_prose(ticket) else self._tags(ticket.causes)
        self.show_items([*shown, self.field if self._mode == "add" else self.add])

    def _prose_chip(self) -> ProseButton:
        assert self._ticket is not None
        words = self._ticket.root_cause.strip()
        self.prose.show_value(words)
        self.prose.setAccessibleName(self.tr("Root cause: {text}").format(text=words))
        return self.prose

    def _tags(self, causes: Sequence[str]) -> list[QWidget]:
        while len(self._chips) < len(causes):
            chip = CauseChip()
            chip.setObjectName(f"cause_{len(self._chips) + 1}")
            chip.removed.connect(self.removed)
            self._chips.append(chip)
        for chip, cause in zip(self._chips, causes, strict=False):
            chip.show_value(cause)
            chip.setAccessibleName(self.tr("Root cause: {text}; Delete removes it").format(text=cause))
            chip.setAccessibleDescription(self._explain(cause))
            chip.setToolTip(tip(chip.accessibleDescription()))
        return [*self._chips[: len(causes)]]

    # What is done

    def begin_adding(self) -> None:
        """Open the field for one more tag."""
        if self._ticket is not None:
            self.text.commit()
            self._mode = "add"
            self._arrange_items()
            self.field.begin()

    def edit_text(self) -> None:
        """Open the whole root cause as text."""
        if self._ticket is not None:
            self._mode = "text"
            self.text.open(self._ticket.id, self._ticket.root_cause)
            self._arrange_items()
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Save what is being typed."""
        self.text.commit()

    def _suggest(self, text: str) -> list[Suggestion]:
        return [Suggestion(name, name, count, self._explain(name)) for name, count in self._near(text)]

    def _done(self, cause: str) -> None:
        self._put_away()
        self.added.emit(cause)

    def _put_away(self) -> None:
        if self._mode == "read":
            return
        had_focus = self.field.hasFocus() or self.text.hasFocus()
        self._mode = "read"
        self._arrange_items()
        if had_focus:
            self.add.setFocus()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.text.setFixedSize(self.width(), self.text.sizeHint().height())
        self.prose.widest = max(120, self.width() - self.add.sizeHint().width() - GAP)
        super().resizeEvent(event)
