"""Pictures of the page of personal data on invented tickets, compared as those of the window are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.db.files import ticket
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import SIZE, dress
from tests.qtapp.privacy.conftest import TICKETS, review_of
from tests.qtapp.test_pictures import NARROW, compare, font, whole_pixels  # noqa: F401  fixtures

KINDS, VALUES = ("kinds", ("1", "J")), ("values", ("2", "Right", "Down"))
CASES = [
    (*KINDS, "zh_CN", "light", SIZE),
    (*KINDS, "en", "dark", NARROW),
    (*VALUES, "en", "light", SIZE),
    (*VALUES, "zh_CN", "dark", NARROW),
]
MORE = [
    ticket(f"源站 {n}", f"源站 47.98.{n}.4 回源到 www.site{n}.com，请看一下 https://img.site{n}.com/a.png 是否能够打开")
    for n in range(1, 9)
]


@pytest.mark.parametrize(
    ("look", "keys", "code", "colours", "size"),
    CASES,
    ids=["kinds-zh-light", "kinds-en-narrow", "values-en-light", "values-zh-narrow"],
)
def test_looks(
    open_desk: OpenDesk,
    tmp_path: Path,
    look: str,
    keys: tuple[str, ...],
    code: str,
    colours: str,
    size: tuple[int, int],
) -> None:
    dress(code, colours)
    desk = open_desk([review_of(tmp_path, [*TICKETS, *MORE])], size)
    desk.press("G, P")
    desk.until(lambda: desk.window.hosts.privacy.page is not None and desk.window.hosts.privacy.page.found.complete)
    desk.press(*keys)
    QTest.qWait(300)
    compare(desk.window, f"page-privacy-{look}-{code[:2]}-{colours}-{size[0]}", tmp_path)
