"""Reviews of invented labels, and the page of labels on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from db.importing import import_paths
from db.review import Review
from tests.db.labels.invented import Labels, dataset
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

LabelDesk = Callable[..., Desk]


@pytest.fixture
def label_desk(open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LabelDesk:
    """The program on a review of tickets with these labels, after some keys."""

    def start(tickets: Iterable[Labels], *keys: str, read_only: bool = False) -> Desk:
        path = tmp_path / "labels.winnow"
        with Review.create(path, reviewer="lin") as review:
            import_paths(review, [dataset(tmp_path / "labels.jsonl", tickets)])
        if read_only:
            real = Review.open
            monkeypatch.setattr(Review, "open", lambda path, *args, **kwargs: real(path, read_only=True))
        desk = open_desk([path])
        desk.press(*keys)
        desk.idle()
        return desk

    return start
