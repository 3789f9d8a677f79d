"""What stands in place of the list of doubtful labels: why it is empty, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db import sentences
from qtapp.kit.empty_place import EmptyPlace
from qtapp.kit.widgets import Button
from qtapp.labels.doubt_check import CHECK
from qtapp.labels.doubt_found import Found
from qtapp.labels.doubt_head import MORE

WIDEST = 440
"""Pixels of a line of the sentence."""


class EmptyDoubts(EmptyPlace):
    """Says why, and offers a check, or more of what it found."""

    def __init__(self, found: Found, write: bool, parent: QWidget | None = None) -> None:
        super().__init__("noDoubts", Button(""), WIDEST, parent)
        self._found, self._write = found, write
        self._works = False
        self._keys: Mapping[str, str] = {}
        self.button.setObjectName("noDoubtsButton")
        self.button.clicked.connect(self._help)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """The keys as they are bound now."""
        self._keys = keys
        self.refresh()

    def show_work(self, works: bool) -> None:
        """Say that a check works, or that none does."""
        self._works = works
        self.refresh()

    def why(self) -> str:
        """Why there is nothing: 'works' (a check does), 'lacking' (nothing to learn from), 'none' (not checked yet),
        'nothing' (no doubt at all), 'decided' (all within the cut)."""
        if self._found.check is not None:
            return "decided" if self._found.levels else "nothing"
        if self._works:
            return "works"
        return "lacking" if self._found.lacking is not None else "none"

    def refresh(self) -> None:
        """Say what holds now."""
        why = self.why()
        button, action = self._offer(why)
        words = self._words(why)
        self.button.setText(button)
        self.button.setAccessibleName(button or words)
        self.button.set_key(self._keys.get(action, ""))
        self.say(words, bool(button))

    def _words(self, why: str) -> str:
        if why == "lacking":
            assert self._found.lacking is not None
            return sentences.error(self._found.lacking, _translate)
        return {
            "works": self.tr("The labels are being checked. What is doubtful appears here when all of them are."),
            "none": self.tr(
                "A check compares each ticket with all the others: where its text speaks for another label than it "
                "has, it is listed here, most doubtful first, with what speaks for the other one. "
                "It changes no label by itself."
            ),
            "nothing": self.tr("The check found no label for which another one is likelier."),
            "decided": self.tr("All of these are decided."),
        }[why]

    def _offer(self, why: str) -> tuple[str, str]:
        """The button's words and what it does, '' for none."""
        if why == "none" and self._write:
            return self.tr("Check the labels"), CHECK
        if why == "decided" and self._found.size < len(self._found.levels):
            return self.tr("Show more"), MORE
        return "", ""

    def _help(self) -> None:
        self.wanted.emit(self._offer(self.why())[1])


def _translate(text: str) -> str:
    return QCoreApplication.translate("db", text)
