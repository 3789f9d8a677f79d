"""Undo and redo: out of the log, over a restart, refused where somebody changed the same field since."""

from __future__ import annotations

import pytest

from db import edits, sentences
from db.edits import journal
from db.errors import EditError
from db.review import Review
from db.values import Changes, Status
from tests.db.edits.snapshot import snapshot


def test_undo_and_redo_survive_a_restart(curated: Review) -> None:
    path = curated.path
    start = snapshot(curated)
    edits.set_category(curated, [1, 2, 3], ("CDN", "甲"))
    edits.set_causes(curated, [2], ("新的",))
    end = snapshot(curated)
    curated.close()
    with Review.open(path, "lin") as again:
        edits.undo(again)
        changes = edits.undo(again)
        assert changes.ticket_ids == tuple(one for one in (1, 2, 3) if one in changes.ticket_ids)
        assert snapshot(again) == start
    with Review.open(path, "lin") as again:
        edits.redo(again)
        edits.redo(again)
        assert snapshot(again) == end
        with pytest.raises(EditError, match=r"redo\.nothing"):
            edits.redo(again)


def test_undo_says_what_it_undoes(curated: Review) -> None:
    assert edits.next_undo(curated) is None
    edits.set_status(curated, [1, 2], Status.REVIEWED)
    following = edits.next_undo(curated)
    assert following is not None
    assert sentences.summary(following) == "Marked 2 tickets as reviewed"
    assert sentences.summary(edits.undo(curated).summary) == "Undone: Marked 2 tickets as reviewed"
    assert edits.next_undo(curated) is None
    redone = edits.next_redo(curated)
    assert redone is not None
    assert sentences.summary(edits.redo(curated).summary) == "Done again: Marked 2 tickets as reviewed"
    with pytest.raises(EditError, match=r"redo\.nothing"):
        edits.redo(curated)


def test_a_new_action_ends_redo(curated: Review) -> None:
    edits.set_status(curated, [1], Status.REVIEWED)
    edits.undo(curated)
    edits.set_status(curated, [2], Status.REVIEWED)
    assert edits.next_redo(curated) is None


def test_undo_is_of_the_reviewers_own(curated: Review) -> None:
    edits.set_status(curated, [1], Status.REVIEWED)
    with Review.open(curated.path, "wang") as other:
        assert edits.next_undo(other) is None
        with pytest.raises(EditError, match=r"undo\.nothing"):
            edits.undo(other)
        assert edits.undo(other, anyone=True).ticket_ids == (1,)
        assert edits.redo(other, anyone=True).ticket_ids == (1,)


def test_undo_is_refused_where_somebody_changed_the_field_since(curated: Review) -> None:
    edits.set_category(curated, [1, 2], ("CDN", "甲"))
    with Review.open(curated.path, "wang") as other:
        edits.set_category(other, [2], ("CDN", "乙"))
        before = snapshot(curated)
        with pytest.raises(EditError) as caught:
            edits.undo(curated)
        assert caught.value.code == "undo.changed_since"
        assert "wang has changed the category of ticket 2 since" in sentences.error(caught.value)
        assert snapshot(curated) == before
        edits.undo(other)
    edits.undo(curated)
    assert curated.ticket(2).edited == ()


def test_another_field_is_in_nobodys_way(curated: Review) -> None:
    edits.set_category(curated, [1], ("CDN", "甲"))
    with Review.open(curated.path, "wang") as other:
        edits.set_status(other, [1], Status.FLAGGED)
    edits.undo(curated)
    assert curated.ticket(1).status is Status.FLAGGED


def test_a_named_action_is_undone(curated: Review) -> None:
    first = edits.set_status(curated, [1], Status.FLAGGED)
    edits.set_status(curated, [2], Status.FLAGGED)
    edits.undo(curated, first.entry)
    assert curated.ticket(1).status is Status.UNREVIEWED
    assert curated.ticket(2).status is Status.FLAGGED
    for entry in (first.entry, 1, 999):
        with pytest.raises(EditError, match=r"undo\.not_yours"):
            edits.undo(curated, entry)


def test_changes_of_others_are_followed(curated: Review) -> None:
    seen, version = edits.last_entry(curated), curated.data_version()
    with Review.open(curated.path, "wang") as other:
        edits.set_category(other, [3, 4], ("别的",))
        edits.undo(other)
    assert curated.data_version() != version
    done, undone = edits.changes_since(curated, seen)
    assert (done.kind, done.ticket_ids, done.fields) == ("edit", (3, 4), {"category"})
    assert (undone.kind, undone.ticket_ids) == ("undo", (3, 4))


@pytest.mark.parametrize("page", [1, 2, 3, 1000])
def test_what_others_did_to_many_is_read_with_a_breath_now_and_then(
    curated: Review, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    seen = edits.last_entry(curated)
    edits.set_category(curated, [3, 4, 1], ("别的",))
    edits.set_status(curated, [2], Status.REVIEWED)
    expected = edits.changes_since(curated, seen)
    monkeypatch.setattr(journal, "PAGE", page)
    found: list[Changes] = []
    breaths = len(list(edits.reading_since(curated, seen, found)))
    assert found == expected
    assert [one.ticket_ids for one in found] == [(1, 3, 4), (2,)]
    assert breaths == {1: 4, 2: 1, 3: 1, 1000: 0}[page]
