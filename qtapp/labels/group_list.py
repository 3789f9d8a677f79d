"""The list of groups: what a group would become, how it was found, its labels and how many tickets they have.

Two lines a row, painted from a `Group` alone. The current row follows the groups of the mode and leads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from qtapp.counted import counted
from qtapp.kit import paint
from qtapp.kit.icons import pixmap
from qtapp.kit.theme import SECONDARY, font, tokens
from qtapp.kit.two_lines import FollowingList, TwoLines, headed
from qtapp.labels.groups import HOLLOW, Groups
from qtapp.labels.words import method_words, one_line

if TYPE_CHECKING:
    from db.labels import Group

HEIGHT = 67
NAMED = 6
"""Labels of a group that a row names."""


class GroupRows:
    """Groups; their ids are their places."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups

    def read(self, ids: list[int]) -> list[Group]:
        """A page of rows."""
        return [self._groups.groups[one] for one in ids]

    def words(self, row: Group | None, role: int) -> str:
        """The labels; for assistive technology all that is painted."""
        if row is None:
            return ""
        labels = [f"{one.label[:200]} ({one.tickets:,})" for one in row.labels[:20]]
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(labels)
        return ", ".join([head_words(row), method_words(row.method), counted(row.tickets, "tickets"), *labels])


def head_words(row: Group) -> str:
    """What a group is called."""
    if row.method == HOLLOW:
        return counted(len(row.labels), "hollow")
    return one_line(row.proposed[:200])


def _first(painter: QPainter, line: QRect, row: Group) -> None:
    """What the group is called, and its tickets."""
    headed(painter, line, head_words(row), counted(row.tickets, "tickets"))


def _second(painter: QPainter, line: QRect, row: Group) -> None:
    """Its other labels."""
    hollow = row.method == HOLLOW
    icon, token = ("question", "warn") if hollow else ("near", "text2")
    painter.drawPixmap(line.left(), line.top() + 4, pixmap(icon, token, 14))
    others = row.labels if hollow else row.labels[1:]
    words = "  ·  ".join(one_line(one.label[:80]) for one in others[:NAMED])
    shown = paint.elide(words, SECONDARY, line.width() - 20)
    paint.write(painter, line.adjusted(20, 0, 0, 0), shown, font(SECONDARY), tokens().text2)


class GroupList(FollowingList):
    """Right goes to the labels of the group, Enter to its tickets."""

    labels_wanted = Signal()
    tickets_wanted = Signal()

    def __init__(self, groups: Groups, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, groups, GroupRows(groups), TwoLines(HEIGHT, 8, 27, _first, _second), parent)
        self.setObjectName("groupList")
        self.setAccessibleName(self.tr("Groups of labels that are probably one"))
        self._groups = groups
        groups.shown_changed.connect(self.refill)
        groups.current_changed.connect(self._follow)
        self.refill()

    def keys(self) -> Mapping[Qt.Key, Any]:
        """What the list answers to itself."""
        shows = dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), self.tickets_wanted)
        return {Qt.Key.Key_Right: self.labels_wanted, **shows}

    def refill(self) -> None:
        """Show what there is now."""
        self.show_ids(range(len(self._groups.groups)))
        self._follow()

    def _follow(self) -> None:
        self.go_to(self._groups.row_of(self._groups.current))
