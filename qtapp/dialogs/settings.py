"""Preferences: language, theme, the name in the log, what is checked by itself, and the way to the keys. Tells what was
chosen as it closes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from db.records import dataclass
from qtapp.dialogs.sheet import Sheet
from qtapp.kit.theme import SECONDARY
from qtapp.settings import LANGUAGES, SYSTEM, THEMES


@dataclass(frozen=True, slots=True)
class Preferences:
    """Codes as `qtapp.settings` keeps them."""

    language: str
    theme: str
    reviewer: str
    checks_labels: bool = True


def theme_words(choice: str) -> str:
    """What a choice of theme is called."""
    return {
        SYSTEM: QCoreApplication.translate("SettingsSheet", "As the desktop"),
        "light": QCoreApplication.translate("SettingsSheet", "Light"),
        "dark": QCoreApplication.translate("SettingsSheet", "Dark"),
    }[choice]


class SettingsSheet(Sheet):
    """Shows preferences; `chosen` gives those that are wanted."""

    chosen = Signal(object)
    """`Preferences`."""
    keys_wanted = Signal()

    def __init__(self, now: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("settings", self.tr("Settings"), parent, 480)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.language = self._choice("languageChoice", self.tr("Language"), LANGUAGES, now.language)
        self.theme = self._choice(
            "themeChoice", self.tr("Theme"), {choice: theme_words(choice) for choice in THEMES}, now.theme
        )
        self.reviewer = QLineEdit(now.reviewer, self)
        self.reviewer.setObjectName("reviewerName")
        self.reviewer.setAccessibleName(self.tr("Your name"))
        self.reviewer.setMaxLength(80)
        for label, field in (
            (self.tr("Language"), self.language),
            (self.tr("Theme"), self.theme),
            (self.tr("Your name"), self.reviewer),
        ):
            form.addRow(self.words(label, token="text2"), field)
        form.addRow("", self.words(self.tr("Your name stands in the log beside each edit."), SECONDARY, "text3"))
        self.checks = QCheckBox(self.tr("Check labels after an import"), self)
        self.checks.setObjectName("checksLabels")
        self.checks.setAccessibleName(self.checks.text())
        self.checks.setChecked(now.checks_labels)
        form.addRow("", self.checks)
        self.column.addLayout(form)
        self.column.addStretch(1)
        self.add_main(self.tr("Save"), "saveSettings")
        self.keys = self.add_button(self.tr("Keys…"), "settingsKeys", "keyboard")
        self.keys.clicked.connect(self._to_keys)
        self.add_way_out(self.tr("Cancel"))
        self.accepted.connect(self._tell)
        self.language.setFocus()

    def _choice(self, name: str, label: str, choices: dict[str, str], now: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.view().setAccessibleName(label)
        for code, text in choices.items():
            box.addItem(text, code)
        box.setCurrentIndex(max(0, box.findData(now)))
        return box

    def preferences(self) -> Preferences:
        """What the sheet says now."""
        return Preferences(
            str(self.language.currentData()),
            str(self.theme.currentData()),
            self.reviewer.text().strip(),
            self.checks.isChecked(),
        )

    def _tell(self) -> None:
        self.chosen.emit(self.preferences())

    def _to_keys(self) -> None:
        self.accept()
        self.keys_wanted.emit()
