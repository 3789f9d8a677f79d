"""Pictures of the four modes of the page of labels on invented tickets, compared as those of the window are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from db import labels
from db.importing import import_paths
from db.review import Review
from qtapp.kit.elided import ElidedLabel
from tests.db.labels.invented import dataset
from tests.db.labels.learnt import told, written
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import SIZE, Desk, dress
from tests.qtapp.labels.test_variants import TICKETS
from tests.qtapp.test_pictures import NARROW, compare, font, whole_pixels  # noqa: F401  fixtures

WHEN = "2026-01-05 08:30"
CASES = [("zh_CN", "light", SIZE), ("en", "dark", NARROW)]


@pytest.fixture(scope="session")
def labelled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review whose words tell the labels, most of them, checked once for all tests; to be copied."""
    folder = tmp_path_factory.mktemp("pictures")
    tickets = told(120)
    with Review.create(folder / "labels.winnow", "lin") as review:
        import_paths(review, [written(folder / "a.jsonl", tickets[:70]), written(folder / "b.jsonl", tickets[70:])])
        import_paths(review, [dataset(folder / "c.jsonl", TICKETS)])
        for field in labels.FIELDS:
            labels.check(review, field)
        about = labels.describing(
            review, "category", "网盘｜分享", "分享出去的链接打不开或者失效。", "提取码总是提示错误"
        )
        labels.decide(review, about)
    return folder / "labels.winnow"


@pytest.fixture
def review_file(labelled_once: Path, tmp_path: Path) -> Path:
    """One that a test may write to."""
    return Path(shutil.copy(labelled_once, tmp_path / "labels.winnow"))


def shown(desk: Desk, *keys: str) -> Desk:
    """The page as it is after some keys, when all is counted, and with a time that is always the same."""
    desk.press(*keys)
    desk.idle()
    QTest.qWait(700)
    for line in desk.window.findChildren(ElidedLabel, "doubtChecked"):
        line.setText(WHEN)
    return desk


@pytest.mark.parametrize(("code", "colours", "size"), CASES, ids=["zh-light", "en-narrow"])
@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        ("variants", ("G, V", "F", "Right", "Down")),
        ("doubtful", ("G, D", "]", "]", "J")),
        ("taxonomy", ("G, X", "J", "J")),
        ("spread", ("G, M", "N")),
    ],
    ids=["variants", "doubtful", "taxonomy", "spread"],
)
def test_modes(
    open_desk: OpenDesk,
    review_file: Path,
    tmp_path: Path,
    mode: str,
    keys: tuple[str, ...],
    code: str,
    colours: str,
    size: tuple[int, int],
) -> None:
    dress(code, colours)
    desk = shown(open_desk([review_file], size), *keys)
    compare(desk.window, f"page-{mode}-{code[:2]}-{colours}-{size[0]}", tmp_path)
