"""The header: menu, name of the review with the recent ones, tabs of the pages, undo and redo, commands, export."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from qtapp.kit import paint
from qtapp.kit.icons import icon
from qtapp.kit.theme import BODY, SMALL, font, tokens
from qtapp.kit.tool_button import tool_button
from qtapp.kit.widgets import ActionButton
from qtapp.window.review_button import ReviewButton

HEIGHT = 44


class PageTab(QAbstractButton):
    """The name of a page with a count, underlined where it is the one shown."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.count: int | None = None
        self._narrow = False

    def set_count(self, count: int | None) -> None:
        """The number beside the name, None for none."""
        self.count = count
        self.setAccessibleName(f"{self.text()} {self._number()}".strip())
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the count away."""
        self._narrow = narrow
        self.updateGeometry()

    def _number(self) -> str:
        return "" if self.count is None else f"{self.count:,}"

    def _tail(self) -> str:
        return "" if self._narrow else self._number()

    def _text_width(self) -> int:
        return paint.metrics(BODY, bold=True).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        tail = paint.metrics(SMALL).horizontalAdvance(self._tail())
        return QSize(self._text_width() + (tail + 6 if tail else 0), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, area = tokens(), QPainter(self), self.rect()
        lit = self.isChecked() or self.underMouse()
        face = font(BODY, bold=self.isChecked())
        paint.write(painter, area, self.text(), face, colours.text if lit else colours.text2)
        behind = area.adjusted(self._text_width() + 6, 1, 0, 0)
        paint.write(painter, behind, self._tail(), font(SMALL), colours.text3)
        if self.isChecked():
            paint.fill(painter, QRect(0, area.height() - 2, area.width(), 2), colours.accent)
        if self.hasFocus():
            paint.outline(painter, area.adjusted(0, 8, 0, -8), colours.accent, 4)


class Header(QWidget):
    """Forty-four pixels at the head of the window."""

    page_wanted = Signal(str)
    review_wanted = Signal(object)
    """The path of a recent review."""

    def __init__(self, actions: Mapping[str, QAction], menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._menu_button = tool_button(self, "menuButton", self.tr("Menu"), "menu")
        self._menu_button.setMenu(menu)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.review = ReviewButton(actions, self)
        self.review.review_wanted.connect(self.review_wanted)
        self._tabs: dict[str, PageTab] = {}
        self._group = QButtonGroup(self)
        self._right = [self._action_tool(actions["undo"]), self._action_tool(actions["redo"])]
        self._commands, self._export = (ActionButton(actions[name], parent=self) for name in ("commands", "export"))
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._menu_button)
        layout.addWidget(self.review)
        layout.addSpacing(16)
        names = {
            "tickets": self.tr("Tickets"),
            "canned": self.tr("Canned replies"),
            "labels": self.tr("Labels"),
            "privacy": self.tr("Privacy"),
            "sources": self.tr("Sources"),
        }
        for name, text in names.items():
            tab = self._tabs[name] = PageTab(text, self)
            tab.setObjectName(f"{name}Tab")
            tab.setAccessibleName(text)
            tab.setProperty("page", name)
            self._group.addButton(tab)
            layout.addWidget(tab)
            layout.addSpacing(16)
        self._group.buttonClicked.connect(self._choose)
        layout.addStretch(1)
        for widget in (*self._right, self._commands, self._export):
            layout.addWidget(widget)

    def _action_tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        action.setIcon(icon(str(action.property("icon_name"))))
        button.setDefaultAction(action)
        button.setObjectName(f"{action.objectName()}Button")
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAutoRaise(True)
        return button

    def _choose(self, tab: QAbstractButton) -> None:
        self.page_wanted.emit(str(tab.property("page")))

    def show_page(self, name: str) -> None:
        """Underline a tab."""
        self._tabs[name].setChecked(True)

    def set_count(self, name: str, count: int | None) -> None:
        """The number beside a tab, None for none."""
        self._tabs[name].set_count(count)

    def take_up(self, other: Header) -> None:
        """Say the numbers of the header that this one replaces, where none are known here yet."""
        for name, tab in self._tabs.items():
            if tab.count is None:
                tab.set_count(other._tabs[name].count)

    def set_review(self, name: str, recent: list[Path]) -> None:
        """The name of the open review ('' for none), and the others to go to."""
        self.review.show_review(name, recent)
        for widget in (*self._tabs.values(), *self._right, self._commands, self._export):
            widget.setVisible(bool(name))

    def set_narrow(self, narrow: bool) -> None:
        """Below 1100 pixels: names without counts, buttons without words."""
        for tab in self._tabs.values():
            tab.set_narrow(narrow)
        for button in (self._commands, self._export):
            button.set_narrow(narrow)
