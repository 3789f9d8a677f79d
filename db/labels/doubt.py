"""Labels that are probably wrong, most doubtful first, each with what speaks for another one. Never changes a label."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db import store
from db.labels.counted import Field
from db.labels.judging import Judged, judge
from db.labels.telling import Telling
from db.records import dataclass
from db.review import Review
from db.search.lazy import np
from db.values import Progress, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

NEIGHBOURS = 3
TINY = 1e-9
PAGE = 500
_PLACES = f"""SELECT ticket.id, source.name, line, title FROM ticket JOIN source ON source.id = source_id
    WHERE ticket.id {store.AMONG}"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One ticket that was looked at.

    `given` is the label it has (of several the least likely), `likely` the likeliest, with its probability
    `confidence`, out of sample and calibrated; `probability` is that of `given`. They are the same where nothing speaks
    against the label. `doubt` orders: 0 is none, each unit is an odds ratio of e. `neighbours` are the nearest tickets
    that carry the likely label, nearest first; `words` are those of the ticket that speak for the likely label.
    """

    id: int
    source_file: str
    line: int
    title: str
    field: Field
    given: str
    likely: str
    confidence: float
    probability: float
    doubt: float
    neighbours: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a check found: `found` in pieces as they are asked for; `looked_at` tickets, of which `doubtful` have a
    likelier label; `skipped` labels were too rare, and tickets that have no other were not looked at."""

    found: Iterator[Doubt]
    looked_at: int
    doubtful: int
    skipped: int


def doubtful(review: Review, field: Field, progress: Progress = no_progress, limit: int | None = None) -> Doubts:
    """Check the labels of all tickets; of the findings the first `limit`, or all. Raises UserError, see `judging`."""
    judged = judge(review, field, progress)
    rows = np.flatnonzero(judged.given.any(axis=1))
    least, best, doubt = ranked(judged)
    order = rows[np.argsort(-doubt[rows], kind="stable")]
    chosen = order if limit is None else order[:limit]
    differ = int((best != least)[rows].sum())
    return Doubts(_findings(review, judged, chosen, least, best, doubt), len(rows), differ, judged.skipped)


def ranked(judged: Judged) -> tuple[NDArray[np.int64], NDArray[np.int64], Numbers]:
    """Of each ticket the place of its least likely own label, that of the likeliest label of all, and the doubt.

    The doubt is by how much more the ticket speaks for another label than for its own, each against how common the
    label is: a label that was given by chance is as often wrong as it is common (prior taken out), and half of it asks
    for the best other label, half for the own one alone. Where its own label is the likeliest, doubt is below 0.
    """
    lift = np.log(judged.likely.astype(np.float64) + TINY) - np.log(judged.prior + TINY)
    own = np.where(judged.given, lift, np.inf)
    least = own.argmin(axis=1)
    best = judged.likely.argmax(axis=1)
    held = np.where(judged.given.any(axis=1), own.min(axis=1), 0.0)
    doubt = lift.max(axis=1) / 2 - held
    agrees = judged.given[np.arange(len(best)), best] & (best == least)
    return least, best, np.where(agrees, np.minimum(doubt, 0.0) - np.exp(-np.abs(doubt)), doubt)


def _findings(
    review: Review,
    judged: Judged,
    chosen: NDArray[np.int64],
    least: NDArray[np.int64],
    best: NDArray[np.int64],
    doubt: Numbers,
) -> Iterator[Doubt]:
    telling = Telling(judged)
    for start in range(0, len(chosen), PAGE):
        page = chosen[start : start + PAGE].tolist()
        ids = [judged.texts.ids[row] for row in page]
        places = {row[0]: row[1:] for row in review.execute(_PLACES, (store.listed(ids),))}
        for row, ticket in zip(page, ids, strict=True):
            given, likely = int(least[row]), int(best[row])
            name, line, title = places[ticket]
            yield Doubt(
                ticket,
                name,
                line,
                title,
                judged.field,
                judged.labels[given],
                judged.labels[likely],
                float(judged.likely[row, likely]),
                float(judged.likely[row, given]),
                float(doubt[row]),
                telling.neighbours(row, likely, NEIGHBOURS),
                telling.words(row, likely, given),
            )
