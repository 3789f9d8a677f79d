"""What every test has and what none may leave behind.

Guards hold without being asked for: settings and data go to a temporary folder, no window is shown, no review stays
open, no thread keeps running, and a warning in the log that nobody expected fails the test.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How fast a machine draws examples, or runs them for the first time, is not what these tests are about.
settings.register_profile("winnow", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("winnow")

ROOT = Path(__file__).resolve().parent.parent
HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
}
"""Variable -> folder under the temporary home. XDG_CACHE_HOME stays: fontconfig would build its cache anew each run."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real dataset files beside the repository; tests that need it are skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "datasets" / "parts").is_dir():
        pytest.skip("the real dataset files (../shared/datasets) are not here")
    return folder


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample dataset in a folder of its own, free to be written to."""
    return Path(shutil.copytree(ROOT / "resources" / "sample", tmp_path / "sample"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for this test alone, so that no setting or review of the person who runs it is read or written."""
    folder = tmp_path_factory.mktemp("home")
    for variable, name in HOME_VARIABLES.items():
        monkeypatch.setenv(variable, str(folder / name))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings  # Qt remembers its first answer, so the variables are not enough

        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder / "config"))
    return folder


@pytest.fixture(autouse=True)
def no_open_review(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every review that a test opens is closed by it, without an open transaction."""
    module = sys.modules.get("db.review")
    if module is None:
        yield
        return
    opened: list[weakref.ref[object]] = []
    real_init = module.Review.__init__

    def init(self: object, *args: object, **kwargs: object) -> None:
        real_init(self, *args, **kwargs)
        opened.append(weakref.ref(self))

    monkeypatch.setattr(module.Review, "__init__", init)
    yield
    left = [review for ref in opened if (review := ref()) is not None and not review.closed]
    within = [review for review in left if review._connection.in_transaction]
    for review in left:
        review.close()
    assert not within, f"left within a transaction: {[str(review.path) for review in within]}"
    assert not left, f"left open: {[str(review.path) for review in left]}"


@pytest.fixture(autouse=True)
def no_running_thread() -> Iterator[None]:
    """No test leaves a thread behind that would keep the program from ending."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread.name for thread in left if thread.is_alive()]


class _Collector(logging.Handler):
    """Keeps what is logged at warning level and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or error in the log fails the test, but for a test that reads the log itself (`caplog`)."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if "caplog" not in request.fixturenames:
        assert not [record.getMessage() for record in collector.records]
