"""How likely each label is for each ticket, judged by a model that has not learnt from it. Long work; never writes.

The model sees title, problem, replies, and which source a ticket is of: sources are labelled by different hands, and
one that knows no `CDN｜SSL证书` will not use it. An edited label is none of the source's hands: its ticket is of no
source. Labels that say nothing (`未分类`) are learnt, so that they draw no ticket to another, and never offered.
Tickets whose label a reviewer vouches for weigh more. Labels of fewer than `FEW` tickets cannot be learnt and take no
part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from db.edits.terms import is_within, retired, terms
from db.errors import UserError
from db.labels.counted import Field
from db.labels.folds import FOLDS, folds, groups
from db.labels.gathering import NOBODY, STAGE, Texts, gather
from db.labels.logistic import STEPS, fit, softmax, temperature
from db.labels.spelling import says_nothing
from db.labels.traits import Traits
from db.review import Review
from db.search.lazy import np
from db.values import Progress, Step, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    Shares = NDArray[np.float32]
    Integers = NDArray[np.int64]

FEW = 5
"""Tickets that a label must have."""
MOST = 500
"""Labels that are learnt, the commonest."""
LEARNT = 20_000
"""Tickets that a model learns from, at most; it judges all."""
PIECE = 20_000
"""Tickets that are judged at once."""
TEMPERED = 5000
"""Tickets that tell how sure a model may be, at most."""
WEIGHTS = (1.0, 1.0, 0.7, 0.7)
"""Of the title; of title and problem; of the first reply's length of the thread; of the thread."""
FIRST = 400
SOURCE = 1.4
"""Weight of the source."""
TRUST = 3
"""Weight of a ticket whose label a reviewer vouches for."""
TINY = 1e-9
WHOLE = 1000
READ, FOLDED, ROWS, LEARNED = 50, 200, 400, 950
"""How far the whole work is at the end of each of its parts, about."""


@dataclass(slots=True)
class Judged:
    """`likely` (tickets x labels): probabilities out of sample, each row adds up to 1. `prior`: shares of the labels.

    `texts` and `rows` are those of all tickets, and those of one `group` are nearly the same; `given` (tickets x
    labels) is true where a ticket has the label. `skipped` labels were too rare to be learnt; `usable` are those of
    `labels` that say something.
    """

    field: Field
    texts: Texts
    group: Integers
    rows: Rows
    labels: list[str]
    given: NDArray[np.bool_]
    likely: Shares
    prior: NDArray[np.float64]
    skipped: int
    usable: NDArray[np.bool_]


def judge(review: Review, field: Field, progress: Progress) -> Judged:
    """Judge all tickets that are shown; labels that are retired are learnt, and not usable.

    Raises UserError where there are no two labels with enough tickets, or all tickets say the same; Cancelled where
    `progress` does.
    """
    found = judged(gather(review, field, progress, READ, WHOLE), field, progress)
    gone = retired(terms(review, field))
    for place, label in enumerate(found.labels) if gone else ():
        found.usable[place] &= not is_within(field, label, gone)
    return found


def judged(texts: Texts, field: Field, progress: Progress = no_progress) -> Judged:
    """The same of tickets that were read."""
    labels, skipped = learnable(Counter(label for labels in texts.labels for label in labels), field)
    if len(set(zip(texts.titles, texts.problems, texts.replies, strict=True))) < 2:
        raise UserError("labels.all_equal", n=len(texts))

    def beat(done: float) -> None:
        progress(Step(STAGE, round(done), WHOLE))

    group = groups(texts, lambda done, total: beat(READ + (FOLDED - READ) * done / max(1, total)))
    deals = folds(group)
    rows = _rows(texts, lambda done: beat(FOLDED + (ROWS - FOLDED) * done))
    given = _given(texts, labels)
    weights = np.where(texts.vouched, TRUST, 1).astype(np.float32)
    scores = np.zeros(given.shape, np.float32)
    for number, fold in enumerate(deals):
        begun = ROWS + (LEARNED - ROWS) * number / len(deals)
        _score(scores, rows, given, weights, fold, partial(_on, beat, begun, (LEARNED - ROWS) / len(deals)))
    scores /= np.float32(len(deals))
    usable = np.array([not says_nothing(field, label) for label in labels])
    likely = _calibrated(scores, given, usable, deals[-1], partial(_on, beat, LEARNED, WHOLE - LEARNED))
    prior = given.sum(axis=0) / max(1, given.sum())
    beat(WHOLE)
    return Judged(field, texts, group, rows, labels, given, likely, prior, skipped, usable)


