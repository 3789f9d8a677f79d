"""The status bar: how far the review is, what the list shows in words, the work in the background, saved, keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from db.values import Step
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.kit.widgets import Bar, KeyHint, key_text
from qtapp.session import Session
from qtapp.tasks import Task, Tasks
from qtapp.window.words import stage_words

HEIGHT = 30
NOTICED = 500
"""Milliseconds that work may take before the bar speaks of it."""


class StatusBar(QWidget):
    """Thirty pixels at the foot of the window."""

    def __init__(self, tasks: Tasks, keys: QAction, parent: QWidget | None = None) -> None:
        """`keys` is the action that shows the keys."""
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setFixedHeight(HEIGHT)
        self._tasks = tasks
        self._session: Session | None = None
        self._words = ""
        self._reviewed, self._bar, self._percent = (
            self._label("reviewed"),
            Bar(self, "ok"),
            self._label("reviewedPercent"),
        )
        self._bar.setFixedWidth(96)
        self._shows = self._label("shows")
        self._work, self._work_bar, self._work_percent = self._label("work"), Bar(self), self._label("workPercent")
        self._work_bar.setFixedWidth(72)
        self.cancel = self._button("cancelWork", self.tr("Cancel"))
        self.cancel.clicked.connect(tasks.cancel)
        self.drift = self._button("driftButton", self.tr("Files that changed on disk"))
        self.drift.setIcon(QIcon(pixmap("refresh", "warn", 16)))
        self.drift.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.drift.hide()
        self.trouble = self._button("troubleButton", self.tr("Damage was found"))
        self.trouble.setIcon(QIcon(pixmap("warning", "warn", 16)))
        self.trouble.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.trouble.hide()
        self._saved_mark, self._saved = self._label("savedMark"), self._label("saved")
        self._saved_mark.setPixmap(pixmap("check", "ok", 16))
        self._saved.setText(self.tr("Saved"))
        self.keys = self._button("keysButton", self.tr("Keys"))
        self.keys.clicked.connect(keys.trigger)
        self._keys_hint = KeyHint(key_text(keys.shortcut()), self)
        self._lay_out()
        self._notice = QTimer(self, singleShot=True, interval=NOTICED)
        self._notice.timeout.connect(self._show_work)
        tasks.started.connect(self._begin)
        tasks.ended.connect(self._end)
        self._hide_work()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 12, 0)
        layout.setSpacing(10)
        for widget in (self._reviewed, self._bar, self._percent):
            layout.addWidget(widget)
        layout.addSpacing(16)
        layout.addWidget(self._shows)
        layout.addStretch(1)
        for widget in (self._work, self._work_bar, self._work_percent, self.cancel):
            layout.addWidget(widget)
        layout.addWidget(self.drift)
        layout.addWidget(self.trouble)
        layout.addSpacing(6)
        layout.addWidget(self._saved_mark)
        layout.addWidget(self._saved)
        layout.addSpacing(6)
        layout.addWidget(self._keys_hint)
        layout.addWidget(self.keys)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(font(12))
        label.setStyleSheet(f"color: {tokens().text2}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFont(font(12))
        return button

    def watch(self, session: Session | None) -> None:
        """Speak of this review; of none on the welcome page."""
        self._session = session
        if session is not None:
            session.shown_changed.connect(self.refresh)
            session.changed.connect(self.refresh)
        for widget in (self._reviewed, self._bar, self._percent, self._shows, self._saved_mark, self._saved):
            widget.setVisible(session is not None)
        self.refresh()

    def say(self, words: str) -> None:
        """What the page shows in words, where it is not tickets."""
        self._words = words
        self.refresh()

    def say_drift(self, words: str) -> None:
        """Which files are not as they were read, '' where all are."""
        self.drift.setText(words)
        self.drift.setAccessibleName(words or self.tr("Files that changed on disk"))
        self.drift.setVisible(bool(words))

    def say_trouble(self, words: str, whole: str = "") -> None:
        """That the review is damaged, and the key that leads on; '' where it is not. `whole` says what was found."""
        self.trouble.setText(words)
        self.trouble.setAccessibleName(words or self.tr("Damage was found"))
        self.trouble.setToolTip(plain_tip(whole))
        self.trouble.setVisible(bool(words))

    def refresh(self) -> None:
        """Count again, and say again what the list shows."""
        if self._session is None or not self._session.complete:
            return
        total, reviewed = self._session.counts()
        share = reviewed / total if total else 0.0
        self._reviewed.setText(
            self.tr("{reviewed} of {total} reviewed").format(reviewed=f"{reviewed:,}", total=f"{total:,}")
        )
        self._bar.set_share(share)
        self._percent.setText(f"{share:.0%}")
        words = self._session.describe(self._session.query)
        shown = self.tr("%Ln tickets", "", len(self._session.ids))
        self._shows.setText(self._words or f"{words}  ·  {shown}")

    # Work in the background

    def _begin(self, task: Task) -> None:
        if task.is_quiet:
            return
        task.progressed.connect(self._progress)
        self._notice.start()

    def _end(self, task: Task) -> None:
        self._notice.stop()
        self._hide_work()

    def _show_work(self) -> None:
        task = self._tasks.current
        if task is None:
            return
        for widget in (self._work, self._work_bar, self._work_percent, self.cancel):
            widget.show()
        self._progress(task.step)

    def _hide_work(self) -> None:
        for widget in (self._work, self._work_bar, self._work_percent, self.cancel):
            widget.hide()

    def _progress(self, step: Step) -> None:
        task = self._tasks.current
        if task is None or self._work.isHidden():
            return
        share = step.done / step.total if step.total else 0.0
        self._work.setText(stage_words(step) or task.name)
        self._work_bar.set_share(share)
        self._work_percent.setText(f"{share:.0%}" if step.total else "")
