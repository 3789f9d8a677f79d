"""The families as a paged list has them: handles, and rows read when they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.replies.words import decision_words, kind_words

if TYPE_CHECKING:
    from db.replies import FamilyRow

TIP = 600
"""Characters of a wording that a tool tip shows."""


class FamilyRows:
    """Rows of families, by handle."""

    def __init__(self, canned: Canned) -> None:
        self._canned = canned

    def read(self, ids: list[int]) -> list[FamilyRow]:
        """A page of rows."""
        return self._canned.replies.rows(ids)

    def words(self, row: FamilyRow | None, role: int) -> str:
        """The wording; for assistive technology all that is painted."""
        if row is None:
            return QCoreApplication.translate("FamilyModel", "This family could not be read")
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.wording[:TIP]
        said = [row.wording[:TIP], kind_words(row.kind), counted(row.uses, "uses")]
        said += [counted(row.tickets, "tickets"), counted(row.variants, "variants")]
        if row.decision is not None:
            said.append(decision_words(row.decision))
        elif row.proposal is not None:
            proposed = QCoreApplication.translate("FamilyModel", "proposed: {what}")
            said.append(proposed.format(what=decision_words(row.proposal.decision)))
        return ", ".join(said)
