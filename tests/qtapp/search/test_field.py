"""The search field: chips, completion, mistakes, keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qtapp.kit.widgets import Chip
from qtapp.search import field as search
from qtapp.search.field import SearchField
from qtapp.session import Session
from tests.qtapp.hands import commit


@pytest.fixture
def field(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchField]:
    monkeypatch.setattr(search, "TYPING", 0)
    monkeypatch.setattr(search, "PAUSE", 0)
    field = SearchField(session)
    field.resize(430, 60)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.focus()
    return field


def line(field: SearchField) -> QLineEdit:
    found = field.findChild(QLineEdit, "searchLine")
    assert found is not None
    return found


def chips(field: SearchField) -> list[str]:
    return [chip.text() for chip in field.findChildren(Chip) if not chip.isHidden()]


def test_typing_narrows_the_list(qtbot: QtBot, field: SearchField, session: Session) -> None:
    with qtbot.waitSignal(session.shown_changed, timeout=2000):
        commit(line(field), "证书")
    assert session.text == "证书"
    assert 0 < len(session.ids) < session.counts()[0]


def test_first_hits_are_shown_before_all_are_found(qtbot: QtBot, field: SearchField, session: Session) -> None:
    """And the ticket that is read stays until then; select all waits for none of it."""
    before = session.current_id
    shown: list[tuple[bool, int]] = []
    session.shown_changed.connect(lambda: shown.append((session.complete, session.current_id)))
    line(field).setText("证书")
    field.ask()
    assert (session.complete, session.current_id) == (False, before)
    first = list(session.ids)
    qtbot.waitUntil(lambda: session.complete, timeout=2000)
    assert [complete for complete, _ in shown] == [False, True]
    assert list(session.ids)[: len(first)] == first
    assert session.current_id in session.ids
    line(field).setText("上传")
    qtbot.keyClick(line(field), Qt.Key.Key_Return)
    field.clearFocus()
    line(field).clearFocus()
    assert session.complete, "the next key may be for the ticket"
    assert session.current_id in session.ids
    line(field).setText("证书 域名")
    field.ask()
    session.select_all()
    assert session.complete
    assert len(session.selection) == len(session.ids)


def test_a_complete_clause_becomes_a_chip(qtbot: QtBot, field: SearchField, session: Session) -> None:
    qtbot.keyClicks(line(field), "cat:CDN ")
    qtbot.waitUntil(lambda: session.text == "cat:CDN", timeout=2000)
    assert chips(field) == ["cat:CDN"]
    assert line(field).text() == ""


def test_free_text_beside_a_chip_stays_text(qtbot: QtBot, field: SearchField, session: Session) -> None:
    qtbot.keyClicks(line(field), "cat:CDN 404")
    qtbot.waitUntil(lambda: session.text == "cat:CDN 404", timeout=2000)
    assert line(field).text() == "404"


def test_a_chip_is_taken_away_by_its_cross_and_by_backspace(qtbot: QtBot, field: SearchField, session: Session) -> None:
    session.find("cat:CDN is:unreviewed")
    assert len(chips(field)) == 2
    qtbot.keyClick(line(field), Qt.Key.Key_Backspace)
    assert session.text == "cat:CDN"
    field.findChildren(Chip)[0].removed.emit()
    assert session.text == ""
    assert chips(field) == []


def test_a_chip_that_is_pressed_becomes_text_again(qtbot: QtBot, field: SearchField, session: Session) -> None:
    session.find("cat:CDN")
    qtbot.mouseClick(
        field.findChildren(Chip)[0], Qt.MouseButton.LeftButton, pos=field.findChildren(Chip)[0].rect().center()
    )
    assert line(field).text() == "cat:CDN"
    assert chips(field) == []


def test_the_field_follows_the_query_of_others(field: SearchField, session: Session) -> None:
    session.find("404 -is:excluded")
    assert line(field).text() == "404"
    assert len(chips(field)) == 1
    session.find("")
    assert line(field).text() == ""
    assert chips(field) == []


def test_a_mistake_is_pointed_at_and_forgiven(qtbot: QtBot, field: SearchField, session: Session) -> None:
    before = list(session.ids)
    qtbot.keyClicks(line(field), "catt:CDN")
    problem = field.findChild(object, "searchProblem")
    qtbot.waitUntil(lambda: not problem.isHidden(), timeout=3000)
    assert "cat" in problem.text()
    assert list(session.ids) == before
    line(field).clear()
    qtbot.keyClicks(line(field), "404")
    qtbot.waitUntil(problem.isHidden, timeout=3000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape])
def test_keys_that_lead_to_the_list(qtbot: QtBot, field: SearchField, key: Qt.Key) -> None:
    with qtbot.waitSignal(field.left, timeout=1000):
        qtbot.keyClick(line(field), key)


def offers(field: SearchField) -> list[str]:
    popup = field._completer._completer.popup()
    if not popup.isVisible():
        return []
    return [popup.model().index(row, 0).data().split("    ")[0] for row in range(popup.model().rowCount())]


def test_fields_and_then_values_are_offered(qtbot: QtBot, field: SearchField, session: Session) -> None:
    qtbot.keyClicks(line(field), "ca")
    assert offers(field)[:2] == ["cat:", "cause:"]
    qtbot.keyClicks(line(field), "t:")
    assert "CDN" in offers(field)
    qtbot.keyClicks(line(field), "CDN")
    popup = field._completer._completer.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.text == "cat:CDN", timeout=2000)
    assert chips(field) == ["cat:CDN"]


def test_statuses_are_offered(qtbot: QtBot, field: SearchField) -> None:
    qtbot.keyClicks(line(field), "is:fl")
    assert offers(field) == ["flagged"]
    QApplication.activePopupWidget().hide()


def test_many_chips_make_the_field_higher_and_leave_room_for_text(field: SearchField, session: Session) -> None:
    low = field.height()
    session.find("cat:CDN is:unreviewed -is:excluded cause:证书 replies:>1")
    field.adjustSize()
    assert field.sizeHint().height() > low
    assert line(field).width() >= 80


def test_chips_have_no_empty_line_under_them_unless_one_types(field: SearchField, session: Session) -> None:
    session.find("cat:CDN is:unreviewed replies:>1")
    saved = 0
    for width in range(220, 430, 15):
        field.resize(width, 60)
        QApplication.processEvents()
        typing = field._box.height()
        assert line(field).width() >= 80, "there is room to type"
        line(field).clearFocus()
        last = max(chip.geometry().bottom() for chip in field.findChildren(Chip) if not chip.isHidden())
        assert field._box.height() - last < 10, "the last line has a chip"
        saved += field._box.height() < typing
        field.focus()
        assert field._box.height() == typing
    assert saved


def test_offers_have_room_around_them(qtbot: QtBot, field: SearchField) -> None:
    qtbot.keyClicks(line(field), "ca")
    popup = field._completer._completer.popup()
    assert popup.sizeHintForRow(0) >= popup.fontMetrics().height() + 8
    assert popup.viewport().height() >= popup.sizeHintForRow(0) * popup.model().rowCount(), "and all are seen"