def _on(beat: Callable[[float], None], begun: float, share: float, done: float) -> None:
    beat(begun + share * done)


def _step(beat: Callable[[float], None], begun: float, share: float, steps: count[int]) -> None:
    beat(begun + share * min(1.0, next(steps) / STEPS))


def learnable(counts: Counter[str], field: Field) -> tuple[list[str], int]:
    """The labels that can be learnt, commonest first, and how many are too rare; `counts` are their tickets. Raises
    UserError where there are no two."""
    labels = [label for label, n in counts.most_common(MOST) if n >= FEW]
    if not counts:
        raise UserError("labels.none", field=field)
    if len(counts) == 1:
        raise UserError("labels.one", field=field, value=next(iter(counts)))
    if len(labels) < 2:
        raise UserError("labels.few", field=field, least=FEW, known=len(counts))
    return labels, len(counts) - len(labels)


def _rows(texts: Texts, beat: Callable[[float], None]) -> Rows:
    both = [f"{title}\n{problem}" for title, problem in zip(texts.titles, texts.problems, strict=True)]
    first = [thread[:FIRST] for thread in texts.replies]
    counts = Counter(texts.sources)
    del counts[NOBODY]
    places = {source: place for place, (source, n) in enumerate(counts.most_common(MOST)) if n >= FEW}
    rows = Traits(WEIGHTS, len(places)).rows([texts.titles, both, first, texts.replies], beat)
    own = rows[:, -len(places) :] if places else rows[:, :0]
    for row, source in enumerate(texts.sources):
        if source in places:
            own[row, places[source]] = SOURCE
    return rows


def _given(texts: Texts, labels: list[str]) -> NDArray[np.bool_]:
    places = {label: place for place, label in enumerate(labels)}
    given = np.zeros((len(texts), len(labels)), bool)
    for row, own in enumerate(texts.labels):
        given[row, [places[label] for label in own if label in places]] = True
    return given


def _shares(given: NDArray[np.bool_]) -> Shares:
    shares: Shares = given.astype(np.float32)
    shares /= np.maximum(1, shares.sum(axis=1, keepdims=True))
    return shares


def _score(
    scores: Rows, rows: Rows, given: NDArray[np.bool_], weights: Shares, fold: Integers, beat: Callable[[float], None]
) -> None:
    """Add to the scores of each ticket those by a model that has learnt from the other folds."""
    usable = given.any(axis=1)
    chance = np.random.default_rng(FOLDS)
    for number in range(FOLDS):
        others = np.flatnonzero((fold != number) & usable)
        if len(others) > LEARNT:
            others = np.sort(chance.choice(others, LEARNT, replace=False))
        if len(others):
            steps = partial(_step, beat, number / FOLDS, 1 / FOLDS, count())
            slopes, offset = fit(rows[others], _shares(given[others]), weights[others], steps)
            mine = np.flatnonzero(fold == number)
            for start in range(0, len(mine), PIECE):
                piece = mine[start : start + PIECE]
                scores[piece] += rows[piece] @ slopes + offset


def _calibrated(
    scores: Rows, given: NDArray[np.bool_], usable: NDArray[np.bool_], fold: Integers, beat: Callable[[float], None]
) -> Shares:
    """Probabilities, in the place of the scores; how sure those of a fold are is learnt from the others, and there from
    labels that say something: that nobody sorted a ticket is foreseen by its source, and says nothing of the rest."""
    says = (given & usable).any(axis=1)
    if not says.any():
        says = given.any(axis=1)
    learnt = []
    for number in range(FOLDS):
        others = np.flatnonzero((fold != number) & says)[:TEMPERED]
        shares = _shares(given[others])
        wait = partial(beat, number / FOLDS)
        learnt.append((*(temperature(scores[others], shares, wait) if len(others) else (1.0, 0.0)), shares))
    for number, (factor, chance, shares) in enumerate(learnt):
        mine = np.flatnonzero(fold == number)
        scores[mine] = (1 - chance) * softmax(scores[mine] * np.float32(factor))
        if chance:
            scores[mine] += np.float32(chance) * shares.mean(axis=0)
    return scores
