"""Records behave as those of the standard library do, which are made beside them here."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from db import records
from db.values import Turn


def made(dataclass: Callable[..., Any], field: Callable[..., Any], **how: bool) -> Any:
    """A record of both kinds of defaults, made by one library or the other."""

    @dataclass(**how)
    class Note:
        """A note."""

        page: int
        words: str = ""
        marks: Mapping[str, int] = field(default_factory=dict)

        @property
        def length(self) -> int:
            return len(self.words)

    return Note


WAYS = [{"frozen": True, "slots": True}, {"slots": True}, {"frozen": True}, {}]
pytestmark = pytest.mark.parametrize("how", WAYS, ids=lambda how: "-".join(how) or "plain")


@pytest.fixture
def kinds(how: dict[str, bool]) -> list[Any]:
    """The record of the standard library, and ours."""
    return [
        made(dataclasses.dataclass, dataclasses.field, **how),
        made(records.dataclass, records.field, **how),
    ]


def both(kinds: list[Any], ask: Callable[[Any], object]) -> None:
    """Both give the same answer, or both refuse."""
    answers: list[object] = []
    for kind in kinds:
        try:
            answers.append(ask(kind))
        except (TypeError, AttributeError):  # which of the two differs in the library itself
            answers.append("refused")
    assert answers[0] == answers[1]


def test_they_are_built_alike(kinds: list[Any]) -> None:
    both(kinds, lambda kind: repr(kind(1)))
    both(kinds, lambda kind: repr(kind(1, "a", {"b": 2})))
    both(kinds, lambda kind: repr(kind(words="a", page=3)))
    both(kinds, lambda kind: kind(1, "abc").length)
    both(kinds, lambda kind: kind())
    both(kinds, lambda kind: kind(1, "a", {}, 4))
    both(kinds, lambda kind: kind(1, pages=2))
    both(kinds, lambda kind: kind(1).marks is kind(1).marks)
    both(kinds, lambda kind: (kind.__doc__, kind.__qualname__, kind.__match_args__))


def test_they_compare_alike(kinds: list[Any]) -> None:
    both(kinds, lambda kind: kind(1, "a") == kind(1, "a"))
    both(kinds, lambda kind: kind(1, "a") == kind(2, "a"))
    both(kinds, lambda kind: kind(1) == (1, "", {}))
    both(kinds, lambda kind: hash(kind(1, "a", None)) == hash(kind(1, "a", None)))
    both(kinds, lambda kind: hash(kind(1)))


def test_they_can_be_changed_alike(kinds: list[Any]) -> None:
    both(kinds, lambda kind: setattr(kind(1), "page", 2))
    both(kinds, lambda kind: setattr(kind(1), "colour", 2))
    both(kinds, lambda kind: delattr(kind(1), "page"))
    both(kinds, lambda kind: hasattr(kind(1), "__dict__"))
    both(kinds, lambda kind: repr(copy.deepcopy(kind(1, "a", {"b": 2}))))


def test_the_standard_library_knows_them(kinds: list[Any]) -> None:
    both(kinds, lambda kind: [(one.name, one.default) for one in dataclasses.fields(kind)][:2])
    both(kinds, lambda kind: dataclasses.asdict(kind(1, "a", {"b": 2})))
    both(kinds, lambda kind: repr(dataclasses.replace(kind(1, "a"), page=2)))
    both(kinds, lambda kind: repr(records.replace(kind(1, "a"), page=2)))
    both(kinds, lambda kind: records.replace(kind(1), pages=2))


def test_they_can_be_sent(how: dict[str, bool]) -> None:
    turn = Turn("staff", f"sent {how}")
    assert pickle.loads(pickle.dumps(turn)) == turn
