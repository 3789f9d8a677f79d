"""The sources page: the imported files at the left, the report of the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QScrollArea, QVBoxLayout, QWidget

from db.values import Changes, SourceReport
from qtapp.kit.theme import tokens
from qtapp.session import Session
from qtapp.sources.model import REPORT, SourceDelegate, SourceModel
from qtapp.sources.view import ReportView

WIDTH = 330


class SourcesPage(QWidget):
    """Follows the review: a file that is imported while the page is shown appears in it."""

    tickets_wanted = Signal(str, int)
    """A query whose tickets are to be shown, and the ticket to begin with (0 for the first)."""
    import_wanted = Signal(str)
    """The path of a file that is to be imported as it stands on disk now."""

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)  # the ground between them is the line
        layout.addWidget(_in_frame(self._list))
        layout.addWidget(self._area, 1)
        self.setAutoFillBackground(True)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(tokens().line))
        self.setPalette(colours)
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
        return view

    def toast_place(self) -> QWidget:
        """What a message stands at the foot of."""
        return self

    def focus_list(self) -> None:
        """Give the keyboard to the list of files."""
        self._list.setFocus()

    def _changed(self, changes: Changes) -> None:
        if changes.kind in ("import", "other"):
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

    def _choose(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not current.isValid():
            return
        if self._area.isAncestorOf(self.window().focusWidget() or self):
            self._list.setFocus()  # what has the keyboard goes with the old report
        view = ReportView(current.data(REPORT), self._area)
        view.tickets_wanted.connect(self.tickets_wanted)
        view.synonym_wanted.connect(self._add_synonym)
        view.import_wanted.connect(self.import_wanted)
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
