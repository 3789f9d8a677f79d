"""The table is whole whatever happens to a part of it, and is kept as it grows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.bench import growth, parts, table
from tests.bench.ground import Ground
from tests.bench.measure import Measure, Rows, Skipped, compare, turns

ROW = Measure("one edit", 2.5, 3, 0.004, 0.0016).as_json()


@pytest.fixture
def few(tmp_path: Path) -> Ground:
    """A ground of so few tickets that parts run in this process."""
    return Ground(tmp_path, 10)


def _broken(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def rows(_: Ground) -> Rows:
        yield Measure("one edit", 2.5, 3, 0.004, 0.0016)
        raise error

    monkeypatch.setattr(parts.importlib, "import_module", lambda _: SimpleNamespace(rows=rows))


def test_a_part_that_fails_keeps_its_rows_and_says_why(few: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    _broken(monkeypatch, OSError(f"no room in {few.folder}"))
    first, last = parts.measured("editing", few)
    assert first == ROW
    assert last["measure"] == "editing, the rest of it"
    assert last["why"] == "OSError: no room in …"


def test_a_part_without_memory_says_so(few: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    _broken(monkeypatch, MemoryError())
    assert [row.get("why") for row in parts.measured("editing", few)] == [
        None,
        "more memory than this machine has to give",
    ]


def test_a_part_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    (row,) = parts.measured("editing", Ground(tmp_path, 1000))
    assert row["measure"] == "one edit, durable"
    assert row["ratio"] > 0
    assert (tmp_path / "review.winnow").exists()  # for the parts after it


def test_a_process_that_dies_or_takes_too_long_is_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ground = Ground(tmp_path, 1000)
    (late,) = parts.measured("editing", ground, longest=0.05)
    assert late["why"] == "not done after 0 s"
    (unknown,) = parts.measured("unknown", ground)
    assert unknown["why"] == "KeyError: 'unknown'"
    dies = tmp_path / "dies"
    dies.write_text("#!/bin/sh\nkill -9 $$\n")
    dies.chmod(0o755)
    monkeypatch.setattr(parts.sys, "executable", str(dies))
    (dead,) = parts.measured("editing", ground)
    assert dead["why"] == "the process ended with -9"


def test_the_page_is_kept_with_each_row_and_says_whether_it_is_whole(tmp_path: Path) -> None:
    page = table.Page(tmp_path / "bench.md", 20_000)
    page.add("editing", ROW)
    page.add("labels", Skipped("variants", None, "a|b is missing").as_json())
    begun = (tmp_path / "bench.md").read_text(encoding="utf-8")
    page.write()
    done = (tmp_path / "bench.md").read_text(encoding="utf-8")
    assert "This run has not come to its end." in begun
    assert "not come to its end" not in done
    assert "| one edit | 4 ms | 2.5 | 3 | yes | beside 1.6 ms |" in done
    assert "| variants | – | – | – | – | a\\|b is missing |" in done
    assert "1 of 1 goals hold." in done
    assert "20,000 invented tickets" in done
    assert str(tmp_path) not in done


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (12.3456, "s", "12.3 s"),
        (0.0123, "s", "12.3 ms"),
        (12e-6, "s", "12 µs"),
        (1234.5, "s", "1,234 s"),
        (0.25, "GB", "250 MB"),
        (2.5, "GB", "2.5 GB"),
        (0.333, "%", "33.3 %"),
        (97.0, "x", "97 x"),
    ],
)
def test_figures_stand_in_a_unit_that_suits_them(value: float, unit: str, words: str) -> None:
    assert table.figure(value, unit) == words


def test_growth_is_beside_n_log_n_and_of_the_window_by_itself() -> None:
    def row(seconds: float) -> parts.Row:
        return Measure("m", 1, 1, seconds, 1).as_json()

    sizes = (10_000, 1_000_000)
    work, window = growth.rows(
        sizes, {"importing": [row(2)], "acting": [row(1)]}, {"importing": [row(300)], "acting": [row(2.5)]}
    )
    assert work["ratio"] == pytest.approx(1.0)
    assert work["goal"] == 1
    assert window["ratio"] == 2.5
    assert window["goal"] == 3
    assert growth.smaller(1_000_000) == 10_000
    assert growth.smaller(20_000) == 1_000
    assert growth.smaller(5_000) == 0


def test_what_takes_long_is_measured_fewer_times_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[float] = iter(range(0, 10_000, 25))
    monkeypatch.setattr("tests.bench.measure.time.perf_counter", lambda: float(next(clock)))
    assert list(turns(5)) == [0, 1, 2]
    row = compare("m", 1, lambda: None, lambda: None, runs=5)
    assert row.extra == {"runs": 1}
