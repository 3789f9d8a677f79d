"""The labels that a ticket probably should have, ranked, with probabilities. Never changes a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import UserError
from db.labels.counted import Field
from db.labels.empty import says_nothing
from db.labels.judging import FEW, Judged, judge
from db.records import dataclass
from db.review import Review
from db.search.lazy import np
from db.values import Progress, no_progress

OFFERED = 9
"""One for each digit key."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is offered for one ticket: labels with their probabilities, likeliest first, up to `OFFERED`.

    `given` are the labels it has, `usable` whether any of them says something. Probabilities are out of sample: nothing
    was learnt from the ticket itself, nor from one nearly the same.
    """

    id: int
    field: Field
    given: tuple[str, ...]
    usable: bool
    labels: tuple[tuple[str, float], ...]


def suggestions(
    review: Review, field: Field, progress: Progress = no_progress, tickets: Sequence[int] | None = None
) -> Iterator[Suggestion]:
    """For each ticket that is shown, in the order of the sources, or for those named. Raises UserError, see
    `judging`: at once, not when the first is asked for."""
    judged = judge(review, field, progress)
    require_usable(judged)
    wanted = None if tickets is None else set(tickets)
    return (
        Suggestion(ticket, field, own, is_usable(field, own), labels)
        for ticket, own, labels in zip(
            judged.texts.ids, judged.texts.labels, offered_labels(judged, range(len(judged.texts))), strict=True
        )
        if wanted is None or ticket in wanted
    )


def require_usable(judged: Judged) -> None:
    """Raises UserError where there are no two labels to choose from."""
    if np.count_nonzero(judged.usable) < 2:
        raise UserError("labels.few", field=judged.field, least=FEW, known=int(np.count_nonzero(judged.usable)))


def is_usable(field: Field, labels: Sequence[str]) -> bool:
    """Whether any of the labels of a ticket says something."""
    return any(not says_nothing(field, one) for one in labels)


def offered_labels(judged: Judged, rows: Sequence[int]) -> Iterator[tuple[tuple[str, float], ...]]:
    """Of each of these rows the likeliest usable labels with their probabilities, up to `OFFERED`."""
    n = min(OFFERED, int(np.count_nonzero(judged.usable)))
    for row in rows:
        shares = judged.offers(row)
        order = np.argsort(-shares, kind="stable")[:n].tolist()
        yield tuple((judged.labels[place], float(shares[place])) for place in order)
