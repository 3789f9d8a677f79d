"""Sources that others keep changing: noticed, compared as base / ours / theirs, and taken in as the reviewer decides.

`changed_sources` looks at the files, `comparing` makes a plan that says the numbers and writes nothing, `tickets` shows
pages of it side by side; `apply_drift` and `apply_as_batch` carry it out, each as one action of the log that `undo`
takes back whole.
"""

from __future__ import annotations

from db.drift.applying import Choices, Own, Side, apply_as_batch, apply_drift, merged_again
from db.drift.comparing import comparing, tickets
from db.drift.noticing import Seen, changed_sources, source_states, sources_of
from db.drift.records import (
    STATES,
    Counts,
    Drift,
    FieldDrift,
    SourceState,
    Stand,
    State,
    TicketDrift,
    Value,
)
from db.drift.stored import store_drift, stored_drift

__all__ = [
    "STATES",
    "Choices",
    "Counts",
    "Drift",
    "FieldDrift",
    "Own",
    "Seen",
    "Side",
    "SourceState",
    "Stand",
    "State",
    "TicketDrift",
    "Value",
    "apply_as_batch",
    "apply_drift",
    "changed_sources",
    "comparing",
    "merged_again",
    "source_states",
    "sources_of",
    "store_drift",
    "stored_drift",
    "tickets",
]
