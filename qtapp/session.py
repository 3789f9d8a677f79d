"""The open review as the window sees it: one method a verb of the reviewer, and news of every change by one signal.

The only holder of the open `Review`. Screens take it by constructor, call its verbs and listen to its signals; they
never tell one another anything. An error that its user can mend becomes a sentence in `failed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db import edits, sentences
from db.errors import QueryError, UserError
from db.late import Late
from db.review import Review
from db.search import Clause, Query, describe
from db.values import Changes, HistoryItem, Status, Summary, Ticket
from qtapp import far
from qtapp.following import Following, translate
from qtapp.likely import NEIGHBOURS, likely_categories, likely_causes
from qtapp.shown import AWAITED

if TYPE_CHECKING:
    from db import importing, labels, replies
    from qtapp import canned
else:
    importing, labels, replies = Late("db.importing"), Late("db.labels"), Late("db.replies")
    canned = Late("qtapp.canned")

CANNED_CONDITIONS = ("family", "is:canned", "is:duplicate")
"""What the search of tickets asks the canned replies."""

MANY = 20
"""An action on more tickets than this is confirmed first, with their number."""


class Session(Following):
    """What is shown, and everything that a reviewer can do to it.

    `ids=None` means the selection, or the current ticket where nothing is selected. Each verb is one transaction that
    is durable when it returns, and returns its `Changes`, or None where it could not be done.
    """

    failed = Signal(str)
    """A sentence that says what went wrong and what to do."""
    closing = Signal()
    """The review is closed next: whoever else has it open lets go of it."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(review, parent)
        self.confirm: Callable[..., bool] = _always
        """Asks before much is changed: the number of tickets and, where that is not all of it, a sentence with more."""
        self.far: Callable[[far.Far], None] | None = None
        """Does an action on very many tickets in the background; without it each is done at once."""
        self._held = False
        self._canned: canned.Canned | None = None
        for name in CANNED_CONDITIONS:
            self.finder.answer(name, partial(self._answer, name))
        self.finder.answer("is:outside", lambda value: labels.answers(self.review)["is:outside"](value))

    @property
    def canned(self) -> canned.Canned:
        """The canned replies; made when they are first asked for, because the start of the window never needs them."""
        if self._canned is None:
            self._canned = canned.Canned(self)
            self._canned.made.connect(self.find_awaited)
        return self._canned

    @property
    def knows_canned(self) -> bool:
        """Whether the canned replies have been asked for, so that asking again costs little."""
        return self._canned is not None

    def _tell_rooms(self, changes: Changes) -> None:
        if self._canned is not None:
            self._canned.refresh(changes)

    def _answer(self, condition: str, value: str) -> Iterable[int]:
        """The tickets that meet a condition of canned replies. Raises QueryError while the families are being made."""
        if not self.canned.making.at_hand:
            raise QueryError(AWAITED, 0, 0)
        return replies.answers(self.canned.replies)[condition](value)

    def hold(self, held: bool) -> None:
        """An action on very many tickets begins in the background, and nothing is changed until it is over; or it is
        over, and what it did is taken in.
        """
        self._held = self.paused = held
        self.look_around()

    def _is_held(self) -> bool:
        """Whether nothing may be changed now, which is said then."""
        if self._held:
            self.failed.emit(
                self.tr(
                    "An action on many tickets is not done yet. "
                    "Wait for its end, or cancel it at the foot of the window."
                )
            )
        return self._held

    def close(self) -> None:
        """Stop looking around and close the review."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        if not self.review.closed:
            self.closing.emit()
        self.review.close()

    # Verbs

    def set_category(self, path: Sequence[str], ids: Sequence[int] | None = None) -> Changes | None:
        """Give tickets a category path."""
        return self._edit(lambda those: edits.set_category(self.review, those, tuple(path)), ids, far.category(path))

    def set_causes(self, causes: Sequence[str], ids: Sequence[int] | None = None) -> Changes | None:
        """Give tickets exactly these root causes."""
        return self._edit(lambda those: edits.set_causes(self.review, those, tuple(causes)), ids, far.causes(causes))

    def add_cause(self, cause: str, ids: Sequence[int] | None = None) -> Changes | None:
        """Add a root cause to tickets that do not have it."""
        return self._edit(
            lambda those: edits.add_cause(self.review, those, cause), ids, far.edit("add-root-cause", cause)
        )

    def remove_cause(self, cause: str, ids: Sequence[int] | None = None) -> Changes | None:
        """Take a root cause off tickets."""
        return self._edit(
            lambda those: edits.remove_cause(self.review, those, cause), ids, far.edit("remove-root-cause", cause)
        )

    def set_root_cause_text(self, text: str, ids: Sequence[int] | None = None) -> Changes | None:
        """Rewrite the root cause section of one ticket (the current one unless told) as text.

        A text field saves when its ticket is left, and then another one is current already: it says which it meant.
        """
        return self._edit(lambda those: edits.set_root_cause_text(self.review, those[0], text), ids or self._this())

    def set_text(self, field: str, value: object, ids: Sequence[int] | None = None) -> Changes | None:
        """Rewrite a field of one ticket (the current one unless told): title, problem, replies or conversation."""
        return self._edit(lambda those: edits.set_text(self.review, those[0], field, value), ids or self._this())

    def set_note(self, text: str, ids: Sequence[int] | None = None) -> Changes | None:
        """Write a note on tickets; '' takes it away."""
        return self._edit(lambda those: edits.set_note(self.review, those, text), ids, far.edit("note", text))

    def set_status(self, status: Status, ids: Sequence[int] | None = None, *, on: bool = False) -> Changes | None:
        """Give tickets a status; `on` moves to the next ticket afterwards, where one ticket alone was meant."""
        alone = ids is None and not self.selection
        following = self.following() if alone and on else 0
        changes = self._edit(
            lambda those: edits.set_status(self.review, those, status), ids, far.edit("status", status.word)
        )
        if changes is not None and following:
            self.go(following)
        return changes

    def take_back(self, change_id: int) -> Changes | None:
        """Give one field of one ticket the value it had before a change of its history."""
        return self.run(lambda: edits.take_back(self.review, change_id), "undo")

    def undo(self) -> Changes | None:
        """Undo the last action that stands."""
        entry, n = edits.to_undo(self.review)
        if self.goes_far(n, far.Far("undo", (far.BRIEF, "--entry", str(entry)), offer="redo")):
            return None
        return self.run(lambda: edits.undo(self.review), "redo", follow=True)

    def redo(self) -> Changes | None:
        """Do again what was undone last."""
        if self.goes_far(edits.to_redo(self.review)[1], far.Far("redo", (far.BRIEF,))):
            return None
        return self.run(lambda: edits.redo(self.review), "undo", follow=True)

    def next_undo(self) -> Summary | None:
        """What `undo` would undo."""
        return edits.next_undo(self.review)

    def next_redo(self) -> Summary | None:
        """What `redo` would do again."""
        return edits.next_redo(self.review)

    def _this(self) -> tuple[int, ...]:
        return (self.current_id,) if self.current_id else ()

    def _edit(
        self,
        verb: Callable[[Sequence[int]], Changes],
        ids: Sequence[int] | None,
        options: tuple[str, ...] | None = None,
    ) -> Changes | None:
        """A verb on tickets, which `options` of the command `edit` do as well."""
        targets = self.targets() if ids is None else tuple(ids)
        if not targets or self._is_held() or (len(targets) > MANY and not self.confirm(len(targets))):
            return None
        if options is not None and self.goes_far(len(targets), far.Far("edit", (far.BRIEF, *options), targets)):
            return None
        return self.run(lambda: verb(targets), "undo")

    def goes_far(self, n: int, action: far.Far, most: int | None = None) -> bool:
        """Whether an action is on so many tickets (more than `most`, else `far.FAR`) that it is done in the background.
        It has begun then."""
        if self.far is None or n <= (far.FAR if most is None else most) or self._held or self.review.read_only:
            return False  # what is held, or may only be read, is refused as any action
        self.far(action)
        return True

    def run(self, verb: Callable[[], Changes], offer: str, *, follow: bool = False) -> Changes | None:
        """Do what a verb of the library does, take in what it changed, and say it; `offer` is the way back."""
        if self._is_held():
            return None
        try:
            changes = verb()
        except UserError as error:
            self.failed.emit(sentences.error(error, translate))
            return None
        if changes.entry:
            self._catch_up(changes.entry)
            self._take_in(changes)
            if follow and len(changes.ticket_ids) == 1:
                self.go(changes.ticket_ids[0])
            self.view_message.emit(sentences.summary(changes.summary, translate), offer)
        return changes

    # What belongs to the review as a whole

    def say_saved(self) -> None:
        """There is no save: say so to who asks for it."""
        self.view_message.emit(self.tr("Everything is saved already: each action is on the disk when you see it."), "")

    def back_up(self) -> None:
        """Copy the review as it stands."""
        try:
            where = self.review.back_up()
        except UserError as error:
            self.failed.emit(sentences.error(error, translate))
        else:
            self.view_message.emit(self.tr("A copy of the review was made: {file}").format(file=where.name), "")

    def save_view(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        self._keep(lambda: self.review.save_view(name, query))
        self.views_changed.emit()

    def delete_view(self, name: str) -> None:
        """Forget a saved view."""
        self._keep(lambda: self.review.delete_view(name))
        self.views_changed.emit()

    def add_synonym(self, heading: str, role: str) -> None:
        """Know a heading of dataset files in all imports from now on."""
        self._keep(lambda: self.review.add_synonym(heading, role))

    def read_again(self, source_id: int) -> Changes | None:
        """Read the stored bytes of a source with the headings that are known by now; edits are kept."""
        return self.run(lambda: importing.read_again(self.review, source_id).changes, "")

    def _keep(self, write: Callable[[], None]) -> None:
        if self._is_held():
            return
        try:
            write()
        except UserError as error:
            self.failed.emit(sentences.error(error, translate))

    # Questions

    def describe(self, query: Query) -> str:
        """A query in words."""
        return self.name_families(describe(query, translate), query.clauses)

    def name_families(self, words: str, clauses: Sequence[Clause]) -> str:
        """Say the wordings of families of canned replies where their ids stand."""
        for clause in clauses:
            if clause.field == "family":
                words = words.replace(clause.value, self.canned.name_of(clause.value))
        return words

    def history(self, ticket_id: int) -> list[HistoryItem]:
        """All changes of a ticket, newest first."""
        return edits.history(self.review, ticket_id)

    def similar(self, ticket_id: int, n: int = 5) -> list[tuple[int, float]]:
        """The tickets nearest in words, with their likeness of 0 to 1."""
        return self.finder.similar(ticket_id, n)

    def settling(self, ticket: Ticket) -> Iterator[None]:
        """Find what `likely_categories` and `similar` are asked for next, with a breath every few milliseconds."""
        return self.finder.finding_similar(ticket.id, NEIGHBOURS)

    def likely_categories(self, ticket: Ticket) -> list[tuple[tuple[str, ...], float]]:
        """The nine likeliest categories of a ticket with their share, from tickets like it."""
        return likely_categories(self.review, self.finder, ticket)

    def likely_causes(self, ticket: Ticket, n: int) -> list[tuple[str, int]]:
        """The likeliest root causes that a ticket does not have yet, with the number of their tickets."""
        return likely_causes(self.review, self.finder, ticket, n)

    def next_unreviewed(self) -> None:
        """Go to the next unreviewed ticket below, else the first one above."""
        here = self.row_of(self.current_id)
        order = [*range(here + 1, len(self.ids)), *range(max(here, 0))]
        for start in range(0, len(order), 500):
            page = [int(self.ids[row]) for row in order[start : start + 500]]
            for row in self.review.rows(page):
                if row.status is Status.UNREVIEWED:
                    self.go(row.id)
                    return
        self.not_done.emit(self.tr("Nothing unreviewed in this list."))


def _always(_: int, __: str = "") -> bool:
    return True
