"""The taxonomy as it is read: counts, first seen and examples say what a plain walk over the tickets says."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from db.importing import import_paths
from db.labels import Field, Node, taxonomy
from db.review import Review
from tests.db.labels.conftest import Make
from tests.db.labels.invented import Labels, categories, causes, dataset

NAMES = st.sampled_from(["甲", "乙", "丙", "a b", "x:y"])
TICKETS = st.lists(
    st.tuples(st.lists(NAMES, max_size=3).map("｜".join), st.lists(NAMES, max_size=3, unique=True), st.just("")),
    max_size=12,
)


def shown(review: Review, field: Field) -> list[tuple[int, str, int, int]]:
    return [(node.depth, node.name, node.tickets, node.total) for node in taxonomy(review, field).nodes]


def test_a_tree_with_the_commonest_first(make: Make) -> None:
    review = make(categories({"网盘｜挂载": 1, "网盘": 1, "队列｜积压｜深": 2, "队列｜延迟": 3, "": 2}))
    assert shown(review, "category") == [
        (0, "队列", 0, 5),
        (1, "延迟", 3, 3),
        (1, "积压", 0, 2),
        (2, "深", 2, 2),
        (0, "网盘", 1, 2),
        (1, "挂载", 1, 1),
    ]
    found = taxonomy(review, "category")
    assert (found.without, found.held) == (2, False)
    queue = found.nodes[0]
    assert (queue.children, queue.parent, queue.label) == (2, "", "队列")
    assert queue.first is not None
    assert (queue.first.source, queue.first.line, queue.first.ticket) == ("labels.jsonl", 3, 3)
    assert queue.examples == (3, 4, 5)


def test_a_root_cause_is_one_name_whatever_stands_in_it(make: Make) -> None:
    review = make(causes({"甲｜乙": 2, "a > b": 1}))
    assert shown(review, "root_cause") == [(0, "甲｜乙", 2, 2), (0, "a > b", 1, 1)]


def test_none_at_all(make: Make, review: Review) -> None:
    assert taxonomy(review, "category").nodes == taxonomy(review, "root_cause").nodes == ()
    make([("", [], "")] * 2)
    assert [taxonomy(review, field).without for field in ("category", "root_cause")] == [2, 2]


def test_long_and_deep_labels(make: Make) -> None:
    deep = "｜".join(f"第{n}" for n in range(300))
    review = make([(deep, ["长" * 500], ""), ("宽" * 500, ["长" * 500], "")])
    nodes = taxonomy(review, "category").nodes
    assert len(nodes) == 301
    assert [node.label for node in nodes if node.depth == 299] == [deep]
    assert taxonomy(review, "root_cause").nodes[0].name == "长" * 500


@settings(max_examples=30, deadline=None)
@given(TICKETS)
def test_as_a_plain_walk_counts_it(tickets: list[Labels]) -> None:
    with tempfile.TemporaryDirectory() as folder, Review.create(Path(folder) / "r.winnow", "lin") as review:
        if tickets:
            import_paths(review, [dataset(Path(folder) / "a.jsonl", tickets)])
        everything = list(review.tickets())
        own = Counter(ticket.category for ticket in everything)
        for node in taxonomy(review, "category").nodes:
            below = [ticket for ticket in everything if ticket.category[: len(node.names)] == node.names]
            assert (node.tickets, node.total) == (own[node.names], len(below))
            said = [ticket.id for ticket in (below if not node.tickets else everything)]
            _examples(node, [one for one in said if node.tickets == 0 or everything[one - 1].category == node.names])
        tags = Counter(cause for ticket in everything for cause in ticket.causes)
        assert {node.label: node.tickets for node in taxonomy(review, "root_cause").nodes} == tags


def _examples(node: Node, ids: list[int]) -> None:
    assert node.first is not None
    assert node.first.ticket == node.examples[0] == min(ids)
    assert set(node.examples) <= set(ids)
    assert len(node.examples) == len(set(node.examples)) <= 3
