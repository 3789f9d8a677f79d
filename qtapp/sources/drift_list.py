"""The list of a comparison: tickets of one state, each with its place in the file and what is not the same.

Two lines a row. The current row follows the comparison and leads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from db.drift import TicketDrift
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.two_lines import FollowingList, TwoLines, headed
from qtapp.sources.comparing import Comparing
from qtapp.sources.values import field_words

HEIGHT = 56


class DriftRows:
    """Tickets of a comparison; their ids are their places in it."""

    def __init__(self, comparing: Comparing) -> None:
        self._comparing = comparing

    def read(self, ids: list[int]) -> Sequence[TicketDrift | None]:
        """A page of rows."""
        found = {one.place: one for one in self._comparing.tickets(ids)}
        return [found.get(one) for one in ids]

    def words(self, row: TicketDrift | None, role: int) -> str:
        """The title; for assistive technology what is not the same too."""
        if row is None:
            return QCoreApplication.translate("Drift", "This ticket is not in the review any more")
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.title[:600]
        return f"{row.title[:600]}, {line_words(row)}, {differs_words(row)}"


def line_words(row: TicketDrift) -> str:
    """Where it stands in the file, '' where it does not."""
    return QCoreApplication.translate("Drift", "line {n}").format(n=f"{row.line:,}") if row.line is not None else ""


def differs_words(row: TicketDrift) -> str:
    """Its fields that are not the same, and what else there is to say."""
    translate = QCoreApplication.translate
    moved = translate("Drift", "at another place") if row.moved else ""
    returned = translate("Drift", "back again") if row.returned else ""
    fields = "" if row.state == "new" else ", ".join(field_words(one.field) for one in row.fields)
    return "  ·  ".join(filter(None, (fields, moved, returned)))


def _first(painter: QPainter, line: QRect, row: TicketDrift) -> None:
    """The title, and where it stands."""
    headed(painter, line, " ".join(row.title[:300].split()), line_words(row), SECONDARY)


class _Second:
    """The second line: what is not the same; a sign while something of it has to be decided."""

    def __init__(self, comparing: Comparing) -> None:
        self._comparing = comparing

    def __call__(self, painter: QPainter, line: QRect, row: TicketDrift) -> None:
        if any(one.side == "conflict" for one in row.fields):
            torn = self._comparing.is_torn(row)
            painter.drawPixmap(
                line.left(), line.top() + 4, pixmap(*(("warning", "warn") if torn else ("check", "ok")), 14)
            )
            line = line.adjusted(20, 0, 0, 0)
        shown = paint.elide(differs_words(row), SECONDARY, line.width())
        paint.write(painter, line, shown, font(SECONDARY), tokens().text2)


class DriftList(FollowingList):
    """Right goes to the fields, Enter to the ticket, Esc back to the sources."""

    right_wanted = Signal()
    ticket_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, comparing: Comparing, parent: QWidget | None = None) -> None:
        super().__init__(
            HEIGHT, comparing, DriftRows(comparing), TwoLines(HEIGHT, 6, 22, _first, _Second(comparing)), parent
        )
        self.setObjectName("driftList")
        self.setAccessibleName(self.tr("Compared tickets"))
        self._comparing = comparing
        comparing.shown_changed.connect(self.refill)
        comparing.current_changed.connect(self._follow)
        comparing.decided.connect(self.viewport().update)
        self.refill()

    def keys(self) -> Mapping[Qt.Key, Any]:
        """What the list answers to itself."""
        shows = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.ticket_wanted)
        return {Qt.Key.Key_Right: self.right_wanted, Qt.Key.Key_Escape: self.leave_wanted, **shows}

    def refill(self) -> None:
        """Show what there is now."""
        self.show_ids(self._comparing.shown)
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._comparing.row())
