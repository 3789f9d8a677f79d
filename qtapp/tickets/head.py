"""The line between the search field and the list: how many tickets, in which order, what is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from qtapp.kit.icons import icon
from qtapp.kit.theme import SECONDARY, font
from qtapp.kit.widgets import KeyHint, key_text
from qtapp.session import Session


class ListHead(QWidget):
    """Count and sort menu at the left, filter button (in a narrow window) and selection at the right."""

    filters_wanted = Signal()

    def __init__(self, session: Session, select: QAction, parent: QWidget | None = None) -> None:
        """`select` is the action that takes a ticket into the selection."""
        super().__init__(parent)
        self.setObjectName("listHead")
        self._session = session
        self.sort = self._button("sortButton", self.tr("Order of the list"))
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setIcon(icon("chevron-down"))
        self.sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        self.filters = self._button("filterButton", self.tr("Filters"))
        self.filters.setIcon(icon("filter"))
        self.filters.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filters.setText(self.tr("Filter"))
        self.filters.clicked.connect(self.filters_wanted)
        self.selected = self._button("selectButton", self.tr("Select"))
        self.selected.clicked.connect(select.trigger)
        self._select = select
        self._menu()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 18, 0)
        layout.setSpacing(4)
        layout.addWidget(self.sort)
        layout.addStretch(1)
        layout.addWidget(self.filters)
        layout.addWidget(self.selected)
        self._hint = KeyHint(key_text(select.shortcut()), self)
        layout.addWidget(self._hint)
        session.shown_changed.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        self.refresh()

    def _button(self, name: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setAutoRaise(True)
        button.setFont(font(SECONDARY))
        return button

    def orders(self) -> dict[str, str]:
        """Sort -> its words on the button."""
        return {
            "position": self.tr("file order"),
            "match": self.tr("best match"),
            "recent": self.tr("last edited"),
            "title": self.tr("title"),
            "category": self.tr("category"),
            "replies": self.tr("replies"),
            "length": self.tr("length"),
        }

    def _menu(self) -> None:
        menu = QMenu(self.sort)
        self._group = QActionGroup(menu)
        for name, words in self.orders().items():
            action = menu.addAction(words)
            action.setData(name)
            action.setCheckable(True)
            self._group.addAction(action)
        menu.addSeparator()
        self._reverse = menu.addAction(self.tr("Reversed"))
        self._reverse.setCheckable(True)
        menu.triggered.connect(self._sorted)
        self.sort.setMenu(menu)

    def _sorted(self, action: QAction) -> None:
        name = self._session.sort if action is self._reverse else str(action.data())
        self._session.set_sort(name, self._reverse.isChecked())

    def refresh(self) -> None:
        """Say what is shown and what is selected."""
        for action in self._group.actions():
            action.setChecked(action.data() == self._session.sort)
        self._reverse.setChecked(self._session.reverse)
        chosen = len(self._session.selection)
        self.selected.setText(self.tr("%Ln selected", "", chosen) if chosen else self.tr("Select"))
        self._say()

    def _say(self) -> None:
        """How many tickets, in which order; where there is no room for all of that, the number is what stays."""
        order = self.tr("sorting…") if self._session.is_ordering else self.orders()[self._session.sort]
        count, number = self.tr("Tickets"), ""
        if self._session.complete:
            total = len(self._session.ids)
            count, number = self.tr("%Ln tickets", "", total), f"{total:,}"
        wordings = [f"{count} · {order}", f"{number} · {order}", count, number] if number else [f"{count} · {order}"]
        self.sort.setText(next(filter(self._fits, wordings), wordings[-1]))

    def _fits(self, words: str) -> bool:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return True
        others = (self.filters, self.selected, self._hint)
        taken = sum(one.sizeHint().width() for one in others if not one.isHidden())
        self.sort.setText(words)
        margins, gaps = layout.contentsMargins(), layout.spacing() * layout.count()
        return self.sort.sizeHint().width() + taken + gaps + margins.left() + margins.right() <= self.width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    def set_narrow(self, narrow: bool) -> None:
        """Offer the filters by a button, where they have no room of their own."""
        self.filters.setVisible(narrow)
        self._say()
