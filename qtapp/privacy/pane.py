"""The current kind, value or ticket: what it is, its places, and what can be decided."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.elided import text_line
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import SECONDARY, TITLE, tokens
from qtapp.privacy.bar import PrivacyBar
from qtapp.privacy.deciding import Decisions
from qtapp.privacy.found import Found
from qtapp.privacy.list import FoundRows, Line
from qtapp.privacy.places import PlaceList
from qtapp.session import Session

PAUSE = 60
"""Milliseconds that something has to be current before what masking would do is found out: a key held down goes on."""


class PrivacyPane(QWidget):
    """Follows what is current."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""

    def __init__(
        self, session: Session, found: Found, decisions: Decisions, write: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("privacyPane")
        self._found, self._decisions, self._write = found, decisions, write
        self._lines = FoundRows(session, found)
        self.title = text_line(self, "privacyTitle", TITLE, bold=True)
        ways = {"privacy_previous": self.tr("The one before"), "privacy_next": self.tr("The next one")}
        self.stepper = Stepper(ways, self)
        self.facts = text_line(self, "privacyFacts", SECONDARY, "text2")
        self.places = PlaceList(session, found, self)
        self.bar = PrivacyBar(found, decisions, self)
        self._whole = self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.settle)
        for part in (self.bar, self.stepper):
            part.wanted.connect(self.wanted)
        self.bar.allow(write)
        found.current_changed.connect(self.refresh)
        found.shown_changed.connect(self._say_facts)
        found.place_changed.connect(self.bar.refresh)
        decisions.names_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> QWidget:
        whole = QWidget(self)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.title, 1)
        first.addWidget(self.stepper)
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 20, 8)
        head.setSpacing(4)
        head.addLayout(first)
        head.addWidget(self.facts)
        body = QHBoxLayout()
        body.setContentsMargins(4, 0, 0, 0)
        body.addWidget(self.places)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addWidget(self.bar)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(whole, 1)
        return whole

    def refresh(self) -> None:
        """Show the current one as it stands."""
        line = self._line()
        self._whole.setVisible(line is not None)
        if line is None:
            return
        self.title.setText(line.title)
        self._say_facts()
        self.bar.name_for(self._found.look)
        self.bar.plan = ""
        self.bar.refresh()
        self._soon.start()

    def _line(self) -> Line | None:
        current = self._found.current
        return self._lines.read([current])[0] if current is not None else None

    def _say_facts(self) -> None:
        line, row = self._line(), self._found.row_of(self._found.current)
        if line is not None:
            of = self.tr("{n} of {all}").format(n=f"{row + 1:,}", all=f"{len(self._found.shown):,}")
            self.facts.setText("   ".join(filter(None, (line.below, of))))

    def settle(self) -> None:
        """Find out what masking would do, where that is quick."""
        self._soon.stop()
        rows = self._found.rows
        if self._write and len(rows) and self._found.look != "none":
            wanted = self._decisions.wanted()
            self.bar.plan = self._decisions.plan(rows) if self._decisions.is_near(wanted) else ""
            self.bar.refresh()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.stepper.show_keys(keys)
        self.bar.show_keys(keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
