"""What a reviewer decides of personal data: masked, or none. One method a verb.

A few tickets are masked at once; many of them, or with numbers in a large review, by the command line in the
background, which `far_wanted` asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db import privacy as library
from db import sentences
from db.errors import UserError
from db.records import dataclass
from db.search import Query
from qtapp.privacy.found import Found
from qtapp.session import MANY, Session, translate

if TYPE_CHECKING:
    from db.privacy import Finding, Masking, Styles
    from qtapp.privacy.found import Rows

FAR = 4000
"""Tickets of a review from which on numbers are given in the background: all its texts are looked through for them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Places that are to be masked: the way to say so on the command line, and the numbers of it."""

    words: tuple[str, ...]
    places: int
    values: int
    tickets: int
    names: bool = False
    """Whether masks are to be pseudonyms."""
    kind: str = ""
    """The kind, where all of it is to be masked."""


class Decisions(QObject):
    """Of what is found."""

    names_changed = Signal()
    """Masks have numbers from now on, or none."""
    far_wanted = Signal(object, str)
    """Options of the command that masks, and what the work is called."""

    def __init__(self, session: Session, found: Found, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._found = session, found
        self.names = False
        """Whether masks are pseudonyms."""
        self.ask: Callable[[Wanted], bool] = lambda wanted: session.confirm(wanted.tickets)
        """Whether so much is meant, or all of a kind."""
        self._styles: Styles = {}
        session.changed.connect(self._forget)

    def _forget(self, changes: object) -> None:
        if getattr(changes, "kind", "") in ("import", "other"):
            self._styles.clear()

    def switch_names(self) -> None:
        """Mask with numbers, or without."""
        self.names = not self.names
        self.names_changed.emit()

    # Masks

    def wanted(self, rows: Rows | None = None, kind: str = "") -> Wanted:
        """What masking these places would be for; those of the current one unless told."""
        found = self._found
        rows = found.rows if rows is None else rows
        values = [found.looks.located.values[one] for one in found.looks.values(rows)]
        kinds = [f"--kind={one.replace('_', '-')}" for one in dict.fromkeys(one.kind for one in values)]
        words = kinds
        if len(rows) == 1 and len(found.rows) > 1 and not kind:
            spot = found.spots(rows)[0]
            words = [f"--at={spot.ticket}:{spot.field}:{spot.place}:{spot.start}"]
        elif found.look == "values" and not kind:
            words = [*kinds, f"--value={values[0].normal}"] if values else []
        elif found.look == "tickets" and not kind:
            words = [*kinds, f"--query=id:{found.current}"]
        return Wanted(tuple(words), len(rows), len(values), found.looks.tickets(rows), self.names, kind)

    def of_kind(self) -> tuple[Rows, str]:
        """All places of the kind of the current place, and that kind."""
        looks, spot = self._found.looks, self._found.spot()
        if spot is None:
            return looks.rows[:0], ""
        number = int(looks.kind_of[spot.value])
        return looks.places("kinds", number), library.KINDS[number]

    def mask(self) -> None:
        """Mask the places of the current one."""
        if self._found.look == "kinds":
            self.mask_kind()
        else:
            self._mask(self._found.rows, self.wanted())

    def mask_place(self) -> None:
        """Mask the current place alone."""
        rows = self._found.rows[self._found.place : self._found.place + 1]
        if len(rows):
            self._mask(rows, self.wanted(rows))

    def mask_kind(self) -> None:
        """Mask all of the kind of the current place, after saying how much that is."""
        rows, kind = self.of_kind()
        if kind:
            self._mask(rows, self.wanted(rows, kind))

    def _mask(self, rows: Rows, wanted: Wanted) -> None:
        if not wanted.places or ((wanted.tickets > MANY or wanted.kind) and not self.ask(wanted)):
            return
        if not self.is_near(wanted):
            words = [*wanted.words, "--reviewer", self._session.review.reviewer]
            self.far_wanted.emit([*words, *(["--pseudonyms"] if self.names else [])], self.tr("Mask"))
            return
        plan = self.plan(rows)
        if isinstance(plan, str):
            self._session.failed.emit(plan)
            return
        self._session.run(lambda: library.mask(self._session.review, plan), "undo")

    def is_near(self, wanted: Wanted) -> bool:
        """Whether it is done at once."""
        small = not self.names or self._session.finder.count(Query()) <= FAR
        return wanted.tickets <= MANY and small

    def plan(self, rows: Rows) -> Masking | str:
        """What masking these places would do, or a sentence why it cannot be done."""
        try:
            return library.masking(self._session.review, self._findings(rows), self.names, self._styles)
        except UserError as error:
            return sentences.error(error, translate)

    def _findings(self, rows: Rows) -> Sequence[Finding]:
        """Places as the texts say them now."""
        spots = {(one.ticket, one.field, one.place, one.start) for one in self._found.spots(rows)}
        read = library.scan(self._session.review, sorted({one[0] for one in spots}))
        return [one for one in read.findings if (one.ticket, one.field, one.place, one.start) in spots]

    # None of it

    def is_none(self) -> None:
        """Say that the value of the current place is no personal data; of one that was said so, that it is."""
        found, spot, review = self._found, self._found.spot(), self._session.review
        if found.look == "none":
            self._take_back()
        elif spot is not None:
            value = found.looks.located.values[spot.value]
            rows = found.looks.places("values", spot.value)
            tickets = found.looks.tickets(rows)
            self._session.run(lambda: library.except_values(review, [value.normal], value.kind, tickets), "undo")

    def _take_back(self) -> None:
        """Whatever was said of the current one, of its kind or of any, of itself or of its host."""
        looks, current, review = self._found.looks, self._found.current, self._session.review
        if current is None:
            return
        if current < 0:
            said = [looks.unmet[-1 - current]]
        else:
            value = looks.located.values[current]
            names = {value.normal, value.host}
            said = [one for one in library.excepted(review) if one[0] in (value.kind, "") and one[1] in names]
        for kind, name in said:
            known = next((one for one in library.KINDS if one == kind), None)
            self._session.run(
                lambda kind=known, name=name: library.except_values(review, [name], kind, back=True), "undo"
            )  # type: ignore[misc]
