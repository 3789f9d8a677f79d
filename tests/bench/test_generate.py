"""The invented tickets have the statistics of real files, and are the same for the same seed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.bench import canned, generate

TICKETS = 20_000


@pytest.fixture(scope="module")
def tickets() -> list[dict[str, Any]]:
    """As many as the figures settle with."""
    return list(generate.generate(TICKETS, 1))


def _at(lengths: Sequence[int], share: float) -> int:
    return sorted(lengths)[int(len(lengths) * share)]


def _repeated(texts: Sequence[str]) -> float:
    """The share of texts that stand there more than once."""
    counts = Counter(texts)
    return sum(count for count in counts.values() if count > 1) / len(texts)


def test_lengths_are_those_of_real_files(tickets: list[dict[str, Any]]) -> None:
    problems = [len(ticket["problem"]) for ticket in tickets]
    replies = [len(reply["text"]) for ticket in tickets for reply in ticket["replies"]]
    assert _at(problems, 0.5) == pytest.approx(29, rel=0.04)
    assert _at(problems, 0.95) == pytest.approx(204, rel=0.04)
    assert _at(replies, 0.5) == pytest.approx(24, rel=0.045)
    assert _at(replies, 0.95) == pytest.approx(181, rel=0.04)
    assert len(replies) / TICKETS == pytest.approx(2.6, rel=0.02)


def test_one_reply_is_a_line_of_90_000_characters(tickets: list[dict[str, Any]]) -> None:
    long = [reply["text"] for ticket in tickets for reply in ticket["replies"] if len(reply["text"]) > 10_000]
    assert [len(text) for text in long] == [90_000]
    assert "\n" not in long[0]


def test_a_fifth_of_what_staff_say_is_said_again(tickets: list[dict[str, Any]]) -> None:
    said = [reply["text"] for ticket in tickets for reply in ticket["replies"] if reply["speaker"] != "customer"]
    assert 0.18 < _repeated(said) < 0.24


def test_67_categories_with_a_long_tail(tickets: list[dict[str, Any]]) -> None:
    counts = [count for _, count in Counter(ticket["category_raw"] for ticket in tickets).most_common()]
    assert len(counts) == 67
    assert 0.15 < counts[0] / TICKETS < 0.22
    assert sum(counts[:10]) > 0.7 * TICKETS
    assert counts[-1] < TICKETS / 500


def test_replies_alone_have_the_same_lengths() -> None:
    replies = canned.replies(TICKETS, 1)
    lengths = [len(text) for text in replies]
    assert _at(lengths, 0.5) == pytest.approx(24, rel=0.045)
    assert _at(lengths, 0.95) == pytest.approx(181, rel=0.04)
    assert 0.18 < _repeated(replies) < 0.27


def test_a_seed_makes_the_same_file(tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("again", 5), ("other", 6)):
        generate.write(tmp_path / name, 300, seed)
    one, again, other = ((tmp_path / name).read_text(encoding="utf-8") for name in ("one", "again", "other"))
    assert one == again
    assert one != other
    assert [json.loads(line)["id"] for line in one.splitlines()] == list(range(1, 301))
