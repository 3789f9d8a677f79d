"""The tabs under the thread: history, notes, similar tickets, canned replies. They fold away to their names.

Knows its pages by name only; what stands in them is their owner's, who makes each when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qtapp.detail.controls import KeyButton
from qtapp.kit import paint
from qtapp.kit.theme import font, tokens

BAR = 32
PAGE = 84
HISTORY, NOTES, SIMILAR, CANNED = range(4)


class _Tab(QAbstractButton):
    """The name of a page and its count, underlined where the page is open."""

    def __init__(self, name: str, object_name: str) -> None:
        super().__init__()
        self.count: int | None = None
        self.setText(name)
        self.setObjectName(object_name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """The number beside the name; None where it is not known yet."""
        if count == self.count and self.accessibleName():
            return
        self.count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        # room for two digits, so that the tabs stay where they are
        return QSize(QFontMetrics(font(12)).horizontalAdvance(self.text()) + 20, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        painter.setFont(font(12))
        painter.setPen(QColor(colours.text if self.isChecked() else colours.text2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        name = QFontMetrics(font(12)).horizontalAdvance(self.text())
        if self.count is not None:
            painter.setFont(font(11))
            painter.setPen(QColor(colours.text3))
            painter.drawText(QRect(name + 5, 0, self.width(), BAR), Qt.AlignmentFlag.AlignVCenter, str(self.count))
        if self.isChecked():
            paint.fill(painter, QRect(0, BAR - 3, name + 14, 2), colours.accent)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(self.rect().adjusted(-3, 5, -3, -6), 4, 4)


class Tabs(QWidget):
    """Pages under their names; `page_shown` says which one has come into sight."""

    page_shown = Signal(int)

    def __init__(self, bring: Callable[[int], QWidget], parent: QWidget | None = None) -> None:
        """`bring` gives a page; one that is not there yet it makes, and gives to `hold` first."""
        super().__init__(parent)
        self._bring = bring
        self.stack = QStackedWidget()
        self.stack.setFixedHeight(PAGE)
        names = (self.tr("History"), self.tr("Notes"), self.tr("Similar"), self.tr("Canned"))
        keys = ("tab_history", "tab_notes", "tab_similar", "tab_canned")
        self.tabs = [_Tab(name, key) for name, key in zip(names, keys, strict=True)]
        self._group = QButtonGroup(self)
        for number, tab in enumerate(self.tabs):
            self._group.addButton(tab, number)
        self._group.idClicked.connect(self.open)
        self.fold_button = KeyButton("", "plain", "chevron-down")
        self.fold_button.setObjectName("fold_tabs")
        self.fold_button.clicked.connect(self.toggle)
        self._lay_out()
        self.current = SIMILAR
        """The page that is open, or would be where the tabs are folded."""
        self.tabs[SIMILAR].setChecked(True)
        self.fold(False)
        self._asked = False

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 0, 20, 0)
        bar.setSpacing(14)
        for tab in self.tabs:
            bar.addWidget(tab)
        bar.addStretch(1)
        bar.addWidget(self.fold_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.stack)

    @property
    def is_folded(self) -> bool:
        """True where only the names show."""
        return self.stack.isHidden()

    def hold(self, number: int, page: QWidget) -> None:
        """Take in a page that was made; it comes into sight where it is the one that is open."""
        self.stack.addWidget(page)
        QWidget.setTabOrder(self.fold_button, page.focusProxy() or page)
        self.stack.setCurrentWidget(page if number == self.current else self._bring(self.current))

    def open(self, page: int) -> None:
        """Show a page, unfolding where needed."""
        self._asked = True
        self.current = page
        self.stack.setCurrentWidget(self._bring(page))
        self.tabs[page].setChecked(True)
        self.fold(False)
        self.page_shown.emit(page)

    def toggle(self) -> None:
        """Fold away, or come back."""
        self._asked = True
        self.fold(not self.is_folded)
        if not self.is_folded:
            self.page_shown.emit(self.current)

    def suggest_fold(self, away: bool) -> None:
        """Fold away or come back, unless the reviewer has said which."""
        if not self._asked and away != self.is_folded:
            self.fold(away)

    def fold(self, away: bool) -> None:
        """Leave only the names, or show the page again."""
        self.stack.setVisible(not away)
        self.fold_button.icon_name = "chevron-up" if away else "chevron-down"
        self.fold_button.setAccessibleName(self.tr("Show the tabs") if away else self.tr("Fold the tabs away"))
        self.fold_button.update()

    def show_count(self, page: int, count: int | None) -> None:
        """The number beside a page's name."""
        self.tabs[page].show_count(count)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), QRect(0, 0, self.width(), 1), tokens().line)
