"""The formats of other tools that an export can be written in."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget


class OtherFormats(QComboBox):
    """Each with the name that the library has for it as its data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("otherFormats")
        for part in (self, self.view()):
            part.setAccessibleName(self.tr("Format of another tool"))
        names = {
            "huggingface": self.tr("Hugging Face folder, JSONL"),
            "huggingface-parquet": self.tr("Hugging Face folder, Parquet"),
            "parquet": "Parquet",
            "label-studio": self.tr("Label Studio, labels as predictions"),
            "doccano": "doccano",
        }
        for name, words in names.items():
            self.addItem(words, name)
