"""The frame of the search field: a lens, chips, the line to type in and the key that leads here, over as many lines as
they need."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from db.search import Clause, describe_clause
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import tokens
from qtapp.kit.widgets import Chip
from qtapp.session import translate

LINE, EDGE = 28, 4
LENS, GAP, NARROWEST, SMALLEST = 32, 8, 80, 180
"""Pixels: the lens, between chips, the least room for text, the least width of it all."""


def chip_text(clause: Clause) -> str:
    """What a chip says: field and value where it is of one field, else all of it in words."""
    names = {
        "cat": QCoreApplication.translate("ChipRow", "cat"),
        "cause": QCoreApplication.translate("ChipRow", "cause"),
        "source": QCoreApplication.translate("ChipRow", "source"),
    }
    if clause.field not in names:
        return describe_clause(clause, translate)
    return f"{'−' if clause.negated else ''}{names[clause.field]}:{clause.value}"


class ChipRow(QFrame):
    """Lays out its chips and the line edit from left to right, and on the next line where they do not fit."""

    removed = Signal(int)
    opened = Signal(int)

    def __init__(self, line: QLineEdit, hint: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._hint = line, hint
        line.setParent(self)
        hint.setParent(self)
        self._chips: list[Chip] = []
        self._shown: list[tuple[str, bool]] = []
        self._wrong = False
        line.installEventFilter(self)
        self.setMinimumWidth(SMALLEST)
        self._arrange()

    def set_chips(self, chips: list[tuple[str, bool]]) -> None:
        """Show these chips, each a text and whether it excludes."""
        if chips == self._shown:
            return
        self._shown = list(chips)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, *one) for place, one in enumerate(chips)]
        self._arrange()

    def _chip(self, place: int, text: str, negated: bool) -> Chip:
        chip = Chip(text, self, removable=True, tone="bad" if negated else "accent")
        chip.setProperty("place", place)
        chip.removed.connect(self._remove)
        chip.clicked.connect(self._open)
        chip.show()
        return chip

    def _remove(self) -> None:
        self.removed.emit(int(self.sender().property("place")))

    def _open(self) -> None:
        self.opened.emit(int(self.sender().property("place")))

    def set_wrong(self, wrong: bool) -> None:
        """Show by the frame that the text has a mistake."""
        self._wrong = wrong
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, top, right = LENS, EDGE, self.width() - 34
        for chip in self._chips:
            width = min(chip.sizeHint().width(), max(60, right - LENS), 220)
            if left > LENS and left + width > right:
                left, top = LENS, top + LINE
            chip.setGeometry(left, top + 2, width, LINE - 4)
            left += width + GAP
        if left > LENS and right - left < NARROWEST and (self._line.hasFocus() or self._line.text()):
            left, top = LENS, top + LINE
        self._line.setGeometry(left, top, max(1, right - left), LINE)
        hint = self._hint.sizeHint()
        self._hint.setGeometry(
            QRect(self.width() - hint.width() - 8, top + (LINE - hint.height()) // 2, hint.width(), hint.height())
        )
        self.setFixedHeight(top + LINE + EDGE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All of the field leads to its line."""
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._arrange()  # a line to type on has room where it is typed on
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        focused = self._line.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.bad if self._wrong else colours.accent if focused else colours.edge
        painter.setPen(QPen(QColor(edge), 2 if focused or self._wrong else 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.drawPixmap(11, EDGE + 6, pixmap("search", "text2", 16))
