"""A query in words."""

from __future__ import annotations

import pytest

from db.search import Clause, describe, describe_clause, parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "all tickets"),
        ("上传", "containing “上传”"),
        ("cat:CDN｜证书问题 上传 -has:cause", "CDN｜证书问题, containing “上传”, without a root cause"),
        ("is:flagged or is:reviewed", "flagged or reviewed"),
        ("(is:flagged or is:reviewed) -退款 -cat:A", "(flagged or reviewed), without “退款”, not A"),
        ("-(a b)", "not (containing “a” and containing “b”)"),
        ("cause:证书 source:part-47 by:lin", "root cause 证书, from part-47, edited by lin"),
        ("replies:>5 len:<=200 len:2..4 replies:3", "replies > 5, length ≤ 200, length 2–4, replies 3"),
        ("cat:=CDN -cause:=过期", "exactly CDN, not exactly root cause 过期"),
        ("id:1,2 finding:a.b re:/x.y/ is:finding", "ticket 1,2, with the finding a.b, matching x.y, with a finding"),
        ("{value} {", "containing “{value}”, containing “{”"),
    ],
)
def test_described(text: str, words: str) -> None:
    assert describe(parse(text)) == words


def test_every_piece_is_translated() -> None:
    chinese = {"containing “{value}”": "含“{value}”", "{first}, {second}": "{first}，{second}", "flagged": "已标记"}
    assert describe(parse("上传 is:flagged"), chinese.__getitem__) == "含“上传”，已标记"
    assert describe_clause(Clause(parse("is:flagged").parts[0]), chinese.__getitem__) == "已标记"
