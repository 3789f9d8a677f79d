"""Taking what a check offers: for doubtful labels, and for all tickets without a usable one at once.

Each is one action of the log, an ordinary edit of the field; nothing else changes a label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from db import store
from db.edits.actions import Part, carry_out
from db.edits.causes import Tags, rewritten
from db.edits.styles import Styles
from db.edits.verbs import category_parts
from db.labels.carriers import labels_of
from db.labels.counted import Field, named
from db.labels.doubt import Doubt
from db.labels.spelling import says_nothing
from db.labels.standing import unusable
from db.labels.vouching import keep_given
from db.records import dataclass
from db.review import Review
from db.values import Changes, Progress, Summary, no_progress

_SOURCE_IDS = f"SELECT id, source_id FROM ticket WHERE id {store.AMONG}"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What `accept_all` would do: tickets without a usable label, by the label that each gets.

    `least` is the least probability of those labels, `sure` has that of each ticket. `refused` tickets are left out:
    their source cannot hold the label.
    """

    field: Field
    least: float
    labels: Mapping[str, tuple[int, ...]]
    sure: Mapping[int, float]

    @property
    def tickets(self) -> int:
        """The number of tickets that it changes."""
        return sum(map(len, self.labels.values()))

    @property
    def refused(self) -> int:
        """The number of those that are left out."""
        return len(self.sure) - self.tickets

    def above(self, least: float) -> Acceptance:
        """The same with a higher `least`, without asking the review again."""
        sure = {ticket: share for ticket, share in self.sure.items() if share >= least}
        left = {label: tuple(one for one in ids if one in sure) for label, ids in self.labels.items()}
        return Acceptance(self.field, least, {label: ids for label, ids in left.items() if ids}, sure)


def accepting(review: Review, field: Field, least: float) -> Acceptance:
    """What `accept_all` would do with the labels whose probability is at least so much; changes nothing."""
    wanted = [one for one in unusable(review, field) if one[-1] >= least]
    sure = {ticket: share for ticket, _, share in wanted}
    styles = Styles(review)
    of = dict(review.execute(_SOURCE_IDS, (store.listed(list(sure)),)).fetchall())
    labels: defaultdict[str, list[int]] = defaultdict(list)
    for ticket, label, _ in wanted:
        if field != "category" or styles.can_hold(of[ticket], store.path(label)):
            labels[label].append(ticket)
    return Acceptance(field, least, {label: tuple(ids) for label, ids in labels.items()}, sure)


def accept_all(review: Review, plan: Acceptance, progress: Progress = no_progress) -> Changes:
    """Give the tickets of a plan their labels: one action, one step to undo. A root cause takes the place of those that
    say nothing. Raises EditError where a source could not hold one, and what `progress` raises; nothing is changed
    then."""
    of = {ticket: label for label, ids in plan.labels.items() for ticket in ids}
    return _give(review, f"labels.accepted.{plan.field}", plan.field, of, dict.fromkeys(of), progress)


def accept(review: Review, doubts: Sequence[Doubt], label: str | None = None) -> Changes:
    """Give tickets the likely label in the place of the doubted one, or `label`: one action, one step to undo.

    All of one field. A ticket that has another label than the doubted one by now is left as it is. Raises EditError
    where a source could not hold the label; nothing is changed then.
    """
    field: Field = doubts[0].field if doubts else "category"
    of = {one.id: one.likely if label is None else label for one in doubts}
    is_likely = all(of[one.id] == one.likely for one in doubts)
    code = f"labels.accepted.{field}" if is_likely else f"labels.set.{field}"
    return _give(review, code, field, of, {one.id: one.given for one in doubts})


def keep(review: Review, doubts: Sequence[Doubt]) -> Changes:
    """Remember that a reviewer has looked at these and keeps the label: they are not shown again, by this check or
    another, until the ticket has another label. One action, one step to undo; tickets stay as they are."""
    field: Field = doubts[0].field if doubts else "category"
    return keep_given(review, field, {one.id: one.given for one in doubts})


def _give(
    review: Review,
    code: str,
    field: Field,
    of: Mapping[int, str],
    had: Mapping[int, str | None],
    progress: Progress = no_progress,
) -> Changes:
    summary = Summary(code, {"value": named(of.values())})
    with review.transaction():
        parts = _categories(review, of, had) if field == "category" else _causes(review, of, had)
        return carry_out(review, parts, summary, progress=progress)


def _categories(review: Review, of: Mapping[int, str], had: Mapping[int, str | None]) -> list[Part]:
    own = labels_of(review, "category", list(of))
    labels: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for ticket, label in of.items():
        if had[ticket] is None or had[ticket] in own[ticket]:
            labels[store.path(label)].append(ticket)
    return category_parts(review, labels)


def _causes(review: Review, of: Mapping[int, str], had: Mapping[int, str | None]) -> list[Part]:
    pairs: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    for ticket, label in of.items():
        pairs[label, had[ticket]].append(ticket)
    return [rewritten(review, ids, partial(_instead, *pair)) for pair, ids in pairs.items()]


def _instead(label: str, given: str | None, own: Tags) -> Tags:
    """A label in the place of the given one, or of those that say nothing."""
    if given is None:
        return tuple(dict.fromkeys((*(one for one in own if not says_nothing("root_cause", one)), label)))
    return tuple(dict.fromkeys(label if one == given else one for one in own))
