"""The list at the left: kinds, values, tickets, or what was said to be none; each with how often it stands somewhere.

Two lines a row. The current row follows what is found and leads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from db import privacy as library
from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.two_lines import FollowingList, TwoLines, headed
from qtapp.privacy.found import Found
from qtapp.privacy.words import kind_words, one_line, sort_words
from qtapp.session import Session

HEIGHT = 56
METER = 72
"""Pixels of the bar that is full where all places are of one kind."""


class Line(NamedTuple):
    """What a row says; `share` of all places is 0 where it is not shown."""

    title: str
    places: int
    below: str
    share: float = 0.0


class FoundRows:
    """Rows of whatever look the page has."""

    def __init__(self, session: Session, found: Found) -> None:
        self._session, self._found = session, found

    def read(self, ids: list[int]) -> Sequence[Line | None]:
        """A page of rows."""
        reads = {"kinds": self._kinds, "values": self._values, "tickets": self._tickets, "none": self._none}
        return reads[self._found.look](ids)

    def words(self, row: Line | None, role: int) -> str:
        """The title; for assistive technology all that is painted."""
        if row is None:
            return QCoreApplication.translate("Privacy", "This ticket was changed meanwhile")
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.title
        return ", ".join((row.title, counted(row.places, "places"), row.below))

    def _kinds(self, ids: list[int]) -> list[Line]:
        lines, looks = [], self._found.looks
        for one in ids:
            places, values, tickets = looks.of_kind(one)
            words = "  ·  ".join((counted(values, "values"), counted(tickets, "tickets")))
            lines.append(Line(kind_words(library.KINDS[one]), places, words, places / max(1, len(looks.rows))))
        return lines

    def _values(self, ids: list[int]) -> list[Line]:
        return [self._value(one, self._found.looks.places("values", one)) for one in ids]

    def _value(self, number: int, rows: Any) -> Line:
        value = self._found.looks.located.values[number]
        tickets = counted(self._found.looks.tickets(rows), "tickets")
        words = (kind_words(value.kind), tickets, sort_words(value.sort))
        return Line(one_line(value.value), len(rows), "  ·  ".join(filter(None, words)))

    def _tickets(self, ids: list[int]) -> list[Line | None]:
        titles = {row.id: row.title for row in self._session.review.rows(ids)}
        return [self._ticket(one, titles[one]) if one in titles else None for one in ids]

    def _ticket(self, ticket: int, title: str) -> Line:
        looks = self._found.looks
        rows = looks.places("tickets", ticket)
        kinds = looks.kind_of[rows[:, library.VALUE]].tolist()
        numbers = {one: kinds.count(one) for one in sorted(set(kinds))}
        words = "  ·  ".join(f"{kind_words(library.KINDS[one])} {n:,}" for one, n in numbers.items())
        return Line(one_line(title), len(rows), words)

    def _none(self, ids: list[int]) -> list[Line]:
        looks = self._found.looks
        lines = []
        for one in ids:
            if one >= 0:
                lines.append(self._value(one, looks.places("none", one)))
                continue
            kind, name = looks.unmet[-1 - one]
            known = next((each for each in library.KINDS if each == kind), None)
            lines.append(Line(one_line(name), 0, kind_words(known) if known else ""))
        return lines


def _first(painter: QPainter, line: QRect, row: Line) -> None:
    """What it is, and its places."""
    headed(painter, line, row.title, f"{row.places:,}", SECONDARY)


def _second(painter: QPainter, line: QRect, row: Line) -> None:
    """In how many tickets, and which part of all that is."""
    room = line.width() - (METER + 12 if row.share else 0)
    shown = paint.elide(row.below, SECONDARY, room)
    paint.write(painter, line, shown, font(SECONDARY), tokens().text2)
    if row.share:
        meter = QRectF(line.right() + 1 - METER, line.center().y() - 1, METER, 4)
        paint.round_rect(painter, meter, tokens().line, 2)
        meter.setWidth(max(4.0, METER * row.share))
        paint.round_rect(painter, meter, tokens().accent, 2)


class FoundList(FollowingList):
    """Right goes to the places, Enter on: from a kind to its values, else to the ticket of the place."""

    right_wanted = Signal()
    on_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, session: Session, found: Found, parent: QWidget | None = None) -> None:
        rows = FoundRows(session, found)
        super().__init__(HEIGHT, found, rows, TwoLines(HEIGHT, 6, 22, _first, _second), parent)
        self.setObjectName("privacyList")
        self.setAccessibleName(self.tr("Personal data"))
        self._found = found
        found.shown_changed.connect(self.refill)
        found.current_changed.connect(self._follow)
        self.refill()

    def keys(self) -> Mapping[Qt.Key, Any]:
        """What the list answers to itself."""
        on = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.on_wanted)
        back = dict.fromkeys((Qt.Key.Key_Left, Qt.Key.Key_Escape), self.back_wanted)
        return {Qt.Key.Key_Right: self.right_wanted, **on, **back}

    def refill(self) -> None:
        """Show what there is now."""
        self.show_ids(self._found.shown)
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._found.row_of(self._found.current))
