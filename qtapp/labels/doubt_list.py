"""The list of doubtful labels, most doubtful first: the ticket, which label it has, which is likely, and how sure.

Two lines a row, painted from a `Doubt` alone. The current row follows what was found and leads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from qtapp.kit import paint
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.two_lines import FollowingList, TwoLines, headed
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_words import on_one_line

if TYPE_CHECKING:
    from db.labels import Doubt

HEIGHT = 56
METER = 40
"""Pixels of the bar that is full where the check is sure."""
ARROW = " → "


class DoubtRows:
    """Findings; their ids are those of their tickets."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def read(self, ids: list[int]) -> list[Doubt | None]:
        """A page of rows."""
        found = {one.id: one for one in self._found.findings(ids)}
        return [found.get(one) for one in ids]

    def words(self, row: Doubt | None, role: int) -> str:
        """The title; for assistive technology all that is painted."""
        if row is None:
            return QCoreApplication.translate("Doubt", "This ticket was changed meanwhile")
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return row.title[:600]
        return f"{row.title[:600]}, {row.given}{ARROW}{row.likely}, {row.confidence:.2f}"


def _first(painter: QPainter, line: QRect, row: Doubt) -> None:
    """The title, and how sure the likely label is."""
    headed(painter, line, on_one_line(row.title), f"{row.confidence:.2f}", SECONDARY)


def _second(painter: QPainter, line: QRect, row: Doubt) -> None:
    """Both labels share the room; the bar stands at the end."""
    colours = tokens()
    meter = QRectF(line.right() + 1 - METER, line.center().y() - 1, METER, 4)
    paint.round_rect(painter, meter, colours.line, 2)
    meter.setWidth(max(4.0, METER * min(1.0, row.confidence)))
    paint.round_rect(painter, meter, colours.accent, 2)
    metrics = paint.metrics(SECONDARY)
    arrow = metrics.horizontalAdvance(ARROW)
    room = line.width() - METER - 12 - arrow
    given, likely = on_one_line(row.given), on_one_line(row.likely)
    widths = metrics.horizontalAdvance(given), metrics.horizontalAdvance(likely)
    first = widths[0] if sum(widths) <= room else min(widths[0], max(room // 2, room - widths[1]))
    left = line.left()
    for text, width, token in ((given, first, "text2"), (ARROW, arrow, "text3"), (likely, room - first, "accent")):
        area = QRect(left, line.top(), width + 1, line.height())
        shown = text if text == ARROW else paint.elide(text, SECONDARY, width + 1)
        paint.write(painter, area, shown, font(SECONDARY), getattr(colours, token))
        left += min(width, metrics.horizontalAdvance(shown))


class DoubtList(FollowingList):
    """Right goes to the tickets that speak for the likely label, Enter shows the doubtful one."""

    right_wanted = Signal()
    ticket_wanted = Signal()

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, found, DoubtRows(found), TwoLines(HEIGHT, 6, 22, _first, _second), parent)
        self.setObjectName("doubtList")
        self.setAccessibleName(self.tr("Doubtful labels, most doubtful first"))
        self._found = found
        found.shown_changed.connect(self.refill)
        found.current_changed.connect(self._follow)

    def keys(self) -> Mapping[Qt.Key, Any]:
        """What the list answers to itself."""
        shows = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.ticket_wanted)
        return {Qt.Key.Key_Right: self.right_wanted, **shows}

    def refill(self) -> None:
        """Show what there is now."""
        self.show_ids(self._found.shown)

    def _follow(self) -> None:
        self.go_to(self._found.row_of(self._found.current))
