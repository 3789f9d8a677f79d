"""All sources as one Markdown dialect: read back by the reader, field by field, whatever dialect they are of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.cli import main
from db.errors import ExportError
from db.exporting import Splits, export, read_shares
from db.formats import uniform
from db.formats.rethreading import cleaned
from db.importing import import_paths
from db.review import Review
from db.values import Speaker, Status, Ticket, Turn
from tests.db.files import jsonl, ticket, write
from tests.db.formats import dialects, invented
from tests.db.formats.every_shape import SHAPES
from tests.db.formats.shapes import render


def made(number: int = 1, **more: object) -> Ticket:
    values: dict[str, object] = {
        "id": number,
        "source_id": 1,
        "source_name": "a.md",
        "line": 1,
        "number": None,
        "title": f"第{number}个：打不开",
        "category": ("CDN", "证书问题"),
        "category_raw": "CDN｜证书问题",
        "problem": "打不开了",
        "replies": (Turn(None, "请稍等"), Turn(None, "好了，您再看下")),
        "conversation": None,
        "root_cause": "证书过期",
        "causes": ("证书过期",),
        "fields": (),
        "status": Status.UNREVIEWED,
        "note": "",
    }
    return Ticket(**{**values, **more})  # type: ignore[arg-type]


def said(one: Ticket) -> tuple[object, ...]:
    """All that a source says of a ticket."""
    threads = [None if turns is None else cleaned(turns) for turns in (one.replies, one.conversation)]
    return one.title, one.category, one.problem.strip(), one.causes, *threads, one.fields


def again(tmp_path: Path, folder: Path) -> list[Ticket]:
    with Review.create(tmp_path / "again.winnow") as review:
        import_paths(review, sorted(folder.rglob("*.md")))
        return list(review.tickets())


def compared(tmp_path: Path, name: str, text: str) -> None:
    """A source, exported in the one dialect, is read as the tickets that it had; nothing but its dialect changes."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [tmp_path / name])
        done = export(review, tmp_path / "out", "one-dialect")
        before = list(review.tickets())
    assert [file.name for file in done.files] == [f"{Path(name).stem}.md"]
    assert list(map(said, again(tmp_path, tmp_path / "out"))) == list(map(said, before))
    lines = done.files[0].read_text("utf-8").splitlines()
    assert sum(line.startswith("**分类**：") for line in lines) == len(before)


@pytest.mark.parametrize("shape", dialects.SHAPES, ids=lambda shape: shape.name)
def test_sources_of_each_dialect(shape: dialects.Shape, tmp_path: Path) -> None:
    compared(tmp_path, "a.md", shape.text)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_sources_of_each_shape(shape: object, tmp_path: Path) -> None:
    compared(tmp_path, "a.md", render(shape, invented.tickets(30)))  # type: ignore[arg-type]


def test_texts_that_look_like_structure(tmp_path: Path) -> None:
    shape = next(one for one in SHAPES if one.conversation)
    compared(tmp_path, "a.md", render(shape, invented.with_texts(invented.tickets(48), invented.NASTY)))


def test_it_is_the_style_that_was_asked_for() -> None:
    data, problem = uniform([made(1), made(2, replies=(), problem="", root_cause="", causes=())], "Part 47")
    assert problem is None
    assert data.decode() == (
        "# 客服工单数据集 - Part 47\n\n本文件包含 2 个客服工单。\n\n---\n\n"
        "## 第1个：打不开\n\n**分类**：CDN｜证书问题\n\n### 问题描述\n\n打不开了\n\n"
        "### 客服解答\n\n请稍等\n\n好了，您再看下\n\n### 根本原因分析\n\n证书过期\n\n---\n\n"
        "## 第2个：打不开\n\n**分类**：CDN｜证书问题\n\n### 问题描述\n\n### 客服解答\n\n### 根本原因分析\n\n---\n\n"
    )


@pytest.mark.parametrize(
    ("text", "tags", "written"),
    [
        ("- 甲\n- 乙", ("甲", "乙"), "甲；乙"),
        ("1. 甲\n2. 乙", ("甲", "乙"), "甲；乙"),
        ("账户问题、网络问题", ("账户问题", "网络问题"), "账户问题；网络问题"),
        ("**问题类型**: 甲\n**解决状态**: ✓ 已解决", ("甲",), "**问题类型**: 甲\n**解决状态**: ✓ 已解决"),
        ("证书过期。\n请续期。", ("证书过期。\n请续期。",), "证书过期。\n请续期。"),
        ("别的", ("甲", "乙"), "甲；乙"),
    ],
)
def test_root_causes_are_written_alike_and_lose_nothing(text: str, tags: tuple[str, ...], written: str) -> None:
    data, problem = uniform([made(root_cause=text, causes=tags)], "a")
    assert problem is None
    assert f"### 根本原因分析\n\n{written}\n\n---" in data.decode()


@pytest.mark.parametrize(
    "replies",
    [
        (Turn(None, "一\n\n二"), Turn(None, "三")),
        (Turn(None, "1. 先这样\n2. 再那样"), Turn(None, "好的")),
        (Turn("customer", "在吗"), Turn("staff", "在的\n\n请说"), Turn("customer", "算了")),
        (Turn(None, "处理完毕"),),
        (Turn(None, "---"), Turn(None, "- 一\n- 二")),
    ],
)
def test_replies_that_paragraphs_cannot_hold(replies: Sequence[Turn]) -> None:
    _, problem = uniform([made(1, replies=replies[:1]), made(2, replies=tuple(replies))], "a")
    assert problem is None


