"""Settings, backups, questions, reports: answered by keys, named for assistive technology, readable in both themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.review import Backup
from qtapp.actions import Actions
from qtapp.dialogs.columns import ColumnsSheet
from qtapp.dialogs.columns_offer import ColumnsOffer
from qtapp.dialogs.damaged import DamagedSheet
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.export_offer import Amount, ExportOffer
from qtapp.dialogs.key_sheet import KeySheet
from qtapp.dialogs.mending import MOST, MendingSheet
from qtapp.dialogs.palette import Command, Palette
from qtapp.dialogs.questions import Notice, PlaceQuestion, Question, many_question
from qtapp.dialogs.report import ReportSheet
from qtapp.dialogs.restore import RestoreSheet
from qtapp.dialogs.settings import Preferences, SettingsSheet
from qtapp.dialogs.sheet import Sheet
from qtapp.kit import theme

BACKUPS = [
    Backup(Path("/backups/new.winnow"), "2026-01-02T10:00:00+00:00", "import", 4096),
    Backup(Path("/backups/old.winnow"), "2026-01-01T10:00:00+00:00", "open", 2048),
]
NOW = Preferences("en", "system", "lin")
OFFER = ColumnsOffer("/a.csv", "csv", "utf-8", ",", "", (), 1, ("a", "b"), ("title", "other"), (("1", "2"),))


def told(sheet: MendingSheet) -> MendingSheet:
    sheet.tell("2 things are wrong", "Repairing copies the review first.", ["one", "two"], "Repair")
    return sheet


MAKERS: dict[str, Callable[[], QWidget]] = {
    "columns": lambda: ColumnsSheet(OFFER),
    "export": lambda: ExportSheet(ExportOffer(Amount(3, 1), Amount(2, 0), "CDN", (), Path("/data"), "x")),
    "keys": lambda: KeySheet(Actions()),
    "palette": lambda: Palette([Command("undo", "Undo", "undo", "Z")]),
    "damaged": lambda: DamagedSheet("r.winnow", BACKUPS, opens=False, known=True),
    "mending": lambda: told(MendingSheet()),
    "question": lambda: many_question(52),
    "report": lambda: ReportSheet("it broke"),
    "restore": lambda: RestoreSheet(BACKUPS),
    "settings": lambda: SettingsSheet(NOW),
}


def show(qtbot: QtBot, sheet: QWidget) -> None:
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_has_a_name(qtbot: QtBot, name: str) -> None:
    sheet = MAKERS[name]()
    qtbot.addWidget(sheet)
    controls = [
        one
        for kind in (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)
        for one in sheet.findChildren(kind)
        if not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QComboBox | QLineEdit)
        and not one.inherits("QComboBoxListView")
    ]
    unnamed = [
        f"{type(one).__name__} {one.objectName()}"
        for one in controls
        if one.parent().objectName() != "keyEdit" and not (one.objectName() and one.accessibleName())
    ]
    assert controls
    assert unnamed == []


@pytest.mark.parametrize("name", MAKERS)
def test_sheets_stand_on_the_ground_of_the_theme(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    before = theme.tokens().name
    theme.use(qapp, "dark")
    try:
        sheet = MAKERS[name]()
        show(qtbot, sheet)
        picture = sheet.grab().toImage()
        assert picture.pixelColor(picture.width() - 4, picture.height() - 4).name().upper() == theme.tokens().surface
    finally:
        theme.use(qapp, before)


def test_settings_by_keys(qtbot: QtBot) -> None:
    sheet = SettingsSheet(NOW)
    show(qtbot, sheet)
    assert sheet.language.hasFocus()
    qtbot.keyClick(sheet.language, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.theme, Qt.Key.Key_End)
    sheet.reviewer.selectAll()
    qtbot.keyClicks(sheet.reviewer, "  wang ")
    with qtbot.waitSignal(sheet.chosen) as chosen:
        qtbot.keyClick(sheet.reviewer, Qt.Key.Key_Return)
    assert chosen.args == [Preferences("zh_CN", "dark", "wang")]


def test_settings_left_by_esc_choose_nothing(qtbot: QtBot) -> None:
    sheet = SettingsSheet(NOW)
    show(qtbot, sheet)
    with qtbot.assertNotEmitted(sheet.chosen):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_settings_lead_to_the_keys(qtbot: QtBot) -> None:
    sheet = SettingsSheet(NOW)
    show(qtbot, sheet)
    with qtbot.waitSignals([sheet.chosen, sheet.keys_wanted]):
        sheet.keys.click()
    assert not sheet.isVisible()


def test_a_backup_is_chosen(qtbot: QtBot) -> None:
    sheet = RestoreSheet(BACKUPS)
    show(qtbot, sheet)
    assert sheet.list.hasFocus()
    qtbot.keyClick(sheet.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(sheet.chosen) as chosen:
        qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert chosen.args == [BACKUPS[1].path]
    assert "before an import" in sheet.list.item(0).text()


def test_no_backup_yet(qtbot: QtBot) -> None:
    sheet = RestoreSheet([])
    show(qtbot, sheet)
    assert not sheet.restore.isEnabled()


@pytest.mark.parametrize(
    ("key", "answer"),
    [(Qt.Key.Key_Return, Question.DialogCode.Accepted), (Qt.Key.Key_Escape, Question.DialogCode.Rejected)],
)
def test_a_question_says_the_number_and_takes_a_key(qtbot: QtBot, key: Qt.Key, answer: Question.DialogCode) -> None:
    question = many_question(52)
    show(qtbot, question)
    assert "52" in question.heading.text()
    assert "52" in question.answer.text()
    assert "selected" not in question.text.text(), "a label may be on tickets that nobody selected"
    with qtbot.waitSignal(question.finished) as finished:
        qtbot.keyClick(question, key)
    assert finished.args == [answer.value]


@pytest.mark.parametrize("files", [1, 2])
def test_where_files_go_is_asked_without_a_cut_word(qtbot: QtBot, files: int) -> None:
    question = PlaceQuestion("a review of a long name", files)
    show(qtbot, question)
    for button in (question.answer, question.begin):
        assert button.width() >= button.sizeHint().width()
    assert question.text.text().startswith("Add this file or folder to" if files == 1 else "Add 2 files or folders to")


def test_a_notice_can_be_copied_from(qtbot: QtBot) -> None:
    notice = Notice("No font", "type: sudo apt-get install fonts-noto-cjk")
    show(qtbot, notice)
    assert notice.text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    qtbot.keyClick(notice, Qt.Key.Key_Return)
    assert not notice.isVisible()


def test_a_report_is_copied_and_takes_more(qtbot: QtBot) -> None:
    sheet = ReportSheet("ValueError: one")
    show(qtbot, sheet)
    sheet.add("ValueError: two")
    assert sheet.counted.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: one" in copied
    assert "ValueError: two" in copied
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_words_are_never_markup(qtbot: QtBot) -> None:
    sheet = Sheet("x", "<b>not bold</b>")
    qtbot.addWidget(sheet)
    assert sheet.heading.textFormat() is Qt.TextFormat.PlainText


def test_very_many_findings_are_said_as_a_number_and_copied_whole(qtbot: QtBot) -> None:
    sheet = MendingSheet()
    show(qtbot, sheet)
    lines = [f"finding {n}" for n in range(MOST + 5)]
    sheet.tell("wrong", "words", lines, "Repair")
    shown = sheet.text.toPlainText().splitlines()
    assert len(shown) == MOST + 1
    assert shown[-1] == "… and 5 more"
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines() == lines


def test_of_what_works_only_esc_gets_out(qtbot: QtBot) -> None:
    sheet = MendingSheet()
    show(qtbot, sheet)
    sheet.work("checking", "words")
    sheet.show_step("a.md", 0.5)
    assert sheet.bar.share() == 0.5
    assert not sheet.answer.isVisible()
    with qtbot.assertNotEmitted(sheet.answered):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.stopped):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
