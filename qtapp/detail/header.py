"""The head of the pane: the title, where the ticket stands in its review and in its source, and the way up and down.

Shows; the buttons only say that they were pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from db.records import dataclass
from db.values import Status, Ticket
from qtapp.detail.controls import KeyButton, wrapping
from qtapp.detail.ready import Ready
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import font, tokens
from qtapp.kit.tips import plain_tip

STATUS_ICONS = {
    Status.UNREVIEWED: ("status-unreviewed", "text2"),
    Status.REVIEWED: ("status-reviewed", "ok"),
    Status.FLAGGED: ("status-flagged", "warn"),
    Status.EXCLUDED: ("status-excluded", "bad"),
}
SIDE, TOP, LINE = 24, 14, 27
WIDEST = 20
"""No character of a title is wider; where all fit by this, nothing is measured."""
LONGEST_TITLE = 400
"""Characters of a title that are shown; the whole of it is its tool tip."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One short thing said of a ticket, with an icon."""

    icon: str
    text: str
    colour: str = "text2"


class Facts(QWidget):
    """A line of facts, painted."""

    clicked = Signal()
    """The last one, the edits, was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self._ready = Ready()
        self._font = font(12)
        self._metrics = QFontMetrics(self._font)
        self._facts: tuple[Fact, ...] = ()
        self.setFixedHeight(22)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Say these, from left to right."""
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleName(", ".join(fact.text for fact in facts))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 22)

    def prepare(self, facts: tuple[Fact, ...]) -> None:
        """Paint what will probably be shown next."""
        if facts != self._facts:
            self._ready.make((facts, self.width()), self, lambda painter: self._paint(painter, facts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._ready.draw((self._facts, self.width()), painter):
            self._paint(painter, self._facts)

    def _paint(self, painter: QPainter, facts: tuple[Fact, ...]) -> None:
        painter.setFont(self._font)
        metrics, x = self._metrics, 0
        for fact in facts:
            painter.drawPixmap(x, 4, pixmap(fact.icon, fact.colour, 14))
            painter.setPen(QColor(getattr(tokens(), fact.colour)))
            shown = metrics.elidedText(fact.text, Qt.TextElideMode.ElideMiddle, max(0, self.width() - x - 20))
            painter.drawText(QRect(x + 20, 0, self.width() - x - 20, 22), Qt.AlignmentFlag.AlignVCenter, shown)
            x += 20 + metrics.horizontalAdvance(shown) + 16

    def _left_of_last(self) -> int:
        """Where the last fact begins; those before it are measured as they are painted."""
        x = 0
        for fact in self._facts[:-1]:
            room = max(0, self.width() - x - 20)
            shown = self._metrics.elidedText(fact.text, Qt.TextElideMode.ElideMiddle, room)
            x += 20 + self._metrics.horizontalAdvance(shown) + 16
        return x

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._facts and self._facts[-1].icon == "edit" and event.position().x() >= self._left_of_last():
            self.clicked.emit()


class Title(QWidget):
    """The title on as many lines as it needs. Painted: a label that can be selected carries a document of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("title")
        self.setFont(font(18, bold=True))
        self._metrics = QFontMetrics(self.font())
        self._text = ""
        self._ready = Ready()
        self._known = ("", 0, 0)
        copy = QAction(self.tr("Copy the title"), self)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another title."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def copy(self) -> None:
        """Put the title on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)

    def heightForWidth(self, width: int) -> int:
        return self._height(self._text, width)

    def _height(self, text: str, width: int) -> int:
        if len(text) * WIDEST <= width:
            return LINE
        if self._known[:2] != (text, width):
            rect = self._metrics.boundingRect(QRect(0, 0, width, 4000), wrapping(text), text)
            self._known = (text, width, max(LINE, rect.height()))
        return self._known[2]

    def prepare(self, text: str) -> None:
        """Measure and paint the title that will probably be shown next."""
        if text != self._text:
            area = QRect(0, 0, self.width(), self._height(text, self.width()))
            self._ready.make((text, area), self, lambda painter: self._paint(painter, area, text), area.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._ready.draw((self._text, self.rect()), painter):
            self._paint(painter, self.rect(), self._text)

    def _paint(self, painter: QPainter, area: QRect, text: str) -> None:
        painter.setFont(self.font())
        painter.setPen(QColor(tokens().text))
        if area.height() == LINE:
            painter.drawText(0, self._metrics.ascent(), text)  # as below, at half the cost
        else:
            painter.drawText(area, wrapping(text), text)


class Header(QWidget):
    """Title, facts, the button to edit them, and the two that lead to the neighbours.

    Places its children itself: a layout would ask every layout around it anew for each title.
    """

    previous = Signal()
    next = Signal()
    edit = Signal()
    facts_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Title(self)
        self.facts = Facts(self)
        self.facts.clicked.connect(self.facts_clicked)
        self.pen = self._button("edit", self.tr("Edit title and texts"), "edit_text", "E")
        self.up = self._button("chevron-up", self.tr("Previous ticket"), "previous", "K")
        self.up.key_first = True
        self.down = self._button("chevron-down", self.tr("Next ticket"), "next", "J")
        self.pen.clicked.connect(self.edit)
        self.up.clicked.connect(self.previous)
        self.down.clicked.connect(self.next)
        self.arrange()

    def _button(self, icon: str, name: str, object_name: str, key: str) -> KeyButton:
        button = KeyButton("", "plain", icon, key)
        button.setParent(self)
        button.setObjectName(object_name)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        return button

    def arrange(self) -> None:
        """Give everything its place, and the head the height that its title needs."""
        width = max(80, self.pen.x() - 8 - SIDE)
        height = self.title.heightForWidth(width)
        if self.title.width() != width or self.title.height() != height:
            self.title.setGeometry(SIDE, TOP, width, height)
            self.facts.setGeometry(SIDE, TOP + height + 2, self.width() - 2 * SIDE, self.facts.height())
        whole = TOP + height + 2 + self.facts.height() + 4
        if self.minimumHeight() != whole or self.maximumHeight() != whole:
            self.setFixedHeight(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = self.width() - SIDE
        for button in (self.down, self.up, self.pen):
            size = button.sizeHint()
            button.setGeometry(right - size.width(), TOP, size.width(), size.height())
            right -= size.width() + 8
        self.arrange()

    def show_ticket(self, ticket: Ticket) -> None:
        """Say of a ticket what stands at the head."""
        title = self._title_of(ticket)
        if title != self.title.text():
            self.title.show_text(title)
            self.title.setToolTip(plain_tip(ticket.title) if len(ticket.title) > LONGEST_TITLE else "")
            self.arrange()
        self.facts.show_facts(tuple(self._facts_of(ticket)))

    def prepare(self, ticket: Ticket) -> None:
        """Paint what will be said of a ticket that will probably be shown next."""
        self.title.prepare(self._title_of(ticket))
        self.facts.prepare(tuple(self._facts_of(ticket)))

    def _title_of(self, ticket: Ticket) -> str:
        return " ".join(ticket.title[:LONGEST_TITLE].split()) or self.tr("(no title)")

    def _facts_of(self, ticket: Ticket) -> list[Fact]:
        words = {
            Status.UNREVIEWED: self.tr("Unreviewed"),
            Status.REVIEWED: self.tr("Reviewed"),
            Status.FLAGGED: self.tr("Flagged"),
            Status.EXCLUDED: self.tr("Excluded"),
        }
        icon, colour = STATUS_ICONS[ticket.status]
        place = self.tr("{file}, line {line}").format(file=ticket.source_name, line=ticket.line)
        found = [Fact(icon, words[ticket.status], colour), Fact("file", place)]
        if ticket.parked:
            found.append(Fact("warning", self.tr("no longer in its source"), "warn"))
        if ticket.edited:
            many = self.tr("{n} edits").format(n=len(ticket.edited))
            found.append(Fact("edit", self.tr("1 edit") if len(ticket.edited) == 1 else many, "accent"))
        return found
