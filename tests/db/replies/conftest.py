"""A scanned review of invented replies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.importing import import_paths
from db.replies import scan
from db.review import Review
from tests.db.replies.invented import dataset


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The invented dataset."""
    return dataset(tmp_path / "files")


@pytest.fixture
def scanned(tmp_path: Path, files: Path) -> Iterator[Review]:
    """A review of it, of lin's."""
    with Review.create(tmp_path / "replies.winnow", "lin") as review:
        import_paths(review, [files])
        scan(review)
        yield review
