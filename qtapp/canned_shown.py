"""Which families of canned replies are shown, and where the reviewer is among them.

As `shown` is for tickets. Knows nothing of decisions; `canned.Canned` adds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QObject, Signal

from db.errors import QueryError
from db.late import Late
from db.review import Review
from db.search import Finder, parse
from db.values import Changes
from qtapp.canned_making import Making
from qtapp.far import Far

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from db import replies as library
    from db.replies import Family, FamilyRow, Mark, Shown, Sort
else:
    library = Late("db.replies")

EXAMPLES = range(1, 100)
"""How many examples of a family may be kept."""
NAMED = 24
"""Characters of a wording that stand for a family."""
State = Literal["none", "fresh", "stale"]


class Owner(Protocol):
    """The session, as far as the canned replies know it: a QObject."""

    review: Review
    finder: Finder
    confirm: Callable[[int], bool]
    not_done: SignalInstance

    def run(self, verb: Callable[[], Changes], offer: str) -> Changes | None: ...

    def goes_far(self, n: int, action: Far, most: int) -> bool: ...


class CannedShown(QObject):
    """The families that the list shows, the current one, and what is chosen within it.

    `handles` are the library's; they mean the same until the next scan.
    """

    shown_changed = Signal()
    """`handles`, `query`, `shown`, `sort` or the threshold are others now."""
    current_changed = Signal()
    """Another family is the current one, or the current one was changed."""
    selection_changed = Signal()
    query_failed = Signal(object)
    """A `QueryError`: the text was not understood, and what is shown stays."""
    made = Signal()
    """The families of a large review are at hand, for the first time or anew."""
    choice_changed = Signal()
    """Another wording, other variants or another number of examples are chosen, of the same family."""

    def __init__(self, session: Owner) -> None:
        super().__init__(session)  # type: ignore[call-overload]
        self._session = session
        self.making = Making(session.review, session.finder, self)
        self.making.made.connect(self._take)
        self.making.read.connect(self._find_again)
        self.text, self.query = "", parse("")
        self.shown: Shown = "open"
        self.sort: Sort = "uses"
        self.handles: Sequence[int] = []
        self.is_awaited = False
        """Whether what is looked for is not known yet."""
        self.selection: frozenset[int] = frozenset()
        self.examples = 3
        self._current, self._id, self._row = -1, "", 0
        self._family: Family | None = None
        self._forget_choice()

    def _forget_choice(self) -> None:
        self.wording = ""
        self.variants: frozenset[str] = frozenset()

    # The families

    @property
    def replies(self) -> library.Replies:
        """All families; others once `making` has made them anew."""
        return self.making.replies

    def _take(self) -> None:
        self.handles = []  # those of other families
        self._find_again()
        self.made.emit()

    # What is shown

    @property
    def state(self) -> State:
        """Whether the replies were never compared, are compared, or some came by since."""
        return self.replies.state

    @property
    def current(self) -> int:
        """The handle of the current family, -1 for none."""
        return self._current

    @property
    def family(self) -> Family | None:
        """The current family, read once per change."""
        if self._family is None and self._current >= 0:
            self._family = self.replies.family(self._current)
        return self._family

    @property
    def chosen_wording(self) -> str:
        """What the reviewer has picked or written for the current family, else the family's own wording."""
        return self.wording or (self.family.row.wording if self.family is not None else "")

    @property
    def terms(self) -> tuple[str, ...]:
        """The words that are looked for, to be marked where they stand."""
        return self.query.terms

    def find(self, text: str) -> bool:
        """Show the families that `text` asks for; a text without meaning is told by `query_failed`."""
        before = self.text, self.query
        try:
            self.query, self.text = parse(text), text
            found = self._found()
        except QueryError as error:
            self.text, self.query = before
            self.query_failed.emit(error)
            return False
        self.select(())
        self._show(found)
        return True

    def find_typed(self, text: str) -> bool:
        """The same: families are few enough to be found all at once."""
        return self.find(text)

    def find_rest(self) -> None:
        """`find_typed` leaves none."""

    def find_all(self) -> None:
        """Ask again, after a change or with another order; the selection keeps what is still shown."""
        try:
            found = self._found()
        except QueryError as error:
            self.query_failed.emit(error)
            found = []
        self._show(found)

    def _found(self) -> Sequence[int]:
        """What is looked for; where that has to be waited for, what is shown stays as long as it means the same."""
        self.is_awaited = not self.making.finds(self.query)
        if self.is_awaited:
            return self.handles if self.replies.is_at_hand else []
        return self.replies.find(self.text, self.shown, self.sort)

    def show_only(self, shown: Shown) -> None:
        """Show the families that are open, decided, or all."""
        self.shown = shown
        self.select(())
        self.find_all()

    def set_sort(self, sort: Sort) -> None:
        """Show the same families in another order."""
        self.sort = sort
        self.find_all()

    def set_threshold(self, value: float) -> None:
        """Take replies for one family from this likeness on (0.75 to 1.00)."""
        self.select(())
        if self.making.set_threshold(value):
            self._find_again()

    def counts(self) -> tuple[int, int, int]:
        """Families that are open, decided, and all, for what is looked for."""
        try:
            return self.replies.counts(self.text) if self.making.finds(self.query) else (0, 0, 0)
        except QueryError:
            return 0, 0, 0

    def _show(self, handles: Sequence[int]) -> None:
        self.handles = handles
        if self.selection:
            self.select(self.selection.intersection(int(one) for one in handles))
        row = self.row_of(self._current)
        if row < 0:
            self.go(self._handle_at(self._row))
        else:
            self._row = row
        self.shown_changed.emit()

    def row_of(self, handle: int) -> int:
        """The row of a family in what is shown, -1 where it is not among them."""
        for row in (self._row, self._row + 1, self._row - 1):  # most questions are about one of these
            if 0 <= row < len(self.handles) and self.handles[row] == handle:
                return row
        if isinstance(self.handles, list):
            return self.handles.index(handle) if handle in self.handles else -1
        hits = (self.handles == handle).nonzero()[0]
        return int(hits[0]) if len(hits) else -1

    def _handle_at(self, row: int) -> int:
        return int(self.handles[max(0, min(row, len(self.handles) - 1))]) if len(self.handles) else -1

    # Where the reviewer is

    def go(self, handle: int) -> None:
        """Make a family the current one; -1 for none."""
        row = self.row_of(handle)
        self._row = row if row >= 0 else self._row
        if handle == self._current:
            return
        self._current, self._family = handle, None
        self._id = self.family.row.id if self.family is not None else ""
        self._forget_choice()
        self.current_changed.emit()

    def go_to(self, family_id: str) -> bool:
        """Make the family of an id the current one, also where it is not among those shown."""
        handle = self.replies.handle_of(family_id)
        if handle < 0:
            return False
        if self.row_of(handle) < 0 and (self.text or self.shown != "all"):
            self.text, self.query, self.shown = "", parse(""), "all"
            self.find_all()
        self.go(handle)
        return True

    def following(self) -> int:
        """The family that `next` would go to; at the end of the list the last one."""
        row = self.row_of(self._current)
        return self._handle_at(row + 1 if row >= 0 else self._row)

    def next(self) -> None:
        """Go one down."""
        self.go(self.following())

    def previous(self) -> None:
        """Go one up."""
        row = self.row_of(self._current)
        self.go(self._handle_at((row if row >= 0 else self._row) - 1))

    def select(self, handles: Iterable[int]) -> None:
        """Make these families the selection, which decisions are for; empty for none."""
        chosen = frozenset(int(one) for one in handles)
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit()

    def toggle_selected(self) -> None:
        """Take the current family into the selection, or out of it."""
        if self._current >= 0:
            self.select(self.selection ^ {self._current})

    def extend(self, step: int) -> None:
        """Take the current family into the selection, go a row on, and take that one in as well."""
        before = self._current
        self.previous() if step < 0 else self.next()
        self.select(self.selection | {one for one in (before, self._current) if one >= 0})

    def targets(self) -> list[int]:
        """The families a decision is for: the selection in the order shown, else the current one."""
        if self.selection:
            return [int(one) for one in self.handles if int(one) in self.selection]
        return [self._current] if self._current >= 0 else []

    # What is chosen within the current family

    def pick(self, wording: str) -> None:
        """Take a wording for the current family; nothing is decided yet."""
        self.wording = wording.strip()
        self.choice_changed.emit()

    def choose_variants(self, texts: Iterable[str]) -> None:
        """Mean these variants only, empty for all."""
        self.variants = frozenset(texts)
        self.choice_changed.emit()

    def set_examples(self, number: int) -> None:
        """Keep this many examples of a family from now on."""
        self.examples = max(EXAMPLES.start, min(number, EXAMPLES.stop - 1))
        self.choice_changed.emit()

    def uses(self) -> int:
        """How many replies the shown families are."""
        return self.replies.uses_of(self.handles) if len(self.handles) else 0

    def marks(self, wording: str, text: str) -> list[Mark]:
        """What differs between a wording and a variant, in place."""
        return library.marks(wording, text)

    def name_of(self, family_id: str) -> str:
        """The beginning of a family's wording in quotes, its id where there is none."""
        handle = self.replies.handle_of(family_id) if self.making.at_hand else -1
        if handle < 0:
            return family_id
        wording = " ".join(self.replies.rows([handle])[0].wording[: 2 * NAMED].split())
        return f"“{wording if len(wording) <= NAMED else wording[: NAMED - 1] + '…'}”"

    def rows(self) -> list[FamilyRow]:
        """The families that a decision is for."""
        return self.replies.rows(self.targets())

    def _find_again(self) -> None:
        """Show what there is now; the current family is known by its id, which outlives handles."""
        self._family = None
        if self._id and self.making.at_hand:
            self._current = self.replies.handle_of(self._id)
        self.find_all()
        self.current_changed.emit()
