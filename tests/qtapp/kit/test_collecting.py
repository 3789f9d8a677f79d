"""What nobody knows any more goes in the thread of the window, and goes."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel

from qtapp.kit import collecting


def lost(gone: list[str]) -> None:
    """A widget that is known to nobody but itself."""
    widget = QLabel("lost")
    widget.itself = widget  # type: ignore[attr-defined]
    weakref.finalize(widget, lambda: gone.append(threading.current_thread().name))


def make_many() -> list[list[int]]:
    return [[number] for number in range(100_000)]


def test_a_widget_goes_in_the_thread_of_the_window(qapp: QApplication) -> None:
    collector = qapp.findChild(collecting.Collector)
    assert collector is not None, "every application has one"
    assert not gc.isenabled()
    gone: list[str] = []
    lost(gone)
    other = threading.Thread(target=make_many)
    other.start()
    other.join()
    assert gone == [], "another thread makes as much as it likes"
    kept = make_many()
    collector.collect()
    assert gone == ["MainThread"]
    assert len(kept) == 100_000


def test_all_generations_are_collected_in_their_turn(qapp: QCoreApplication) -> None:
    collector = collecting.Collector(qapp)
    before = [one["collections"] for one in gc.get_stats()]
    kept = []
    for _ in range(150):
        kept += [[number] for number in range(1_000)]
        collector.collect()
    after = [one["collections"] for one in gc.get_stats()]
    young, middle, old = (now - then for now, then in zip(after, before, strict=True))
    assert len(kept) == 150_000
    assert young + middle + old >= 100
    assert middle >= 8
    assert old == 1, "a second full one is due only when a hundred times as long has passed"
    collector.deleteLater()


def test_nothing_is_collected_where_nothing_was_made(qapp: QCoreApplication) -> None:
    collector = collecting.Collector(qapp)
    gc.collect()
    before = [one["collections"] for one in gc.get_stats()]
    collector.collect()
    assert [one["collections"] for one in gc.get_stats()] == before
    collector.deleteLater()
