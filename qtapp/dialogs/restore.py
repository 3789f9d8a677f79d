"""Which backup of the review is to come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from db.review import Backup
from qtapp.dialogs.sheet import Sheet
from qtapp.kit.theme import BODY, font, tokens

PATH = Qt.ItemDataRole.UserRole


def reason_words(reason: str) -> str:
    """Why a backup was made."""
    known = {
        "open": QCoreApplication.translate("RestoreSheet", "when it was opened"),
        "import": QCoreApplication.translate("RestoreSheet", "before an import"),
        "migration": QCoreApplication.translate("RestoreSheet", "before a newer version changed the file"),
        "restore": QCoreApplication.translate("RestoreSheet", "before a backup was restored"),
        "repair": QCoreApplication.translate("RestoreSheet", "before it was repaired"),
        "asked": QCoreApplication.translate("RestoreSheet", "when you asked for it"),
    }
    return known.get(reason, reason)


def backup_words(backup: Backup) -> str:
    """When (in the time of this place), why, how large."""
    local = datetime.fromisoformat(backup.at).astimezone()
    return f"{local:%Y-%m-%d %H:%M:%S}   {reason_words(backup.reason)}   {QLocale().formattedDataSize(backup.size, 1)}"


class BackupList(QListWidget):
    """Backups, the newest first and chosen."""

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupList")
        self.setAccessibleName(self.tr("Backups"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(BODY))
        self.setStyleSheet(
            "QListWidget { outline: 0; }"
            "QListWidget::item { border: none; height: 28px; padding-left: 8px; border-radius: 6px;"
            f" color: {tokens().text} }}"
            f"QListWidget::item:selected {{ background: {tokens().selected} }}"
        )
        for backup in backups:
            item = QListWidgetItem(backup_words(backup), self)
            item.setData(PATH, str(backup.path))
        self.setCurrentRow(0)

    def backup(self) -> Path | None:
        """The path of the one that is chosen; None where there is none."""
        item = self.currentItem()
        return Path(str(item.data(PATH))) if item is not None else None


class RestoreSheet(Sheet):
    """Lists backups, the newest first; `chosen` tells the path of the one that is wanted."""

    chosen = Signal(object)

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__("restoreSheet", self.tr("Restore a backup"), parent, 560)
        self.column.addWidget(
            self.words(
                self.tr(
                    "The review becomes what it was then. As it is now it is kept as a backup first, so that you can "
                    "come back."
                )
                if backups
                else self.tr("There is no backup of this review yet."),
                token="text2",
            )
        )
        self.list = BackupList(backups, self)
        self.list.setVisible(bool(backups))
        self.column.addWidget(self.list, 1)
        self.restore = self.add_main(self.tr("Restore"), "restoreBackup", "history")
        self.restore.setEnabled(bool(backups))
        self.add_way_out(self.tr("Cancel"))
        self.list.itemActivated.connect(self.accept)
        self.accepted.connect(self._tell)
        self.list.setFocus()

    def _tell(self) -> None:
        backup = self.list.backup()
        if backup is not None:
            self.chosen.emit(backup)
