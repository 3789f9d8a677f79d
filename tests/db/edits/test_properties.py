"""Any sequence of edits: the review stays sound, and undoing all gives back what was."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from db import edits
from db.errors import EditError
from db.importing import import_paths
from db.review import Review
from db.search import Finder, parse
from db.values import PROBLEM, REPLIES, TITLE, Changes, Status, Turn
from tests.db.edits.snapshot import snapshot

Action = Callable[[Review], Changes]

WORDS = st.sampled_from(
    ["证书过期", "配置错误", "上传失败", "CDN", "对象存储", "回源", "权限问题", "甲｜乙", "a; b", ""]
)
TEXTS = st.text("证书 过期\n-1.#*：；|>ab", max_size=20)
IDS = st.lists(st.integers(1, 60), min_size=1, max_size=8)


def actions() -> st.SearchStrategy[Action]:
    """One edit, as a function of the review."""
    return st.one_of(
        st.builds(lambda ids, path: lambda r: edits.set_category(r, ids, path), IDS, st.lists(WORDS, max_size=3)),
        st.builds(lambda ids, tags: lambda r: edits.set_causes(r, ids, tags), IDS, st.lists(WORDS, max_size=3)),
        st.builds(lambda ids, tag: lambda r: edits.add_cause(r, ids, tag), IDS, WORDS),
        st.builds(lambda ids, tag: lambda r: edits.remove_cause(r, ids, tag), IDS, WORDS),
        st.builds(lambda ids, one: lambda r: edits.set_status(r, ids, one), IDS, st.sampled_from(Status)),
        st.builds(lambda ids, text: lambda r: edits.set_note(r, ids, text), IDS, TEXTS),
        st.builds(lambda ids, text: lambda r: edits.set_root_cause_text(r, ids[0], text), IDS, TEXTS),
        st.builds(lambda ids, text: lambda r: edits.set_text(r, ids[0], TITLE, text), IDS, TEXTS),
        st.builds(lambda ids, text: lambda r: edits.set_text(r, ids[0], PROBLEM, text), IDS, TEXTS),
        st.builds(lambda ids, text: lambda r: edits.set_text(r, ids[0], REPLIES, [Turn(None, text)]), IDS, TEXTS),
        st.just(edits.undo),
        st.just(edits.redo),
    )


@settings(max_examples=12, deadline=None)
@given(st.lists(actions(), min_size=1, max_size=12))
def test_undo_of_all_gives_back_the_start(sequence: list[Action]) -> None:
    with tempfile.TemporaryDirectory() as folder, Review.create(Path(folder) / "r.winnow", "lin") as review:
        import_paths(review, [resources.path("sample")])
        start = snapshot(review)
        for action in sequence:
            try:
                action(review)
            except EditError:
                continue
        assert review.check() == []
        finder = Finder(review)
        for ticket in review.tickets():
            assert ticket.id in finder.find(parse(f'"{ticket.title}"'))
        while edits.next_undo(review) is not None:
            edits.undo(review)
        assert snapshot(review) == start
        assert review.check() == []
