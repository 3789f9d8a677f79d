"""The head of a family: uses and variants, facts in a line, what is proposed or decided, the way to its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.kit.elided import text_line, text_lines
from qtapp.kit.icons import pixmap
from qtapp.kit.stepper import Stepper
from qtapp.kit.theme import SECONDARY, TITLE
from qtapp.kit.widgets import Button
from qtapp.replies.words import DECISION_ICONS, KIND_ICONS, decision_words, kind_words, reason_words

if TYPE_CHECKING:
    from db.replies import Family


class FamilyHeader(QWidget):
    """Three lines, the last of them only where something is proposed or decided."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canned = canned
        self.title = text_line(self, "familyTitle", TITLE, bold=True)
        self._sign = QLabel(self)
        self.facts = text_line(self, "familyFacts", SECONDARY, "text2")
        self._verdict_sign = QLabel(self)
        self.verdict = text_lines(self, "familyVerdict", SECONDARY, "text2")
        ways = {"canned_previous": self.tr("Previous family"), "canned_next": self.tr("Next family")}
        self.stepper = Stepper(ways, self)
        self.stepper.wanted.connect(self.wanted)
        self.accept = self._button("canned_accept", self.tr("Accept"), "check", "P")
        self.reopen = self._button("canned_reopen", self.tr("Take it away"), "undo", "U")
        self._lay_out()

    def _lay_out(self) -> None:
        first, second, self._third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.stepper)
        for row, parts in (
            (second, (self._sign, self.facts)),
            (self._third, (self._verdict_sign, self.verdict, self.accept, self.reopen)),
        ):
            for part in parts:
                row.addWidget(part, int(part in (self.facts, self.verdict)))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 20, 8)
        column.setSpacing(2)
        for row in (first, second, self._third):
            row.setSpacing(6)
            column.addLayout(row)

    def _button(self, name: str, words: str, sign: str, key: str) -> Button:
        button = Button(words, self, look="ghost", icon=sign, key=key)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._clicked)
        return button

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.stepper.show_keys(keys)
        for button in (self.accept, self.reopen):
            button.set_key(keys.get(button.objectName(), button.key))

    def show_family(self, family: Family) -> None:
        """Show the facts of a family."""
        row = family.row
        self.title.setText(
            self.tr("{uses}, {variants}").format(
                uses=counted(row.uses, "uses"), variants=counted(row.variants, "variants")
            )
        )
        self._sign.setPixmap(pixmap(KIND_ICONS[row.kind], "text2", 14))
        facts = [
            kind_words(row.kind),
            counted(row.tickets, "tickets"),
            counted(row.spread, "categories"),
            counted(family.sources, "sources"),
        ]
        if row.variants > 1:
            facts.append(self.tr("farthest variant {n}").format(n=f"{family.farthest:.2f}"))
        facts.append(self.tr("threshold {n}").format(n=f"{self._canned.replies.threshold:.2f}"))
        self.facts.setText("   ".join(facts))
        self._judge(family)

    def _judge(self, family: Family) -> None:
        """What is decided, else what is proposed."""
        row = family.row
        self.accept.setVisible(row.decision is None and row.proposal is not None)
        self.reopen.setVisible(row.decision is not None)
        words, sign = "", QPixmap()
        if row.decision is not None:
            words = self.tr("Decided: {what}").format(what=decision_words(row.decision))
            sign = pixmap(DECISION_ICONS[row.decision.code], "ok", 14)
            if row.fresh:
                since = self.tr("%Ln variants came by since", "", row.fresh)
                words = f"{words} · {since}"
        elif row.proposal is not None:
            parts = [decision_words(row.proposal.decision), reason_words(row.proposal)]
            words = self.tr("Proposed: {what}").format(what=" · ".join(part for part in parts if part))
            sign = pixmap("sparkle", "accent", 14)
        self.verdict.setText(words)
        self.verdict.setVisible(bool(words))
        self._verdict_sign.setPixmap(sign)
        self._verdict_sign.setVisible(bool(words))
