"""Categories by sources and by root causes: the numbers are those of the formulas, and a search lists each cell."""

from __future__ import annotations

import tempfile
from collections import Counter
from math import log2, sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.importing import import_paths
from db.labels import By, Spread, label_spread
from db.review import Review
from db.search import Finder, parse
from tests.db.labels.conftest import Make
from tests.db.labels.invented import Labels, categories, dataset

PATHS = st.sampled_from(["", "甲", "甲｜一", "甲 乙", "=甲", "ab|c", "AB", "ab"])
TAGS = st.lists(st.sampled_from(["子", "子丑", "=子", "（寅）", 'a"b', "or"]), max_size=3, unique=True)
FILES = st.lists(st.lists(st.tuples(PATHS, TAGS, st.just("")), min_size=1, max_size=8), min_size=1, max_size=3)


def imported(folder: Path, files: list[list[Labels]]) -> Review:
    review = Review.create(folder / "r.winnow", "lin")
    for n, tickets in enumerate(files):  # a file that is the same as another is not taken twice
        told = [(category, tags, f"第 {n} 份") for category, tags, _ in tickets]
        import_paths(review, [dataset(folder / f"part {n}.jsonl", told)])
    return review


def test_a_part_that_labels_unlike_the_others_stands_out(tmp_path: Path) -> None:
    usual = categories({"网盘": 6, "队列": 3, "证书": 1})
    with imported(tmp_path, [usual, usual, usual, categories({"未分类": 10})]) as review:
        found = label_spread(review, "source")
    assert [round(row.divergence, 2) for row in found.rows] == [0.19, 0.19, 0.19, 1.0]
    assert (found.rows[3].name, found.rows[3].tickets, found.total) == ("part 3.jsonl", 10, 40)
    assert [column.label for column in found.columns] == ["网盘", "未分类", "队列", "证书"]
    strange = found.cell(3, 1)
    assert (strange.tickets, strange.expected) == (10, 2.5)
    assert strange.residual == pytest.approx(7.5 / sqrt(2.5 * 0.75 * 0.75))
    assert found.cell(0, 1).residual < -2


def test_few_tickets_differ_by_chance(make: Make) -> None:
    same = [(name, [f"常见 {n}"], "") for n in range(3) for name in ("甲", "乙", "丙", "丁") * 6]
    review = make([*same, ("甲", ["少见"], ""), *[("戊", ["别的"], "")] * 24])
    found = label_spread(review, "root_cause")
    beyond = {row.name: row.divergence - row.chance for row in found.rows}
    assert max(beyond, key=lambda name: beyond[name]) == "别的"
    assert beyond["别的"] > 0.8
    assert beyond["少见"] < 0.2
    assert found == label_spread(review, "root_cause")


@pytest.mark.parametrize("by", ["source", "root_cause"])
def test_nothing_one_and_all_the_same(review: Review, make: Make, by: By) -> None:
    assert (label_spread(review, by).rows, label_spread(review, by).total) == ((), 0)
    make([("网盘", ["磁盘写满"], "")] * 3)
    found = label_spread(review, by)
    assert [(row.tickets, row.divergence) for row in found.rows] == [(3, 0.0)]
    assert found.cell(0, 0).residual == 0.0


@settings(max_examples=30, deadline=None)
@given(FILES, st.sampled_from(["source", "root_cause"]))
def test_as_the_formulas_say(files: list[list[Labels]], by: By) -> None:
    with tempfile.TemporaryDirectory() as folder, imported(Path(folder), files) as review:
        found, finder = label_spread(review, by), Finder(review)
        plain: dict[str, Counter[str]] = {}
        for ticket in review.tickets():
            for name in [ticket.source_name] if by == "source" else ticket.causes:
                plain.setdefault(name, Counter())["｜".join(ticket.category)] += 1
        assert {row.name: row.tickets for row in found.rows} == {name: n.total() for name, n in plain.items()}
        for place, row in enumerate(found.rows):
            assert row.divergence == pytest.approx(_divergence(plain, row.name), abs=1e-9)
            _compare_cells(found, finder, place, plain[row.name])


def _compare_cells(found: Spread, finder: Finder, row: int, counts: Counter[str]) -> None:
    for column, one in enumerate(found.columns):
        assert found.cell(row, column).tickets == counts[one.label]
        query = found.query(row, column)
        assert parse(str(query)) == query
        assert finder.count(query) == counts[one.label]


def _divergence(plain: dict[str, Counter[str]], name: str) -> float:
    """Entropies as Lin has them: of the mixture, less the mean of both."""
    others: Counter[str] = sum((counts for one, counts in plain.items() if one != name), Counter())
    if not others:
        return 0.0
    p, q = _shares(plain[name]), _shares(others)
    mixed = {label: (p.get(label, 0) + q.get(label, 0)) / 2 for label in p.keys() | q.keys()}
    return _entropy(mixed) - (_entropy(p) + _entropy(q)) / 2


def _shares(counts: Counter[str]) -> dict[str, float]:
    return {label: n / counts.total() for label, n in counts.items()}


def _entropy(shares: dict[str, float]) -> float:
    return -sum(share * log2(share) for share in shares.values())
