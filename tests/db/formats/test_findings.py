"""Findings name what is odd in a source, with its line and its ticket, and change no ticket."""

from __future__ import annotations

import pytest

from db import sentences
from db.formats import load_vocabulary, read_bytes
from tests.db.formats.files import HEADER, among, line_of, read, some, ticket, told

PLAIN = "".join(some(4))


def test_a_sound_file_has_none() -> None:
    assert told(HEADER + PLAIN) == []


@pytest.mark.parametrize(
    "header",
    [
        "# 题 - Part 48\n\n**总问题数**: 114\n\n---\n\n",
        "# 题\n\n本文档包含 114 个客服工单的结构化数据\n\n---\n\n",
        "# 题\n\n> 共 114 个问题\n\n---\n\n",
        "# 题\n\n- 总计：114\n- 日期：2024-10-12\n\n---\n\n",
        "# Tickets\n\nTotal: 114\n\n---\n\n",
        "# 题\n\n生成于 2024-10-12，收录 114 条对话\n\n---\n\n",
    ],
)
def test_a_wrong_count(header: str) -> None:
    reading, records = read(header + PLAIN)
    assert (reading.declared, len(records)) == (114, 4)
    [one] = reading.findings
    assert (one.code, header.split("\n")[one.line - 1].count("114")) == ("count.wrong", 1)
    assert sentences.finding(one) == "The header says 114 tickets; there are 4."


def test_a_right_count_and_numbers_that_are_none() -> None:
    assert told("# 题 114\n\n共 4 个问题\n\n---\n\n" + PLAIN) == []
    assert read("# 题 114\n\n生成时间：2024-10-12 10:12:00\n\n---\n\n" + PLAIN)[0].declared is None


@pytest.mark.parametrize(
    ("heading", "field"), [("问题描述", "problem"), ("客服解答", "replies"), ("根本原因分析", "root_cause")]
)
def test_a_missing_and_an_empty_section(heading: str, field: str) -> None:
    body = {"problem": "打不开", "replies": "- 请稍等\n- 好了", "root_cause": "权限问题"}[field]
    without = among(ticket("少一节").replace(f"### {heading}\n\n{body}\n\n", ""))
    assert told(without) == [("section.missing", line_of(without, "## 少一节"), 3)]
    empty = among(ticket("空一节").replace(f"### {heading}\n\n{body}\n\n", f"### {heading}\n\n"))
    code = "reply.empty" if field == "replies" else "section.empty"
    line = line_of(empty, "## 空一节") + line_of(empty[empty.index("## 空一节") :], f"### {heading}") - 1
    assert told(empty) == [(code, line, 3)]
    for text in (without, empty):
        record = read(text)[1][3]
        kept = {name: getattr(record, name) for name in ("problem", "root_cause") if name != field}
        assert kept == {name: one for name, one in (("problem", "打不开"), ("root_cause", "权限问题")) if name in kept}


def test_a_stand_in_sentence() -> None:
    text = among(ticket(replies="（客服处理完毕）"))
    assert told(text) == [("reply.stand_in", line_of(text, "（客服处理完毕）"), 3)]
    assert read(text)[1][3].replies == ()


def test_a_last_ticket_that_is_cut_off() -> None:
    text = HEADER + PLAIN + ticket("最后一个").split("### 客服解答")[0]
    codes = {code: line for code, line, at in told(text) if at == 4}
    assert codes == {
        "ticket.cut": text.rstrip().count("\n") + 1,
        "section.missing": line_of(text, "## 最后一个"),
    }


def test_no_last_rule_is_no_cut() -> None:
    assert told((HEADER + PLAIN).rstrip().removesuffix("---").rstrip() + "\n") == []


