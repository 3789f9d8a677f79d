"""What a tool tip says is shown, and never followed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from qtapp.kit.elided import text_line
from qtapp.kit.tips import plain_tip, tip

ATTACKS = [
    '<img src="file:///etc/hostname">',
    "<b>粗</b> 与 <a href='https://example.com'>链接</a>",
    "<qt><img src=x></qt>",
    "a < b > c & d",
    "两\n行 <br> 三行",
    "没有标记",
    "",
]


def read(shown: str) -> str:
    """What Qt makes of a tip: the text of the document that it would paint."""
    document = QTextDocument()
    if shown.startswith("<qt>"):
        document.setHtml(shown)
    else:
        document.setPlainText(shown)
    assert "<img" not in document.toHtml()
    return document.toPlainText()


@pytest.mark.parametrize("text", ATTACKS)
def test_markup_is_said_as_it_stands(qapp: QApplication, text: str) -> None:
    assert read(plain_tip(text)) == text
    assert read(tip(text)) == text


def test_a_line_that_has_no_room_says_so_too(qapp: QApplication) -> None:
    line = text_line(None, "line")
    line.resize(20, 20)
    line.setText(ATTACKS[0])
    assert read(line.toolTip()) == ATTACKS[0]
