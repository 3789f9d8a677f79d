"""One contradiction side by side: what is the same, the commonest label at the left, another one at the right.

Further labels stand as buttons below, each with the key that gives it to all tickets.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from qtapp.conflict_actions import NUMBERED
from qtapp.counted import counted
from qtapp.evidence import Evidence
from qtapp.kit import paint
from qtapp.kit.below import lay_below
from qtapp.kit.elided import text_line
from qtapp.kit.icons import pixmap
from qtapp.kit.marked import Marked, Piece
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import BODY, SECONDARY, TITLE, font, tokens
from qtapp.kit.tips import plain_tip
from qtapp.kit.widgets import Button
from qtapp.replies.case_column import CaseColumn
from qtapp.replies.evidence_bar import EvidenceBar
from qtapp.replies.label_words import clipped, label_words, same_words, title_words

LOW = 620
"""Height of the pane below which the text that is the same has fewer lines."""


class SharedText(QWidget):
    """What all tickets of a contradiction have in common, on the ground of what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sharedText")
        self._head, self._text, self._lines = "", "", 2

    def show_text(self, head: str, text: str, lines: int) -> None:
        """Show a text on so many lines at most; the whole is in the tool tip."""
        self._head, self._text, self._lines = head, text, lines
        self.setAccessibleName(head)
        self.setAccessibleDescription(text[:2000])
        self.setToolTip(plain_tip(text[:2000]))
        self._fit()

    def _fit(self) -> None:
        self._marked = Marked([Piece(self._text)], max(80, self.width() - 28), self._lines)
        self.setFixedHeight(34 + self._marked.height + 8)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.round_rect(painter, self.rect(), colours.selected, 6)
        painter.drawPixmap(14, 11, pixmap("check", "accent", 14))
        paint.write(
            painter, self.rect().adjusted(34, 8, -14, 30 - self.height()), self._head, font(SECONDARY), colours.accent
        )
        self._marked.paint(painter, 14, 32, colours.text)


