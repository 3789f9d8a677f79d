"""The families as Qt wants them: handles, and pages of rows read when they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from qtapp.canned import Canned
from qtapp.kit.paged import PagedModel
from qtapp.replies.words import counted, decision_words, kind_words

if TYPE_CHECKING:
    from db.replies import FamilyRow

TIP = 600
"""Characters of a wording that a tool tip shows."""


class FamilyModel(PagedModel):
    """One column of families."""

    def __init__(self, canned: Canned, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canned = canned

    def read(self, ids: list[int]) -> list[FamilyRow]:
        """A page of rows."""
        return self._canned.replies.rows(ids)

    def words(self, row: FamilyRow | None, role: int) -> str:
        """The wording; for assistive technology all that is painted."""
        if row is None:
            return self.tr("This family could not be read")
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.wording[:TIP]
        said = [row.wording[:TIP], kind_words(row.kind), counted(row.uses, "uses")]
        said += [counted(row.tickets, "tickets"), counted(row.variants, "variants")]
        if row.decision is not None:
            said.append(decision_words(row.decision))
        elif row.proposal is not None:
            said.append(self.tr("proposed: {what}").format(what=decision_words(row.proposal.decision)))
        return ", ".join(said)
