"""Labels that are probably wrong as a mode of the page of labels: the list at the left, the evidence for one of them at
the right. Passes what was pressed to what was found; what belongs to others it only asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from db.values import CONVERSATION, PROBLEM, REPLIES, TITLE, Changes
from qtapp.doubt_actions import OTHERS
from qtapp.labels.doubt_check import CheckFoot
from qtapp.labels.doubt_empty import EmptyDoubts
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_head import DoubtHead
from qtapp.labels.doubt_list import DoubtList
from qtapp.labels.doubt_pane import DoubtPane
from qtapp.labels.doubt_words import field_words
from qtapp.labels.mode import CONCERNED, Mode
from qtapp.session import Session


class DoubtfulMode(Mode):
    """Findings of the last check, decided by single keys."""

    name = "doubtful"
    shown, chosen = "doubtful", "doubt"
    concerned = CONCERNED | {TITLE, PROBLEM, REPLIES, CONVERSATION}

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self.found = Found(session, self)
        self.head, self.list = DoubtHead(self.found, self.writes, self.left), DoubtList(self.found, self.left)
        self.empty = EmptyDoubts(self.found, self.writes, self.left)
        self.foot = CheckFoot(self.found, self.writes, self.left)
        self.stack = QStackedWidget(self.left)
        self.pane = DoubtPane(session, self.found, self)
        self.hold(self.left, self.pane)
        self._lay_out()
        self.pane.allow(self.writes)
        self.deeds = self._make_deeds()
        self._connect()

    def _lay_out(self) -> None:
        for part in (self.list, self.empty):
            self.stack.addWidget(part)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.stack, self.foot):
            column.addWidget(part, int(part is self.stack))

    def _connect(self) -> None:
        for part in (self.head, self.empty, self.foot, self.pane):
            part.wanted.connect(self._press)
        self.pane.other_wanted.connect(self.found.accept_other)
        self.list.right_wanted.connect(self.focus_pane)
        self.list.ticket_wanted.connect(self.show_ticket)
        self.pane.near.ticket_wanted.connect(self._show_near)
        self.pane.near.left_wanted.connect(self.focus_list)
        self.found.shown_changed.connect(self._show_list)
        self.found.current_changed.connect(self._follow)

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        found = self.found
        return {
            "doubt_next": partial(found.step, 1),
            "doubt_previous": partial(found.step, -1),
            "doubt_skip": partial(found.step, 1),
            "doubt_accept": found.accept,
            "doubt_keep": found.keep,
            "doubt_ticket": self.show_ticket,
            "doubt_more": partial(found.move_cut, 1),
            "doubt_fewer": partial(found.move_cut, -1),
            "labels_accept_all": lambda: self.acceptance_wanted.emit(self.field),
            **{f"doubt_set_{n}": partial(found.accept_other, n - 1) for n in range(1, OTHERS + 1)},
        }

    def _press(self, action: str) -> None:
        """Do what a button is for, or ask for it where it is not of this mode."""
        if action in self.deeds:
            self.do(action)
        else:
            self.action_wanted.emit(action)

    # What is shown

    def read(self) -> None:
        self.found.read(self.field)

    def _refresh(self, changes: Changes) -> None:
        """Follow a change by its tickets, looked at or not; where nobody can tell these, all is read when looked at."""
        whole = changes.kind in ("import", "other")
        if not whole and not changes.fields & self.concerned:
            return
        if self._stale or not self.found.take_in(changes):
            self.outdate()

    def show_work(self, works: bool) -> None:
        """Say that a check works; after one, whatever became of it, there may be other findings."""
        for part in (self.empty, self.foot):
            part.show_work(works)
        if not works:
            self.outdate()

    def _show_list(self) -> None:
        """The list, or why there is none; the keyboard stays with what takes its place."""
        checked, keyboard = self.found.check is not None, QApplication.focusWidget()
        had = keyboard is not None and (self.stack.isAncestorOf(keyboard) or self.pane.isAncestorOf(keyboard))
        before = self.stack.currentWidget()
        self.stack.setCurrentWidget(self.list if self.found.shown else self.empty)
        self.head.setVisible(checked and bool(self.found.levels or self.found.unlabelled))
        self.foot.setVisible(checked)
        self.pane.setVisible(checked)
        self.empty.refresh()
        if had and self.stack.currentWidget() is not before:
            self.focus_list()

    def _follow(self) -> None:
        self.changed.emit()

    def has_one(self) -> bool:
        return self.found.current is not None

    def count(self) -> int | None:
        return len(self.found.shown) if self.found.check is not None else None

    def words(self) -> str:
        parts = [self.tr("Doubtful labels"), field_words(self.field)]
        if self.found.check is not None:
            parts.append(self.head.says.text())
        return "  ·  ".join(parts)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        for part in (self.head, self.empty, self.foot, self.pane):
            part.show_keys(keys)

    # Other tickets

    def show_ticket(self) -> None:
        """Show the current ticket, with those that are nearest to it behind it."""
        if self.found.current is not None:
            self._show_near(self.found.current.id)

    def _show_near(self, ticket: int) -> None:
        doubt = self.found.current
        if doubt is not None:
            self.tickets_wanted.emit(f"id:{','.join(map(str, (doubt.id, *doubt.neighbours)))}", ticket)

    # Focus

    def stops(self) -> Sequence[QWidget]:
        if not self.found.shown:
            return [self.empty]
        near = [self.pane.near] if self.found.current is not None and self.found.current.neighbours else []
        return [self.list, self.pane.text, *near]

    def focus_search(self) -> None:
        """What narrows this list is its cut."""
        target = self.head.cut if self.head.isVisible() else self.stops()[0]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What text, cut and buttons leave alone leads back to the list."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and not self.list.hasFocus():
            self.focus_list()
        else:
            super().keyPressEvent(event)
