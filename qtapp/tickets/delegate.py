"""Paints a row of the list: status, title with what was searched for, category, badges, length of the thread.

Two lines in 56 pixels, from a `Row` alone: nothing is read, laid out or cached here that a row does not hold.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from db.values import Row, Status
from qtapp.hits import find_hits
from qtapp.kit.icons import pixmap
from qtapp.kit.paint import round_rect, selected_ground
from qtapp.kit.theme import Tokens, font, tokens
from qtapp.session import Session
from qtapp.tickets.model import ROW

LONGEST = 160
"""Characters of a title that are looked at: more never fit."""

STATUS_ICONS = {
    Status.UNREVIEWED: ("status-unreviewed", "text2"),
    Status.REVIEWED: ("status-reviewed", "ok"),
    Status.FLAGGED: ("status-flagged", "warn"),
    Status.EXCLUDED: ("status-excluded", "bad"),
}
LEFT, RIGHT, TEXT = 8, 9, 44
"""Pixels: the ground's margins, and where the text begins."""


class TicketDelegate(QStyledItemDelegate):
    """Paints `Row`s; a row that could not be read is a grey sentence."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._body, self._small = font(13), font(12)
        self._body_metrics, self._small_metrics = QFontMetrics(self._body), QFontMetrics(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 56)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, area = tokens(), option.rect
        row: Row | None = index.data(ROW)
        painter.save()
        if row is None:
            self._text(painter, area.adjusted(TEXT, 0, -18, 0), str(index.data()), self._body, colours.text3)
        else:
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._ground(painter, area, colours, row, current, hovered)
            self._first_line(painter, area, colours, row)
            self._second_line(painter, area, colours, row)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, colours: Tokens, row: Row, current: bool, hovered: bool) -> None:
        inner = area.adjusted(LEFT, 1, -RIGHT, -1)
        marked = row.id in self._session.selection
        if current or marked:
            selected_ground(painter, inner, bar=current)
        elif hovered:
            round_rect(painter, inner, colours.hover, 6)
        if not current:
            painter.fillRect(area.left() + TEXT, area.bottom(), area.width() - TEXT - 17, 1, QColor(colours.line))

    def _first_line(self, painter: QPainter, area: QRect, colours: Tokens, row: Row) -> None:
        if row.id in self._session.selection:
            name, colour = "check", "accent"
        else:
            name, colour = STATUS_ICONS[row.status]
        painter.drawPixmap(area.left() + 19, area.top() + 10, pixmap(name, colour, 16))
        line = QRect(area.left() + TEXT, area.top() + 7, area.width() - TEXT - 19, 22)
        count = str(row.turns)
        width = self._small_metrics.horizontalAdvance(count)
        self._text(painter, line.adjusted(line.width() - width, 0, 0, 0), count, self._small, colours.text2)
        painter.drawPixmap(line.right() - width - 18, line.top() + 4, pixmap("replies", "text2", 14))
        dim = row.status in (Status.REVIEWED, Status.EXCLUDED)
        self._title(painter, line.adjusted(0, 0, -width - 30, 0), row, colours, colours.text2 if dim else colours.text)

    def _title(self, painter: QPainter, line: QRect, row: Row, colours: Tokens, colour: str) -> None:
        """The title on one line, on the ground of a search hit wherever one stands."""
        whole = " ".join(row.title[:LONGEST].split())
        shown = self._body_metrics.elidedText(whole, Qt.TextElideMode.ElideRight, line.width())
        kept = len(shown) - (shown != whole)
        for start, end in find_hits(whole, self._session.terms):
            if start < kept:
                left = self._body_metrics.horizontalAdvance(shown[:start])
                right = self._body_metrics.horizontalAdvance(shown[: min(end, kept)])
                round_rect(painter, QRect(line.left() + left - 1, line.top() + 2, right - left + 2, 18), colours.hit, 3)
        self._text(painter, line, shown, self._body, colour)

    def _second_line(self, painter: QPainter, area: QRect, colours: Tokens, row: Row) -> None:
        line = QRect(area.left() + TEXT, area.top() + 28, area.width() - TEXT - 19, 20)
        for icon, word, colour in self._badges(row):
            width = self._small_metrics.horizontalAdvance(word)
            self._text(
                painter, line.adjusted(line.width() - width, 0, 0, 0), word, self._small, getattr(colours, colour)
            )
            painter.drawPixmap(line.right() - width - 17, line.top() + 3, pixmap(icon, colour, 14))
            line.setRight(line.right() - width - 28)
        category = " › ".join(row.category) or self.tr("no category")
        shown = self._small_metrics.elidedText(category, Qt.TextElideMode.ElideRight, line.width())
        self._text(painter, line, shown, self._small, colours.text2 if row.category else colours.text3)

    def _badges(self, row: Row) -> list[tuple[str, str, str]]:
        """Icon, word and colour of each badge, from the right."""
        found = [("note", self.tr("note"), "text2")] if row.has_note else []
        return [*found, ("edit", self.tr("edited"), "accent")] if row.edited else found

    def _text(self, painter: QPainter, area: QRect, text: str, font_: QFont, colour: str) -> None:
        painter.setFont(font_)
        painter.setPen(QColor(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
