"""The main window: header, pages, status bar; passes news between rooms that do not know each other.

Everything that a reviewer does to tickets is the session's; everything that takes long is a task's; which key does
what stands in `keys`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.errors import UserError
from db.late import Late
from qtapp.actions import Actions
from qtapp.kit.ground import ground, line
from qtapp.kit.painted import AfterPaint
from qtapp.kit.two_panes import NARROW
from qtapp.label_actions import LABEL_MODES
from qtapp.session import Session
from qtapp.tasks import Task, Tasks
from qtapp.window import state
from qtapp.window.bulk import Bulk
from qtapp.window.checking import LabelCheck
from qtapp.window.choosing import local_paths
from qtapp.window.door import Door
from qtapp.window.header import Header
from qtapp.window.hosts import Hosts
from qtapp.window.keys import Keys
from qtapp.window.statusbar import StatusBar
from qtapp.window.tickets_page import TicketsPage
from qtapp.window.toast import Toast
from qtapp.window.upkeep import Upkeep

if TYPE_CHECKING:
    from qtapp.window import welcome
else:
    welcome = Late("qtapp.window.welcome")

SIZE = (1320, 820)
SMALLEST = (820, 480)
MOST_PROBLEMS = 2


class MainWindow(QMainWindow):
    """One window, at most one open review. `give_up` hands the review to a window that replaces this one."""

    session_changed = Signal()
    """Another review is open, or none."""
    page_changed = Signal()
    problems_found = Signal(object)
    """More sentences of what went wrong than a message holds."""
    acceptance_wanted = Signal(str)
    """Tickets without a usable label of this field are to get the likely one, once it is asked which of them."""
    duplicates_found = Signal(object)
    """Groups of duplicate tickets, of each of which one is to stay."""

    def __init__(self, actions: Actions, session: Session | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Winnow")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.actions_table = actions
        self.session: Session | None = None
        self.tickets: TicketsPage | None = None
        self.tasks = Tasks(self)
        self.door = Door(self, self.tasks)
        self.check = LabelCheck(self.tasks, self)
        self._build()
        self.hosts = Hosts(self, self.tasks, self.check)
        self.upkeep = Upkeep(self, self.tasks)
        self.bulk = Bulk(self.tasks, self)
        self.keys = Keys(self, actions, self._deeds())
        actions.attach(self)
        self._connect()
        self.resize(*SIZE)
        self.restoreGeometry(state.kept_bytes("geometry"))
        if session is not None:
            self.take_over(session)

    def _build(self) -> None:
        self.menu = QMenu(self)
        self.menu.setObjectName("mainMenu")
        self.actions_table.fill(self.menu)
        self.header = Header(self.actions_table, self.menu, self)
        self.pages = QStackedWidget(self)
        self.bar = StatusBar(self.tasks, self.actions_table["keys"], self)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        ground(body, "canvas")
        for part in (self.header, line(body), self.pages, line(body), self.bar):
            column.addWidget(part, int(part is self.pages))
        self.setCentralWidget(body)
        self.toast = Toast(self.pages)

    def _connect(self) -> None:
        self.header.page_wanted.connect(self.show_page)
        self.header.review_wanted.connect(self.door.open_one)
        self.door.opener.opened.connect(self.take_over)
        self.door.opener.failed.connect(self.say_problem)
        self.door.opener.imported.connect(self._imported)
        self.door.opener.drifted.connect(self.hosts.sources.refresh)
        self.bar.drift.clicked.connect(self.actions_table["sources_page"].trigger)
        self.tasks.started.connect(self._follow)
        self.toast.wanted.connect(self.do_action)
        self.check.said.connect(self._say_checked)
        self.check.failed.connect(self.say_problem)
        self.bulk.failed.connect(self.say_problem)
        QApplication.instance().focusChanged.connect(self._follow_keyboard)

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What the window itself does, by action."""
        return {
            "open": self.door.ask_files,
            "open_folder": self.door.ask_folder,
            "open_tables": self.door.ask_tables,
            "open_sample": self.door.open_sample,
            "close_review": self.close_review,
            "tickets_page": lambda: self.show_page("tickets"),
            "canned_page": lambda: self.show_page("canned"),
            "labels_page": lambda: self.show_page("labels"),
            "privacy_page": lambda: self.show_page("privacy"),
            "sources_page": lambda: self.show_page("sources"),
            "check_labels": self.check.start,
            "taxonomy_save": self.hosts.labels.files.save,
            "taxonomy_read": self.hosts.labels.files.read,
            **{action: partial(self.hosts.labels.show_mode, mode) for action, mode in LABEL_MODES.items()},
            "quit": self.close,
        }

    # The review

    def take_over(self, session: Session | None) -> None:
        """Show a review as it was left, or the welcome page; the review that was open is closed."""
        self._leave()
        self.session = session
        self._clear()
        self.hosts.watch(session)
        self.check.watch(session)
        self.upkeep.watch(session)
        self.bulk.watch(session)
        if session is None:
            self._welcome()
        elif not self._can_enter(session):
            return
        self.bar.watch(session)
        self.session_changed.emit()

    def _can_enter(self, session: Session) -> bool:
        """Show a review; one that turns out to be damaged is closed again, and refused as one that does not open."""
        try:
            self._enter(session)
        except UserError as error:
            self.take_over(None)
            self.door.opener.refuse(session.review.path, error)
            return False
        return True

    def _enter(self, session: Session) -> None:
        session.setParent(self)
        place = state.place_of(session.review.path)
        state.remember_review(session.review.path)
        session.start(place.query, place.sort, place.reverse, place.ticket)
        self.tickets = TicketsPage(session, self.actions_table["select"], state.kept_bytes("columns"), self.pages)
        self.tickets.facets.save_view.connect(self.actions_table["save_view"].trigger)
        self.tickets.facets.remove_view.connect(session.delete_view)
        self.pages.addWidget(self.tickets)
        session.view_message.connect(self._say)
        session.not_done.connect(self.toast.tell)
        session.failed.connect(self.say_problem)
        session.changed.connect(self._count)
        session.shown_changed.connect(self._count)
        self.tickets.pane.done.connect(self.tickets.focus_list)
        self.check.checked.connect(self.tickets.pane.settle)
        self.tickets.pane.family_wanted.connect(self.hosts.canned.show_family)
        self.header.set_review(session.review.path.stem, state.recent_reviews(session.review.path))
        self.setWindowTitle(f"{session.review.path.stem} — Winnow")
        self.show_page(place.page)
        AfterPaint(self.tickets.pane, session.find_all, session)

    def _welcome(self) -> None:
        offers = [self.actions_table[name] for name in ("open", "open_folder", "open_sample")]
        page = welcome.WelcomePage(offers, state.recent_reviews(), self)
        page.review_wanted.connect(self.door.open_one)
        self.pages.addWidget(page)
        page.setFocus()
        self.header.set_review("", [])
        self.setWindowTitle("Winnow")

    def _clear(self) -> None:
        """Remove all pages, also one that was only half made when damage showed."""
        self.toast.stand_over(self.pages)
        for timer in self.pages.findChildren(QTimer):
            timer.stop()  # what they would do needs the review, and pages are deleted later than it
        for page in self.pages.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            page.hide()  # or a widget of it gets the keyboard while it is being deleted
            self.pages.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self.tickets = None

    def _leave(self) -> None:
        """Keep the place in the review that is open, and close it.

        Pages go first: a list that gets the keyboard because what had it is gone reads its first row.
        """
        session = self.give_up()
        if session is not None:
            self._clear()
            session.close()
            session.deleteLater()

    def give_up(self) -> Session | None:
        """The open session, which stays open; its place is kept, and this window no longer holds it."""
        session, self.session = self.session, None
        if session is not None and self.tickets is not None:
            self.tickets.pane.commit()
            self.hosts.commit()
            state.keep_bytes("columns", self.tickets.columns())
            order = (session.text, session.chosen_sort, session.reverse, session.current_id)
            place = state.Place(self.page(), *order, self.hosts.labels.place())
            state.keep_place(session.review.path, place)
            session.setParent(None)
        return session

    def _imported(self) -> None:
        """After an import the list is complete; where something is to be told of the files, the sources tell it."""
        self.hosts.sources.refresh()
        self.hosts.canned.scanner.start()
        self.check.start_by_itself()

    def _follow(self, task: Task) -> None:
        if not task.is_quiet:
            task.cancelled.connect(self._stopped)

    def _stopped(self) -> None:
        self.toast.tell(self.tr("Stopped. Nothing half done was kept."))

    def close_review(self) -> None:
        """Go back to the welcome page."""
        self.tasks.stop()
        self.take_over(None)

    # Pages

    def page(self) -> str:
        """The page that is shown."""
        shown = self.pages.currentWidget()
        pages = self.hosts.pages().items()
        return next((name for name, page in pages if page is not None and page is shown), "tickets")

    def show_page(self, name: str) -> None:
        """Go to a page."""
        if self.tickets is None:
            return
        host = self.hosts.by_name.get(name)
        page = self.tickets if host is None else host.bring()
        self.pages.setCurrentWidget(page)
        self.header.show_page(self.page())
        page.focus_list()
        self.toast.stand_over(page.toast_place())
        self.page_changed.emit()

    def show_tickets(self, query: str, ticket: int) -> None:
        """Show the tickets of a finding, the one that was pressed first of all."""
        if self.session is not None and self.session.find(query):
            self.show_page("tickets")
            if ticket:
                self.session.go(ticket)

    def _count(self) -> None:
        if self.session is not None and self.session.complete:
            self.header.set_count("tickets", self.session.counts()[0])
            self.header.set_count("sources", self.session.review.source_count())

    # Messages

    def _say(self, text: str, action: str) -> None:
        offered = self.actions_table.get(action)
        label = offered.text() if offered is not None else ""
        key = self.actions_table.shown_key(action) if offered is not None else ""
        self.toast.say(text, action, label, key)

    def _say_checked(self, text: str, action: str) -> None:
        """On the page of labels what was found is there already."""
        self._say(text, action if self.page() != "labels" else "")

    def say_problem(self, text: str) -> None:
        """Say what went wrong, a sentence a line; it stays until it is read."""
        if text.count("\n") < MOST_PROBLEMS:
            self.toast.warn(text)
        else:
            self.problems_found.emit(text.split("\n"))

    def do_action(self, action: str) -> None:
        """Do what an action is for."""
        self.actions_table[action].trigger()

    # The window

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._find_keyboard)
            self.hosts.sources.come_back()

    def _follow_keyboard(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            QTimer.singleShot(0, self, self._find_keyboard)

    def _find_keyboard(self) -> None:
        """What had the keyboard may have gone, also while another window was active: the page takes it then."""
        if self.isActiveWindow() and self.focusWidget() is None and self.tickets is not None:
            self.show_page(self.page())

    def showEvent(self, event: QShowEvent) -> None:
        """The welcome comes where no review was opened before: it would only have been replaced."""
        if not self.pages.count():
            self.take_over(None)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_narrow(self.width() < NARROW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.door.open_paths(local_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already: only the child, the place and the layout are left to see to."""
        self.tasks.stop()
        state.keep_bytes("geometry", self.saveGeometry())
        self._leave()
        super().closeEvent(event)
