"""The message at the foot of the list: what an action did, for six seconds, with the way back beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from qtapp.kit.theme import font, tokens

SHOWN = 6000
BEAT = 60
"""Milliseconds a message stays, and between two strokes of the line that runs out."""
MARGIN, HEIGHT, WIDEST = 12, 40, 406


class Toast(QFrame):
    """One message over another widget's lower edge; the next one takes its place. It never takes the keyboard."""

    wanted = Signal(str)
    """The id of the action that was pressed."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        self._over = over
        self._action, self._left = "", 0
        self._text = QLabel(self)
        self._text.setObjectName("toastText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(font(13))
        self._button = self._tool("toastAction", "")
        self._button.clicked.connect(self._pressed)
        self._close = self._tool("toastClose", "✕")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._run_out)
        over.installEventFilter(self)
        self.hide()

    def stand_over(self, over: QWidget) -> None:
        """Stand at the foot of another widget from now on."""
        self._over.removeEventFilter(self)
        self._over = over
        over.installEventFilter(self)
        self.hide()

    def _tool(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setFont(font(13))
        return button

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.toolTip()

    def say(self, text: str, action: str = "", label: str = "", key: str = "") -> None:
        """Show a message; `label` and `key` are of the action offered beside it."""
        colours = tokens()
        self._action = action
        self._text.setStyleSheet(f"color: {colours.toast_text}")
        self._button.setStyleSheet(f"color: {colours.toast_accent}; border: none")
        self._close.setStyleSheet(f"color: {colours.toast_text}; border: none")
        self._button.setText(f"{label}  {key}".strip())
        self._button.setAccessibleName(label)
        self._button.setVisible(bool(action))
        self._text.setToolTip(text)
        self._left = SHOWN
        self._beat.start()
        self._place()
        self.show()
        self.raise_()
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 30 - self._close.sizeHint().width()
        room -= self._button.sizeHint().width() + 8 if self._action else 0
        self._text.setText(self._text.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, room))

    def _place(self) -> None:
        area = QRect(self._over.mapTo(self._over.window(), self._over.rect().topLeft()), self._over.size())
        width = min(WIDEST, area.width() - 2 * MARGIN)
        self.setGeometry(area.left() + MARGIN, area.bottom() - MARGIN - HEIGHT, width, HEIGHT)

    def _run_out(self) -> None:
        self._left -= BEAT
        if self._left <= 0:
            self.hide()
        self.update(0, HEIGHT - 4, self.width(), 4)

    def hideEvent(self, event: QEvent) -> None:
        self._beat.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _pressed(self) -> None:
        self.hide()
        self.wanted.emit(self._action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
            self._elide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.toast))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        run = (self.width() - 20) * max(0, self._left) / SHOWN
        painter.setBrush(QColor(colours.toast_accent))
        painter.drawRect(QRectF(10, HEIGHT - 4, run, 2))
