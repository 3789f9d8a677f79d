"""The facet panel: saved views, then facets with counts that follow the other filters.

Writes the query text and nothing else: what is chosen is what the query says. Counts are asked for after the first
paint, and once for many changes that come together.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from db.records import replace
from db.search import Facets, Query, parse
from db.values import Changes, Status
from qtapp.session import Session
from qtapp.tickets.facet_delegate import FacetDelegate, button_rect
from qtapp.tickets.facet_model import ROW, FacetModel
from qtapp.tickets.facet_rows import VIEW, FacetRow, Folding, Rows

WIDTH = 230
CONFLICT, PARKED = ("finding", "conflict"), ("is", "parked")
"""Terms of tickets whose source changed otherwise than they did, and of those that are no longer in theirs."""
FILTERED = ("category", "cause", "source")
"""Sections with a filter box."""


class FacetPanel(QListView):
    """A list of 230 pixels. Click or Enter: only this; with Ctrl: this too; with Alt: all but this."""

    save_view = Signal()
    """The reviewer wants to keep the query as a view."""
    remove_view = Signal(str)
    """The reviewer wants to be rid of the view of this name."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAccessibleName(self.tr("Filters"))
        self._session = session
        self._folding = Folding()
        self._facets: Facets | None = None
        self._counted: Facets | None = None
        self._rare: tuple[int, ...] = ()
        self._total: int | None = None
        self._box: QLineEdit | None = None
        self._model = FacetModel(self)
        self.setModel(self._model)
        self.setItemDelegate(FacetDelegate(self))
        self._set_up_view()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._count)
        self._rows_later = QTimer(self, singleShot=True, interval=0)  # between the two the window answers
        self._rows_later.timeout.connect(self._take_over)
        for signal in (session.shown_changed, session.changed, session.views_changed):
            signal.connect(self._later.start)
        session.changed.connect(self._forget_rare)
        self._rebuild()
        self._later.start()

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def _count(self) -> None:
        if self._session.complete:
            self._counted = self._session.facets() or self._counted
            self._rare = self._rare or self._count_rare()
        self._rows_later.start()

    def _take_over(self) -> None:
        """Show what was counted."""
        self._facets = self._counted
        self._rebuild()

    def _count_rare(self) -> tuple[int, ...]:
        """Tickets with a conflict and parked ones, whatever the filters are; only an import makes any."""
        return tuple(self._session.finder.count(Query().with_clause(*term)) for term in (CONFLICT, PARKED))

    def _forget_rare(self, changes: Changes) -> None:
        if changes.kind in ("import", "other"):
            self._rare = ()

    def _rebuild(self) -> None:
        """Work out the rows and keep the place of the keyboard."""
        index = self.currentIndex()
        key = self._model.row_at(index.row()).key if index.isValid() else ""
        self._model.set_rows(self._rows())
        if key and (place := self._model.place(key)) >= 0:
            self.setCurrentIndex(self._model.index(place))

    def _rows(self) -> list[FacetRow]:
        rows = Rows(self._session.query, self._folding)
        found = rows.section("view", self.tr("Views"), None, self._views(rows))
        if self._facets is not None:
            found += self._sections(rows, self._facets)
        return found

    def _views(self, rows: Rows) -> list[FacetRow]:
        review, text = self._session.review, str(self._session.query)
        if self._session.complete:
            self._total = self._session.counts()[0]
        views = [("", self.tr("All tickets"), "", "inbox")]
        views += [(name, name, query, "bookmark") for name, query in review.saved_views()]
        return [
            FacetRow(
                "value",
                "view",
                label,
                f"{VIEW}{name}",
                count=self._total if not name else None,
                term=("", query),
                chosen=True if _canonical(query) == text else None,
                icon=icon,
            )
            for name, label, query, icon in views
        ]

    def _sections(self, rows: Rows, facets: Facets) -> list[FacetRow]:
        words = {
            Status.UNREVIEWED: self.tr("Unreviewed"),
            Status.REVIEWED: self.tr("Reviewed"),
            Status.FLAGGED: self.tr("Flagged"),
            Status.EXCLUDED: self.tr("Excluded"),
        }
        status = [
            rows.value("status", word, facets.status.get(code, 0), ("is", code.word), f"status-{code.word}")
            for code, word in words.items()
        ]
        status.append(rows.value("status", self.tr("Edited"), facets.edited, ("is", "edited"), "edit"))
        status += [row for row in self._rarities(rows) if row.count or row.chosen is not None]
        categories = rows.tree("category", "cat", facets.categories)
        causes = rows.flat("cause", [(("cause", name), name, count) for name, count in facets.causes])
        sources = rows.flat("source", [(("source", name), name, count) for _, name, count in facets.sources])
        return [
            *rows.section("status", self.tr("Status"), None, status),
            *rows.section("category", self.tr("Category"), len(facets.categories), categories),
            *rows.section("cause", self.tr("Root cause"), len(facets.causes), causes),
            *rows.section("source", self.tr("Source"), len(facets.sources), sources),
        ]

    def _rarities(self, rows: Rows) -> list[FacetRow]:
        """What only a source that changed brings."""
        conflicts, parked = self._rare or (0, 0)
        return [
            rows.value("status", self.tr("Conflicts"), conflicts, CONFLICT, "warning"),
            rows.value("status", self.tr("Parked"), parked, PARKED, "inbox"),
        ]

    # What a row does

    def _press(self, index: QModelIndex, keys: Qt.KeyboardModifier) -> None:
        row: FacetRow = index.data(ROW)
        if row.kind == "more":
            self._folding.whole ^= {row.section}
            self._rebuild()
        elif row.kind == "value" and row.section == "view":
            self._session.find(row.term[1])
        elif row.kind == "value":
            self._session.find(str(asked(self._session.query, row, keys)))

    def _fold(self, row: FacetRow, opened: bool) -> None:
        if row.open is not None and row.kind == "value":
            self._folding.branches[row.key] = opened
            self._rebuild()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        row: FacetRow = index.data(ROW)
        inside = event.position().toPoint() - self.visualRect(index).topLeft()
        if row.kind == "section":
            if button_rect(self.visualRect(index)).contains(event.position().toPoint()):
                self._section_button(row, self.visualRect(index))
            return
        self.setCurrentIndex(index)
        if row.open is not None and row.kind == "value" and inside.x() < 34 + 16 * row.depth:
            self._fold(row, not row.open)
        else:
            self._press(index, event.modifiers())

    def _section_button(self, row: FacetRow, area: QRect) -> None:
        if row.section == "view":
            self.save_view.emit()
        elif row.section in FILTERED:
            self._open_box(row.section, area)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is seen on a row, the first value where none was chosen."""
        super().focusInEvent(event)
        kinds = [self._model.row_at(row).kind for row in range(self._model.rowCount())]
        here = self.currentIndex().row()
        if "value" in kinds and (here < 0 or kinds[here] == "section"):
            self.setCurrentIndex(self._model.index(kinds.index("value")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row: FacetRow | None = index.data(ROW) if index.isValid() else None
        if row is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press(index, event.modifiers())
        elif event.key() == Qt.Key.Key_Right:
            self._fold(row, True)
        elif event.key() == Qt.Key.Key_Left:
            self._fold(row, False)
        elif event.key() == Qt.Key.Key_Delete and row.can_go:
            self.remove_view.emit(row.label)
        else:
            super().keyPressEvent(event)

    # The filter box of a section

    def _open_box(self, section: str, area: QRect) -> None:
        self._close_box()
        box = QLineEdit(self.viewport())
        box.setObjectName(f"{section}Filter")
        box.setAccessibleName(self.tr("Filter this list"))
        box.setPlaceholderText(self.tr("Filter this list"))
        box.setText(self._folding.filters.get(section, ""))
        box.setGeometry(area.adjusted(8, 2, -8, -1))
        box.setProperty("section", section)
        box.textChanged.connect(self._filter)
        box.installEventFilter(self)
        self._box = box
        box.show()
        box.setFocus()

    def _filter(self, text: str) -> None:
        if self._box is not None:
            self._folding.filters[str(self._box.property("section"))] = text.strip()
            self._rebuild()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc empties and closes the box; losing the focus closes it where it is empty."""
        if watched is self._box and self._box is not None:
            escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
            if escaped and event.type() == QEvent.Type.KeyPress:
                self._box.clear()
                self._close_box()
                self.setFocus()
                return True
            if event.type() == QEvent.Type.FocusOut and not self._box.text():
                self._close_box()
        return super().eventFilter(watched, event)

    def _close_box(self) -> None:
        if self._box is not None:
            box, self._box = self._box, None
            box.hide()
            box.deleteLater()


def asked(query: Query, row: FacetRow, keys: Qt.KeyboardModifier) -> Query:
    """The query after a press on a value: only it, it too, all but it; pressed again, it is taken back."""
    name, value = row.term
    if keys & Qt.KeyboardModifier.AltModifier:
        taken = taken_back(query, row)
        return taken if row.chosen is False else taken.with_clause(name, value, negated=True)
    if keys & Qt.KeyboardModifier.ControlModifier:
        return taken_back(query, row) if row.chosen is False else query.widened(name, value)
    if row.chosen is None and row.term in (CONFLICT, PARKED):
        query = taken_back(taken_back(query, replace(row, term=CONFLICT)), replace(row, term=PARKED))
    return taken_back(query, row) if row.chosen is not None else query.replaced(name, value)


def taken_back(query: Query, row: FacetRow) -> Query:
    """The query without any clause that names the value of this row."""
    for clause in query.clauses:
        if clause.field == row.term[0] and row.term[1] in clause.values:
            alone = len(clause.values) == 1
            query = query.without(clause) if alone else query.widened(*row.term)
    return query


def _canonical(query: str) -> str:
    return str(parse(query)) if query else ""
