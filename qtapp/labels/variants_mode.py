"""Groups of labels that are probably one, decided by single keys: merged, or kept apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qtapp.action_row import Need
from qtapp.labels.mode import Mode
from qtapp.session import Session


class VariantsMode(Mode):
    """The list of groups, and one of them with its labels."""

    name = "variants"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self.pane = QWidget(self)
        self.hold(self.left, self.pane)

    def read(self) -> None:
        pass

    def needs(self) -> Sequence[Need]:
        return ["variants"]

    def words(self) -> str:
        return ""

    def stops(self) -> Sequence[QWidget]:
        return [self.left, self.pane]
