"""An action on many tickets says how far it is, in slices, and is stopped by what hears that: nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from db import edits
from db.edits import pace
from db.errors import Cancelled
from db.review import Review
from db.search import auditing
from db.values import Changes, Progress, Status, Step
from tests.db.edits.snapshot import snapshot

Verb = Callable[[Review, list[int], Progress], Changes]
VERBS: dict[str, Verb] = {
    "status": lambda review, ids, progress: edits.edit(review, ids, status=Status.FLAGGED, progress=progress),
    "category": lambda review, ids, progress: edits.edit(review, ids, category=("CDN", "新"), progress=progress),
    "causes": lambda review, ids, progress: edits.edit(review, ids, causes=("甲", "乙"), progress=progress),
    "added": lambda review, ids, progress: edits.edit(review, ids, added=("甲",), progress=progress),
    "note": lambda review, ids, progress: edits.edit(review, ids, note="回访", progress=progress),
    "all": lambda review, ids, progress: edits.edit(
        review, ids, ("CDN",), ("甲",), Status.EXCLUDED, "x", progress=progress
    ),
}


class Heard:
    """Steps, up to the one after which it is enough."""

    def __init__(self, enough: int = 1_000_000) -> None:
        self.steps: list[Step] = []
        self._enough = enough

    def __call__(self, step: Step) -> None:
        self.steps.append(step)
        if len(self.steps) >= self._enough:
            raise Cancelled


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "SLICE", 7)


def whole(review: Review) -> list[int]:
    return [ticket.id for ticket in review.tickets()]


@pytest.mark.parametrize("name", VERBS)
def test_slices_do_what_one_statement_does(name: str, curated: Review) -> None:
    before, heard = snapshot(curated), Heard()
    changes = VERBS[name](curated, whole(curated), heard)
    after = snapshot(curated)
    assert len(changes.ticket_ids) > 50
    assert len(heard.steps) > 10
    done = [step.done for step in heard.steps]
    assert done == sorted(done)
    assert done[-1] == heard.steps[-1].total
    assert list(auditing.missing(curated)) == []
    heard = Heard()
    edits.undo(curated, progress=heard)
    assert snapshot(curated)[0] == before[0]
    assert len(heard.steps) > 10
    edits.redo(curated, progress=Heard())
    assert snapshot(curated) == after
    assert curated.check() == []


@pytest.mark.parametrize("name", VERBS)
@pytest.mark.parametrize("enough", [1, 4, 9, 14])
def test_what_is_stopped_changes_nothing(name: str, enough: int, curated: Review) -> None:
    before, last = snapshot(curated), edits.last_entry(curated)
    with pytest.raises(Cancelled):
        VERBS[name](curated, whole(curated), Heard(enough))
    assert (snapshot(curated), edits.last_entry(curated)) == (before, last)
    VERBS[name](curated, whole(curated), Heard())
    after = snapshot(curated)
    with pytest.raises(Cancelled):
        edits.undo(curated, progress=Heard(enough))
    assert snapshot(curated) == after
    assert edits.to_undo(curated)[0] == last + 1, "it stands"
    edits.undo(curated)
    with pytest.raises(Cancelled):
        edits.redo(curated, progress=Heard(enough))
    assert snapshot(curated)[0] == before[0]
    assert curated.check() == []


def test_what_comes_next_is_known_with_its_size(curated: Review) -> None:
    assert (edits.to_undo(curated), edits.to_redo(curated)) == ((0, 0), (0, 0))
    entry = edits.set_status(curated, [1, 2, 3], Status.REVIEWED).entry
    assert (edits.to_undo(curated), edits.to_redo(curated)) == ((entry, 3), (0, 0))
    edits.undo(curated)
    assert (edits.to_undo(curated), edits.to_redo(curated)) == ((0, 0), (entry, 3))
    logged = edits.one_of_log(curated, entry)
    assert logged is not None
    assert (logged.summary.code, logged.tickets, logged.undone) == ("edit.status", 3, True)
    assert edits.one_of_log(curated, 999) is None


def test_causes_come_and_go_in_one_action(curated: Review) -> None:
    edits.set_causes(curated, [1, 2], ("甲", "乙"))
    edits.set_causes(curated, [3], ("丙",))
    changes = edits.edit(curated, [1, 2, 3], added=("丙", "丁", "丙"), removed=("甲",))
    assert [curated.ticket(one).causes for one in (1, 2, 3)] == [("乙", "丙", "丁"), ("乙", "丙", "丁"), ("丙", "丁")]
    assert changes.summary.code == "edit.several"
    edits.undo(curated)
    assert curated.ticket(1).causes == ("甲", "乙")
    with pytest.raises(ValueError, match="come and go"):
        edits.edit(curated, [1], causes=("甲",), added=("乙",))
