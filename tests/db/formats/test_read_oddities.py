"""Features of single tickets and small files that go another way than the rest of their file."""

from __future__ import annotations

import pytest

from tests.db.formats.files import HEADER, among, read, some, staff, texts, ticket

SINGLES = [ticket(f"第{n}个", replies=f"- 请稍等{n}") for n in range(6)]
TALK = [ticket(f"第{n}个", replies=f"**客户**：打不开\n**客服**：请稍等{n}") for n in range(6)]


@pytest.mark.parametrize("n", [1, 2])
def test_few_tickets_before_an_appendix_keep_no_rule(n: int) -> None:
    records = read(HEADER + "".join(some(n)) + "## 总结\n\n共 3 个\n")[1]
    assert [one.root_cause for one in records] == ["权限问题"] * n


@pytest.mark.parametrize("sign", ["#", "###", "####"])
def test_a_title_with_another_number_of_signs(sign: str) -> None:
    records = read(among(f"{sign}{ticket('别的')[2:]}"))[1]
    assert [one.title for one in records][3] == "别的"
    assert len(records) == 7
    assert {one.root_cause for one in records} == {"权限问题"}


def test_a_heading_within_a_text_begins_no_ticket() -> None:
    records = read(among(ticket("别的", problem="说明\n\n---\n\n### 回源配置\n\n一")))[1]
    assert len(records) == 7


@pytest.mark.parametrize("said", ["问题已解决", "工单已关闭", "_客服通过电话沟通_", "由工程师跟进"])
@pytest.mark.parametrize("others", [SINGLES, TALK], ids=["items", "talk"])
def test_a_text_without_the_mark_of_replies_is_no_reply(said: str, others: list[str]) -> None:
    records = read("".join([HEADER, *others, ticket("别的", replies=said)]))[1]
    assert [len(one.replies) for one in records][-2:] == [len(records[0].replies), 0]


@pytest.mark.parametrize("said", ["- 问题已解决", "请您重启后处理", "域名备案"])
def test_a_reply_with_a_mark_or_of_another_kind_stays(said: str) -> None:
    records = read("".join([HEADER, *SINGLES, ticket("别的", replies=said)]))[1]
    assert texts(records[-1].replies) == [said.removeprefix("- ")]


def test_where_single_replies_have_no_mark_a_text_without_one_is_a_reply() -> None:
    bare = [ticket(f"第{n}个", replies="1. 一\n2. 二" if n % 2 else "问题已解决") for n in range(8)]
    assert read(HEADER + "".join(bare))[1][0].replies == staff("问题已解决")


def test_a_customer_says_no_stand_in_sentence() -> None:
    records = read("".join([HEADER, *TALK, ticket("别的", replies="**客户**：暂无回复")]))[1]
    assert texts(records[-1].replies) == ["暂无回复"]


@pytest.mark.parametrize(
    ("talk", "replies"), [("**客户**：在吗", 0), ("**客户**：在吗\n**客服**：已回复到邮箱，请处理", 1)]
)
def test_a_reply_that_the_conversation_lacks(talk: str, replies: int) -> None:
    section = "\n\n### 完整对话记录\n\n{}\n\n---"
    tickets = [ticket(f"第{n}个", replies=f"请看文档{n}") for n in range(6)] + [ticket("别的", replies="已回复到邮箱")]
    talks = ["**客户**：在吗\n**客服**：请看文档"] * 6 + [talk]
    text = HEADER + "".join(
        one.replace("\n\n---", section.format(said)) for one, said in zip(tickets, talks, strict=True)
    )
    assert len(read(text)[1][-1].replies) == replies


def test_a_bold_name_alone_is_text_where_speakers_have_colons() -> None:
    said = "**客户**：请看\n**客服**\n不对\n**客服**：好的"
    talk = [ticket(f"第{n}个", replies="\n".join(["**客户**：在吗", "**客服**：在"] * 6)) for n in range(5)]
    assert texts(read("".join([HEADER, *talk, ticket("别的", replies=said)]))[1][-1].replies) == [
        "请看\n**客服**\n不对",
        "好的",
    ]


def test_a_label_under_an_empty_one_is_its_text() -> None:
    one = "## 第{}个\n\n**分类**: 云盘\n\n**问题描述**:\n打不开\n\n**根本原因**:\n**问题类型**: 网络\n\n---\n\n"
    records = read(HEADER + "".join(one.format(n) for n in range(5)))[1]
    assert {record.root_cause for record in records} == {"**问题类型**: 网络"}


def test_a_label_that_names_its_section_again_is_text() -> None:
    one = (
        "## 第{}个\n\n**分类**: 云盘\n\n**问题描述**:\n打不开\n\n**客服解答**:\n- 一\n- 二\n\n"
        "**根因分析**:\n**根本原因**：网络\n\n- 建议检查\n\n---\n\n"
    )
    for record in read(HEADER + "".join(one.format(n) for n in range(5)))[1]:
        assert record.replies == staff("一", "二")
        assert record.root_cause == "**根本原因**：网络\n\n- 建议检查"
