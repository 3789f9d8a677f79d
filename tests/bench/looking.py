"""Rows on the page of personal data: its first list, a key on it, and the event loop while it is searched for.

A review of all generated tickets beside one of the first thousand: the large one is to feel like the small one. The
search is the window's own, a child process whose findings come in page by page; a long one is cancelled.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.importing import import_paths
from db.privacy import packed, scanning
from db.review import Review
from qtapp.kit import icons, paint, theme
from qtapp.privacy.page import PrivacyPage
from qtapp.session import Session
from qtapp.tasks import Tasks
from qtapp.window.privacy import PrivacySearch
from tests.bench.ground import Ground, say
from tests.bench.measure import Rows, quiet, ratio, timed
from tests.bench.painting import application
from tests.bench.waiting import longest_gap

FIRST, KEY = "personal data: first list beside 1,000 tickets", "personal data: a key beside 1,000 tickets"
SWITCH, GAP = "personal data: another look beside 1,000 tickets", "personal data: longest gap of the loop, searching"
FEW = 1000
SIZE = (1320, 690)
KEYS, LOOKS, ROUNDS = 60, 9, 3
LONGEST = 12.0
"""Seconds after which a search is cancelled."""


def rows(ground: Ground) -> Rows:
    """The first list, then keys, then the gaps."""
    large, app = ground.review, application()
    say("looking at personal data")
    small = _small(ground)
    with _page(app, large) as ours, _page(app, small) as reference:
        firsts = [(_first(ours), _first(reference)) for _ in range(ground.rounds(ROUNDS))]
        yield ratio(FIRST, 1.5, *zip(*firsts, strict=True))
        for one in (ours, reference):
            _fill(one)
        pairs = [(_key(app, ours), _key(app, reference)) for _ in range(ground.rounds(KEYS))]
        yield ratio(KEY, 1.5, *zip(*pairs, strict=True))
        looks = [(_look(app, ours, n), _look(app, reference, n)) for n in range(ground.rounds(LOOKS))]
        yield ratio(SWITCH, 3, *zip(*looks, strict=True))
        gaps = [_gaps(ours) for _ in range(ground.rounds(ROUNDS))]
        yield ratio(GAP, 2, *zip(*gaps, strict=True))
    ground.remove(small)
    for keeper in (icons, paint, theme):
        keeper.forget()


def _small(ground: Ground) -> Path:
    path, source = ground.path("few"), ground.folder / "few.jsonl"
    with ground.jsonl.open(encoding="utf-8") as lines, source.open("w", encoding="utf-8") as file:
        file.writelines(islice(lines, FEW))
    with Review.create(path, "bench") as review:
        import_paths(review, [source])
    return path


@contextmanager
def _page(app: QApplication, path: Path) -> Iterator[PrivacyPage]:
    session = Session(Review.open(path, "bench"))
    session.find("")
    page = PrivacyPage(session)
    page.resize(*SIZE)
    page.show()
    app.processEvents()
    try:
        yield page
    finally:
        page.hide()
        page.deleteLater()
        session.close()


def _search(page: PrivacyPage, tasks: Tasks, loop: QEventLoop) -> None:
    """As the window does."""
    search = PrivacySearch(tasks, tasks)
    search.watch(page._session)
    search.found.connect(page.found.take)
    search.ended.connect(page.found.ended)
    search.ended.connect(lambda _: loop.quit())

    def start(since: int) -> None:
        search.start(since)
        page.found.begun(since)

    page.found.complete = False
    page.found.search_wanted.connect(start)
    page.found.begin()
    page.found.search_wanted.disconnect(start)


def _first(page: PrivacyPage) -> float:
    """Seconds from the wish to the first painted list; the search is cancelled then."""
    tasks, loop, start = Tasks(), QEventLoop(), time.perf_counter()
    found = SimpleNamespace(at=0.0)

    def look() -> None:
        if len(page.found.shown) and not found.at:
            page.repaint()
            found.at = time.perf_counter() - start
            QTimer.singleShot(0, loop.quit)

    page.found.shown_changed.connect(look)
    _search(page, tasks, loop)
    loop.exec()
    page.found.shown_changed.disconnect(look)
    tasks.stop()
    page.found.ended(False)
    return found.at


def _fill(page: PrivacyPage) -> None:
    """All of it, at once."""
    page.found.complete = False
    page.found.begun(-1)
    for findings, tickets in scanning(page._session.review):
        page.found.take({**packed(findings), "tickets": tickets})
    page.found.ended(True)


def _key(app: QApplication, page: PrivacyPage) -> float:
    def press() -> None:
        page.do("privacy_next")
        page.repaint()
        app.processEvents()

    if page.found.look != "values":
        page.found.show("values")
        app.processEvents()
    with quiet():
        return timed(press)


def _look(app: QApplication, page: PrivacyPage, number: int) -> float:
    def switch() -> None:
        page.show_look(("kinds", "values", "tickets")[number % 3])
        page.repaint()

    app.processEvents()
    with quiet():
        return timed(switch)


def _gaps(page: PrivacyPage) -> tuple[float, float]:
    """The longest gap during a search, and as long without one."""
    tasks, start = Tasks(), time.perf_counter()

    def begin(loop: QEventLoop) -> None:
        _search(page, tasks, loop)
        QTimer.singleShot(round(1000 * LONGEST), loop, tasks.cancel)
        # of few tickets the page reads a few at a time itself, and no search tells of an end
        page.found.shown_changed.connect(lambda: None if page.found.works else loop.quit())

    searching = longest_gap(begin)
    lasted = time.perf_counter() - start
    tasks.stop()
    return searching, longest_gap(lambda loop: QTimer.singleShot(round(1000 * lasted), loop.quit))