def test_fields_of_other_names_stay(tmp_path: Path) -> None:
    fields = (("编号", "12"), ("渠道", "网页"), ("解决方案", "续期\n\n再部署"), ("适用场景", "证书"))
    _, problem = uniform([made(fields=fields), made(2)], "a")
    assert problem is None


BLANKS = ["\t", "\n", "\r\n", " ", "\x85", "\u2028", "\u3000"]


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
def test_blanks_around_texts_are_all_that_is_not_kept(blank: str) -> None:
    around = f"{blank}图片{blank}打不开{blank}"
    within = around.strip().replace("\r\n", "\n")
    one_line = f"{blank}图片{blank}"
    one = made(
        title=one_line,
        category=(one_line, "证书"),
        problem=around,
        replies=(Turn(None, around), Turn(None, "好了")),
        conversation=(Turn("customer", around), Turn("staff", "好了")),
        root_cause=around,
        causes=(around, blank),
        fields=(("渠道", around), (one_line, "是")),
    )
    data, problem = uniform([one, made(2, problem=blank)], "a")
    assert problem is None
    found = dialects.read(data)[1]
    assert [turn.text for turn in (*found[0].replies, *(found[0].conversation or ()))] == [within, "好了"] * 2
    assert (found[0].title, found[0].category, found[0].problem) == ("图片", ("图片", "证书"), within)
    assert (found[0].root_cause, found[0].causes) == (within, (within,))
    assert found[0].fields == (("渠道", within), ("图片", "是"))
    assert found[1].problem == ""


def test_what_cannot_be_held_is_refused_by_its_ticket(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in jsonl(tmp_path / "a.jsonl", 3).read_text("utf-8").splitlines()]
    lines[1]["problem"] = "好\n\n---\n\n## 别的题目\n\n**分类**：CDN\n\n### 问题描述\n\n又一个"
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [tmp_path / "a.jsonl"])
        with pytest.raises(ExportError) as caught:
            export(review, tmp_path / "out", "one-dialect")
        assert caught.value.code == "export.not_one_dialect"
        assert caught.value.data["ticket"] == 2
        assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


def test_sources_of_one_name_and_splits(tmp_path: Path) -> None:
    write(tmp_path / "a.md", [ticket(f"甲{n}") for n in range(6)])
    jsonl(tmp_path / "a.jsonl", 6)
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [tmp_path / "a.md", tmp_path / "a.jsonl"])
        done = export(review, tmp_path / "out", "one-dialect")
        assert {file.name for file in done.files} == {"a.md", "a.jsonl.md"}
        assert len(again(tmp_path, tmp_path / "out")) == 12
        splits = Splits(read_shares("train=0.5,test=0.5"), seed=1)
        done = export(review, tmp_path / "parted", "one-dialect", splits=splits)
        assert {file.parent.name for file in done.files} == {"train", "test"}
        assert len(list((tmp_path / "parted").rglob("*.md"))) == len(done.files)


def test_the_command_has_a_word_for_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "a.md", [ticket("甲"), ticket("乙")])
    review = str(tmp_path / "r.winnow")
    assert main(["import", review, str(tmp_path / "a.md")]) == 0
    assert main(["export", review, str(tmp_path / "out"), "--format", "markdown", "--one-dialect"]) == 0
    assert "**分类**：CDN｜证书问题" in (tmp_path / "out" / "a.md").read_text("utf-8")
    assert main(["export", review, str(tmp_path / "o.csv"), "--format", "csv", "--one-dialect"]) == 2
    assert "dialect" in capsys.readouterr().err


def test_all_real_parts_field_by_field(shared: Path, tmp_path: Path) -> None:
    with Review.create(tmp_path / "r.winnow") as review:
        import_paths(review, [shared / "datasets" / "parts", shared / "datasets" / "part-47-excerpt.md"])
        export(review, tmp_path / "out", "one-dialect")
        before = {source.name: [] for source in review.sources()}
        for one in review.tickets():
            before[one.source_name].append(said(one))
    now: dict[str, list[tuple[object, ...]]] = {name: [] for name in before}
    for one in again(tmp_path, tmp_path / "out"):
        now[one.source_name].append(said(one))
    assert now == before


TEXTS = st.text(st.sampled_from("好1.- \n#*：客服、|；"), max_size=12).map(str.strip)
SPEAKERS = st.sampled_from(["customer", "staff", None])


@given(st.lists(st.tuples(TEXTS, st.lists(st.tuples(SPEAKERS, TEXTS), max_size=3)), min_size=1, max_size=3))
def test_what_is_written_is_read_back_or_refused(drawn: list[tuple[str, list[tuple[Speaker, str]]]]) -> None:
    tickets = [
        made(number, problem=problem, replies=tuple(Turn(who, text) for who, text in turns))
        for number, (problem, turns) in enumerate(drawn, 1)
    ]
    data, problem = uniform(tickets, "a")
    found = dialects.read(data)[1] if problem is None else []
    threads = [(one.problem, one.replies) for one in found]
    wanted = [(one.problem, cleaned(one.replies)) for one in tickets]
    assert problem is not None or threads == wanted
    assert problem is None or 0 <= problem.place < len(tickets)
