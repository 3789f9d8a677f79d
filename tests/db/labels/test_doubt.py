"""Labels that are wrong come first, with what speaks for the right one; what cannot be learnt gets a sentence."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from db import cli, sentences
from db.errors import Cancelled, UserError
from db.labels import Doubt, decide, doubtful, retiring, suggestions
from db.review import Review
from db.values import Step
from tests.db.labels.conftest import Fill
from tests.db.labels.learnt import THINGS, UNTAUGHT, Stop, Told, spoilt, told


def found(review: Review, limit: int | None = None) -> list[Doubt]:
    return list(doubtful(review, "category", limit=limit).found)


def test_wrong_labels_come_first_with_the_right_one(fill: Fill) -> None:
    tickets, right = spoilt(told(200), 10)
    review = fill(tickets)
    doubts = found(review)
    problems = {ticket.id: ticket.problem for ticket in review.tickets()}
    assert len(doubts) == 200
    assert {problems[one.id] for one in doubts[:10]} == set(right)
    assert all(one.likely == right[problems[one.id]] != one.given for one in doubts[:10])
    assert all(one.given == one.likely and one.doubt < 0 for one in doubts[20:])
    assert [one.doubt for one in doubts] == sorted((one.doubt for one in doubts), reverse=True)


def test_a_finding_says_where_and_why(fill: Fill) -> None:
    tickets, _ = spoilt(told(200), 10)
    review = fill(tickets)
    first = found(review, 1)[0]
    ticket = review.ticket(first.id)
    assert (first.source_file, first.line, first.title) == ("told.jsonl", ticket.line, ticket.title)
    assert "｜".join(ticket.category) == first.given
    assert 0.5 < first.confidence <= 1
    assert first.probability < first.confidence
    near = [review.ticket(one) for one in first.neighbours]
    assert len(near) == len(set(first.neighbours)) == 3
    assert first.id not in first.neighbours
    assert {"｜".join(one.category) for one in near} == {first.likely}
    assert first.words
    assert all(word in ticket.title + ticket.problem for word in first.words)
    assert any(word in "".join(THINGS[first.likely]) for word in first.words)


def test_no_ticket_is_judged_by_a_copy_of_itself(fill: Fill) -> None:
    """Five copies with a wrong label would vouch for one another if some of them were learnt from."""
    tickets = told(150)
    copied = [
        replace(tickets[0], category="机房｜断电", reply=f"已收到{number}", causes=("供电线路老化",))
        for number in range(5)
    ]
    review = fill([*tickets[1:], *copied])
    wrong = {ticket.id for ticket in review.tickets() if ticket.problem == tickets[0].problem}
    doubts = found(review)
    assert {one.id for one in doubts[:5]} == wrong
    assert all(one.likely == tickets[0].category for one in doubts[:5])


def test_checking_changes_nothing(fill: Fill) -> None:
    review = fill(told(60))
    before = list(review.tickets())
    found(review)
    list(suggestions(review, "category"))
    assert list(review.tickets()) == before


def test_rare_labels_take_no_part(fill: Fill) -> None:
    rare = [replace(one, category="网盘｜罕见") for one in told(4, seed=8)]
    checked = doubtful(fill([*told(100), *rare]), "category")
    doubts = list(checked.found)
    assert (checked.looked_at, checked.skipped) == (100, 1)
    assert not any("网盘｜罕见" in (one.given, one.likely) for one in doubts)


def test_root_causes_that_recur(fill: Fill) -> None:
    tickets = told(150)
    tickets[0] = replace(tickets[0], causes=("通道拥堵",))  # a ticket of 网盘
    checked = list(doubtful(fill(tickets), "root_cause").found)
    assert (checked[0].given, checked[0].likely) == ("通道拥堵", "缓存没有更新")
    assert checked[0].title == tickets[0].title


def test_suggestions_for_what_nobody_sorted(fill: Fill) -> None:
    tickets = told(150)
    right = {one.problem: one.category for one in tickets[:20]}
    unsorted = [replace(one, category="未分类｜其他" if place % 2 else "") for place, one in enumerate(tickets[:20])]
    review = fill([*unsorted, *tickets[20:]])
    offered = list(suggestions(review, "category"))
    assert [one.usable for one in offered] == [False] * 20 + [True] * 130
    for one in offered:
        labels = [label for label, _ in one.labels]
        shares = [share for _, share in one.labels]
        assert "未分类｜其他" not in labels
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) == pytest.approx(1, abs=1e-4)
    first = [one.labels[0][0] == right[review.ticket(one.id).problem] for one in offered[:20]]
    assert sum(first) >= 19


def test_what_is_retired_is_neither_suggested_nor_likely(fill: Fill) -> None:
    review = fill(told(150))
    likely = {one.likely for one in doubtful(review, "category").found}
    assert {"网盘｜同步", "短信｜签名"} <= likely
    decide(review, retiring(review, "category", ["网盘"]))
    decide(review, retiring(review, "root_cause", ["通道拥堵"]))
    offered = {label for one in suggestions(review, "category") for label, _ in one.labels}
    assert offered == {"短信｜签名", "短信｜到达", "机房｜断电"}
    assert "通道拥堵" not in {label for one in suggestions(review, "root_cause") for label, _ in one.labels}
    # one that a ticket has may stay the likeliest of it; no other may become so
    assert [
        one for one in doubtful(review, "category").found if one.likely.startswith("网盘") and one.likely != one.given
    ] == []


@pytest.mark.parametrize(("tickets", "code"), UNTAUGHT)
def test_what_cannot_be_learnt_gets_a_sentence(fill: Fill, tickets: list[Told], code: str) -> None:
    review = fill(tickets)
    with pytest.raises(UserError) as caught:
        doubtful(review, "category")
    assert caught.value.code == code
    assert sentences.error(caught.value).endswith(".")
    with pytest.raises(UserError):
        suggestions(review, "category")


def test_progress_and_cancel(fill: Fill) -> None:
    review = fill(told(80))
    steps: list[Step] = []
    list(doubtful(review, "category", steps.append).found)
    assert {one.stage for one in steps} == {"labels"}
    assert [one.done for one in steps] == sorted(one.done for one in steps)
    assert steps[-1].done == steps[-1].total

    for last in (1, len(steps) // 2, len(steps) - 1):
        stop = Stop(last)
        with pytest.raises(Cancelled):
            doubtful(review, "category", stop)
        assert stop.told == last


def test_the_command(fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    tickets, _ = spoilt(told(100), 5)
    path = fill(tickets).path
    call = ["labels", str(path), "--field", "category", "--json"]
    assert cli.main([*call, "--doubtful"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 100
    wanted = ("id", "source_file", "line", "title", "field", "given", "likely", "confidence", "neighbours")
    assert list(lines[0])[:9] == list(wanted)
    assert cli.main([*call, "--doubtful", "--limit", "3"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == lines[:3]
    assert cli.main([*call, "--suggest", "--limit", "2"]) == 0
    offered = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [sorted(one["labels"][0]) for one in offered] == [["label", "probability"]] * 2


def test_the_command_says_what_is_missing(fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    path = fill([replace(one, category="网盘") for one in told(30)]).path
    assert cli.main(["labels", str(path), "--field", "category", "--doubtful"]) == 1
    assert "All tickets have one category, “网盘”" in capsys.readouterr().err
    assert cli.main(["labels", str(path), "--doubtful", "--json"]) == 0  # root causes are looked at all the same
    shown = capsys.readouterr()
    assert "All tickets have one category" in shown.err
    assert {json.loads(line)["field"] for line in shown.out.splitlines()} == {"root-cause"}
