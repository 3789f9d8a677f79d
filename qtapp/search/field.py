"""The search field: clauses of fields as chips that can be taken away, free text that stays text, and completion.

What it holds is the query text of what it searches, spelled as the reviewer typed it. A text that means nothing is
marked where it goes wrong, and what is shown stays as it is.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from db import sentences
from db.errors import QueryError
from db.late import Late
from db.search import Clause, Query, parse
from qtapp.kit.theme import tokens
from qtapp.kit.widgets import KeyHint
from qtapp.search.chips import ChipRow, chip_text
from qtapp.session import Session, translate
from qtapp.shown import AWAITED

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from qtapp.search import completer
else:
    completer = Late("qtapp.search.completer")

TYPING, PAUSE = 120, 700
"""Milliseconds: until a pause counts as a question, and until a mistake is pointed at."""


class Searched(Protocol):
    """What the field searches: the session's tickets, or the families of replies."""

    text: str
    query: Query
    shown_changed: SignalInstance
    query_failed: SignalInstance

    def find_typed(self, text: str) -> bool: ...

    def find_rest(self) -> None: ...


class SearchField(QWidget):
    """A field over a line for what is wrong with it."""

    left = Signal()
    """The reviewer is done here and goes to the list."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, searched: Searched | None = None, hint: str = ""
    ) -> None:
        """`searched` is the session itself unless told; `hint` stands in the empty field."""
        super().__init__(parent)
        self.setObjectName("search")
        self._session = session
        self._searched: Searched = searched or session
        self._placeholder = hint or self.tr("Search, for example cat:CDN certificate")
        self._clauses: list[Clause] = []
        self._line = QLineEdit(self)
        self._line.setObjectName("searchLine")
        self._line.setAccessibleName(self.tr("Search"))
        self._line.setFrame(False)
        self._box = ChipRow(self._line, KeyHint("/", self), self)
        self._problem = QLabel(self)
        self._problem.setObjectName("searchProblem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._box)
        layout.addWidget(self._problem)
        self._ask_soon = QTimer(self, singleShot=True, interval=TYPING)
        self._ask_soon.timeout.connect(self.ask)
        self._blame_soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._blame_soon.timeout.connect(self._blame)
        self._error: QueryError | None = None
        self._line.textEdited.connect(self._edited)
        self._line.returnPressed.connect(self._enter)
        self._line.installEventFilter(self)
        self._box.removed.connect(self._remove)
        self._box.opened.connect(self._open)
        self._searched.query_failed.connect(self._failed)
        self._searched.shown_changed.connect(self._take_over)
        self._take_over()

    @cached_property
    def _completer(self) -> completer.Completer:
        """Made with the first letter that is typed: its list is a window of its own."""
        made = completer.Completer(self._session, self._line)
        made.taken.connect(self._absorb)
        return made

    def focus(self) -> None:
        """Give the keyboard to the field, with its text marked."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def text(self) -> str:
        """The whole query as it stands in the field."""
        return " ".join([*(clause.text for clause in self._clauses), self._line.text().strip()]).strip()

    def ask(self) -> None:
        """Show what the field asks for."""
        self._ask_soon.stop()
        self._forgive()
        if self.text() != self._searched.text:
            self._searched.find_typed(self.text())

    # From the session

    def _take_over(self) -> None:
        """Hold the query that is shown; what is being typed stays where it means the same."""
        query = self._searched.query
        try:
            same = parse(self.text()) == query
        except QueryError:
            same = False
        if same:
            self._forgive()
        elif not self._ask_soon.isActive():
            self._clauses = [clause for clause in query.clauses if clause.field != "text"]
            words = [clause.text for clause in query.clauses if clause.field == "text"]
            self._line.setText(" ".join(words))
            self._forgive()
        self._show_chips()

    def _failed(self, error: QueryError) -> None:
        self._error = error
        self._blame_soon.start()

    def _blame(self) -> None:
        """Point at the mistake: a wavy line under it, and a sentence below the field. To have to wait is none."""
        if self._error is None:
            return
        before = len(self.text()) - len(self._line.text().strip())
        self._underline(max(0, self._error.start - before), max(0, self._error.end - before))
        self._problem.setText(sentences.error(self._error, translate))
        is_wrong = self._error.code != AWAITED
        self._problem.setStyleSheet(f"color: {QColor(tokens().bad if is_wrong else tokens().text2).name()}")
        self._problem.show()
        self._box.set_wrong(is_wrong)

    def _forgive(self) -> None:
        self._blame_soon.stop()
        self._error = None
        if not self._problem.isHidden():
            self._problem.hide()
            self._underline(0, 0)
            self._box.set_wrong(False)

    def _underline(self, start: int, end: int) -> None:
        """A line edit takes no formats of its own; an empty input method event carries one."""
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(QColor(tokens().bad))
        kind = QInputMethodEvent.AttributeType.TextFormat
        place = start - self._line.cursorPosition()
        marks = [QInputMethodEvent.Attribute(kind, place, end - start, wavy)] if end > start else []
        event = QInputMethodEvent("", marks)
        self._line.event(event)

    # From the reviewer

    def _edited(self, text: str) -> None:
        self._completer.offer(text)
        if text.endswith(" "):
            self._absorb()
        self._ask_soon.start()

    def _absorb(self) -> None:
        """Make chips of the clauses of fields that are complete in the line."""
        try:
            clauses = parse(self._line.text()).clauses
        except QueryError:
            return
        chips = [clause for clause in clauses if clause.field != "text"]
        if chips:
            self._clauses += [clause for clause in chips if clause not in self._clauses]
            self._line.setText(" ".join(clause.text for clause in clauses if clause.field == "text"))
            self._show_chips()
            self._ask_soon.start()

    def _show_chips(self) -> None:
        named = [(self._session.name_families(chip_text(one), [one]), one.negated) for one in self._clauses]
        self._box.set_chips(named)
        self._line.setPlaceholderText("" if self._clauses else self._placeholder)

    def _remove(self, place: int) -> None:
        del self._clauses[place]
        self._show_chips()
        self.ask()

    def _open(self, place: int) -> None:
        """Make a chip text again, to be corrected."""
        clause = self._clauses.pop(place)
        self._line.setText(f"{self._line.text().strip()} {clause.text}".strip())
        self._show_chips()
        self._line.setFocus()

    def _enter(self) -> None:
        """Enter is for the offer that is chosen, where one is; else it asks and goes to the list, unless what was typed
        means nothing: the field keeps the keyboard then."""
        if not self._completer.has_choice:
            self._done()

    def _done(self) -> None:
        self._completer.close()
        self._absorb()
        self.ask()
        if self._error is not None and self._error.code != AWAITED:
            self._blame()
        else:
            self.left.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Down asks and goes to the list, Esc goes there as well; Backspace before the text takes a chip."""
        if watched is self._line and event.type() == QEvent.Type.FocusOut:
            self._searched.find_rest()  # the next key may be for a ticket
        if watched is not self._line or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Down:
            self._done()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        before_text = self._line.cursorPosition() == 0 and not self._line.hasSelectedText()
        if event.key() == Qt.Key.Key_Backspace and before_text and self._clauses:
            self._remove(len(self._clauses) - 1)
            return True
        return super().eventFilter(watched, event)
