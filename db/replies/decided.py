"""What was decided of replies, as it is kept: a value of JSON a form (or a pair of forms), by the form's key; and which
contradicting labels are meant as they are, by the key of the text that they contradict one another on.

All forms that were decided together have the same value; it names them by the `id` of their family. So a decision
needs no family: it holds for its forms at every threshold, after every scan and import.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from db.edits.deciding import LABELS
from db.replies.normal import name_of
from db.replies.records import CODES, Decision
from db.review import Review
from db.values import PRIVACY, TAXONOMY

PAIR = "pair"
BETWEEN = "-"
"""Stands between the keys of a pair that is no duplicate."""

Labels = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the id that the family has by it."""

    id: str
    decision: Decision


@dataclass(frozen=True)
class Decisions:
    """All that was decided: by key of a form, the pairs of keys that are no duplicates of one another, and the labels
    that may contradict one another, by `labels_key`."""

    of: Mapping[int, Decided]
    strangers: frozenset[tuple[int, int]]
    labels: Mapping[str, Labels] = field(default_factory=dict)

    @cached_property
    def together(self) -> Mapping[Decided, Sequence[int]]:
        """The keys of the forms that were decided as one."""
        found: dict[Decided, list[int]] = defaultdict(list)
        for key, one in self.of.items():
            found[one].append(key)
        return dict(found)

    @cached_property
    def called(self) -> Mapping[str, Sequence[int]]:
        """The keys of the forms whose family is called so by what was decided of it, those that are apart aside."""
        found: dict[str, list[int]] = defaultdict(list)
        for one, keys in self.together.items():
            if one.decision.code != "apart":
                found[one.id] += keys
        return dict(found)


def value(family: str, decision: Decision) -> str:
    """What is kept of a form."""
    data: dict[str, object] = {"id": family, "code": decision.code}
    if decision.wording:
        data["wording"] = decision.wording
    if decision.examples:
        data["examples"] = decision.examples
    return json.dumps(data, ensure_ascii=False)


@lru_cache(maxsize=4096)
def decision_of(kept: str) -> Decided | None:
    """What a value means; None for one of a pair."""
    data = json.loads(kept)
    if data["code"] not in CODES:
        return None
    return Decided(str(data["id"]), Decision(data["code"], str(data.get("wording", "")), int(data.get("examples", 0))))


def pair_key(one: int, other: int) -> str:
    """The key of two forms that are never in one family."""
    return BETWEEN.join(map(name_of, sorted((one, other))))


def pair_value() -> str:
    """What is kept of them."""
    return json.dumps({"code": PAIR})


def labels_key(same: str, field: str, key: int) -> str:
    """The key of labels (of `field`) that differ although a text, whose key is given, is the same."""
    return f"{LABELS}:{same}:{field}:{name_of(key)}"


def decisions(review: Review) -> Decisions:
    """All that was decided in a review."""
    others = (f"{TAXONOMY}:*", f"{PRIVACY}:*")
    rows = review.execute("SELECT key, value FROM decided WHERE key NOT GLOB ? AND key NOT GLOB ?", others).fetchall()
    return _sorted_out(rows)


def _sorted_out(rows: Iterable[tuple[str, str]]) -> Decisions:
    of: dict[int, Decided] = {}
    strangers: set[tuple[int, int]] = set()
    labels: dict[str, Labels] = {}
    for key, kept in rows:
        if key.startswith(LABELS):
            labels[key] = frozenset(map(tuple, json.loads(kept)["labels"]))
        elif BETWEEN in key:
            one, other = key.split(BETWEEN)
            strangers.add((int(one, 16), int(other, 16)))
        elif found := decision_of(kept):
            of[int(key, 16)] = found
    return Decisions(of, frozenset(strangers), labels)
