"""Which tickets without a usable label are to get the likely one: how sure it has to be, and what follows from that."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from db.labels import Acceptance
from qtapp.counted import counted
from qtapp.dialogs.sheet import Sheet
from qtapp.kit.slider import Slider
from qtapp.kit.theme import SECONDARY
from qtapp.kit.tips import plain_tip

LEAST, USUAL, MOST = 50, 95, 100
"""Bounds of the least probability and what it is at first, in hundredths."""
LISTED = 160
"""Pixels of the list of labels."""
LONGEST = 120
"""Characters of a label that are listed."""


class AcceptanceSheet(Sheet):
    """Begins with a plan of all that are likely enough to be asked for, and narrows it; `chosen` gives what is left."""

    chosen = Signal(object)
    """An `Acceptance`."""

    def __init__(self, plan: Acceptance, parent: QWidget | None = None) -> None:
        super().__init__("acceptance", self._heading(plan), parent, 520)
        self._whole = self.plan = plan
        self.says = self.words("")
        self.says.setObjectName("acceptanceSays")
        self.slider = Slider(LEAST, MOST, self)
        self.slider.setObjectName("acceptanceLeast")
        self.slider.setAccessibleName(self.tr("How likely the label has to be"))
        self.least = self.words("", token="text2")
        self.least.setFixedWidth(56)
        self.labels = QListWidget(self)
        self.labels.setObjectName("acceptanceLabels")
        self.labels.setAccessibleName(self.tr("The labels that are given, commonest first"))
        self.labels.setFrameShape(QFrame.Shape.StyledPanel)
        self.labels.setFixedHeight(LISTED)
        self.note = self.words("", SECONDARY, "text2")
        self._lay_out()
        self.go = self.add_main("", "acceptLikely")
        self.add_way_out(self.tr("Cancel"))
        self.accepted.connect(self._tell)
        self.slider.valueChanged.connect(self._narrow)
        self.slider.setValue(USUAL)
        self._narrow()
        self.slider.setFocus()

    def _heading(self, plan: Acceptance) -> str:
        if plan.field == "category":
            return self.tr("Give tickets without a category the likely one")
        return self.tr("Give tickets without a root cause the likely one")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.words(self.tr("At least this likely"), token="text2"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.least)
        self.column.addLayout(row)
        for part in (self.says, self.labels, self.note):
            self.column.addWidget(part)

    def _narrow(self) -> None:
        """Say what follows from the threshold as it stands."""
        least = self.slider.value() / 100
        plan = self.plan = self._whole.above(least)
        self.least.setText(f"≥ {least:.2f}")
        self.slider.setAccessibleDescription(self.least.text())
        self.says.setText(self._sentence(plan))
        self._list(plan)
        refused = self.tr("%Ln more stay as they are: their file cannot hold the label.", "", plan.refused)
        step = self.tr("One action, one step to undo.")
        self.note.setText(f"{step} {refused}" if plan.refused else step)
        self.go.setText(self.tr("Change %Ln tickets", "", plan.tickets))
        self.go.setAccessibleName(self.go.text())
        self.go.setEnabled(plan.tickets > 0)
        self.go.updateGeometry()

    def _sentence(self, plan: Acceptance) -> str:
        if plan.tickets:
            tickets, labels = counted(plan.tickets, "tickets"), counted(len(plan.labels), "labels")
            return self.tr("Changes {tickets}, with {labels}.").format(tickets=tickets, labels=labels)
        if plan.refused:
            return self.tr("Nothing would change.")
        best = (
            floor(100 * max(self._whole.sure.values(), default=0.0)) / 100
        )  # rounded up it would contradict the bound
        return self.tr("None is that likely; the likeliest has {n}.").format(n=f"{best:.2f}")

    def _list(self, plan: Acceptance) -> None:
        self.labels.clear()
        for label, tickets in sorted(plan.labels.items(), key=lambda one: (-len(one[1]), one[0])):
            words = " ".join(label.split())
            shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
            item = QListWidgetItem(f"{len(tickets):,}\u2003{shown}", self.labels)
            item.setToolTip(plain_tip(words))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)

    def _tell(self) -> None:
        if self.plan.tickets:
            self.chosen.emit(self.plan)
