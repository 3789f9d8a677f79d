"""A session on the imported sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.importing import import_paths
from db.review import Review
from qtapp.session import Session


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
