"""The main window: header, pages, status bar; binds the actions, and passes news between rooms that do not know each
other. Everything that a reviewer does to tickets is the session's; everything that takes long is a task's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from qtapp.session import Session
from qtapp.sources.page import SourcesPage
from qtapp.tasks import Tasks
from qtapp.window import state
from qtapp.window.header import Header
from qtapp.window.opening import Opener
from qtapp.window.statusbar import StatusBar
from qtapp.window.tickets_page import NARROW, TicketsPage
from qtapp.window.toasts import Toasts
from qtapp.window.welcome import WelcomePage

SIZE = (1320, 820)
SMALLEST = (820, 480)


class MainWindow(QMainWindow):
    """One window, at most one open review. `take_session` hands the review to the window that replaces this one."""

    def __init__(self, actions: Mapping[str, QAction], session: Session | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Winnow")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.actions_table = actions
        self.session: Session | None = None
        self.tickets: TicketsPage | None = None
        self.sources: SourcesPage | None = None
        self.tasks = Tasks(self)
        self.opener = Opener(self.tasks, self)
        self._build()
        self._connect()
        self.resize(*SIZE)
        self.restoreGeometry(state.kept_bytes("geometry"))
        if session is not None:
            self.take_over(session)
        else:
            self._welcome()

    def _build(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("mainMenu")
        self.menu = menu
        self.header = Header(self.actions_table, menu, self)
        self.pages = QStackedWidget(self)
        self.bar = StatusBar(self.tasks, self)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addWidget(self.bar)
        self.setCentralWidget(body)
        self.toasts = Toasts(self)

    def _connect(self) -> None:
        self.header.page_wanted.connect(self.show_page)
        self.header.review_wanted.connect(self._open_one)
        self.opener.opened.connect(self.take_over)
        self.opener.failed.connect(self.toasts.problem)
        self.opener.imported.connect(self._imported)
