"""Every shape that is known of dataset files, also of those that only their description mentions. Data."""

from __future__ import annotations

from tests.db.formats.shapes import Shape

Sections = tuple[tuple[str, str], ...]


def named(problem: str, replies: str, root: str, sign: str = "### ") -> Sections:
    """The three sections that every file has, by the names that it gives them."""
    return (("problem", sign + problem), ("replies", sign + replies), ("root_cause", sign + root))


PLAIN = named("问题描述", "客服解答", "根本原因分析")
DETAILED = named("详细问题描述", "客服解答", "根本原因分析")
CONTENTS = named("详细问题描述", "客服解答内容", "根本原因分析")
RECORDED = (*PLAIN, ("conversation", "### 完整对话记录"))
TALKED_FIRST = (PLAIN[0], ("conversation", "### 详细对话"), *PLAIN[1:])
TALKED_BEFORE_ROOT = (*PLAIN[:2], ("conversation", "### 完整对话过程"), PLAIN[2])
TALKED_LAST = (*named("详细问题描述", "客服解答内容", "根因分析"), ("conversation", "### 详细对话过程"))
RULED = "# 记录 (Part {part})\n\n本文档包含 {n} 个记录。\n\n" + "=" * 80 + "\n\n"
LONE = named("详细问题描述", "客服解答内容", "根本原因分析", "#\n## ")
SITUATED = (("situation", "### 适用场景"), *PLAIN, ("state", "### 解决状态"))

SHAPES = (
    Shape("items tight", DETAILED, "items", "## {n}. {title}", after_title=0, before=0, says="a list of replies"),
    Shape(
        "lone sign", LONE, "numbered or bare", category="**问题分类**：{}", after_rule=0, says="headings like titles"
    ),
    Shape("numbered or bare", CONTENTS, "numbered or bare", says="numbered replies"),
    Shape(
        "numbered apart",
        RECORDED,
        "numbered apart",
        "## 问题 {n}: {title}",
        "**分类标签**: {}",
        roots="bullets",
        under=1,
        says="numbered replies",
    ),
    Shape("by space", RECORDED, "by space", "## Q{n}: {title}", header=RULED, after_rule=0, says="replies as one text"),
    Shape("by space alone", PLAIN, "by space", "## 问题 {n}：{title}", says="replies as one text"),
    Shape(
        "pairs",
        (*PLAIN, ("points", "### 解决方案要点")),
        "pairs",
        "## Q{n}: {title}",
        others=(("points", "- 稍等\n- 已处理"),),
        after_rule=0,
        says="questions and replies in pairs",
    ),
    Shape("numbered", CONTENTS, "numbered", after_rule=0, says="numbered replies"),
    Shape(
        "three",
        RECORDED,
        "three",
        category="**分类标签**: {}",
        separator=" | ",
        after_title=0,
        roots="bullets",
        says="numbered replies",
    ),
    Shape("stated", CONTENTS, "three", separator=" > ", under=1, roots="label", says="root causes behind a label"),
    Shape("talk", PLAIN, "talk", category="**分类标签**: {}", under=1, after_rule=0, says="replies with speakers"),
    Shape("talk tight", PLAIN, "talk", "## {n}. {title}", after_title=0, before=0, says="replies with speakers"),
    Shape(
        "talk apart",
        named("问题描述", "客服解答过程", "根因分析"),
        "apart",
        under=1,
        after_rule=0,
        says="replies with speakers",
    ),
    Shape("talk half colon", PLAIN, "half colon", "## {n}. {title}", says="replies with speakers"),
    Shape("talk colon inside", PLAIN, "colon inside", under=1, says="replies with speakers"),
    Shape("talk inside apart", PLAIN, "inside apart", says="replies with speakers"),
    Shape("talk plain", PLAIN, "plain", "## Q: {title}", says="titles with a prefix"),
    Shape("talk plain apart", PLAIN, "plain apart", under=1, says="replies with speakers"),
    Shape("talk list", PLAIN, "list", "## 问题 {n}：{title}", says="replies with speakers"),
    Shape("talk bracket", PLAIN, "bracket", says="replies with speakers"),
    Shape("talk under", PLAIN, "under", says="replies with speakers"),
    Shape("one kept", TALKED_FIRST, "first", category="**分类**：{}", under=1, says="replies as one text"),
    Shape("by semicolon", TALKED_BEFORE_ROOT, "by semicolon", roots="tags", says="root causes as tags"),
    Shape("by semicolon alone", PLAIN, "by semicolon", roots="tags", under=1, says="root causes as tags"),
    Shape("lines", PLAIN, "lines", says="a line a reply"),
    Shape("lines with record", TALKED_LAST, "lines", under=1, conversation="talk", says="a line a reply"),
    Shape("lines tight", DETAILED, "lines", "## {n}. {title}", after_title=0, before=0, says="a line a reply"),
    Shape(
        "paragraphs", PLAIN, "paragraphs", category="**分类**：{}", roots="tags", under=1, says="a paragraph a reply"
    ),
    Shape("everybody", PLAIN, "everybody", says="a list of replies"),
    Shape("kinds", CONTENTS, "items", roots="kinds", says="a list of replies"),
    Shape("advice", PLAIN, "numbered", roots="advice", says="root causes behind a label"),
    Shape(
        "more sections",
        SITUATED,
        "items",
        others=(("situation", "网站"), ("state", "✓ 已解决")),
        says="a list of replies",
    ),
    Shape(
        "labels",
        named("问题描述**:", "客服解答**:", "根本原因**:", "**"),
        "numbered",
        "## Q{n}: {title}",
        "**分类**: {}",
        footer="## 总结\n\n共 60 个工单\n",
        header="# 批次\n\n",
        says="bold labels for headings",
    ),
    Shape(
        "labels beside",
        named("问题描述**: {}", "客服解答**: {}", "根本原因**: {}", "**"),
        "first",
        "## {n}. {title}",
        "**分类**：{}",
        header="",
        says="bold labels for headings",
    ),
    Shape(
        "labels talk", named("问题描述**：", "客服解答**：", "根本原因**：", "**"), "talk", says="replies with speakers"
    ),
    Shape(
        "labels talk apart",
        (*named("问题描述**：", "客服解答**：", "根因分析**：", "**"), ("conversation", "**完整对话记录**：")),
        "items",
        roots="bullets",
        says="bold labels for headings",
    ),
    Shape("same level", named("问题描述", "客服解答", "根本原因分析", "## "), "items", says="headings like titles"),
    Shape(
        "same level talk",
        named("问题描述", "客服解答", "根因分析", "## "),
        "talk",
        after_rule=0,
        says="headings like titles",
    ),
    Shape(
        "deep",
        named("问题描述", "客服解答", "根本原因分析", "##### "),
        "apart",
        "### Q{n}: {title}",
        says="headings below",
    ),
    Shape(
        "root beside",
        (*PLAIN[:2], ("root_cause", "**根本原因**：{}")),
        "numbered",
        says="numbered replies",
    ),
    Shape("category in a list", PLAIN, "items", category="- **问题分类**: {}", says="a list of replies"),
    Shape("colons", named("问题描述：", "客服解答：", "根本原因分析：", "### "), "talk", says="replies with speakers"),
    Shape(
        "counted headings", named("1. 问题描述", "2. 客服解答", "3. 根本原因分析"), "items", says="a list of replies"
    ),
    Shape("bold headings", named("**问题描述**", "**客服解答**", "**根因分析**"), "numbered", says="numbered replies"),
    Shape("no rule", PLAIN, "items", rule="", says="no rule between tickets"),
)
