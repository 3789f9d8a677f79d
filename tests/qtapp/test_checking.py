"""The check of labels asked for in the window: what it finds stands beside each ticket by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from db import labels
from db.edits import typed_path
from db.importing import import_paths
from db.review import Review
from qtapp.dialogs.palette import Palette
from tests.db.labels.learnt import spoilt, told, written
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk


@pytest.fixture(scope="session")
def wrongly_labelled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A review of 200 tickets, and by problem the right category of those ten that have a wrong one; read only."""
    folder = tmp_path_factory.mktemp("wrong")
    tickets, right = spoilt(told(200), 10)
    with Review.create(folder / "wrong.winnow", "lin") as review:
        import_paths(review, [written(folder / "tickets.jsonl", tickets)])
    return folder / "wrong.winnow", right


@pytest.fixture
def labels_desk(
    open_desk: OpenDesk, wrongly_labelled: tuple[Path, dict[str, str]], tmp_path: Path
) -> tuple[Desk, dict[str, str]]:
    """The program on a review that may be written to, and the right categories."""
    path, right = wrongly_labelled
    own = tmp_path / "own.winnow"
    own.write_bytes(path.read_bytes())
    return open_desk([own]), right


def ask_for_the_check(desk: Desk) -> None:
    desk.press("Ctrl+K")
    desk.sheet(Palette)
    desk.write("check the labels")
    desk.press("Enter")
    desk.app.processEvents()
    desk.until(lambda: not desk.window.check.works)


def test_the_numbers_beside_a_ticket_are_the_offers_of_the_check(labels_desk: tuple[Desk, dict[str, str]]) -> None:
    desk, right = labels_desk
    review = desk.session.review
    wrong = next(ticket for ticket in review.tickets() if ticket.problem in right)
    before = {ticket.id: ticket.category for ticket in review.tickets()}
    ask_for_the_check(desk)
    assert desk.toast.startswith("The labels of 200 tickets are checked")
    assert {ticket.id: ticket.category for ticket in review.tickets()} == before
    desk.session.go(wrong.id)
    offered = labels.offered(review, "category", wrong.id)
    assert offered is not None
    likely = desk.session.likely_categories(desk.ticket)
    assert [path for path, _ in likely[: len(offered.labels)]] == [typed_path(label) for label, _ in offered.labels][:9]
    desk.press("1")
    assert desk.ticket.category == typed_path(right[wrong.problem])
    desk.press("Z")
    assert desk.ticket.category == wrong.category


def test_a_dataset_too_small_to_learn_from_says_what_it_needs(desk: Desk) -> None:
    ask_for_the_check(desk)
    assert "too few to learn from" in desk.toast
    assert not desk.window.check.works
    assert len(desk.session.likely_categories(desk.ticket)) == 9
