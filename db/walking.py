"""Finding dataset files: what a user names, and what lies in the folders that she names. Opens none of them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from db.errors import SourceError, UserError
from db.formats import is_dataset

_COPIES = ("-backups",)
"""Endings of folders that hold copies of ours."""
_DIGITS = re.compile(r"(\d+)")


def walk(paths: Sequence[Path]) -> tuple[list[Path], list[UserError]]:
    """Files in the order asked, those of a folder sorted, each once; and what could not be looked into.

    A file that is named is taken as it is. In folders, hidden files, files of other kinds, and copies that Winnow or an
    editor made are passed over.
    """
    found: dict[str, Path] = {}
    problems: list[UserError] = []
    for path in paths:
        try:
            files = _folder(path) if _is_folder(path) else [path]
        except OSError as exc:
            problems.append(SourceError("source.unreadable", file=exc.filename or str(path)))
            continue
        if not files:
            problems.append(SourceError("source.no_files", file=str(path)))
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values()), problems


def find_sources(paths: Sequence[Path]) -> list[Path]:
    """The files that an import of these paths would read."""
    return walk(paths)[0]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no disk takes: reported when its turn comes
        return False


def _folder(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(_COPIES)]
        found += [Path(root, name) for name in files if not name.startswith(".") and is_dataset(Path(name))]
    return sorted(found, key=lambda file: _natural(str(file.relative_to(folder))))


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts part-2 before part-10."""
    pieces = _DIGITS.split(name.casefold())
    return [(int(piece), "") if place % 2 else (0, piece) for place, piece in enumerate(pieces)]


def _refuse(exc: OSError) -> None:
    raise exc
