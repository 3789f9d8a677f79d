"""The ticket that will probably be shown next, written and painted while the one before is read.

A document of its own and a picture of what is seen of it first. Whether they may be used says `state`: what they were
made for, down to the size of the view. Changes nothing that is on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QPixmap, QTextDocument
from PySide6.QtWidgets import QTextEdit

from db.records import dataclass
from db.values import Ticket
from qtapp.detail.compose import Composed
from qtapp.detail.formats import Formats
from qtapp.detail.paint import Backdrop
from qtapp.kit import paint


@dataclass(frozen=True, slots=True)
class Page:
    """A ticket as it is written in a document, and what is painted behind it."""

    document: QTextDocument
    composed: Composed
    backdrop: Backdrop


@dataclass(frozen=True, slots=True)
class Ahead:
    """A page that nobody sees yet, and its first screen."""

    ticket: Ticket
    state: Sequence[object]
    page: Page
    picture: QPixmap

    def fits(self, ticket: Ticket | None, state: Sequence[object]) -> bool:
        """Whether this is what would be made of a ticket now."""
        return ticket == self.ticket and state == self.state


def document(view: QTextEdit) -> QTextDocument:
    """An empty document that lays text out as `view` does, and belongs to it."""
    made = QTextDocument(view)
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setDefaultFont(view.font())
    made.setDefaultTextOption(view.document().defaultTextOption())
    leave_room(made)
    return made


def leave_room(made: QTextDocument) -> None:
    """Above the first line; a document that is cleared forgets it."""
    frame = made.rootFrame().frameFormat()
    frame.setTopMargin(16)
    made.rootFrame().setFrameFormat(frame)


def picture(page: Page, formats: Formats, palette: QPalette, size: QSize, ratio: float) -> QPixmap:
    """The top of a page as the view would paint it."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    paint.fill(painter, QRect(0, 0, size.width(), size.height()), formats.tokens.surface)
    layout = page.document.documentLayout()
    end = layout.hitTest(QPointF(size.width() - 1, size.height() - 1), Qt.HitTestAccuracy.FuzzyHit)
    painter.save()
    page.backdrop.paint(painter, 0, 0, page.document.findBlock(end).blockNumber() + 1, 0)
    painter.restore()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = palette
    context.clip = QRectF(0, 0, size.width(), size.height())
    painter.setClipRect(context.clip)
    layout.draw(painter, context)
    painter.end()
    return made
