"""The export sheet: numbers said first, targets that fit the format, sources that are not written over by a slip."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from db.exporting import Reckoning, ReplyOptions, Splits
from qtapp import language
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.export_offer import Amount, ExportOffer, ExportRequest
from qtapp.dialogs.recipe import RecipeSheet


@pytest.fixture
def offer(tmp_path: Path) -> ExportOffer:
    sources = (tmp_path / "a.md", tmp_path / "b.md")
    for source in sources:
        source.write_text("# invented\n", encoding="utf-8")
    return ExportOffer(Amount(60, 2), Amount(5, 0), "CDN", sources, tmp_path, "sample")


def shown(qtbot: QtBot, offer: ExportOffer) -> ExportSheet:
    made = ExportSheet(offer)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def sheet(qtbot: QtBot, offer: ExportOffer) -> ExportSheet:
    return shown(qtbot, offer)


def press(qtbot: QtBot, sheet: ExportSheet, letter: Qt.Key, button: QAbstractButton) -> None:
    """A letter with Alt, as it is underlined; the button is pressed for a moment, as by a finger."""
    qtbot.keyClick(sheet, letter, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(button.isChecked)


def test_enter_exports_everything_as_markdown(qtbot: QtBot, sheet: ExportSheet, tmp_path: Path) -> None:
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert wanted.args == [ExportRequest("markdown", tmp_path / "sample-export", False, False, False)]


def test_all_by_keys(qtbot: QtBot, sheet: ExportSheet, tmp_path: Path) -> None:
    press(qtbot, sheet, Qt.Key.Key_J, sheet.formats.buttons()[1])
    press(qtbot, sheet, Qt.Key.Key_E, sheet.excluded)
    press(qtbot, sheet, Qt.Key.Key_W, sheet.amounts.buttons()[1])
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    request: ExportRequest = wanted.args[0]
    assert (request.format, request.out) == ("jsonl", tmp_path / "sample-export.jsonl")
    assert request.only_shown
    assert request.include_excluded


def test_it_begins_with_the_answers_of_the_last_time(qtbot: QtBot, offer: ExportOffer, tmp_path: Path) -> None:
    """But for which tickets, and whether sources are written over."""
    first = shown(qtbot, offer)
    first.others.setCurrentIndex(3)
    for box in (first.excluded, first.report, first.splits.wanted, first.canned.holding, first.canned.at_most):
        box.click()
    first.splits.shares.setText("train=9, test=1")
    first.canned.number.setText("4")
    first.amounts.buttons()[1].click()
    first.out.selectAll()
    qtbot.keyClicks(first.out, str(tmp_path / "clean"))
    again = ExportSheet(offer, None, json.loads(json.dumps(first.answers())))
    qtbot.addWidget(again)
    assert again.request() == replace(first.request(), only_shown=False)
    assert (again.request().format, again.request().out) == ("label-studio", tmp_path / "clean")
    first.formats.buttons()[0].click()
    first.out.setText(str(tmp_path))
    first.over.click()
    again = ExportSheet(offer, None, first.answers())
    qtbot.addWidget(again)
    assert (again.request().format, again.request().overwrite_sources) == ("markdown", False)
    strange = ExportSheet(offer, None, {"otherFormats": "x", "markdown": 7, "csv": 1, "typed": None, "no": True})
    qtbot.addWidget(strange)
    assert strange.request().format == "markdown"


def test_a_folder_that_is_not_there_is_told(sheet: ExportSheet, tmp_path: Path) -> None:
    sheet.out.setText(str(tmp_path / "new"))
    assert sheet.warns.text() == ""
    sheet.out.setText(str(tmp_path / "mistyped" / "new"))
    assert "mistyped yet; it will be made" in sheet.warns.text()
    assert sheet.export.isEnabled()


def test_a_workbook_and_the_formats_of_other_tools(qtbot: QtBot, sheet: ExportSheet, tmp_path: Path) -> None:
    press(qtbot, sheet, Qt.Key.Key_X, sheet.formats.buttons()[3])
    assert sheet.out.text() == str(tmp_path / "sample-export.xlsx")
    press(qtbot, sheet, Qt.Key.Key_T, sheet.formats.buttons()[4])
    assert (sheet.request().format, sheet.out.text()) == ("huggingface", str(tmp_path / "sample-export"))
    press(qtbot, sheet, Qt.Key.Key_J, sheet.formats.buttons()[1])
    sheet.others.setFocus()
    qtbot.keyClick(sheet.others, Qt.Key.Key_End)
    assert sheet.formats.buttons()[4].isChecked()
    assert (sheet.request().format, sheet.out.text()) == ("doccano", str(tmp_path / "sample-export.jsonl"))
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert wanted.args[0].format == "doccano"


def test_splits_go_into_a_folder(qtbot: QtBot, sheet: ExportSheet, tmp_path: Path) -> None:
    assert not sheet.splits.isEnabled()
    press(qtbot, sheet, Qt.Key.Key_C, sheet.formats.buttons()[2])
    press(qtbot, sheet, Qt.Key.Key_P, sheet.splits.wanted)
    assert sheet.out.text() == str(tmp_path / "sample-export")
    sheet.splits.shares.setText("train=9, train=1")
    assert not sheet.export.isEnabled()
    assert "no share of a split" in sheet.warns.text()
    sheet.splits.shares.setText("train=9, test=1")
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert wanted.args[0].splits == Splits((("train", 9.0), ("test", 1.0)))


def test_excluded_are_numbered_before_they_are_left_out(sheet: ExportSheet) -> None:
    assert sheet.says.text().startswith("2 excluded")
    assert "58 tickets" in sheet.says.text()
    sheet.excluded.click()
    assert "60 tickets" in sheet.says.text()
    sheet.amounts.buttons()[1].click()
    assert sheet.says.text().startswith("5 tickets")
    assert not sheet.excluded.isEnabled()


def test_the_target_follows_the_format_until_one_is_typed(qtbot: QtBot, sheet: ExportSheet, tmp_path: Path) -> None:
    csv = sheet.formats.buttons()[2]
    csv.click()
    assert sheet.out.text() == str(tmp_path / "sample-export.csv")
    sheet.out.selectAll()
    qtbot.keyClicks(sheet.out, "other.csv")
    sheet.formats.buttons()[1].click()
    assert sheet.out.text() == "other.jsonl"
    sheet.formats.buttons()[0].click()
    assert sheet.out.text() == "other"
    csv.click()
    assert sheet.out.text() == "other.csv"
    sheet.out.selectAll()
    qtbot.keyClicks(sheet.out, "v1.2")
    sheet.formats.buttons()[1].click()
    assert sheet.out.text() == "v1.2"


def test_sources_are_not_written_over_unless_asked(qtbot: QtBot, sheet: ExportSheet, tmp_path: Path) -> None:
    sheet.out.setText(str(tmp_path))
    assert not sheet.export.isEnabled()
    assert "source files" in sheet.warns.text()
    sheet.over.click()
    assert sheet.export.isEnabled()
    assert sheet.request() == ExportRequest("markdown", tmp_path, False, False, True)
    sheet.formats.buttons()[1].click()
    assert not sheet.request().overwrite_sources


def test_what_is_there_is_told(sheet: ExportSheet, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.md").write_text("old", encoding="utf-8")
    sheet.out.setText(str(folder))
    assert sheet.warns.text().startswith("1 ")
    sheet.formats.buttons()[1].click()
    sheet.out.setText(str(folder / "a.md"))
    assert "replaced" in sheet.warns.text()
    assert sheet.export.isEnabled()


@pytest.mark.parametrize(("kind", "target"), [(0, "a.md"), (1, ""), (2, " ")])
def test_a_target_that_cannot_be(sheet: ExportSheet, tmp_path: Path, kind: int, target: str) -> None:
    sheet.formats.buttons()[kind].click()
    sheet.out.setText(target if not target.strip() else str(tmp_path / target))
    assert not sheet.export.isEnabled()
    assert sheet.warns.text()


def test_sources_in_several_folders_cannot_be_written_over(qtbot: QtBot, offer: ExportOffer, tmp_path: Path) -> None:
    spread = replace(offer, sources=(tmp_path / "a.md", tmp_path / "deep" / "b.md"))
    sheet = ExportSheet(spread)
    qtbot.addWidget(sheet)
    assert not sheet.over.isEnabled()


def test_nothing_to_write(qtbot: QtBot, offer: ExportOffer) -> None:
    sheet = ExportSheet(replace(offer, everything=Amount(2, 2)))
    qtbot.addWidget(sheet)
    assert not sheet.export.isEnabled()
    sheet.excluded.click()
    assert sheet.export.isEnabled()


def test_esc_writes_nothing(qtbot: QtBot, sheet: ExportSheet) -> None:
    with qtbot.assertNotEmitted(sheet.wanted):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def reckoning(offer: ExportOffer, said: Reckoning | None) -> tuple[ExportOffer, list[ExportRequest]]:
    asked: list[ExportRequest] = []

    def reckon(request: ExportRequest) -> Reckoning | None:
        asked.append(request)
        return said

    return replace(offer, reckon=reckon), asked


def test_canned_replies_by_keys(qtbot: QtBot, offer: ExportOffer) -> None:
    offer, asked = reckoning(offer, Reckoning(40, 2, 7, 2, 12, 3))
    sheet = shown(qtbot, offer)
    assert asked == []
    press(qtbot, sheet, Qt.Key.Key_D, sheet.canned.wording)
    press(qtbot, sheet, Qt.Key.Key_H, sheet.canned.holding)
    assert not sheet.canned.number.isEnabled()
    press(qtbot, sheet, Qt.Key.Key_K, sheet.canned.at_most)
    assert sheet.request().canned.at_most == 0
    qtbot.keyClicks(sheet.canned.number, "x1")
    press(qtbot, sheet, Qt.Key.Key_U, sheet.canned.duplicates)
    assert sheet.says.text().split("\n") == [
        "2 excluded tickets are left out.",
        "7 tickets are left out that repeat a canned reply. 2 duplicate tickets are left out. "
        "12 tickets are written with other replies. 3 tickets keep their replies: their file cannot hold it.",
        "40 tickets will be written.",
    ]
    with qtbot.waitSignal(sheet.wanted) as wanted:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert wanted.args[0].canned == ReplyOptions(wording=True, holding=False, at_most=1, duplicates=False)


def test_numbers_are_reckoned_once_and_not_where_they_take_long(qtbot: QtBot, offer: ExportOffer) -> None:
    offer, asked = reckoning(offer, None)
    sheet = shown(qtbot, offer)
    sheet.canned.wording.click()
    sheet.out.setText(str(offer.folder / "elsewhere"))
    assert len(asked) == 1
    assert "not compared yet" in sheet.says.text()
    assert "will be written." not in sheet.says.text()
    assert sheet.export.isEnabled()


def test_nothing_is_shown_of_which_canned_replies_could_be_asked(qtbot: QtBot, offer: ExportOffer) -> None:
    offer, asked = reckoning(offer, Reckoning(0, 0, 0, 0, 0, 0))
    sheet = shown(qtbot, replace(offer, shown=Amount(0, 0)))
    sheet.canned.wording.click()
    sheet.amounts.buttons()[1].click()
    assert len(asked) == 1
    assert not sheet.export.isEnabled()
    assert "no ticket to write" in sheet.warns.text()


def test_nothing_is_exported_where_canned_replies_leave_nothing(qtbot: QtBot, offer: ExportOffer) -> None:
    offer, _ = reckoning(offer, Reckoning(0, 2, 58, 0, 0, 0))
    sheet = shown(qtbot, offer)
    sheet.canned.at_most.click()
    assert not sheet.export.isEnabled()
    assert "no ticket to write" in sheet.warns.text()


@pytest.mark.parametrize("spoken", ["en", "zh_CN"])
@pytest.mark.parametrize("kind", [ExportSheet, RecipeSheet])
def test_it_fits_into_the_least_window(
    qtbot: QtBot, qapp: QApplication, offer: ExportOffer, kind: type[ExportSheet], spoken: str
) -> None:
    language.use(qapp, spoken)
    try:
        sheet = kind(replace(offer, shown_words="R&D 上传下载超时 " * 40))
        qtbot.addWidget(sheet)
        with qtbot.waitActive(sheet):
            sheet.show()
        sheet.canned.wording.click()  # what is said is two lines then
        sheet.canned.at_most.click()
        least = sheet.sizeHint().expandedTo(sheet.minimumSizeHint())
        assert least.width() <= 960
        assert least.height() <= 610, "under a title bar it is as tall as the least window, 640"
        assert sheet.rect().contains(sheet.export.geometry())
        assert "R&&D" in sheet.amounts.buttons()[1].text()
    finally:
        language.use(qapp, "none")
