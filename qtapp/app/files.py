"""What leaves the open review and what comes back to it: its export, its backups. Asks first, then runs the command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from db.late import Late
from qtapp.window import state
from qtapp.window.main import MainWindow

if TYPE_CHECKING:
    from qtapp.app import exporting
    from qtapp.dialogs import export, restore
else:
    exporting = Late("qtapp.app.exporting")
    export, restore = Late("qtapp.dialogs.export"), Late("qtapp.dialogs.restore")


class Files(QObject):
    """Of one window; `show` opens a sheet over it."""

    def __init__(self, window: MainWindow, show: Callable[[QDialog], None]) -> None:
        super().__init__(window)
        self._window, self._show = window, show

    def show_export(self) -> None:
        """What is to be written, and where to."""
        if self._window.session is not None:
            path = self._window.session.review.path
            last = state.answers_of(path, "export")
            sheet = export.ExportSheet(exporting.offer(self._window.session), self._window, last)
            sheet.wanted.connect(lambda _: state.keep_answers(path, "export", sheet.answers()))
            sheet.wanted.connect(self._export)
            self._show(sheet)

    def _export(self, request: export.ExportRequest) -> None:
        if self._window.session is not None:
            words = exporting.arguments(self._window.session, request)
            task = self._window.tasks.run(self.tr("Export"), words)
            task.succeeded.connect(self._exported)
            task.failed.connect(self._window.say_problem)

    def _exported(self, results: list[dict[str, object]]) -> None:
        number, not_held = exporting.written(results), exporting.written(results, "not_held")
        place = exporting.place(results)
        said = self.tr("%Ln tickets exported to {place}, read back and compared", "", number).format(place=place)
        if not_held:
            without = self.tr(
                "%Ln of them went without a category or root cause, for which their table has no place: "
                "export as CSV, XLSX or JSONL to have it.",
                "",
                not_held,
            )
            self._window.toast.warn(f"{said}.\n{without}")
        else:
            self._window.toast.say(said)

    def show_backups(self) -> None:
        """Which backup is to come back."""
        if self._window.session is not None:
            sheet = restore.RestoreSheet(self._window.session.review.backups(), self._window)
            sheet.chosen.connect(self._restore)
            self._show(sheet)

    def _restore(self, backup: Path) -> None:
        session = self._window.session
        if session is not None:
            session.paused = True
            task = self._window.tasks.run(self.tr("Restore"), ["restore", str(session.review.path), str(backup)])
            task.succeeded.connect(self._restored)
            task.failed.connect(self._window.say_problem)
            task.ended.connect(session.resume)

    def _restored(self) -> None:
        self._window.toast.say(self.tr("The backup is back. What was there before is a backup now."))
