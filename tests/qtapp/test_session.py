"""What the window looks at, the verbs of the reviewer, and what others write meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db import edits
from db.review import Review
from db.search import finder as finder_room
from db.search.tokens import normalise
from db.values import Changes, Status
from qtapp.session import Session


@pytest.fixture
def heard(session: Session) -> list[object]:
    """Everything that the session says, in order."""
    said: list[object] = []
    session.view_message.connect(lambda text, action: said.append((action, text)))
    session.not_done.connect(lambda text: said.append(("not done", text)))
    session.failed.connect(lambda text: said.append(("failed", text)))
    session.query_failed.connect(lambda error: said.append(("query", error.code)))
    return said


def test_the_first_ticket_is_current(session: Session) -> None:
    assert session.current is not None
    assert session.current.id == int(session.ids[0])
    assert len(session.ids) == session.counts()[0]


def test_the_beginning_is_there_before_everything_is(review_file: Path, qapp: object) -> None:
    session = Session(Review.open(review_file))
    session.start("", "", False, 0)
    assert not session.complete
    first = list(session.ids)
    session.find_all()
    assert list(session.ids)[: len(first)] == first
    session.close()


def test_a_place_that_was_kept_is_found_again(review_file: Path, qapp: object) -> None:
    session = Session(Review.open(review_file))
    session.start("cat:CDN", "title", True, 20)
    session.find_all()
    assert (session.current_id, session.sort, session.reverse) == (20, "title", True)
    session.close()


def test_find_narrows_and_goes_to_the_first(session: Session) -> None:
    assert session.find("cat:CDN 证书")
    assert 0 < len(session.ids) < session.counts()[0]
    assert session.row_of(session.current_id) == 0


def test_a_mistake_changes_nothing(session: Session, heard: list[object]) -> None:
    session.find("cat:CDN")
    before = list(session.ids)
    assert not session.find("nofield:x")
    assert list(session.ids) == before
    assert session.text == "cat:CDN"
    assert heard == [("query", "query.unknown_field")]


def test_words_are_sorted_by_match_unless_the_reviewer_wants_otherwise(session: Session) -> None:
    assert session.sort == "position"
    session.find("证书")
    assert session.sort == "match"
    session.set_sort("title")
    session.find("cat:CDN")
    assert session.sort == "title"


def test_the_window_goes_on_while_very_many_titles_are_put_in_order(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(session.ids)
    monkeypatch.setattr(finder_room, "MANY", 10)
    session.set_sort("title")
    assert session.is_ordering
    assert list(session.ids) == before
    session.set_text("title", "改过的标题", [before[0]])  # what is worked out then begins anew
    session.find("is:unreviewed")
    assert session.is_ordering
    qtbot.waitUntil(lambda: not session.is_ordering)
    titles = [row.title for row in session.review.rows([int(one) for one in session.ids])]
    assert titles == sorted(titles, key=normalise) != [row.title for row in session.review.rows(before)]


def test_an_order_is_worked_out_between_events_and_after_an_edit_at_once(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def categories() -> list[str]:
        return [normalise("|".join(row.category)) for row in session.review.rows([int(one) for one in session.ids])]

    before = list(session.ids)
    monkeypatch.setattr(finder_room, "MANY", 10)
    session.set_sort("category")
    assert session.is_ordering
    assert list(session.ids) == before
    session.set_sort("length")  # the reviewer goes on to another
    assert session.is_ordering
    session.set_sort("")
    assert not session.is_ordering, "nothing is waited for"
    session.set_sort("category")
    qtbot.waitUntil(lambda: not session.is_ordering)
    assert categories() == sorted(categories())
    assert list(session.ids) != before
    session.set_category(("AAA",), [before[-1]])
    assert not session.is_ordering, "the list does not jump"
    assert categories()[0] == "aaa"


def test_status_moves_on_and_can_be_undone(session: Session, heard: list[object]) -> None:
    first, second = (int(one) for one in session.ids[:2])
    session.set_status(Status.REVIEWED, on=True)
    assert session.current_id == second
    assert heard[-1][0] == "undo"  # type: ignore[index]
    session.undo()
    assert session.current_id == first
    assert session.current is not None
    assert session.current.status is Status.UNREVIEWED
    assert heard[-1][0] == "redo"  # type: ignore[index]


def test_a_ticket_that_leaves_the_filter_is_followed_by_its_neighbour(session: Session) -> None:
    session.find("is:unreviewed")
    first, second, third = (int(one) for one in session.ids[:3])
    session.go(second)
    session.set_status(Status.REVIEWED, on=True)
    assert second not in session.ids
    assert session.current_id == third
    session.previous()
    assert session.current_id == first


def test_a_category_set_without_moving_on_leaves_the_ticket_shown(session: Session) -> None:
    session.find("cat:CDN")
    here, after = session.current_id, int(session.ids[1])
    session.set_category(("对象存储", "上传下载"))
    assert session.current_id == here
    assert session.row_of(here) < 0
    session.next()
    assert session.current_id == after


def test_the_selection_is_what_verbs_are_for(session: Session) -> None:
    session.toggle_selected()
    session.extend(1)
    assert len(session.selection) == 2
    changes = session.set_status(Status.FLAGGED, on=True)
    assert changes is not None
    assert len(changes.ticket_ids) == 2
    assert len(session.selection) == 2, "it stays, for the next verb"


def test_many_tickets_are_confirmed_with_their_number(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    session.confirm = lambda n: bool(asked.append(n))
    session.select_all()
    assert session.set_status(Status.REVIEWED) is None
    assert asked == [len(session.ids)]
    assert session.counts()[1] == 0
    session.confirm = lambda n: True
    assert session.set_status(Status.REVIEWED) is not None
    assert session.counts()[1] == len(session.ids)


def test_a_verb_that_cannot_be_done_is_a_sentence(session: Session, heard: list[object]) -> None:
    assert session.undo() is None
    assert heard == [("failed", "There is nothing to undo.")]


def test_what_others_write_is_taken_in(session: Session, review_file: Path, qtbot: QtBot) -> None:
    first = session.current_id
    with Review.open(review_file, reviewer="wang") as other:
        edits.set_category(other, [first], ("CDN", "新的"))
    with qtbot.waitSignal(session.changed, timeout=5000) as changed:
        pass
    changes: Changes = changed.args[0]
    assert changes.ticket_ids == (first,)
    assert session.current is not None
    assert session.current.category == ("CDN", "新的")


def test_what_others_wrote_before_an_action_of_ours_is_taken_in(
    session: Session, review_file: Path, qtbot: QtBot
) -> None:
    first, second, *_ = [int(one) for one in session.ids]
    with Review.open(review_file, reviewer="wang") as other:
        theirs = edits.set_note(other, [second], "他的")
    taken: list[int] = []
    session.changed.connect(lambda changes: taken.append(changes.entry))
    ours = session.set_note("我的", [first])
    session.look_around()
    assert ours is not None
    assert taken == [theirs.entry, ours.entry]


def test_undo_is_refused_where_another_has_changed_the_field_since(
    session: Session, review_file: Path, heard: list[object]
) -> None:
    first = session.current_id
    session.set_category(("CDN", "甲"))
    with Review.open(review_file, reviewer="wang") as other:
        edits.set_category(other, [first], ("CDN", "乙"))
    session.look_around()
    assert session.undo() is None
    assert "wang" in heard[-1][1]  # type: ignore[index]


def test_a_paused_session_does_not_look(session: Session, review_file: Path, qtbot: QtBot) -> None:
    session.paused = True
    with Review.open(review_file) as other:
        edits.set_status(other, [session.current_id], Status.FLAGGED)
    with qtbot.assertNotEmitted(session.changed):
        session.look_around()
    with qtbot.waitSignal(session.changed, timeout=1000):
        session.resume()


def test_next_unreviewed_goes_round_and_says_when_there_is_none(session: Session, heard: list[object]) -> None:
    ids = [int(one) for one in session.ids]
    session.set_status(Status.REVIEWED, ids[1:])
    session.go(ids[3])
    session.next_unreviewed()
    assert session.current_id == ids[0]
    session.next_unreviewed()
    assert heard[-1] == ("not done", "Nothing unreviewed in this list.")


def test_views_are_kept_in_the_review(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.views_changed, timeout=1000):
        session.save_view("证书专项", "cat:CDN 证书")
    assert session.review.saved_views() == [("证书专项", "cat:CDN 证书")]
    session.delete_view("证书专项")
    assert session.review.saved_views() == []


def test_the_likeliest_categories_are_nine_and_shares_go_down(session: Session) -> None:
    assert session.current is not None
    likely = session.likely_categories(session.current)
    shares = [share for _, share in likely]
    assert 1 < len(likely) <= 9
    assert shares == sorted(shares, reverse=True)
    assert len({path for path, _ in likely}) == len(likely)


def test_likely_root_causes_are_those_of_tickets_like_it(session: Session) -> None:
    ticket = session.current
    assert ticket is not None
    like = next(one for one, _ in session.similar(ticket.id, 1))
    session.set_causes(["只有近邻才有"], [like])
    likely = session.likely_causes(ticket, 8)
    assert likely[0] == ("只有近邻才有", 1)
    assert not {name for name, _ in likely} & set(ticket.causes)
    assert len({name for name, _ in likely}) == len(likely) == 8
    session.add_cause("只有近邻才有", [ticket.id])
    assert "只有近邻才有" not in dict(session.likely_causes(session.review.ticket(ticket.id), 8))


def test_the_ticket_that_follows_is_known_before_it_is_current(session: Session) -> None:
    second = int(session.ids[1])
    ready = session.ahead()
    assert ready is not None
    assert ready.id == second
    session.set_note("一", [second])
    session.next()
    assert session.current is not None
    assert session.current.note == "一"
    session.go(int(session.ids[-1]))
    assert session.ahead() is None
