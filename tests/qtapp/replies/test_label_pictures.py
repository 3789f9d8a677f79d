"""Pictures of contradicting labels on their invented dataset, compared as those of the window are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import SIZE, dress
from tests.qtapp.replies import test_labels
from tests.qtapp.replies.contradicting import SPLIT
from tests.qtapp.replies.test_labels import at_page, go
from tests.qtapp.test_pictures import NARROW, compare, font, whole_pixels  # noqa: F401  fixtures

contradicting, review_file = test_labels.contradicting, test_labels.review_file


@pytest.mark.parametrize(
    ("code", "colours", "size"),
    [("zh_CN", "light", SIZE), ("en", "dark", SIZE), ("zh_CN", "dark", NARROW)],
    ids=["zh-light", "en-dark", "zh-narrow"],
)
def test_side_by_side(
    open_desk: OpenDesk, review_file: Path, tmp_path: Path, code: str, colours: str, size: tuple[int, int]
) -> None:
    dress(code, colours)
    desk = at_page(open_desk([review_file], size))
    desk.press("Shift+L", "Right", "Down")
    compare(desk.window, f"labels-{code[:2]}-{colours}-{size[0]}", tmp_path)


def test_the_card(open_desk: OpenDesk, review_file: Path, tmp_path: Path) -> None:
    dress("zh_CN", "light")
    desk = at_page(open_desk([review_file]))
    go(desk, SPLIT)
    compare(desk.window, "labels-card-zh-light", tmp_path)
