"""What a user has chosen: kept, and sensible where nothing is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QSettings
from pytestqt.qtbot import QtBot

from qtapp import settings

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.mark.parametrize(("spoken", "code"), [("zh-Hans-CN", "zh_CN"), ("zh", "zh_CN"), ("en-GB", "en"), ("de", "en")])
def test_the_system_speaks_first(monkeypatch: pytest.MonkeyPatch, spoken: str, code: str) -> None:
    class Spoken:
        def uiLanguages(self) -> list[str]:
            return [spoken]

    monkeypatch.setattr(QLocale, "system", staticmethod(Spoken))
    assert settings.language() == code


def test_a_chosen_language_stays() -> None:
    settings.set_language("zh_CN")
    assert (settings.language(), settings.other_language()) == ("zh_CN", "en")
    settings.set_language("en")
    assert (settings.language(), settings.other_language()) == ("en", "zh_CN")


def test_the_theme_is_the_desktops_until_one_is_chosen() -> None:
    assert settings.theme_choice() == "system"
    assert settings.theme() in ("light", "dark")
    settings.set_theme("dark")
    assert (settings.theme_choice(), settings.theme()) == ("dark", "dark")


def test_what_nobody_knows_is_not_believed() -> None:
    QSettings().setValue("theme", "purple")
    QSettings().setValue("language", "tlh")
    assert settings.theme_choice() == "system"
    assert settings.language() in settings.LANGUAGES


def test_the_name_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "lin")
    assert settings.reviewer() == "lin"
    settings.set_reviewer("  王芳 ")
    assert settings.reviewer() == "王芳"
    settings.set_reviewer("")
    assert settings.reviewer() == "lin"


def test_a_computer_that_knows_nobody(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def unknown() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert settings.reviewer() == "reviewer"
