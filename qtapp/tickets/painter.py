"""Paints a row of the list: status, title with what was searched for, category, badges, length of the thread.

Two lines in 56 pixels, from a `Row` alone: nothing is read, laid out or cached here that a row does not hold.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from db.values import Row, Status
from qtapp.hits import find_hits
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.paged import PagedModel
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.session import Session

LONGEST = 160
"""Characters of a title that are looked at: more never fit."""

HEIGHT = 56
LEFT, RIGHT, TEXT, END = 8, 9, 44, 19
"""Pixels: the ground's margins, where the text begins, and how far from the right it ends."""

STATUS_TOKENS = {Status.REVIEWED: "ok", Status.FLAGGED: "warn", Status.EXCLUDED: "bad"}
DONE = (Status.REVIEWED, Status.EXCLUDED)


class TicketPainter(QObject):
    """Paints `Row`s; a row that could not be read is a grey sentence."""

    def __init__(self, session: Session, model: PagedModel, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._model, self._view = session, model, view
        self._note, self._edited = self.tr("note"), self.tr("edited")
        self._no_category = self.tr("no category")

    def draw(self, painter: QPainter, area: QRect, number: int, hovered: bool) -> None:
        """Paint the row of a number; the painter may be left with any pen."""
        row = self._model.row_at(number)
        if not isinstance(row, Row):
            words = str(self._model.index(number, 0).data())
            paint.write(painter, area.adjusted(TEXT, 0, -END, 0), words, font(BODY), tokens().text3)
            return
        current = row.id == self._session.current_id
        marked = row.id in self._session.selection
        self._ground(painter, area, current, marked, hovered)
        if current and self._view.hasFocus():
            paint.outline(painter, area.adjusted(LEFT, 1, -RIGHT, -1), tokens().accent, 6)
        self._first_line(painter, area, row, marked)
        self._second_line(painter, area, row)

    def _ground(self, painter: QPainter, area: QRect, current: bool, marked: bool, hovered: bool) -> None:
        if current or marked:
            paint.selected_ground(painter, area.adjusted(LEFT, 1, -RIGHT, -1), bar=current)
        elif hovered:
            paint.round_rect(painter, area.adjusted(LEFT, 1, -RIGHT, -1), tokens().hover, 6)
        if not current:
            line = QRect(area.left() + TEXT, area.bottom(), area.width() - TEXT - END + 2, 1)
            paint.fill(painter, line, tokens().line)

    def _first_line(self, painter: QPainter, area: QRect, row: Row, marked: bool) -> None:
        name = "select" if marked else f"status-{row.status.word}"
        token = "accent" if marked else STATUS_TOKENS.get(row.status, "text2")
        painter.drawPixmap(area.left() + 19, area.top() + 9, pixmap(name, token, 16))
        line = QRect(area.left() + TEXT, area.top() + 7, area.width() - TEXT - END, 22)
        taken = paint.badge(painter, line, "replies", str(row.turns), "text2")
        self._title(painter, line.adjusted(0, 0, -taken, 0), row)

    def _title(self, painter: QPainter, line: QRect, row: Row) -> None:
        """The title on one line, on the ground of a search hit wherever one stands."""
        whole = " ".join(row.title[:LONGEST].split())
        shown = paint.elide(whole, BODY, line.width())
        terms = self._session.terms
        if terms:
            kept = len(shown) - (shown != whole)
            found = [(start, min(end, kept)) for start, end in find_hits(whole, terms) if start < kept]
            paint.hits(painter, line, shown, found)
        paint.write(painter, line, shown, font(BODY), tokens().text2 if row.status in DONE else tokens().text)

    def _second_line(self, painter: QPainter, area: QRect, row: Row) -> None:
        line = QRect(area.left() + TEXT, area.top() + 28, area.width() - TEXT - END, 20)
        if row.has_note:
            line.setRight(line.right() - paint.badge(painter, line, "note", self._note, "text2"))
        if row.edited:
            line.setRight(line.right() - paint.badge(painter, line, "edit", self._edited, "accent"))
        category = " › ".join(row.category) or self._no_category
        colour = tokens().text2 if row.category else tokens().text3
        paint.label(painter, line, category, SECONDARY, colour)
