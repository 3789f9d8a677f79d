"""Qt's bindings keep the counts of `None` and `True`: a version that drops one a call dies after some thousand."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal

EMISSIONS = 5_000
SLACK = 100
"""Other code may hold a few more or fewer by chance; a leak would be of thousands."""


class Emitter(QObject):
    """A signal of each kind that the program uses."""

    plain = Signal()
    flag = Signal(bool)
    thing = Signal(object)


@pytest.mark.parametrize("constant", [None, True], ids=["None", "True"])
def test_emitting_keeps_the_count(constant: object) -> None:
    emitter, seen = Emitter(), 0

    def slot(*_: object) -> None:
        nonlocal seen
        seen += 1

    for signal in (emitter.plain, emitter.flag, emitter.thing):
        signal.connect(slot)
    before = sys.getrefcount(constant)
    for _ in range(EMISSIONS):
        emitter.plain.emit()
        emitter.flag.emit(True)
        emitter.thing.emit(constant)
        emitter.blockSignals(False)
    assert seen == 3 * EMISSIONS
    assert abs(sys.getrefcount(constant) - before) < SLACK
