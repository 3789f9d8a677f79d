"""Correcting tickets: verbs, each one action of the log; undo and redo; what was done; names to complete.

An action is one transaction that writes the values, the log, what the source said, and the text index; it is durable
when its function returns. A verb that has nothing to change writes nothing and returns `Changes` with entry 0.
"""

from __future__ import annotations

from db.edits.journal import changes_since, history, last_entry, log, one_of_log, reading_since, shown
from db.edits.known import (
    complete_category,
    given_categories,
    given_causes,
    known_categories,
    known_causes,
    near_causes,
    typed_path,
)
from db.edits.terms import Term, terms
from db.edits.trail import DECISION, Trace, trail, value_of
from db.edits.undoing import next_redo, next_undo, redo, to_redo, to_undo, undo
from db.edits.verbs import (
    add_cause,
    edit,
    remove_cause,
    set_category,
    set_causes,
    set_note,
    set_root_cause_text,
    set_status,
    set_text,
    take_back,
)

__all__ = [
    "DECISION",
    "Term",
    "Trace",
    "add_cause",
    "changes_since",
    "complete_category",
    "edit",
    "given_categories",
    "given_causes",
    "history",
    "known_categories",
    "known_causes",
    "last_entry",
    "log",
    "near_causes",
    "next_redo",
    "next_undo",
    "one_of_log",
    "reading_since",
    "redo",
    "remove_cause",
    "set_category",
    "set_causes",
    "set_note",
    "set_root_cause_text",
    "set_status",
    "set_text",
    "shown",
    "take_back",
    "terms",
    "to_redo",
    "to_undo",
    "trail",
    "typed_path",
    "undo",
    "value_of",
]
