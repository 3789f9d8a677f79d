"""Rows on what a hand does at the window, until it is painted: a facet clicked, a letter typed, an order chosen.

Counts are compared with GROUP BY on text columns under the same filter; an order with ORDER BY on the text; a letter
with a list that is painted at another place, which is what has to be done in any case. The field waits 120 ms for the
next letter before it asks; the clock does not run meanwhile.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import closing
from random import Random
from sqlite3 import Connection
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from qtapp.search.field import SearchField
from qtapp.session import Session
from qtapp.tickets.facet_model import ROW
from qtapp.tickets.facets import FacetPanel
from qtapp.tickets.list import TicketList
from qtapp.tickets.painter import HEIGHT
from qtapp.window.main import MainWindow
from tests.bench.ground import SEED, Ground, say
from tests.bench.measure import Measure, Rows, quiet, ratio, turns, worked
from tests.bench.opened import session_of, until, window
from tests.bench.painting import application
from tests.bench.searching import grouped, plain_tables, queries
from tests.qtapp.hands import commit

FACET = "facet clicked until counts are painted, GROUP BY on text"
KEY = "letter typed until the list is painted, a painted list"
SORT = "list in another order painted, ORDER BY on text"
CLICKS, ROUNDS = 8, 3
REST = 40
"""Milliseconds between two letters."""
ORDERS = {"title": "title", "category": "category", "replies": "turns", "length": "length"}
"""Orders of the list, and the columns of the plain table that they are of."""


def rows(ground: Ground) -> Rows:
    """Letters, orders, then clicks, in one window."""
    review, app = ground.review, application()
    say("acting at the window")
    plain = ground.folder / "acting.sqlite"
    plain.unlink(missing_ok=True)
    with closing(plain_tables(plain, review)) as connection, window(review) as shown, quiet():
        yield _letters(app, shown)
        yield _orders(app, shown, connection)
        yield _clicks(app, shown, connection, ground.rounds(CLICKS))
    plain.unlink()


def _rooms(shown: MainWindow) -> tuple[Session, TicketList, FacetPanel]:
    assert shown.tickets is not None
    return session_of(shown), shown.tickets.list, shown.tickets.facets


def _letters(app: QApplication, shown: MainWindow) -> Measure:
    session, listed, _ = _rooms(shown)
    found, line = shown.findChild(SearchField, "search"), shown.findChild(QLineEdit, "searchLine")
    assert isinstance(found, SearchField)
    assert isinstance(line, QLineEdit)
    dice, typed, painted = Random(SEED), [], []
    for word in [one for one in queries() if len(one) > 3][:6]:
        line.setFocus()
        for letter in word:
            typed.append(worked(lambda letter=letter: _type(found, line, listed, letter)))
            _rest()
        line.clear()
        session.find("")
        app.processEvents()
        for _ in word:
            place = dice.randrange(len(session.ids))
            painted.append(worked(lambda place=place: _place(listed, place)))
    return ratio(KEY, 2, typed, painted, worst=f"{1000 * max(typed):.3g} ms", letters=len(typed))


def _rest() -> None:
    """What follows from a letter is done and painted before the next: nobody types faster than that."""
    QTest.qWait(REST)


def _type(field: SearchField, line: QLineEdit, listed: TicketList, letter: str) -> None:
    commit(line, letter)
    field.ask()
    listed.viewport().repaint()


def _place(listed: TicketList, row: int) -> None:
    listed.verticalScrollBar().setValue(row * HEIGHT)
    listed.viewport().repaint()


def _orders(app: QApplication, shown: MainWindow, plain: Connection) -> Measure:
    """Each order the first time, when it is worked out, then again and reversed."""
    session, listed, _ = _rooms(shown)
    first, ours, theirs = {}, {}, {}
    for order, column in ORDERS.items():
        times = []
        for turn in range(1 + 2 * ROUNDS):
            times.append(worked(lambda order=order, turn=turn: _order(app, session, listed, order, bool(turn % 2))))
            app.processEvents()
            session.set_sort("")
            app.processEvents()
        first[order], ours[order] = times[0], statistics.median(times[1:])
        statement = f"SELECT id FROM plain ORDER BY {column}"
        theirs[order] = statistics.median(
            worked(lambda sql=statement: plain.execute(sql).fetchall()) for _ in turns(ROUNDS, 30)
        )
    ratios = {order: ours[order] / theirs[order] for order in ORDERS}
    worst = max(ratios, key=ratios.__getitem__)
    times = {f"first_{order}": f"{1000 * taken:.3g} ms" for order, taken in first.items()}
    return Measure(SORT, ratios[worst], 1 / 20, ours[worst], theirs[worst], {"worst_of_all": worst, **times})


def _order(app: QApplication, session: Session, listed: TicketList, order: str, reverse: bool) -> None:
    session.set_sort(order, reverse)
    while session.is_ordering:
        app.processEvents()
    listed.viewport().repaint()


def _clicks(app: QApplication, shown: MainWindow, plain: Connection, most: int) -> Measure:
    session, _, facets = _rooms(shown)
    ours, theirs = [], []
    for term in list(_terms(facets))[:most]:
        session.find("")
        _settle(app, facets)
        spot = _spot(facets, term)
        ours.append(worked(lambda spot=spot: _click(app, facets, spot)))
        name, value = term
        column = "cause" if name == "cause" else "category"
        where = f"{column} = '{value}' OR {column} LIKE '{value}｜%'"
        theirs += [worked(lambda where=where: grouped(plain, "plain", where)) for _ in turns(ROUNDS, 20)]
    session.find("")
    return ratio(FACET, 1 / 50, ours, theirs, worst=f"{1000 * max(ours):.3g} ms", clicks=len(ours))


def _terms(facets: FacetPanel) -> Iterator[tuple[str, str]]:
    """The categories that stand in the panel."""
    for place in range(facets.model().rowCount()):
        row: Any = facets.model().index(place, 0).data(ROW)
        if row.kind == "value" and row.section == "category":
            yield row.term


def _spot(facets: FacetPanel, term: Sequence[str]) -> Any:
    """Where to click on a value: at its words, right of the sign that opens it."""
    for place in range(facets.model().rowCount()):
        index = facets.model().index(place, 0)
        row: Any = index.data(ROW)
        if row.kind == "value" and tuple(row.term) == tuple(term):
            facets.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
            return facets.visualRect(index).center()
    raise LookupError(f"no value {term} in the panel")


def _settle(app: QApplication, facets: FacetPanel) -> None:
    until(app, lambda: not (facets._later.isActive() or facets._rows_later.isActive()))
    app.processEvents()


def _click(app: QApplication, facets: FacetPanel, spot: Any) -> None:
    """The events of the click, of the counting that follows, and of all that is painted then."""
    counts = facets._facets
    QTest.mouseClick(facets.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    until(app, lambda: facets._facets is not counts)
    facets.viewport().repaint()
