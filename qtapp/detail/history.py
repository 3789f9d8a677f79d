"""What was done to a ticket: time, reviewer, field, before and after, each change with a button that takes it back.

Shows what it is given and tells which change to take back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from db import sentences
from db.values import (
    CATEGORY,
    CONVERSATION,
    FIELDS,
    NOTE,
    PROBLEM,
    REPLIES,
    ROOT_CAUSE,
    STATUS,
    TITLE,
    HistoryItem,
)
from qtapp.detail.controls import KeyButton
from qtapp.detail.slim import SlimBar
from qtapp.kit.theme import font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.kit.viewport import give_viewport
from qtapp.session import translate

MOST = 200
"""Changes that are listed; a ticket hardly has a dozen."""
CLIPPED = 300
"""Characters of a value that are painted."""
ROW, GAP = 30, 10


def clock(at: str) -> str:
    """The time of a change as it is read: local, to the minute."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return (moment.astimezone() if moment.tzinfo else moment).strftime("%Y-%m-%d %H:%M")


class _Words(QWidget):
    """One change in words: what it was is struck through, so that it is not colour alone."""

    def __init__(self, item: HistoryItem, field: str) -> None:
        super().__init__()
        self._when = f"{clock(item.at)} · {item.reviewer}" if item.reviewer else clock(item.at)
        self._field = field
        before, after = (_said(item.field, value) for value in (item.before, item.after))
        self._before, self._after = (" ".join(value[:CLIPPED].split()) for value in (before, after))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ROW)
        self.setToolTip(plain_tip(f"{before[:2000]}\n→\n{after[:2000]}"))
        self.setAccessibleName(f"{self._when}, {field}: {self._before} → {self._after}")

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        small = font(12)
        struck = QFont(font(12))
        struck.setStrikeOut(True)
        x = 0
        styles = (small, small, struck, small, small)
        inks = (colours.text3, colours.text2, colours.text3, colours.text3, colours.text)
        for text, style, colour in zip(self.shown(), styles, inks, strict=True):
            if text:
                painter.setFont(style)
                painter.setPen(QColor(colour))
                painter.drawText(QRect(x, 0, self.width() - x, ROW), Qt.AlignmentFlag.AlignVCenter, text)
                x += QFontMetrics(style).horizontalAdvance(text) + GAP

    def shown(self) -> tuple[str, str, str, str, str]:
        """What is painted: time, field, value before, arrow, value after. A long value leaves the other one half of the
        room, or what that needs."""
        metrics, after = QFontMetrics(font(12)), self._after or "∅"
        others = [one for one in (self._when, self._field, "→") if one]
        room = self.width() - sum(metrics.horizontalAdvance(one) + GAP for one in others)
        room -= GAP if self._before else 0
        needed = metrics.horizontalAdvance(after)
        elide = Qt.TextElideMode.ElideRight
        before = metrics.elidedText(self._before, elide, max(0, room - min(needed, room // 2)))
        after = metrics.elidedText(after, elide, max(0, room - metrics.horizontalAdvance(before)))
        return self._when, self._field, before, "→", after


def _said(field: str, value: str) -> str:
    """A value as the reviewer reads it: that of a status is a word of the program."""
    known = sentences.TEMPLATES.get(f"status.{value}") if field == STATUS else None
    return translate(known) if known else value


class History(QScrollArea):
    """The changes of one ticket, newest first. Up and Down walk over their buttons."""

    take_back = Signal(int)
    """The id of a change."""
    left = Signal()
    """The button that had the keyboard is gone, and there is no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self).setAutoFillBackground(False)
        self.setObjectName("history")
        self.setAccessibleName(self.tr("History"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(SlimBar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons: list[KeyButton] = []
        self._items: tuple[HistoryItem, ...] = ()
        self._fill()

    def show_items(self, items: Sequence[HistoryItem]) -> None:
        """List these changes."""
        if tuple(items) != self._items:
            had_focus = self.window().focusWidget() in self.buttons  # also while another window is active
            self._items = tuple(items)
            self._fill()
            if had_focus and self.buttons:
                self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            elif had_focus:
                self.left.emit()

    def _fill(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 0, 24, 4)
        column.setSpacing(0)
        self.buttons = []
        for item in self._items[:MOST]:
            column.addLayout(self._row(item))
        if not self._items:
            column.addWidget(empty_line(self.tr("Nothing was changed in this ticket yet.")))
        column.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)

    def _row(self, item: HistoryItem) -> QHBoxLayout:
        field = self._field_name(item.field)
        button = KeyButton(self.tr("Take back"), "plain", "undo")
        button.setObjectName(f"take_back_{len(self.buttons) + 1}")
        button.setAccessibleName(self.tr("Take back: {field}, {when}").format(field=field, when=clock(item.at)))
        button.setProperty("change", item.change_id)
        button.clicked.connect(self._clicked)
        button.installEventFilter(self)
        self.buttons.append(button)
        row = QHBoxLayout()
        row.addWidget(_Words(item, field), 1)
        row.addWidget(button)
        return row

    def _clicked(self) -> None:
        self.take_back.emit(self.sender().property("change"))

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.buttons:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                there = max(0, min(len(self.buttons) - 1, self.buttons.index(watched) + step))
                self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _field_name(self, field: str) -> str:
        names = {
            TITLE: self.tr("Title"),
            CATEGORY: self.tr("Category"),
            PROBLEM: self.tr("Problem"),
            REPLIES: self.tr("Replies"),
            CONVERSATION: self.tr("Conversation"),
            ROOT_CAUSE: self.tr("Root cause"),
            FIELDS: self.tr("Other fields"),
            STATUS: self.tr("Status"),
            NOTE: self.tr("Note"),
        }
        return names.get(field, field)


class _Line(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAccessibleName(text)
        self.setFixedHeight(ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(12))
        painter.setPen(QColor(tokens().text3))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._text)


def empty_line(text: str) -> QWidget:
    """A quiet sentence where there is nothing to list."""
    return _Line(text)
