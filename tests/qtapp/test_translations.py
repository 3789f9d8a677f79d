"""Every text on screen is there in Chinese, says the same numbers and names, and is compiled as it stands."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from qtapp import language

ROOT = Path(__file__).resolve().parent.parent.parent
PLACEHOLDER = re.compile(r"%L?n|\{[a-z_]*\}")
CHINESE = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z]{2}")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """`packaging/translations.py`."""
    file = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", file)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.skipif(
    not any(shutil.which("pyside6-lupdate", path=at) for at in (str(Path(sys.executable).parent), None)),
    reason="pyside6-lupdate is not here",
)
def test_texts_are_collected_and_compiled(tool: ModuleType) -> None:
    assert tool.stale() == [], "run python3 packaging/translations.py"


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_nothing_is_unfinished(tool: ModuleType, code: str) -> None:
    assert tool.unfinished(code) == []


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_numbers_and_names_are_the_same(tool: ModuleType, code: str) -> None:
    wrong = [
        (source, form)
        for _, source, forms, _ in tool.messages(tool.ts_file(code))
        for form in forms
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(form))
    ]
    assert wrong == []


def test_chinese_is_chinese(tool: ModuleType) -> None:
    strange = [
        (context, source)
        for context, source, forms, _ in tool.messages(tool.ts_file("zh_CN"))
        if WORD.search(PLACEHOLDER.sub("", source)) and not CHINESE.search(forms[0])
    ]
    assert strange == []


def test_english_has_both_numbers(tool: ModuleType) -> None:
    assert {len(forms) for _, _, forms, _ in tool.messages(tool.ts_file("en"))} == {2}


def test_the_compiled_files_speak(qtbot: QtBot, qapp: QCoreApplication) -> None:
    def say(text: str, number: int = -1) -> str:
        return QCoreApplication.translate("StatusBar", text, "", number)

    try:
        assert language.use(qapp, "zh_CN")
        assert say("%Ln tickets", 52) == "52 条工单"
        assert QCoreApplication.translate("Actions", "Undo") == "撤销"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own words too"
        assert language.use(qapp, "en")
        assert (say("%Ln tickets", 1), say("%Ln tickets", 2)) == ("1 ticket", "2 tickets")
        assert QCoreApplication.translate("Actions", "Undo") == "Undo"
        assert not language.use(qapp, "tlh")
    finally:
        language.use(qapp, "none")
        QLocale.setDefault(QLocale.c())
