"""What the measurements run on: generated files, and the review made of them, in a folder that goes away again.

Each is made when it is first asked for, and found again by the processes that come after; a measurement that makes one
on its way leaves it here for those after it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from db.importing import import_paths
from db.review import Review
from tests.bench import generate, markdown

SEED = 1
TELLING = 1000
"""Fewer tickets than this are for trying the measurements out."""
PARTS = Path(__file__).resolve().parents[2].parent / "shared" / "datasets" / "parts"
NO_PARTS = "the real parts (../shared/datasets/parts) are not here"


class Ground:
    """Files of `size` tickets in `folder`."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder
        self.size = size

    @cached_property
    def jsonl(self) -> Path:
        """All tickets as JSONL."""
        return self._written("tickets.jsonl", generate.write)

    @cached_property
    def markdown(self) -> Path:
        """All tickets as one Markdown file."""
        return self._written("tickets.md", markdown.write)

    def _written(self, name: str, write: Callable[[Path, int, int], None]) -> Path:
        path, begun = self.folder / name, self.folder / f"{name}.begun"
        if not path.exists():
            say(f"writing {self.size:,} tickets as {name.rpartition('.')[2].upper()}")
            write(begun, self.size, SEED)
            begun.replace(path)
        return path

    @cached_property
    def review(self) -> Path:
        """A review of the JSONL file with its text index; open it, and leave its tickets as they are."""
        path, begun = self.path("review"), self.path("begun")
        if not path.exists():
            source = self.jsonl
            self.remove(begun)
            say(f"importing {self.size:,} tickets")
            with Review.create(begun, "bench") as review:
                import_paths(review, [source])
            begun.replace(path)
            self.remove(begun)
        return path

    @cached_property
    def parts(self) -> list[Path]:
        """The real dataset files; none where they are not here, and two where the measurements are only tried out."""
        found = sorted(PARTS.glob("*.md"))
        return found if self.size >= TELLING else found[:2]

    def rounds(self, most: int) -> int:
        """How often a measurement repeats: less where there are so few tickets that it says nothing anyway."""
        return most if self.size >= TELLING else max(1, most // 30)

    def path(self, name: str) -> Path:
        """Where a review of a name stands."""
        return self.folder / f"{name}.winnow"

    def keep(self, review: Path) -> None:
        """Take a review that was made on the way, so that `review` need not be made again."""
        kept = self.path("review")
        review.replace(kept)
        self.__dict__["review"] = kept

    def remove(self, review: Path) -> None:
        """Remove a review, its copies and what SQLite keeps beside it."""
        for path in self.folder.glob(f"{review.name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def made(size: int, folder: Path | None = None) -> Iterator[Ground]:
    """A ground of `size` tickets that is gone afterwards; in a `folder`, it stays for the next run of that size."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield Ground(folder, size)
        return
    with TemporaryDirectory(prefix="winnow-bench-") as made_here:
        yield Ground(Path(made_here), size)


def say(what: str) -> None:
    """Tell what is going on to whoever waits."""
    print(f"… {what}", file=sys.stderr, flush=True)
