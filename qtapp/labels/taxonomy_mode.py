"""The taxonomy as a mode of the page of labels: its labels at the left, one of them at the right, changed by keys.

Every change is asked for in one line first, which says what it would do. Of 100,000 tickets it is read in a fifth of a
second: once when it is looked at, and again after each change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db import labels
from db.labels import Node
from db.search import parse
from qtapp.counted import counted
from qtapp.kit.ground import line
from qtapp.labels.mode import Mode
from qtapp.labels.taxonomy_asks import Asks
from qtapp.labels.taxonomy_head import TaxonomyFoot, TaxonomyHead
from qtapp.labels.taxonomy_line import Ask
from qtapp.labels.taxonomy_list import Headings, TaxonomyList
from qtapp.labels.taxonomy_pane import TaxonomyPane
from qtapp.labels.taxonomy_rows import PaneRow
from qtapp.labels.taxonomy_tree import Tree
from qtapp.labels.taxonomy_words import file_words
from qtapp.labels.words import clipped
from qtapp.session import Session

SETTLE = 60
"""Milliseconds that a label has to stay before the files of its tickets are counted."""


class TaxonomyMode(Mode):
    """`current` is the label that is shown, '' for none."""

    name = "taxonomy"
    shown, chosen = "taxonomy", "label"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self.tree = Tree()
        self.current = ""
        self._shown = ""
        self._row = 0
        self._became: dict[str, str] = {}
        self.asks = Asks(session, self.tree, self._expect)
        self.head, self.foot = TaxonomyHead(self.left), TaxonomyFoot(self.writes, self.left)
        self.list = TaxonomyList(self.tree, self.left)
        self._headings = Headings(self.tree, self.list, self.left)
        self.pane = TaxonomyPane(self.writes, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._count_files)
        self._lay_out()
        self._connect()
        self.deeds = self._make_deeds()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self._headings, self.list, line(self.left), self.foot):
            column.addWidget(part, int(part is self.list))
        self.hold(self.left, self.pane)

    def _connect(self) -> None:
        self.head.field.narrowed.connect(self._narrow_to)
        self.head.field.left.connect(self.focus_list)
        self.head.outside_wanted.connect(lambda: self.tickets_wanted.emit("is:outside", 0))
        self.list.chosen.connect(self.go)
        self.list.fold_wanted.connect(self._fold)
        self.list.tickets_wanted.connect(self._show_tickets)
        self.list.pane_wanted.connect(self.focus_pane)
        for part in (self.head, self.foot, self.pane):
            part.wanted.connect(self.action_wanted)
        self.pane.ticket_wanted.connect(self._show_ticket)
        self.pane.label_wanted.connect(self._go_below)
        self.pane.left.connect(self.focus_list)
        self.pane.line.ended.connect(self.focus_list)
        self.pane.meaning.done.connect(self.focus_list)
        self.pane.meaning.keep = lambda *said: self.asks.describes(self.current, *said)

    # What is shown

    def read(self) -> None:
        self.tree.take(labels.taxonomy(self.session.review, self.field))
        self.asks.forget()
        if self.tree.node(self.current) is None:
            self._find_current()
        self._show_list()
        self._show_current()

    def _find_current(self) -> None:
        """The label that took the place of the current one, or was there before it; else the one in its row."""
        before = {new: old for old, new in self._became.items()}
        for label in (self._became.get(self.current, ""), before.get(self.current, "")):
            if self.tree.node(label) is not None:
                self.current = label
                return
        node = self.tree.at(self._row)
        self.current = node.label if node is not None else ""

    def _expect(self, old: str, new: str) -> None:
        self._became.pop(new, None)  # a way back is no circle
        self._became[old] = new

    def _show_list(self) -> None:
        self.list.refill(self.current)
        self._headings.update()
        self._row = max(0, self.tree.row_of(self.current))
        self.head.show_taxonomy(self.tree, self.writes)

    def _show_current(self) -> None:
        node = self._node()
        if self.current != self._shown or node is None:
            self.pane.leave()  # what is being written is of another label
        self._shown = self.current
        self.pane.line.again()
        if node is None:
            self.pane.show_nothing(self._nothing_words())
        else:
            children, examples = self.tree.children(node.label), self._examples(node)
            self.pane.show_node(node, self.tree.marks(node), self.field == "category", children, examples)
            self.pane.show_files([], "")
            self._settle.start()
        self.changed.emit()

    def _node(self) -> Node | None:
        """The current label; None where none is listed: it is current again when the list has it again."""
        return self.tree.node(self.current) if len(self.tree.rows) else None

    def _nothing_words(self) -> str:
        if self.tree.known.nodes:
            return self.tr("No label has “{text}”.").format(text=clipped(self.head.field.text()))
        if self.field == "category":
            return self.tr(
                "No ticket has a category, and the taxonomy names none. Read one from a file, or label tickets."
            )
        return self.tr(
            "No ticket has a root cause, and the taxonomy names none. Read one from a file, or label tickets."
        )

    def _examples(self, node: Node) -> list[PaneRow]:
        tickets = self.session.review.tickets(node.examples)
        words = self.tr("{file}, line {line}")
        return [
            PaneRow(one.id, one.title, words.format(file=one.source_name, line=one.line), "document") for one in tickets
        ]

    def _count_files(self) -> None:
        """In which files the tickets of the current label are."""
        node = self.tree.node(self.current)
        if node is not None and node.total:
            sources = self.session.finder.facets(parse(self._query(node))).sources
            files = [(name, tickets) for _, name, tickets in sources]
            self.pane.show_files(files, file_words(files))

    def _query(self, node: Node) -> str:
        """The search that finds the tickets of a label, and of those below it."""
        value = node.label if node.children else f"={node.label}"
        return str(parse("").with_clause("cat" if self.field == "category" else "cause", value))

    # Where one is

    def go(self, label: str) -> None:
        """Make a label the current one, wherever it is."""
        if label == self.current or self.tree.node(label) is None:
            return
        self.current = label
        if self.tree.row_of(label) < 0:
            self.head.field.clear()
            self.tree.narrow("")
            self.tree.unfold_to(label)
            self._show_list()
        else:
            self.list.follow(label)
            self._row = self.tree.row_of(label)
        self._show_current()

    def _go_below(self, label: str) -> None:
        self.go(label)
        self.focus_list()

    def _step(self, by: int) -> None:
        node = self.tree.at(self.tree.row_of(self.current) + by)
        if node is not None:
            self.go(node.label)

    def _narrow_to(self, text: str) -> None:
        self.tree.narrow(text)
        self._show_rows(self.tree.first_found())

    def _fold(self, label: str, folded: bool) -> None:
        self.tree.fold(label, folded)
        self._show_rows(self.tree.seen_of(self.current))

    def _show_rows(self, instead: str) -> None:
        """Other rows are shown; where the current label is not among them, this one is current."""
        is_another = self.tree.row_of(self.current) < 0 and bool(instead)
        if is_another:
            self.current = instead
        self._show_list()
        if is_another or self._node() is None or self.pane.whole.isHidden():
            self._show_current()

    def _fold_current(self) -> None:
        node = self._node()
        if node is not None and node.children:
            self._fold(node.label, not self.tree.is_folded(node.label))

    # What is done

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        return {
            "taxonomy_next": partial(self._step, 1),
            "taxonomy_previous": partial(self._step, -1),
            "taxonomy_fold": self._fold_current,
            "taxonomy_rename": partial(self._ask, self.asks.rename),
            "taxonomy_merge": partial(self._ask, self.asks.merge),
            "taxonomy_move": self._move,
            "taxonomy_split": partial(self._ask, self.asks.split),
            "taxonomy_retire": partial(self._ask, self.asks.retire),
            "taxonomy_admit": self._admit,
            "taxonomy_describe": self._write,
            "taxonomy_tickets": self._show_tickets,
            "taxonomy_hold": lambda: self._open(self.asks.hold()),
            "taxonomy_admit_all": self._admit_all,
        }

    def _ask(self, make: Callable[[Node], Ask]) -> None:
        node = self._node()
        if node is not None:
            self._open(make(node))

    def _open(self, ask: Ask) -> None:
        """Ask in the line; what could not be done at all is said at once."""
        self.pane.meaning.end(take=False)
        if self._node() is None:
            self.head.field.clear()
            self._narrow_to("")  # the line is below what is said of a label
        wrong = self.pane.line.open(ask)
        if wrong:
            self.session.failed.emit(wrong)

    def _move(self) -> None:
        if self.field == "category":
            self._ask(self.asks.move)
        else:
            self.session.not_done.emit(self.tr("Root causes are a list: none is under another."))

    def _admit(self) -> None:
        """Taking one in loses nothing; what is said of one that is taken out would be lost, so that asks."""
        node = self._node()
        if node is None:
            return
        if node.term is None:
            self.asks.admit(node)
        else:
            self._open(self.asks.strike(node))

    def _admit_all(self) -> None:
        if any(node.term is None and node.tickets for node in self.tree.known.nodes):
            self._open(self.asks.admit_all())
        else:
            words = self.tr("All labels that tickets have are in the taxonomy already.")
            self.session.not_done.emit(words)

    def _write(self) -> None:
        if self._node() is not None:
            self.pane.line.end()
            self.pane.meaning.begin()

    def _show_tickets(self) -> None:
        node = self._node()
        if node is not None:
            self.tickets_wanted.emit(self._query(node), 0)

    def _show_ticket(self, ticket: int) -> None:
        node = self._node()
        if node is not None:
            is_there = ticket in node.examples
            self.tickets_wanted.emit(self._query(node) if is_there else f"id:{ticket}", ticket)

    # What the page asks

    def has_one(self) -> bool:
        return self._node() is not None

    def count(self) -> int | None:
        return None if self._stale else len(self.tree.known.nodes)

    def words(self) -> str:
        return "  ·  ".join((self.tr("Taxonomy"), counted(len(self.tree.known.nodes), "labels")))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        for part in (self.head, self.foot, self.pane):
            part.show_keys(keys)

    def commit(self) -> None:
        self.pane.leave()

    # Focus

    def stops(self) -> Sequence[QWidget]:
        found: list[QWidget] = [self.list, self.pane.examples, self.pane.below]
        return [one for one in found if one is self.list or not one.isHidden()]

    def focus_pane(self) -> None:
        stops = self.stops()
        stops[min(1, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self.head.field.focus()
