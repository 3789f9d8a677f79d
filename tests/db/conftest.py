"""An open review for a test, closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.review import Review


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """An empty review in a folder of its own."""
    folder = tmp_path / "review"
    folder.mkdir()
    with Review.create(folder / "tickets.winnow", reviewer="lin") as made:
        yield made
