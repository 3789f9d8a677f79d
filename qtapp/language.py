"""The language of the window: our translation and Qt's own, put in force together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

NAME = "winnow_translator"


def use(app: QCoreApplication, code: str) -> bool:
    """Speak a language from now on; False where our translation of it is not there. Windows are to be made anew."""
    for old in app.findChildren(QTranslator, NAME):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(code))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _install(app, f"{folder}/qtbase_{code}.qm")  # English needs none, so there may be none
    return _install(app, str(resources.path("translations", f"winnow_{code}.qm")))


def _install(app: QCoreApplication, file: str) -> bool:
    translator = QTranslator(app)
    translator.setObjectName(NAME)
    if not translator.load(file):
        translator.deleteLater()
        return False
    return app.installTranslator(translator)
