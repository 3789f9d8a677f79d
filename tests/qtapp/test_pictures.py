"""Pictures of the window on the sample, compared with those that are stored in `pictures/`.

Any other font changes them, so they name theirs and are skipped where it is not installed. After a change that is
meant, look at the new ones and store them: ``WINNOW_PICTURES=store pytest tests/qtapp/test_pictures.py``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from db.values import Status
from qtapp.app.exporting import offer
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.key_sheet import KeySheet
from qtapp.dialogs.palette import Palette
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import SIZE, Desk, dress

FONT = "Noto Sans CJK SC"
FOLDER = Path(__file__).parent / "pictures"
NARROW = (1000, 640)
STEP = 24
"""A channel that differs by less (of 255) is the same to the eye."""
SHARE = 0.002
"""Of the pixels, what may differ: hinting is not the same everywhere."""


@pytest.fixture(autouse=True)
def font(qapp: QApplication) -> None:
    if FONT not in QFontDatabase.families():
        pytest.skip(f"the pictures were taken with {FONT}, which is not installed")


@pytest.fixture(autouse=True)
def whole_pixels(qapp: QApplication) -> None:
    if qapp.devicePixelRatio() != 1:
        pytest.skip("the pictures were taken on a screen of single pixels")


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(plain.constBits(), np.uint8)
    return data.reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(np.int16)


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that differ to the eye; 1 for pictures of different size."""
    if one.size() != other.size():
        return 1.0
    return float(np.mean(np.any(np.abs(pixels(one) - pixels(other)) >= STEP, axis=2)))


def compare(widget: QWidget, name: str, tmp_path: Path) -> None:
    QApplication.processEvents()
    taken, stored = widget.grab().toImage(), FOLDER / f"{name}.png"
    if os.environ.get("WINNOW_PICTURES") == "store":
        FOLDER.mkdir(exist_ok=True)
        assert taken.save(str(stored))
        return
    found = difference(taken, QImage(str(stored)))
    if found > SHARE:
        taken.save(str(tmp_path / f"{name}.png"))
        pytest.fail(f"{found:.2%} of {stored.name} differ; the picture as it is now: {tmp_path / stored.name}")


def at_work(desk: Desk) -> None:
    """As a reviewer has it before her: a search, an edited ticket, decisions, a note."""
    desk.session.review.reviewer = "lin"
    ids = [int(one) for one in desk.session.ids]
    desk.session.set_status(Status.REVIEWED, ids[:7])
    desk.session.set_status(Status.FLAGGED, ids[20:21])
    desk.session.set_status(Status.EXCLUDED, ids[30:31])
    desk.session.save_view("证书专项", "cat:CDN 证书")
    desk.press("/")
    desk.write("cat:CDN 证书")
    desk.press("Enter")
    desk.session.go(next(int(one) for one in desk.session.ids if desk.session.review.ticket(int(one)).conversation))
    desk.session.set_category(("CDN", "证书问题"))
    desk.session.set_note("请二线复核")
    desk.session.set_causes(["证书链不完整", "证书格式不正确"])
    desk.window.toast.hide()
    desk.press("Ctrl+2")
    desk.settle()
    desk.app.processEvents()


@pytest.mark.parametrize(
    ("code", "colours", "size"),
    [("en", "light", SIZE), ("zh_CN", "dark", SIZE), ("zh_CN", "light", NARROW)],
    ids=["en-light", "zh-dark", "zh-narrow"],
)
def test_tickets(
    open_desk: OpenDesk, review_file: Path, tmp_path: Path, code: str, colours: str, size: tuple[int, int]
) -> None:
    dress(code, colours)
    desk = open_desk([review_file], size)
    at_work(desk)
    compare(desk.window, f"tickets-{code[:2]}-{colours}-{size[0]}", tmp_path)


def test_sources(open_desk: OpenDesk, review_file: Path, tmp_path: Path) -> None:
    dress("zh_CN", "light")
    desk = open_desk([review_file])
    desk.press("G, S")
    assert desk.window.hosts.sources.page is not None
    desk.window.hosts.sources.page._list.setCurrentIndex(desk.window.hosts.sources.page._model.index(3, 0))
    for label in desk.window.hosts.sources.page.findChildren(QLabel):
        if label.text().startswith(("/", "\\")) or label.text()[1:2] == ":":
            label.setText("/data/sample.md")
    compare(desk.window, "sources-zh-light", tmp_path)


def test_welcome(open_desk: OpenDesk, tmp_path: Path) -> None:
    compare(open_desk().window, "welcome-en-light", tmp_path)


def test_nothing_found(open_desk: OpenDesk, review_file: Path, tmp_path: Path) -> None:
    dress("en", "dark")
    desk = open_desk([review_file])
    desk.session.find("没有这样的词")
    desk.press("Ctrl+1")
    compare(desk.window, "nothing-en-dark", tmp_path)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("keys", lambda desk: KeySheet(desk.window.actions_table, desk.window)),
        ("palette", lambda desk: Palette(desk.program.sheets.commands(), desk.window)),
        ("export", lambda desk: ExportSheet(offer(desk.session), desk.window)),
    ],
)
def test_sheets(
    open_desk: OpenDesk, review_file: Path, tmp_path: Path, name: str, make: Callable[[Desk], QWidget]
) -> None:
    dress("zh_CN", "light")
    sheet = make(open_desk([review_file]))
    if isinstance(sheet, ExportSheet):
        sheet.out.setText("/data/sample-export")
    compare(sheet, f"{name}-zh-light", tmp_path)
    sheet.deleteLater()


def test_a_difference_is_seen() -> None:
    white, dot = QImage(10, 10, QImage.Format.Format_RGB32), QImage(10, 10, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFF)
    dot.fill(0xFFFFFF)
    dot.setPixel(3, 3, 0x101010)
    assert difference(white, dot) == pytest.approx(0.01)
    assert difference(white, white.scaled(5, 5)) == 1.0
