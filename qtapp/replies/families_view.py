"""The families, a mode of the page of canned replies: search, head and list at the left, one family at the right.

Passes what was pressed to the canned replies of the session; what belongs to others it only asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.search import quoted
from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.kit.ground import ground
from qtapp.kit.two_panes import TwoPanes
from qtapp.replies.empty import EmptyFamilies
from qtapp.replies.evidence_card import EvidenceLine
from qtapp.replies.head import CannedHead
from qtapp.replies.list import FamilyList
from qtapp.replies.pane import FamilyPane
from qtapp.search.field import SearchField
from qtapp.session import Session

WIDTHS = (430, 336)
"""Of the left column, in a wide page and in a narrow one."""
PHRASE = 24
"""Characters of a variant that its tickets are looked for with."""


class FamiliesView(TwoPanes):
    """Families, decided by single keys."""

    wanted = Signal(str)
    """The id of an action that was pressed here, perhaps one of another mode."""
    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    scan_wanted = Signal()
    duplicates_wanted = Signal(object)
    """Tickets of the current family; which of them are duplicates is to be asked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, WIDTHS)
        self.canned: Canned = session.canned
        self._session = session
        self.left = QFrame(self)
        hint = self.tr("Search replies, for example cat:CDN certificate")
        self.search = SearchField(session, self.left, searched=self.canned, hint=hint)
        self.head = CannedHead(self.canned, self.left)
        self.conflicts = EvidenceLine(self.left)
        self.list = FamilyList(self.canned, self.left)
        self.empty = EmptyFamilies(self.canned, self.left)
        self._stack = QStackedWidget(self.left)
        self.pane = FamilyPane(self.canned, self)  # Tab goes by the order in which parts are made
        self.hold(self.left, self.pane)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._lay_out()
        self._deeds = self._make_deeds()
        self._connect()
        self._show_list()

    def _lay_out(self) -> None:
        ground(self.left, "surface")
        self.left.setMinimumWidth(300)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        field, line = QHBoxLayout(), QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.search)
        line.setContentsMargins(8, 0, 12, 0)
        line.addWidget(self.conflicts, 1)
        line.addStretch(0)
        column.addLayout(field)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.left.connect(self.focus_list)
        self.list.variants_wanted.connect(self.focus_pane)
        self.list.tickets_wanted.connect(self.show_tickets)
        self.pane.variants.left.connect(self.focus_list)
        self.pane.variants.tickets_wanted.connect(self._show_variant)
        self.pane.variants.take_out_wanted.connect(self.take_out)
        self.pane.wording.done.connect(self.focus_list)
        self.pane.wanted.connect(self.wanted)
        self.empty.scan_wanted.connect(self.scan_wanted)
        self.canned.shown_changed.connect(self._show_list)
        self.pane.allow(not self._session.review.read_only)

    def _show_list(self) -> None:
        self.empty.refresh()
        keyboard = self.window().focusWidget()
        had_focus = keyboard is not None and self._stack.isAncestorOf(keyboard)
        self._stack.setCurrentWidget(self.list if len(self.canned.handles) else self.empty)
        if had_focus:
            self.focus_list()

    def set_scanning(self, scanning: bool) -> None:
        """Say that the replies are being compared, or no longer are."""
        self.empty.scanning = scanning
        self.empty.refresh()

    def count_conflicts(self, number: int) -> None:
        """Say how many labels contradict one another."""
        had_focus = self.conflicts.hasFocus()
        self.conflicts.show_number(number)
        if had_focus and self.conflicts.isHidden():
            self.focus_list()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self.pane.show_keys(keys)
        self.conflicts.set_key(keys.get("canned_conflicts", self.conflicts.key))

    def words(self) -> str:
        """What the list shows, in words."""
        shown = {
            "open": self.tr("Open canned replies"),
            "decided": self.tr("Decided canned replies"),
            "all": self.tr("Canned replies"),
        }[self.canned.shown]
        if self.canned.is_awaited:
            return shown
        asked = self._session.describe(self.canned.query) if self.canned.query else ""
        families = counted(len(self.canned.handles), "families")
        order = self.tr("{families}, {order}").format(families=families, order=self.head.orders()[self.canned.sort])
        return "  ·  ".join(part for part in (shown, asked, order) if part)

    # Focus

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        self._stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_pane(self) -> None:
        """Give the keyboard to the variants."""
        if self.canned.family is not None:
            self.pane.variants.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        """From the families to the variants, and back."""
        focused = self.window().focusWidget()
        if focused is not None and self.left.isAncestorOf(focused):
            self.focus_pane()
        else:
            self.focus_list()

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

    def does(self, action: str) -> bool:
        """Whether an action is one of these."""
        return action in self._deeds

    def do(self, action: str) -> None:
        """Do what an action of this mode is for."""
        self._deeds[action]()

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
            self._session.not_done.emit(self.tr("Choose a variant first: Right goes to them."))

    def part(self) -> None:
        """Two variants are never in one family: the two that are selected, or this one and the wording."""
        texts = self.pane.variants.texts() if self._on_variants or self.canned.variants else []
        pair = texts if len(texts) == 2 else [*texts, self.canned.chosen_wording]
        if len(pair) == 2 and pair[0] != pair[1]:
            self.canned.part(pair[0], pair[1])
        else:
            self._session.not_done.emit(self.tr("Select two variants first, with V."))

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
            tickets = self.canned.replies.tickets_of(self.canned.current, [text])
            phrase = quoted(" ".join(text.split("\n", 1)[0][:PHRASE].split()))
            query = f"family:{family.row.id} {phrase}" if len(family.variants) > 1 else f"family:{family.row.id}"
            self.tickets_wanted.emit(query, tickets[0] if tickets else 0)
