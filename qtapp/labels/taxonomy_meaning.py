"""What the taxonomy says of a label, in a card: its definition and example as text, and the fields to write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from db.labels import Term
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.kit.widgets import Button

LINES = 4
"""Lines of the definition while it is written."""
NOTHING = Term()


class MeaningCard(QFrame):
    """Enter takes what was written, Shift+Enter begins a line, Esc leaves it."""

    wanted = Signal(str)
    """The id of an action."""
    example_wanted = Signal()
    """The ticket that the keyboard is on among the examples is to be the example."""
    ticket_wanted = Signal(object)
    done = Signal()
    """The reviewer has written, or given it up."""

    def __init__(self, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meaningCard")
        self.keep: Callable[[str, str | None, int | None], bool] = _unkept
        """Keeps a definition, an example and its ticket, the last two None where they stay as they are; says whether it
        could."""
        self._term = NOTHING
        self._ticket: int | None = None
        self._says = QLabel(self)
        self._says.setFont(font(SECONDARY))
        self._says.setStyleSheet(f"color: {tokens().accent}")
        self.describe = self._button("taxonomy_describe", self.tr("Describe"), "edit", "E")
        self.describe.clicked.connect(lambda: self.wanted.emit("taxonomy_describe"))
        self.describe.setEnabled(writes)
        self.text = self._label("meaningText", "text")
        self.shown_example = self._label("meaningExample", "text2")
        self.to_ticket = self._button("meaningTicket", self.tr("Show the ticket"), "inbox", "")
        self.to_ticket.clicked.connect(lambda: self.ticket_wanted.emit(self._term.ticket))
        self.definition = self._definition_field()
        self.example = QLineEdit(self)
        self.example.setObjectName("exampleField")
        self.example.setAccessibleName(self.tr("Example"))
        self.example.setPlaceholderText(self.tr("An example: what a ticket of it is about"))
        self.example.textEdited.connect(self._typed)
        self.example.installEventFilter(self)
        self.use = self._button("useExample", self.tr("Take the example ticket"), "inbox", "")
        self.use.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.use.clicked.connect(self.example_wanted)
        self.use.installEventFilter(self)
        self._lay_out()
        self._show_fields(False)

    def _button(self, name: str, words: str, icon: str, key: str) -> Button:
        button = Button(words, self, look="ghost", icon=icon, key=key)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _label(self, name: str, token: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(BODY))
        label.setStyleSheet(f"color: {getattr(tokens(), token)}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _definition_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setObjectName("definitionField")
        field.setAccessibleName(self.tr("Definition"))
        field.setPlaceholderText(self.tr("The definition: which tickets belong here, and which do not"))
        field.setFont(font(BODY))
        field.setTabChangesFocus(True)
        field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        field.setFixedHeight(paint.metrics(BODY).lineSpacing() * LINES + 14)
        field.setStyleSheet(
            f"#definitionField {{ border: 1px solid {tokens().edge}; border-radius: 6px; padding: 1px 4px; }}"
            f"#definitionField:focus {{ border: 1px solid {tokens().accent}; }}"
        )
        field.installEventFilter(self)
        return field

    def _lay_out(self) -> None:
        sign = QLabel(self)
        sign.setPixmap(pixmap("note", "accent", 16))
        head, second, fields = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(sign)
        head.addWidget(self._says, 1)
        head.addWidget(self.describe)
        second.addWidget(self.shown_example, 1)
        second.addWidget(self.to_ticket, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.example, 1)
        fields.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 8, 6)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.text, self.definition):
            column.addWidget(part)
        column.addLayout(second)
        column.addLayout(fields)

    # What is shown

    @property
    def is_writing(self) -> bool:
        """Whether somebody is writing here."""
        return not self.definition.isHidden()

    def show_term(self, term: Term | None) -> None:
        """Show what is said of a label (None: nothing), unless something is being written."""
        self._term = term or NOTHING
        if self.is_writing:
            return
        said = bool(self._term.definition or self._term.example)
        self._says.setText(self.tr("What it means") if said else self.tr("Nobody has said yet what it means."))
        self.text.setText(self._term.definition)
        self.text.setVisible(bool(self._term.definition))
        example = self.tr("Example: {text}").format(text=self._term.example) if self._term.example else ""
        self.shown_example.setText(example)
        self.shown_example.setVisible(bool(example))
        self.to_ticket.setVisible(bool(self._term.ticket))

    def _show_fields(self, writing: bool) -> None:
        for part in (self.definition, self.example, self.use):
            part.setVisible(writing)
        for part in (self.text, self.shown_example, self.to_ticket, self.describe):
            part.setVisible(not writing)
        self.update()

    # What is written

    def begin(self) -> None:
        """Let the reviewer write, beginning from what there is."""
        if self.is_writing:
            return
        self._ticket = None
        self._show_fields(True)
        self._says.setText(self.tr("Enter takes it, Shift+Enter begins a line, Esc leaves it. No ticket changes."))
        self.definition.setPlainText(self._term.definition)
        self.example.setText(self._term.example)
        self.definition.selectAll()
        self.definition.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_example(self, ticket: int, title: str) -> None:
        """Put a ticket in the field of the example."""
        self._ticket = ticket
        self.example.setText(title)
        self.example.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._ticket = 0  # what is not said any more is no ticket's either

    def end(self, take: bool) -> None:
        """Take what was written, or leave it."""
        if not self.is_writing:
            return
        if take and not self._keeps():
            return
        if self.is_writing:
            self._show_fields(False)
            self.show_term(self._term)
            self.done.emit()

    def _keeps(self) -> bool:
        text, example = self.definition.toPlainText().strip(), self.example.text().strip()
        is_same = example == self._term.example and self._ticket is None
        return self.keep(text, None if is_same else example, self._ticket)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.describe.set_key(keys.get("taxonomy_describe", self.describe.key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self.is_writing:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.end(take=False)
            return True
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and watched is self.use:
            self.use.click()
            return True
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.end(take=True)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        if self.is_writing:
            paint.outline(painter, self.rect(), colours.accent, 8, colours.surface, 1.5)
        else:
            paint.round_rect(painter, self.rect(), colours.selected, 8)


def _unkept(definition: str, example: str | None, ticket: int | None) -> bool:
    return False
