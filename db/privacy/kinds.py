"""The kinds of personal data, what a mask calls each of them, and one found piece of it. Values and names only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from db.records import dataclass

Kind = Literal[
    "mobile",
    "landline",
    "mail",
    "id_card",
    "bank_card",
    "company",
    "ipv4",
    "ipv6",
    "domain",
    "link",
    "key",
    "password",
    "order",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Sort = Literal["", "private", "documentation", "public", "vendor"]
"""What sets a value apart from others of its kind: an address within a house, one that manuals use, one that all may
use, a mail address of the vendor. All are found; '' for any other."""

WORDS: Mapping[Kind, str] = {
    "mobile": "手机号",
    "landline": "电话",
    "mail": "邮箱",
    "id_card": "身份证号",
    "bank_card": "银行卡号",
    "company": "信用代码",
    "ipv4": "IP",
    "ipv6": "IP",
    "domain": "域名",
    "link": "链接",
    "key": "密钥",
    "password": "密码",
    "order": "订单号",
}
"""What a mask says where the source has no word of its own."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A piece of a text that tells who somebody is: `start` to `end` in characters, `value` as it stands there.

    `normal` is the same for all spellings of one value; `host` is the host of a link, '' otherwise.
    """

    kind: Kind
    start: int
    end: int
    value: str
    normal: str
    sort: Sort = ""
    host: str = ""
