"""A recipe as a file: refused where it is none, of another version or damaged, with the place; and the two commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from db import sentences
from db.cli import main
from db.errors import UserError
from db.recipes import read_recipe
from tests.db.recipes.invented import NEW, sources, written

Capture = pytest.CaptureFixture[str]
DIGEST = "0123456789abcdef"


@pytest.fixture
def recipe(tmp_path: Path, capsys: Capture) -> Path:
    """A recipe with a step of each kind, as the command writes it."""
    review = str(tmp_path / "r.winnow")
    for call in (
        ["import", review, *map(str, sources(tmp_path / "data"))],
        ["relabel", review, "--field", "category", "--from", "CDN｜SSL证书", "--to", "CDN｜证书问题"],
        ["mask", review, "--kind", "mail", "--pseudonyms"],
        ["edit", review, "5", "--category", "财务｜退款", "--status", "reviewed"],
        ["edit", review, "5", "--note", "问过了"],
        ["taxonomy", review, "--describe", "短信｜签名", "--field", "category", "--definition", "签名与模板"],
    ):
        assert main(call) == 0
    capsys.readouterr()
    assert main(["recipe", review, "--out", str(tmp_path / "r.json"), "--format", "csv", "--no-holding"]) == 0
    said = capsys.readouterr().out
    assert "2 steps, 1 decisions on single tickets" in said
    assert "edits of one ticket" in said
    assert "note 1" in said
    return tmp_path / "r.json"


def refused(path: Path, said: object) -> UserError:
    path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_recipe(path)
    assert caught.value.data["file"] == str(path)
    assert sentences.error(caught.value)
    return caught.value


def test_other_versions_are_refused(recipe: Path) -> None:
    said = json.loads(recipe.read_text("utf-8"))
    for version in (0, 2, "1", None):
        assert refused(recipe, said | {"version": version}).code == "recipe.version"
    assert "version 2" in sentences.error(refused(recipe, said | {"version": 2}))


@pytest.mark.parametrize("said", ["", "[]", "3", '{"format": "winnow-taxonomy", "version": 1}', "[" * 100_000])
def test_what_is_no_recipe(said: str, tmp_path: Path) -> None:
    assert refused(tmp_path / "x.json", said).code in ("recipe.not_one", "recipe.broken")


def test_what_breaks_off_says_where(recipe: Path) -> None:
    text = recipe.read_text("utf-8")
    error = refused(recipe, text[: len(text) // 2])
    assert error.code == "recipe.broken"
    assert int(str(error.data["line"])) > 1


def test_what_cannot_be_read(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.json", "recipe.missing"), (tmp_path, "recipe.io")):
        with pytest.raises(UserError) as caught:
            read_recipe(path)
        assert caught.value.code == code
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError):
        read_recipe(tmp_path / "b.json")


def paths_of(value: Any, at: str = "") -> list[tuple[str, Any]]:
    """The place of every value of a recipe that decides something."""
    if isinstance(value, dict):
        return [one for name, inner in value.items() for one in paths_of(inner, f"{at}.{name}" if at else name)]
    if isinstance(value, list) and value:
        return [one for place, inner in enumerate(value) for one in paths_of(inner, f"{at}[{place}]")]
    return [(at, value)]


def changed(said: Any, place: str, new: object) -> Any:
    """The same with another value at a place."""
    copy = json.loads(json.dumps(said))
    *way, last = place.replace("[", ".[").split(".")
    inner = copy
    for step in way:
        inner = inner[int(step[1:-1])] if step.startswith("[") else inner[step]
    inner[int(last[1:-1]) if last.startswith("[") else last] = new
    return copy


def test_every_value_of_a_wrong_type_is_refused_by_its_place(recipe: Path) -> None:
    said = json.loads(recipe.read_text("utf-8"))
    free = ("format", "version", "made.", "export.splits", "export.report", "export.at_most")
    places = [place for place, _ in paths_of(said) if not place.startswith(free)]
    assert len(places) > 30
    for place in places:
        error = refused(recipe, changed(said, place, {"?": 0.5}))
        assert error.code == "recipe.bad", place
        assert str(error.data["place"]).startswith(place), place


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("name", "../elsewhere"),
        ("name", "a/b"),
        ("steps[0].do", "delete"),
        ("steps[0].field", "title"),
        ("steps[0].from", ""),
        ("tickets[0].source", 2),
        ("tickets[0].source", -1),
        ("tickets[0].status", "gone"),
        ("tickets[0].ticket", "no digits"),
        ("export.format", "pdf"),
        ("export.report", "de"),
        ("export.splits", {"shares": {"a": "b"}, "by": "tickets", "seed": 0}),
        ("salt", ""),
    ],
)
def test_values_that_cannot_be(place: str, value: object, recipe: Path) -> None:
    error = refused(recipe, changed(json.loads(recipe.read_text("utf-8")), place, value))
    assert (error.code, str(error.data["place"]).split(".shares")[0]) == ("recipe.bad", place)


def test_what_is_missing_is_named(recipe: Path) -> None:
    said = json.loads(recipe.read_text("utf-8"))
    for name in set(said) - {"format", "version"}:
        error = refused(recipe, {key: value for key, value in said.items() if key != name})
        assert (error.code, error.data["place"]) == ("recipe.bad", name)


def test_apply_says_what_was_written_and_what_did_not_apply(recipe: Path, tmp_path: Path, capsys: Capture) -> None:
    part = written(tmp_path / "new" / "c.md", NEW)
    assert main(["apply", str(recipe), str(part), "--out", str(tmp_path / "out"), "--json"]) == 0
    said = capsys.readouterr()
    (result,) = map(json.loads, said.out.splitlines())
    assert [Path(one).name for one in result["files"]] == ["r.csv"]
    assert result["tickets"] == 3
    assert {one["code"] for one in result["not_applied"]} == {"recipe.no_value", "recipe.no_ticket"}
    assert main(["apply", str(recipe), str(tmp_path / "data"), "--out", str(tmp_path / "out")]) == 0
    assert "did not apply" not in capsys.readouterr().err


def test_apply_refuses_what_it_cannot_read(recipe: Path, tmp_path: Path, capsys: Capture) -> None:
    call = ["--out", str(tmp_path / "out")]
    assert main(["apply", str(recipe), str(tmp_path / "nowhere.md"), *call]) == 1
    assert "nowhere.md" in capsys.readouterr().err
    recipe.write_text("{", encoding="utf-8")
    assert main(["apply", str(recipe), str(tmp_path / "data"), *call]) == 1
    assert "line 1, column 2" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_it_is_not_written_over_a_source(tmp_path: Path, recipe: Path) -> None:
    before = (tmp_path / "data" / "a.md").read_bytes()
    assert main(["recipe", str(tmp_path / "r.winnow"), "--out", str(tmp_path / "data" / "a.md")]) == 1
    assert (tmp_path / "data" / "a.md").read_bytes() == before
