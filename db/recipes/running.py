"""A recipe applied to files: imported into a review that is gone afterwards, decided, exported. All or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from db.choosing import asked
from db.exporting import FOLDERS, SUFFIXES, ExportResult, Format, Language, export
from db.recipes.applying import finish, take_steps
from db.recipes.recipe import Recipe
from db.recipes.temporary import of_files
from db.recipes.tokens import keys
from db.records import dataclass
from db.values import Progress, Summary, no_progress


@dataclass(frozen=True, slots=True)
class Applied:
    """What was written, how many tickets the files have, and what of the recipe did not apply."""

    result: ExportResult
    tickets: int
    missed: tuple[Summary, ...]


def apply_recipe(
    recipe: Recipe, paths: Sequence[Path], out: Path, reviewer: str | None = None, progress: Progress = no_progress
) -> Applied:
    """Take the decisions of a recipe on files, and export them into the folder `out`.

    From the sources of the review that the recipe was made of, in any order, come the bytes of its export. Raises
    SourceError for the first file that cannot be read, QueryError, ExportError as exports do; then nothing is written.
    """
    with of_files(recipe, paths, reviewer, progress) as review:
        known = keys(review)
        missed = take_steps(review, recipe, known, progress)
        missed += finish(review, recipe, known)
        options = recipe.options
        ids = None if not options.query else asked(review, options.query, progress)
        result = export(
            review,
            target(recipe, out),
            cast("Format", options.format),
            ids,
            options.include_excluded,
            progress=progress,
            options=options.replies,
            splits=options.splits,
            report=cast("Language | None", options.report),
            query=options.query,
        )
        return Applied(result, len(known), tuple(missed))


def target(recipe: Recipe, out: Path) -> Path:
    """Where the export stands: the folder itself, or a file in it that is called as the review was."""
    options = recipe.options
    if options.splits is not None or options.format in FOLDERS:
        return out
    return out / f"{recipe.name}{SUFFIXES[cast('Format', options.format)]}"
