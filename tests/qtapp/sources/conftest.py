"""Reviews whose file has changed since, and the page of sources on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from db import edits
from db.importing import import_paths
from db.review import Review
from tests.db.files import part, ticket, write
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

DriftDesk = Callable[..., Desk]
TITLES = ("a", "b", "c", "d")


def torn(path: Path) -> None:
    """The file as others left it: a category and a root cause otherwise, a ticket gone, one new, one moved."""
    changed = [
        ticket("d"),
        ticket("a").replace("CDN｜证书问题", "他们的"),
        ticket("b", cause="他们的原因"),
        ticket("e"),
    ]
    write(path, changed)


def review_of(folder: Path, change: Callable[[Path], object] = torn, titles: Sequence[str] = TITLES) -> Path:
    """A review in which two tickets were edited, beside its file, which was changed afterwards."""
    file = part(folder / "part.md", titles)
    with Review.create(folder / "drift.winnow", reviewer="lin") as review:
        import_paths(review, [file])
        edits.set_category(review, [1], ["我们的"])
        edits.set_root_cause_text(review, 2, "我们的原因")
        edits.set_note(review, [3], "keep this")
    change(file)
    return folder / "drift.winnow"


@pytest.fixture
def drift_desk(open_desk: OpenDesk, tmp_path: Path) -> DriftDesk:
    """The program on such a review, when its file was looked at, after some keys."""

    def start(*keys: str, change: Callable[[Path], object] = torn) -> Desk:
        desk = open_desk([review_of(tmp_path, change)])
        notice(desk)
        for key in keys:
            desk.press(key)
            desk.idle()
        return desk

    return start


def notice(desk: Desk) -> None:
    """Wait until the files were looked at."""
    desk.window.hosts.sources._soon.stop()
    desk.window.hosts.sources.noticer.look()
    desk.idle()
