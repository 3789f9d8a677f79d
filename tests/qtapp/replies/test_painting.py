"""What is painted: marks, slots, long texts, thousands of variants; the model as Qt wants it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from db.records import replace
from db.replies import Mark, Variant
from db.review import Review
from qtapp.kit import marked
from qtapp.kit.marked import LINE, Marked, Piece, from_first_difference, only_differences
from qtapp.kit.theme import tokens
from qtapp.pieces import pieces_of
from qtapp.replies.bars import SideBars
from qtapp.replies.list import FamilyList
from qtapp.replies.variants import ONE, TWO, VariantList
from qtapp.replies.words import template_pieces
from qtapp.session import Session
from tests.qtapp.replies import invented

WHOLE = 94_518


@pytest.fixture
def session(qapp: object, review_file: object) -> object:
    session = Session(Review.open(review_file, reviewer="lin"))  # type: ignore[arg-type]
    session.canned.find_all()
    yield session
    session.close()
    session.deleteLater()


def painted(pieces: Sequence[Piece], width: int = 400, lines: int = 2) -> QImage:
    image = QImage(width, lines * LINE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    Marked(pieces, width, lines).paint(painter, 0, 0, tokens().text)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(("kind", "ground"), [("inserted", "inserted"), ("deleted", "deleted"), ("slot", "slot")])
def test_each_mark_has_a_ground_of_its_own(qapp: object, kind: str, ground: str) -> None:
    wanted = getattr(tokens(), ground).upper()
    assert wanted in colours(painted([Piece("前面"), Piece("不同", kind), Piece("后面")]))
    assert wanted not in colours(painted([Piece("前面不同后面")]))


@pytest.mark.parametrize("kind", ["inserted", "deleted", "slot"])
def test_each_mark_is_told_without_colour_too(qapp: object, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the colours of plain text the marks still differ from it: a line under it, through it, around it."""
    plain = replace(
        tokens(),
        **dict.fromkeys(("inserted", "deleted", "slot"), "#FFFFFF"),
        **{f"{name}_text": tokens().text for name in ("inserted", "deleted", "slot")},
        name=f"plain {kind}",
    )
    monkeypatch.setattr(marked, "tokens", lambda: plain)
    marked._format.cache_clear()
    assert painted([Piece("前面"), Piece("不同", kind)]) != painted([Piece("前面"), Piece("不同")])
    marked._format.cache_clear()


def test_marks_of_the_library_are_pieces(qapp: object) -> None:
    marks = [Mark("您好", "same"), Mark("今早", "slot", "time"), Mark("了", "inserted")]
    assert [one.kind for one in pieces_of(marks)] == ["same", "slot", "inserted"]
    assert template_pieces("退款 {number} 天") == [
        Piece("退款 "),
        Piece("\u2009number\u2009", "slot"),
        Piece(" 天"),
    ]
    assert template_pieces("{{x}} { } {未知}") == [Piece("{"), Piece("\u2009x\u2009", "slot"), Piece("} { } {未知}")]


def test_a_difference_behind_the_lines_is_brought_forward(qapp: object) -> None:
    pieces = [Piece("长" * 200), Piece("了", "inserted")]
    shown = from_first_difference(pieces, 60)
    assert shown[0].text == "…" + "长" * 12
    assert from_first_difference(pieces, 300) == pieces
    assert from_first_difference([Piece("长" * 200)], 60) == [Piece("长" * 200)]


def test_only_differences_keep_a_little_around(qapp: object) -> None:
    long = "甲" * 40
    shown = only_differences([Piece(long), Piece("新", "inserted"), Piece(long), Piece("旧", "deleted"), Piece(long)])
    assert [len(one.text) for one in shown] == [7, 1, 13, 1, 7]
    assert only_differences([Piece("短"), Piece("新", "inserted")]) == [Piece("短"), Piece("新", "inserted")]


def test_a_reply_of_any_length_is_laid_out_as_far_as_it_is_seen(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[int] = []
    real = marked._lay_out
    monkeypatch.setattr(marked, "_lay_out", lambda text, *rest: laid_out.append(len(text)) or real(text, *rest))
    shown = Marked([Piece("字" * WHOLE)], 480, 2)
    assert shown.height == 2 * LINE
    assert max(laid_out) < 1000


def test_breaks_do_not_move_marks(qapp: object) -> None:
    assert Marked([Piece("一\n二\r\n三\t四")], 400, 2).height == LINE


def test_qt_finds_nothing_wrong(qtbot: QtBot, session: Session) -> None:
    families, variants = FamilyList(session.canned), VariantList(session.canned)
    for view in (families, variants):
        qtbot.addWidget(view)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(view.model(), mode) for view in (families, variants)]
    canned = session.canned
    for handle in [*canned.handles, -1]:
        canned.go(int(handle))
        variants.show_family(canned.family)
    canned.find("退款")
    canned.find("")
    canned.set_threshold(0.8)
    canned.mark_holding()
    canned.find("没有")
    assert len(testers) == 2


