"""Asks for files and folders, by dialog or by what is dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QWidget

from db.late import Late
from db.review import SUFFIX

if TYPE_CHECKING:
    from db import formats
else:
    formats = Late("db.formats")

translate = QCoreApplication.translate


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Files or a review that the reviewer chooses; [] for none."""
    suffixes = " ".join(f"*{suffix}" for suffix in (*formats.DATASET_SUFFIXES, SUFFIX))
    kinds = translate("MainWindow", "Tickets and reviews ({kinds});;All files (*)").format(kinds=suffixes)
    names, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, translate("MainWindow", "Open files"), str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, folder: Path) -> list[Path]:
    """A folder of dataset files that the reviewer chooses; [] for none."""
    name = QtWidgets.QFileDialog.getExistingDirectory(parent, translate("MainWindow", "Open a folder"), str(folder))
    return [Path(name)] if name else []


def ask_taxonomy(parent: QWidget, folder: Path) -> Path | None:
    """The file of a taxonomy that the reviewer chooses to read; None for none."""
    words = translate("MainWindow", "Read a taxonomy")
    name, _ = QtWidgets.QFileDialog.getOpenFileName(parent, words, str(folder), _taxonomies())
    return Path(name) if name else None


def ask_taxonomy_place(parent: QWidget, file: Path) -> Path | None:
    """Where a taxonomy is to be written, `file` unless the reviewer chooses another; None for nowhere."""
    words = translate("MainWindow", "Save the taxonomy")
    name, _ = QtWidgets.QFileDialog.getSaveFileName(parent, words, str(file), _taxonomies())
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".json")


def ask_recipe(parent: QWidget, folder: Path) -> Path | None:
    """The file of a recipe that the reviewer chooses; None for none."""
    kinds = translate("MainWindow", "Recipes (*.json);;All files (*)")
    words = translate("MainWindow", "Which recipe is to be applied?")
    name, _ = QtWidgets.QFileDialog.getOpenFileName(parent, words, str(folder), kinds)
    return Path(name) if name else None


def ask_sources(parent: QWidget, folder: Path) -> list[Path]:
    """The dataset files that something is to be done with; [] for none."""
    kinds = translate("MainWindow", "Tickets (*.md *.markdown *.txt *.jsonl);;All files (*)")
    words = translate("MainWindow", "To which files?")
    names, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, words, str(folder), kinds)
    return [Path(name) for name in names]


def ask_report_place(parent: QWidget, file: Path) -> Path | None:
    """Where the report of a problem is to be written, `file` unless the reviewer chooses another; None for nowhere."""
    kinds = translate("MainWindow", "Texts (*.txt);;All files (*)")
    words = translate("MainWindow", "Save the report")
    name, _ = QtWidgets.QFileDialog.getSaveFileName(parent, words, str(file), kinds)
    return Path(name) if name else None


def ask_place(parent: QWidget, folder: Path) -> Path | None:
    """The folder that something is written into; None for none."""
    words = translate("MainWindow", "Into which folder is it exported?")
    name = QtWidgets.QFileDialog.getExistingDirectory(parent, words, str(folder))
    return Path(name) if name else None


def _taxonomies() -> str:
    return translate("MainWindow", "Taxonomies (*.json);;All files (*)")


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
