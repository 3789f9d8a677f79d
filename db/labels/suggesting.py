"""The labels that a ticket probably should have, ranked, with probabilities. Never changes a label."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from db.edits.terms import retired, terms
from db.errors import UserError
from db.labels.counted import Field
from db.labels.judging import FEW, TINY, Judged, judge
from db.labels.neighbouring import Labels, voted
from db.labels.spelling import says_nothing
from db.records import dataclass
from db.review import Review
from db.search.lazy import np
from db.values import ROOT_CAUSE, Progress, no_progress

OFFERED = 9
"""One for each digit key."""


def _silent(_: float) -> None:
    """Nobody waits for news."""


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
    labels: Labels


def suggestions(
    review: Review, field: Field, progress: Progress = no_progress, tickets: Sequence[int] | None = None
) -> Iterator[Suggestion]:
    """For each ticket that is shown, in the order of the sources, or for those named. Raises UserError, see
    `judging`: at once, not when the first is asked for."""
    judged = judge(review, field, progress)
    require_usable(judged)
    texts, wanted = judged.texts, None if tickets is None else set(tickets)
    rows = [row for row, ticket in enumerate(texts.ids) if wanted is None or ticket in wanted]
    gone = retired(terms(review, field))
    return (
        Suggestion(texts.ids[row], field, texts.labels[row], is_usable(field, texts.labels[row]), _left(labels, gone))
        for row, labels in zip(rows, offers(judged, rows), strict=True)
    )


def _left(labels: Labels, gone: frozenset[str]) -> Labels:
    """Those that may be given: root causes are of tickets, whatever became of them since."""
    return tuple(one for one in labels if one[0] not in gone) if gone else labels


def require_usable(judged: Judged) -> None:
    """Raises UserError where there are no two labels to choose from."""
    if np.count_nonzero(judged.usable) < 2:
        raise UserError("labels.few", field=judged.field, least=FEW, known=int(np.count_nonzero(judged.usable)))


def is_usable(field: Field, labels: Sequence[str]) -> bool:
    """Whether any of the labels of a ticket says something."""
    return any(not says_nothing(field, one) for one in labels)


def offers(judged: Judged, rows: Sequence[int], beat: Callable[[float], None] = _silent) -> Iterator[Labels]:
    """Of each of these rows the labels that are offered with their probabilities, likeliest first, up to `OFFERED`:
    categories as they were judged, root causes by the vote of the nearest tickets. None where there is no choice."""
    if np.count_nonzero(judged.usable) < 2:
        return iter(() for _ in rows)
    return voted(judged, rows, OFFERED, beat) if judged.field == ROOT_CAUSE else _likeliest(judged, rows)


def _likeliest(judged: Judged, rows: Sequence[int]) -> Iterator[Labels]:
    usable = np.flatnonzero(judged.usable)
    for row in rows:
        shares = judged.likely[row, usable] / max(float(judged.likely[row, usable].sum()), TINY)
        order = np.argsort(-shares, kind="stable")[:OFFERED].tolist()
        yield tuple((judged.labels[usable[place]], float(shares[place])) for place in order)
