"""Labels, that is categories and root causes: which of them are probably one, which tickets probably have a wrong one,
which a ticket should probably have, and giving tickets another.

What reads gives frozen records; a verb is one action of the log. `check` is long work, for the worker, and keeps what
it finds in the review; `checked`, `stale`, `ranking`, `findings`, `offered` and `accepting` read that, in milliseconds
(`ranking` and `accepting` of 100,000 tickets in half a second); `accept`, `keep` and `accept_all` decide. `doubtful`
and `suggestions` are the same for who wants it now and keeps nothing.
"""

from __future__ import annotations

from db.labels.accepting import Acceptance, accept, accept_all, accepting, keep
from db.labels.apart import keep_apart
from db.labels.checking import Bin, Checked, check, checked, stale
from db.labels.counted import FIELDS, Field, Labelled, labelled
from db.labels.doubt import Doubt, Doubts, doubtful
from db.labels.relabelling import Relabelling, label_of, relabel, relabelling
from db.labels.standing import Ranking, findings, offered, ranking
from db.labels.suggesting import Suggestion, suggestions
from db.labels.variants import Group, Method, variants

__all__ = [
    "FIELDS",
    "Acceptance",
    "Bin",
    "Checked",
    "Doubt",
    "Doubts",
    "Field",
    "Group",
    "Labelled",
    "Method",
    "Ranking",
    "Relabelling",
    "Suggestion",
    "accept",
    "accept_all",
    "accepting",
    "check",
    "checked",
    "doubtful",
    "findings",
    "keep",
    "keep_apart",
    "label_of",
    "labelled",
    "offered",
    "ranking",
    "relabel",
    "relabelling",
    "stale",
    "suggestions",
    "variants",
]
