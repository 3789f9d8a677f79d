"""Single features of dataset files, each in one ticket among plain ones."""

from __future__ import annotations

import time

import pytest

from db.errors import SourceError
from db.formats import load_vocabulary, read_bytes
from db.values import Turn
from tests.db.formats import invented
from tests.db.formats.files import HEADER, among, fourth, read, some, staff, texts, ticket


def titled(*lines: str) -> list[tuple[int | None, str]]:
    """Numbers and titles of a file with these title lines."""
    text = HEADER + "".join(ticket().replace("## 图片打不开", line) for line in lines)
    return [(one.number, one.title) for one in read(text)[1]]


# titles


@pytest.mark.parametrize(
    "prefix",
    ["{}. ", "{}、", "{}) ", "Q{}: ", "Q{}：", "Q{}. ", "问题 {}: ", "问题 {}：", "问题{}：", "No.{} - ", "工单 #{}: "],
)
def test_a_numbered_file(prefix: str) -> None:
    names = ("图片打不开", "2023年的空间丢失", "404 错误", "3. 这是标题", "2024.12 的账单")
    lines = [f"## {prefix.format(at)}{name}" for at, name in enumerate(names, 1)]
    assert titled(*lines) == list(enumerate(names, 1))


def test_a_prefix_without_numbers() -> None:
    assert titled("## Q: 一", "## Q: 2 号", "## Q: Q") == [(None, "一"), (None, "2 号"), (None, "Q")]


def test_numbers_with_gaps_where_tickets_were_taken_out() -> None:
    assert titled("## 3. 甲", "## 17. 乙", "## 114. 丙") == [(3, "甲"), (17, "乙"), (114, "丙")]
    assert titled("## Q9: 甲", "## Q12: 乙") == [(9, "甲"), (12, "乙")]
    assert titled("## 问题 5：甲") == [(5, "甲")]


@pytest.mark.parametrize(
    "lines",
    [
        ("## 404 错误", "## 1. 打不开", "## 2. 也打不开"),
        ("## 2023年创建的空间丢失", "## 2024年创建的空间丢失"),
        ("## 404: 找不到", "## 502: 网关错误"),
        ("## 2023-10-12 的账单", "## 2023-10-13 的账单", "## 2023-11-01 的账单"),
        ("## 3. 甲", "## 2. 乙"),
        ("## 7. 甲",),
        ("## 1. 甲", "## 2. 乙", "## 丙"),
        ("## Q1 甲", "## Q2 乙"),
        ("## 图片 404：打不开",),
        ("## 图片 404：打不开", "## 图片 502：打不开"),
        ("## 10.5G 流量", "## 12.5G 流量"),
    ],
)
def test_numbers_that_are_part_of_titles(lines: tuple[str, ...]) -> None:
    assert titled(*lines) == [(None, line.removeprefix("## ")) for line in lines]


def test_odd_titles() -> None:
    lines = ("## **粗体**标题", "## 标题 #2 #", "## `code` <b>", "##\t制表符", "## \u00a0空格\u00a0", "## 问题描述不清")
    wanted = ["**粗体**标题", "标题 #2 #", "`code` <b>", "制表符", "空格", "问题描述不清"]
    assert [title for _, title in titled(*lines)] == wanted


# structure that is none


@pytest.mark.parametrize("text", invented.NASTY)
def test_a_text_that_looks_like_structure(text: str) -> None:
    assert fourth(ticket(problem=text)).problem == text
    assert fourth(ticket(root=text)).root_cause == text
    assert fourth(ticket(replies=f"- {text}\n- 好了")).replies == staff(text, "好了")


@pytest.mark.parametrize(
    "line",
    [
        "## server started",
        "## 404 错误",
        "### 步骤一",
        "### 步骤一\n\n### 步骤二",
        "#### 问题描述",
        "# 根本原因分析",
        "**问题描述**",
        "**问题描述**：打不开",
        "**客服解答**：见上",
        "### 问题描述的补充",
        "### 客服解答很慢",
        "客户：在吗\n客服：在的",
        "分类：计费",
        "> **问题分类**: 无",
        "====",
        "***",
        "#",
        "\ufeff# 题",
        "[图片]\n[图片]",
        "末尾空格  \n又一行",
        "---\n正文",
        "---\n\n正文\n\n---\n\n正文",
        "---\n## 日志\n正文",
        "---\n\n## 日志\n\n正文",
        "## 总结\n以上",
    ],
)
def test_a_line_that_looks_like_structure(line: str) -> None:
    text = f"上面\n{line}\n下面"
    assert fourth(ticket(problem=text)).problem == text
    assert fourth(ticket(replies=f"- {text}")).replies == staff(text)
    assert fourth(ticket(root=text)).root_cause == text
    if not line.startswith("###"):  # as if a section of its own
        assert fourth(ticket(problem=line)).problem == line


