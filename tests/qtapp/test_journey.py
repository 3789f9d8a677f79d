"""The whole way of a curator by keys, through the real window, its child process and its files.

Opens a folder, narrows the list to a category, reads, corrects, closes the window, comes back the next day, undoes
something, and exports. Nothing is asked of the program but what keys can ask; what it did is looked up in the review
and in the files that it wrote.
"""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from db.review import Review
from db.values import Status, Ticket
from qtapp import settings
from qtapp.dialogs.export import ExportSheet
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

CAUSE = "证书链不完整"


@pytest.fixture(params=["en", "zh_CN"])
def spoken(request: pytest.FixtureRequest, open_desk: OpenDesk) -> str:
    """The language of the window."""
    settings.set_language(request.param)
    return str(request.param)


def lines_of(name: str, data: bytes) -> list[str]:
    return data.decode("gb18030" if "gb18030" in name else "utf-8").splitlines()


def in_review(folder: Path) -> dict[int, Ticket]:
    with Review.open(folder / "sample.winnow", read_only=True) as review:
        return {ticket.id: ticket for ticket in review.tickets()}


def open_the_folder(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qtapp.window.choosing.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(folder))
    desk.press("Ctrl+Shift+O")
    desk.idle()
    desk.until(lambda: len(desk.session.ids) == 60)


def narrow(desk: Desk, query: str) -> None:
    desk.press("/")
    desk.write(query)
    desk.press("Enter")


def read(desk: Desk, number: int) -> None:
    """Look at the replies of some tickets, and come back to the first of them."""
    for _ in range(number):
        desk.press("N", "N", "P", "J")
    desk.press(*["K"] * number)


def export(desk: Desk, kind: str, target: Path) -> None:
    desk.press("Ctrl+E")
    sheet = desk.sheet(ExportSheet)
    desk.press({"markdown": "Alt+M", "jsonl": "Alt+J", "csv": "Alt+C"}[kind])
    desk.until(lambda: sheet.request().format == kind)
    assert sheet.request().format == kind
    field = sheet.findChild(QLineEdit, "exportTarget")
    assert field is not None
    while desk.keyboard() is not field:
        desk.press("Tab")
    desk.press("Ctrl+A")
    desk.write(str(target))
    desk.press("Enter")
    desk.idle()
    desk.until(target.exists)


def test_the_way_of_a_curator(
    open_desk: OpenDesk, spoken: str, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {file.name: file.read_bytes() for file in sample.glob("*.md")}
    desk = open_desk()
    open_the_folder(desk, sample, monkeypatch)
    narrow(desk, "分类：CDN" if spoken == "zh_CN" else "cat:CDN")
    shown = [int(one) for one in desk.session.ids]
    assert 5 < len(shown) < 60
    read(desk, 3)
    assert desk.ticket.id == shown[0]

    desk.press("C")
    desk.write("上传下载")
    desk.press("Enter", "A")
    category = in_review(sample)[shown[0]].category
    assert category[-1] == "上传下载"
    assert desk.ticket.id == shown[1], "what was corrected is out of the filter, and the next one is read"
    desk.press("T")
    desk.write(CAUSE)
    desk.press(*["Down"] * 13, "Enter")
    desk.press("F", "J", "X")
    left_at = desk.ticket.id
    assert left_at == shown[3]
    desk.window.close()

    kept = in_review(sample)
    assert (kept[shown[0]].status, kept[shown[0]].edited) == (Status.REVIEWED, ("category",))
    assert CAUSE in kept[shown[1]].causes
    assert [kept[one].status for one in shown[1:3]] == [Status.FLAGGED, Status.EXCLUDED]

    desk = open_desk()  # the next day
    desk.until(lambda: desk.window.session is not None and desk.session.complete)
    assert [int(one) for one in desk.session.ids] == shown[1:]
    assert desk.ticket.id == left_at
    assert "3" in desk.child(QLabel, "reviewed").text()
    desk.press("Z")
    assert desk.ticket.id == shown[2], "what was undone is shown"
    assert in_review(sample)[shown[2]].status is Status.UNREVIEWED
    desk.press("X")

    export(desk, "jsonl", tmp_path / "clean.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "clean.jsonl").read_text("utf-8").splitlines()]
    by_id = {line["id"]: line for line in lines}
    assert len(lines) == 59
    assert shown[2] not in by_id
    assert by_id[shown[0]]["category"] == list(category)
    assert CAUSE in by_id[shown[1]]["root_causes"]
    assert by_id[shown[1]]["status"] == "flagged"

    export(desk, "markdown", tmp_path / "clean")
    assert {file.name: file.read_bytes() for file in sample.glob("*.md")} == sources, "sources are never touched"
    written = {file.name: file.read_bytes() for file in (tmp_path / "clean").iterdir()}
    assert set(written) == set(sources)
    touched = {kept[one].source_name for one in shown[:3]}
    assert {name for name, data in written.items() if data != sources[name]} == touched
    pairs = [(lines_of(name, sources[name]), lines_of(name, written[name])) for name in sorted(touched)]
    changes = [line for before, after in pairs for line in difflib.ndiff(before, after)]
    added = [line for line in changes if line.startswith("+ ")]
    assert any("上传下载" in line for line in added)
    assert any(CAUSE in line for line in added)
    assert len(added) <= 4, "lines of other fields and tickets stand as they stood"
    desk.window.close()
