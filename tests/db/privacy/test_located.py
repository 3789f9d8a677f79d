"""Places of personal data as columns: packed and taken in page by page, brought up to date, counted; and their
commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from db import edits
from db.cli import main
from db.importing import import_paths
from db.privacy import (
    FIELD,
    LOOKS,
    READ,
    TICKET,
    VALUE,
    Finding,
    Located,
    Looks,
    except_values,
    excepted,
    packed,
    scan,
    scanning,
)
from db.review import Review
from tests.db.files import ticket, write
from tests.db.privacy.test_commands import Capture, run

TEXTS = ("手机 13800001111", "手机 138-0000-1111 和 13900002222", "没有", "a@mingtai.com 13800001111")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review of four tickets."""
    source = write(tmp_path / "part.md", [ticket(str(number), text) for number, text in enumerate(TEXTS)])
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [source])
    return tmp_path / "r.winnow"


def located(review: Review, page: int = 2) -> Located:
    """All places as a reader of the command has them."""
    found = Located()
    for findings, _ in scanning(review, page=page):
        found.take(json.loads(json.dumps(packed(findings))))
    found.settle(ranked=True)
    return found


def spelt(found: Located) -> list[tuple[str, int, str, int]]:
    return [(found.values[one.value].normal, one.ticket, one.field, one.start) for one in found.spots(found.columns)]


def whole(findings: tuple[Finding, ...]) -> list[tuple[str, int, str, int]]:
    return [(one.normal, one.ticket, one.field, one.start) for one in findings]


def test_all_places_are_there_whatever_the_pages_are(path: Path) -> None:
    with Review.open(path) as review:
        for page in (2, 3, 100):
            found = located(review, page)
            assert spelt(found) == whole(scan(review).findings)
            assert [(one.kind, one.normal) for one in found.values] == [
                ("mobile", "13800001111"),
                ("mobile", "13900002222"),
                ("mail", "a@mingtai.com"),
            ]
            assert found.counts(VALUE).tolist() == [3, 1, 1]
            assert found.counts(TICKET).tolist() == [0, 1, 2, 0, 2]
            assert READ[found.columns[0, FIELD]] == "problem"
            assert found.number_of("mail", "a@mingtai.com") == 2
            assert found.number_of("mail", "b@mingtai.com") == -1


def test_tickets_are_brought_up_to_date(path: Path) -> None:
    with Review.open(path) as review:
        found = located(review)
        edits.set_text(review, 2, "problem", "新的 13700003333")
        found.drop([2])
        found.take(packed(scan(review, [2]).findings))
        found.settle()
        assert spelt(found) == whole(scan(review).findings)
        assert found.counts(VALUE).tolist() == [2, 0, 1, 1]


def test_what_was_said_to_be_none(path: Path) -> None:
    with Review.open(path) as review:
        except_values(review, ["13800001111"], "mobile")
        found = located(review)
        assert found.excepted(excepted(review)).tolist() == [True, False, False]
        assert len(found.columns) == len(scan(review, excepted_too=True).findings) == 5
        assert len(scan(review).findings) == 2


def test_the_command_prints_them(path: Path, capsys: Capture) -> None:
    code, lines, _ = run(capsys, "privacy", path, "--packed", "--json")
    found = Located()
    for line in lines:
        found.take(line)
    assert (code, sum(line["tickets"] for line in lines), len(found.columns)) == (0, 4, 5)


def test_only_what_was_changed_since(path: Path, capsys: Capture) -> None:
    with Review.open(path) as review:
        before = edits.last_entry(review)
        edits.set_text(review, 2, "problem", "新的 13700003333")
    _, lines, _ = run(capsys, "privacy", path, "--packed", "--since", str(before), "--json")
    assert [line["tickets"] for line in lines] == [1]
    _, lines, _ = run(capsys, "privacy", path, "--packed", "--since", "0", "--json")
    assert [line["tickets"] for line in lines] == [4]


def test_one_place_is_masked(path: Path, capsys: Capture) -> None:
    code, lines, _ = run(capsys, "mask", path, "--at", "2:problem:0:3", "--json")
    assert (code, lines[0]["places"], lines[0]["ids"]) == (0, 1, [2])
    with Review.open(path) as review:
        assert review.ticket(2).problem == "手机 [手机号] 和 13900002222"
    assert main(["mask", str(path), "--at", "2:nothing:0:3"]) == 2


def test_looks_say_what_the_search_says(path: Path) -> None:
    with Review.open(path) as review:
        except_values(review, ["13900002222"])
        plain, known = scan(review), excepted(review)
        for ranked in (True, False):
            looks = Looks(located(review), known, ranked)
            assert looks.totals == {"kinds": 2, "values": 2, "tickets": 3, "none": 1}
            for look in LOOKS[:3]:
                listed = looks.listed(look, "", None).tolist()
                assert sum(len(looks.places(look, one)) for one in listed) == len(plain.findings) == 4
            kinds = [looks.of_kind(one) for one in looks.listed("kinds", "", None).tolist()]
            assert kinds == list(plain.kinds.values())
            assert looks.listed("tickets", "", None).tolist() == list(plain.by_ticket)
            assert (
                looks.listed("values", "MINGTAI", None).tolist() == looks.listed("values", "", "mail").tolist() == [2]
            )
            assert len(looks.places("none", int(looks.listed("none", "", None)[0]))) == 1
        gone = Looks(Located(), known, ranked=True)
        assert (gone.totals["none"], gone.unmet, gone.listed("kinds", "", None).tolist()) == (
            1,
            [("", "13900002222")],
            [],
        )
