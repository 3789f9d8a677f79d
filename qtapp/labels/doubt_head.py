"""Over the list of doubtful labels: which part of them is shown, how much of it is decided, who has no label at all."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Bar, Button, KeyHint
from qtapp.labels.doubt_cut import Cut
from qtapp.labels.doubt_found import STEP, Found

FEWER, MORE, ACCEPT = "doubt_fewer", "doubt_more", "labels_accept_all"


class DoubtHead(QWidget):
    """The sentence of the cut, the cut itself, and two lines of numbers."""

    wanted = Signal(str)
    """The id of an action that was pressed here."""

    def __init__(self, found: Found, write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtHead")
        self._found, self._write = found, write
        self.says = text_line(self, "doubtCutWords", bold=True)
        self.cut = Cut(self)
        self.cut.setObjectName("doubtCut")
        self.cut.setAccessibleName(self.tr("How many of the most doubtful are shown"))
        self.hints = {FEWER: KeyHint("[", self), MORE: KeyHint("]", self)}
        self.decided = text_line(self, "doubtDecided", SECONDARY, "text2")
        self.bar = Bar(self, "ok")
        self.bar.setFixedWidth(72)
        self.bar.setAccessibleName(self.tr("Part of them that is decided"))
        self.accept = Button("", self, look="ghost", icon="sparkle", key="Shift A")
        self.accept.setObjectName(ACCEPT)
        self.accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.accept.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.accept.clicked.connect(lambda: self.wanted.emit(ACCEPT))
        self._lay_out()
        self.cut.valueChanged.connect(found.cut)
        found.shown_changed.connect(self.refresh)
        found.counted.connect(self._say_unlabelled)

    def _lay_out(self) -> None:
        cut, numbers = QHBoxLayout(), QHBoxLayout()
        cut.setSpacing(6)
        cut.addWidget(self.hints[FEWER], 0, Qt.AlignmentFlag.AlignBottom)
        cut.addWidget(self.cut, 1)
        cut.addWidget(self.hints[MORE], 0, Qt.AlignmentFlag.AlignBottom)
        numbers.setSpacing(10)
        numbers.addWidget(self.decided, 1)
        numbers.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 19, 6)
        column.setSpacing(4)
        column.addWidget(self.says)
        column.addLayout(cut)
        column.addLayout(numbers)
        last = QHBoxLayout()
        last.addWidget(self.accept, 1)
        last.addStretch(0)
        column.addLayout(last)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        for name, hint in self.hints.items():
            hint.setText(keys.get(name, hint.text()))
        self.accept.set_key(keys.get(ACCEPT, self.accept.key))

    def refresh(self) -> None:
        """Say what is shown of how many, and what is decided."""
        found = self._found
        share = found.size / found.looked_at if found.looked_at else 0.0
        words = self.tr("The %Ln most doubtful of {all} ({share})", "", found.size)
        shown = f"{share:.0%}" if share >= 0.01 or not share else f"{share:.1%}"
        self.says.setText(words.format(all=f"{found.looked_at:,}", share=shown))
        self.cut.show_cut(found.levels, found.size, max(1, round(STEP * found.looked_at)))
        self.cut.setAccessibleDescription(self.says.text())
        self.decided.setText(self._numbers())
        self.bar.set_share(found.decided / found.size if found.size else 0.0)
        self._say_unlabelled()

    def _numbers(self) -> str:
        found = self._found
        words = self.tr("{decided} decided · {left} left")
        if found.kept:
            words = self.tr("{decided} decided, {kept} of them kept · {left} left")
        return words.format(decided=f"{found.decided:,}", kept=f"{found.kept:,}", left=f"{len(found.shown):,}")

    def _say_unlabelled(self) -> None:
        number = len(self._found.unlabelled)
        if self._found.field == "category":
            words = self.tr("%Ln without a usable category…", "", number)
        else:
            words = self.tr("%Ln without a usable root cause…", "", number)
        self.accept.setText(words)
        self.accept.setAccessibleName(words)
        self.accept.setToolTip(self.tr("Give them the likely one, once you have seen how many get which"))
        self.accept.setMaximumWidth(self.accept.sizeHint().width())
        self.accept.setVisible(number > 0)
        self.accept.setEnabled(self._write)
