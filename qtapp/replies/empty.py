"""What stands in place of an empty list of families: why it is empty, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qtapp.canned import Canned
from qtapp.kit.theme import BODY, font, tokens
from qtapp.kit.widgets import Button


class EmptyFamilies(QWidget):
    """A sentence and, where there is something to do, a button."""

    scan_wanted = Signal()

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canned = canned
        self.scanning = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QLabel(self)
        self.text.setObjectName("noFamilies")
        self.text.setFont(font(BODY))
        self.text.setStyleSheet(f"color: {tokens().text2}")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button("", self)
        self.button.setObjectName("emptyButton")
        self.button.clicked.connect(self._help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 0, 32, 0)
        layout.addStretch(1)
        layout.addWidget(self.text)
        layout.addSpacing(8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.refresh()

    def why(self) -> str:
        """Why there is nothing: 'scanning', 'making' and 'reading' (of very much), 'none' (not compared yet), 'query',
        'decided', 'open', 'nothing'."""
        if self.scanning:
            return "scanning"
        if self._canned.making.works:
            return "making"
        if self._canned.is_awaited:
            return "reading"
        if self._canned.state == "none":
            return "none"
        if self._canned.text:
            return "query"
        _, decided, total = self._canned.counts()
        if not total:
            return "nothing"
        return "open" if self._canned.shown == "open" and decided else "decided"

    def refresh(self) -> None:
        """Say what holds now."""
        why = self.why()
        words, button = {
            "scanning": (self.tr("The replies are being compared. The families appear here when all of them are."), ""),
            "making": (
                self.tr("The families of this review are being put together. They appear here in a moment."),
                "",
            ),
            "reading": (
                self.tr("The replies are being read for this search. What fits it appears here in a moment."),
                "",
            ),
            "none": (self.tr("The replies of this review have not been compared yet."), self.tr("Compare them now")),
            "query": (self.tr("No family fits this search."), self.tr("Show all families")),
            "open": (self.tr("Every family is decided."), self.tr("Show the decided ones")),
            "decided": (self.tr("Nothing is decided yet."), self.tr("Show the open ones")),
            "nothing": (self.tr("No reply is used twice in this review. A lower likeness finds more."), ""),
        }[why]
        self.text.setText(words)
        self.setAccessibleName(words)
        self.button.setText(button)
        self.button.setAccessibleName(button or words)
        if self.button.hasFocus() and not button:
            self.setFocus()  # what is hidden would give the keyboard to who knows whom
        self.button.setVisible(bool(button))

    def _help(self) -> None:
        why = self.why()
        if why == "none":
            self.scan_wanted.emit()
        elif why == "query":
            self._canned.find("")
        else:
            self._canned.show_only("decided" if why == "open" else "open")
