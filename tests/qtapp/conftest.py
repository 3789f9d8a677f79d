"""A session on the imported sample, and the whole program on it."""

from __future__ import annotations

import gc
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.importing import import_paths
from db.review import Review
from qtapp import settings
from qtapp.kit import icons, paint, theme
from qtapp.kit.collecting import Collector
from qtapp.session import Session
from tests.qtapp.desk import SIZE, Desk, dress, undress

OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_the_application() -> Iterator[None]:
    """Fonts, pictures and copied texts that are kept go before the interpreter does."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()  # offscreen, it would go after the interpreter, and need it
    for keeper in (icons, paint, theme):
        keeper.forget()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which runs Python's collector as that of the program does."""
    collector = Collector(qapp)
    yield qapp
    collector.deleteLater()
    gc.enable()


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of the sample, imported once for all tests; to be copied."""
    folder = tmp_path_factory.mktemp("imported")
    sample = Path(__file__).resolve().parent.parent.parent / "resources" / "sample"
    data = Path(shutil.copytree(sample, folder / "sample"))
    with Review.create(folder / "sample.winnow", reviewer="lin") as review:
        import_paths(review, [data])
    return folder / "sample.winnow"


@pytest.fixture
def review_file(imported: Path, tmp_path: Path) -> Path:
    """A review of the sample that a test may write to."""
    return Path(shutil.copy(imported, tmp_path / "sample.winnow"))


@pytest.fixture
def session(qapp: QApplication, review_file: Path) -> Iterator[Session]:
    """A session on it that shows everything."""
    session = Session(Review.open(review_file, reviewer="lin"))
    session.start("", "", False, 0)
    session.find_all()
    yield session
    session.close()
    session.deleteLater()


@pytest.fixture
def open_desk(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenDesk]:
    """Starts the program on paths, as often as a test asks; what is left open is closed."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    dress()
    settings.set_checks_labels(False)  # it takes seconds; the tests that are about it switch it on
    open_ones: list[Desk] = []

    def start(paths: Sequence[Path] = (), size: tuple[int, int] = SIZE, debug: bool = False) -> Desk:
        open_ones.append(Desk(qapp, paths, size, debug))
        return open_ones[-1]

    yield start
    for desk in open_ones:
        desk.leave()
    undress(qapp)
    assert [report for desk in open_ones for report in desk.broken] == []


@pytest.fixture
def desk(open_desk: OpenDesk, review_file: Path) -> Desk:
    """The program on a review of the sample."""
    return open_desk([review_file])
