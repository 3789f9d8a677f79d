"""One family whole: head, wording, variants, slots, near families, bars at the right, decisions at the foot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.canned import Canned
from qtapp.kit import paint
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.replies.actions_bar import FamilyBar
from qtapp.replies.bars import SideBars
from qtapp.replies.evidence_card import EvidenceCard
from qtapp.replies.header import FamilyHeader
from qtapp.replies.neighbours import Neighbours
from qtapp.replies.slots import SlotLines
from qtapp.replies.switch import Switch
from qtapp.replies.variants import VariantList
from qtapp.replies.wording import WordingCard

if TYPE_CHECKING:
    from db.replies import Conflict

SIDE, SIDE_NARROW, NARROW, LOW = 204, 148, 780, 600
"""Widths of the bars, the width of the pane below which they are narrow, the height below which less is shown."""


class FamilyPane(QWidget):
    """Follows the current family."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("familyPane")
        self._canned = canned
        self._conflict: Conflict | None = None
        self._is_stale = True
        self.header = FamilyHeader(canned, self)
        self.wording = WordingCard(canned, self)
        self.differences = Switch(self.tr("Only the differences"), self)
        self.differences.setObjectName("canned_differences")
        self.variants = VariantList(canned, self)
        self.differences.toggled.connect(self.variants.only_differences)
        self.slots = SlotLines(self)
        self.neighbours = Neighbours(self)
        self.bars = SideBars(self)
        self.card = EvidenceCard(self)
        self.bar = FamilyBar(canned, self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("noFamily")
        self.nothing.setFont(font(BODY))
        self.nothing.setStyleSheet(f"color: {tokens().text2}")
        self.nothing.setContentsMargins(24, 20, 24, 0)
        self.body = self._body()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.nothing, self.header, self.body, self.bar):
            column.addWidget(part, int(part is self.body))
        column.addStretch(0)
        self.header.wanted.connect(self.wanted)
        self.bar.wanted.connect(self.wanted)
        self.neighbours.wanted.connect(canned.go_to)
        canned.current_changed.connect(self.refresh)
        canned.choice_changed.connect(self._choice_changed)
        canned.selection_changed.connect(self._selection_changed)

    def _body(self) -> QWidget:
        body = QFrame(self)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.wording)
        left.addSpacing(4)
        left.addLayout(self._variants_head())
        left.addWidget(self.variants, 1)
        left.addWidget(self.slots)
        left.addWidget(self.neighbours)
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 12, 20, 6)
        row.setSpacing(24)
        row.addLayout(left, 1)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.bars, 1)
        side.addWidget(self.card)
        row.addLayout(side)
        return body

    def _variants_head(self) -> QHBoxLayout:
        name, self._count = QLabel(self.tr("Variants"), self), QLabel(self)
        self._count.setObjectName("variantCount")
        for label, face, token in ((name, font(SECONDARY, bold=True), "text2"), (self._count, font(SMALL), "text3")):
            label.setFont(face)
            label.setStyleSheet(f"color: {getattr(tokens(), token)}")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.differences)
        return row

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.header.show_keys(keys)
        self.bar.show_keys(keys)
        self.wording.write.set_key(keys.get("canned_write", "E"))
        self.card.button.set_key(keys.get("canned_labels", "L"))

    def allow(self, write: bool) -> None:
        """Switch off what would write."""
        self.bar.allow(write)
        for button in (self.header.accept, self.header.reopen, self.wording.write):
            button.setEnabled(write)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden is taken in."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """Show the current family as it stands, once there is somebody to see it."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        family = self._canned.family
        for part in (self.header, self.body, self.bar):
            part.setVisible(family is not None)
        self.nothing.setVisible(family is None)
        if family is None:
            some = len(self._canned.handles) > 0
            self.nothing.setText(self.tr("No family is shown. Choose one in the list.") if some else "")
            self.variants.show_family(None)
            return
        self.wording.end(take=False)
        self.header.show_family(family)
        self.wording.refresh()
        self.variants.show_family(family)
        self.slots.show_slots(family.slots)
        self.neighbours.show_neighbours(family.neighbours)
        self.bars.show_numbers(family.categories, family.causes)
        self._choice_changed()
        found = self._canned.replies.conflicts_of(self._canned.current)
        self._conflict = found[0] if found else None
        self._make_room()

    def _selection_changed(self) -> None:
        if not self._is_stale:
            self.bar.refresh()

    def _choice_changed(self) -> None:
        family = self._canned.family if not self._is_stale else None
        if family is None:
            return
        self.wording.refresh()
        chosen = len(self._canned.variants)
        words, selected = f"{len(family.variants):,}", self.tr("%Ln selected", "", chosen)
        self._count.setText(f"{words} · {selected}" if chosen else words)
        self.bar.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a small window the bars are narrower, and near families give way to the variants."""
        if self._is_stale:
            return
        narrow = self.width() < NARROW
        for part in (self.bars, self.card):
            part.setFixedWidth(SIDE_NARROW if narrow else SIDE)
        self.card.show_conflict(self._conflict, narrow)
        family = self._canned.family
        if family is not None:
            self.neighbours.setVisible(bool(family.neighbours) and self.height() >= LOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, event.rect(), tokens().surface)
        if self.header.isVisible():
            paint.fill(painter, QRect(24, self.header.geometry().bottom(), self.width() - 24, 1), tokens().line)
