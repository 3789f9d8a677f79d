"""The head of the page of labels: which mode, and of categories or of root causes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.labels import Field
from qtapp.kit.ground import ground
from qtapp.kit.segments import Segments
from qtapp.kit.widgets import KeyHint

HEIGHT = 44


class LabelsHead(QWidget):
    """Over both panes."""

    mode_wanted = Signal(str)
    field_wanted = Signal(str)

    def __init__(self, modes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labelsHead")
        self.setFixedHeight(HEIGHT)
        ground(self, "surface")
        names = {
            "variants": self.tr("Variants"),
            "doubtful": self.tr("Doubtful"),
            "taxonomy": self.tr("Taxonomy"),
            "spread": self.tr("Spread"),
        }
        self.modes = Segments({name: names[name] for name in modes}, self)
        self._kinds = {"category": self.tr("Categories"), "root_cause": self.tr("Root causes")}
        self._ways = {"category": self.tr("By source"), "root_cause": self.tr("By root cause")}
        self.fields = Segments(self._kinds, self)
        self._key = KeyHint("F", self)
        self.modes.chosen.connect(self.mode_wanted)
        self.fields.chosen.connect(self.field_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.modes)
        row.addStretch(1)
        row.addWidget(self.fields)
        row.addWidget(self._key)

    def show_place(self, mode: str, field: Field, count: int | None) -> None:
        """Mark the mode, with its number where it is known, and the field."""
        self.modes.show_choice(mode, {} if count is None else {mode: count})
        self.fields.name(self._ways if mode == "spread" else self._kinds)
        self.fields.show_choice(field, {})

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._key.setText(keys.get("labels_field", self._key.text()))
