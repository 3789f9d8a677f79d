"""Asks for files and folders, by dialog or by what is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Files or a review that the reviewer chooses; [] for none."""
    kinds = translate("MainWindow", "Tickets and reviews (*.md *.markdown *.txt *.jsonl *.winnow);;All files (*)")
    names, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, translate("MainWindow", "Open files"), str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, folder: Path) -> list[Path]:
    """A folder of dataset files that the reviewer chooses; [] for none."""
    name = QtWidgets.QFileDialog.getExistingDirectory(parent, translate("MainWindow", "Open a folder"), str(folder))
    return [Path(name)] if name else []


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
