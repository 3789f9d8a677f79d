"""A taxonomy as a file: what is written is read as the same, and what is none gets a sentence."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import edits, sentences
from db.errors import ExportError, UserError
from db.labels import (
    admitting,
    decide,
    describing,
    holding,
    read_taxonomy,
    retiring,
    taking_in,
    taxonomy,
    taxonomy_object,
    write_taxonomy,
)
from db.review import Review
from tests.db.edits.snapshot import snapshot
from tests.db.labels.conftest import Make

HEAD = {"format": "winnow-taxonomy", "version": 1}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAME = TEXT.filter(lambda name: name.strip() and "｜" not in name).map(str.strip)
SAID = {"definition": TEXT, "example": TEXT, "retired": st.booleans()}
FILES = st.fixed_dictionaries(
    {
        "categories": st.lists(
            st.fixed_dictionaries({"names": st.lists(NAME, min_size=1, max_size=3)}, optional=SAID),
            max_size=6,
            unique_by=lambda one: tuple(one["names"]),
        ),
        "root_causes": st.lists(
            st.fixed_dictionaries({"name": NAME | st.just("甲｜乙")}, optional=SAID),
            max_size=6,
            unique_by=lambda one: one["name"],
        ),
    }
)


def written(path: Path, said: object) -> Path:
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def test_there_and_back(make: Make, tmp_path: Path) -> None:
    review = make([("网盘｜挂载", ["磁盘写满"], ""), ("队列", ["两行\n的原因"], "")])
    decide(review, describing(review, "category", "网盘｜挂载", "挂不上", ticket=1))
    decide(review, retiring(review, "category", ["队列"]))
    assert write_taxonomy(review, tmp_path / "t.json") == 4
    said = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    assert said == HEAD | {
        "categories": [
            {"names": ["网盘", "挂载"], "definition": "挂不上", "example": "第 1 件事"},
            {"names": ["队列"], "retired": True},
        ],
        "root_causes": [{"name": "两行\n的原因"}, {"name": "磁盘写满"}],
    }
    plan = taking_in(review, read_taxonomy(tmp_path / "t.json"))
    assert (plan.changed, plan.same, plan.left) == ((), 2, 0)
    assert plan.added == (("root_cause", "两行\n的原因"), ("root_cause", "磁盘写满"))
    decide(review, admitting(review, "root_cause", ["磁盘写满"]))
    decide(review, holding(review, "root_cause"))
    assert [one["name"] for one in taxonomy_object(review)["root_causes"]] == ["磁盘写满"]  # type: ignore[attr-defined]


def test_taking_one_in_changes_no_ticket_and_is_one_step(make: Make, tmp_path: Path) -> None:
    review = make([("网盘", ["磁盘写满"], "")])
    decide(review, describing(review, "category", "旧的", "一"))
    start = snapshot(review)
    entries = [{"names": ["旧的"], "definition": "二"}, {"names": ["网盘", "新"], "tickets": 3}]
    file = read_taxonomy(written(tmp_path / "t.json", HEAD | {"categories": entries}))
    plan = taking_in(review, file)
    assert (plan.added, plan.changed, plan.same) == ((("category", "网盘｜新"),), (("category", "旧的"),), 0)
    changes = decide(review, plan)
    assert sentences.summary(changes.summary) == "Took in labels of a taxonomy: 1 added, 1 changed"
    assert snapshot(review) == start
    assert taking_in(review, file).values == {}
    assert decide(review, taking_in(review, file)).entry == 0
    edits.undo(review)
    assert [node.label for node in taxonomy(review, "category").nodes if node.term] == ["旧的"]
    assert review.check() == []


@settings(max_examples=40, deadline=None)
@given(FILES)
def test_what_is_taken_in_is_written_the_same(said: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder, Review.create(Path(folder) / "r.winnow", "lin") as review:
        file = read_taxonomy(written(Path(folder) / "one.json", HEAD | said))
        decide(review, taking_in(review, file))
        write_taxonomy(review, Path(folder) / "other.json")
        assert read_taxonomy(Path(folder) / "other.json") == file
        assert taking_in(review, file).values == {}
        assert review.check() == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "taxonomy.not_one"),
        (b"\xff\xfe\x00", "taxonomy.not_one"),
        ("## 第一件事\n".encode(), "taxonomy.not_one"),
        (b"[" * 100_000, "taxonomy.not_one"),
        (b"[]", "taxonomy.not_one"),
        (b"{}", "taxonomy.not_one"),
        (b'{"format": "winnow-taxonomy", "version": "1"}', "taxonomy.not_one"),
        (b'{"format": "winnow-taxonomy", "version": true}', "taxonomy.not_one"),
        (b'{"format": "winnow-taxonomy", "version": 1, "categories": {}}', "taxonomy.not_one"),
        (b'{"format": "winnow-taxonomy", "version": 2, "labels": []}', "taxonomy.newer"),
    ],
)
def test_what_is_no_taxonomy_gets_a_sentence(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "t.json").write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_taxonomy(tmp_path / "t.json")
    assert caught.value.code == code
    assert "t.json" in sentences.error(caught.value)


@pytest.mark.parametrize(
    "entry",
    [
        "网盘",
        {},
        {"names": []},
        {"names": "网盘"},
        {"names": ["网盘", " "]},
        {"names": ["网盘｜挂载"]},
        {"names": ["网盘", 3]},
        {"names": ["网盘"], "retired": "no"},
        {"names": ["网盘"], "definition": None},
    ],
)
def test_an_entry_that_is_no_label_is_named(tmp_path: Path, entry: object) -> None:
    said = HEAD | {"categories": [{"names": ["好的"]}, entry]}
    with pytest.raises(UserError) as caught:
        read_taxonomy(written(tmp_path / "t.json", said))
    assert caught.value.code == "taxonomy.bad_entry"
    assert "entry 2 of “categories”" in sentences.error(caught.value)


def test_the_same_label_twice_no_file_and_a_folder(tmp_path: Path) -> None:
    said = HEAD | {"root_causes": [{"name": "甲"}, {"name": "甲"}]}
    codes = []
    for path in (written(tmp_path / "t.json", said), tmp_path / "none.json", tmp_path):
        with pytest.raises(UserError) as caught:
            read_taxonomy(path)
        codes.append(caught.value.code)
        assert sentences.error(caught.value)
    assert codes == ["taxonomy.doubled", "taxonomy.missing", "taxonomy.io"]


def test_odd_names_of_a_source(make: Make, tmp_path: Path) -> None:
    review = make([(" 甲 ", [" 子"], ""), ("网盘｜｜深", [""], "")])
    assert write_taxonomy(review, tmp_path / "t.json") == 2
    plan = taking_in(review, read_taxonomy(tmp_path / "t.json"))
    assert plan.added == (("category", " 甲 "), ("root_cause", " 子"))
    entries = [{"names": [" 甲", "乙 "]}, {"names": [" 甲 "]}]
    plan = taking_in(review, read_taxonomy(written(tmp_path / "t.json", HEAD | {"categories": entries})))
    assert plan.added == (("category", "甲｜乙"), ("category", " 甲 "))


def test_a_bom_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text(json.dumps(HEAD), encoding="utf-8-sig")
    assert read_taxonomy(tmp_path / "t.json") == {}


def test_never_over_a_source_or_the_review(make: Make, tmp_path: Path) -> None:
    review = make([("网盘", [], "")])
    source = tmp_path / "labels.jsonl"
    before = source.read_bytes()
    for path in (source, review.path):
        with pytest.raises(ExportError):
            write_taxonomy(review, path)
    assert source.read_bytes() == before
    assert review.check() == []
