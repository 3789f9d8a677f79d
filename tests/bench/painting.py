"""Rows on painting: the next ticket, and a frame of the list, beside Qt's own widgets with the same text.

Both are shown off the screen, in the size that they have in the window, and painted at once; no event is left waiting
behind any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from PySide6.QtCore import QEventLoop, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QHeaderView, QTableView, QTextEdit, QWidget

from db.review import Review
from db.values import Ticket
from qtapp.app.program import make_application
from qtapp.detail import TicketPane
from qtapp.kit import icons, paint, theme
from qtapp.session import Session
from qtapp.tickets.list import TicketList
from qtapp.tickets.painter import HEIGHT
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Rows, p99, quiet, ratio, worked

NEXT, NEXT_P99 = "next ticket shown, median", "next ticket shown, p99"
SCROLL, SCROLL_P99 = "scrolling a frame at a random place", "scrolling a frame at a random place, p99"
TICKETS = 300
FRAMES = 200
WARM = 20
REPEAT = 33
"""Milliseconds between two repeats of a key that is held down: nobody steps faster."""
PANE, LIST = (660, 780), (430, 700)


def rows(ground: Ground) -> Rows:
    """Tickets, then frames, of the review of the JSONL file."""
    review_path = ground.review
    app = application()
    say("painting")
    session = Session(Review.open(review_path, "bench"))
    try:
        session.find("")
        ours, reference = _tickets(app, session, ground.rounds(TICKETS), REPEAT)
        hurried = ratio(NEXT, 1, *_tickets(app, session, ground.rounds(TICKETS // 2), 0))
        yield ratio(NEXT, 1, ours, reference, without_pause=round(hurried.ratio, 3))
        yield ratio(NEXT_P99, 1.5, ours, reference, p99)
        frames = _frames(app, session, ground.rounds(FRAMES))
        yield ratio(SCROLL, 3, *frames)
        yield ratio(SCROLL_P99, 3, *frames, p99)
    finally:
        session.close()
        for keeper in (icons, paint, theme):
            keeper.forget()


def application() -> QApplication:
    """The application in Winnow's theme, made once."""
    app = QApplication.instance() or make_application()
    theme.use(app, "light")
    return app


def _tickets(app: QApplication, session: Session, number_of: int, pause: int) -> tuple[list[float], list[float]]:
    """Seconds of each step; between two of them the event loop runs for `pause` milliseconds."""
    pane, plain = TicketPane(session), QTextEdit()
    plain.setReadOnly(True)
    windows = [_shown(app, widget, PANE) for widget in (pane, plain)]
    ours, reference = [], []
    with quiet():
        for number in range(number_of + WARM):
            ours.append(worked(lambda: _step(app, session)))
            _wait(pause)
            text = _text(session.current)
            reference.append(worked(lambda text=text: _set(app, plain, text)))
            if number % 10 == 0:
                pane.settle()
    _put_away(app, windows)
    return ours[WARM:], reference[WARM:]


def _wait(milliseconds: int) -> None:
    if milliseconds:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()


def _step(app: QApplication, session: Session) -> None:
    session.next()
    app.processEvents()


def _set(app: QApplication, plain: QTextEdit, text: str) -> None:
    plain.setPlainText(text)
    app.processEvents()


def _text(ticket: Ticket | None) -> str:
    """All that the pane shows of a ticket's own text."""
    assert ticket is not None
    return "\n".join((ticket.title, *ticket.causes, ticket.problem, *(turn.text for turn in ticket.thread)))


def _frames(app: QApplication, session: Session, number_of: int) -> tuple[list[float], list[float]]:
    ours = TicketList(session)
    titles = [row.title for row in session.review.rows([int(one) for one in session.ids])]
    plain = _string_list(titles)
    windows = [_shown(app, widget, LIST) for widget in (ours, plain)]
    dice = Random(SEED)
    places = [dice.randrange(max(1, len(titles))) for _ in range(number_of + WARM)]
    with quiet():
        times = [(worked(_frame(ours, place)), worked(_frame(plain, place))) for place in places]
    _put_away(app, windows)
    return [one for one, _ in times[WARM:]], [one for _, one in times[WARM:]]


def _string_list(titles: Sequence[str]) -> QTableView:
    """Qt's own model in the view that has rows of one height, with as many of them on the screen as ours."""
    view = QTableView()
    view.setModel(QStringListModel(titles, view))
    view.setShowGrid(False)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(HEIGHT)
    return view


def _frame(view: QTableView, row: int) -> Callable[[], None]:
    def work() -> None:
        view.verticalScrollBar().setValue(row * HEIGHT)
        view.viewport().repaint()

    return work


def _shown(app: QApplication, widget: QWidget, size: tuple[int, int]) -> QWidget:
    """A window with a widget in it: it is never one of its own."""
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    window.resize(*size)
    window.show()
    app.processEvents()
    return window


def _put_away(app: QApplication, windows: Sequence[QWidget]) -> None:
    for window in windows:
        window.close()
        window.deleteLater()
    app.processEvents()
