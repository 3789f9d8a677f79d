"""Groups of labels that are probably one, as their mode sees them: one method a verb of the reviewer.

Small reviews are looked through at once; where that would be felt, `far_wanted` asks the window for it, and what comes
is given to `take`. A group that was decided is gone at once, whatever is still looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import sentences
from db.edits import complete_category, near_causes
from db.errors import UserError
from db.late import Late
from db.replies import marks
from db.search import Query, normalise
from db.values import PATH_SEPARATOR, Changes
from qtapp.counted import counted
from qtapp.far import Far
from qtapp.kit.marked import Piece
from qtapp.pieces import pieces_of
from qtapp.session import MANY, Session, translate

if TYPE_CHECKING:
    from db import labels as library
    from db.labels import Field, Group, Labelled, Relabelling
else:
    library = Late("db.labels")

NEAR, WIDE = 1200, 20_000
"""Labels and tickets up to which all groups are found within some tenths of a second: up to there at once."""
HOLLOW = "says-nothing"
SHOWN = 12
"""Tickets of a label that are shown."""
OFFERED = 8
CONDITIONS = {"category": "cat", "root_cause": "cause"}
"""What the search of tickets calls a field."""


class Groups(QObject):
    """The groups, those to merge first; the current one, what it is merged into, which of its labels are left out."""

    shown_changed = Signal()
    """`groups` are others now, or `complete` is."""
    current_changed = Signal()
    plan_changed = Signal()
    """What the current group becomes is another, or which of its labels do."""
    far_wanted = Signal(str)
    """The field whose groups are to be found in the background."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field: Field = "category"
        self.groups: list[Group] = []
        self.complete = False
        """Whether all groups were looked for since the last change."""
        self.current: Group | None = None
        self.target = ""
        self.out: frozenset[str] = frozenset()
        self.text = ""
        """What the groups shown have in one of their labels."""
        self.returns = False
        """Whether what was undone is to be gone to when it is found again."""
        self._found: list[Group] = []
        self._rows: dict[Field, int] = {"category": 0, "root_cause": 0}

    # Looking for them

    def read(self, field: Field) -> None:
        """Find the groups of a field, at once or later."""
        if field != self.field:
            self.field, self._found = field, []
            self._show()  # no group of the other field stays the current one
        review = self._session.review
        if self._session.finder.count(Query()) <= WIDE and len(library.labelled(review, field)) <= NEAR:
            self.take(library.variants(review, field))
        else:
            self.complete = False
            self._show()
            self.far_wanted.emit(field)

    def take(self, groups: Sequence[Group]) -> None:
        """Show these groups, all that there are."""
        before = {_names(one) for one in self._found}
        back = [one for one in groups if self.returns and _names(one) not in before]
        self._found, self.complete, self.returns = list(groups), True, False
        self._show()
        if back and back[0] in self.groups:
            self.go(back[0])

    def narrow(self, text: str) -> None:
        """Show the groups with a label that has this text in it."""
        self.text = text
        self._show()

    def _show(self) -> None:
        wanted = normalise(self.text)
        self.groups = [
            one for one in self._found if not wanted or any(wanted in normalise(each.label) for each in one.labels)
        ]
        row = self.row_of(self.current)
        self.shown_changed.emit()
        self.go(self.groups[row] if row >= 0 else self._at(self._rows[self.field]))

    # Where the reviewer is

    def row_of(self, group: Group | None) -> int:
        """The row of a group, or of the one that has its first label now; -1 where there is none."""
        if group is None:
            return -1
        lead, hollow = group.proposed, group.method == HOLLOW
        return next(
            (
                row
                for row, one in enumerate(self.groups)
                if (one.method == HOLLOW) == hollow and (hollow or any(each.label == lead for each in one.labels))
            ),
            -1,
        )

    def _at(self, row: int) -> Group | None:
        return self.groups[max(0, min(row, len(self.groups) - 1))] if self.groups else None

    def go(self, group: Group | None) -> None:
        """Make a group the current one: it is merged into its most used label, all of it."""
        row, was_hollow = self.row_of(group), self.is_hollow
        if row >= 0:
            self._rows[self.field] = row
        if group != self.current:
            self.current = group
            self.target = group.proposed if group is not None and group.method != HOLLOW else ""
            self.out = self.out if was_hollow and self.is_hollow else frozenset()  # the same group, with fewer labels
            self.current_changed.emit()

    def go_row(self, row: int) -> None:
        """Make the group at a row the current one."""
        self.go(self._at(row))

    def next(self) -> None:
        """Go one down."""
        self.go_row(self._rows[self.field] + 1)

    def previous(self) -> None:
        """Go one up."""
        self.go_row(self._rows[self.field] - 1)

    # What the current group becomes

    @property
    def is_hollow(self) -> bool:
        """Whether the labels of the current group say nothing: they are no variants of one another."""
        return self.current is not None and self.current.method == HOLLOW

    def aim(self, label: str) -> None:
        """Merge into this label, one of the group or another."""
        self.target = label.strip()
        self.out -= {self.target}
        self.plan_changed.emit()

    def turn_out(self, label: str) -> None:
        """Leave a label out of the group, or take it in again."""
        if label != self.target:
            self.out ^= {label}
            self.plan_changed.emit()

    def merged(self) -> list[Labelled]:
        """The labels that become another."""
        labels = self.current.labels if self.current is not None else ()
        return [one for one in labels if one.label not in self.out and one.label != self.target]

    def alike(self) -> list[Group]:
        """All groups that were found as the current one was."""
        method = self.current.method if self.current is not None else HOLLOW
        return [one for one in self.groups if one.method == method != HOLLOW]

    def plan(self) -> Relabelling | str:
        """What merging would do, or a sentence why it cannot be done."""
        return self._planned({one.label: self.target for one in self.merged()})

    def _planned(self, into: Mapping[str, str]) -> Relabelling | str:
        if not into or "" in into.values():
            return ""
        try:
            return library.joining(self._session.review, self.field, into)
        except UserError as error:
            return sentences.error(error, translate)

    # What is read of it

    def pieces(self, label: str) -> list[Piece]:
        """A label, with what differs from the one that all become."""
        return pieces_of(marks(self.target, label)) if self.target else [Piece(label)]

    def query(self, labels: Sequence[str]) -> str:
        """The search that lists the tickets of labels."""
        found = Query()
        for one in labels:
            found = found.widened(CONDITIONS[self.field], f"={one}")
        return str(found)

    def examples(self, label: str) -> list[str]:
        """Titles of some tickets that have a label."""
        ids = self._session.finder.first(Query().with_clause(CONDITIONS[self.field], f"={label}"), SHOWN)
        return [row.title for row in self._session.review.rows(ids)]

    def suggest(self, text: str) -> list[tuple[str, int]]:
        """Labels near a text with the number of their tickets."""
        review, finder = self._session.review, self._session.finder
        if self.field == "root_cause":
            return near_causes(review, text, OFFERED, finder.causes())
        found = complete_category(review, text, OFFERED, finder.categories())
        return [(PATH_SEPARATOR.join(path), n) for path, n in found if path]

    # Decisions

    def merge(self) -> Changes | None:
        """Give the labels of the current group that are not left out the one that it is merged into."""
        return self._relabel({one.label: self.target for one in self.merged()})

    def merge_alike(self) -> Changes | None:
        """Merge every group that was found as the current one was into its most used label, in one step."""
        groups = self.alike()
        into = {one.label: group.proposed for group in groups for one in group.labels[1:]}
        words = self.tr("{groups} are merged: {labels} become others, each the most used one of its group.")
        numbers = {"groups": counted(len(groups), "groups"), "labels": counted(len(into), "labels")}
        undone = self.tr("One undo takes it back.")
        return self._relabel(into, f"{words.format(**numbers)} {undone}" if len(groups) > 1 else "")

    def replace(self, labels: Sequence[str], new: str) -> Changes | None:
        """Give all tickets of these labels another."""
        return self._relabel(dict.fromkeys(labels, new.strip()))

    def keep_apart(self, label: str = "") -> Changes | None:
        """Remember that the labels of the current group are not one, or that this one is none of them; of labels that
        say nothing, that they do."""
        group, review = self.current, self._session.review
        if group is None:
            return None
        names = [one.label for one in group.labels]
        if group.method == HOLLOW:
            return self._decide(group, lambda: library.keep_apart(review, self.field, [label])) if label else None
        kept, others = ([label], [one for one in names if one != label]) if label else (names, [])
        return self._decide(group, lambda: library.keep_apart(review, self.field, kept, others))

    def _relabel(self, into: Mapping[str, str], what: str = "") -> Changes | None:
        """`what` is said where more is meant than the group that is seen; that is always asked first."""
        group, plan = self.current, self._planned(into)
        if group is None or plan == "":
            return None
        if isinstance(plan, str):
            self._session.failed.emit(plan)
            return None
        number = len(plan.tickets)
        if (number > MANY or what) and not self._session.confirm(number, *filter(None, [what])):
            return None
        if self._session.goes_far(number, Far("relabel", plan=library.plan_text(plan))):
            return None
        return self._decide(group, lambda: library.relabel(self._session.review, plan))

    def _decide(self, group: Group, verb: Callable[[], Changes]) -> Changes | None:
        """Run a verb and go to the next group; the one that was decided is gone at once."""
        row = self.row_of(group)
        changes = self._session.run(verb, "undo")
        if changes is not None and not self.complete and group.method != HOLLOW:
            self._found = [one for one in self._found if one is not group]
            self._rows[self.field] = row
            self._show()
        return changes


def _names(group: Group) -> frozenset[str]:
    return frozenset(one.label for one in group.labels)
