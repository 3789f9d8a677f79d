"""Between the search field and the list: which families, in which order, how many, and how alike they have to be."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.kit.elided import ElidedLabel
from qtapp.kit.icons import icon
from qtapp.kit.segments import Segments
from qtapp.kit.slider import Slider
from qtapp.kit.theme import SECONDARY, font, tokens

FIRST, LAST = 75, 100
"""Bounds of the threshold of likeness, in hundredths."""
PAUSE = 60
"""Milliseconds for which the slider has to rest before the list follows."""


class CannedHead(QWidget):
    """Two lines."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannedHead")
        self._canned = canned
        names = {"open": self.tr("Open"), "decided": self.tr("Decided"), "all": self.tr("All")}
        self.segments = Segments(names, self)
        self.segments.chosen.connect(canned.show_only)
        self.sort = self._sort_button()
        self.count = self._label("cannedCount", ElidedLabel(self))
        self._likeness = self._label("likenessName", QLabel(self))
        self._likeness.setText(self.tr("Likeness"))
        self.slider = Slider(FIRST, LAST, self)
        self.slider.setObjectName("likeness")
        self.slider.setAccessibleName(self.tr("Least likeness within a family"))
        self.slider.setToolTip(self.tr("Replies are of one family from this likeness on. Keys: − and ="))
        self.least = self._label("likenessLeast", QLabel(self))
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._apply)
        self._lay_out()
        self.slider.valueChanged.connect(self._moved)
        canned.shown_changed.connect(self.refresh)
        canned.selection_changed.connect(self._say_count)
        self.refresh()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.segments)
        first.addStretch(1)
        first.addWidget(self.sort)
        second.addWidget(self.count, 1)
        for widget in (self._likeness, self.slider, self.least):
            second.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 14, 0)
        column.setSpacing(2)
        for row, left in ((first, 0), (second, 8)):
            row.setSpacing(10)
            row.setContentsMargins(left, 0, 0, 0)
            column.addLayout(row)

    def _label(self, name: str, label: QLabel) -> QLabel:
        label.setObjectName(name)
        label.setFont(font(SECONDARY))
        label.setStyleSheet(f"color: {tokens().text2}")
        return label

    def _sort_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("cannedSort")
        button.setAccessibleName(self.tr("Order of the families"))
        button.setAutoRaise(True)
        button.setFont(font(SECONDARY))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIcon(icon("chevron-down"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        menu = QMenu(button)
        self._group = QActionGroup(menu)
        for name, words in self.orders().items():
            action = menu.addAction(words)
            action.setData(name)
            action.setCheckable(True)
            self._group.addAction(action)
        menu.triggered.connect(self._sorted)
        button.setMenu(menu)
        return button

    def orders(self) -> dict[str, str]:
        """Sort -> its words on the button."""
        return {
            "uses": self.tr("by uses"),
            "tickets": self.tr("by tickets"),
            "spread": self.tr("by spread over categories"),
            "length": self.tr("by length"),
        }

    def _sorted(self, action: QAction) -> None:
        self._canned.set_sort(str(action.data()))

    # The threshold

    def step(self, by: int) -> None:
        """Move the threshold by hundredths."""
        self.slider.setValue(self.slider.value() + by)

    def _moved(self, value: int) -> None:
        self.least.setText(f"≥ {value / 100:.2f}")
        self._soon.start()

    def _apply(self) -> None:
        value = self.slider.value() / 100
        if abs(value - self._canned.replies.threshold) > 0.001:
            self._canned.set_threshold(value)

    # From the session

    def refresh(self) -> None:
        """Say what is shown."""
        counts = dict(zip(("open", "decided", "all"), self._canned.counts(), strict=True))
        self.segments.show_choice(self._canned.shown, {} if self._canned.is_awaited else counts)
        for action in self._group.actions():
            action.setChecked(action.data() == self._canned.sort)
        self.sort.setText(self.orders()[self._canned.sort])
        if not self._soon.isActive():
            value = round(self._canned.replies.threshold * 100)
            self.slider.blockSignals(True)
            self.slider.setValue(value)
            self.slider.blockSignals(False)
            self.least.setText(f"≥ {value / 100:.2f}")
        self._say_count()

    def _say_count(self) -> None:
        chosen, handles = len(self._canned.selection), self._canned.handles
        if chosen:
            self.count.say(self.tr("%Ln families selected", "", chosen), f"{chosen:,}")
            return
        if self._canned.is_awaited:
            self.count.say("")
            return
        families, replies = counted(len(handles), "families"), counted(self._canned.uses(), "replies")
        self.count.say(f"{families} · {replies}", families, f"{len(handles):,}")
