"""The recipe of a review: the export sheet asks how what was decided is to be exported, and where the recipe goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db.exporting import Format
from qtapp.counted import counted
from qtapp.dialogs.export import ExportSheet
from qtapp.dialogs.export_offer import ExportOffer, ExportRequest
from qtapp.kit.theme import SECONDARY

translate = QCoreApplication.translate

SUFFIX = ".recipe.json"


class RecipeSheet(ExportSheet):
    """Nothing is exported; the request's `out` is the file of the recipe."""

    def __init__(self, offer: ExportOffer, parent: QWidget | None = None) -> None:
        super().__init__(offer, parent)
        self.setObjectName("recipeSheet")
        self.over.hide()
        hint = translate(
            "RecipeSheet", "The recipe holds what was decided and these answers, and no text of any ticket."
        )
        self.column.insertWidget(0, self.words(hint, SECONDARY, "text2"))

    def heading_words(self) -> str:
        """What the sheet is called."""
        return translate("RecipeSheet", "Save a recipe")

    def main_words(self) -> tuple[str, str, str]:
        """Words, name and icon of the button that the sheet is for."""
        return translate("RecipeSheet", "Save the recipe"), "doSaveRecipe", "save"

    def offered(self, kind: Format) -> str:
        """The name that is offered for what is written."""
        return f"{self._offer.name}{SUFFIX}"

    def choose(self) -> None:
        """A recipe is a file, whatever is exported by it."""
        self.target.ask_file(SUFFIX)

    def sum_words(self, number: int) -> str:
        """How many tickets the recipe would export of this review."""
        words = translate("RecipeSheet", "It would export {tickets} of this review as it is.")
        return words.format(tickets=counted(number, "tickets"))

    def problem_there(self, asked: ExportRequest) -> str:
        """Why it cannot be written there, '' where it can."""
        if asked.out in self._offer.sources:
            return translate("RecipeSheet", "A source file stands there. Choose another place.")
        return translate("RecipeSheet", "This is a folder. Give the name of a file.") if asked.out.is_dir() else ""

    def warning(self, asked: ExportRequest) -> str:
        """What is there already and will be replaced."""
        return (
            translate("RecipeSheet", "There is a file of this name; it will be replaced.")
            if asked.out.is_file()
            else ""
        )
