"""What can be decided of a changed source, at the foot of its comparison."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from qtapp.counted import counted
from qtapp.kit.decision_bar import DecisionBar
from qtapp.kit.elided import text_line
from qtapp.kit.theme import SECONDARY
from qtapp.kit.widgets import Button
from qtapp.sources.comparing import Comparing

TAKE, OURS, THEIRS, EDIT, LEAVE = "drift_take", "drift_ours", "drift_theirs", "drift_edit", "drift_leave"


class DriftBar(DecisionBar):
    """Its sentence says what taking it in would do, in numbers."""

    def __init__(self, comparing: Comparing, parent: QWidget | None = None) -> None:
        super().__init__(text_line(None, "driftEffect", SECONDARY, "text2"), parent)
        self._comparing = comparing
        buttons = {
            TAKE: Button(self.tr("Take it in"), look="primary", icon="check", key="T"),
            OURS: Button(self.tr("Keep ours"), icon="edit", key="A"),
            THEIRS: Button(self.tr("Take theirs"), icon="file", key="B"),
            EDIT: Button(self.tr("Write anew"), icon="rewrite", key="E"),
            LEAVE: Button(self.tr("Back"), look="ghost", key="Backspace"),
        }
        self.fill(buttons, (LEAVE,), (EDIT, THEIRS, OURS))
        comparing.current_changed.connect(self.refresh)
        comparing.decided.connect(self.refresh)

    def refresh(self) -> None:
        """Say what would happen now; a side can be taken only where both changed."""
        torn = self._comparing.is_conflict(self._comparing.current_field())
        for name in (OURS, THEIRS, EDIT):
            self.buttons[name].setVisible(torn)
        super().refresh()

    def sentence(self, action: str) -> str:
        """What an action would change."""
        plan, key = self._comparing.plan, self.buttons[action].key
        if plan is None:
            return ""
        if action == OURS:
            return self.tr("{key} keeps what stands here; the file says otherwise.").format(key=key)
        if action == THEIRS:
            return self.tr("{key} takes what the file says in place of what stands here.").format(key=key)
        if action == EDIT:
            return self.tr("{key} lets you write what stands there instead of both.").format(key=key)
        if plan.nothing:
            return self.tr("The file says what the review says: there is nothing to take in.")
        if plan.another_batch:
            words = self.tr("Only {firm} of {n} tickets are known again: {key} asks whether it is another batch.")
            return words.format(key=key, firm=f"{plan.firm:,}", n=f"{plan.of:,}")
        counts = plan.counts
        numbers = {"new": f"{counts.new:,}", "there": f"{counts.there + counts.both:,}", "gone": f"{counts.gone:,}"}
        words = self.tr("{key}: {new} come, {there} change, {gone} are parked with their edits. One step to undo.")
        said = words.format(key=key, **numbers)
        left = counts.conflicts - self._comparing.done()
        return f"{counted(left, 'open')} {said}" if left > 0 else said
