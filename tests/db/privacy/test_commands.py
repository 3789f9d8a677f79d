"""`winnow privacy` and `winnow mask`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from db.cli import main
from db.importing import import_paths
from db.review import Review
from qtapp.__main__ import main as program
from tests.db.files import ticket, write

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review of two tickets with personal data, and one without."""
    source = write(
        tmp_path / "part.md",
        [
            ticket("一", "手机 138-0000-1111，源站 47.98.3.4 和 10.0.0.7"),
            ticket("二", "手机 13800001111，见 https://a.mingtai.com/x 和 cdn.ourvendor.com"),
            ticket("三"),
        ],
    )
    with Review.create(tmp_path / "r.winnow", "lin") as review:
        import_paths(review, [source])
    return tmp_path / "r.winnow"


def run(capsys: Capture, *call: str | Path) -> tuple[int, list[dict[str, Any]], str]:
    """Exit code, the objects that were printed, and the notes."""
    code = main([str(one) for one in call])
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines() if line.startswith("{")], err


def test_kinds_values_tickets_and_places(path: Path, capsys: Capture) -> None:
    code, kinds, _ = run(capsys, "privacy", path, "--json")
    assert code == 0
    assert kinds == [
        {"kind": "mobile", "places": 2, "values": 1, "tickets": 2},
        {"kind": "ipv4", "places": 2, "values": 2, "tickets": 1},
        {"kind": "domain", "places": 1, "values": 1, "tickets": 1},
        {"kind": "link", "places": 1, "values": 1, "tickets": 1},
    ]
    _, values, _ = run(capsys, "privacy", path, "--values", "--kind", "mobile", "--kind", "ipv4", "--json")
    assert [(one["normal"], one["sort"], one["tickets"]) for one in values] == [
        ("13800001111", None, [1, 2]),
        ("10.0.0.7", "private", [1]),
        ("47.98.3.4", None, [1]),
    ]
    _, tickets, _ = run(capsys, "privacy", path, "--tickets", "--json")
    assert [(one["id"], one["kinds"]) for one in tickets] == [
        (1, {"mobile": 1, "ipv4": 2}),
        (2, {"mobile": 1, "link": 1, "domain": 1}),
    ]
    _, places, _ = run(capsys, "privacy", path, "--places", "--query", "id:2", "--json")
    assert [(one["kind"], one["field"], one["start"], one["host"]) for one in places] == [
        ("mobile", "problem", 3, None),
        ("link", "problem", 17, "a.mingtai.com"),
        ("domain", "problem", 43, None),
    ]


def test_words_for_people(path: Path, capsys: Capture) -> None:
    for option, said in (("--values", "138-0000-1111"), ("--tickets", "mobile 1, ipv4 2"), ("--places", "problem:1")):
        assert main(["privacy", str(path), option]) == 0
        out, err = capsys.readouterr()
        assert said in out
        assert "2 of 3 tickets have personal data, 6 places" in err


def test_the_vendors_domains_are_added_and_values_excepted(path: Path, capsys: Capture) -> None:
    _, kinds, err = run(capsys, "privacy", path, "--vendor", "OurVendor.com", "--json")
    assert "domain" not in {one["kind"] for one in kinds}
    code, (done,), _ = run(capsys, "privacy", path, "--not", "+86 138 0000 1111", "--json")
    assert (code, done["action"], done["values"]) == (0, "privacy.not", ["13800001111"])
    assert main(["privacy", str(path), "--not", "a.mingtai.com"]) == 0
    _, kinds, _ = run(capsys, "privacy", path, "--json")
    assert [one["kind"] for one in kinds] == ["ipv4"]
    _, exceptions, _ = run(capsys, "privacy", path, "--exceptions", "--json")
    assert exceptions == [{"kind": None, "value": "13800001111"}, {"kind": None, "value": "a.mingtai.com"}]
    assert main(["privacy", str(path), "--after-all", "138 0000 1111"]) == 0
    assert run(capsys, "privacy", path, "--after-all", "138 0000 1111")[0] == 2
    assert [one["kind"] for one in run(capsys, "privacy", path, "--json")[1]] == ["mobile", "ipv4"]
    assert main(["undo", str(path)]) == 0
    code, _, err = run(capsys, "privacy", path, "--not", "13900002222")
    assert code == 2
    assert "“13900002222” was not found" in err


def test_masking_says_its_numbers_first(path: Path, capsys: Capture) -> None:
    code, (plan,), _ = run(capsys, "mask", path, "--kind", "ipv4", "--spare", "private", "--dry-run", "--json")
    assert code == 0
    assert plan == {
        "places": 1,
        "values": 1,
        "tickets": 1,
        "ids": [1],
        "files": [{"source_file": "part.md", "tickets": 1}],
        "masks": {"[IP]": 1},
        "refused": [],
        "dry_run": True,
        "entry": None,
    }
    code, (plan,), _ = run(capsys, "mask", path, "--value", "13800001111", "--pseudonyms", "--json")
    assert (plan["places"], plan["masks"], plan["dry_run"]) == (2, {"[手机号-1]": 2}, False)
    assert main(["mask", str(path), "--kind", "link", "--kind", "domain"]) == 0
    _, err = capsys.readouterr()
    assert "2 places of 2 values in 1 ticket\n" in err
    with Review.open(path) as review:
        assert review.ticket(1).problem == "手机 [手机号-1]，源站 47.98.3.4 和 10.0.0.7"
        assert review.ticket(2).problem == "手机 [手机号-1]，见 [链接] 和 [域名]"
    assert main(["undo", str(path)]) == 0
    assert main(["undo", str(path)]) == 0
    capsys.readouterr()
    assert run(capsys, "privacy", path, "--json")[1][0]["kind"] == "mobile"


def test_a_host_masks_the_links_to_it(path: Path, capsys: Capture) -> None:
    _, (plan,), _ = run(capsys, "mask", path, "--value", "a.mingtai.com", "--json")
    assert (plan["places"], plan["masks"]) == (1, {"[链接]": 1})


def test_calls_that_mask_nothing(path: Path, capsys: Capture) -> None:
    assert main(["mask", str(path)]) == 2
    assert "--kind, --value or --at" in capsys.readouterr().err
    assert main(["mask", str(path), "--value", "13900002222"]) == 2
    assert "was not found" in capsys.readouterr().err
    assert main(["mask", str(path), "--kind", "mail"]) == 0
    assert "Nothing needed doing" in capsys.readouterr().err


def test_the_program_knows_the_commands(path: Path, capsys: Capture) -> None:
    assert program(["privacy", str(path), "--json"]) == 0
    assert program(["mask", str(path), "--kind", "mobile", "--dry-run"]) == 0
    assert "2 places of 1 value in 2 tickets" in capsys.readouterr().err