def test_known_heading_in_a_text_before_its_section() -> None:
    assert fourth(ticket(problem="模板：\n### 客服解答\n无")).problem == "模板：\n### 客服解答\n无"


def test_a_title_like_a_section_of_another_level() -> None:
    assert fourth(ticket(title="客服解答")).title == "客服解答"


def test_blank_lines_may_hold_blanks() -> None:
    special = ticket().replace("\n\n", "\n \u00a0\t\n")
    assert fourth(special).replies == staff("请稍等", "好了")


@pytest.mark.parametrize("rule", ["---", "----------", "***", "___", "=====", "--- "])
def test_any_rule(rule: str) -> None:
    records = read(HEADER + "".join(some(4)).replace("\n---\n", f"\n{rule}\n"))[1]
    assert [one.root_cause for one in records] == ["权限问题"] * 4


def test_a_rule_that_is_missing_once() -> None:
    assert fourth(ticket().replace("---\n\n", "")).root_cause == "权限问题"


# replies


def test_items_begin_with_numbers_of_their_own() -> None:
    special = ticket(replies="- 1.请提供截图2.已处理\n- 1. 一\n2. 二\n- 好了")
    assert fourth(special).replies == staff("1.请提供截图2.已处理", "1. 一\n2. 二", "好了")


def numbered(replies: str, *, blank: bool = False) -> tuple[Turn, ...]:
    """The replies of a ticket in a file of numbered replies."""
    between = "\n\n" if blank else "\n"
    others = [one.replace("- 请稍等\n- 好了", f"1. 请稍等{between}2. 好了") for one in some(8)]
    text = HEADER + "".join(others) + ticket(replies=replies)
    return read(text)[1][-1].replies


def test_a_number_must_be_the_next_one() -> None:
    assert numbered("1. 甲\n3. 三\n1. 一\n2. 乙") == staff("甲\n3. 三\n1. 一", "乙")
    assert numbered("1. 甲\n2、二\n2.二\n2. 乙") == staff("甲\n2、二\n2.二", "乙")
    assert numbered("1. 1.请提供\n2. 2023年") == staff("1.请提供", "2023年")


def test_a_number_needs_a_blank_line_where_the_file_has_one() -> None:
    assert numbered("1. 步骤：\n2. 保存\n\n2. 乙", blank=True) == staff("步骤：\n2. 保存", "乙")


def test_a_lone_reply_has_no_number() -> None:
    assert numbered("好的\n2. 这是步骤") == staff("好的\n2. 这是步骤")
    assert numbered("请稍等") == staff("请稍等")


@pytest.mark.parametrize("text", ["* 请看这里", "- 请看这里", "1. 请看这里", "1、请看这里"])
def test_a_lone_line_that_begins_like_an_item_is_text(text: str) -> None:
    others = [one.replace("- 请稍等\n- 好了", "请稍等 好了") for one in some(6)]
    assert read(HEADER + "".join(others) + ticket(replies=text))[1][-1].replies == staff(text)


def test_a_list_in_a_file_without_lists_is_one_where_all_of_it_is() -> None:
    others = [one.replace("- 请稍等\n- 好了", "请稍等 好了") for one in some(12)]
    text = HEADER + "".join(others)
    assert read(text + ticket(replies="1. 一\n   1. 甲\n2. 二"))[1][-1].replies == staff("1. 一\n   1. 甲\n2. 二")
    assert read(text + ticket(replies="1. 一\n2. 二"))[1][-1].replies == staff("一", "二")
    assert read(text + ticket(replies="步骤：\n- 一\n- 二"))[1][-1].replies == staff("步骤：\n- 一\n- 二")


def dialogue(replies: str) -> tuple[Turn, ...]:
    """The replies of a ticket in a file of dialogues."""
    talk = "**客户**：在吗\n**客服**：在的"
    text = HEADER + "".join(one.replace("- 请稍等\n- 好了", talk) for one in some(6)) + ticket(replies=replies)
    return read(text)[1][-1].replies


