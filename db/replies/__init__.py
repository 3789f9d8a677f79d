"""Canned replies: the scan that compares all replies, the families it gives, and what reviewers decide of them.

`Replies` reads; the verbs write, each one action of the log; `scan` is long work and takes a progress.
"""

from __future__ import annotations

from db.replies.ahead import is_large, preparing, reading
from db.replies.answering import answers
from db.replies.difference import marks
from db.replies.evidence import sorted_out
from db.replies.families import Replies
from db.replies.records import (
    KINDS,
    LEAST,
    MOST,
    SORTS,
    USUAL,
    Canned,
    Case,
    Code,
    Conflict,
    Decision,
    Duplicates,
    Effect,
    Family,
    FamilyRow,
    Kind,
    Mark,
    Neighbour,
    Proposal,
    Shown,
    Slot,
    Sort,
    Variant,
)
from db.replies.scanning import scan
from db.replies.verbs import (
    choose_wording,
    effect,
    exclude_duplicates,
    keep,
    keep_labels,
    mark_holding,
    not_a_family,
    part,
    reopen,
    rewrite,
    set_alike,
    take_out,
)

__all__ = [
    "KINDS",
    "LEAST",
    "MOST",
    "SORTS",
    "USUAL",
    "Canned",
    "Case",
    "Code",
    "Conflict",
    "Decision",
    "Duplicates",
    "Effect",
    "Family",
    "FamilyRow",
    "Kind",
    "Mark",
    "Neighbour",
    "Proposal",
    "Replies",
    "Shown",
    "Slot",
    "Sort",
    "Variant",
    "answers",
    "choose_wording",
    "effect",
    "exclude_duplicates",
    "is_large",
    "keep",
    "keep_labels",
    "mark_holding",
    "marks",
    "not_a_family",
    "part",
    "preparing",
    "reading",
    "reopen",
    "rewrite",
    "scan",
    "set_alike",
    "sorted_out",
    "take_out",
]
