"""At the foot of the list: when the check was made, how well its sureness holds, and how much has changed since."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY, tokens
from qtapp.kit.widgets import Button
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_plot import CurvePlot
from qtapp.labels.doubt_words import clock

CHECK = "check_labels"


class CheckFoot(QWidget):
    """The plot at the left, words and the button for another check beside it."""

    wanted = Signal(str)
    """The id of an action that was pressed here."""

    def __init__(self, found: Found, write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtCheck")
        self._found, self._write = found, write
        self._works = False
        self.plot = CurvePlot(self)
        self.when = text_line(self, "doubtChecked", SECONDARY, "text2")
        self.rare = text_line(self, "doubtRare", SECONDARY, "text2")
        self.error = text_line(self, "doubtError", SECONDARY, "text2")
        self.again = Button("", self, look="ghost", icon="refresh")
        self.again.setObjectName("checkAgain")
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.again.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.again.clicked.connect(lambda: self.wanted.emit(CHECK))
        words = QVBoxLayout()
        words.setSpacing(2)
        last = QHBoxLayout()
        last.addWidget(self.again, 1)
        last.addStretch(0)
        for part in (self.when, self.rare, self.error):
            words.addWidget(part)
        words.addLayout(last)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 19, 10)
        row.setSpacing(12)
        row.addWidget(self.plot, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        found.shown_changed.connect(self.refresh)
        found.counted.connect(self.refresh)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.again.set_key(keys.get(CHECK, self.again.key))

    def show_work(self, works: bool) -> None:
        """Say that a check works, or that none does."""
        self._works = works
        self.refresh()

    def refresh(self) -> None:
        """Say what is known of the check."""
        check = self._found.check
        if check is None:
            return
        self.plot.show_check(check)
        checked = self.tr("Checked {when}").format(when=clock(check.at))
        self.when.setText(checked)
        self.rare.setText(self.tr("%Ln rarer labels left out", "", check.skipped))
        self.rare.setVisible(check.skipped > 0)
        self.error.setText(self.tr("Calibration error {n}").format(n=f"{check.error:.3f}"))
        self.error.setAccessibleDescription(self.plot.accessibleDescription())
        self._say_since()

    def _say_since(self) -> None:
        if self._works:
            words = self.tr("Being checked…")
        elif self._found.since:
            words = self.tr("%Ln changed: check again", "", self._found.since)
        else:
            words = self.tr("Check again")
        self.again.setText(words)
        self.again.setMaximumWidth(self.again.sizeHint().width())
        self.again.setAccessibleName(words)
        self.again.setEnabled(self._write and not self._works)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.rect()
        area.setHeight(1)
        paint.fill(QPainter(self), area, tokens().line)
