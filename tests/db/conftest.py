"""An open review for a test, closed afterwards, and a disk that is soon full."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.review import Review


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """An empty review in a folder of its own."""
    folder = tmp_path / "review"
    folder.mkdir()
    with Review.create(folder / "tickets.winnow", reviewer="lin") as made:
        yield made


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "winnow", str(folder)]
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small file system can only be mounted by root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
