"""Masks in the text of a ticket: what a conversion put where something private, or a picture, had stood.

There are over forty spellings, and new ones come with each conversion; so a mask is known by its shape: a bracket with
a word of masking in it, or a name, number or address with a run of stars. Finds only; draws nothing.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["mask", "image", "file"]

BRACKET = r"\[[^\[\]\n]{1,40}\]|【[^【】\n]{1,40}】"
STARS = r"\*{2,}"

_MASKING = r"脱敏|屏蔽|隐藏|打码|已隐去|REDACTED|HIDDEN|SANITI[SZ]ED|MASKED|REMOVED|ANONYMI[SZ]ED|FILTERED"
_THING = (
    r"(?:(?:URL|LINK|KEY|EMAIL|MAIL|PHONE|MOBILE|TEL|IP|IPV[46]|DOMAIN|HOST|TOKEN|SECRET|AK|SK|ACCESS|PATH|ID|UID|NAME"
    r"|USER|ACCOUNT|PASSWORD|ADDRESS|BUCKET|ORDER)(?:_(?:[A-Z]+|\d+))*)"
    r"|(?:链接|网址|域名|密钥|邮箱|邮件|手机号?|电话|姓名|身份证号?|地址|账号|密码|订单号|路径)"
)
"""Patterns are compiled when a text first has something like a mask: at a start few texts do."""
_IMAGE = frozenset({"图片", "截图", "图像", "动画表情", "表情", "image", "Image", "picture"})
_FILE = frozenset({"附件", "文件", "视频", "语音", "音频", "file", "video"})

_LEFT = r"(?:[A-Za-z][A-Za-z0-9+.\-]*://)?[A-Za-z0-9._@\-*]*\Z"
_RIGHT = r"[A-Za-z0-9._@\-*/:?=&%]*"
_REACH = 80
"""Characters that a starred token may reach to the left; bounds the look back on a line of any length."""


def bracket(text: str) -> Kind | None:
    """What a bracket (with its brackets) stands for, or None where it is a bracket and no more."""
    inner = text[1:-1]
    if inner in _IMAGE:
        return "image"
    if inner in _FILE:
        return "file"
    return "mask" if re.search(_MASKING, inner, re.IGNORECASE) or re.fullmatch(_THING, inner) else None


def starred(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """The whole token around a run of stars at start:end, not reaching below `floor`.

    None where it masks nothing: a rule that fills its line, the fence of a comment.
    """
    begin = max(floor, start - _REACH)
    left = re.search(_LEFT, text[begin:start])
    begin += left.start() if left else start - begin
    right = re.compile(_RIGHT).match(text, end)
    stop = begin + len(text[begin : right.end() if right else end].rstrip(".:?=&%/-_@"))
    bare = not text[begin:stop].strip("*")
    fenced = bare and ("/" in (text[begin - 1 : begin], text[stop : stop + 1]))
    ruled = bare and text[begin - 1 : begin] in ("", "\n") and text[stop : stop + 1] in ("", "\n")
    return (begin, stop) if is_starred(text[begin:stop]) and not fenced and not ruled else None


def is_starred(token: str) -> bool:
    """True where stars replace a part of `token`: `a***.cn`, `https://***`, `138****1234`, `***.**`, `***`."""
    bare = token.strip("*")
    if not bare:
        return 3 <= len(token) <= 8
    if token.startswith("/*") or token.endswith("*/") or not any(c.isascii() and c.isalnum() for c in token):
        return set(token) <= set("*.@-/") and len(token) <= 20
    return "***" in token or "." in token or "@" in token
