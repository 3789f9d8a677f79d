"""What stands in place of an empty list: why it is empty, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qtapp.kit.theme import font, tokens
from qtapp.kit.widgets import Button
from qtapp.session import Session


class EmptyState(QWidget):
    """A sentence and a button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._text = QLabel(self)
        self._text.setFont(font(13))
        self._text.setStyleSheet(f"color: {tokens().text2}")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._all = Button(self.tr("Show all tickets"), self, icon="inbox")
        self._all.setObjectName("showAll")
        self._all.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 0, 32, 0)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        session.shown_changed.connect(self.refresh)
        session.paused_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what holds now."""
        asked = bool(self._session.query)
        if self._all.hasFocus() and not asked:
            self.setFocus()  # what is hidden would give the keyboard to who knows whom
        self._all.setVisible(asked)
        self._text.setText(self._words(asked))
        self.setAccessibleName(self._text.text())

    def _words(self, asked: bool) -> str:
        if asked:
            return self.tr("No ticket fits this search and these filters.")
        if self._session.paused:
            return self.tr("The tickets are being read. They appear here when all of them are.")
        return self.tr("No tickets yet. Open dataset files with Ctrl+O, or drop files or a folder here.")

    def _show_all(self) -> None:
        self._session.find("")
