"""Which of some duplicate tickets stays: a group at a time, each ticket with where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from qtapp.dialogs.sheet import Sheet
from qtapp.kit.theme import SECONDARY

TICKET = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Group:
    """Duplicates: their title, whether their replies are the same too, and the tickets, each in words."""

    title: str
    whole: bool
    tickets: tuple[tuple[int, str], ...]


class DuplicatesSheet(Sheet):
    """Enter excludes all but the chosen one and goes on to the next group; Space goes on without."""

    chosen = Signal(int, object)
    """The ticket that stays, and all tickets of the group."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__("duplicatesSheet", self.tr("Duplicate tickets"), parent, 640)
        self._groups, self._place = [*groups], 0
        self.says = self.words("")
        self.says.setObjectName("duplicatesSay")
        self.note = self.words("", SECONDARY, "text2")
        self.list = QListWidget(self)
        self.list.setObjectName("duplicatesList")
        self.list.setAccessibleName(self.tr("The ticket that stays"))
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setMinimumHeight(180)
        self.list.currentRowChanged.connect(self._count)
        for part in (self.says, self.note, self.list):
            self.column.addWidget(part)
        self.go = self.add_main(self.tr("Exclude"), "excludeOthers", "status-excluded")
        self.go.clicked.disconnect(self.accept)
        self.go.clicked.connect(self._exclude)
        self.skip = self.add_button(self.tr("Next group"), "nextGroup", "skip")
        self.skip.clicked.connect(self._next)
        self.add_way_out(self.tr("Close"), "close")
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        group = self._groups[self._place]
        self.says.setText(group.title)
        place = self.tr("Group {n} of {all}.").format(n=self._place + 1, all=len(self._groups))
        same = self.tr("Title, problem and replies are the same. Choose the ticket that stays.")
        differs = self.tr("Title and problem are the same, the replies differ. Read them before you exclude any.")
        self.note.setText(f"{place} {same if group.whole else differs}")
        self.list.clear()
        for ticket, words in group.tickets:
            item = QListWidgetItem(words, self.list)
            item.setData(TICKET, ticket)
        self.list.setCurrentRow(0)
        self.skip.setEnabled(self._place + 1 < len(self._groups))

    def _count(self, row: int) -> None:
        others = self.list.count() - 1
        self.go.setText(self.tr("Exclude the other %Ln", "", others))
        self.go.setAccessibleName(self.go.text())
        self.go.updateGeometry()

    def _exclude(self) -> None:
        group = self._groups[self._place]
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(int(item.data(TICKET)), tuple(ticket for ticket, _ in group.tickets))
        self._next()

    def _next(self) -> None:
        self._place += 1
        if self._place < len(self._groups):
            self._show()
        else:
            self.accept()
