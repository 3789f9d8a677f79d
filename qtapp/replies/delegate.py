"""Paints a family of the list: wording or template, uses, kind, tickets, variants, how it spreads, what is decided.

Two lines in 67 pixels, from a `FamilyRow` alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.hits import find_hits
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.marked import Marked
from qtapp.kit.paged import ROW
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.replies.words import DECISION_ICONS, KIND_ICONS, decision_words, kind_words, template_pieces

if TYPE_CHECKING:
    from db.replies import FamilyRow

HEIGHT = 67
LEFT, RIGHT, TEXT, END = 8, 9, 20, 19
"""Pixels: the ground's margins, where the text begins, and how far from the right it ends."""
LONGEST = 160
"""Characters of a wording that are looked at: more never fit."""
COLUMN, SHARES, THICK, LEAST = 212, 80, 6, 28
"""The bar of shares: where it begins if it can, its width, its height, and the least width it is worth painting in."""
MANY = 6
"""From this many categories on it is said that there are many."""
STEPS = (1.0, 0.72, 0.5, 0.34, 0.24, 0.16)
"""How strong the colour of each part of the bar is."""


class FamilyDelegate(QStyledItemDelegate):
    """Paints `FamilyRow`s."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canned = canned

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: FamilyRow | None = index.data(ROW)
        area: QRect = option.rect
        painter.save()
        if row is None:
            paint.write(painter, area.adjusted(TEXT, 0, -END, 0), str(index.data()), font(BODY), tokens().text3)
        else:
            marked = (
                self._canned.replies.handle_of(row.id) in self._canned.selection if self._canned.selection else False
            )
            self._ground(painter, option, marked)
            self._first_line(painter, area, row, marked)
            self._second_line(painter, area, row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, marked: bool) -> None:
        area, state, flag = option.rect, option.state, QStyle.StateFlag
        inner = area.adjusted(LEFT, 1, -RIGHT, -1)
        current = bool(state & flag.State_Selected)
        if current or marked:
            paint.selected_ground(painter, inner, bar=current)
        elif state & flag.State_MouseOver:
            paint.round_rect(painter, inner, tokens().hover, 6)
        if not current:
            line = QRect(area.left() + TEXT, area.bottom(), area.width() - TEXT - END + 2, 1)
            paint.fill(painter, line, tokens().line)
        if state & flag.State_HasFocus:
            paint.outline(painter, inner, tokens().accent, 6)

    def _first_line(self, painter: QPainter, area: QRect, row: FamilyRow, marked: bool) -> None:
        line = QRect(area.left() + TEXT, area.top() + 7, area.width() - TEXT - END, 22)
        uses = counted(row.uses, "uses")
        width = paint.metrics(SECONDARY).horizontalAdvance(uses)
        colours = tokens()
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), uses, font(SECONDARY), colours.text)
        line.setRight(line.right() - width - 12)
        if marked:
            painter.drawPixmap(line.topLeft() + QPoint(0, 3), pixmap("select", "accent", 16))
            line.setLeft(line.left() + 22)
        colour = colours.text2 if row.decision is not None else colours.text
        if row.template and row.decision is None:
            Marked(template_pieces(row.template[: 2 * LONGEST]), line.width(), 1).paint(
                painter, line.left(), line.top(), colour
            )
        else:
            self._wording(painter, line, row.wording, colour)

    def _wording(self, painter: QPainter, line: QRect, wording: str, colour: str) -> None:
        whole = " ".join(wording[:LONGEST].split())
        shown = paint.elide(whole, BODY, line.width())
        if terms := self._canned.terms:
            kept = len(shown) - (shown != whole)
            found = [(start, min(end, kept)) for start, end in find_hits(whole, terms) if start < kept]
            paint.hits(painter, line, shown, found)
        paint.write(painter, line, shown, font(BODY), colour)

    def _second_line(self, painter: QPainter, area: QRect, row: FamilyRow) -> None:
        colours = tokens()
        line = QRect(area.left() + TEXT, area.top() + 34, area.width() - TEXT - END, 20)
        line.setRight(line.right() - self._badge(painter, line, row))
        painter.drawPixmap(QPoint(line.left(), line.center().y() - 6), pixmap(KIND_ICONS[row.kind], "text2", 14))
        line.setLeft(line.left() + 17)
        kind = kind_words(row.kind)
        tickets, variants = counted(row.tickets, "tickets"), counted(row.variants, "variants")
        facts = f"{tickets} · {variants}"
        for text, gap in ((kind, 12), (facts, 20)):
            shown = paint.elide(text, SECONDARY, line.width())
            paint.write(painter, line, shown, font(SECONDARY), colours.text2)
            line.setLeft(line.left() + paint.metrics(SECONDARY).horizontalAdvance(shown) + gap)
        line.setLeft(max(line.left(), area.left() + COLUMN))
        self._shares(painter, line, row)

    def _badge(self, painter: QPainter, line: QRect, row: FamilyRow) -> int:
        """What is decided or, with a sign of its own, proposed; returns the width it took."""
        if row.decision is not None:
            words, icon, token = decision_words(row.decision), DECISION_ICONS[row.decision.code], "ok"
            if row.fresh:
                words, icon, token = self.tr("%Ln new", "", row.fresh), "warning", "warn"
        elif row.proposal is not None:
            words, icon, token = decision_words(row.proposal.decision), "sparkle", "accent"
        else:
            return 0
        return paint.badge(painter, line, icon, words, token)

    def _shares(self, painter: QPainter, line: QRect, row: FamilyRow) -> None:
        """A bar in parts, and the number of categories as far as there is room."""
        if not row.shares or line.width() < LEAST:
            return
        words = counted(row.spread, "categories")
        if row.spread >= MANY:
            words = self.tr("{n}+ categories").format(n=MANY)
        needed = paint.metrics(SMALL).horizontalAdvance(words) + 10
        spoken = line.width() >= LEAST + needed
        width = min(SHARES, line.width() - (needed if spoken else 0))
        bar = QRect(line.left(), line.center().y() - THICK // 2 + 1, width, THICK)
        share_bar(painter, bar, row.shares)
        if spoken:
            paint.write(painter, line.adjusted(width + 9, 0, 0, 0), words, font(SMALL), tokens().text2)


def share_bar(painter: QPainter, bar: QRect, shares: tuple[float, ...]) -> None:
    """Shares as parts of a bar, the largest first and strongest; what is left over is ground."""
    paint.round_rect(painter, bar, tokens().line, 2)
    left = float(bar.left())
    for place, share in enumerate(shares[: len(STEPS)]):
        width = share * bar.width()
        colour = QColor(tokens().accent)
        colour.setAlphaF(STEPS[place])
        if width >= 1:
            painter.fillRect(
                QRect(round(left), bar.top(), max(1, round(left + width) - round(left) - 1), bar.height()), colour
            )
        left += width
