"""The category of a ticket: the path as a button that becomes a field, and beside it the likely ones by number.

Tells what was chosen; changes nothing itself. How paths are looked up it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from db.values import PATH_SEPARATOR
from qtapp.detail.controls import WIDEST, KeyButton
from qtapp.detail.flow import FlowBox
from qtapp.kit.tips import tip
from qtapp.picking.picker import Picker
from qtapp.picking.suggestion import Explain, Suggestion, unsaid

Path = tuple[str, ...]
Complete = Callable[[str], Sequence[tuple[Path, int]]]
"""Existing paths near a text, nearest first, with the number of their tickets."""

QUICK = 9
LINES = 3
"""Lines that the numbered chips may take; what has no room is behind one more chip, and its key works."""
CHIP_WIDTHS = (WIDEST, 240, 195, 150)
"""Chips are as wide as they can be without a line more; of one that is cut the last name stays: it tells them apart."""
FIELD_WIDTH = 340
_SEPARATORS = re.compile(r"\s*[｜|>›]\s*")


def shown_path(path: Path) -> str:
    """A path as it is read."""
    return " › ".join(path)


def typed_path(text: str) -> Path:
    """A path as somebody types it: `｜`, `|`, `>` and `›` part the names, `/` does not (SDK/API is one name)."""
    return tuple(name for name in _SEPARATORS.split(text.strip()) if name)


class CategoryEditor(FlowBox):
    """The path button (or the field in its place), then the numbered chips."""

    chosen = Signal(tuple)
    """A path that exists, or one that was made on purpose."""
    left = Signal()
    """The field was put away; the focus may go back to the ticket."""

    def __init__(self, complete: Complete, explain: Explain = unsaid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete, self._explain = complete, explain
        self._path: Path = ()
        self._likely: list[tuple[Path, float]] = []
        self.button = KeyButton("", "field", key="C")
        self.button.setObjectName("category")
        self.button.clicked.connect(self.edit)
        self._next = KeyButton("", "field", key="C")
        self._next.setAccessibleName(self.tr("Category"))
        self._next.setParent(self)
        self._next.hide()
        self.field = Picker(self._suggest, self.tr("Create new category “{text}”"))
        self.field.setObjectName("category_field")
        self.field.setAccessibleName(self.tr("Category"))
        self.field.setPlaceholderText(self.tr("Any part of a category"))
        self.field.setFixedSize(FIELD_WIDTH, 28)
        self.field.picked.connect(self._picked)
        self.field.created.connect(self._created)
        self.field.given_up.connect(self._put_away)
        self.chips = [self._chip(number) for number in range(1, QUICK + 1)]
        self.more = KeyButton("⋯", "chip")
        self.more.setObjectName("more_categories")
        self.more.setAccessibleName(self.tr("All likely categories"))
        self.more.clicked.connect(self._show_all)
        self.limit(LINES, self.more)
        self._editing = False
        self._arrange_items()

    def _show_all(self) -> None:
        self.limit(0, self.more)
        self.arrange()

    def _chip(self, number: int) -> KeyButton:
        chip = KeyButton("", "chip", key=str(number))
        chip.key_first, chip.cut = True, Qt.TextElideMode.ElideLeft
        chip.setCheckable(True)
        chip.setObjectName(f"quick_category_{number}")
        chip.setProperty("number", number)
        chip.clicked.connect(self._chip_clicked)
        return chip

    # What is shown

    def show_path(self, path: Path) -> None:
        """Show a ticket's category; a field that was open is put away."""
        self._path = path
        self._editing = False
        self.button.show_value(self._words(path))
        self.button.setAccessibleName(self.tr("Category: {path}").format(path=self.button.text()))
        meaning = self._explain(PATH_SEPARATOR.join(path)) if path else ""
        self.button.setAccessibleDescription(meaning)
        self.button.setToolTip(tip(self.tr("Edit the category"), meaning))
        self._arrange_items()

    def prepare(self, path: Path) -> None:
        """Paint the button of a ticket that will probably be shown next."""
        self._next.key = self.button.key
        self._next.prepare(self._words(path), self.width())

    def _words(self, path: Path) -> str:
        return shown_path(path) or self.tr("No category")

    def show_likely(self, likely: Sequence[tuple[Path, float]]) -> None:
        """Show up to nine paths to choose by number, with the share of the vote that each has (0: not said)."""
        self._likely = list(likely[:QUICK])
        top = self._path[:1]
        for chip, (path, share) in zip(self.chips, self._likely, strict=False):
            words = path[1:] if path[:1] == top and len(path) > 1 else path
            chip.show_value(PATH_SEPARATOR.join(words), f"{share:.0%}" if share >= 0.1 and path is likely[0][0] else "")
            chip.setAccessibleName(self.tr("Category {n}: {path}").format(n=chip.key, path=shown_path(path)))
            chip.setToolTip(tip(shown_path(path), self._explain(PATH_SEPARATOR.join(path))))
            chip.setChecked(path == self._path)
        self._arrange_items()

    def _arrange_items(self) -> None:
        self.show_items([self.field if self._editing else self.button, *self.chips[: len(self._likely)]])

    def arrange(self) -> None:
        fewest = self._lines_of(CHIP_WIDTHS[-1])
        next(width for width in CHIP_WIDTHS if self._lines_of(width) <= fewest)
        super().arrange()

    def _lines_of(self, width: int) -> int:
        """How many lines there are with chips of at most this width, which they have from now on."""
        for chip in self.chips:
            chip.widest = width
        return len(self._lines(self._items))

    # What is done

    def edit(self) -> None:
        """Open the field on the path as it is."""
        self._editing = True
        self._arrange_items()
        self.field.begin(PATH_SEPARATOR.join(self._path))

    def pick(self, number: int) -> None:
        """Choose the numbered path; nothing where there is none of that number."""
        if 1 <= number <= len(self._likely):
            self.chosen.emit(self._likely[number - 1][0])

    def _chip_clicked(self) -> None:
        chip = self.sender()
        chip.setChecked(not chip.isChecked())  # what is chosen is shown when it stands in the review
        self.pick(chip.property("number"))

    def _suggest(self, text: str) -> list[Suggestion]:
        labels = [(path, PATH_SEPARATOR.join(path), count) for path, count in self._complete(text) if path]
        return [Suggestion(path, label, count, self._explain(label)) for path, label, count in labels]

    def _picked(self, path: Path) -> None:
        self._put_away()
        self.chosen.emit(path)

    def _created(self, text: str) -> None:
        self._put_away()
        path = typed_path(text)
        if path:
            self.chosen.emit(path)

    def _put_away(self) -> None:
        if not self._editing:
            return
        had_focus = self.field.hasFocus()
        self._editing = False
        self._arrange_items()
        if had_focus:
            self.button.setFocus()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.field.setFixedWidth(max(120, min(FIELD_WIDTH, self.width())))
        super().resizeEvent(event)