def test_a_turn_reaches_to_the_next_speaker() -> None:
    long = "第一行\n\n# 第二行\n- 一\n1. 二\n**注意**：三\n客服：四\n---\n最后"
    assert dialogue(f"**客户**：{long}\n\n**客服**：{long}") == (Turn("customer", long), Turn("staff", long))


def test_marks_of_speakers_vary() -> None:
    turns = dialogue(
        "**客户**: 一\n**客服：**二\n**用户**：三\n**客服2**：四\n**客服（小王）**：五\n- **客服** ： 六\n**客服**\n七"
    )
    assert [turn.text for turn in turns] == list("一二三四五六七")
    assert [turn.speaker for turn in turns[:3]] == ["customer", "staff", "customer"]


def test_text_before_the_first_speaker_is_nobodys() -> None:
    assert dialogue("转自电话\n**客服**：好的") == (Turn(None, "转自电话"), Turn("staff", "好的"))


def test_a_hundred_turns() -> None:
    assert len(dialogue("\n".join(f"**{'客户' if n % 2 else '客服'}**：第 {n} 句" for n in range(127)))) == 127


@pytest.mark.parametrize(
    "note",
    [
        "...（共8条回复）",
        "……（共 12 条回复）",
        "...(共5条对话，仅显示前3条)",
        "[更多对话内容见详细描述]",
        "（更多回复省略）",
        "*...（共8条回复）*",
        "...（还有5条回复）",
    ],
)
def test_notes_behind_replies_are_none(note: str) -> None:
    assert texts(fourth(ticket(replies=f"- 请稍等\n- 好了\n\n{note}")).replies) == ["请稍等", "好了"]
    assert texts(fourth(ticket(replies=f"- 请稍等\n- {note}")).replies) == ["请稍等"]
    assert texts(numbered(f"1. 请稍等\n2. 好了\n{note}")) == ["请稍等", "好了"]
    assert texts(dialogue(f"**客户**：在吗\n**客服**：好了\n\n{note}")) == ["在吗", "好了"]


@pytest.mark.parametrize(
    "text", ["（完整配置请查看文档）", "共 8 条记录已经删除完成，您再看下能不能正常访问", "[图片]"]
)
def test_replies_that_look_like_notes(text: str) -> None:
    assert texts(fourth(ticket(replies=f"- 请稍等\n- {text}")).replies) == ["请稍等", text]


# stand-ins

STAND_INS = """（客服处理完毕）
_客服正在处理中_
暂无客服回复记录
暂无对话记录
暂无处理记录
_（暂无客服回复）_
**暂无客服回复**
无客服回复
客服已协助处理
客服已为客户处理
客服正在处理中...
客服处理中。
客服未提供详细解答
暂无明确解答
已由客服处理
具体解答详见对话记录
见完整对话记录
暂无
无。
待客服回复
等待处理
未找到客服回复
客服提供了相应支持和解答。
客服提供了相应的技术支持
问题记录中，等待客服响应
(客服处理中,未提供详细解答)
该问题暂无客服回复记录
N/A"""
REPLIES = """您好，已处理完成，您确认下
好的
稍等
等待10分钟后再试
配置已下发
已完成退款
没有的，PUT/DELETE 是按量计费的。
客服手动介入处理，已完成
客服同步财务，充值已到账
客服关闭审核服务，商务跟进费用问题
已经处理完成
请稍等，正在处理中
无需回复
无法恢复
未备案的域名不能绑定
暂不支持
客服热线 400-000-0000
客服确认无法恢复
客服没有权限，需商务处理
(请求头里没有 token)
（1）检查域名（2）检查证书
[图片]
如果没有收到回复请您再提一个工单"""


@pytest.mark.parametrize("text", STAND_INS.split("\n"))
def test_a_stand_in_is_no_reply(text: str) -> None:
    record = fourth(ticket(replies=text))
    assert record.replies == ()
    start, end = record.spans["replies"]
    assert among(ticket(replies=text))[start:end] == text


@pytest.mark.parametrize("text", REPLIES.split("\n"))
def test_a_short_reply_is_one(text: str) -> None:
    assert texts(fourth(ticket(replies=text)).replies) == [text]


# the rest


def test_fields_beside_the_category() -> None:
    special = ticket().replace("上传下载\n", "上传下载\n**编号**: 12\n> 来源：网页\n\n没有名字的一行\n")
    assert fourth(special).fields == (("编号", "12"), ("来源", "网页"), ("", "没有名字的一行"))


