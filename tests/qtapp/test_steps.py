"""Work in slices: the loop turns between them, the end is told, what is stopped or fails is not."""

from __future__ import annotations

from collections.abc import Iterator
from time import sleep

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from qtapp.steps import Steps


@pytest.fixture
def told(steps: Steps) -> list[str]:
    found: list[str] = []
    steps.ended.connect(lambda: found.append("ended"))
    steps.failed.connect(lambda: found.append("failed"))
    return found


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.fixture
def steps(parent: QObject) -> Steps:
    return Steps(parent)


def _slow(done: list[int]) -> Iterator[None]:
    for number in range(6):
        sleep(0.003)
        done.append(number)
        yield


def test_the_loop_turns_between_two_slices(steps: Steps, told: list[str], qtbot: QtBot) -> None:
    done: list[int] = []
    seen: list[int] = []
    beat = QTimer(steps, interval=0)
    beat.timeout.connect(lambda: seen.append(len(done)))
    beat.start()
    steps.begin(_slow(done))
    assert steps.is_active
    qtbot.waitUntil(lambda: bool(told))
    assert done == list(range(6))
    assert not steps.is_active
    assert any(0 < one < 6 for one in seen)


def test_what_is_stopped_or_taken_over_is_not_told(steps: Steps, told: list[str], qtbot: QtBot) -> None:
    first: list[int] = []
    steps.begin(_slow(first))
    steps.stop()
    qtbot.wait(30)
    assert (first, told) == ([], [])
    steps.begin(_slow(first))
    steps.begin(_slow([]))
    qtbot.waitUntil(lambda: bool(told))
    assert (first, told) == ([], ["ended"])


def test_what_fails_is_let_go(steps: Steps, told: list[str], qtbot: QtBot) -> None:
    def failing() -> Iterator[None]:
        yield
        raise ValueError("no")

    with capture_exceptions() as caught:
        steps.begin(failing())
        qtbot.waitUntil(lambda: not steps.is_active)
    assert [kind for kind, _, _ in caught] == [ValueError]
    assert told == ["failed"]
