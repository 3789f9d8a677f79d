"""Pictures of a source beside its changed file, compared as those of the window are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import SIZE, dress
from tests.qtapp.sources.conftest import notice, review_of
from tests.qtapp.test_pictures import NARROW, compare, font, whole_pixels  # noqa: F401  fixtures


@pytest.mark.parametrize(
    ("code", "colours", "size", "keys"),
    [
        ("zh_CN", "light", SIZE, ("A", "K")),
        ("en", "dark", NARROW, ("Right",)),
        ("en", "light", SIZE, ("6",)),
        ("zh_CN", "dark", NARROW, ("5",)),
    ],
    ids=["both-zh-light", "both-en-narrow", "gone-en-light", "new-zh-narrow"],
)
def test_comparison(
    open_desk: OpenDesk, tmp_path: Path, code: str, colours: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    dress(code, colours)
    desk = open_desk([review_of(tmp_path)], size)
    notice(desk)
    desk.press("G, S", "C")
    desk.idle()
    desk.press(*keys)
    QTest.qWait(300)
    compare(desk.window, f"page-drift-{code[:2]}-{colours}-{size[0]}", tmp_path)
