"""Category, root causes and texts: driven by keys, as a reviewer does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtapp.detail.category import CategoryEditor, typed_path
from qtapp.detail.causes import REMOVE, CauseChip, CausesEditor, is_prose
from qtapp.detail.prose import ProseField
from qtapp.kit.theme import tokens
from qtapp.picking.picker import Picker
from qtapp.picking.suggestion import Suggestion

PATHS = [(("CDN", "证书问题"), 9), (("CDN", "配置问题"), 5), (("SDK/API",), 1)]


def complete(text: str) -> list[tuple[tuple[str, ...], int]]:
    return [one for one in PATHS if text.lower() in "｜".join(one[0]).lower()]


def near(text: str) -> list[tuple[str, int]]:
    return [(name, 2) for name in ("证书配置问题", "缓存未刷新") if text in name or text == "证书配置"]


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    made.resize(700, 500)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def put(window: QWidget, widget: QWidget) -> QWidget:
    window.layout().addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def category(window: QWidget) -> CategoryEditor:
    made = put(window, CategoryEditor(complete))
    made.show_path(("CDN", "证书问题"))
    made.show_likely([(path, 0.0) for path, _ in PATHS])
    return made


def test_part_of_a_path_finds_it(category: CategoryEditor, tools: SimpleNamespace, qtbot) -> None:
    category.edit()
    tools.type_text(category.field, "配置")
    with qtbot.waitSignal(category.chosen) as got:
        qtbot.keyClick(category.field, Qt.Key.Key_Return)
    assert got.args == [("CDN", "配置问题")]
    assert not category.field.isVisible()


def test_arrows_choose_and_tab_completes(category: CategoryEditor, qtbot) -> None:
    category.edit()
    qtbot.keyClicks(category.field, "cdn")
    qtbot.keyClick(category.field, Qt.Key.Key_Down)
    qtbot.keyClick(category.field, Qt.Key.Key_Tab)
    assert category.field.text() == "CDN｜配置问题"
    assert category.field.hasFocus()
    with qtbot.waitSignal(category.chosen) as got:
        qtbot.keyClick(category.field, Qt.Key.Key_Enter)
    assert got.args == [("CDN", "配置问题")]


def test_a_new_path_is_never_made_by_a_slip(category: CategoryEditor, tools: SimpleNamespace, qtbot) -> None:
    category.edit()
    tools.type_text(category.field, "云短信 > 签名/模板")
    with qtbot.assertNotEmitted(category.chosen):
        qtbot.keyClick(category.field, Qt.Key.Key_Return)
    qtbot.keyClick(category.field, Qt.Key.Key_Down)
    assert "云短信" in category.field.options.currentItem().text()
    with qtbot.waitSignal(category.chosen) as got:
        qtbot.keyClick(category.field, Qt.Key.Key_Return)
    assert got.args == [("云短信", "签名/模板")]


def test_enter_on_a_near_text_takes_what_exists(category: CategoryEditor, qtbot) -> None:
    category.edit()
    qtbot.keyClicks(category.field, "sdk")
    with qtbot.waitSignal(category.chosen) as got:
        qtbot.keyClick(category.field, Qt.Key.Key_Return)
    assert got.args == [("SDK/API",)]


def test_escape_gives_up_and_gives_the_focus_back(category: CategoryEditor, qtbot) -> None:
    category.edit()
    qtbot.keyClicks(category.field, "x")
    with qtbot.assertNotEmitted(category.chosen), qtbot.waitSignal(category.left):
        qtbot.keyClick(category.field, Qt.Key.Key_Escape)
    assert category.button.isVisible()
    assert not category.field.isVisible()
    assert not category.field.options.isVisible()


def test_numbers_and_chips_choose(category: CategoryEditor, qtbot) -> None:
    with qtbot.waitSignal(category.chosen) as got:
        category.pick(2)
    assert got.args == [("CDN", "配置问题")]
    with qtbot.waitSignal(category.chosen) as got:
        qtbot.mouseClick(category.chips[2], Qt.MouseButton.LeftButton)
    assert got.args == [("SDK/API",)]
    with qtbot.assertNotEmitted(category.chosen):
        category.pick(9)
    assert [chip.isChecked() for chip in category.chips[:3]] == [True, False, False]


def test_chips_without_room_are_behind_one_more(category: CategoryEditor, qtbot) -> None:
    category.show_likely([(("很长的分类名称", f"其中的第{n}个"), 0.0) for n in range(9)])
    category.resize(300, 100)
    assert category.more.isVisible()
    assert not category.chips[8].isVisible()
    qtbot.mouseClick(category.more, Qt.MouseButton.LeftButton)
    assert category.chips[8].isVisible()


def test_the_list_stays_within_the_window(category: CategoryEditor, window: QWidget, qtbot) -> None:
    category.edit()
    assert category.field.options.isVisible()
    assert window.rect().contains(category.field.options.geometry())


def test_a_typed_path_keeps_a_slash() -> None:
    assert typed_path(" SDK/API｜ 安装 > 更新 ") == ("SDK/API", "安装", "更新")


def test_a_picker_lists_only_what_is_near(window: QWidget, qtbot) -> None:
    picker = put(window, Picker(lambda text: [Suggestion(1, "one", 1200)] if text == "o" else [], "New “{text}”"))
    picker.begin()
    assert not picker.options.isVisible()
    qtbot.keyClicks(picker, "o")
    assert [picker.options.item(n).text() for n in range(picker.options.count())] == ["one\u20031,200", "New “o”"]
    with qtbot.waitSignal(picker.created) as got:
        qtbot.mouseClick(
            picker.options.viewport(),
            Qt.MouseButton.LeftButton,
            pos=picker.options.visualItemRect(picker.options.item(1)).center(),
        )
    assert got.args == ["o"]


class Saver:
    """Keeps what a text field saves; refuses where told."""

    def __init__(self) -> None:
        self.saved: list[tuple[int, str]] = []
        self.refuse = False

    def __call__(self, ticket_id: int, text: str) -> bool:
        if not self.refuse:
            self.saved.append((ticket_id, text))
        return not self.refuse


@pytest.fixture
def saver() -> Saver:
    return Saver()


@pytest.fixture
def causes(window: QWidget, saver: Saver, tools: SimpleNamespace) -> CausesEditor:
    made = put(window, CausesEditor(near, saver))
    made.show_ticket(tools.ticket(causes=("证书格式不正确", "缓存未刷新"), root_cause="证书格式不正确；缓存未刷新"))
    return made


def test_near_causes_are_offered_before_a_new_one(causes: CausesEditor, tools: SimpleNamespace, qtbot) -> None:
    causes.begin_adding()
    tools.type_text(causes.field, "证书配置")
    with qtbot.waitSignal(causes.added) as got:
        qtbot.keyClick(causes.field, Qt.Key.Key_Return)
    assert got.args == ["证书配置问题"]


def test_a_new_cause_is_made_on_purpose(causes: CausesEditor, tools: SimpleNamespace, qtbot) -> None:
    causes.begin_adding()
    tools.type_text(causes.field, "全新")
    with qtbot.assertNotEmitted(causes.added):
        qtbot.keyClick(causes.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(causes.added) as got:
        qtbot.keyClick(causes.field, Qt.Key.Key_Return)
    assert got.args == ["全新"]


def test_a_tag_is_removed_by_key_and_by_its_cross(causes: CausesEditor, qtbot) -> None:
    first, second = causes._chips[:2]
    with qtbot.waitSignal(causes.removed) as got:
        qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert got.args == ["证书格式不正确"]
    cross = second.rect().center()
    cross.setX(second.width() - 8)
    with qtbot.waitSignal(causes.removed) as got:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton, pos=cross)
    assert got.args == ["缓存未刷新"]
    with qtbot.assertNotEmitted(causes.removed):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)


def test_a_sentence_is_edited_as_text(causes: CausesEditor, saver: Saver, tools: SimpleNamespace, qtbot) -> None:
    sentence = "证书链不完整，浏览器校验失败，需要补全中间证书后重新上传并等待节点同步生效"
    prose = tools.ticket(4, causes=(sentence,), root_cause=sentence)
    assert is_prose(prose)
    causes.show_ticket(prose)
    causes.edit_text()
    assert causes.text.toPlainText() == sentence
    tools.type_text(causes.text, "！")
    qtbot.keyClick(causes.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(saver.saved) == 1
    assert saver.saved[0][0] == 4
    assert "！" in saver.saved[0][1]
    assert not causes.text.isVisible()


def test_moving_on_saves_the_sentence_for_its_own_ticket(causes, saver, tools: SimpleNamespace) -> None:
    causes.edit_text()
    tools.type_text(causes.text, "补充")
    causes.show_ticket(tools.ticket(2))
    assert [(number, "补充" in text) for number, text in saver.saved] == [(1, True)]
    assert not causes.text.isVisible()


@pytest.fixture
def prose(window: QWidget, saver: Saver) -> ProseField:
    return put(window, ProseField(saver))


def test_leaving_a_text_saves_it(
    prose: ProseField, saver: Saver, window: QWidget, tools: SimpleNamespace, qtbot
) -> None:
    other = put(window, ProseField(lambda *_: True))
    prose.open(1, "")
    prose.setFocus()
    tools.type_text(prose, "见截图")
    other.setFocus()
    assert saver.saved == [(1, "见截图")]
    prose.setFocus()
    other.setFocus()
    assert len(saver.saved) == 1


def test_escape_gives_up(prose: ProseField, saver: Saver, tools: SimpleNamespace, qtbot) -> None:
    prose.open(1, "原来")
    tools.type_text(prose, "改")
    qtbot.keyClick(prose, Qt.Key.Key_Escape)
    assert prose.toPlainText() == "原来"
    assert saver.saved == []


def test_what_cannot_be_saved_is_kept_and_comes_back(prose: ProseField, saver: Saver, tools: SimpleNamespace) -> None:
    saver.refuse = True
    prose.open(1, "")
    tools.type_text(prose, "写了很久")
    assert not prose.commit()
    prose.open(2, "")
    assert prose.toPlainText() == ""
    prose.open(1, "")
    assert prose.toPlainText() == "写了很久"
    saver.refuse = False
    assert prose.commit()
    assert saver.saved == [(1, "写了很久")]


def test_news_of_the_same_ticket_does_not_overwrite_typing(prose: ProseField, tools: SimpleNamespace) -> None:
    prose.open(1, "a")
    tools.type_text(prose, "打字中")
    prose.open(1, "b")
    assert "打字中" in prose.toPlainText()


def test_a_long_sentence_is_read_without_opening_it(
    causes: CausesEditor, tools: SimpleNamespace, window: QWidget
) -> None:
    sentence = "证书链不完整，浏览器校验失败，" * 6
    causes.resize(400, 60)
    causes.show_ticket(tools.ticket(5, causes=(sentence,), root_cause=sentence))
    assert causes.prose.text() == sentence
    assert causes.prose.height() > 3 * 14
    assert causes.height() >= causes.prose.height()


def test_a_long_tag_ends_before_its_cross(qtbot: QtBot) -> None:
    chip = CauseChip()
    chip.show_value("配置变更处理超时" * 6)
    chip.resize(chip.sizeHint())
    qtbot.addWidget(chip)
    image = chip.grab().toImage()
    between = range(chip.width() - REMOVE - 5, chip.width() - REMOVE)
    inner = range(4, chip.height() - 4)
    assert {image.pixelColor(x, y).name() for x in between for y in inner} == {tokens().sunken.lower()}


LONG = [(("账户与财务中心", f"第{number}类常见问题咨询"), 0.0) for number in "一二三"]


def test_chips_use_the_room_and_keep_the_last_name(category: CategoryEditor, window: QWidget) -> None:
    category.show_likely(LONG)
    window.resize(1000, 500)
    QApplication.processEvents()
    whole = [chip.width() for chip in category.chips[:3]]
    assert all(chip.width() == chip._measured().width() < chip.widest for chip in category.chips[:3])
    window.resize(420, 500)
    QApplication.processEvents()
    chip = category.chips[0]
    assert chip.width() < whole[0]
    assert chip._metrics.elidedText(chip.text(), chip.cut, 80).endswith("咨询"), "the last name tells them apart"
