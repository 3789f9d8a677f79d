"""What stands in the way of learning labels, told before anything is learnt: in some milliseconds. Only reads."""

from __future__ import annotations

from collections import Counter

from db import store
from db.errors import UserError
from db.labels.counted import Field, labelled
from db.labels.judging import learnable
from db.review import Review

_TEXT = "title, problem, coalesce(conversation, replies)"
_OTHER = f"""SELECT EXISTS (SELECT 1 FROM ticket WHERE {store.VISIBLE} AND ({_TEXT}) IS NOT
    (SELECT {_TEXT} FROM ticket WHERE {store.VISIBLE} LIMIT 1))"""


def lacking(review: Review, field: Field) -> UserError | None:
    """The error that `check` would raise because there is too little to learn from; None where there is enough."""
    try:
        learnable(Counter({one.label: one.tickets for one in labelled(review, field)}), field)
    except UserError as error:
        return error
    if not review.execute(_OTHER).fetchone()[0]:
        n = review.execute(f"SELECT count(*) FROM ticket WHERE {store.VISIBLE}").fetchone()[0]
        return UserError("labels.all_equal", n=int(n))
    return None
