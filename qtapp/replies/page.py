"""The page of canned replies: search field, head and list at the left, the family at the right.

Passes what was pressed to the canned replies of the session; what belongs to other pages it only asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db.late import Late
from db.search import quoted
from qtapp.canned import Canned
from qtapp.evidence import Evidence
from qtapp.kit.theme import tokens
from qtapp.replies.empty import EmptyFamilies
from qtapp.replies.evidence_card import EvidenceLine
from qtapp.replies.head import CannedHead
from qtapp.replies.list import FamilyList
from qtapp.replies.pane import FamilyPane
from qtapp.replies.words import counted
from qtapp.search.field import SearchField
from qtapp.session import Session

if TYPE_CHECKING:
    from qtapp.replies import evidence_view
else:
    evidence_view = Late("qtapp.replies.evidence_view")

NARROW = 1100
LEFT, LEFT_NARROW = 430, 336
"""Width below which the window is narrow, and of the left column."""
PHRASE = 24
"""Characters of a variant that its tickets are looked for with."""


class CannedPage(QWidget):
    """Families, decided by single keys."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    scan_wanted = Signal()
    duplicates_wanted = Signal(object)
    """Tickets of the current family; which of them are duplicates is to be asked."""
    mode_changed = Signal()
    """The families are shown now, or contradicting labels; or what is said of them is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannedPage")
        self._session = session
        self.canned: Canned = session.canned
        self.evidence = Evidence(session)
        self.view: evidence_view.EvidenceView | None = None
        """Contradicting labels side by side, None until they are first gone to."""
        self._keys: Mapping[str, str] = {}
        hint = self.tr("Search replies, for example cat:CDN certificate")
        self.search = SearchField(session, self, searched=self.canned, hint=hint)
        self.head = CannedHead(self.canned, self)
        self.list = FamilyList(self.canned, self)
        self.empty = EmptyFamilies(self.canned, self)
        self.pane = FamilyPane(self.canned, self)
        self.conflicts = EvidenceLine(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.left = self._left()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(1, 1)
        self._modes = QStackedWidget(self)
        self._modes.addWidget(self.splitter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._modes)
        self._narrow: bool | None = None
        self._deeds = self._make_deeds()
        self._connect()
        self._show_list()

    def _left(self) -> QWidget:
        left = QFrame(self)
        left.setMinimumWidth(300)
        left.setAutoFillBackground(True)
        colours = left.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(tokens().surface))
        left.setPalette(colours)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self.head)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 12, 0)
        line.addWidget(self.conflicts, 1)
        line.addStretch(0)
        column.addLayout(line)
        column.addWidget(self._stack, 1)
        return left

    def _connect(self) -> None:
        self.search.left.connect(self.focus_list)
        self.list.variants_wanted.connect(self.focus_pane)
        self.list.tickets_wanted.connect(self.show_tickets)
        self.pane.variants.left.connect(self.focus_list)
        self.pane.variants.tickets_wanted.connect(self._show_variant)
        self.pane.variants.take_out_wanted.connect(self.take_out)
        self.pane.wording.done.connect(self.focus_list)
        self.pane.wanted.connect(self.do)
        self.empty.scan_wanted.connect(self.scan_wanted)
        self.canned.shown_changed.connect(self._show_list)
        self.pane.card.wanted.connect(self.show_labels)
        self.conflicts.clicked.connect(self.show_conflicts)
        self.evidence.shown_changed.connect(self._count_conflicts)
        self.evidence.current_changed.connect(self.mode_changed)
        self.pane.allow(not self._session.review.read_only)

    def _show_list(self) -> None:
        self.empty.refresh()
        had_focus = self._stack.currentWidget() is self.window().focusWidget()
        self._stack.setCurrentWidget(self.list if len(self.canned.handles) else self.empty)
        if had_focus:
            self.focus_list()

    def set_scanning(self, scanning: bool) -> None:
        """Say that the replies are being compared, or no longer are."""
        self.empty.scanning = scanning
        self.empty.refresh()

    # Contradicting labels

    @property
    def on_labels(self) -> bool:
        """Whether contradicting labels are shown, and not the families."""
        return self.view is not None and self._modes.currentWidget() is self.view

    def show_conflicts(self) -> None:
        """Show all contradicting labels."""
        if self.view is None:
            write = not self._session.review.read_only
            self.view = evidence_view.EvidenceView(self.evidence, write, self)
            self.view.left.connect(self.show_families)
            self.view.tickets_wanted.connect(self.tickets_wanted)
            self.view.show_keys(self._keys)
            self._modes.addWidget(self.view)
        self._show_mode(self.view)
        self.evidence.look()

    def show_labels(self) -> None:
        """Show the contradicting labels of the current family."""
        found = self.evidence.of_family(self.canned.current)
        if found:
            self.evidence.go(found[0])
            self.show_conflicts()
        else:
            self._session.view_message.emit(self.tr("The labels of this family do not contradict one another."), "")

    def show_families(self) -> None:
        """Show the families again, as they were left."""
        self._show_mode(self.splitter)

    def _show_mode(self, mode: QWidget) -> None:
        self._modes.setCurrentWidget(mode)
        self.evidence.watched = mode is self.view
        self.focus_list()
        self.mode_changed.emit()

    def _count_conflicts(self) -> None:
        had_focus = self.conflicts.hasFocus()
        self.conflicts.show_number(len(self.evidence.conflicts))
        if had_focus and self.conflicts.isHidden():
            self.focus_list()
        self.mode_changed.emit()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        self.pane.show_keys(keys)
        self.conflicts.set_key(keys.get("canned_conflicts", self.conflicts.key))
        if self.view is not None:
            self.view.show_keys(keys)

    def commit(self) -> None:
        """Leave a wording that is being written: nothing of it was decided."""
        self.pane.wording.end(take=False)

    def words(self) -> str:
        """What the list shows, in words."""
        if self.on_labels:
            return "  ·  ".join((self.tr("Contradicting labels"), counted(len(self.evidence.conflicts), "conflicts")))
        shown = {
            "open": self.tr("Open canned replies"),
            "decided": self.tr("Decided canned replies"),
            "all": self.tr("Canned replies"),
        }[self.canned.shown]
        asked = self._session.describe(self.canned.query) if self.canned.query else ""
        families = counted(len(self.canned.handles), "families")
        order = self.tr("{families}, {order}").format(families=families, order=self.head.orders()[self.canned.sort])
        return "  ·  ".join(part for part in (shown, asked, order) if part)

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self.view.column if self.view is not None and self.on_labels else self.left

    # Focus

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        if self.view is not None and self.on_labels:
            self.view.focus_list()
        else:
            self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Give the keyboard to the search field, which is of the families."""
        if self.on_labels:
            self.show_families()
        self.search.focus()

    def focus_pane(self) -> None:
        """Give the keyboard to the variants, or to the tickets of a label."""
        if self.view is not None and self.on_labels:
            self.view.focus_pane()
        elif self.canned.family is not None:
            self.pane.variants.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        """From the families to the variants, and back."""
        if self.view is not None and self.on_labels:
            self.view.next_pane()
        elif self._within(self.left):
            self.focus_pane()
        else:
            self.focus_list()

    def _within(self, part: QWidget) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is part or part.isAncestorOf(focused))

    @property
    def _on_variants(self) -> bool:
        return self.pane.variants.hasFocus()

    # What is done, from here or by key

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        canned, pane = self.canned, self.pane
        return {
            "canned_next": canned.next,
            "canned_previous": canned.previous,
            "canned_skip": canned.next,
            "canned_accept": canned.accept,
            "canned_rewrite": canned.rewrite,
            "canned_keep": canned.keep,
            "canned_more": lambda: canned.set_examples(canned.examples + 1),
            "canned_fewer": lambda: canned.set_examples(canned.examples - 1),
            "canned_holding": canned.mark_holding,
            "canned_duplicates": self.ask_duplicates,
            "canned_apart": canned.not_a_family,
            "canned_wording": self.choose_wording,
            "canned_write": pane.wording.begin,
            "canned_take": self.take_variant,
            "canned_take_out": self.take_out,
            "canned_part": self.part,
            "canned_reopen": canned.reopen,
            "canned_labels": self.show_labels,
            "canned_conflicts": self.show_conflicts,
            "canned_differences": pane.differences.toggle,
            "canned_tickets": self.show_tickets,
            "canned_select": self.select,
            "canned_extend_down": lambda: self.extend(1),
            "canned_extend_up": lambda: self.extend(-1),
            "canned_select_all": lambda: canned.select(canned.handles),
            "canned_select_none": self.select_none,
            "canned_closer": lambda: self.head.step(1),
            "canned_wider": lambda: self.head.step(-1),
        }

    def do(self, action: str) -> None:
        """Do what an action of this page is for, in the mode that it is in."""
        if action in self._deeds:
            self._deeds[action]()
        elif self.view is not None:
            self.view.do(action)

    def select(self) -> None:
        """Take a family into the selection or, where the variants have the keyboard, a variant."""
        (self.pane.variants.toggle_selected if self._on_variants else self.canned.toggle_selected)()

    def extend(self, step: int) -> None:
        """The same over several."""
        (self.pane.variants.extend if self._on_variants else self.canned.extend)(step)

    def select_none(self) -> None:
        """Let go of both selections."""
        self.canned.select(())
        self.canned.choose_variants(())

    def choose_wording(self) -> None:
        """Decide on the wording: of the variant that the keyboard is on, else the one that was picked."""
        self.canned.choose_wording(self.pane.variants.current_text if self._on_variants else "")

    def take_variant(self) -> None:
        """Pick the variant that the keyboard is on; nothing is decided yet."""
        if self.pane.variants.current_text:
            self.canned.pick(self.pane.variants.current_text)

    def take_out(self) -> None:
        """The variants that are meant do not belong to the family."""
        texts = self.pane.variants.texts() if self._on_variants or self.canned.variants else []
        if texts:
            self.canned.take_out(texts)
        else:
            self._session.view_message.emit(self.tr("Choose a variant first: Right goes to them."), "")

    def part(self) -> None:
        """Two variants are never in one family: the two that are selected, or this one and the wording."""
        texts = self.pane.variants.texts() if self._on_variants or self.canned.variants else []
        pair = texts if len(texts) == 2 else [*texts, self.canned.chosen_wording]
        if len(pair) == 2 and pair[0] != pair[1]:
            self.canned.part(pair[0], pair[1])
        else:
            self._session.view_message.emit(self.tr("Select two variants first, with V."), "")

    def ask_duplicates(self) -> None:
        """Ask which of the duplicate tickets of the family stays."""
        if self.canned.current >= 0:
            self.duplicates_wanted.emit(self.canned.duplicates())

    def show_tickets(self) -> None:
        """Show the tickets of the family, or of the variant that the keyboard is on."""
        if self._on_variants:
            self._show_variant(self.pane.variants.current_text)
        elif self.canned.family is not None:
            self.tickets_wanted.emit(f"family:{self.canned.family.row.id}", 0)

    def _show_variant(self, text: str) -> None:
        family = self.canned.family
        if family is not None and text:
            tickets = self.canned.replies.tickets_of(self.canned.current, text)
            phrase = quoted(" ".join(text.split("\n", 1)[0][:PHRASE].split()))
            query = f"family:{family.row.id} {phrase}" if len(family.variants) > 1 else f"family:{family.row.id}"
            self.tickets_wanted.emit(query, tickets[0] if tickets else 0)

    # The window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            left = LEFT_NARROW if narrow else LEFT
            self.splitter.setSizes([left, max(300, self.width() - left)])
