"""What columns are is guessed from their names and from what stands in them, remembered, and corrected."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import pytest

from db.formats import Asked, Plan, load_vocabulary, read_bytes
from db.values import Turn
from tests.db.formats.tables.making import lines, read, write


def table(*rows: Sequence[str]) -> bytes:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def roles(data: bytes, name: str = "a.csv", asked: Asked | None = None) -> dict[str, str]:
    """Name of a column -> its role."""
    plan = Plan.of(read(data, name, asked)[0].dialect)
    assert plan is not None
    return {column.name: column.role for column in plan.columns}


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (
            "工单编号 主题 问题描述 问题分类 客服解答 根本原因分析 完整对话记录",
            "other title problem category replies root_cause conversation",
        ),
        ("Ticket_Title Root-Cause AGENT_RESPONSE Description Category", "title root_cause replies problem category"),
        ("标题 一级分类 三级分类 二级分类 描述", "title category category category problem"),
        ("标题 问题描述 回复1 回复2 回复3 备注", "title problem replies replies replies other"),
        ("问题 答案 标签", "problem replies category"),
        ("问题 问题描述 解答", "title problem replies"),
        ("id text label", "other problem category"),
        ("instruction input output", "problem other replies"),
        ("序号 标题 内容", "number title problem"),
    ],
)
def test_names_say_what_columns_are(names: str, wanted: str) -> None:
    row = ["1" if name == "序号" else f"这是 {name} 的内容" for name in names.split()]
    assert list(roles(table(names.split(), row, row)).values()) == wanted.split()


def test_levels_of_a_category_are_in_their_order() -> None:
    data = table(["标题", "二级分类", "一级分类"], ["甲", "预览", "网盘"])
    [one] = read(data, "a.csv")[1]
    assert one.category == ("网盘", "预览")
    new, problems = write(data, "a.csv", {0: {"category": ("云", "挂载")}})
    assert (new.decode(), problems) == ("标题,二级分类,一级分类\r\n甲,挂载,云\r\n", [])


def test_content_says_what_names_do_not() -> None:
    talk = "客户：打不开了，怎么办\n客服：您好，请稍等\n已经处理好了"
    rows = [
        [f"2024-05-{n:02}", f"图片第 {n} 次打不开，页面一直显示错误，麻烦看一下", talk, "网盘｜预览"]
        for n in range(1, 9)
    ]
    data = table(["甲", "乙", "丙", "丁"], *rows)
    assert roles(data) == {"甲": "other", "乙": "problem", "丙": "replies", "丁": "category"}
    one = read(data, "a.csv")[1][0]
    assert one.replies == (Turn("customer", "打不开了，怎么办"), Turn("staff", "您好，请稍等\n已经处理好了"))
    longer = (*one.replies, Turn("customer", "谢谢"))
    new, problems = write(data, "a.csv", {0: {"replies": longer}})
    assert problems == []
    assert read(new, "a.csv")[1][0].replies == longer
    assert new.decode() == data.decode().replace(talk, f"{talk}\n客户：谢谢", 1)


@pytest.mark.parametrize("style", ["{}：{}", "**{}**：{}", "【{}】{}"])
def test_marks_of_speakers(style: str) -> None:
    talk = "\n".join((style.format("客户", "在吗"), style.format("客服", "在")))
    data = table(["标题", "回复"], *[[f"第 {n}", talk] for n in range(5)])
    one = read(data, "a.csv")[1][0]
    assert one.replies == (Turn("customer", "在吗"), Turn("staff", "在"))
    new, problems = write(data, "a.csv", {0: {"replies": (Turn("customer", "在不在"), Turn("staff", "在"))}})
    assert problems == []
    assert new.decode() == data.decode().replace("在吗", "在不在", 1)


def test_lists_in_cells() -> None:
    messages = json.dumps([{"role": "user", "content": "在吗"}, {"role": "agent", "content": "在"}], ensure_ascii=False)
    data = table(["标题", "聊天"], *[[f"第 {n}", messages] for n in range(5)])
    one = read(data, "a.csv")[1][0]
    assert one.replies == (Turn("customer", "在吗"), Turn("staff", "在"))
    new, problems = write(data, "a.csv", {0: {"replies": (Turn("customer", "在吗"), Turn("staff", "在的"))}})
    assert problems == []
    said = read(new, "a.csv")[1][0]
    assert said.replies[1] == Turn("staff", "在的")


def test_speakers_of_columns() -> None:
    data = table(["标题", "客户追问1", "客服回复1", "客服回复2"], ["甲", "在吗", "在", ""])
    one = read(data, "a.csv")[1][0]
    assert one.replies == (Turn("customer", "在吗"), Turn("staff", "在"))
    longer = (*one.replies, Turn("staff", "再见"))
    new, problems = write(data, "a.csv", {0: {"replies": longer}})
    assert (new.decode().splitlines()[1], problems) == ("甲,在吗,在,再见", [])
    assert write(data, "a.csv", {0: {"replies": (*longer, *longer)}})[1] == ["replies"]


def test_a_column_of_speakers() -> None:
    data = table(["标题", "回复", "回复人"], ["甲", "在", "客服"], ["乙", "谢谢", "用户"])
    assert [one.replies for one in read(data, "a.csv")[1]] == [(Turn("staff", "在"),), (Turn("customer", "谢谢"),)]


def test_messages_of_a_ticket_are_one_ticket() -> None:
    rows = [
        ["1", "客户", "在吗", "打不开", "网页"],
        ["1", "客服", "在的", "打不开", ""],
        ["1", "客户", "谢谢", "打不开", "电话"],
        ["2", "客户", "慢", "访问慢", ""],
        ["", "客服", "无主", "无", ""],
    ]
    data = table(["会话ID", "发送人", "消息内容", "标题", "渠道"], *rows)
    reading, records = read(data, "chat.csv")
    assert [one.title for one in records] == ["打不开", "访问慢", "无"]
    assert records[0].replies == (Turn("customer", "在吗"), Turn("staff", "在的"), Turn("customer", "谢谢"))
    assert records[0].fields == (("会话ID", "1"), ("渠道", "网页"), ("渠道", "电话"))
    assert [one.line for one in records] == [2, 5, 6]
    thread = (Turn("customer", "在吗"), Turn("staff", "在的呢"), Turn("customer", "谢谢"))
    fields = (("会话ID", "1"), ("渠道", "网页"), ("渠道", "微信"))
    new, problems = write(data, "chat.csv", {0: {"title": "新", "replies": thread, "fields": fields}, 1: None})
    assert problems == []
    wanted = [[*row[:3], "新", row[4]] for row in rows[:3]]
    wanted[1][2], wanted[2][4] = "在的呢", "微信"
    assert new.decode() == table(["会话ID", "发送人", "消息内容", "标题", "渠道"], *wanted, rows[4]).decode()
    other = lines([dict(zip(("session_id", "role", "message", "title"), row, strict=False)) for row in rows])
    assert [len(one.replies) for one in read(other, "chat.jsonl")[1]] == [3, 1, 1]
    new, problems = write(other, "chat.jsonl", {0: {"replies": thread}})
    assert problems == []
    assert new.decode() == other.decode().replace("在的", "在的呢")
    assert reading.findings == []


def test_what_is_asked_wins_over_what_is_remembered_and_that_over_a_guess() -> None:
    data = table(["标题", "问题描述", "渠道"], ["甲", "乙", "丙"])
    names = ("标题", "问题描述", "渠道")
    shapes = {names: ("problem", "other", "title")}
    known = load_vocabulary({}, shapes)

    def titles(asked: Asked) -> list[str]:
        return [one.title for one in read_bytes(data, "a.csv", known, asked=asked).records]

    assert roles(data)["标题"] == "title"
    assert titles(Asked()) == ["丙"]
    assert titles(Asked((("title", ("问题描述",)),))) == ["乙"]
    assert titles(Asked((("title", ("问题描述",)),), weak=True)) == ["丙"]


def test_a_heading_that_a_user_explained_is_a_column_too() -> None:
    data = table(["标题", "诉说"], ["甲", "乙"])
    [one] = read_bytes(data, "a.csv", load_vocabulary({"诉说": "problem"})).records
    assert one.problem == "乙"
