"""Reports, the one dialect and recipes by keys: in the sheets, and in the window from the palette to the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db import edits
from db.importing import import_paths
from db.review import Review
from db.values import PROBLEM
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.export_offer import Amount, ExportOffer, ExportRequest
from qtapp.dialogs.palette import Palette
from qtapp.dialogs.problems import ProblemsSheet
from qtapp.dialogs.recipe import RecipeSheet
from tests.qtapp.desk import Desk


@pytest.fixture
def offer(tmp_path: Path) -> ExportOffer:
    source = tmp_path / "a.md"
    source.write_text("# invented\n", encoding="utf-8")
    return ExportOffer(Amount(60, 2), Amount(5, 0), "CDN", (source,), tmp_path, "sample")


def shown(qtbot: QtBot, sheet: ExportSheet) -> ExportSheet:
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
    return sheet


def alt(qtbot: QtBot, sheet: ExportSheet, letter: Qt.Key) -> None:
    qtbot.keyClick(sheet, letter, Qt.KeyboardModifier.AltModifier)
    qtbot.wait(150)


def test_a_report_and_one_dialect_by_keys(qtbot: QtBot, offer: ExportOffer, tmp_path: Path) -> None:
    sheet = shown(qtbot, ExportSheet(offer))
    alt(qtbot, sheet, Qt.Key.Key_J)
    alt(qtbot, sheet, Qt.Key.Key_I)
    assert sheet.formats.buttons()[0].isChecked()  # of Markdown alone there is one dialect
    assert not sheet.over.isEnabled()
    assert sheet.splits.isEnabled()
    alt(qtbot, sheet, Qt.Key.Key_R)
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert wanted.args == [ExportRequest("one-dialect", tmp_path / "sample-export", False, False, False, report=True)]


def test_one_dialect_is_not_written_over_the_sources(qtbot: QtBot, offer: ExportOffer, tmp_path: Path) -> None:
    sheet = shown(qtbot, ExportSheet(offer))
    sheet.one_dialect.click()
    sheet.out.setText(str(tmp_path))
    assert not sheet.export.isEnabled()
    assert "source files" in sheet.warns.text()


def test_a_recipe_asks_how_to_export_and_where_it_goes(qtbot: QtBot, offer: ExportOffer, tmp_path: Path) -> None:
    sheet = shown(qtbot, RecipeSheet(offer))
    alt(qtbot, sheet, Qt.Key.Key_J)
    assert sheet.out.text() == str(tmp_path / "sample.recipe.json")
    assert not sheet.over.isVisible()
    assert sheet.says.text().endswith("It would export 58 tickets of this review as it is."), "none is written now"
    for text, said in ((str(tmp_path / "a.md"), "source file"), (str(tmp_path), "folder"), ("", "where")):
        sheet.out.setText(text)
        assert said in sheet.warns.text()
        assert not sheet.export.isEnabled()
    sheet.out.setText(str(tmp_path / "mine.json"))
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert (wanted.args[0].format, wanted.args[0].out) == ("jsonl", tmp_path / "mine.json")


def test_a_window_exports_with_a_report_in_its_language(desk: Desk, tmp_path: Path) -> None:
    desk.press("Ctrl+E")
    sheet = desk.sheet(ExportSheet)
    desk.press("Alt+I", "Alt+R")
    desk.until(sheet.report.isChecked)
    sheet.out.setText(str(tmp_path / "uniform"))
    desk.press("Enter")
    desk.until(lambda: "exported" in desk.toast)
    assert "**分类**：" in next((tmp_path / "uniform").iterdir()).read_text("utf-8")
    assert "What was done to this dataset" in (tmp_path / "uniform.report.html").read_text("utf-8")


def test_a_window_saves_a_recipe_and_applies_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review = desk.session.review
    desk.session.run(lambda: edits.set_category(review, [1, 2], ("新的", "分类")), "undo")
    desk.session.run(lambda: edits.set_text(review, 3, PROBLEM, "打字改过"), "undo")
    desk.press("Ctrl+R")
    sheet = desk.sheet(RecipeSheet)
    recipe = tmp_path / "mine.recipe.json"
    sheet.out.setText(str(recipe))
    desk.press("Enter")
    desk.until(recipe.exists)
    desk.until(lambda: "mine.recipe.json" in desk.toast)
    assert "1 ticket" in desk.toast
    assert len(json.loads(recipe.read_text("utf-8"))["tickets"]) == 2

    sources = [source.path for source in review.sources()]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(recipe), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (sources, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    desk.press("Ctrl+K")
    desk.sheet(Palette)
    desk.write("Apply a recipe")
    desk.press("Enter")
    desk.until(lambda: "was applied" in desk.toast)
    with Review.create(tmp_path / "again.winnow") as again:
        import_paths(again, [tmp_path / "out"])
        written = list(again.tickets())
    assert sum(one.category == ("新的", "分类") for one in written) == 2
    assert not any(one.problem == "打字改过" for one in written)


def test_what_did_not_apply_is_listed(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = tmp_path / "r.json"
    source = Path(desk.session.review.sources()[0].path)
    made = {"format": "winnow-recipe", "version": 1, "name": "r", "made": {"at": "", "by": ""}, "salt": "00"}
    made |= {"forms": "1", "sources": [], "synonyms": {}, "vendors": [], "not_personal": [], "replies": []}
    made |= {"apart": [], "taxonomy": {"held": [], "labels": []}, "tickets": [], "export": {"format": "jsonl"}}
    step = {"do": "relabel", "field": "category", "from": "没有这个", "to": "别的"}
    recipe.write_text(json.dumps(made | {"steps": [step]}), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(recipe), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(source)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    desk.press("Ctrl+Shift+R")
    desk.until(lambda: bool(desk.window.findChildren(ProblemsSheet)))
    sheet = desk.sheet(ProblemsSheet)
    assert "没有这个" in sheet.text.toPlainText()
    desk.press("Enter")
    assert (tmp_path / "out" / "r.jsonl").exists()
    recipe.write_text("{", encoding="utf-8")
    desk.press("Ctrl+Shift+R")
    desk.until(lambda: "line 1, column 2" in desk.toast)


def test_nothing_is_applied_before_all_is_chosen(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "r.json"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    desk.press("Ctrl+Shift+R")
    assert desk.window.tasks.current is None
    assert desk.toast == ""
