"""Reviews of invented labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from db.drift import apply_drift
from db.importing import import_paths
from db.review import Review
from tests.db.labels.invented import Labels, dataset
from tests.db.labels.learnt import Told, written

Make = Callable[[Iterable[Labels]], Review]
Fill = Callable[[Sequence[Told]], Review]


def become(review: Review, path: Path) -> None:
    """Import a file, or take in what it says now."""
    for found in import_paths(review, [path]).drifts:
        apply_drift(review, found, although_other=True)


@pytest.fixture
def make(review: Review, tmp_path: Path) -> Make:
    """Makes the review one of tickets with these labels."""

    def made(tickets: Iterable[Labels]) -> Review:
        become(review, dataset(tmp_path / "labels.jsonl", tickets))
        return review

    return made


@pytest.fixture
def fill(review: Review, tmp_path: Path) -> Fill:
    """Makes the review one of these tickets."""

    def filled(tickets: Sequence[Told]) -> Review:
        become(review, written(tmp_path / "told.jsonl", tickets))
        return review

    return filled
