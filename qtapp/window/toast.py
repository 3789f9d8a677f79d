"""The message at the foot of a page: what an action did, for six seconds, with the way back beside it.

A problem stays until it is closed or something else is to be said: its sentence has to be read. Neither lies over the
current row of a list: at the end of one it stands above that.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SMALL, font, tokens
from qtapp.kit.tips import plain_tip

SHOWN = 6000
BEAT = 60
"""Milliseconds a message stays, and between two strokes of the line that runs out."""
MARGIN, LEFT, HEIGHT, WIDEST, ABOVE, KEY, GAP = 12, 40, 40, 406, 11, 20, 8
"""Pixels: around it, its text from its left, the least height, the most width, over and under several lines, a key,
between two parts."""
LEAST = 150
"""Pixels that the text needs; where they are not left, the key is not shown."""
LINES, SLACK = 3, 60
"""An action takes no more lines than this, of which each may end early; the whole is in the tool tip."""
DONE, NOT_DONE, PROBLEM = "check", "info", "warning"
LONGEST = 600
"""Characters that are shown; the rest is in the tool tip."""


class Toast(QFrame):
    """One message over another widget's lower edge; the next one takes its place. It never takes the keyboard."""

    wanted = Signal(str)
    """The id of the action that was pressed."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self._over = over
        self._action, self._left, self._sign = "", 0, DONE
        self._text = QLabel(self)
        self._text.setObjectName("toastText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(font(BODY))
        self._text.setWordWrap(True)
        self._button = self._tool("toastAction", "")
        self._button.setAccessibleName(self.tr("Action"))
        self._button.clicked.connect(self._pressed)
        self._key = QLabel(self)
        self._key.setObjectName("toastKey")
        self._key.setFont(font(SMALL))
        self._key.setFixedHeight(KEY)
        self._close = self._tool("toastClose", "✕")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)
        self._row.addWidget(self._key)
        self._row.addWidget(self._close)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._run_out)
        over.installEventFilter(self)
        self.hide()

    def stand_over(self, over: QWidget) -> None:
        """Stand at the foot of another widget from now on."""
        self._over.removeEventFilter(self)
        self._over = over
        over.installEventFilter(self)
        if self.isVisible():
            self._place()

    def _tool(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFont(font(BODY))
        return button

    @property
    def sign(self) -> str:
        """The icon before it: what is said was done, was not done, or went wrong."""
        return self._sign

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.toolTip()

    def say(self, text: str, action: str = "", label: str = "", key: str = "") -> None:
        """Show a message for some seconds; `label` and `key` are of the action offered beside it."""
        self._offer(DONE, action, label, key)
        self._count_down(text)

    def tell(self, text: str) -> None:
        """Show for some seconds why nothing was done."""
        self._offer(NOT_DONE)
        self._count_down(text)

    def warn(self, text: str, action: str = "", label: str = "", key: str = "") -> None:
        """Show what went wrong until it is closed; `label` and `key` are of the action that helps, where one does."""
        self._offer(PROBLEM, action, label, key)
        self._beat.stop()
        self._show(text)

    def _offer(self, sign: str, action: str = "", label: str = "", key: str = "") -> None:
        self._sign, self._action = sign, action
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._key.setText(key if action else "")

    def _count_down(self, text: str) -> None:
        self._left = SHOWN
        self._beat.start()
        self._show(text)

    def _show(self, text: str) -> None:
        colours = tokens()
        self._text.setStyleSheet(f"color: {colours.toast_text}")
        self._button.setStyleSheet(f"color: {colours.toast_accent}; border: none")
        self._close.setStyleSheet(f"color: {colours.toast_text}; border: none")
        self._key.setStyleSheet(
            f"color: {colours.toast_accent}; border: 1px solid {colours.toast_accent};"
            " border-radius: 4px; padding: 0 5px"
        )
        self._button.setVisible(bool(self._action))
        self._text.setToolTip(plain_tip(text))
        self._text.setText(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.update()

    def _place(self) -> None:
        width = min(WIDEST, self._over.width() - 2 * MARGIN)
        self._row.setContentsMargins(LEFT, 0, 8, 0)
        room = width - LEFT - 8 - sum(_taken(one) for one in [self._close, *([self._button] if self._action else [])])
        keyed = bool(self._key.text()) and room - _taken(self._key) >= LEAST
        self._key.setVisible(keyed)  # the words come first; the key does it still
        room -= _taken(self._key) if keyed else 0
        if self._sign != PROBLEM:
            self._text.setText(paint.elide(self.text, BODY, room * LINES - SLACK))
        lines = paint.metrics(BODY).boundingRect(
            QRect(0, 0, room - 2, 4000), Qt.TextFlag.TextWordWrap.value, self._text.text()
        )
        self.resize(width, max(HEIGHT, lines.height() + 2 * ABOVE))
        self._stand_clear()

    def _area(self) -> QRect:
        """What it stands at the foot of, in the window."""
        return QRect(self._over.mapTo(self._over.window(), self._over.rect().topLeft()), self._over.size())

    def _stand_clear(self) -> None:
        """Stand at the foot, or above the current row that is there."""
        area, place = self._area(), self.rect()
        place.moveBottomLeft(area.bottomLeft() + QPoint(MARGIN, -MARGIN))
        row = next((row for row in self._current_rows() if row.intersects(place)), None)
        if row is not None and row.top() - MARGIN - place.height() > area.top():
            place.moveBottom(row.top() - MARGIN)
        self.move(place.topLeft())

    def _current_rows(self) -> Iterator[QRect]:
        """The current row of each list that it may lie over, in the window."""
        for rows in self._over.findChildren(RowTable):
            index, view = rows.currentIndex(), rows.viewport()
            if index.isValid() and view.isVisible():
                row = rows.visualRect(index).intersected(view.rect())
                yield QRect(view.mapTo(view.window(), row.topLeft()), row.size())

    def _run_out(self) -> None:
        self._left -= BEAT
        if self._left <= 0:
            self.hide()
            return
        self._stand_clear()
        self.update(0, self.height() - 4, self.width(), 4)

    def hideEvent(self, event: QHideEvent) -> None:
        self._beat.stop()
        super().hideEvent(event)

    def _pressed(self) -> None:
        self.hide()
        self.wanted.emit(self._action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.toast))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.drawPixmap(QPoint(14, (self.height() - 16) // 2), pixmap(self._sign, "toast_accent", 16))
        if self._sign == PROBLEM:
            return
        run = (self.width() - 20) * max(0, self._left) / SHOWN
        painter.setBrush(QColor(colours.toast_accent))
        painter.drawRect(QRectF(10, self.height() - 4, run, 2))


def _taken(widget: QWidget) -> int:
    """Pixels of the row that a widget beside the text takes."""
    return widget.sizeHint().width() + GAP
