"""The thread: what stands where, stepping, folding, links, copying, and that nothing is loaded."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from db.values import Turn
from qtapp.detail.formats import LEFT, RIGHT
from qtapp.detail.sections import LONG, MANY_TURNS
from qtapp.detail.thread import Thread


@pytest.fixture
def thread(qtbot, tools: SimpleNamespace) -> Thread:
    made = Thread(opener=tools.opened)
    qtbot.addWidget(made)
    made.resize(660, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def without_marks(text: str) -> str:
    """The text without white space and without the characters that Markdown may hide."""
    return "".join(text.split()).translate(str.maketrans("", "", "*`[]"))


def rects(thread: Thread) -> list[QRectF]:
    return [thread._backdrop.rect(bubble) for bubble in thread._composed.bubbles]


def place_of(thread: Thread, text: str) -> QPoint:
    """A point within the first occurrence of a text on screen."""
    cursor = thread.document().find(text)
    cursor.setPosition(cursor.selectionStart() + 1)
    return thread.cursorRect(cursor).center()


def test_customers_speak_from_the_left_and_staff_from_the_right(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket())
    customer, _, staff, unknown = rects(thread)
    assert customer.left() == LEFT
    assert staff.right() == thread.viewport().width() - RIGHT
    assert staff.left() > customer.left()
    assert unknown.width() > 0.9 * (thread.viewport().width() - LEFT - RIGHT)


def test_a_bubble_is_as_wide_as_its_text_and_no_wider_than_most_of_the_pane(
    thread: Thread, tools: SimpleNamespace
) -> None:
    room = thread.viewport().width() - LEFT - RIGHT
    turns = [Turn(speaker, text) for speaker in ("customer", "staff") for text in ("好", "长" * 300, "两行\n文字")]
    thread.show_ticket(tools.ticket(conversation=tuple(turns)))
    short, long, lines, short_staff, long_staff, lines_staff = (rect.width() for rect in rects(thread))
    for width in (short, short_staff):
        assert width < 60
    for width in (long, long_staff):
        assert 0.7 * room < width <= 0.8 * room
    for width in (lines, lines_staff):
        assert width < 90


def test_bubbles_stand_below_one_another(thread: Thread, tools: SimpleNamespace) -> None:
    turns = [Turn("staff" if n % 3 else "customer", "- a\n- b\n\n文字 `x`" * (1 + n % 2)) for n in range(12)]
    thread.show_ticket(tools.ticket(conversation=tuple(turns)))
    found = rects(thread)
    assert all(above.bottom() < below.top() for above, below in itertools.pairwise(found))


def test_turns_of_one_speaker_stand_under_one_header(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket())
    text = thread.toPlainText()
    assert text.count("Customer ·") == 1
    assert "Staff · 3" in text
    assert "4 turns" in text


def test_no_reply_is_said(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket(replies=(), conversation=None))
    assert "No reply recorded" in thread.toPlainText()


def test_other_fields_and_the_reply_section_are_folded(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket())
    assert "网站" not in thread.toPlainText()
    thread.anchorClicked.emit(QUrl("winnow:open/fields"))
    assert "网站" in thread.toPlainText()
    assert "请稍等" in thread.toPlainText()
    thread.anchorClicked.emit(QUrl("winnow:close/fields"))
    assert "网站" not in thread.toPlainText()


def test_a_very_long_turn_is_folded_until_asked_for(thread: Thread, tools: SimpleNamespace) -> None:
    text = "字" * (LONG + 1)
    thread.show_ticket(tools.ticket(conversation=(Turn("customer", text),)))
    assert text not in thread.toPlainText()
    assert f"{LONG + 1:,}" in thread.toPlainText()
    thread.anchorClicked.emit(QUrl("winnow:open/turn:1"))
    assert text in thread.toPlainText()


def test_a_very_long_thread_is_folded_until_asked_for(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket(conversation=tuple(Turn("staff", f"第{n}条") for n in range(MANY_TURNS + 5))))
    assert f"第{MANY_TURNS + 4}条" not in thread.toPlainText()
    thread.anchorClicked.emit(QUrl("winnow:open/turns"))
    assert f"第{MANY_TURNS + 4}条" in thread.toPlainText()


def test_an_edited_problem_shows_what_the_source_said(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket(problem="新的问题", edited=("problem",), originals={"problem": "旧的问题"}))
    assert "旧新的问题" in thread.toPlainText()


def test_stepping_marks_a_reply_and_brings_it_into_view(thread: Thread, tools: SimpleNamespace, qtbot) -> None:
    thread.show_ticket(tools.ticket(conversation=tuple(Turn("staff", f"第{n}条\n" * 6) for n in range(20))))
    for _ in range(15):
        thread.step(1)
    assert thread.reply == 15
    top = thread.verticalScrollBar().value()
    rect = rects(thread)[14]
    assert top <= rect.top() < rect.bottom() <= top + thread.viewport().height()
    plain = thread.grab().toImage()
    thread.step(-1)
    assert thread.reply == 14
    assert thread.grab().toImage() != plain
    for _ in range(30):
        thread.step(1)
    assert thread.reply == 20


def test_another_ticket_begins_at_its_top_and_an_edit_keeps_the_place(thread: Thread, tools: SimpleNamespace) -> None:
    turns = tuple(Turn("staff", f"第{n}条") for n in range(60))
    thread.show_ticket(tools.ticket(1, conversation=turns))
    assert thread.verticalScrollBar().value() == 0
    thread.verticalScrollBar().setValue(300)
    thread.show_ticket(tools.ticket(1, conversation=turns, note="x"))
    assert thread.verticalScrollBar().value() == 300
    thread.show_ticket(tools.ticket(2, conversation=turns))
    assert thread.verticalScrollBar().value() == 0


def test_copying_gives_what_was_typed(thread: Thread, tools: SimpleNamespace) -> None:
    typed = "1. 打开 [图片]\n2. 见[URL已脱敏]\u200b尾\n- 完😀"
    thread.show_ticket(tools.ticket(conversation=(Turn("customer", typed),)))
    thread.selectAll()
    thread.copy()
    assert typed in QApplication.clipboard().text()


def test_a_plain_address_opens_on_click(thread: Thread, tools: SimpleNamespace, qtbot) -> None:
    thread.show_ticket(tools.ticket())
    qtbot.mouseClick(thread.viewport(), Qt.MouseButton.LeftButton, pos=place_of(thread, "https://help.test"))
    assert tools.opened.urls == ["https://help.test/a/b"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # what a menu asks of the offscreen platform
def test_an_address_behind_words_is_shown_before_it_opens(thread: Thread, tools: SimpleNamespace, qtbot) -> None:
    thread.show_ticket(tools.ticket())
    qtbot.mouseClick(thread.viewport(), Qt.MouseButton.LeftButton, pos=place_of(thread, "教程"))
    menu = thread.findChild(QMenu)
    assert tools.opened.urls == []
    action = next(
        one for one in menu.actions() if "https://help.test/very/long" in one.text() and not one.isSeparator()
    )
    action.trigger()
    menu.close()
    assert tools.opened.urls == ["https://help.test/very/long"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.test"])
def test_nothing_but_the_web_is_opened(thread: Thread, tools: SimpleNamespace, url: str) -> None:
    thread.show_ticket(tools.ticket())
    thread.anchorClicked.emit(QUrl(url))
    assert tools.opened.urls == []


def test_nothing_is_loaded(thread: Thread, tools: SimpleNamespace, tmp_path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"x")
    body = f'<img src="{picture.as_uri()}"> ![x]({picture.as_uri()}) **b** <link href="{picture}">'
    thread.show_ticket(tools.ticket(problem=body))
    assert thread.loadResource(QTextDocument.ResourceType.ImageResource, QUrl.fromLocalFile(str(picture))) is None
    assert f'<img src="{picture.as_uri()}">' in thread.toPlainText()


def test_hits_are_marked(thread: Thread, tools: SimpleNamespace) -> None:
    thread.show_ticket(tools.ticket(problem="😀 上传ＣＤＮ"))
    before = thread.grab().toImage()
    thread.set_terms(["cdn", "上传"])
    kinds = [mark.kind for mark in thread._backdrop._marks]
    assert kinds.count("hit") == 3
    assert thread.grab().toImage() != before


class Listener(QWidget):
    """Keeps the keys that its children did not want."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys += event.text()


