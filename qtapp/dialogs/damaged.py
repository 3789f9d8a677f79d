"""A review that does not open any more: what can be read of it can be recovered, or a backup can come back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.review import Backup
from qtapp.dialogs.restore import BackupList
from qtapp.dialogs.sheet import Sheet

RESTORE_KEY = "R"
RESTORED = 2
"""How the sheet ends where a backup was chosen: neither recovering nor leaving."""


class DamagedSheet(Sheet):
    """Two ways on. Recovering is what Enter does: it takes the newest backup and all that is newer."""

    recover_wanted = Signal()
    chosen = Signal(object)
    """The path of the backup that is to come back."""

    def __init__(
        self, name: str, backups: Sequence[Backup], parent: QWidget | None = None, *, opens: bool, known: bool
    ) -> None:
        """`name` is that of the file; `opens`: it can be read in part; `known`: it begins as a review does."""
        heading = self.tr("{file} cannot be repaired") if opens else self.tr("{file} does not open")
        super().__init__("damagedSheet", heading.format(file=name), parent, 660)
        self.reason = self.words(self._reason(opens, known))
        self.reason.setObjectName("damagedReason")
        self.column.addWidget(self.reason)
        self.column.addWidget(self.words(self._ways(bool(backups)), token="text2"))
        self.list = BackupList(backups, self)
        self.list.setVisible(bool(backups))
        self.column.addWidget(self.list, 1)
        self.recover = self.add_main(self.tr("Recover what can be read…"), "recoverReview", "database")
        self.restore = self.add_button(self.tr("Restore the backup"), "restoreBackup", "history", RESTORE_KEY)
        self.restore.setVisible(bool(backups))
        self.add_way_out(self.tr("Leave it"))
        self.accepted.connect(self.recover_wanted)
        self.restore.clicked.connect(self._restore)
        if backups:
            QShortcut(QKeySequence(RESTORE_KEY), self, self._restore)
        self.recover.setFocus()

    def _reason(self, opens: bool, known: bool) -> str:
        if opens:
            return self.tr("Parts of the file cannot be read any more. Nothing was changed.")
        if known:
            return self.tr("The file is damaged.")
        return self.tr("It does not begin as a review does: its beginning is damaged, or it never was a review.")

    def _ways(self, there_are_backups: bool) -> str:
        recover = self.tr(
            "Recovering makes a new review beside it of all that can be read, and says in numbers what could not. The "
            "damaged file is not touched."
        )
        if not there_are_backups:
            return recover
        return "\n\n".join(
            (
                recover,
                self.tr(
                    "It begins with the newest backup that is sound, and adds what is newer. A backup alone can come "
                    "back too: it takes the place of the damaged file, which is kept beside the backups."
                ),
            )
        )

    def _restore(self) -> None:
        backup = self.list.backup()
        if backup is not None:
            self.done(RESTORED)
            self.chosen.emit(backup)
