"""The page of labels and its modes: shows one of them and passes on to it, and only asks for what belongs to others.

Each mode is loaded and made when it is first gone to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.labels import Field, Group
from db.late import Late
from qtapp.action_row import Need
from qtapp.kit.ground import line
from qtapp.labels.head import LabelsHead
from qtapp.labels.mode import Mode
from qtapp.session import Session

if TYPE_CHECKING:
    from qtapp.labels import doubt_mode, spread_mode, taxonomy_mode, variants_mode
else:
    spread_mode = Late("qtapp.labels.spread_mode")
    doubt_mode, taxonomy_mode = Late("qtapp.labels.doubt_mode"), Late("qtapp.labels.taxonomy_mode")
    variants_mode = Late("qtapp.labels.variants_mode")

FIRST = "variants"


class LabelsPage(QWidget):
    """The modes stay as they were left."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    action_wanted = Signal(str)
    """The id of an action of the window that was pressed here."""
    variants_wanted = Signal(str)
    """The field whose groups of variants are to be found in the background."""
    acceptance_wanted = Signal(str)
    """Tickets without a usable label of this field are to get the likely one, once it is asked which of them."""
    mode_changed = Signal()
    """Another mode is shown, or what is current in it or said of it is another."""

    def __init__(self, session: Session, parent: QWidget | None = None, place: str = "") -> None:
        """`place` is what `place()` gave when the page was left, if it ever was."""
        super().__init__(parent)
        self.setObjectName("labelsPage")
        self._session = session
        self._makers: Mapping[str, Callable[[], Mode]] = {
            "variants": self._variants,
            "doubtful": lambda: doubt_mode.DoubtfulMode(session, self._stack),
            "taxonomy": lambda: taxonomy_mode.TaxonomyMode(session, self._stack),
            "spread": lambda: spread_mode.SpreadMode(session, self._stack),
        }
        self._modes: dict[str, Mode] = {}
        self._keys: Mapping[str, str] = {}
        self._works = False
        self.field: Field = "category"
        self.head = LabelsHead(list(self._makers), self)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, line(self), self._stack):
            column.addWidget(part, int(part is self._stack))
        self.head.mode_wanted.connect(self.show_mode)
        self.head.field_wanted.connect(self.show_field)
        self._return_to(place)

    # Where the reviewer is

    def place(self) -> str:
        """Mode, field and row, to be kept."""
        return f"{self.mode.name} {self.field} {self.mode.row()}"

    def _return_to(self, place: str) -> None:
        """Show what was shown when the page was left; the first mode where that is not known."""
        mode, field, row = [*place.split(), "", "", ""][:3]
        self.field = "root_cause" if field == "root_cause" else "category"
        self.show_mode(mode if mode in self._makers else FIRST)
        self.mode.go_row(int(row) if row.isdecimal() else 0)

    # The modes

    @property
    def mode(self) -> Mode:
        """The one that is shown."""
        return cast("Mode", self._stack.currentWidget())

    def mode_of(self, name: str) -> Mode:
        """A mode, made where it is not yet."""
        if name not in self._modes:
            made = self._modes[name] = self._makers[name]()
            made.tickets_wanted.connect(self.tickets_wanted)
            made.action_wanted.connect(self.do)
            made.acceptance_wanted.connect(self.acceptance_wanted)
            made.changed.connect(self._tell)
            made.show_work(self._works)
            made.show_keys(self._keys)
            self._stack.addWidget(made)
        return self._modes[name]

    def _variants(self) -> Mode:
        made = variants_mode.VariantsMode(self._session, self._stack)
        made.far_wanted.connect(self.variants_wanted)
        return made

    def take_variants(self, field: Field, groups: Sequence[Group]) -> None:
        """Groups that were found in the background."""
        mode = self._modes.get("variants")
        if isinstance(mode, variants_mode.VariantsMode):
            mode.take(field, groups)

    def show_mode(self, name: str) -> None:
        """Go to a mode."""
        self.commit()
        mode = self.mode_of(name)
        mode.show_field(self.field)
        self._stack.setCurrentWidget(mode)
        self.look()
        self.focus_list()

    def show_field(self, field: Field) -> None:
        """Be of categories, or of root causes."""
        self.commit()
        self.field = field
        self.mode.show_field(field)
        self.look()
        self.focus_list()

    def next_field(self) -> None:
        """Be of the other field."""
        self.show_field("root_cause" if self.field == "category" else "category")

    def look(self) -> None:
        """The page is looked at: bring the mode up to date."""
        self.mode.look()
        self._tell()

    def _tell(self) -> None:
        self.head.show_place(self.mode.name, self.field, self.mode.count())
        self.mode_changed.emit()

    # What the window asks

    def needs(self) -> Sequence[Need]:
        """What holds while the page is shown, for the actions."""
        return ["labels", *self.mode.needs()]

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        self.head.show_keys(keys)
        for mode in self._modes.values():
            mode.show_keys(keys)

    def show_work(self, works: bool) -> None:
        """A check of the labels works in the background, or is over, whatever became of it."""
        self._works = works
        for mode in self._modes.values():
            mode.show_work(works)

    def commit(self) -> None:
        """Leave what is being written: nothing of it was decided."""
        for mode in self._modes.values():
            mode.commit()

    def words(self) -> str:
        """What the list of the mode shows, in words."""
        return self.mode.words()

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self.mode.left

    def focus_list(self) -> None:
        """Give the keyboard to the list of the mode."""
        self.mode.focus_list()

    def focus_pane(self) -> None:
        """Give the keyboard to what is chosen in it."""
        self.mode.focus_pane()

    def focus_search(self) -> None:
        """Give the keyboard to the field that narrows the list."""
        self.mode.focus_search()

    def next_pane(self) -> None:
        """Go round the panes of the mode."""
        self.mode.next_pane()

    def do(self, action: str) -> None:
        """Do what an action of this page is for; one that is not of this page is the window's."""
        if action == "labels_field":
            self.next_field()
        elif action in self.mode.deeds:
            self.mode.do(action)
        else:
            self.action_wanted.emit(action)
