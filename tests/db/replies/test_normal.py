"""What a reply says, whatever it looks like: normal forms, their keys, slots and templates."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.replies.gathering import replies_in
from db.replies.normal import fillings, key_of, name_of, normal, slots, template

ROOT = Path(__file__).resolve().parents[3]
SAME = {
    "full width": ("ＡＢＣ１２３ 好的", "abc123 好的"),
    "case": ("Please WAIT", "please wait"),
    "sharp s": ("STRASSE", "straße"),
    "white space": ("请\t 稍\u3000等\n一下", "请 稍 等 一下"),
    "ends": ("～～【请稍等】！！！…", "请稍等"),
    "ends and blanks": (" 。 请稍等 ？ ", "请稍等"),
    "invisible": ("\ufeff请\u200b稍等\u200b", "请稍等"),
    "only punctuation": ("？？", "??"),
    "only white space": (" \n\u3000\t", ""),
    "one character": ("哈哈哈哈哈", "哈哈哈哈哈"),
    "punctuation within": ("好的，请稍等", "好的,请稍等"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("name", SAME)
def test_normal_forms(name: str) -> None:
    text, form = SAME[name]
    assert normal(text) == normal(form) == form.casefold()


def test_what_is_not_the_same() -> None:
    forms = [normal(text) for text in ("？？", "。", "!", "？", "请稍等", "请 稍等", "哈哈", "哈哈哈", "1", "2")]
    assert len(set(forms)) == len(forms)


@given(st.text(st.sampled_from("aÀßİſ１①ﬀ Ω。！~\u200b\u3000好稍\n"), max_size=12))
def test_ends_and_white_space_never_count(text: str) -> None:
    form = normal(text)
    assert form == normal(f" {text}\n")
    assert form == form.strip()
    if any(one.isalnum() for one in form):
        assert normal(f"！{text}～。") == form


def test_a_reply_that_shows_nothing_is_none() -> None:
    thread = (
        '[["staff", " \\n"], ["staff", ""], ["staff", "\u200b"], ["customer", "在吗"], [null, "。"], ["staff", " 在 "]]'
    )
    assert list(replies_in(thread)) == ["。", "在"]


TEMPLATES = {
    "您的订单 20240703-000123 已经处理": "您的订单 {order} 已经处理",
    "请在 2024年7月3日 之前完成续费": "请在 {date} 之前完成续费",
    "预计 18:30 左右恢复访问": "预计 {time} 左右恢复访问",
    "退款需要3个工作日到账": "退款需要{number}个工作日到账",
    "请访问 https://example.com/a?b=1 查看文档": "请访问 {link} 查看文档",
    "请解析域名 img.example.com 再试一次": "请解析域名 {domain} 再试一次",
    "请发邮件到 a.b@example.com 说明情况": "请发邮件到 {mail} 说明情况",
    "您的手机号 138****0000 已经绑定": "您的手机号 {mask} 已经绑定",
    "您好，[已脱敏] 先生请稍等": "您好，{mask} 先生请稍等",
    "请参考说明：https://***.example.com/kodo/manual/1233/console-quickstart-guide-page-a": "请参考说明：{link}",
    "1.https://***.example.com/kodo/manual 请看这一页": "{number}.{link} 请看这一页",
    "请访问 ***.example.com/kodo/manual/1233/console-quickstart-guide-page-a 查看": "请访问 {mask} 查看",
    "请访问 /kodo/manual/1233/console-quickstart-guide-page-a/*** 查看": "请访问 {mask} 查看",
    "您的号码：138****0000 已经绑定": "您的号码：{mask} 已经绑定",
    "请解析域名 a.example.dev 再试一次": "请解析域名 {domain} 再试一次",
    "请解析域名 test.example.app/a?b=1 再试一次": "请解析域名 {domain} 再试一次",
    "请解析域名 a.example.de、b.example.work 再试一次": "请解析域名 {domain}、{domain} 再试一次",
    "请解析域名 example.ltd 和 example.fun 再试一次": "请解析域名 {domain} 和 {domain} 再试一次",
    "请解析域名 example.edu.hk 再试一次": "请解析域名 {domain} 再试一次",
    "请解析域名 example.com.top 再试一次": "请解析域名 {domain} 再试一次",
    "请打开 readme.md 和 a.py 和 index.html": "",
    "请升级到 v2.dev 的下一版": "请升级到 {domain} 的下一版",
    "请升级到 1.0.dev 以后的版本": "请升级到 {number}.dev 以后的版本",
    "请读取 obj.date 和 upload.show() 两处": "",
    "没有可以填的东西": "",
    "123 456": "",
    "好 1": "",
}


@pytest.mark.parametrize("text", TEMPLATES)
def test_templates(text: str) -> None:
    assert template(text) == TEMPLATES[text]
    for start, end, name in slots(text):
        assert f"{{{name}}}" in TEMPLATES[text] or not TEMPLATES[text]
        assert 0 <= start < end <= len(text)


def test_fillings_of_texts_that_are_written_differently() -> None:
    assert fillings(["退款需要3天", "退款需要 7 天", "退款需要１０天"]) == [("number", ["3", "7", "10"])]
    assert fillings(["请看 HTTPS://A.EXAMPLE.COM 上的说明", "请看 https://b.example.com 上的说明"]) == [
        ("link", ["https://a.example.com", "https://b.example.com"])
    ]
    assert fillings(["单号 AB-20240703-01", "单号 CD-20240703-02"])[0][1] == ["AB-20240703-01", "CD-20240703-02"]


def test_long_runs_are_read_in_no_time() -> None:
    for text in (
        "1" * 50_000,
        "a." * 30_000,
        "a" * 60_000,
        "a:" * 30_000,
        "[" * 60_000,
        "*" * 60_000,
        "@" * 60_000,
        "哈" * 94_518,
    ):
        assert isinstance(template(text), str)
        assert normal(text) in (text, "") or text[0] in "[*@a"


def test_keys_are_the_same_in_every_process() -> None:
    code = "from db.replies.normal import key_of, normal; print(key_of(normal('请稍等！')), key_of(''))"
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said == [f"{key_of('请稍等')} {key_of('')}\n"] * 2
    assert int(name_of(key_of("请稍等")), 16) == key_of("请稍等") < 1 << 63
