"""The variants of one family as Qt wants them; what differs is compared when a row is first painted."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtapp.canned import Canned
from qtapp.counted import counted
from qtapp.kit.marked import Piece, only_differences
from qtapp.kit.tips import plain_tip
from qtapp.pieces import pieces_of

if TYPE_CHECKING:
    from db.replies import Family, Variant

VARIANT = Qt.ItemDataRole.UserRole
KEPT = 512
"""Compared variants that are remembered."""
COMPARED = 4_000
"""Characters of two texts that are compared: what differs behind them is on no line anyway."""
TIP = 1_000

Index = QModelIndex | QPersistentModelIndex


class VariantModel(QAbstractTableModel):
    """One column."""

    def __init__(self, canned: Canned, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canned = canned
        self._variants: tuple[Variant, ...] = ()
        self._id, self._wording, self._only = "", "", False
        self._pieces: OrderedDict[int, list[Piece]] = OrderedDict()
        self.longest = 0
        self.links: set[int] = set()
        """Rows that came by a link, which stands on a line of its own."""

    def show_family(self, family: Family | None) -> bool:
        """Show the variants of a family; whether it is the one that was shown."""
        again = family is not None and family.row.id == self._id
        self.beginResetModel()
        self._variants = family.variants if family is not None else ()
        self._id = family.row.id if family is not None else ""
        self._wording = self._canned.chosen_wording
        self._pieces.clear()
        self.longest = max((len(one.text) for one in self._variants), default=0)
        self.longest = max(self.longest, len(self._wording))  # what is deleted of it is painted too
        self.links = {row for row, one in enumerate(self._variants) if one.link}
        self.endResetModel()
        return again

    def set_wording(self, wording: str) -> None:
        """Compare with another wording."""
        if wording != self._wording:
            self._wording = wording
            self._pieces.clear()

    def set_only_differences(self, only: bool) -> None:
        """Leave away what is the same."""
        self._only = only
        self._pieces.clear()

    def variant_at(self, row: int) -> Variant:
        """The variant at a row."""
        return self._variants[row]

    def row_of(self, text: str) -> int:
        """The row of a text, -1 where it is none of the family's."""
        return next((row for row, one in enumerate(self._variants) if one.text == text), -1)

    def pieces(self, row: int) -> list[Piece]:
        """The text of a row with what differs from the wording."""
        found = self._pieces.get(row)
        if found is None:
            found = self._pieces[row] = self._compare(self._variants[row].text)
            if len(self._pieces) > KEPT:
                self._pieces.popitem(last=False)
        return found

    def _compare(self, text: str) -> list[Piece]:
        if text == self._wording:
            return [Piece(text)]
        pieces = pieces_of(self._canned.marks(self._wording[:COMPARED], text[:COMPARED]))
        return only_differences(pieces) if self._only else pieces

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._variants)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._variants):
            return None
        variant = self._variants[index.row()]
        if role == VARIANT:
            return variant
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(variant.text[:TIP])
        if role == Qt.ItemDataRole.DisplayRole:
            return variant.text[:TIP]
        return self._spoken(index.row(), variant) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, row: int, variant: Variant) -> str:
        said = [variant.text[:TIP], counted(variant.uses, "uses")]
        if variant.text == self._wording:
            return ", ".join([*said, self.tr("the wording")])
        said.append(self.tr("likeness {n}").format(n=f"{variant.likeness:.2f}"))
        words = {"inserted": self.tr("inserted: {text}"), "deleted": self.tr("deleted: {text}")}
        said += [words[one.kind].format(text=one.text[:TIP]) for one in self.pieces(row)[:40] if one.kind in words]
        return ", ".join(said)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemNeverHasChildren | flag.ItemIsEnabled | flag.ItemIsSelectable
