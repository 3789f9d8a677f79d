"""What the program would decide of a family by itself, with the reason: shown, never done."""

from __future__ import annotations

from db.replies.records import Decision, FamilyRow, Proposal

HOLDING_LENGTH, HOLDING_USES, HOLDING_SPREAD = 20, 5, 3
"""A reply of at most so many characters, at least so often and in so many categories, can say nothing of the case."""
KEPT, KEEP_USES = 3, 20
"""A longer text that returns so often teaches no more than a few examples do."""


def propose(row: FamilyRow) -> Proposal | None:
    """A holding reply for what is short, frequent and everywhere; a few examples for what is long and very frequent."""
    if row.template:
        return None
    data = {"n": row.uses, "categories": row.spread, "length": len(row.wording)}
    if len(row.wording) <= HOLDING_LENGTH and row.uses >= HOLDING_USES and row.spread >= HOLDING_SPREAD:
        return Proposal(Decision("holding"), "holding", data)
    if row.uses >= KEEP_USES:
        return Proposal(Decision("keep", examples=KEPT), "keep", data | {"examples": KEPT})
    return None
