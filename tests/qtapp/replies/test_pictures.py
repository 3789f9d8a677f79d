"""Pictures of the page on the invented dataset, compared as those of the window are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import SIZE, dress
from tests.qtapp.replies.invented import LINE
from tests.qtapp.test_pictures import NARROW, compare, font, whole_pixels  # noqa: F401  fixtures


@pytest.mark.parametrize(
    ("code", "colours", "size"),
    [("zh_CN", "light", SIZE), ("en", "dark", SIZE), ("zh_CN", "dark", NARROW)],
    ids=["zh-light", "en-dark", "zh-narrow"],
)
def test_canned_replies(
    open_desk: OpenDesk, review_file: Path, tmp_path: Path, code: str, colours: str, size: tuple[int, int]
) -> None:
    dress(code, colours)
    desk = open_desk([review_file], size)
    desk.press("G, C")
    canned = desk.session.canned
    canned.go(next(int(one) for one in canned.handles if canned.replies.rows([one])[0].wording == LINE))
    desk.press("Right", "Down", "V", "Left")
    compare(desk.window, f"canned-{code[:2]}-{colours}-{size[0]}", tmp_path)


def test_nothing_open_any_more(open_desk: OpenDesk, review_file: Path, tmp_path: Path) -> None:
    dress("zh_CN", "light")
    desk = open_desk([review_file])
    desk.press("G, C", "Ctrl+A", "H")
    desk.window.toast.hide()
    compare(desk.window, "canned-done-zh-light", tmp_path)
