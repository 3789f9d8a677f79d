"""One label of a contradiction and the tickets that carry it: its name with the key that gives it to all, and a list.

A ticket is painted whole: title, source and line, what it says, and its labels; what all have in common is marked so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qtapp.counted import counted
from qtapp.evidence import Evidence
from qtapp.kit import paint
from qtapp.kit.elided import text_line
from qtapp.kit.icons import pixmap
from qtapp.kit.marked import LINE, Marked, Piece, from_first_difference
from qtapp.kit.paged import ROW, PagedModel
from qtapp.kit.rows import RowTable
from qtapp.kit.theme import BODY, SECONDARY, SMALL, font, tokens
from qtapp.kit.widgets import Button
from qtapp.pieces import pieces_of
from qtapp.replies.label_words import field_words, label_words, same_word

if TYPE_CHECKING:
    from db.replies import Case

TITLE_LINE, SMALL_LINE, OPEN_LINES, PAD, GAP = 22, 20, 2, 10, 8
FIELDS = ("problem", "reply", "category", "root_cause")
HEIGHT = PAD + TITLE_LINE + SMALL_LINE + OPEN_LINES * LINE + 3 * SMALL_LINE + PAD + GAP


class CaseRows:
    """Tickets of the current contradiction."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def read(self, ids: list[int]) -> list[Case | None]:
        """A page of rows."""
        found = {case.ticket: case for case in self._evidence.cases(ids)}
        return [found.get(one) for one in ids]

    def words(self, row: Case | None, role: int) -> str:
        """The title; for assistive technology all that is painted."""
        if row is None:
            return QCoreApplication.translate("CaseModel", "This ticket could not be read")
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        said = [row.title, place_words(row)]
        for name, text in texts(row).items():
            said.append(f"{field_words(name)}: {text[:600]}")
        return "\n".join(said)


def place_words(case: Case) -> str:
    """Where a ticket stands."""
    words = QCoreApplication.translate("CaseModel", "{file}, line {line}")
    return words.format(file=case.source, line=case.line)


def texts(case: Case) -> dict[str, str]:
    """What is painted of a ticket by the names of its fields."""
    return {
        "problem": case.problem,
        "reply": case.reply,
        "category": label_words("category", case.category),
        "root_cause": label_words("root_cause", case.causes),
    }


