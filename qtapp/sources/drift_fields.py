"""The fields of a compared ticket, one under the other: what stands here at the left, what the file says at the right.

Each side is marked where it differs from what the source said before. Painted as a whole: a click takes a side.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from db.drift import FieldDrift, Side
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.marked import LINE, Marked, Piece, from_first_difference
from qtapp.kit.stretches import shared_start, stretches
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.sources.comparing import Comparing
from qtapp.sources.values import field_words, shown

LINES, FEW = 12, 3
"""Lines that a side of the current field has at most, and one of another field."""
HEAD, GAP, INNER, BELOW = 30, 12, 10, 16
AROUND, MOST = 60, 4000
"""Characters before the first difference that are shown of a long text, and of a text that are compared."""
KINDS = {"equal": "same", "delete": "deleted", "insert": "inserted"}
SIDES: tuple[Side, Side] = ("ours", "theirs")


class _Box:
    """A field as it lies on the widget."""

    def __init__(self, field: FieldDrift, written: str | None, area: QRect, lines: int) -> None:
        self.field = field
        base = shown(field.base)
        texts = (shown(field.ours) if written is None else written, shown(field.theirs))
        whole = field.side == "new"  # there is nothing to stand beside it
        width = area.width() if whole else (area.width() - GAP) // 2
        plain = (whole, field.theirs is None or whole)
        rooms = [_marked(base, text, width - 2 * INNER, lines, one) for text, one in zip(texts, plain, strict=True)]
        height = max(LINE, *(one.height for one in rooms)) + 2 * INNER
        top = area.top() + HEAD
        step = 0 if whole else width + GAP
        self.sides = [QRect(area.left() + n * step, top, width, height) for n in range(2)]
        self.marked = rooms
        self.head = QRect(area.left(), area.top(), area.width(), HEAD)
        self.bottom = top + height


def _marked(base: str, text: str, width: int, lines: int, plain: bool) -> Marked:
    """A side as far as its lines can show it: long texts are compared from a little before where they part."""
    begin = max(0, shared_start(base, text) - AROUND) if len(base) + len(text) > MOST else 0
    old, new = base[begin : begin + MOST], text[begin : begin + MOST]
    pieces = [Piece(new)] if plain or text == base else [Piece(one, KINDS[kind]) for kind, one in stretches(old, new)]
    if begin:
        pieces.insert(0, Piece("…"))
    return Marked(from_first_difference([one for one in pieces if one.text], width * lines // 16), width, lines)


class DriftFields(QWidget):
    """Follows the current ticket of a comparison."""

    left_wanted = Signal()
    ticket_wanted = Signal()

    def __init__(self, comparing: Comparing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("driftFields")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._comparing = comparing
        self._boxes: list[_Box] = []
        comparing.current_changed.connect(self.lay_out)
        comparing.decided.connect(self.lay_out)
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the fields out anew."""
        self._boxes, top = [], 0
        for place, field in enumerate(self._comparing.fields()):
            own = self._comparing.own.get(self._comparing.key(field))
            lines = LINES if place == self._comparing.field else FEW
            area = QRect(0, top, max(200, self.width()), 0)
            box = _Box(field, shown(own) if own is not None else None, area, lines)
            self._boxes.append(box)
            top = box.bottom + BELOW
        self.setMinimumHeight(top)
        self.setAccessibleName(self.tr("Fields that are not the same"))
        self.setAccessibleDescription("\n".join(self._said(box) for box in self._boxes))
        self.update()

    def current_area(self) -> QRect:
        """Where the current field lies."""
        place = self._comparing.field
        if place >= len(self._boxes):
            return QRect()
        box = self._boxes[place]
        return QRect(0, box.head.top(), self.width(), box.bottom - box.head.top())

    def _said(self, box: _Box) -> str:
        field = box.field
        sides = (
            self.side_words(0, field),
            shown(field.ours),
            self.side_words(1, field),
            shown(field.theirs),
        )
        return ", ".join((field_words(field.field), self.state_words(field), *(one[:300] for one in sides)))

    def state_words(self, field: FieldDrift) -> str:
        """What holds of a field, or was decided of it."""
        if not self._comparing.is_conflict(field):
            gone = self._comparing.current is not None and self._comparing.current.state == "gone"
            return {
                "here": self.tr("edited here, and parked so") if gone else self.tr("edited here, and stays so"),
                "there": self.tr("changed in the file, and taken"),
                "agreed": self.tr("both came to say the same"),
                "new": self.tr("new"),
            }.get(field.side, "")
        key = self._comparing.key(field)
        if key in self._comparing.own:
            return self.tr("written anew")
        side = self._comparing.choices.get(key)
        return self.tr("to be decided") if side is None else self.tr("decided")

    def side_words(self, place: int, field: FieldDrift) -> str:
        """What a side is called."""
        if place == 0:
            return self.tr("Here") if self._comparing.key(field) not in self._comparing.own else self.tr("Written anew")
        gone = self._comparing.current is not None and self._comparing.current.state == "gone"
        return self.tr("Not in the file any more") if gone else self.tr("In the file")

    def _taken(self, box: _Box, place: int) -> bool:
        """Whether a side is what will stand there."""
        field, key = box.field, self._comparing.key(box.field)
        if self._comparing.is_conflict(field):
            chosen = "ours" if key in self._comparing.own else self._comparing.choices.get(key)
            return chosen == SIDES[place]
        return field.side == ("here", "there")[place] or (place == 1 and field.side in ("agreed", "new"))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, event.rect(), tokens().surface)
        for place, box in enumerate(self._boxes):
            if box.bottom >= event.rect().top() and box.head.top() <= event.rect().bottom():
                self._paint_box(painter, box, place == self._comparing.field)

    def _paint_box(self, painter: QPainter, box: _Box, current: bool) -> None:
        colours, torn = tokens(), self._comparing.is_open(box.field)
        name = field_words(box.field.field)
        paint.write(painter, box.head, name, font(BODY, bold=True), colours.text)
        behind = box.head.adjusted(paint.metrics(BODY, bold=True).horizontalAdvance(name) + 12, 0, 0, 0)
        if torn:
            painter.drawPixmap(behind.topLeft() + QPoint(0, 8), pixmap("warning", "warn", 14))
            behind.adjust(20, 0, 0, 0)
        words, token = self.state_words(box.field), colours.warn if torn else colours.text2
        paint.write(painter, behind, words, font(SECONDARY), token)
        for place, (area, marked) in enumerate(zip(box.sides, box.marked, strict=True)):
            if box.field.side == "new" and place == 0:
                continue
            self._paint_side(painter, area, marked, self._taken(box, place), current)

    def _paint_side(self, painter: QPainter, area: QRect, marked: Marked, taken: bool, current: bool) -> None:
        colours = tokens()
        focused = current and self.hasFocus()
        edge = colours.accent if taken or focused else colours.edge if current else colours.line
        paint.outline(painter, area, edge, 6, colours.selected if taken else colours.surface, 2 if taken else 1)
        if taken:
            painter.drawPixmap(area.right() - 18, area.top() + 4, pixmap("check", "accent", 14))
        marked.paint(painter, area.left() + INNER, area.top() + INNER, colours.text)

    # Hands

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for place, box in enumerate(self._boxes):
            for side, area in zip(SIDES, box.sides, strict=True):
                if area.contains(at):
                    self._comparing.go_field(place)
                    if self._comparing.is_conflict(box.field):
                        self._comparing.choose(side)
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from field to field, Left and Esc back to the list."""
        key, steps = event.key(), {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps and not event.modifiers():
            self._comparing.go_field(self._comparing.field + steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ticket_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()
