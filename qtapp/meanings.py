"""What the taxonomy of the open review says of labels, in words, for whoever gives one. Read once until it changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db import edits
from db.edits import Term
from db.review import Review
from db.values import TAXONOMY, Changes


class Meanings:
    """Definitions and examples, by field and label."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._known: dict[str, dict[str, Term]] = {}

    def refresh(self, changes: Changes) -> None:
        """Read again, where a change may have said something else."""
        if changes.kind in ("import", "other") or TAXONOMY in changes.fields:
            self._known.clear()

    def of(self, field: str, label: str) -> str:
        """The definition of a label and, on a line of its own, its example; '' where nothing is said of it."""
        if field not in self._known:
            self._known[field] = edits.terms(self._review, field)
        term = self._known[field].get(label)
        if term is None:
            return ""
        example = QCoreApplication.translate("Meanings", "Example: {text}").format(text=term.example)
        return "\n".join((*((term.definition,) if term.definition else ()), *((example,) if term.example else ())))