class EvidencePane(QWidget):
    """Follows the current contradiction."""

    wanted = Signal(str)
    """The id of an action whose button was pressed."""
    set_wanted = Signal(int)
    """The place of a label that all are to get."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidencePane")
        self._evidence = evidence
        self._keys: Mapping[str, str] = {}
        self._shared: frozenset[str] = frozenset()
        self.title = text_line(self, "evidenceTitle", TITLE, bold=True)
        self.facts = text_line(self, "evidenceFacts", SECONDARY, "text2")
        ways = {"conflict_previous": self.tr("Previous contradiction"), "conflict_next": self.tr("Next contradiction")}
        self.stepper = Stepper(ways, self)
        self.shared = SharedText(self)
        self.columns = [CaseColumn(evidence, f"cases{side}", self) for side in ("Left", "Right")]
        self.others = [self._other(place) for place in range(2, NUMBERED)]
        self.bar = EvidenceBar(evidence, self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("noConflict")
        self.nothing.setFont(font(BODY))
        self.nothing.setStyleSheet(f"color: {tokens().text2}")
        self.nothing.setContentsMargins(24, 20, 24, 0)
        self.whole = self._lay_out()
        for part in (self.bar, self.stepper):
            part.wanted.connect(self.wanted)
        for column in self.columns:
            column.set_wanted.connect(self.set_wanted)
            column.button.installEventFilter(self)
        evidence.current_changed.connect(self.refresh)
        evidence.shown_changed.connect(self._say_facts)
        evidence.beside_changed.connect(self._show_labels)
        self.refresh()

    def _other(self, place: int) -> Button:
        button = Button("", self, look="secondary", key=str(place + 1))
        button.setObjectName(f"labelOther{place}")
        button.setAccessibleName(self.tr("Another label"))
        button.setProperty("place", place)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._choose)
        button.installEventFilter(self)
        return button

    def _lay_out(self) -> QWidget:
        whole = QWidget(self)
        first, second, beside, others = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.stepper)
        second.addWidget(self.facts, 1)
        for column in self.columns:
            beside.addWidget(column, 1)
        for button in self.others:
            others.addWidget(button, 1)
        others.addStretch(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 14, 20, 8)
        inner.setSpacing(6)
        for row, gap in ((first, 6), (second, 6)):
            row.setSpacing(gap)
            inner.addLayout(row)
        inner.addSpacing(2)
        inner.addWidget(self.shared)
        inner.addSpacing(4)
        beside.setSpacing(16)
        inner.addLayout(beside, 1)
        others.setSpacing(6)
        inner.addLayout(others)
        lay_below(whole, inner, self.bar, filling=inner)
        lay_below(self, self.nothing, whole, filling=whole).addStretch(0)
        return whole

    def _choose(self) -> None:
        self.set_wanted.emit(int(self.sender().property("place")))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        self.stepper.show_keys(keys)
        self.bar.show_keys(keys)
        self.refresh()

    def allow(self, write: bool) -> None:
        """Switch off what would write."""
        self.bar.allow(write)
        for button in (*self.others, *(column.button for column in self.columns)):
            button.setEnabled(write)

    # What is shown

    def refresh(self) -> None:
        """Show the current contradiction as it stands."""
        conflict = self._evidence.current
        self.whole.setVisible(conflict is not None)
        self.nothing.setVisible(conflict is None)
        if conflict is None:
            words = self.tr("No labels contradict one another.")
            self.nothing.setText(words if self._evidence.complete else "")
            return
        self._shared = self._evidence.shared()
        self.title.setText(title_words(conflict))
        self._say_facts()
        self._make_room()
        self._show_labels()
        self.bar.say_first()

    def _say_facts(self) -> None:
        conflict = self._evidence.current
        if conflict is None:
            if self._evidence.complete:
                self.nothing.setText(self.tr("No labels contradict one another."))
            return
        facts = [counted(len(conflict.tickets), "tickets"), counted(len(conflict.labels), "labels")]
        facts.append(self.tr("strength {n}").format(n=f"{conflict.strength:.2f}"))
        row = self._evidence.row_of(conflict)
        if row >= 0:
            facts.append(self.tr("{n} of {all}").format(n=row + 1, all=len(self._evidence.conflicts)))
        self.facts.setText("   ".join(facts))

    def _key(self, place: int) -> str:
        return self._keys.get(f"conflict_set_{place + 1}", str(place + 1)) if place < NUMBERED else ""

    def _show_labels(self) -> None:
        conflict = self._evidence.current
        if conflict is None:
            return
        for column, place in zip(self.columns, (0, self._evidence.beside), strict=True):
            column.show_label(place, self._key(place), self._shared)
        # the one that stands at the right leaves its button to the one that stood there
        shown = [place for place in range(1, min(len(conflict.labels), NUMBERED)) if place != self._evidence.beside]
        for button, place in zip(self.others, [*shown, *[-1] * len(self.others)], strict=False):
            button.setVisible(place > 0)
            if place > 0:
                label, tickets = conflict.labels[place]
                words = label_words(conflict.field, label)
                button.setText(f"{clipped(words)} · {len(tickets):,}".replace("&", "&&"))
                button.setAccessibleName(self.tr("For all: {label}").format(label=words))
                button.setToolTip(plain_tip(words))
                button.setProperty("place", place)
                button.set_key(self._key(place))
                button.setMaximumWidth(button.sizeHint().width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The sentence is of the label whose button is under the mouse or has the keyboard."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            column = next((one for one in self.columns if one.button is watched), None)
            place = column.place if column is not None else int(watched.property("place"))
            self.bar.say_label(place, self._key(place))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.bar.say_first()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        conflict = self._evidence.current
        if conflict is not None:
            self.shared.show_text(same_words(conflict), conflict.text, 3 if self.height() >= LOW else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), event.rect(), tokens().surface)
