"""What a user has chosen for all reviews: language, theme, the name that the log gets, how labels are checked. Kept in
QSettings.

Window layout and the place in each review are kept by the window; keys by the actions.
"""

from __future__ import annotations

import getpass

from PySide6.QtCore import QLocale, QSettings

from qtapp.kit import theme as themes

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""Code -> the language in its own words."""
SYSTEM = "system"
"""What a choice says that leaves it to the desktop."""
THEMES = (SYSTEM, "light", "dark")
DOUBTFUL = 0.05
"""The part of the tickets of a check that is shown as doubtful, where nobody chose another."""


def language() -> str:
    """The language of the window: the chosen one, else Chinese where the system speaks it, else English."""
    kept = str(QSettings().value("language", ""))
    if kept in LANGUAGES:
        return kept
    spoken = QLocale.system().uiLanguages() or [QLocale.system().name()]
    return "zh_CN" if spoken[0].startswith("zh") else "en"


def set_language(code: str) -> None:
    """Choose a language."""
    QSettings().setValue("language", code)


def other_language() -> str:
    """The language that the window does not speak now."""
    return next(code for code in LANGUAGES if code != language())


def theme_choice() -> str:
    """One of `THEMES`."""
    kept = str(QSettings().value("theme", SYSTEM))
    return kept if kept in THEMES else SYSTEM


def theme() -> str:
    """'light' or 'dark': the chosen one, else the desktop's."""
    choice = theme_choice()
    return themes.system_theme() if choice == SYSTEM else choice


def set_theme(choice: str) -> None:
    """Choose one of `THEMES`."""
    QSettings().setValue("theme", choice)


def reviewer() -> str:
    """The name under which edits are logged: the chosen one, else the one that this computer knows."""
    return str(QSettings().value("reviewer", "")).strip() or system_user()


def set_reviewer(name: str) -> None:
    """Choose the name under which edits are logged; '' for the one that this computer knows."""
    QSettings().setValue("reviewer", name.strip())


def system_user() -> str:
    """The name of the person at this computer, as the system knows it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "reviewer"


def checks_labels() -> bool:
    """Whether labels are checked in the background after an import."""
    return str(QSettings().value("check_labels", "true")) == "true"


def set_checks_labels(wanted: bool) -> None:
    """Choose whether labels are checked after an import."""
    QSettings().setValue("check_labels", "true" if wanted else "false")


def doubtful_share() -> float:
    """The part of the tickets of a check that is shown as doubtful, 0 to 1."""
    try:
        share = float(str(QSettings().value("doubtful_share", DOUBTFUL)))
    except ValueError:
        return DOUBTFUL
    return share if 0 < share <= 1 else DOUBTFUL


def set_doubtful_share(share: float) -> None:
    """Show another part of them."""
    QSettings().setValue("doubtful_share", str(share))
