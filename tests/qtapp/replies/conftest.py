"""A review of invented replies, compared already, and the page on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.importing import import_paths
from db.replies import scan
from db.review import Review
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk
from tests.qtapp.replies.invented import dataset


def compared_review(path: Path, dataset: Callable[[Path], Path]) -> Path:
    """A new review of a dataset that is written beside it, compared already."""
    with Review.create(path, reviewer="lin") as review:
        import_paths(review, [dataset(path.parent)])
        scan(review)
    return path


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of the invented dataset, compared once for all tests; to be copied."""
    return compared_review(tmp_path_factory.mktemp("replies") / "replies.winnow", dataset)


@pytest.fixture
def review_file(compared: Path, tmp_path: Path) -> Path:
    """One that a test may write to."""
    return Path(shutil.copy(compared, tmp_path / "replies.winnow"))


@pytest.fixture
def page_desk(open_desk: OpenDesk, review_file: Path) -> Desk:
    """The program on the page of canned replies."""
    desk = open_desk([review_file])
    desk.press("G, C")
    desk.idle()
    return desk
