"""The line above the list, where there is little room for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton

from qtapp.tickets.head import ListHead
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk, dress

MILLION = 1_000_000


@pytest.fixture(params=["en", "zh_CN"])
def head(request: pytest.FixtureRequest, open_desk: OpenDesk, review_file: Path) -> Iterator[tuple[Desk, ListHead]]:
    dress(request.param)
    desk = open_desk([review_file])
    yield desk, desk.child(ListHead, "listHead")
    dress()


def words(desk: Desk, head: ListHead, width: int) -> str:
    """What the button says in a head so wide; it has the room for that."""
    head.setFixedWidth(width)
    desk.app.processEvents()
    button = desk.child(QToolButton, "sortButton")
    assert button.width() >= button.sizeHint().width() or width < 200
    return button.text()


def test_the_number_stays_whatever_the_room(head: tuple[Desk, ListHead]) -> None:
    desk, line = head
    desk.session.ids = range(MILLION)
    said = [words(desk, line, width) for width in (700, 340, 300, 260, 150)]
    assert all("1,000,000" in one for one in said)
    assert said[0].startswith("1,000,000 ")
    assert " · " in said[0]
    assert said[-1] == "1,000,000"
    assert sorted(said, key=len, reverse=True) == said
    desk.session.complete = False
    assert " · " in words(desk, line, 701)
