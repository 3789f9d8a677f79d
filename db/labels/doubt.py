"""Labels that are probably wrong, most doubtful first, each with what speaks for another one. Never changes a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

from db.labels.carriers import places
from db.labels.counted import Field
from db.labels.judging import Judged, judge
from db.labels.suggesting import offers
from db.labels.telling import Telling
from db.labels.vouching import vouchers
from db.records import dataclass
from db.review import Review
from db.search.lazy import np
from db.values import CATEGORY, PATH_SEPARATOR, Progress, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]
    Spread = NDArray[np.float32]

NEIGHBOURS = 3
SIBLINGS = 0.15
"""Share of a label's probability that goes to those of the same first name."""
TINY = 1e-9
CHUNK = 5000
PAGE = 500


@dataclass(frozen=True, slots=True)
class Doubt:
    """One ticket that was looked at.

    `given` is the label it has (of several the least likely), `likely` the likeliest that says something, with its
    probability `confidence`, out of sample and calibrated; `probability` is that of `given`. They are the same where
    nothing speaks against the label. `doubt` orders: 0 is none, each unit is an odds ratio of e. `neighbours` are the
    nearest tickets that carry the likely label, nearest first; `words` are those of the ticket that speak for the
    likely label. `labels` are those that are offered with their probabilities (see `Suggestion`).
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
    labels: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a check found: `found` in pieces as they are asked for; `looked_at` tickets, of which `doubtful` have a
    likelier label; `kept` labels were looked at by a reviewer and are left out; `skipped` were too rare, and tickets
    that have no other were not looked at."""

    found: Iterator[Doubt]
    looked_at: int
    doubtful: int
    kept: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """Of each ticket the place of its least likely own label (`given`), that of the likely one, and the doubt; `rows`
    are the tickets that have a label that was learnt, most doubtful first. Arrays."""

    given: Places
    likely: Places
    doubt: Numbers
    rows: Places


def doubtful(review: Review, field: Field, progress: Progress = no_progress, limit: int | None = None) -> Doubts:
    """Check the labels of all tickets; of the findings the first `limit`, or all. Raises UserError, see `judging`."""
    judged = judge(review, field, progress)
    vouched = vouchers(review, field)
    order = ranked(judged, vouched.alone)
    kept = [is_kept(judged, order, row, vouched.looked_at) for row in order.rows.tolist()]
    rows = order.rows[~np.array(kept, bool)]
    differ = int((order.doubt[rows] > 0).sum())
    found = _findings(review, judged, rows if limit is None else rows[:limit], order)
    return Doubts(found, len(rows), differ, sum(kept), judged.skipped)


def is_kept(judged: Judged, order: Ranked, row: int, looked_at: Mapping[int, Set[str]]) -> bool:
    """Whether a reviewer has looked at the label that is doubted, and kept it."""
    return judged.labels[int(order.given[row])] in looked_at.get(judged.texts.ids[row], ())


def ranked(judged: Judged, alone: Set[int] = frozenset()) -> Ranked:
    """The doubt of all tickets; those whose label a reviewer gave them `alone` are not doubtful.

    The doubt is by how much more the ticket speaks for another label than for its own, each against how common the
    label is: a label that was given by chance is as often wrong as it is common (prior taken out), and half of it asks
    for the best other label, half for the own one alone. Some of what is likely goes to labels of the same first name:
    whoever labels confuses `CDN｜配置问题` with `CDN｜其他类咨询` more often than with another product. Above 0 it is
    where another label is likelier, else below: the same order on both sides of it (log(1 + exp)).
    """
    given, doubt = np.empty(len(judged.given), np.int64), np.empty(len(judged.given))
    spread = _spread(judged)
    for start in range(0, len(doubt), CHUNK):
        piece = slice(start, start + CHUNK)
        given[piece], doubt[piece] = _doubts(judged, spread, piece)
    likely = np.where(judged.usable, judged.likely, 0).argmax(axis=1)
    agrees = (judged.likely.argmax(axis=1) == given) | (likely == given) | ~judged.usable[likely]
    agrees |= np.isin(np.array(judged.texts.ids), list(alone))
    doubt = np.where(agrees, -np.logaddexp(0, -doubt), np.logaddexp(0, doubt))
    rows = np.flatnonzero(judged.given.any(axis=1))
    return Ranked(given, np.where(agrees, given, likely), doubt, rows[np.argsort(-doubt[rows], kind="stable")])


def _spread(judged: Judged) -> Spread:
    """Labels x labels: the share of what is likely for one that goes to each of those with the same first name, by how
    common they are, itself among them."""
    split = PATH_SEPARATOR if judged.field == CATEGORY else None
    first = [label.split(split, 1)[0] if split else label for label in judged.labels]
    same = np.array(first)[:, None] == np.array(first)
    shares = np.where(same, judged.prior, 0.0)
    shares /= np.maximum(shares.sum(axis=1, keepdims=True), TINY)
    kin: Spread = (SIBLINGS * shares + (1 - SIBLINGS) * np.eye(len(first))).astype(np.float32)
    return kin


def _doubts(judged: Judged, spread: Spread, piece: slice) -> tuple[Places, Numbers]:
    """Of each ticket of a piece the place of the least likely of its labels, and its doubt."""
    own = judged.given[piece]
    lift = np.log(judged.likely[piece] @ spread + TINY) - np.log(judged.prior + TINY)
    held = np.where(own, lift, np.inf)
    least = np.where(own.any(axis=1), held.min(axis=1), 0.0)
    return held.argmin(axis=1), lift.max(axis=1) / 2 - least


def _findings(review: Review, judged: Judged, chosen: Places, order: Ranked) -> Iterator[Doubt]:
    telling = Telling(judged)
    for start in range(0, len(chosen), PAGE):
        page = chosen[start : start + PAGE].tolist()
        where = places(review, [judged.texts.ids[row] for row in page])
        near = telling.neighbours([(row, int(order.likely[row])) for row in page], NEIGHBOURS)
        for row, offered in zip(page, offers(judged, page), strict=True):
            ticket, given, likely = judged.texts.ids[row], int(order.given[row]), int(order.likely[row])
            yield Doubt(
                ticket,
                *where[ticket],
                judged.field,
                judged.labels[given],
                judged.labels[likely],
                float(judged.likely[row, likely]),
                float(judged.likely[row, given]),
                float(order.doubt[row]),
                near[row],
                telling.words(row, likely, given),
                offered,
            )
