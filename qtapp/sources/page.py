"""The sources page: the imported files at the left, the report of the chosen one at the right; or a source beside its
file as that is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.drift import Drift, Stand
from db.values import Changes, SourceReport
from qtapp.action_row import Need
from qtapp.counted import counted
from qtapp.kit.ground import ground
from qtapp.kit.stops import give_keyboard, go_round
from qtapp.kit.theme import tokens
from qtapp.session import Session
from qtapp.sources.drift_view import DriftView
from qtapp.sources.model import EARLIER, REPORT, STAND, SourceDelegate, SourceModel
from qtapp.sources.report import tickets_of
from qtapp.sources.view import ReportView

WIDTH = 330


class SourcesPage(QWidget):
    """Follows the review: a file that is imported while the page is shown appears in it."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    compare_wanted = Signal(int)
    """The id of a source that is to be compared with its file."""
    take_wanted = Signal()
    """What was compared is to be taken in, as it was decided."""
    mode_changed = Signal()
    """The comparison is shown or left, or what is current in it is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcesPage")
        self._session = session
        self._model = SourceModel(self)
        self._list = self._make_list()
        self._area = QScrollArea(self)
        self._area.setObjectName("sourceReport")
        self._area.setAccessibleName(self.tr("Report of the file"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        _on_surface(self._area)
        self._keys: Mapping[str, str] = {}
        self.drift: DriftView | None = None
        """The comparison, None until there is one."""
        self._stack = QStackedWidget(self)
        self._both = QWidget(self._stack)
        layout = QHBoxLayout(self._both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)  # the ground between them is the line
        layout.addWidget(_in_frame(self._list))
        layout.addWidget(self._area, 1)
        ground(self._both, "line")
        self._stack.addWidget(self._both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        session.changed.connect(self._changed)
        self.refresh()

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("sourceList")
        view.setAccessibleName(self.tr("Files"))
        view.setFixedWidth(WIDTH)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _on_surface(view)
        view.setModel(self._model)
        view.setItemDelegate(SourceDelegate(view))
        view.selectionModel().currentChanged.connect(self._choose)
        view.activated.connect(self.show_tickets)
        return view

    # The comparison

    def show_stands(self, stands: Mapping[int, Stand]) -> None:
        """Say which files are not as they were read."""
        self._model.show_stands(stands)
        self._choose(self._list.currentIndex(), QModelIndex())

    def compare(self) -> None:
        """Have the chosen source compared with its file."""
        index = self._list.currentIndex()
        if index.isValid() and not self.compares:
            self.compare_wanted.emit(index.data(REPORT).id)

    def step(self, by: int) -> None:
        """Choose the source some rows below, or above."""
        row = self._list.currentIndex().row() + by
        self._list.setCurrentIndex(self._model.index(max(0, min(row, self._model.rowCount() - 1)), 0))

    def show_tickets(self) -> None:
        """Show the tickets of the chosen source."""
        index = self._list.currentIndex()
        if index.isValid():
            self.tickets_wanted.emit(tickets_of(index.data(REPORT)), 0)

    def choose(self, source_id: int) -> None:
        """Choose a source."""
        row = self._model.place(source_id)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row, 0))

    def show_plan(self, plan: Drift) -> None:
        """Show a comparison."""
        self.choose(plan.source_id)
        if self.drift is None:
            self.drift = DriftView(self._session, self._stack)
            self.drift.leave_wanted.connect(self.leave)
            self.drift.take_wanted.connect(self.take_wanted)
            self.drift.tickets_wanted.connect(self.tickets_wanted)
            self.drift.changed.connect(self.mode_changed)
            self.drift.show_keys(self._keys)
            self._stack.addWidget(self.drift)
        self._stack.setCurrentWidget(self.drift)
        self.drift.comparing.open(plan)
        self.focus_list()
        self.mode_changed.emit()

    def leave(self) -> None:
        """Back to the sources; nothing was taken in."""
        if self.drift is not None:
            self._stack.setCurrentWidget(self._both)
            self.drift.comparing.open(None)
            self.focus_list()
            self.mode_changed.emit()

    @property
    def compares(self) -> DriftView | None:
        """The comparison, where it is shown."""
        return self.drift if self.drift is not None and self._stack.currentWidget() is self.drift else None

    # What the window asks

    def needs(self) -> Sequence[Need]:
        """What holds while the page is shown, for the actions."""
        return self.compares.needs() if self.compares else ["sources"]

    def do(self, action: str) -> None:
        """Do what an action of this page is for."""
        deeds = {
            "sources_next": lambda: self.step(1),
            "sources_previous": lambda: self.step(-1),
            "sources_tickets": self.show_tickets,
            "sources_compare": self.compare,
        }
        if action in deeds:
            deeds[action]()
        elif self.compares:
            self.compares.do(action)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        if self.drift is not None:
            self.drift.show_keys(keys)

    def words(self) -> str:
        """What a comparison says; where none is shown, how many files there are."""
        if self.compares:
            return self.compares.words()
        files, tickets = self._model.numbers()
        return "  ·  ".join((self.tr("Sources"), counted(files, "files"), counted(tickets, "tickets")))

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self.compares.left if self.compares else self

    def stops(self) -> Sequence[QWidget]:
        """The widgets that the keyboard goes round."""
        return self.compares.stops() if self.compares else [self._list]

    def focus_list(self) -> None:
        """Give the keyboard to the list of files, or of compared tickets."""
        give_keyboard(self.stops()[0])

    def focus_pane(self) -> None:
        """Give the keyboard to what is chosen."""
        give_keyboard(self.stops()[-1])

    def focus_search(self) -> None:
        """Nothing narrows these lists: the window searches the tickets instead."""
        self.focus_list()

    def next_pane(self) -> None:
        """Go round."""
        go_round(self.stops())

    def _changed(self, changes: Changes) -> None:
        if changes.kind in ("import", "other"):
            self.leave()  # it is of another version now
            self.refresh()

    def refresh(self) -> None:
        """Read the reports again; the chosen file stays chosen."""
        index = self._list.currentIndex()
        chosen: SourceReport | None = index.data(REPORT) if index.isValid() else None
        self._model.set_reports(self._session.review.sources())
        row = max(0, self._model.place(chosen.id) if chosen else 0)
        self._list.setCurrentIndex(self._model.index(row, 0))
        if not self._model.rowCount():
            self._area.takeWidget()
        self.mode_changed.emit()

    def _choose(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not current.isValid():
            return
        if self._area.isAncestorOf(self.window().focusWidget() or self):
            self._list.setFocus()  # what has the keyboard goes with the old report
        view = ReportView(current.data(REPORT), current.data(STAND), current.data(EARLIER), self._keys, self._area)
        view.tickets_wanted.connect(self.tickets_wanted)
        view.synonym_wanted.connect(self._add_synonym)
        view.compare_wanted.connect(self.compare)
        self._area.setWidget(view)

    def _add_synonym(self, heading: str, role: str, source_id: int) -> None:
        """Know a heading from now on, and read the source again with it."""
        self._session.add_synonym(heading, role)
        self._session.read_again(source_id)


def _in_frame(view: QListView) -> QFrame:
    """The list with some room above its first row."""
    frame = QFrame()
    frame.setAutoFillBackground(True)
    _on_surface(frame)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 8, 0, 0)
    column.addWidget(view)
    return frame


def _on_surface(widget: QWidget) -> None:
    """On the ground of panes; the delegate paints what is chosen."""
    colours = widget.palette()
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Highlight):
        colours.setColor(role, QColor(tokens().surface))
    widget.setPalette(colours)