def test_a_row_says_all_that_it_paints(qtbot: QtBot, session: Session) -> None:
    families = FamilyList(session.canned)
    qtbot.addWidget(families)
    said = families.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"{invented.LONG}, equal, 22 uses, 22 tickets, 1 ")
    assert said.endswith(", proposed: keep 3")


def test_families_are_chosen_by_mouse(qtbot: QtBot, session: Session) -> None:
    view = FamilyList(session.canned)
    view.resize(430, 400)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    handles = [int(one) for one in session.canned.handles]

    def click(row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        point = QPoint(100, view.rowViewportPosition(row) + 20)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, point)

    click(1)
    assert session.canned.current == handles[1]
    click(3, Qt.KeyboardModifier.ControlModifier)
    assert session.canned.selection == {handles[3]}
    click(2, Qt.KeyboardModifier.ShiftModifier)
    assert session.canned.selection == {handles[1], handles[2], handles[3]}
    click(0)
    assert session.canned.selection == frozenset()


def shown_variants(qtbot: QtBot, session: Session, number: int) -> VariantList:
    """A list of many variants of one wording."""
    canned = session.canned
    canned.go(int(canned.handles[0]))
    family = canned.family
    assert family is not None
    view = VariantList(canned)
    view.resize(620, 400)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    texts = [family.row.wording, *(f"{family.row.wording}，第{n}次" for n in range(1, number))]
    variants = tuple(Variant(text, 1, 1, 0.9, "near" if n else "wording") for n, text in enumerate(texts))
    view.show_family(replace(family, variants=variants))
    return view


def test_thousands_of_variants_are_compared_as_they_are_seen(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    real = session.canned.marks
    monkeypatch.setattr(session.canned, "marks", lambda a, b: compared.append(b) or real(a, b))
    view = shown_variants(qtbot, session, 20_000)
    view.grab()
    assert 0 < len(compared) < 40
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.grab()
    assert compared[-1].endswith("第19999次")
    assert len(compared) < 80


def test_the_ring_takes_the_wording_and_the_uses_lead_to_the_tickets(qtbot: QtBot, session: Session) -> None:
    view = shown_variants(qtbot, session, 30)
    point = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, point.y()))
    assert session.canned.chosen_wording.endswith("第2次")
    with qtbot.waitSignal(view.tickets_wanted) as asked:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() - 20, point.y())
        )
    assert asked.args[0].endswith("第2次")
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, QPoint(200, point.y())
    )
    assert len(session.canned.variants) == 1


def test_rows_are_as_high_as_their_texts_need(qtbot: QtBot, session: Session) -> None:
    view = shown_variants(qtbot, session, 5)
    assert {view.rowHeight(row) for row in range(5)} == {TWO}
    family = session.canned.family
    assert family is not None
    short = tuple(Variant(text, 1, 1, 0.9, "near") for text in ("稍等", "稍等下"))
    session.canned.pick("稍等")
    linked = Variant("等等哦亲", 1, 1, 0.7, "link", "稍等下", 0.9)
    alike = Variant("等等 9 秒", 1, 1, 0.7, "template", "等等 3 秒", 0.5)
    view.show_family(replace(family, variants=(*short, linked, alike)))
    assert [view.rowHeight(row) for row in range(4)] == [ONE, ONE, TWO, TWO]


def test_bars_show_what_there_is_room_for(qtbot: QtBot) -> None:
    bars = SideBars()
    qtbot.addWidget(bars)
    bars.show_numbers([(("CDN", f"类{n}"), 9 - n) for n in range(9)], [("原因", 3)])
    for height, shown in ((800, [9, 1]), (200, [3, 1]), (20, [0, 0])):
        bars.resize(200, height)
        assert bars._shares() == shown, height
        bars.grab()
    bars.resize(200, 800)
    assert bars._shares() == [9, 1]
    assert "CDN｜类0 9" in bars.accessibleDescription()
    bars.show_numbers([], [])
    bars.grab()
