"""The texts of one ticket in one scrolling, selectable document: problem, other fields, and the thread as bubbles.

Loads nothing, whatever a ticket holds: there is no HTML on the way to the document, and every resource is refused. A
link shows where it goes while the pointer or the focus is on it, and opens in the browser when it is clicked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextBrowser, QToolTip, QWidget

from db.values import Ticket
from qtapp.detail import ahead, sections
from qtapp.detail.ahead import Ahead, Page
from qtapp.detail.compose import LINE, Composed, Mark, Writer
from qtapp.detail.formats import Formats
from qtapp.detail.paint import Backdrop
from qtapp.detail.slim import SlimBar
from qtapp.hits import find_hits
from qtapp.kit import paint
from qtapp.kit.theme import tokens
from qtapp.kit.viewport import give_viewport

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
FOCUS_BAR = 2
"""Pixels at the left of the thread while it has the keyboard."""
LONGEST_SHOWN = 120
"""Characters of an address in the question before it opens."""
GROWTH = 140
"""Pixels that a picture made ahead is higher than the view: a shorter title leaves more room to the thread."""
SOON = 10
"""Milliseconds after a paint until the ticket that may follow is made ready: a held key repeats three times slower."""


class Thread(QTextBrowser):
    """Shows a ticket's texts. `show_ticket` is all it needs; the ticket is a frozen record."""

    reply_changed = Signal(int)
    """The turn that N or P stepped to, counted from 1."""

    prepared = Signal(object)
    """A `Ticket` that will probably be shown next has been made ready here."""

    def __init__(self, parent: QWidget | None = None, opener: Callable[[QUrl], bool] | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thread")
        self.setAccessibleName(self.tr("Problem and thread"))
        viewport = give_viewport(self)
        viewport.setMouseTracking(True)
        viewport.setAutoFillBackground(False)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(SlimBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._documents = (ahead.document(self), ahead.document(self))
        self.setDocument(self._documents[0])
        self._open_url = opener or (lambda url: QtGui.QDesktopServices.openUrl(url))
        self._ticket: Ticket | None = None
        self._terms: tuple[str, ...] = ()
        self._opened: set[str] = set()
        self._reply = 0
        self._keys = ("P", "N")
        self._formats = self._make_formats()
        self._show_page(self._page(self.document(), Composed()))
        self.following: Callable[[], Ticket | None] | None = None
        self._ahead: Ahead | None = None
        self._picture: QPixmap | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._prepare_following)
        self.highlighted.connect(self._show_address)
        self.anchorClicked.connect(self._follow)

    # What is shown

    def show_ticket(self, ticket: Ticket | None) -> None:
        """Show a ticket from its beginning; the same one again (after an edit) stays where it was read."""
        same = ticket is not None and self._ticket is not None and ticket.id == self._ticket.id
        if not same:
            self._opened, self._reply = set(), 0
        self._ticket = ticket
        ready, self._ahead = self._ahead, None
        if ready is not None and not same and ready.fits(ticket, self._state()):
            self._take(ready)
        else:
            self._write(keep_place=same)

    def prepare(self, ticket: Ticket) -> None:
        """Write and paint a ticket that will probably be shown next; `show_ticket` of it has little to do then."""
        spare = self._documents[self.document() is self._documents[0]]
        spare.setPageSize(self.document().pageSize())
        page = self._written(spare, ticket, set())
        size, ratio = self.viewport().size() + QSize(0, GROWTH), self.devicePixelRatio()
        picture = ahead.picture(page, self._formats, self.palette(), size, ratio)
        self._ahead = Ahead(ticket, self._state(), page, picture)

    def _prepare_following(self) -> None:
        ticket = self.following() if self.following is not None else None
        if ticket is not None:
            self.prepare(ticket)
            self.prepared.emit(ticket)

    def _state(self) -> Sequence[object]:
        """What a page and its picture are made for, besides the ticket."""
        return self._formats, self._terms, self._keys, self.viewport().size(), self.devicePixelRatio()

    def _take(self, ready: Ahead) -> None:
        """Show what was made ahead."""
        self.setDocument(ready.page.document)
        self._show_page(ready.page)
        self._picture = ready.picture
        self.verticalScrollBar().setValue(0)

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark these words wherever they stand; they are compared without regard to case and width."""
        if tuple(terms) != self._terms:
            self._terms, self._ahead = tuple(terms), None
            self._write(keep_place=True)

    @property
    def reply(self) -> int:
        """The marked turn, counted from 1; 0 for none."""
        return self._reply

    def step(self, by: int) -> None:
        """Mark the next turn (1) or the one before (-1), and bring it into view."""
        bubbles = self._composed.bubbles
        if not bubbles:
            return
        self._reply = max(1, min(len(bubbles), self._reply + by if self._reply else 1 if by > 0 else len(bubbles)))
        self.show_reply()
        self.viewport().update()
        self.reply_changed.emit(self._reply)

    def show_reply(self) -> None:
        """Bring the marked turn into view, where there is one."""
        if not 0 < self._reply <= len(self._composed.bubbles):
            return
        rect = self._backdrop.rect(self._composed.bubbles[self._reply - 1])
        bar = self.verticalScrollBar()
        top, bottom = bar.value(), bar.value() + self.viewport().height()
        if rect.top() < top + 8 or rect.bottom() > bottom - 8:
            bar.setValue(round(rect.top()) - 40)

    def show_keys(self, previous: str, next_: str) -> None:
        """The keys that step, as they are bound now."""
        if (previous, next_) != self._keys:
            self._keys, self._ahead = (previous, next_), None
            self._write(keep_place=True)

    def toggle(self, part: str) -> None:
        """Open a folded part, or fold it again."""
        self._opened ^= {part}
        self._write(keep_place=True)

    def _write(self, keep_place: bool) -> None:
        bar = self.verticalScrollBar()
        place = bar.value()
        document = self.document()
        if self._ticket is None:
            document.clear()
            ahead.leave_room(document)
            self._show_page(self._page(document, Composed()))
        else:
            self._show_page(self._written(document, self._ticket, self._opened))
        self._picture = None
        self.setTextCursor(QTextCursor(document))  # it went to the end with the text, and would pull the view there
        bar.setValue(place if keep_place else 0)

    def _written(self, document: QTextDocument, ticket: Ticket, opened: set[str]) -> Page:
        return self._page(document, sections.write(Writer(document, self._formats), ticket, opened, self._keys))

    def _page(self, document: QTextDocument, composed: Composed) -> Page:
        marks = composed.marks
        if self._terms:
            hits = [Mark(start, end, "hit") for start, end in find_hits(document.toRawText(), self._terms)]
            marks = sorted([*marks, *hits], key=lambda mark: (mark.start, mark.kind != "hit"))
        return Page(document, composed, Backdrop(document, self._formats, marks, composed.bubbles))

    def _show_page(self, page: Page) -> None:
        self._composed, self._backdrop = page.composed, page.backdrop

    def _make_formats(self) -> Formats:
        self._ahead = None
        return Formats(tokens(), self.font(), self.viewport().width())

    # Geometry and painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._formats.width:
            self._formats = self._make_formats()
            self._write(keep_place=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_backdrop"):
            for document in self._documents:
                document.setDefaultFont(self.font())
            self._formats = self._make_formats()
            self._write(keep_place=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        viewport = self.viewport()
        area = viewport.rect()
        if self._ahead is None and self.following is not None:
            self._soon.start()
        painter = QPainter(viewport)
        picture, self._picture = self._picture, None
        plain = not self.verticalScrollBar().value() and not self._reply and not self.hasFocus()
        if picture is not None and plain:
            painter.drawPixmap(0, 0, picture)
            return
        paint.fill(painter, event.rect(), self._formats.tokens.surface)
        first = self.cursorForPosition(QPoint(0, 0)).blockNumber()
        last = self.cursorForPosition(QPoint(area.width() - 1, area.height() - 1)).blockNumber()
        top = self.verticalScrollBar().value()
        self._backdrop.paint(painter, top, max(0, first - 1), last + 1, self._reply)
        painter.resetTransform()
        if self.hasFocus():
            paint.fill(painter, QRect(0, 0, FOCUS_BAR, area.height()), self._formats.tokens.accent)
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Nothing is loaded, links are shown first

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Nothing: no picture, style sheet or page is ever fetched for a ticket."""
        return None

    def _show_address(self, url: QUrl) -> None:
        address = "" if url.isEmpty() or url.scheme() not in SAFE_SCHEMES else url.toDisplayString()
        QApplication.sendEvent(self, QtGui.QStatusTipEvent(address))
        if address:
            QToolTip.showText(self.cursor().pos() + QPoint(0, 12), address, self)
        else:
            QToolTip.hideText()

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "winnow":
            self._act(url.toString().removeprefix(sections.ACTION))
        elif url.scheme() in SAFE_SCHEMES:
            self._ask_and_open(url) if url.toString() in self._composed.disguised else self._open_url(url)

    def _act(self, action: str) -> None:
        verb, _, part = action.partition("/")
        if verb == "next":
            self.step(1)
        elif verb == "previous":
            self.step(-1)
        else:
            self.toggle(part)

    def _ask_and_open(self, url: QUrl) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        address = url.toDisplayString()
        shown = address if len(address) <= LONGEST_SHOWN else address[: LONGEST_SHOWN - 1] + "…"
        menu.addSection(shown)
        action = menu.addAction(self.tr("Open in the browser: {address}").format(address=shown.replace("&", "&&")))
        action.triggered.connect(lambda: self._open_url(url))
        copy = menu.addAction(self.tr("Copy the address"))
        copy.triggered.connect(lambda: QApplication.clipboard().setText(address))
        menu.popup(self.cursor().pos())

    # Copying gives what was typed

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        data = QtCore.QMimeData()
        data.setText(self.typed_text(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def typed_text(self, start: int, end: int) -> str:
        """The characters start:end of the document as they were typed: pills and bullets as their source has them."""
        raw = self.document().toRawText().encode("utf-16-le", "surrogatepass")
        parts, position = [], start
        for mark in self._composed.marks:
            if mark.raw is None or mark.end <= start or mark.start >= end:
                continue
            parts += [_decoded(raw, position, mark.start), mark.raw]
            position = mark.end
        parts.append(_decoded(raw, position, end))
        return "".join(parts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and the letters are for the window: they are no text here."""
        if event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)


def _decoded(raw: bytes, start: int, end: int) -> str:
    text = raw[2 * start : max(start, end) * 2].decode("utf-16-le", "replace")
    return text.replace(LINE, "\n").replace("\u2029", "\n")


__all__ = ["Thread"]
