"""What the tickets of a review say and which labels they have, read to learn which text goes with which. Only reads."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field

from db import store
from db.labels.counted import Field
from db.labels.vouching import vouchers
from db.review import Review
from db.values import CATEGORY, Progress, Status, Step

STAGE = "labels"
BATCH = 1000
NOBODY = 0
"""The source of a ticket whose label is none of its source's."""
TITLE, PROBLEM, REPLIES = 120, 600, 1200
"""Characters that are read of each; what follows is logs and pasted pages."""

_COUNT = f"SELECT count(*) FROM ticket WHERE {store.VISIBLE}"
_TICKETS = f"""SELECT ticket.id, CASE WHEN edited & ? THEN {NOBODY} ELSE source_id END, title,
    substr(problem, 1, {PROBLEM}), coalesce(conversation, replies), category.path, status = {Status.REVIEWED.value}
    FROM ticket JOIN category ON category.id = category_id WHERE {store.VISIBLE}
    ORDER BY source_id, ordinal, ticket.id"""
_CAUSES = "SELECT ticket_id, name FROM ticketcause JOIN cause ON cause.id = cause_id ORDER BY ticket_id, position"


@dataclass(slots=True)
class Texts:
    """Tickets by source and position: of each its id, its source, the heads of its texts, its labels, and whether a
    reviewer vouches for them."""

    ids: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    """`NOBODY` where the label was edited: it does not tell how the source labels."""
    titles: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    labels: list[tuple[str, ...]] = field(default_factory=list)
    """Of a category one or none, as text; of root causes any number."""
    vouched: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)


def gather(review: Review, field: Field, progress: Progress, parts: int, whole: int) -> Texts:
    """Read all tickets that are shown; this work is the first `parts` of `whole` for the progress."""
    total = max(1, int(review.execute(_COUNT).fetchone()[0]))
    causes: dict[int, list[str]] = defaultdict(list)
    if field != CATEGORY:
        for ticket, name in review.execute(_CAUSES):
            causes[ticket].append(name)
    vouched = vouchers(review, field)
    rows = review.execute(_TICKETS, (store.edited_mask([field]),))
    found = Texts()
    for done, (ticket, source, title, problem, thread, path, reviewed) in enumerate(rows):
        if not done % BATCH:
            progress(Step(STAGE, parts * done // total, whole))
        found.ids.append(ticket)
        found.sources.append(source)
        found.titles.append(title[:TITLE])
        found.problems.append(problem)
        found.replies.append(_said(thread))
        own = tuple(causes[ticket]) if field != CATEGORY else (path,) if path else ()
        found.labels.append(own)
        found.vouched.append(bool(reviewed) or ticket in vouched.alone or bool(vouched.looked_at[ticket] & set(own)))
    return found


def _said(thread: str) -> str:
    """The beginning of what was said in a stored thread."""
    return "" if thread == "[]" else "\n".join(text for _, text in json.loads(thread))[:REPLIES]
