"""The other labels that are offered for a doubtful ticket, each with the digit that gives it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from qtapp.doubt_actions import OTHERS
from qtapp.kit import paint
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.labels.doubt_words import on_one_line

HEIGHT = 28


class Offer(QAbstractButton):
    """One label: key, words, probability."""

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.setObjectName(f"doubtOffer{place + 1}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Another label"))
        self.key = str(place + 1)
        self._share = 0.0

    def show_label(self, label: str, share: float) -> None:
        """Offer a label."""
        self._share = share
        self.setText(label)
        self.setAccessibleName(self.tr("Another label: {label}").format(label=label))
        self.setAccessibleDescription(f"{share:.2f}")
        self.setToolTip(plain_tip(label))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, area = QPainter(self), tokens(), self.rect()
        if not self.isEnabled():
            painter.setOpacity(0.45)
        elif self.underMouse() or self.isDown():
            paint.round_rect(painter, area, colours.hover, 6)
        if self.hasFocus():
            paint.outline(painter, area, colours.accent, 6)
        key = QRect(6, 0, paint.key_width(self.key), area.height())
        if self.key:
            paint.key_box(painter, key, self.key)
        share = f"{self._share:.2f}"
        width = paint.metrics(SMALL).horizontalAdvance(share)
        line = area.adjusted(key.right() + 9, 0, -8, 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        paint.write(painter, line, share, font(SMALL), colours.text3, right)
        shown = paint.elide(on_one_line(self.text()), SECONDARY, line.width() - width - 8)
        paint.write(painter, line, shown, font(SECONDARY), colours.text)


class Offers(QWidget):
    """Up to nine, likeliest first."""

    wanted = Signal(int)
    """The place of a label that was pressed."""
    meant = Signal(int)
    """The place of the one under the mouse or with the keyboard, -1 for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtOffers")
        self.head = text_line(self, "doubtOffersHead", SECONDARY, "text2", bold=True)
        self.head.setText(self.tr("Another label"))
        self.buttons = [Offer(place, self) for place in range(OTHERS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.head)
        column.addSpacing(4)
        for button in self.buttons:
            column.addWidget(button)
            button.clicked.connect(self._press)
            button.installEventFilter(self)
        column.addStretch(1)

    def _press(self) -> None:
        self.wanted.emit(self.sender().place)

    def show_labels(self, labels: Sequence[tuple[str, float]]) -> None:
        """Offer these labels with their probabilities."""
        self.head.setVisible(bool(labels))
        for button in self.buttons:
            button.setVisible(button.place < len(labels))
            if button.place < len(labels):
                button.show_label(*labels[button.place])

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for button in self.buttons:
            button.key = keys.get(f"doubt_set_{button.place + 1}", button.key)
            button.update()

    def allow(self, write: bool) -> None:
        """Switch them off in a review that may only be read."""
        for button in self.buttons:
            button.setEnabled(write)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and isinstance(watched, Offer):
            self.meant.emit(watched.place)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.meant.emit(-1)
        return super().eventFilter(watched, event)
