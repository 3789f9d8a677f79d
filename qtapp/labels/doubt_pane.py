"""One doubtful label with its evidence: the ticket, both labels, the words and the nearest tickets that speak for the
likely one, and the other labels that it might have."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtapp.kit import paint
from qtapp.kit.below import lay_below
from qtapp.kit.chip import Chip
from qtapp.kit.elided import text_line
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import SECONDARY, TITLE, tokens
from qtapp.kit.tips import plain_tip
from qtapp.labels.doubt_bar import DoubtBar
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_near import HEIGHT, NearList
from qtapp.labels.doubt_offers import Offers
from qtapp.labels.doubt_text import DoubtText
from qtapp.labels.doubt_verdict import Verdict
from qtapp.labels.doubt_words import on_one_line, place_words
from qtapp.session import Session

SIDE = (190, 300)
"""Pixels of the column of the other labels: at least, at most."""
SHARE = 0.3
REST = 330
"""Pixels of the pane that all but the nearest tickets need at least."""


class DoubtPane(QWidget):
    """Follows the current finding."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""
    other_wanted = Signal(int)
    """The place of another label that was pressed."""

    def __init__(self, session: Session, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubtPane")
        self._session, self._found = session, found
        self._keys: Mapping[str, str] = {}
        self.title = text_line(self, "doubtTitle", TITLE, bold=True)
        ways = {"doubt_previous": self.tr("Previous doubtful"), "doubt_next": self.tr("Next doubtful")}
        self.stepper = Stepper(ways, self)
        self.place = Chip("", self, tone="plain")
        self.place.setObjectName("doubtPlace")
        self.facts = text_line(self, "doubtFacts", SECONDARY, "text2")
        self.verdict = Verdict(self)
        self.text = DoubtText(self)
        self.near_head = text_line(self, "doubtNearHead", SECONDARY, "text2", bold=True)
        self.near = NearList(session, self)
        self.offers = Offers(self)
        self.bar = DoubtBar(found, self)
        self.whole = self._lay_out()
        for part in (self.bar, self.stepper):
            part.wanted.connect(self.wanted)
        self.place.clicked.connect(lambda: self.wanted.emit("doubt_ticket"))
        self.offers.wanted.connect(self.other_wanted)
        self.offers.meant.connect(self._say_other)
        found.current_changed.connect(self.refresh)
        found.shown_changed.connect(self._say_facts)
        self.refresh()

    def _lay_out(self) -> QWidget:
        whole = QWidget(self)
        first, second, body = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.stepper)
        second.addWidget(self.place)
        second.addWidget(self.facts, 1)
        evidence = QVBoxLayout()
        evidence.setSpacing(4)
        for part in (self.verdict, self.text, self.near_head, self.near):
            evidence.addWidget(part, int(part is self.text))
        body.addLayout(evidence, 1)
        body.addWidget(self.offers)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 14, 20, 8)
        for row, gap in ((first, 6), (second, 10), (body, 20)):
            row.setSpacing(gap)
            inner.addLayout(row, int(row is body))
        inner.setSpacing(8)
        lay_below(whole, inner, self.bar, filling=inner)
        lay_below(self, whole, filling=whole)
        return whole

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        for part in (self.stepper, self.bar, self.offers):
            part.show_keys(keys)

    def allow(self, write: bool) -> None:
        """Switch off what would write."""
        self.bar.allow(write)
        self.offers.allow(write)

    # What is shown

    def refresh(self) -> None:
        """Show the current finding as it stands."""
        doubt = self._found.current
        self.whole.setVisible(doubt is not None)
        if doubt is None:
            return
        ticket = self._session.review.ticket(doubt.id)
        self.title.setText(on_one_line(doubt.title))
        self.place.setText(place_words(doubt.source_file, doubt.line))
        self.place.setAccessibleName(self.tr("Show the ticket: {place}").format(place=self.place.text()))
        self.place.setToolTip(plain_tip(self.place.text()))
        self.place.updateGeometry()
        self.verdict.show_doubt(doubt)
        self.text.show_ticket(ticket, doubt.words)
        likely = self.tr("Nearest tickets labelled “{label}”").format(label=on_one_line(doubt.likely))
        self.near_head.setText(likely)
        self.near_head.setVisible(bool(doubt.neighbours))
        self.near.show_tickets(doubt.field, doubt.likely, doubt.neighbours)
        self.offers.show_labels(self._found.others())
        self._say_facts()
        self.bar.say_first()

    def _say_facts(self) -> None:
        row = self._found.row_of(self._found.current)
        if row >= 0:
            self.facts.setText(self.tr("{n} of {all}").format(n=f"{row + 1:,}", all=f"{len(self._found.shown):,}"))

    def _say_other(self, place: int) -> None:
        others = self._found.others()
        if 0 <= place < len(others):
            self.bar.say_other(others[place][0], self._keys.get(f"doubt_set_{place + 1}", str(place + 1)))
        else:
            self.bar.say_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.near.make_room((self.height() - REST) // HEIGHT)
        self.offers.setFixedWidth(max(SIDE[0], min(SIDE[1], round(SHARE * self.width()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