@pytest.mark.parametrize(
    "line",
    [
        "**问题分类**：云盘｜上传下载",
        "**问题分类**:云盘｜上传下载",
        "**问题分类：** 云盘｜上传下载",
        "**分类标签** : 云盘｜上传下载",
        "**分类**：\u00a0云盘 ｜ 上传下载  ",
    ],
)
def test_category_lines(line: str) -> None:
    assert fourth(ticket().replace("**问题分类**: 云盘｜上传下载", line)).category == ("云盘", "上传下载")


def test_plain_category_lines() -> None:
    for line in ("分类：云盘｜上传下载", "- **分类**: 云盘｜上传下载", "> 问题分类: 云盘｜上传下载"):
        text = HEADER + "".join(some(4)).replace("**问题分类**: 云盘｜上传下载", line)
        assert [one.category for one in read(text)[1]] == [("云盘", "上传下载")] * 4


def test_a_mixed_form_of_headings() -> None:
    text = HEADER + "".join(some(5)).replace("### 根本原因分析\n\n", "**根本原因**：")
    assert [one.root_cause for one in read(text)[1]] == ["权限问题"] * 5
    assert [texts(one.replies) for one in read(text)[1]] == [["请稍等", "好了"]] * 5


def test_other_levels() -> None:
    text = HEADER + "".join(some(4)).replace("### ", "#### ").replace("## 第", "### 第")
    assert [one.title for one in read(text)[1]] == [f"第{n}个相册打不开" for n in range(1, 5)]
    text = "".join(some(4)).replace("### ", "## ").replace("## 第", "# 第")
    assert [texts(one.replies) for one in read(text)[1]] == [["请稍等", "好了"]] * 4


def test_line_ends() -> None:
    text = among(ticket(problem="一\n\n# 二"))
    plain, records = read(text)[1], read(text.replace("\n", "\r\n"))[1]
    assert [(one.title, one.problem, one.replies, one.root_cause) for one in records] == [
        (one.title, one.problem, one.replies, one.root_cause) for one in plain
    ]


def test_odd_characters_stay() -> None:
    text = "\u00a0一\u00a0\t二\ufeff三\u200b四\u2028五\x0b六\x85七"
    assert fourth(ticket(problem=f"a{text}")).problem == f"a{text}"
    assert fourth(ticket(replies=f"- a{text}")).replies == staff(f"a{text}")


def test_very_long_lines_take_no_time() -> None:
    lines = (
        "a" * 100_000,
        "*" * 100_000,
        "#" * 100_000,
        "1" * 100_000,
        " " * 99_999 + "x",
        "**客户" * 25_000,
        "[" * 100_000,
    )
    text = among(*(ticket(problem=f"x{line}", replies=f"{line}\n- x", root=f"x\n{line}") for line in lines))
    start = time.perf_counter()
    records = read(text)[1]
    assert time.perf_counter() - start < 1
    assert [one.problem for one in records[3:-3]] == [f"x{line}" for line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "## foo",
        "---\n## foo",
        "### foo",
        "### 客服解答",
        "### 问题描述\n### 客服解答",
        "**问题分类**: a",
        "---",
        "#",
        "",
    ],
)
def test_many_odd_lines_take_no_time(line: str) -> None:
    text = among(ticket(problem="x\n" + f"{line}\n" * 10_000 + "y"))
    taken = []
    for _ in range(3):  # the least: what else the machine does is not the reader's
        start = time.perf_counter()
        assert len(read(text)[1]) == 7
        taken.append(time.perf_counter() - start)
    assert min(taken) < 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "source.empty"),
        (b"\xef\xbb\xbf", "source.empty"),
        (b" \n\r\n\t\n", "source.empty"),
        ("# 工单 - Part 7\n\n共 114 个问题\n\n---\n".encode(), "source.no_tickets"),
        ("随便写的一段话\n".encode(), "source.no_tickets"),
        ("Q: 打不开\nA: 请稍等\n\nQ: 慢\nA: 好的\n".encode(), "source.no_categories"),
        ("### Q: 打不开\n\n**A**: 请稍等\n\n### Q: 慢\n\n**A**: 好的\n".encode(), "source.no_categories"),
        (bytes(range(256)) * 40, "source.not_text"),
    ],
)
def test_files_without_tickets(data: bytes, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_bytes(data, "a.md", load_vocabulary())
    assert caught.value.code == code
    assert caught.value.data["file"] == "a.md"


def test_one_ticket_is_enough() -> None:
    [one] = read(ticket())[1]
    assert (one.title, texts(one.replies), one.root_cause) == ("图片打不开", ["请稍等", "好了"], "权限问题")
