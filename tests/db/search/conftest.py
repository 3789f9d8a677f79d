"""Reviews of invented tickets, closed after each test."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from db.review import Review
from db.search import index
from tests.db.search.invented import Make, insert


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """A function that makes an indexed review of these tickets; all reviews are closed afterwards."""
    made: list[Review] = []

    def make(tickets: Sequence[Mapping[str, object]]) -> Review:
        review = Review.create(tmp_path / f"{len(made)}.winnow")
        made.append(review)
        index.ensure(review)
        with review.transaction():
            ids = [insert(review, ticket, ordinal) for ordinal, ticket in enumerate(tickets)]
            index.add(review, index.stored(review, "WHERE id IN (SELECT value FROM json_each(?))", json.dumps(ids)))
        return review

    yield make
    for review in made:
        review.close()
