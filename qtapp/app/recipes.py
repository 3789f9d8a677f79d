"""Recipes over a window: one is saved as the sheet asks, one is applied to files that are chosen; in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from db import sentences
from db.late import Late
from db.values import Summary
from qtapp.actions import Actions
from qtapp.session import translate
from qtapp.window.choosing import ask_place, ask_recipe, ask_sources
from qtapp.window.main import MainWindow

if TYPE_CHECKING:
    from qtapp.app import exporting
    from qtapp.dialogs import problems, recipe
    from qtapp.dialogs.export_offer import ExportRequest
else:
    exporting = Late("qtapp.app.exporting")
    problems, recipe = Late("qtapp.dialogs.problems"), Late("qtapp.dialogs.recipe")

Results = Sequence[Mapping[str, object]]


class Recipes(QObject):
    """Of one window; `show` opens a sheet over it."""

    def __init__(self, window: MainWindow, actions: Actions, show: Callable[[QDialog], None]) -> None:
        super().__init__(window)
        self._window, self._show = window, show
        self._deeds = {"save_recipe": self.save, "apply_recipe": self.apply}
        actions.triggered.connect(self._run)

    def _run(self, name: str) -> None:
        if name in self._deeds:
            self._deeds[name]()

    def save(self) -> None:
        """Ask how, and where to."""
        session = self._window.session
        if session is not None:
            sheet = recipe.RecipeSheet(exporting.offer(session), self._window)
            sheet.wanted.connect(self._save)
            self._show(sheet)

    def _save(self, request: ExportRequest) -> None:
        session = self._window.session
        if session is not None:
            task = self._window.tasks.run(self.tr("Recipe"), exporting.recipe_arguments(session, request))
            task.succeeded.connect(self._saved)
            task.failed.connect(self._window.say_problem)

    def _saved(self, results: Results) -> None:
        for result in results:
            name = Path(str(result["file"])).name
            left = int(str(result.get("not_held_tickets", 0)))
            said = self.tr("The recipe is in {file}.").format(file=name)
            if left:
                said += " " + self.tr("Edits of %Ln tickets are not in it: they would need their text.", "", left)
            self._window.toast.say(said)

    def apply(self) -> None:
        """Ask for the recipe, the files and the folder, one after the other; nothing is done before all are known."""
        session = self._window.session
        here = session.review.path.parent if session is not None else Path.home()
        chosen = ask_recipe(self._window, here)
        files = ask_sources(self._window, chosen.parent) if chosen is not None else []
        out = ask_place(self._window, chosen.parent) if chosen is not None and files else None
        if chosen is None or out is None:
            return
        words = ["apply", str(chosen), *map(str, files), "--out", str(out)]
        task = self._window.tasks.run(self.tr("Apply a recipe"), words)
        task.succeeded.connect(self._applied)
        task.failed.connect(self._window.say_problem)

    def _applied(self, results: Results) -> None:
        number = exporting.written(results)
        self._window.toast.say(self.tr("The recipe was applied: %Ln tickets exported", "", number))
        missed = [_sentence(one) for result in results for one in _listed(result.get("not_applied"))]
        if missed:
            self._show(problems.ProblemsSheet(missed, self._window))


def _listed(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _sentence(one: Mapping[str, object]) -> str:
    data = one.get("data")
    return sentences.summary(Summary(str(one["code"]), data if isinstance(data, Mapping) else {}), translate)
