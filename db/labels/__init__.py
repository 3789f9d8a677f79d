"""Labels of tickets: which of them are probably one, and giving another to all tickets that have one.

Reads the labels of a review; changes them by the verbs of `edits` alone, so that all of it is in the log.
"""

from __future__ import annotations

from db.labels.counting import counted
from db.labels.records import FIELDS, Field, Label, Variants
from db.labels.relabelling import Relabelling, relabel, relabelling
from db.labels.variants import SAYS_NOTHING, group, variants

__all__ = [
    "FIELDS",
    "SAYS_NOTHING",
    "Field",
    "Label",
    "Relabelling",
    "Variants",
    "counted",
    "group",
    "relabel",
    "relabelling",
    "variants",
]