def test_an_unknown_heading_that_recurs_is_a_field() -> None:
    special = [ticket(f"特别{n}").replace("### 根本", "### 处理人\n\n小王\n\n### 根本") for n in range(2)]
    text = among(*special)
    lines = [at + 1 for at, line in enumerate(text.split("\n")) if line == "### 处理人"]
    assert told(text) == [("heading.unknown", lines[0], 3), ("heading.unknown", lines[1], 4)]
    assert [one.fields for one in read(text)[1][3:5]] == [(("处理人", "小王"),)] * 2


def test_an_unknown_heading_in_a_text_stays_text() -> None:
    text = among(ticket(problem="日志：\n### 环境\nlinux"))
    assert told(text) == [("heading.unknown", line_of(text, "### 环境"), 3)]
    assert read(text)[1][3].problem == "日志：\n### 环境\nlinux"


def test_a_heading_that_a_user_has_named() -> None:
    text = among(ticket().replace("### 客服解答", "### 工程师怎么说"))
    reading = read_bytes(text.encode(), "a.md", load_vocabulary({"工程师怎么说": "replies"}))
    assert [turn.text for turn in list(reading.records)[3].replies] == ["请稍等", "好了"]
    assert reading.findings == []


def test_a_section_that_stands_twice() -> None:
    text = among(ticket(replies="- 请稍等\n\n### 问题描述\n\n又一次"))
    assert told(text) == [("heading.repeated", line_of(text, "### 问题描述\n\n又一次"), 3)]
    record = read(text)[1][3]
    assert record.problem == "打不开"
    assert record.replies[-1].text == "请稍等\n\n### 问题描述\n\n又一次"


def test_text_behind_the_last_ticket() -> None:
    summary = HEADER + PLAIN + "## 总结\n\n共 9 个\n"
    assert told(summary) == [("text.after", line_of(summary, "## 总结"), None)]
    note = HEADER + PLAIN + "*以上为全部工单*\n"
    assert told(note) == [("text.after", line_of(note, "*以上"), None)]
    for text in (summary, note):
        assert read(text)[1][-1].root_cause == "权限问题"


def test_a_heading_between_tickets() -> None:
    text = among("## 第二部分\n\n---\n\n")
    assert told(text) == [("text.between", line_of(text, "## 第二部分"), None)]
    assert len(read(text)[1]) == 6


def test_a_heading_in_the_header_is_none() -> None:
    assert told(HEADER.replace("---", "## 目录\n\n1. 一\n\n---") + PLAIN) == []


def test_lost_text_and_doubled_problems() -> None:
    text = among(ticket(replies="- 请看\n- //a.test/x"), ticket(problem="打不开了[图片]\n打不开了"))
    assert told(text) == [
        ("text.lost", line_of(text, "- //a.test"), 3),
        ("problem.doubled", line_of(text, "打不开了[图片]"), 4),
    ]


def test_a_category_that_is_none() -> None:
    text = HEADER + PLAIN.replace("云盘｜上传下载", "未分类 > 其他")
    assert told(text) == [("category.unsorted", 7, None)]
    assert read(text)[1][0].category == ("未分类", "其他")


def test_a_ticket_without_a_category() -> None:
    text = among(ticket("没有分类").replace("**问题分类**: 云盘｜上传下载\n\n", ""))
    assert told(text) == [("category.missing", line_of(text, "## 没有分类"), 3)]
    assert read(text)[1][3].problem == "打不开"


def test_bytes_that_are_no_text() -> None:
    text = among(ticket(problem="坏的在这里"))
    data = text.encode().replace("坏的".encode(), b"\xe5\x9d\xff\xfe")
    assert told(data) == [("bytes.undecodable", line_of(text, "坏的"), 3)]
    assert len(read(data)[1]) == 7


def test_every_finding_has_a_sentence() -> None:
    text = "# 题\n\n共 9 个问题\n\n---\n\n" + among(
        ticket(replies="- //a"), ticket(replies="（暂无）"), ticket(root=""), header=""
    )
    for one in read(text)[0].findings:
        assert "{" not in sentences.finding(one)
