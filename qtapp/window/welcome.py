"""The page of a first start: what can be opened, and the recent reviews. Files can be dropped anywhere on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.kit.theme import font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.kit.widgets import ActionButton, Button

WIDTH = 460


class WelcomePage(QWidget):
    """A column in the middle of the window."""

    review_wanted = Signal(object)
    """The path of a recent review."""

    def __init__(self, offers: list[QAction], recent: list[Path], parent: QWidget | None = None) -> None:
        """`offers` are the actions that open something, the first of them the likeliest."""
        super().__init__(parent)
        self.setObjectName("welcome")
        column = QFrame(self)
        column.setFixedWidth(WIDTH)
        layout = QVBoxLayout(column)
        layout.setSpacing(12)
        layout.addWidget(self._words(self.tr("Curate tickets"), 18, "text", bold=True))
        layout.addWidget(
            self._words(
                self.tr(
                    "Open dataset files of customer-service tickets: Markdown, JSONL, JSON, CSV, XLSX or Parquet. They "
                    "are never changed; what you decide is kept in a review beside them."
                ),
                13,
                "text2",
            )
        )
        layout.addSpacing(8)
        for place, action in enumerate(offers):
            button = ActionButton(action, primary=place == 0, parent=column)
            layout.addWidget(button)
            if place == 0:
                self.setFocusProxy(button)
        layout.addWidget(self._words(self.tr("Or drop files or a folder here."), 12, "text3"))
        if recent:
            layout.addSpacing(16)
            layout.addWidget(self._words(self.tr("Recent reviews"), 12, "text2", bold=True))
            for path in recent:
                layout.addWidget(self._recent(path))
        layout.addStretch(3)
        layout.insertStretch(0, 2)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(column)
        outer.addStretch(1)

    def _words(self, text: str, size: int, colour: str, bold: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setFont(font(size, bold=bold))
        label.setStyleSheet(f"color: {getattr(tokens(), colour)}")
        label.setWordWrap(True)
        return label

    def _recent(self, path: Path) -> Button:
        button = Button(f"{path.stem}   {path.parent}", self, look="ghost", icon="database")
        button.setObjectName("recentReview")
        button.setToolTip(plain_tip(str(path)))
        button.setAccessibleName(self.tr("Open the review {name}").format(name=path.stem))
        button.setProperty("review", str(path))
        button.clicked.connect(self._open)
        return button

    def _open(self) -> None:
        self.review_wanted.emit(Path(str(self.sender().property("review"))))
