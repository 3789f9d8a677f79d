"""Any sequence of changes to a file and edits in the review: counts add up, nothing of ours is lost, undo is whole."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from db import drift, edits
from db.drift import Drift, Own, apply_drift, comparing
from db.importing import import_paths
from db.review import Review
from db.search import Finder, parse
from db.values import CATEGORY, PROBLEM, REPLIES, ROOT_CAUSE, Status, Ticket, Turn
from tests.db.drift.whole import whole
from tests.db.files import ticket, write

Said = tuple[str, str, str, str]
"""Title, problem, reply, cause."""
Step = Callable[[Review, list[Said]], None]

TITLES = ["证书", "上传", "回源", "缓存", "域名", "证书"]
SOME = st.sampled_from(["过期了", "失败", "很慢", "配置错了"])
SAID = st.tuples(st.sampled_from(TITLES), SOME, SOME, SOME)
FILE = st.lists(SAID, min_size=1, max_size=7)
PLACE = st.integers(0, 6)
TICKET = st.integers(1, 30)


def _file(change: Callable[[list[Said]], None]) -> Step:
    return lambda _, tickets: change(tickets)


def _insert(place: int, one: Said) -> Step:
    return _file(lambda tickets: tickets.insert(place, one))


def _remove(place: int) -> Step:
    return _file(lambda tickets: tickets.pop(place % len(tickets)) if len(tickets) > 1 else None)  # type: ignore[arg-type,return-value]


def _move(place: int, to: int) -> Step:
    return _file(lambda tickets: tickets.insert(to, tickets.pop(place % len(tickets))))


def _say(place: int, part: int, text: str) -> Step:
    def change(tickets: list[Said]) -> None:
        at = place % len(tickets)
        tickets[at] = (*tickets[at][:part], text, *tickets[at][part + 1 :])  # type: ignore[assignment]

    return _file(change)


def _edit(change: Callable[[Review, int], object]) -> Callable[[int], Step]:
    return lambda wanted: lambda review, _: _on(review, wanted, change)


def _on(review: Review, wanted: int, change: Callable[[Review, int], object]) -> None:
    ids = [row[0] for row in review.execute("SELECT id FROM ticket WHERE source_id = 1 ORDER BY id")]
    change(review, ids[wanted % len(ids)])


def edit_steps() -> st.SearchStrategy[Step]:
    """One edit of one ticket, shown or parked."""
    return st.one_of(
        st.builds(lambda at, text: _edit(lambda r, one: edits.set_category(r, [one], [text]))(at), TICKET, SOME),
        st.builds(lambda at, text: _edit(lambda r, one: edits.set_root_cause_text(r, one, text))(at), TICKET, SOME),
        st.builds(lambda at, text: _edit(lambda r, one: edits.set_text(r, one, PROBLEM, text))(at), TICKET, SOME),
        st.builds(
            lambda at, text: _edit(lambda r, one: edits.set_text(r, one, REPLIES, [Turn(None, text)]))(at), TICKET, SOME
        ),
        st.builds(lambda at, text: _edit(lambda r, one: edits.set_text(r, one, "title", text))(at), TICKET, SOME),
        st.builds(lambda at: _edit(lambda r, one: edits.set_status(r, [one], Status.FLAGGED))(at), TICKET),
        st.builds(lambda at, text: _edit(lambda r, one: edits.set_note(r, [one], text))(at), TICKET, SOME),
    )


def file_steps() -> st.SearchStrategy[Step]:
    """One change of the file."""
    return st.one_of(
        st.builds(_insert, PLACE, SAID),
        st.builds(_remove, PLACE),
        st.builds(_move, PLACE, PLACE),
        st.builds(_say, PLACE, st.integers(0, 3), SOME),
        st.builds(lambda new: _file(lambda tickets: tickets.__setitem__(slice(None), new)), FILE),
    )


def jsonl(path: Path, tickets: Sequence[Said]) -> None:
    lines = (
        {
            "title": title,
            "category": ["CDN"],
            "problem": problem,
            "replies": [{"speaker": None, "text": reply}],
            "root_cause": cause,
        }
        for title, problem, reply, cause in tickets
    )
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")


def markdown(path: Path, tickets: Sequence[Said]) -> None:
    write(path, (ticket(title, problem, [reply], cause) for title, problem, reply, cause in tickets))


FORMS: dict[str, Callable[[Path, Sequence[Said]], None]] = {"a.jsonl": jsonl, "a.md": markdown}


def said_by(one: Ticket) -> dict[str, object]:
    """What is ours of a ticket: its edited fields as they are, status and note."""
    edited = {name: getattr(one, name) for name in one.edited}
    return edited | {"status": one.status, "note": one.note}


def every(review: Review) -> dict[int, Ticket]:
    ids = [row[0] for row in review.execute("SELECT id FROM ticket WHERE source_id = 1")]
    return {one.id: one for one in review.tickets(ids)}


def adds_up(review: Review, found: Drift, tickets: Sequence[Said]) -> None:
    counts = found.counts
    assert counts.tickets == len(tickets)
    assert counts.before == review.counts()[0]
    known, parked = len(every(review)), len(every(review)) - review.counts()[0]
    assert counts.tickets - counts.new + counts.gone + counts.parked == known
    assert counts.returned + counts.parked == parked
    shown = drift.tickets(review, found, found.places())
    assert [one.place for one in shown] == list(range(counts.tickets + counts.gone))
    for one in shown:
        sides = {field.side for field in one.fields}
        assert {
            "unchanged": not sides,
            "here": sides == {"here"},
            "there": sides == {"there"},
            "both": sides - {"here", "there"} or sides == {"here", "there"},
            "new": sides == {"new"},
            "gone": sides <= {"here"},
        }[one.state]
    conflicts = {(one.ticket_id, field.field) for one in shown for field in one.fields if field.side == "conflict"}
    assert conflicts == found.conflicts
    assert counts.conflicts == len(conflicts)


OWN = {
    CATEGORY: ["自己的"],
    PROBLEM: "自己的",
    ROOT_CAUSE: "自己的",
    REPLIES: [Turn(None, "自己的")],
    "title": "自己的",
}


def take_in(review: Review, path: Path, tickets: Sequence[Said], how: str) -> None:
    """Compare, and take it in: nothing of ours is lost, the file is what it is, undo and redo are whole."""
    found = comparing(review, path)
    adds_up(review, found, tickets)
    before, had = whole(review), every(review)
    choices: drift.Choices = {(one, name): Own(OWN[name]) for one, name in found.conflicts} if how == "own" else {}
    side: drift.Side | None = "theirs" if how == "theirs" else None
    changes = apply_drift(review, found, choices, side, although_other=True)
    assert review.check() == []
    assert review.content(1) == path.read_bytes()
    now = every(review)
    assert now.keys() >= had.keys()
    assert [one.title for one in review.tickets() if "title" not in one.edited] == [
        said[0] for one, said in zip(review.tickets(), tickets, strict=True) if "title" not in one.edited
    ]
    for one, was in had.items():
        for name, value in said_by(was).items():
            if (one, name) in found.conflicts and how != "ours":
                continue
            assert getattr(now[one], name) == value
    if not changes.entry:
        return
    after = whole(review)
    edits.undo(review)
    assert whole(review) == before
    assert review.check() == []
    edits.redo(review)
    assert whole(review) == after


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(sorted(FORMS)),
    FILE,
    st.lists(
        st.tuples(
            st.lists(edit_steps(), max_size=4),
            st.lists(file_steps(), min_size=1, max_size=3),
            st.sampled_from(["ours", "theirs", "own"]),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_any_sequence(form: str, first: list[Said], rounds: list[tuple[list[Step], list[Step], str]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Review.create(Path(folder) / "r.winnow", "lin") as review:
        path, tickets = Path(folder) / form, list(first)
        FORMS[form](path, tickets)
        import_paths(review, [path])
        start = whole(review)
        for ours, theirs, how in rounds:
            for step in (*ours, *theirs):
                step(review, tickets)
            FORMS[form](path, tickets)
            take_in(review, path, tickets, how)
        end = whole(review)
        finder = Finder(review)
        for one in review.tickets():
            assert one.id in finder.find(parse(f'"{one.title}"'))
        while edits.next_undo(review) is not None:
            edits.undo(review)
        assert whole(review) == start
        assert review.check() == []
        while edits.next_redo(review) is not None:
            edits.redo(review)
        assert whole(review) == end
        assert review.check() == []


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(FORMS)), FILE, FILE)
def test_a_comparison_writes_nothing(form: str, one: list[Said], other: list[Said]) -> None:
    with tempfile.TemporaryDirectory() as folder, Review.create(Path(folder) / "r.winnow", "lin") as review:
        path = Path(folder) / form
        FORMS[form](path, one)
        import_paths(review, [path])
        FORMS[form](path, other)
        before, dump = whole(review), (Path(folder) / "r.winnow").read_bytes()
        adds_up(review, comparing(review, path), other)
        assert whole(review) == before
        assert (Path(folder) / "r.winnow").read_bytes() == dump
