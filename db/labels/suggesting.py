"""The labels that a ticket probably should have, ranked, with probabilities. Never changes a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from db.labels.counted import Field, labelled
from db.labels.judging import judge
from db.labels.phrases import phrases
from db.records import dataclass
from db.review import Review
from db.search.lazy import np
from db.values import PATH_SEPARATOR, Progress, no_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

OFFERED = 9
"""One for each digit key."""
UNSORTED = ("未分类", "未归类", "待分类", "无分类", "uncategorized", "uncategorised")
"""First names of categories that say that nobody has sorted the ticket yet."""


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


def says_nothing(field: Field, label: str) -> bool:
    """Whether a label is as good as none."""
    if field == "category":
        return label.split(PATH_SEPARATOR)[0].strip().lower() in UNSORTED
    plain = label.strip().strip("。.")
    return plain in phrases().nothing or phrases().hollow.fullmatch(plain) is not None


def suggestions(
    review: Review, field: Field, progress: Progress = no_progress, tickets: Sequence[int] | None = None
) -> Iterator[Suggestion]:
    """For each ticket that is shown, in the order of the sources, or for those named. Raises UserError, see
    `judging`: at once, not when the first is asked for."""
    empty = {one.label for one in labelled(review, field) if says_nothing(field, one.label)}
    judged = judge(review, field, progress, empty)
    wanted = None if tickets is None else set(tickets)
    rows = [row for row, ticket in enumerate(judged.texts.ids) if wanted is None or ticket in wanted]
    return _offered(judged.texts.ids, judged.texts.labels, judged.labels, judged.likely, field, empty, rows)


def _offered(
    ids: Sequence[int],
    given: Sequence[tuple[str, ...]],
    labels: Sequence[str],
    likely: NDArray[np.float32],
    field: Field,
    empty: set[str],
    rows: Sequence[int],
) -> Iterator[Suggestion]:
    for row in rows:
        order = np.argsort(-likely[row], kind="stable")[:OFFERED].tolist()
        offered = tuple((labels[place], float(likely[row, place])) for place in order)
        yield Suggestion(ids[row], field, given[row], any(one not in empty for one in given[row]), offered)
