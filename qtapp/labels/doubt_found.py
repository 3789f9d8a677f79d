"""What the check of labels found, as the mode of doubtful labels sees it: those within the cut, the current one, and
how far the reviewer is. One method a verb of the reviewer; shows nothing itself.

The cut is a level of doubt of the check, so that a decision does not fill the list again: its part stays the same part.
After a change only its tickets are asked for; all are ranked anew where nobody can say which ones it concerns.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Collection, Iterator
from math import inf

from PySide6.QtCore import QObject, QTimer, Signal

from db import labels as library
from db.errors import UserError
from db.labels import Checked, Doubt, Field
from db.review import Review
from db.values import CANNED, TAXONOMY, Changes
from qtapp import settings
from qtapp.session import Session
from qtapp.steps import Steps

FEW = 2000
"""Tickets of one change that are asked for by themselves; of more, all are ranked anew."""
PAUSE = 400
"""Milliseconds after a change before the tickets that changed since the check are counted again."""
SMALL = 20_000
"""Tickets of a check up to which all is counted at once."""
STEP = 0.01
"""Of the tickets that were looked at, by how many a key moves the cut."""


class Found(QObject):
    """Findings of one field of the open review."""

    shown_changed = Signal()
    """Others stand within the cut now, or the cut is another."""
    current_changed = Signal()
    counted = Signal()
    """How many tickets changed since the check, and how many have no usable label, is known anew."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field: Field = "category"
        self.check: Checked | None = None
        self.lacking: UserError | None = None
        """Why nothing can be checked, where nothing is."""
        self.shown: list[int] = []
        """The tickets within the cut that are not decided, most doubtful first."""
        self.size = 0
        """Findings of the check within the cut, decided or not."""
        self.levels: list[float] = []
        """The doubts of all findings of the check, most first, less than none: so they rise."""
        self.since = 0
        """Tickets that are otherwise than the check knows them."""
        self.unlabelled: set[int] = set()
        """Tickets without a usable label that are offered one."""
        self.current: Doubt | None = None
        self._standing: list[tuple[float, int]] = []
        self._kept: dict[int, float] = {}
        self._row = 0
        self._knows_unlabelled = False
        self._meanwhile: set[int] = set()
        """Tickets that changed while those without a usable label were counted."""
        self._steps = Steps(self)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._count)

    # Reading

    def read(self, field: Field) -> None:
        """Read what the check of a field found, and what stands of it."""
        review, before = self._session.review, self.check
        self.field, self.check = field, library.checked(review, field)
        self.lacking = None if self.check else library.lacking(review, field)
        ranking = library.ranking(review, field)
        self.levels = [-one for one in ranking.levels] if self.check else []
        self._standing = [(-doubt, one) for doubt, one in zip(ranking.doubts, ranking.tickets, strict=True)]
        self._kept = dict(ranking.kept)
        self._knows_unlabelled = False
        self._steps.stop()
        if self.check is None or before is None or (before.at, before.field) != (self.check.at, field):
            self._row = 0
        self.size = self._size_of(round(self.looked_at * settings.doubtful_share()))
        if self.looked_at <= SMALL:
            self._count()
        else:
            self._soon.start()
        self._arrive(())

    def take_in(self, changes: Changes) -> bool:
        """Follow a change by its tickets; False where all have to be read again."""
        if changes.kind in ("import", "other") or TAXONOMY in changes.fields:
            return False
        tickets = set(changes.ticket_ids) if self.field in changes.fields else set()
        if tickets and self.check is None:
            return False  # there may be enough to learn from by now
        if CANNED in changes.fields:
            tickets.update(library.kept_by(self._session.review, self.field, changes.entry))
        if len(tickets) > FEW:
            return False
        before = set(self.shown)
        if tickets:
            self._ask(tickets)
        back = changes.kind in ("undo", "redo")
        self._arrive([one for one in self._within() if back and one in tickets and one not in before])
        self._soon.start()
        return True

    def _ask(self, tickets: Collection[int]) -> None:
        review, field, asked = self._session.review, self.field, sorted(tickets)
        ranking = library.ranking(review, field, asked)
        tickets = set(asked)
        self._standing = [row for row in self._standing if row[1] not in tickets]
        for doubt, ticket in zip(ranking.doubts, ranking.tickets, strict=True):
            insort(self._standing, (-doubt, ticket))
        for ticket in tickets:
            self._kept.pop(ticket, None)
        self._kept.update(ranking.kept)
        self._meanwhile.update(tickets)
        self.unlabelled.difference_update(tickets)
        self.unlabelled.update(ticket for ticket, _, _ in library.unusable(review, field, asked))

    def _count(self) -> None:
        """Count what a large review needs a moment for; those without a label once, from then on change by change."""
        review, check = self._session.review, self.check
        self.since = library.stale(review, check) if check is not None else 0
        if check is None:
            self.unlabelled = set()
        elif not self._knows_unlabelled and self.looked_at <= SMALL:
            self.unlabelled = {ticket for ticket, _, _ in library.unusable(review, self.field)}
            self._knows_unlabelled = True
        elif not self._knows_unlabelled and not self._steps.is_active:
            self._steps.begin(self._count_unlabelled(review, self.field))
        self.counted.emit()

    def _count_unlabelled(self, review: Review, field: Field) -> Iterator[None]:
        self._meanwhile.clear()
        found = yield from library.finding_unusable(review, field)
        self.unlabelled, self._knows_unlabelled = {ticket for ticket, _, _ in found}, True
        self._ask(self._meanwhile)
        self.counted.emit()

    @property
    def is_counting(self) -> bool:
        """Whether tickets without a usable label are being counted; none are known yet."""
        return self._steps.is_active

    # The cut

    @property
    def looked_at(self) -> int:
        """Tickets that the check looked at."""
        return self.check.tickets if self.check is not None else 0

    @property
    def decided(self) -> int:
        """Findings within the cut that are decided: the ticket has another label by now, or keeps it."""
        return self.size - len(self.shown)

    @property
    def kept(self) -> int:
        """Those of them whose label a reviewer keeps."""
        return sum(-doubt <= self._level for doubt in self._kept.values())

    @property
    def _level(self) -> float:
        return self.levels[self.size - 1] if self.size else -inf

    def _size_of(self, number: int) -> int:
        """The size of the cut that has this many findings, or the few more that are as doubtful as its last."""
        wanted = max(1, min(number, len(self.levels)))
        return bisect_right(self.levels, self.levels[wanted - 1]) if self.levels else 0

    def cut(self, number: int) -> None:
        """Show so many of the most doubtful, and as large a part of the next check."""
        size = self._size_of(number)
        if size != self.size and self.looked_at:
            self.size = size
            settings.set_doubtful_share(size / self.looked_at)
            self._arrive(())

    def move_cut(self, steps: int) -> None:
        """Show more, or fewer."""
        self.cut(self.size + steps * max(1, round(STEP * self.looked_at)))

    def _within(self) -> list[int]:
        end = bisect_right(self._standing, (self._level, inf)) if self.size else 0
        return [ticket for _, ticket in self._standing[:end]]

    # Where the reviewer is

    def _arrive(self, back: Collection[int]) -> None:
        """Show what stands within the cut; what came back is the current one, else the one that took its place."""
        self.shown = self._within()
        here = self.current.id if self.current is not None and self.current.field == self.field else 0
        wanted = next(iter(back), here)
        row = self.shown.index(wanted) if wanted in self.shown else min(self._row, len(self.shown) - 1)
        self.shown_changed.emit()
        self._go(row)

    def row_of(self, doubt: Doubt | None) -> int:
        """The row of a finding, -1 where it is none (any more)."""
        at_row = self.shown[self._row : self._row + 1]
        if doubt is None or at_row == [doubt.id]:
            return self._row if doubt is not None else -1
        return self.shown.index(doubt.id) if doubt.id in self.shown else -1

    def _go(self, row: int) -> None:
        found = self.findings([self.shown[row]]) if row >= 0 else []
        self._row, self.current = max(0, row), found[0] if found else None
        self.current_changed.emit()

    def go_row(self, row: int) -> None:
        """Make the finding at a row the current one."""
        row = max(0, min(row, len(self.shown) - 1))
        if self.shown and (self.current is None or self.shown[row] != self.current.id):
            self._go(row)

    def step(self, by: int) -> None:
        """Go some rows down, or up."""
        self.go_row(self._row + by)

    def findings(self, tickets: list[int]) -> list[Doubt]:
        """What the check found of these tickets."""
        return library.findings(self._session.review, self.field, tickets)

    # Decisions

    def others(self) -> list[tuple[str, float]]:
        """The labels that are offered for the current ticket besides the two that stand against one another."""
        one = self.current
        return [] if one is None else [pair for pair in one.labels if pair[0] not in (one.given, one.likely)]

    def accept(self, label: str | None = None) -> None:
        """Give the current ticket the likely label, or another one."""
        one = self.current
        if one is not None:
            self._decide(one, lambda: library.accept(self._session.review, [one], label))

    def accept_other(self, place: int) -> None:
        """Give it the one of `others` at a place."""
        others = self.others()
        if place < len(others):
            self.accept(others[place][0])

    def keep(self) -> None:
        """The label of the current ticket is right: it is not shown again."""
        one = self.current
        if one is not None:
            self._decide(one, lambda: library.keep(self._session.review, [one]))

    def _decide(self, one: Doubt, verb: Callable[[], Changes]) -> None:
        changes = self._session.run(verb, "undo")
        if changes is not None and not changes.entry:  # somebody else was first, and it is not known here yet
            self._ask([one.id])
            self._arrive(())
