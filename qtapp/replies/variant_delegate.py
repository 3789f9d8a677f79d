"""Paints a variant: a ring where it can be taken for the wording, its text with marks, uses, likeness, link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.marked import LINE, Marked, from_first_difference
from qtapp.kit.theme import SECONDARY, SMALL, font, tokens
from qtapp.replies.variant_model import VARIANT, VariantModel

if TYPE_CHECKING:
    from db.replies import Variant

PADDING = 7
RADIO, TEXT, END = 30, 34, 12
"""Pixels: the ring's room, where the text begins, and the margin at the right."""
LEAST_LIKENESS, GAP = 30, 14


def likeness_width() -> int:
    """What the column of likeness takes, or of the word that stands there for the wording."""
    words = QCoreApplication.translate("VariantDelegate", "wording")
    return max(LEAST_LIKENESS, paint.metrics(SECONDARY).horizontalAdvance(words)) + GAP


def numbers_width() -> int:
    """What uses and likeness take at the right."""
    uses = counted(999, "uses")
    return paint.metrics(SECONDARY).horizontalAdvance(uses) + likeness_width() + END


def text_width(width: int) -> int:
    """What is left for the text in a view of this width."""
    return max(80, width - TEXT - numbers_width() - GAP)


class VariantDelegate(QStyledItemDelegate):
    """Paints rows of a `VariantModel`."""

    def __init__(self, canned: Canned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canned = canned

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 2 * LINE + 2 * PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        variant: Variant = index.data(VARIANT)
        area: QRect = option.rect
        painter.save()
        painter.setClipRect(area)
        marked = variant.text in self._canned.variants
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if marked:
            paint.selected_ground(painter, area.adjusted(0, 1, 0, -1), bar=focused)
        elif focused or option.state & QStyle.StateFlag.State_MouseOver:
            paint.round_rect(painter, area.adjusted(0, 1, 0, -1), tokens().hover, 6)
        if focused:
            paint.outline(painter, area.adjusted(0, 1, 0, -1), tokens().accent, 6)
        self._ring(painter, area, variant, marked)
        self._numbers(painter, area, variant)
        self._text(painter, area, index, variant)
        painter.restore()

    def _ring(self, painter: QPainter, area: QRect, variant: Variant, marked: bool) -> None:
        middle = QPointF(14, area.top() + PADDING + LINE / 2)
        if marked:
            painter.drawPixmap(QPointF(6, middle.y() - 8), pixmap("select", "accent", 16))
            return
        paint.ring(painter, middle, variant.text == self._canned.chosen_wording)

    def _numbers(self, painter: QPainter, area: QRect, variant: Variant) -> None:
        colours = tokens()
        line = QRect(area.left(), area.top() + PADDING, area.width() - END, LINE)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if variant.text == self._canned.chosen_wording:
            paint.write(painter, line, self.tr("wording"), font(SECONDARY), colours.accent, right)
        else:
            paint.write(painter, line, f"{variant.likeness:.2f}", font(SECONDARY), colours.text2, right)
        uses = counted(variant.uses, "uses")
        paint.write(painter, line.adjusted(0, 0, -likeness_width(), 0), uses, font(SECONDARY), colours.text, right)
        if not variant.covered:
            below = line.translated(0, LINE)
            if below.bottom() < area.bottom():
                paint.badge(painter, below, "warning", self.tr("new"), "warn")

    def _text(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex, variant: Variant
    ) -> None:
        model = index.model()
        assert isinstance(model, VariantModel)
        width = text_width(area.width())
        lines = max(1, (area.height() - 2 * PADDING) // LINE)
        linked = bool(variant.link) and lines > 1
        pieces = from_first_difference(model.pieces(index.row()), width * (lines - linked) // 14)
        shown = Marked(pieces, width, lines - linked)
        colour = tokens().text
        shown.paint(painter, TEXT, area.top() + PADDING, colour)
        if linked:
            self._link(painter, QRect(TEXT, area.top() + PADDING + shown.height, width, LINE), variant)

    def _link(self, painter: QPainter, line: QRect, variant: Variant) -> None:
        """The member that a variant came by, where it is not near enough to the wording itself."""
        painter.drawPixmap(QPoint(line.left(), line.center().y() - 6), pixmap("near", "text2", 14))
        words = self.tr("by {likeness} to “{text}”") if variant.by == "link" else self.tr("by a template with “{text}”")
        words = words.format(likeness=f"{variant.link_likeness:.2f}", text=" ".join(variant.link[:200].split()))
        line.setLeft(line.left() + 18)
        paint.write(painter, line, paint.elide(words, SMALL, line.width()), font(SMALL), tokens().text2)