def test_letters_are_left_to_the_window(tools: SimpleNamespace, qtbot) -> None:
    parent = Listener()
    qtbot.addWidget(parent)
    thread = Thread(parent)
    thread.show_ticket(tools.ticket())
    for key in "aj1 ":
        qtbot.keyClick(thread, key)
    assert parent.keys == "aj1 "


def test_a_narrow_pane_and_back(thread: Thread, tools: SimpleNamespace, qtbot) -> None:
    thread.show_ticket(tools.ticket())
    wide = rects(thread)
    thread.resize(320, 500)
    qtbot.wait(1)
    assert all(rect.right() <= thread.viewport().width() for rect in rects(thread))
    thread.resize(660, 500)
    qtbot.wait(1)
    assert rects(thread) == wide


def test_real_tickets_with_everything_open(thread: Thread, tools: SimpleNamespace, shared) -> None:
    """Every part of the shared dataset as one turn: what is typed is seen, whatever it holds."""
    for part in sorted((shared / "datasets" / "parts").glob("*.md")):
        lines = part.read_text(encoding="utf-8").split("\n")
        for start in range(0, len(lines), 400):
            text = "\n".join(lines[start : start + 400])
            thread.show_ticket(tools.ticket(start, conversation=(Turn("staff", text),)))
            thread.anchorClicked.emit(QUrl("winnow:open/turn:1" if len(text) > LONG else "winnow:next"))
            end = len(thread.document().toRawText().encode("utf-16-le")) // 2
            visible = thread.typed_text(0, end)
            assert without_marks(text) in without_marks(visible)
