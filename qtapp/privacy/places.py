"""The places of the current one, each with what stands around it, and the ticket that it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from qtapp.kit import paint
from qtapp.kit.marked import Marked, Piece
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.two_lines import FollowingList, TwoLines
from qtapp.privacy.found import Found
from qtapp.privacy.words import field_words, kind_words, one_line
from qtapp.session import Session

if TYPE_CHECKING:
    from db.privacy import Spot
    from db.values import Ticket

HEIGHT = 82
BEFORE, AFTER, MOST = 44, 160, 400
"""Characters that are shown before a place, after it, and of what stands there itself."""


class Place(NamedTuple):
    """What a row says."""

    before: str
    hit: str
    after: str
    where: str


class PlaceRows:
    """Places; their ids are their numbers among those of the current one."""

    def __init__(self, session: Session, found: Found) -> None:
        self._session, self._found = session, found

    def read(self, ids: list[int]) -> list[Place | None]:
        """A page of rows."""
        spots = self._found.spots(self._found.rows[ids])
        tickets = {one.id: one for one in self._session.review.tickets(sorted({spot.ticket for spot in spots}))}
        return [self._place(spot, tickets.get(spot.ticket)) for spot in spots]

    def _place(self, spot: Spot, ticket: Ticket | None) -> Place | None:
        texts = texts_of(ticket, spot.field) if ticket is not None else ()
        if ticket is None or spot.place >= len(texts):
            return None
        text = texts[spot.place]
        begin = max(0, spot.start - BEFORE)
        before, after = text[begin : spot.start], text[spot.end : spot.end + AFTER]
        name = ticket.fields[spot.place][0] if spot.field == "fields" else ""
        kind = kind_words(self._found.looks.located.values[spot.value].kind) if self._found.look == "tickets" else ""
        field = name or field_words(spot.field, spot.place, len(texts))
        parts = (kind, one_line(ticket.title), field, f"{ticket.source_name}:{ticket.line}")
        where = "  ·  ".join(filter(None, parts))
        return Place(f"…{before}" if begin else before, text[spot.start : spot.end][:MOST], after, where)

    def words(self, row: Place | None, role: int) -> str:
        """The place with what stands around it; for assistive technology where it is too."""
        if row is None:
            return QCoreApplication.translate("Privacy", "This ticket was changed meanwhile")
        text = f"{row.before}{row.hit}{row.after}"
        return text if role != Qt.ItemDataRole.AccessibleTextRole else f"{row.hit}, {row.where}, {text}"


def texts_of(ticket: Ticket, field: str) -> Sequence[str]:
    """The texts of a field in the order of its places."""
    if field in ("replies", "conversation"):
        return [turn.text for turn in getattr(ticket, field) or ()]
    if field == "fields":
        return [text for _, text in ticket.fields]
    return [str(getattr(ticket, field))]


def _first(painter: QPainter, line: QRect, row: Place) -> None:
    """The place, marked, with its surroundings on two lines."""
    pieces = [Piece(row.before), Piece(row.hit, "hit"), Piece(row.after)]
    Marked([one for one in pieces if one.text], line.width(), 2).paint(painter, line.left(), line.top(), tokens().text)


def _second(painter: QPainter, line: QRect, row: Place) -> None:
    """The ticket, the field and the file."""
    shown = paint.elide(row.where, SECONDARY, line.width())
    paint.write(painter, line, shown, font(SECONDARY), tokens().text2)


class _Steps:
    """Leads the place as a list leads what it holds."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def go_row(self, row: int) -> None:
        self._found.go_place(row)


class PlaceList(FollowingList):
    """Left goes back to the list, Enter to the ticket."""

    left_wanted = Signal()
    ticket_wanted = Signal()

    def __init__(self, session: Session, found: Found, parent: QWidget | None = None) -> None:
        rows = PlaceRows(session, found)
        super().__init__(HEIGHT, _Steps(found), rows, TwoLines(HEIGHT, 8, 46, _first, _second), parent)
        self.setObjectName("privacyPlaces")
        self.setAccessibleName(self.tr("Places, each with its surroundings"))
        self._found = found
        found.current_changed.connect(self.refill)
        found.place_changed.connect(self._follow)
        self.refill()

    def keys(self) -> Mapping[Qt.Key, Any]:
        """What the list answers to itself."""
        shows = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.ticket_wanted)
        back = dict.fromkeys((Qt.Key.Key_Left, Qt.Key.Key_Escape), self.left_wanted)
        return {**shows, **back}

    def refill(self) -> None:
        """Show the places of the current one."""
        self.model_of_rows.set_ids(range(len(self._found.rows)))
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._found.place if len(self._found.rows) else -1)
