"""One line in which a plan for a label is made: what it becomes, and under it what Enter would do, in numbers.

Nothing is written before Enter. What is planned, and how it is done, the `Ask` says; a mistake is a sentence here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from time import perf_counter
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from db import sentences
from db.errors import UserError
from db.records import dataclass
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import BODY, SECONDARY, font, tokens
from qtapp.kit.widgets import Button
from qtapp.picking.picker import Picker
from qtapp.picking.suggestion import Suggestion
from qtapp.session import translate

PAUSE, SLOW, LONG_PAUSE = 30, 0.05, 250
"""Milliseconds after a key before a plan is made; seconds that make a plan slow; milliseconds before one that is."""
NAME_WIDTH = 120
LINES = 2
"""Lines of the sentence that have room from the beginning, so that the line stays where it is."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A plan that is asked for.

    `plan` makes it of the value and the search that are typed (raising UserError), `words` says what it would do, and
    `do` does it. `field` says how the value is given: as text, picked from `suggest` (new ones by `new_label`), or not
    at all. `empty` is said while there is none; a picked value may be empty where `top` is a suggestion.
    """

    title: str
    go: str
    plan: Callable[[str, str], object]
    words: Callable[[object], str]
    do: Callable[[object], bool]
    field: Literal["", "text", "pick"] = ""
    text: str = ""
    empty: str = ""
    suggest: Callable[[str], Sequence[Suggestion]] | None = None
    new_label: str = ""
    eager: bool = False
    search: str = ""
    """The name of the field for a search of tickets, '' for none."""
    seek: Callable[[str], str] | None = None
    """What a search finds, said while there is no value yet; raises UserError."""


class TaxonomyLine(QFrame):
    """Shown while something is asked; the keyboard is in it then."""

    ended = Signal()
    """It was done, or left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taxonomyLine")
        self._ask: Ask | None = None
        self._wrong = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ponder)
        self._pause = PAUSE
        self._search_name, self._title = self._name(), self._name()
        self.search, self.field = QLineEdit(self), QLineEdit(self)
        self.search.setObjectName("splitSearch")
        self.field.setObjectName("planField")
        self.search.setAccessibleName(self.tr("Search of tickets"))
        self.field.setAccessibleName(self.tr("New name"))
        for field in (self.search, self.field):
            field.textChanged.connect(self._later)
        self.go = Button("", self, look="primary", icon="check", key="Enter")
        self.leave = Button(self.tr("Leave"), self, look="ghost", key="Esc")
        for button, name, deed in ((self.go, "planGo", self._enter), (self.leave, "planLeave", self.end)):
            button.setObjectName(name)
            button.setAccessibleName(button.text() or self.tr("Do it"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(deed)
        self._sign, self.says = QLabel(self), QLabel(self)
        self.says.setObjectName("planSays")
        self.says.setFont(font(SECONDARY))
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setMinimumHeight(LINES * paint.metrics(SECONDARY).lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.hide()

    def _name(self) -> QLabel:
        label = QLabel(self)
        label.setFont(font(BODY, bold=True))
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _lay_out(self) -> None:
        first, self._second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._search_name)
        first.addWidget(self.search, 1)
        for part in (self._title, self.field, self.go, self.leave):
            self._second.addWidget(part, int(part is self.field))
        third.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        third.addWidget(self.says, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 10)
        column.setSpacing(6)
        for row in (first, self._second, third):
            row.setSpacing(8)
            column.addLayout(row)

    @cached_property
    def picker(self) -> Picker:
        """The field with a list of labels, made when one is first to be picked."""
        made = Picker(self._suggest, "", self)
        made.setObjectName("planPicker")
        made.over = self  # under it stands what Enter would do
        made.pondered.connect(self._later)
        made.picked.connect(lambda value: self._decide(str(value)))
        made.created.connect(self._decide)
        made.given_up.connect(self._given_up)
        self._second.insertWidget(2, made, 1)
        self.setTabOrder(self.search, made)
        self.setTabOrder(made, self.go)
        return made

    # What is asked

    @property
    def is_open(self) -> bool:
        """Whether something is being asked."""
        return self._ask is not None

    def open(self, ask: Ask) -> str:
        """Ask for a plan; what was asked before is left. One without a field that cannot be made is not asked for: then
        the sentence that says why."""
        self._ask, self._pause = ask, PAUSE
        if not ask.field:
            self._ponder()
            if self._wrong:
                self.end()
                return self.says.text()
        self._name_parts(ask)
        self.show()
        self._begin(ask)
        if ask.field:
            self._ponder()
        return ""

    def _name_parts(self, ask: Ask) -> None:
        self._title.setText(ask.title)
        self.go.setText(ask.go)
        self.go.setAccessibleName(ask.go)
        self._search_name.setText(ask.search)
        names = {self._search_name: bool(ask.search), self.search: bool(ask.search), self.field: ask.field == "text"}
        for part, shown in names.items():
            part.setVisible(shown)
        self.search.clear()
        self.search.setAccessibleName(ask.search or self.tr("Search of tickets"))
        self._second.setStretch(0, int(not ask.field))
        for name in (self._search_name, self._title):
            name.setMinimumWidth(NAME_WIDTH if ask.search else 0)

    def _begin(self, ask: Ask) -> None:
        """Give the keyboard to the first field."""
        if ask.field == "pick":
            self.picker.new_label, self.picker.eager = ask.new_label, ask.eager
            self.picker.setAccessibleName(ask.title)
            self.picker.setPlaceholderText(self.tr("A label"))
            self.picker.empty()
            self.picker.show()
        elif "picker" in vars(self):
            self.picker.hide()
        if ask.search:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif ask.field == "pick":
            self.picker.begin()
        elif ask.field == "text":
            self.field.setAccessibleName(ask.title)
            self.field.setText(ask.text)
            self.field.selectAll()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.go.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def again(self) -> None:
        """Plan anew: something may have changed."""
        self._later()

    def end(self) -> None:
        """Leave it; nothing of it was decided."""
        if self._ask is not None:
            self._timer.stop()
            self._ask = None
            if "picker" in vars(self):
                self.picker.end()
            self.hide()
            self.ended.emit()

    # What Enter would do

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        return self._ask.suggest(text) if self._ask is not None and self._ask.suggest is not None else ()

    def _later(self) -> None:
        if self._ask is not None:
            self._timer.start(self._pause)

    def _value(self) -> str | None:
        """The value that Enter would take, None for none yet."""
        if self._ask is None or self._ask.field != "pick":
            return self.field.text()
        meant = self.picker.meant()
        return str(meant.value) if isinstance(meant, Suggestion) else meant

    def _ponder(self) -> None:
        """Say what Enter would do."""
        ask, value = self._ask, self._value()
        if ask is None:
            return
        begun = perf_counter()
        try:
            self._say(self._words(ask, value))
        except UserError as error:
            self._say(sentences.error(error, translate), wrong=True)
        self._pause = LONG_PAUSE if perf_counter() - begun > SLOW else PAUSE

    def _words(self, ask: Ask, value: str | None) -> str:
        search = self.search.text().strip()
        if value is None and ask.seek is not None and search:
            return ask.seek(search)
        if value is None or (ask.field == "text" and not value.strip()):
            return ask.empty
        return ask.words(ask.plan(value, search))

    def _say(self, words: str, wrong: bool = False) -> None:
        self.says.setText(words)
        self.says.setStyleSheet(f"color: {tokens().warn if wrong else tokens().text2}")
        self._sign.setPixmap(pixmap("warning" if wrong else "info", "warn" if wrong else "text2", 14))
        self._wrong = wrong
        self.go.setEnabled(not wrong)

    # Keys

    def _enter(self) -> None:
        """Do what is asked, of what stands in the fields."""
        value = self._value()
        if value is not None:
            self._decide(value)

    def _decide(self, value: str) -> None:
        ask = self._ask
        if ask is None or (ask.field == "text" and not value.strip()):
            return
        try:
            plan = ask.plan(value, self.search.text().strip())
        except UserError as error:
            self._say(sentences.error(error, translate), wrong=True)
            return
        if ask.do(plan):
            self.end()
        else:
            self._say(ask.words(plan))

    def _given_up(self) -> None:
        """Esc leaves; a field that only lost the keyboard does not."""
        if self.picker.hasFocus():
            self.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the fields do not want themselves."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """From the search to what its tickets get; else do it."""
        if self._ask is not None and self.search.hasFocus() and self._ask.field == "pick":
            self.picker.begin(self.picker.text())
        elif self.leave.hasFocus():
            self.end()
        else:
            self._enter()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list of labels stays at its field."""
        super().moveEvent(event)
        if "picker" in vars(self):
            QTimer.singleShot(0, self.picker, self.picker.stay)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.outline(QPainter(self), self.rect(), tokens().accent, 8, tokens().surface, 1.5)
