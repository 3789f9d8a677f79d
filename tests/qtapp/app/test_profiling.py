"""``--profile FILE``: a profile of any run, of the command line and of the window."""

from __future__ import annotations

import pstats
import subprocess
import sys
from pathlib import Path

import pytest

from qtapp import profiling
from qtapp.__main__ import main

ROOT = Path(__file__).resolve().parents[3]
QUITTING = """
import sys
from PySide6.QtCore import QTimer
from qtapp.__main__ import load, main
load()
from qtapp.app.program import Program
plain = Program.start
def start(self, paths):
    plain(self, paths)
    QTimer.singleShot(300, self.window, self.window.close)
Program.start = start
sys.exit(main(sys.argv[1:]))
"""


def functions(file: Path) -> set[str]:
    """The names of the functions in a profile."""
    return {name for _, _, name in pstats.Stats(str(file)).stats}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["a", "--profile", "p", "b"], ("p", ["a", "b"])),
        (["--profile=p", "b"], ("p", ["b"])),
        (["b", "--profile"], ("", ["b"])),
        (["--profile", "--", "b"], ("", ["--", "b"])),
        (["--", "--profile", "b"], (None, ["--", "--profile", "b"])),
    ],
)
def test_the_file_is_named_anywhere_before_the_end_of_flags(
    words: list[str], found: tuple[str | None, list[str]]
) -> None:
    assert profiling.split(words) == found


def test_a_profile_of_the_command_line(imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "list.prof"
    assert main(["list", str(imported), "--profile", str(file), "is:flagged"]) == 0
    assert "find" in functions(file)
    assert str(file) in capsys.readouterr().err


def test_a_command_that_fails_is_profiled_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "fails.prof"
    assert main(["--profile", str(file), "list", str(tmp_path / "none.winnow")]) == 1
    assert "identify" in functions(file)


@pytest.mark.parametrize("words", [["--profile"], ["list", "--profile", "/no/such/folder/p"]])
def test_a_file_that_cannot_be_written_is_told_before_the_work(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert "--profile" in said.err or "Name another file" in said.err


def test_a_profile_of_the_window(review_file: Path, tmp_path: Path, home: Path) -> None:
    file = tmp_path / "window.prof"
    words = [sys.executable, "-c", QUITTING, "--profile", str(file), str(review_file)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert {"run", "take_over", "paint"} & functions(file) == {"run", "take_over", "paint"}
    assert str(file) in done.stderr


def test_a_dataset_that_is_named_by_mistake_stays(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = next(sample.glob("*.md"))
    before = file.read_bytes()
    assert main(["--profile", str(file)]) == 2
    assert file.read_bytes() == before
    assert "is there already" in capsys.readouterr().err
