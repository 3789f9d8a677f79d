"""How masks look: what a text has of them, what a source calls each kind, and the mask of a piece of personal data.

A conversion masks in its own words, ``[URL已脱敏]`` or ``[REDACTED_PHONE]``; what is masked later shall look the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from db.privacy.kinds import WORDS, Kind
from db.records import dataclass, field

_BRACKET = re.compile(r"""\[[^\[\]"\\\n]{1,40}\]|【[^【】"\\\n]{1,40}】""")
_STARS = re.compile(r"(?<=://)\*\*\*|(?<![*0-9A-Za-z])\*\*\*(?=[./@][0-9A-Za-z*])")
"""Stars in the place of a host or a name; alone they may be marks of bold and slanted text."""
_MASKING = re.compile(
    r"已?(?:脱敏|屏蔽|隐藏|打码|隐去)(?:处理)?|(?i:REDACTED|HIDDEN|SANITI[SZ]ED|MASKED|REMOVED|ANONYMI[SZ]ED|FILTERED)"
)
_NUMBER = re.compile(r"-(\d{1,9})(?=[\]】]\Z)")

_THINGS: tuple[tuple[Kind, str, str], ...] = (
    ("landline", "LANDLINE", "座机|固话|固定电话|LANDLINE"),
    ("mobile", "PHONE", "手机号码?|手机|MOBILE|PHONE|CELLPHONE|TEL"),
    ("landline", "LANDLINE", "联系电话|电话号码|电话"),
    ("mail", "EMAIL", "电子邮箱|邮箱地址|邮箱|邮件地址|邮件|E?MAIL"),
    ("id_card", "ID_CARD", r"身份证号码?|身份证|证件号码?|ID_?CARD(?:_\d+)?"),
    ("bank_card", "BANK_CARD", r"银行卡号?|银行账号|卡号|BANK_?CARD(?:_\d+)?|CARD"),
    ("company", "CREDIT_CODE", "统一社会信用代码|社会信用代码|信用代码|税号|CREDIT_CODE|TAX_?ID"),
    ("ipv6", "IPV6", "IPV6地址|IPV6"),
    ("ipv4", "IP", "IP地址|IPV?4?"),
    ("domain", "DOMAIN", "域名|DOMAIN|HOST"),
    ("link", "URL", "链接|网址|URL|LINK"),
    ("key", "KEY", "密钥|秘钥|令牌|(?:LONG_)?KEY|TOKEN|SECRET(?:_KEY)?|ACCESS_KEY"),
    ("password", "PASSWORD", "密码|口令|PASSWORD"),
    ("order", "ORDER", "订单号|订单编号|订单|ORDER(?:_(?:ID|NO|NUMBER))?"),
)
"""Kind, its word in capitals, and what masks call it."""
_NAMED = [(kind, re.compile(rf"(?:{names})", re.IGNORECASE)) for kind, _, names in _THINGS]
_CAPITALS: Mapping[Kind, str] = {kind: word for kind, word, _ in reversed(_THINGS)}
_ALIKE: Mapping[Kind, tuple[Kind, ...]] = {
    "mobile": ("landline",),
    "landline": ("mobile",),
    "ipv6": ("ipv4",),
    "domain": ("link",),
    "link": ("domain",),
}
"""Whose mask a kind takes that has none of its own: [电话已脱敏] stands for both telephones."""
_LEAST_STARS = 3
"""Uses from which on a source that has no other mask is one of stars."""


@dataclass(frozen=True, slots=True)
class Token:
    """A mask as it stands in a text: what it is for, None where it does not say; its form with ``{}`` for that word;
    the number of a pseudonym, 0 without one."""

    text: str
    kind: Kind | None
    form: str
    number: int


def tokens(text: str) -> Iterator[Token]:
    """The masks in brackets of a text, which may be a column of JSON."""
    for match in _BRACKET.finditer(text):
        if (token := _token(match.group())) is not None:
            yield token


def _token(text: str) -> Token | None:
    number = _NUMBER.search(text)
    bare = _NUMBER.sub("", text)
    inner = bare[1:-1].strip()
    masking = _MASKING.search(inner)
    rest = _MASKING.sub("", inner, count=1).strip("_- ") if masking is not None else inner
    known = next((kind for kind, names in _NAMED if names.fullmatch(rest)), None)
    if masking is None and known is None:
        return None
    place = bare.rindex(rest) if rest else 0
    form = f"{bare[:place]}{{}}{bare[place + len(rest) :]}" if rest else ""
    return Token(bare, known, form if known else "", int(number.group(1)) if number is not None else 0)


@dataclass(frozen=True)
class Style:
    """The masks of a source: kind -> its commonest mask, and a form for the kinds that have none; '' for none."""

    known: Mapping[Kind, str] = field(default_factory=dict)
    form: str = ""
    plain: str = ""
    """A mask for anything, where the source has no other."""

    def mask(self, kind: Kind, number: int = 0) -> str:
        """What stands in the place of a piece of personal data; with a number it is a pseudonym."""
        found = next((self.known[one] for one in (kind, *_ALIKE.get(kind, ())) if one in self.known), "")
        if not found and self.form:
            is_chinese = not self.form.format("").isascii() or not _MASKING.search(self.form)
            found = self.form.format(WORDS[kind] if is_chinese else _CAPITALS[kind])
        if not found and self.plain and not number:
            return self.plain
        found = found or f"[{WORDS[kind]}]"
        return f"{found[:-1]}-{number}{found[-1]}" if number else found


def learnt(texts: Iterable[str]) -> Style:
    """The style of the masks that texts hold."""
    masks: dict[Kind, Counter[str]] = {}
    forms, others = Counter[str](), Counter[str]()
    stars = 0
    for text in texts:
        stars += len(_STARS.findall(text))
        for token in tokens(text):
            if token.kind is not None:
                masks.setdefault(token.kind, Counter())[token.text] += 1
                forms[token.form] += 1
            else:
                others[token.text] += 1
    known = {kind: _commonest(counted) for kind, counted in masks.items()}
    plain = _commonest(others) if others else "***" if stars >= _LEAST_STARS else ""
    return Style(known, _commonest(forms) if forms else "", plain)


def _commonest(counted: Counter[str]) -> str:
    return min(counted, key=lambda one: (-counted[one], one))