class CaseDelegate(QStyledItemDelegate):
    """Paints `Case`s of the current conflict."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self.shared: frozenset[str] = frozenset()
        """The fields that all tickets have in common."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        case: Case | None = index.data(ROW)
        colours, area = tokens(), option.rect.adjusted(0, 0, -2, -GAP)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        lit = option.state & QStyle.StateFlag.State_MouseOver
        edge = colours.accent if has_focus else colours.line
        paint.outline(painter, area, edge, 6, colours.hover if lit else colours.surface)
        painter.setClipRect(area)
        if case is not None and self._evidence.current is not None:
            self._whole(painter, area.adjusted(PAD, PAD - 2, -PAD, 0), case)
        painter.restore()

    def _whole(self, painter: QPainter, area: QRect, case: Case) -> None:
        conflict = self._evidence.current
        assert conflict is not None
        line = QRect(area.left(), area.top(), area.width(), TITLE_LINE)
        title = paint.metrics(BODY, bold=True).elidedText(
            " ".join(case.title[:200].split()), Qt.TextElideMode.ElideRight, line.width()
        )
        paint.write(painter, line, title, font(BODY, bold=True), tokens().text)
        line = QRect(area.left(), line.bottom() + 1, area.width(), SMALL_LINE)
        shown = paint.elide(place_words(case), SMALL, line.width(), Qt.TextElideMode.ElideMiddle)
        paint.write(painter, line, shown, font(SMALL), tokens().text3)
        said = texts(case)
        opened = "reply" if conflict.same == "problem" else "problem"
        top = line.bottom() + 1
        left = self._name(painter, QRect(area.left(), top, area.width(), LINE), opened)
        text = Marked([Piece(said[opened])], area.right() - left, OPEN_LINES)
        text.paint(painter, left, top, tokens().text)
        top += OPEN_LINES * LINE
        for name in (conflict.same, "category", "root_cause"):
            self._field(painter, QRect(area.left(), top, area.width(), SMALL_LINE), name, said[name])
            top += SMALL_LINE

    def _name(self, painter: QPainter, line: QRect, name: str) -> int:
        """The name of a field; returns where its text begins."""
        width = max(paint.metrics(SMALL).horizontalAdvance(field_words(one)) for one in FIELDS)
        paint.write(painter, line, field_words(name), font(SMALL), tokens().text3)
        return line.left() + width + 10

    def _field(self, painter: QPainter, line: QRect, name: str, text: str) -> None:
        conflict, colours = self._evidence.current, tokens()
        assert conflict is not None
        left = self._name(painter, line, name)
        area = QRect(left, line.top(), line.right() - left, line.height())
        same = name in self.shared or (name == conflict.same and text == conflict.text)
        if same:
            area.setRight(area.right() - paint.badge(painter, area, "check", same_word(), "ok", SMALL))
        elif name == conflict.field:
            painter.drawPixmap(area.left(), area.center().y() - 6, pixmap("warning", "warn", 14))
            area.setLeft(area.left() + 20)
        if name == conflict.same and not same:
            pieces = pieces_of(self._evidence.marks(text))
            Marked(from_first_difference(pieces, area.width() // 14), area.width(), 1, SECONDARY).paint(
                painter, area.left(), area.top(), colours.text
            )
            return
        token = "warn" if name == conflict.field else "text2"
        shown = paint.elide(" ".join(text[:300].split()), SECONDARY, area.width())
        paint.write(painter, area, shown, font(SECONDARY), getattr(colours, token))


class CaseList(RowTable):
    """Right and Left go to the other label and back to the list; Enter shows the ticket."""

    moved = Signal(int)
    """To the list of the label at the right (1), or to what is at the left (-1)."""
    ticket_wanted = Signal()

    def __init__(self, evidence: Evidence, name: str, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setObjectName(name)
        self.model_of_cases = PagedModel(CaseRows(evidence), self)
        self.delegate = CaseDelegate(evidence, self)
        self.setModel(self.model_of_cases)
        self.setItemDelegate(self.delegate)

    def current_ticket(self) -> int:
        """The ticket that the keyboard is on, else the first one; 0 for none."""
        row = max(0, self.currentIndex().row())
        return self.model_of_cases.id_at(row) if row < self.model_of_cases.rowCount() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ticket_wanted.emit()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ticket_wanted.emit()


class CaseColumn(QWidget):
    """A label, its number of tickets, the button that gives it to all, and its tickets."""

    set_wanted = Signal(int)
    """The place of the label among those of the conflict."""

    def __init__(self, evidence: Evidence, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self.place = 0
        self.label = text_line(self, f"{name}Label", bold=True)
        self.count = QLabel(self)
        self.count.setObjectName(f"{name}Count")
        self.count.setFont(font(SECONDARY))
        self.count.setStyleSheet(f"color: {tokens().text2}")
        self.button = Button(self.tr("For all"), self, icon="check", key="1")
        self.button.setObjectName(f"{name}Set")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._set)
        self.list = CaseList(evidence, name, self)
        head, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.label)
        words.addWidget(self.count)
        head.addLayout(words, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def _set(self) -> None:
        self.set_wanted.emit(self.place)

    def show_label(self, place: int, key: str, shared: frozenset[str]) -> None:
        """Show the tickets of the label at a place of the current conflict."""
        conflict = self._evidence.current
        assert conflict is not None
        label, tickets = conflict.labels[place]
        self.place = place
        words = label_words(conflict.field, label)
        self.label.setText(words)
        parts = [counted(len(tickets), "tickets")]
        if place == 0:
            parts.append(self.tr("proposed"))
        elif len(conflict.labels) > 2:
            parts.append(self.tr("label {n} of {all}").format(n=place + 1, all=len(conflict.labels)))
        self.count.setText(" · ".join(parts))
        self.button.set_key(key)
        self.button.setAccessibleName(f"{self.button.shown_text()}: {words}")
        self.list.setAccessibleName(self.tr("Tickets labelled {label}").format(label=words))
        self.list.delegate.shared = shared
        self.list.model_of_cases.set_ids(tickets)
