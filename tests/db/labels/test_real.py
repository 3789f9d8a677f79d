"""The labels of real files, where they are here: what is rewritten comes together again, and nothing else does."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.importing import import_paths
from db.labels import labelled, variants
from db.labels.phrases import simplified
from db.review import Review
from tests.db.labels.invented import categories, causes, dataset

Rewrite = Callable[[str], str]


@pytest.fixture
def real(shared: Path, tmp_path: Path) -> Iterator[Review]:
    """A review of all parts."""
    with Review.create(tmp_path / "real.winnow", "lin") as review:
        import_paths(review, [shared / "datasets" / "parts"])
        yield review


def _full(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def _rewrites() -> list[Rewrite]:
    traditional = {ord(other): chr(one) for one, other in simplified().items()}
    return [
        _full,
        str.lower,
        lambda text: f"**根本原因**：{text}",
        lambda text: f"{text}。",
        lambda text: f"「{text}」",
        lambda text: text.translate(traditional),
        lambda text: text.replace("｜", "/"),
        lambda text: text.replace("｜", " - "),
    ]


@pytest.mark.parametrize("field", ["category", "root_cause"])
def test_rewritten_labels_come_together_again(real: Review, tmp_path: Path, field: str) -> None:
    plain = [one.label for one in labelled(real, field)]
    before = {one.label: place for place, group in enumerate(variants(real, field)) for one in group.labels}
    chance = random.Random(4)
    origin = {rewrite(label): label for rewrite in _rewrites() for label in plain if chance.random() < 0.3}
    origin |= {label: label for label in plain}
    made = categories if field == "category" else causes
    tickets = made(dict.fromkeys(plain, 3) | dict.fromkeys(sorted(set(origin) - set(plain)), 1))
    with Review.create(tmp_path / "rewritten.winnow", "lin") as review:
        import_paths(review, [dataset(tmp_path / "a.jsonl", tickets)])
        known = {one.label for one in labelled(review, field)}
        groups = variants(review, field)
    assert len(known) > 1.5 * len(plain)
    where = {one.label: place for place, group in enumerate(groups) for one in group.labels}
    assert [
        label for label in known if origin[label] != label and where.get(label) != where.get(origin[label], -1)
    ] == []
    for group in groups:
        own = {origin[one.label] for one in group.labels}
        assert len(own) == 1 or len({before.get(label, label) for label in own}) == 1


def test_few_groups_and_no_chain(real: Review) -> None:
    for field, most in (("category", 2), ("root_cause", 12)):
        found = [group for group in variants(real, field) if group.method != "says-nothing"]
        assert 1 <= len(found) <= most
        assert max(len(group.labels) for group in found) <= 4
    nothing = next(group for group in variants(real, "root_cause") if group.method == "says-nothing")
    uses = sum(one.tickets for one in labelled(real, "root_cause"))
    assert 0.15 < nothing.tickets / uses < 0.4
