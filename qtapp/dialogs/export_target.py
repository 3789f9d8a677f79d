"""Where an export is written to: a field to type in, and a button to choose with. Remembers what was typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from db.exporting import SUFFIXES
from qtapp.kit.widgets import Button


class ExportTarget(QWidget):
    """A file or a folder; what nobody has typed may be offered anew."""

    changed = Signal()
    choose = Signal()
    """Somebody wants to choose: `ask_file` or `ask_folder` is to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = ""
        self.field = QLineEdit(self)
        self.field.setObjectName("exportTarget")
        self.field.setAccessibleName(self.tr("File or folder to write to"))
        self.browse = Button(self.tr("Choose…"), self, icon="folder")
        self.browse.setObjectName("chooseTarget")
        self.browse.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.browse)
        self.setFocusProxy(self.field)
        self.browse.clicked.connect(self.choose)
        self.field.textChanged.connect(self.changed)
        self.field.textEdited.connect(self._remember)

    def _remember(self, text: str) -> None:
        self.typed = text

    def offer(self, path: Path) -> None:
        """Put a place there, unless one was typed: that stays, but for its ending where that is of another format."""
        typed = Path(self.typed)
        other = typed.suffix in SUFFIXES.values() and typed.suffix != path.suffix
        self.field.setText(str(typed.with_suffix(path.suffix)) if other else self.typed or str(path))

    def ask_folder(self, folder: Path) -> None:
        """Let a folder be chosen."""
        self._take(QFileDialog.getExistingDirectory(self, self.tr("Export into a folder"), str(folder)))

    def ask_file(self, suffix: str) -> None:
        """Let a file be chosen."""
        self._take(QFileDialog.getSaveFileName(self, self.tr("Export"), self.field.text(), f"*{suffix}")[0])

    def _take(self, path: str) -> None:
        if path:
            self.typed = path
            self.field.setText(path)
