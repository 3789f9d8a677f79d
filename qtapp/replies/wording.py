"""The chosen wording of a family in its card, and the way to write one's own in the same place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from qtapp.canned import Canned
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.kit.widgets import Button

LONGEST = 5_000
"""Characters that are shown; a longer wording is written anew rather than corrected."""
LINES = 5
"""Lines that the card shows before it scrolls."""


class WordingCard(QFrame):
    """Enter takes what was written, Shift+Enter begins a line, Esc leaves it."""

    done = Signal()
    """The reviewer has written, or given it up."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordingCard")
        self._canned = canned
        self._says = QLabel(self)
        self._says.setFont(font(SECONDARY))
        self._says.setStyleSheet(f"color: {tokens().accent}")
        sign = QLabel(self)
        sign.setPixmap(pixmap("check", "accent", 16))
        self.write = Button(self.tr("Write my own"), self, look="ghost", icon="edit", key="E")
        self.write.setObjectName("canned_write")
        self.write.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.write.clicked.connect(self.begin)
        self.text = self._field()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(sign)
        head.addWidget(self._says, 1)
        head.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 8, 10)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.text)

    def _field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setObjectName("wordingText")
        field.setAccessibleName(self.tr("Wording"))
        field.setFrameShape(QFrame.Shape.NoFrame)
        field.setFont(font(BODY))
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        field.document().setDocumentMargin(2)
        field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        colours = field.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        field.setPalette(colours)
        field.installEventFilter(self)
        return field

    @property
    def is_writing(self) -> bool:
        """Whether a wording is being written."""
        return not self.text.isReadOnly()

    def refresh(self) -> None:
        """Show the wording that would be used, unless one is being written."""
        if self.is_writing:
            return
        family, wording = self._canned.family, self._canned.chosen_wording
        written = family is not None and all(one.text != wording for one in family.variants)
        decided = family is not None and family.row.decision is not None and family.row.decision.code == "wording"
        words = self.tr("Chosen wording")
        if written:
            words = self.tr("Chosen wording · written by you")
        elif not decided and self._canned.wording:
            words = self.tr("Chosen wording · not decided yet")
        self._says.setText(words)
        shown = wording if len(wording) <= LONGEST else f"{wording[:LONGEST]}…"
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)
        self._fit()

    def _fit(self) -> None:
        lines = 0
        block = self.text.document().begin()
        while block.isValid() and lines < LINES:
            lines += max(1, block.layout().lineCount())
            block = block.next()
        height = paint.metrics(BODY).lineSpacing() * max(1, min(lines, LINES)) + 6
        if self.text.height() != height:
            self.text.setFixedHeight(height)

    def begin(self) -> None:
        """Let the reviewer write, beginning from the wording there is."""
        if self._canned.family is None:
            return
        wording = self._canned.chosen_wording
        self._says.setText(self.tr("Write the wording. Enter takes it, Shift+Enter begins a line, Esc leaves it."))
        self.write.hide()
        self.text.setReadOnly(False)
        self.text.setPlainText(wording if len(wording) <= LONGEST else "")
        self.text.selectAll()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.setFixedHeight(paint.metrics(BODY).lineSpacing() * LINES + 6)
        self.update()

    def end(self, take: bool) -> None:
        """Take what was written, or leave it."""
        if not self.is_writing:
            return
        wording = self.text.toPlainText().strip()
        self.text.setReadOnly(True)
        self.write.show()
        if take and wording:
            self._canned.pick(wording)
        self.refresh()
        self.update()
        self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.text or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.is_writing and enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.end(take=True)
            return True
        if self.is_writing and event.key() == Qt.Key.Key_Escape:
            self.end(take=False)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.is_writing:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        if self.is_writing:
            paint.outline(painter, self.rect(), colours.accent, 8, colours.surface, 1.5)
        else:
            paint.round_rect(painter, self.rect(), colours.selected, 8)
