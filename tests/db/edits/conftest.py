"""A review of the sample dataset: sixty tickets in four dialects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.importing import import_paths
from db.review import Review


@pytest.fixture
def curated(tmp_path: Path, sample: Path) -> Iterator[Review]:
    """The sample in a review of lin's."""
    with Review.create(tmp_path / "sample.winnow", "lin") as review:
        import_paths(review, [sample])
        yield review
