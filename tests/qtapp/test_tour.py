"""The headless tour, as a process of its own: what `dev.py run` does where nobody could see a window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from db.review import Review
from tests.db.files import part

ROOT = Path(__file__).resolve().parents[2]


def tour(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "qtapp", "--tour", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, timeout=120)


def test_the_sample_is_imported_corrected_exported_and_pictured(tmp_path: Path) -> None:
    done = tour("--out", tmp_path / "tour")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Undone: " in done.stdout
    assert "Done: 60 tickets, 2 with a status, 4 sources." in done.stdout
    pictures = sorted((tmp_path / "tour").glob("*.png"))
    assert [one.stem for one in pictures] == [
        "tickets-en-dark",
        "tickets-en-light",
        "tickets-zh-dark",
        "tickets-zh-light",
    ]
    assert all(one.stat().st_size > 20_000 for one in pictures)
    assert len(list((tmp_path / "tour" / "export").iterdir())) == 4
    with Review.open(tmp_path / "tour" / "tour.winnow") as review:
        assert review.check() == []


def test_a_file_of_the_user_is_not_touched(tmp_path: Path) -> None:
    file = part(tmp_path / "data" / "part.md", ["一", "二", "三"])
    before = file.read_bytes()
    done = tour("--out", tmp_path / "tour", file)
    assert done.returncode == 0, done.stdout + done.stderr
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == ["part.md"]


def test_a_tour_of_nothing_says_so(tmp_path: Path) -> None:
    done = tour("--out", tmp_path / "tour", tmp_path / "nowhere.md")
    assert done.returncode == 1
    assert "nowhere.md" in done.stdout
    assert "Traceback" not in done.stderr
