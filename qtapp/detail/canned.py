"""The replies of the ticket that others use too: each with its family, and the way there.

Shows what it is given; a click or Enter tells which family to go to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from qtapp.detail.leading import SHOWN, LeadingList, LeadingPainter
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens

if TYPE_CHECKING:
    from db.replies import Canned

LONGEST = 200


class _Painter(LeadingPainter):
    """The reply, and at the right how often it is used."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        text, uses = index.data(SHOWN)
        colours, area = tokens(), option.rect
        self.ground(painter, option)
        painter.drawPixmap(area.left() + 24, area.top() + 6, pixmap("copy", "accent", 14))
        line = area.adjusted(46, 0, -24, 0)
        width = paint.metrics(SECONDARY).horizontalAdvance(uses)
        paint.write(painter, line.adjusted(line.width() - width, 0, 0, 0), uses, font(SECONDARY), colours.accent)
        shown = paint.elide(text, BODY, line.width() - width - 16)
        paint.write(painter, line, shown, font(BODY), colours.text)


class CannedReplies(LeadingList):
    """One row a reply, in the order of the thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cannedReplies", _Painter(), parent)
        self.setAccessibleName(self.tr("Canned replies of the ticket"))

    def show_replies(self, replies: Sequence[Canned]) -> None:
        """List these replies."""
        self.clear()
        for one in replies:
            uses, variants = self.tr("%Ln uses", "", one.family.uses), self.tr("%Ln variants", "", one.family.variants)
            text, said = " ".join(one.variant[:LONGEST].split()), f"{uses} · {variants}"
            self.add(f"{text} {said}", one.family.id, (text, said))
