"""Groups of labels that are probably one, decided by single keys: merged, or kept apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.labels import Field, Group
from qtapp.counted import counted
from qtapp.kit.narrowing import NarrowField
from qtapp.labels.group_list import GroupList
from qtapp.labels.group_pane import GroupPane
from qtapp.labels.groups import Groups
from qtapp.labels.mode import Mode
from qtapp.labels.words import field_words
from qtapp.session import Session


class VariantsMode(Mode):
    """The list of groups, and one of them with its labels."""

    name = "variants"
    shown, chosen = "variants", "group"

    far_wanted = Signal(str)
    """The field whose groups are to be found in the background; they are given to `groups.take`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self.groups = Groups(session, self)
        self._replaced: Sequence[str] = ()
        """Labels that say nothing in place of which something is being written."""
        self.search = NarrowField(self.tr("Labels with this text"), self.left)
        self.list = GroupList(self.groups, self.left)
        self.pane = GroupPane(self.groups, self)
        self.hold(self.left, self.pane)
        self._lay_out()
        self._bind()
        self.search.narrowed.connect(self.groups.narrow)
        self.search.left.connect(self.focus_list)
        self.list.labels_wanted.connect(self.focus_pane)
        self.list.tickets_wanted.connect(self.show_tickets)
        self.pane.labels.left.connect(self.focus_list)
        self.pane.labels.tickets_wanted.connect(self.show_tickets)
        self.pane.labels.take_wanted.connect(self._take)
        self.pane.wanted.connect(self.action_wanted)
        self.pane.written.connect(self._written)
        self.pane.done.connect(self.focus_list)
        self.groups.far_wanted.connect(self.far_wanted)
        self.groups.shown_changed.connect(self.changed)
        self.groups.current_changed.connect(self.changed)
        self.pane.allow(self.writes)

    def _lay_out(self) -> None:
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.search)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addLayout(field)
        column.addWidget(self.list, 1)

    def _bind(self) -> None:
        self.deeds = {
            "variants_next": self.groups.next,
            "variants_previous": self.groups.previous,
            "variants_skip": self.groups.next,
            "variants_merge": self.merge,
            "variants_all": self.merge_all,
            "variants_write": self._write,
            "variants_take": self._take,
            "variants_out": self._turn_out,
            "variants_apart": self._keep_apart,
            "variants_tickets": self.show_tickets,
        }

    # What the page asks

    def outdate(self, returns: bool = False) -> None:
        self.groups.returns = returns and self.isVisible()
        super().outdate(returns)

    def read(self) -> None:
        """Find the groups of the field."""
        self.groups.read(self.field)

    def take(self, field: Field, groups: Sequence[Group]) -> None:
        """Groups that were found in the background; those of the other field are no longer wanted."""
        if field == self.groups.field:
            self.groups.take(groups)

    def has_one(self) -> bool:
        return self.groups.current is not None

    def count(self) -> int | None:
        return len(self.groups.groups) if self.groups.complete else None

    def words(self) -> str:
        groups = counted(len(self.groups.groups), "groups")
        return "  ·  ".join((self.tr("Labels that are probably one"), field_words(self.field), groups))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        self.pane.show_keys(keys)

    def commit(self) -> None:
        self.pane.end()

    def stops(self) -> Sequence[QWidget]:
        return [self.list, self.pane.labels]

    def focus_search(self) -> None:
        self.search.focus()

    # What is done

    def merge(self) -> None:
        """Merge the group; of labels that say nothing, let the one at the keyboard be replaced."""
        if self.groups.is_hollow:
            self._replace([self.pane.labels.current_label()])
        else:
            self.groups.merge()

    def merge_all(self) -> None:
        """Merge all groups that were found in this way; let all labels that say nothing be replaced by one."""
        if self.groups.is_hollow:
            self._replace([one.label for one in self.groups.merged()])
        else:
            self.groups.merge_alike()

    def _replace(self, labels: Sequence[str]) -> None:
        """Let be written what comes in place of labels, unless they are left out."""
        self._replaced = [one for one in labels if one not in self.groups.out]
        if self._replaced:
            self.pane.begin(self._replaced)
        else:
            self.session.view_message.emit(self.tr("What is left out is not replaced."), "")

    def _write(self) -> None:
        if self.groups.is_hollow:
            self.merge()
        else:
            self.pane.begin()

    def _written(self, label: str) -> None:
        if self.groups.is_hollow:
            self.groups.replace(self._replaced, label)
        else:
            self.groups.aim(label)

    def _at_label(self) -> str:
        """The label that is meant alone: the one that the keyboard is on, of labels that say nothing always one."""
        alone = self.groups.is_hollow or self.pane.labels.hasFocus()
        return self.pane.labels.current_label() if alone else ""

    def _take(self) -> None:
        self.groups.aim(self.pane.labels.current_label())

    def _turn_out(self) -> None:
        self.groups.turn_out(self.pane.labels.current_label())

    def _keep_apart(self) -> None:
        self.groups.keep_apart(self._at_label())

    def show_tickets(self) -> None:
        """Show the tickets of the label at the keyboard, or of the whole group."""
        label, group = self._at_label(), self.groups.current
        if group is not None:
            labels = [label] if label else [one.label for one in group.labels]
            self.tickets_wanted.emit(self.groups.query(labels), 0)
