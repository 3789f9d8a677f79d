"""A damaged review in the window: noticed when it is opened, checked, repaired and recovered, all by keys."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QToolButton

from db import edits, soundness
from db.review import Review, backups_of
from db.values import Status
from qtapp.dialogs.damaged import DamagedSheet
from qtapp.dialogs.mending import MendingSheet
from qtapp.dialogs.palette import Palette
from tests.faults.damage import DAMAGES
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

KEY = "Ctrl+Shift+M"


@pytest.fixture
def edited(review_file: Path) -> Path:
    """A closed review with edits, a backup before some of them and others after it."""
    with Review.open(review_file, "lin") as review:
        edits.set_status(review, [1, 2, 3], Status.FLAGGED)
        review.back_up()
        edits.set_text(review, 4, "problem", "改过的问题")
        edits.set_note(review, [5], "记一下")
    return review_file


def spoil(path: Path, statement: str) -> None:
    """Change the tables behind the back of everything."""
    with Review.open(path) as review:
        review.execute("PRAGMA foreign_keys = 0")
        review.execute(statement)


def wipe(path: Path, table: str) -> None:
    """Overwrite every page of a table but its root."""
    with Review.open(path, read_only=True) as review:
        root = review.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        pages = [row[0] for row in review.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,)).fetchall()]
    data = bytearray(path.read_bytes())
    for number in pages if len(pages) == 1 else set(pages) - {root}:
        data[(number - 1) * 4096 : number * 4096] = bytes(4096)
    path.write_bytes(data)


def done(desk: Desk) -> MendingSheet:
    """The sheet, once nothing goes on in it."""
    sheet = desk.sheet(MendingSheet)
    desk.until(lambda: not sheet.works and desk.window.tasks.current is None)
    return sheet


def gone(desk: Desk) -> None:
    desk.until(lambda: not [one for one in desk.window.findChildren(QDialog) if one.isVisible()])
    desk.app.processEvents()


def look_is_over(desk: Desk) -> None:
    desk.until(lambda: desk.program.sheets._mending is not None and desk.program.sheets.mending._look is None)


def refused(open_desk: OpenDesk, path: Path) -> Desk:
    """A desk that does not open a review, and asks what is to be done."""
    desk = open_desk([path])
    desk.until(lambda: bool(desk.window.findChildren(DamagedSheet)))
    desk.sheet(DamagedSheet)
    return desk


# The look on opening, checking, repairing


def test_a_sound_review_says_nothing_until_it_is_asked(desk: Desk) -> None:
    look_is_over(desk)
    assert desk.window.bar.trouble.isHidden()
    assert desk.toast == ""
    desk.press("Ctrl+K")
    desk.sheet(Palette)
    desk.write("check and repair")
    desk.press("Enter")
    desk.until(lambda: bool(desk.window.findChildren(MendingSheet)))
    sheet = done(desk)
    assert sheet.heading.text() == "The review is sound"
    total = desk.session.counts()[0]
    assert f"{total} tickets of {desk.session.review.source_count()} sources" in sheet.said.text()
    assert not sheet.answer.isVisible()
    desk.press("Enter")
    gone(desk)
    assert desk.list.hasFocus()


def test_damage_is_noticed_said_repaired_and_the_window_follows(open_desk: OpenDesk, edited: Path) -> None:
    spoil(edited, "UPDATE ticket SET problem = 'not this' WHERE id = 4")
    spoil(edited, "UPDATE ticket SET status = 1 WHERE id = 2")
    desk = open_desk([edited])
    look_is_over(desk)
    trouble = desk.window.bar.trouble
    assert trouble.isVisible()
    assert KEY.replace("+", " ") in trouble.text()
    assert "is not what the log says" in trouble.toolTip()
    assert "is not what the log says" in desk.toast
    assert "repair what can be" in desk.toast
    desk.session.go(4)
    desk.session.find("")
    desk.settle()
    assert desk.ticket.problem == "not this"
    desk.session.set_note("又一句", [5])
    desk.session.select([2, 4])

    desk.press(KEY)
    sheet = done(desk)
    assert "things are wrong" in sheet.heading.text()
    assert "Ticket 4: problem is not what the log says." in sheet.text.toPlainText()
    assert "copies the review first" in sheet.said.text()
    assert sheet.answer.hasFocus()
    desk.press("Enter")
    desk.until(lambda: sheet.heading.text() == "The review is sound again")
    lines = sheet.text.toPlainText().splitlines()
    copy = backups_of(edited)[0]
    assert copy.reason == "repair"
    assert lines[0] == f"The review as it was is kept among its backups: {copy.path.name}."
    assert "2 values were made what the source and the log say." in lines
    desk.idle()
    desk.press("Esc")
    gone(desk)
    desk.settle()
    assert desk.ticket.problem == "改过的问题"
    assert desk.session.selection == {2, 4}
    assert trouble.isHidden()
    assert soundness.check(desk.session.review) == []
    assert desk.toast == ""
    desk.press("Z")
    assert desk.session.review.ticket(5).note == "记一下", "what was done before can be undone still"


def test_what_is_half_imported_is_looked_at_afterwards(open_desk: OpenDesk, edited: Path) -> None:
    spoil(edited, "UPDATE ticket SET status = 1 WHERE id = 2")
    desk = open_desk([edited])
    desk.session.paused = True
    desk.until(lambda: desk.program.sheets._mending is not None)
    mending = desk.program.sheets.mending
    desk.until(mending._soon.isActive)
    assert mending._look is None
    desk.session.paused = False
    desk.until(desk.window.bar.trouble.isVisible)


def test_a_check_is_stopped_by_esc(open_desk: OpenDesk, edited: Path) -> None:
    desk = open_desk([edited])
    desk.press(KEY)
    sheet = desk.sheet(MendingSheet)
    assert sheet.works
    assert sheet.out.hasFocus()
    desk.press("Esc")
    gone(desk)
    desk.idle()
    assert desk.toast.startswith("Stopped")
    desk.press(KEY)
    assert done(desk).heading.text() == "The review is sound"


def test_a_repair_that_is_stopped_leaves_all_as_it_was(open_desk: OpenDesk, edited: Path) -> None:
    spoil(edited, "UPDATE ticket SET problem = 'not this' WHERE id = 4")
    desk = open_desk([edited])
    desk.press(KEY)
    done(desk)
    desk.press("Enter")
    desk.press("Esc")
    gone(desk)
    desk.idle()
    assert desk.session.review.ticket(4).problem == "not this"
    assert not desk.session.paused
    desk.press(KEY)
    assert done(desk).answer.isVisible()


def test_the_button_of_the_status_bar_leads_there(open_desk: OpenDesk, edited: Path) -> None:
    spoil(edited, "UPDATE ticket SET status = 1 WHERE id = 2")
    desk = open_desk([edited])
    look_is_over(desk)
    button = desk.child(QToolButton, "troubleButton")
    assert button.accessibleName()
    button.setFocus()
    desk.press("Space")
    assert done(desk).answer.isVisible()
    desk.press("Esc")
    gone(desk)
    desk.press("Ctrl+W")
    assert button.isHidden(), "nothing is known of no review"


def test_what_repair_cannot_make_right_is_recovered(open_desk: OpenDesk, edited: Path) -> None:
    """Pages that cannot be read: repairing is refused, and recovering offered in its place."""
    with Review.open(edited) as review:
        review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    wipe(edited, "content")
    desk = open_desk([edited])
    desk.press(KEY)
    assert done(desk).answer.isVisible()
    desk.press("Enter")
    desk.until(lambda: bool([one for one in desk.window.findChildren(DamagedSheet) if one.isVisible()]))
    sheet = desk.sheet(DamagedSheet)
    assert sheet.heading.text() == "sample.winnow cannot be repaired"
    desk.idle()
    desk.press("Enter")
    desk.until(lambda: desk.window.session is not None and desk.session.review.path.stem == "sample-recovered")
    assert desk.session.review.ticket(4).problem == "改过的问题"
    assert soundness.check(desk.session.review) == []


# What does not open


def header(path: Path) -> None:
    DAMAGES["header"](random.Random(2), path)


def cut(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(file.seek(0, 2) * 2 // 3)


def no_database(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(b"nothing of SQLite".ljust(4096, b".") + data[4096:])


def schema(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"setting" ("key"', b'"setting" ("kez"').replace(b'"status"', b'"stauus"'))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [header, cut, no_database, schema])
@pytest.mark.parametrize("with_backup", [True, False])
def test_a_damaged_review_is_recovered_by_keys(
    open_desk: OpenDesk, edited: Path, damage: object, with_backup: bool
) -> None:
    if not with_backup:
        shutil.rmtree(edited.with_name(f"{edited.name}-backups"))
    damage(edited)  # type: ignore[operator]
    before = edited.read_bytes()
    desk = open_desk([edited])
    desk.until(lambda: bool(desk.window.findChildren(DamagedSheet)))
    sheet = desk.sheet(DamagedSheet)
    assert sheet.heading.text() == "sample.winnow does not open"
    assert "no such" not in sheet.reason.text()
    assert sheet.restore.isVisible() == with_backup
    assert sheet.recover.hasFocus()
    desk.press("Enter")
    desk.until(lambda: desk.window.session is not None)
    desk.until(lambda: desk.session.complete)
    mended = desk.sheet(MendingSheet)
    new = edited.with_name("sample-recovered.winnow")
    assert desk.session.review.path == new
    assert edited.read_bytes() == before, "the damaged file is not touched"
    tickets = desk.session.counts()[0]
    assert f"{tickets} tickets of" in mended.said.text()
    assert "sample-recovered.winnow" in mended.said.text()
    assert "were read from the damaged file" in mended.text.toPlainText()
    assert ("The rest comes from the backup" in mended.text.toPlainText()) == with_backup
    if damage is not cut or with_backup:
        assert desk.session.review.ticket(1).status is Status.FLAGGED
    if damage is not cut:
        assert desk.session.review.ticket(4).problem == "改过的问题"
    desk.press("Esc")
    gone(desk)
    assert desk.list.hasFocus()
    assert soundness.check(desk.session.review) == []


def test_of_an_empty_file_the_backup_is_taken(open_desk: OpenDesk, edited: Path) -> None:
    emptied(edited)
    desk = refused(open_desk, edited)
    desk.press("Enter")
    desk.until(lambda: desk.window.session is not None)
    assert desk.session.review.ticket(1).status is Status.FLAGGED
    assert "The rest comes from the backup" in done(desk).text.toPlainText()


def test_an_empty_file_without_a_backup_is_only_said(open_desk: OpenDesk, edited: Path) -> None:
    shutil.rmtree(edited.with_name(f"{edited.name}-backups"))
    emptied(edited)
    desk = open_desk([edited])
    assert "is not a Winnow review" in desk.toast
    assert desk.window.findChildren(DamagedSheet) == []


def test_a_backup_is_restored_by_keys(open_desk: OpenDesk, edited: Path) -> None:
    header(edited)
    desk = refused(open_desk, edited)
    desk.press("R")
    desk.until(lambda: desk.window.session is not None)
    assert desk.session.review.path == edited
    assert desk.session.review.ticket(1).status is Status.FLAGGED
    assert desk.session.review.ticket(5).note == ""
    assert "The backup is back" in desk.toast


def test_leaving_it_says_what_is_wrong_and_another_review_stays(
    open_desk: OpenDesk, edited: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(edited, tmp_path / "other.winnow"))
    header(other)
    desk = open_desk([edited])
    desk.window.door.open_one(other)
    desk.until(lambda: bool(desk.window.findChildren(DamagedSheet)))
    desk.sheet(DamagedSheet)
    desk.press("Esc")
    gone(desk)
    assert str(other) in desk.toast
    assert desk.session.review.path == edited
    desk.press("A")
    assert desk.session.counts()[1] > 0


def test_nothing_to_recover_is_a_sentence(open_desk: OpenDesk, tmp_path: Path) -> None:
    path = tmp_path / "letter.winnow"
    path.write_text("Dear reader,\n" * 2000, encoding="utf-8")
    desk = open_desk([path])
    desk.until(lambda: bool(desk.window.findChildren(DamagedSheet)))
    sheet = desk.sheet(DamagedSheet)
    assert "never was a review" in sheet.reason.text()
    desk.press("Enter")
    desk.until(lambda: bool(desk.window.findChildren(MendingSheet)))
    mended = done(desk)
    assert "Nothing of a review can be read" in mended.said.text()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    desk.press("Esc")
    gone(desk)


def test_recovering_is_stopped_by_esc_and_leaves_nothing(open_desk: OpenDesk, edited: Path) -> None:
    header(edited)
    there = sorted(edited.parent.iterdir())
    desk = refused(open_desk, edited)
    desk.press("Enter")
    desk.until(lambda: bool(desk.window.findChildren(MendingSheet)))
    desk.sheet(MendingSheet)
    desk.press("Esc")
    gone(desk)
    desk.idle()
    assert desk.window.session is None
    assert sorted(edited.parent.iterdir()) == there


def test_damage_that_is_met_when_the_list_is_shown(open_desk: OpenDesk, edited: Path) -> None:
    """Opening succeeds, and reading the first tickets does not: it counts as one that does not open."""
    with Review.open(edited) as review:
        review.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    wipe(edited, "ticket")
    desk = open_desk()
    desk.window.door.open_one(edited)
    desk.until(lambda: bool(desk.window.findChildren(DamagedSheet)))
    desk.sheet(DamagedSheet)
    assert desk.window.session is None
    desk.press("Enter")
    desk.until(lambda: desk.window.session is not None)
    assert desk.session.review.ticket(4).problem == "改过的问题"
