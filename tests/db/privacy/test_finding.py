"""What is found in a text: measured on marked snippets, and by what must hold for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.privacy import KINDS, WORDS, Finder, patterns, shipped
from tests.db.privacy.marked import plain, scores, snippets

FINDER = Finder(shipped())
LEAST = 0.95
FEWEST = 25

PIECES = [text for text, _ in snippets()]
SIGNS = st.text(st.sampled_from("0123456789.:-/@ab*[]() \n密码：，订单号是www.com"), max_size=60)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), SIGNS), max_size=6).map("".join)


def found(text: str) -> list[tuple[str, str]]:
    """Kinds and values."""
    return [(one.kind, one.value) for one in FINDER(text)]


def test_precision_and_recall_of_each_kind() -> None:
    parts = {name: scores(FINDER, snippets(name)) for name in ("seen", "held_out")}
    whole = scores(FINDER, snippets())
    assert sum(1 for _ in snippets()) >= 400
    for kind in KINDS:
        one, held = whole[kind], parts["held_out"][kind]
        print(
            f"{kind:<10} {one.right + one.missed:>3} marked  precision {one.precision:.3f}  recall {one.recall:.3f}"
            f"  (held out: {held.precision:.3f}, {held.recall:.3f})"
        )
    for kind in KINDS:
        one = whole[kind]
        assert one.right + one.missed >= FEWEST, kind
        assert one.precision >= LEAST, (kind, one.lines)
        assert one.recall >= LEAST, (kind, one.lines)


@pytest.mark.parametrize(
    ("spellings", "normal"),
    [
        (["13800001111", "138-0000-1111", "138 0000 1111", "+86 13800001111", "(+86)13800001111"], "13800001111"),
        (["010-62345678", "(010)62345678", "+86-10-62345678", "01062345678"], "01062345678"),
        (["A.B@Foo.com", "a.b@foo.COM"], "a.b@foo.com"),
        (["4539 5787 6362 1494", "4539-5787-6362-1494", "4539578763621494"], "4539578763621494"),
        (["2408:8207:0:0::1", "2408:8207::1"], "2408:8207::1"),
        (["42010619880707005x", "42010619880707005X"], "42010619880707005X"),
        (["https://Foo.com/A", "HTTPS://foo.com/A"], "https://foo.com/A"),
        (["WWW.Foo.com", "www.foo.com"], "www.foo.com"),
    ],
)
def test_all_spellings_of_a_value_are_one(spellings: list[str], normal: str) -> None:
    assert [[one.normal for one in FINDER(f"见 {text} 。")] for text in spellings] == [[normal]] * len(spellings)


def test_full_width_signs_are_read_and_kept_as_they_are() -> None:
    (one,) = FINDER("电话１３８００００１１１１谢谢")
    assert (one.kind, one.value, one.normal) == ("mobile", "１３８００００１１１１", "13800001111")


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("10.1.2.3", "private"),
        ("192.168.3.4", "private"),
        ("203.0.113.5", "documentation"),
        ("8.8.8.8", "public"),
        ("47.98.3.4", ""),
        ("fd00:12::34", "private"),
        ("2001:db8::34", "documentation"),
        ("2408:8207::34", ""),
        ("shop.example.com", "documentation"),
        ("shop.mingtai.com", ""),
        ("help@qiniu.com", "vendor"),
        ("help@mingtai.com", ""),
    ],
)
def test_what_names_nobody_in_particular_is_told_apart(text: str, sort: str) -> None:
    assert [one.sort for one in FINDER(f"看 {text} ")] == [sort]


def test_the_vendors_links_are_searched_for_what_they_hold() -> None:
    key = "iN7NgwM31j4BZacMjPrOQBs34UG1maYCAQ"
    assert found(f"https://dn.qbox.me/a.jpg?e=1451491200&token={key}:x1Y2z3= 见") == [("key", f"{key}:x1Y2z3=")]
    assert found("CNAME www.mingtai.com.qiniudns.com") == [("domain", "www.mingtai.com")]


@pytest.mark.parametrize("word", sorted(set(WORDS.values())))
@pytest.mark.parametrize("style", ["[{}]", "[{}已脱敏]", "【{}】", "[{}-12]", "[REDACTED_{}]", "***"])
def test_a_mask_is_no_personal_data(word: str, style: str) -> None:
    mask = style.format(word)
    for before in (
        "密码：",
        "订单号 ",
        "token=",
        "http://",
        "https://a.b.test.",
        "IP ",
        "",
        "电话",
        "a@",
        "AccessKey：",
    ):
        assert [one for one in FINDER(f"{before}{mask}，谢谢") if one.end > len(before)] == []


@given(TEXTS)
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    last = 0
    for one in FINDER(text):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.value
        assert one.normal
        last = one.end


@given(TEXTS)
def test_a_starred_number_is_never_found(text: str) -> None:
    starred = re.sub(r"\d{4}(?=\d{4}(?!\d))", "****", text)
    for one in FINDER(starred):
        assert "****" not in starred[max(0, one.start - 1) : one.end + 1] or not one.value.isdigit()


WORDS_BEFORE = re.split(
    r"\|",
    "订单号|订单编号|订单|交易号|交易单号|支付订单号|付款单号|商户号|退款流水号|退货单号|充值编号|提现单号|运单|快递单号|物流编号"
    "|包裹号码|流水号|账单编号|单号|orderId|order_no|order no.|Order number|trade_no|transaction-id|tracking code|uid"
    "|user_id|traceId|reqid|log_id|mid|appid|qq|QQ|群号|群|工单|工单号|编号|时间戳|流水|版本号|版本|￥|$|AccessKey|access_key_id"
    "|secret|secretkey|client_secret|uptoken|AK|sk|passkey|密钥|秘钥|密匙|私钥|令牌|密钥值|密钥串|md5|MD5|sha1|sha-256|SHA512|校验值"
    "|校验和|校验码|摘要|摘要值|签名|哈希|哈希值|hash|sign|signature|authorization|Bearer |qbox |key|seq"
    "|timestamp|size|offset",
)
MARKS = re.split(r"\|", '| |:|：|=|是|为|号是|号为：|":"|（|=>| = "| #|**：|】|” |\n')


def test_the_quick_look_for_words_hides_none() -> None:
    known = (getattr(patterns, name) for name in ("ORDER", "ORDERED", "OTHER", "KEY", "BEARER", "HASH", "LOOSE"))
    tried = list(known)
    seen = 0
    for text in (f"前{word}{mark}" for word in WORDS_BEFORE for mark in MARKS):
        if any(one.search(text, patterns.near(len(text))) for one in tried):
            seen += 1
            assert patterns.is_called(f"{text}X", len(text)), text
    assert seen > 1000


def test_marks_are_read_rightly() -> None:
    assert plain("电话⟦mobile:138⟧。") == ("电话138。", [("mobile", 2, 5)])


def test_a_long_line_takes_no_longer_than_its_length() -> None:
    for piece in ("1", "a.", "a-", "1.", ":", "a@", "http://", "密码", "(", "138 ", "a:", "*", "0571-", "x_"):
        assert len(FINDER(piece * 50_000)) < 50_000
