"""A review in a folder of its own that is gone afterwards: of files, or of the sources of another review."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from db import privacy, store
from db.datafile import sha256_of
from db.importing import import_paths
from db.recipes.applying import prepare
from db.recipes.recipe import Recipe
from db.review import SUFFIX, Review
from db.values import Progress
from db.walking import walk


@contextmanager
def of_files(recipe: Recipe, paths: Sequence[Path], reviewer: str | None, progress: Progress) -> Iterator[Review]:
    """A review of files and folders: those that the recipe knows come first, in its order. Raises what is wrong with
    the first file that cannot be read.
    """
    files, problems = walk(paths)
    if problems:
        raise problems[0]
    place = {origin.sha256: at for at, origin in enumerate(recipe.sources)}
    order = {file: place.get(sha256_of(file), len(place)) if file.is_file() else len(place) for file in files}
    with _empty(recipe.name, reviewer) as review:
        prepare(review, recipe)
        result = import_paths(review, sorted(files, key=order.__getitem__), progress, make_index=False)
        if result.problems:
            raise result.problems[0]
        yield review


@contextmanager
def of_review(other: Review, progress: Progress) -> Iterator[Review]:
    """A review of the sources of another one, whose tickets are as those sources have them."""
    with _empty(other.path.stem, other.reviewer) as review:
        for heading, role in other.synonyms().items():
            review.add_synonym(heading, role)
        for domain in privacy.vendors(other):
            privacy.add_vendor(review, domain)
        folder = review.path.parent / "sources"
        folder.mkdir()
        import_paths(review, _written(other, folder), progress, make_index=False)
        yield review


def _written(other: Review, folder: Path) -> list[Path]:
    files = []
    for source in other.sources():
        file = folder / source.name
        with file.open("wb") as out, closing(store.content(other.execute, source.id)) as chunks:
            for chunk in chunks:
                out.write(chunk)
        files.append(file)
    return files


@contextmanager
def _empty(name: str, reviewer: str | None) -> Iterator[Review]:
    with (
        tempfile.TemporaryDirectory(prefix="winnow-") as folder,
        Review.create(Path(folder) / f"{name}{SUFFIX}", reviewer) as review,
    ):
        yield review
