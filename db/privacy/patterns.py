"""The patterns of personal data: one that skips what is no candidate, one of all candidates, and what stands around.

A text is run through once: `REGION` passes over Chinese text at the speed of a set of characters and stops at runs of
Latin signs, in which `CANDIDATE` names what each piece may be. Patterns only; what a candidate really is, is checked in
`finding`. None backtracks over a line.
"""

from __future__ import annotations

import re

REACH = 26
"""Characters before a candidate that are looked at for words."""

REGION = re.compile(r"[!-~密口提（][ -~（）：]*+")
"""A run in which something may be; the Chinese signs begin words for passwords, and brackets around area codes."""

SPOKEN = frozenset("密口提")

WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ＠．－＋]")
NARROWED = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF5B), ord("＠"), ord("．"), ord("－"), ord("＋"))}
"""Full-width signs to those that patterns know, one for one."""

_AREA = r"(?:10|2[0-57-9]|[3-9][0-9]{2})"
_LOCAL = r"(?:[2-8][0-9]{2,3}[ \-][0-9]{4}|[2-8][0-9]{6,7})"
_BEYOND = r"(?:(?:\+|00?)?86[)）]?[ \-]{0,2})"

LETTERS = 24
"""Letters of a key without digits, at the least."""

CANDIDATE = re.compile(
    rf"""
    (?P<link>(?:(?<![A-Za-z0-9])(?i:ftps?|sftp|rtmp[set]?|rtsps?|wss?|srt|mms)|(?i:https?))://[!#-&(-;=?-Z_a-z~]{{0,4096}}+)
    |(?P<mail>(?<![0-9A-Za-z._%+\-])[0-9A-Za-z_][0-9A-Za-z._%+\-]{{0,63}}+@[0-9A-Za-z][0-9A-Za-z.\-]*\.[A-Za-z]{{2,}})
    |(?P<password>(?<![A-Za-z])(?:[A-Za-z]{{1,12}}_)?(?i:pass(?:w(?:or)?d|phrase|code)|pwd)(?![A-Za-z]))
    |(?P<ipv6>(?<![0-9A-Za-z:.])[0-9A-Fa-f]{{0,4}}(?::[0-9A-Fa-f]{{0,4}}){{2,8}}(?:(?:\.[0-9]{{1,3}}){{3}})?(?![0-9A-Za-z:]))
    |(?P<mobile>(?<![0-9A-Za-z_])[(（]?{_BEYOND}?1[3-9][0-9]
        (?:[0-9]{{8}}|[ \-.][0-9]{{4}}[ \-.][0-9]{{4}}|[ \-][0-9]{{8}}|[0-9][ \-][0-9]{{4}}[ \-][0-9]{{3}})
        (?![0-9A-Za-z]))
    |(?P<landline>(?<![0-9A-Za-z_])(?:[(（]?{_BEYOND}[(（]?0?{_AREA}|[(（]0{_AREA}|0{_AREA})[)）]?[ \-]{{0,2}}{_LOCAL}
        |(?<![0-9A-Za-z_])[48]00[ \-]?[0-9]{{3}}[ \-]?[0-9]{{4}}|(?<![0-9A-Za-z_])[48]00[ \-][0-9]{{4}}[ \-][0-9]{{3}}
        )(?![0-9A-Za-z])
    |(?P<card>(?<![0-9A-Za-z_\-])[2-69][0-9]{{3}}(?P<gap>[ \-])[0-9]{{4}}(?P=gap)[0-9]{{4}}(?P=gap)
        (?:[0-9]{{4}}(?P=gap)[0-9]{{1,3}}|[0-9]{{3,4}})
        (?![0-9A-Za-z]))
    |(?P<dotted>(?<![0-9A-Za-z_@])(?<![0-9A-Za-z_\-]\.)[0-9A-Za-z_](?:[0-9A-Za-z_\-]*+\.)+[0-9A-Za-z\-]++)
    |(?P<word>(?<![0-9A-Za-z_])(?=[A-Za-z_\-+/]{{0,64}}+(?:[0-9]|(?<=[A-Za-z_\-+/]{{{LETTERS}}})))[0-9A-Za-z][0-9A-Za-z_\-]{{4,}}+)
    """,
    re.VERBOSE,
)
"""Each kind of candidate by the name of its group."""

EXTENSION = re.compile(r"[ ]?(?:-|[,，]?[ ]?(?:转|分机号?|(?i:ext|x)\.?)[ ]?[:：]?)[ ]?[0-9]{2,6}(?![0-9A-Za-z\-])")
"""Of a landline number."""

# What stands before a candidate; each ends where the candidate begins.

_MARK = r"""["'”’)）\]】*`]{0,2}\s{0,3}(?:[:：=#]|=>|号?是[:：]?|号?为[:：]?)?\s{0,3}[\[（("'“‘「『`<*]{0,2}\Z"""
ORDER = re.compile(
    r"(?:(?:订单|交易|支付|付款|商户|退款|退货|充值|提现|运单|快递|物流|包裹|流水|账单)(?:订?单|流水)?"
    r"(?:编号|单号|号码|号|(?i:id|no\.?|sn))"
    r"|流水号|运单|(?<!工)单号|(?i:(?<![a-z])(?:order|trade|transaction|tracking|waybill)[\s_\-]?(?:id|no|num|number|sn|code)\.?))"
    + _MARK
)
"""A word for the number of an order, which the candidate then is."""
ORDERED = re.compile(r"(?:订单|运单)" + _MARK)
"""The word for an order alone."""
OTHER = re.compile(
    r"(?:(?i:u_?id|user_?id|trace_?id|req(?:uest)?_?id|log_?id|file_?id|app_?id|(?<![a-z])[mptr]?id|qq|seq|timestamp|size"
    r"|length|offset)|群号?|工单号?|工单编号|编号|时间戳|流水|版本号?|[￥¥$])" + _MARK
)
"""What numbers count that are nobody's."""
VERSION = re.compile(
    r"(?:(?i:\bv|\bver|version|sdk|ios|android|chrome|firefox|safari|edge|release|build|kernel|nginx|php|jdk|openssl|tls"
    r"|mysql|python)|版本号?|版|升级[到至]?|更新[到至]?|内核|固件|补丁|第)[\s:：=/\"'为是]{0,3}\Z"
)
PHONE = re.compile(r"(?:电话|座机|固话|总机|热线|传真|致电|拨打|回电|(?i:tel|fax|phone|telephone))" + _MARK)
KEY = re.compile(
    r"(?:(?i:access[_\- ]?key(?:[_\- ]?(?:id|secret))?|secret(?:[_\- ]?access)?(?:[_\- ]?(?:key|id))?"
    r"|(?:app|api|client|user|private|public|sign|aes|des|encrypt|master)[_\- ]?(?:key|secret)|token"
    r"|(?<![a-z])(?:ak|sk)|passkey)|密钥|秘钥|密匙|私钥|令牌)(?:值|串)?" + _MARK
)
BEARER = re.compile(r"(?i:bearer|qbox|qiniu|uptoken|basic)\s{1,3}\Z")
HASH = re.compile(r"(?:(?i:md5|sha[_\-]?(?:1|224|256|384|512)?)|校验[值和码]|摘要)(?:值)?" + _MARK)
LOOSE = re.compile(r"(?:(?i:(?<![a-z])(?:key|sign|signature|authorization)|(?<![a-z?&])hash)|签名|哈希值?)" + _MARK)
"""Words for much else too: only what is as long as a digest is one behind them."""
DOMAIN = re.compile(r"(?:域名|网址|网站|主机名|官网|(?i:domain|host|cname))" + _MARK)

_MARKS = " \t\n\r\xa0\u3000:：=#>是为号\"'”’)）]】*`[（(“‘「『<"
_NUMBERING = ("id", "id.", "no", "no.", "sn", "sn.", "num", "num.", "number", "number.", "code", "code.", "seq", "qq")
_OPENING = ("key", "secret", "token", "ak", "sk", "access", "bearer", "qbox", "qiniu", "basic", "authorization")
_DIGESTS = ("md5", "sha", "sha1", "sha-1", "sha_1", "224", "256", "384", "512", "hash", "sign", "signature")
_COUNTING = ("timestamp", "size", "length", "offset", *"单易付款户货值现递流裹编码群水戳本￥¥$钥匙牌串要名希和")
_LAST = (*_NUMBERING, *_OPENING, *_DIGESTS, *_COUNTING)
"""What the words before a candidate end with, marks left off: most candidates have none, which is seen at once."""


def is_called(text: str, start: int) -> bool:
    """Whether one of the words for orders, keys and numbers may stand before a candidate."""
    return text[near(start) : start].rstrip(_MARKS).lower().endswith(_LAST)


# What stands behind a candidate

UNIT = re.compile(r"\s?(?:元|块|万|亿|字节|毫秒|秒|分钟|[年次条个人天位种行]|(?i:bytes?|[kmgt]?b|ms|fps)\b|[%％])")
VERSIONED = re.compile(r"\s?(?:版|及?以[上下后前]|[条章节款]|的版本)")
FILE = re.compile(r"[0-9A-Za-z_\-]*\.[A-Za-z][0-9A-Za-z]{0,4}(?![0-9A-Za-z])")

GLUED_ADDRESS = re.compile(
    r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?=[A-Z][A-Za-z]{2})(?!Beta|Alpha|RC|Build|SNAPSHOT|Release|Final)"
)
"""An address that runs into a word, as in pasted tables."""

NAMED_ADDRESS = re.compile(r"(?i:ip(?:v4)?|addr(?:ess)?|host|ping)(?=(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9A-Za-z_.\-]))")
"""A word that runs into the address behind it."""
NET_BEFORE = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}/\Z")
NET_MASK = re.compile(
    r"(?!(?:1?[0-9]{1,2}|2[0-4][0-9]|25[0-5])\.)(?:3[0-2]|[12][0-9]|[1-9])(?=(?:1?[0-9]{1,2}|2[0-4][0-9]|25[0-5])\.)"
)
"""The mask of a net that runs into the next address, which would be none with it."""

LABEL = re.compile(r"(?:(?i:id|no)|SN|sn)(?=[0-9]{5})")
"""The end of a word before a number, where nothing stands between them."""

# Values

TOKEN = re.compile(r"[0-9A-Za-z_\-+/]+={0,2}(?:[.:][0-9A-Za-z_\-+/]+={0,2})*")
NEXT_LINK = re.compile(r"(?<![=/%&?:+])(?i:https?)://|(?<=[,;:])(?i:https?)://")
SECRET = re.compile(r"[!#-&(-;=?-\[\]-_a-z{-~]+")
PASSWORD_ZH = re.compile(r"(?:密码|密碼|口令|提取码)")
_QUOTE = r"(?P<quote>[\"'“‘「`]|\*\*|)"
ASSIGN_ZH = re.compile(
    r"(?:已?(?:修改|改|重置|设置|变更|更换)(?=[为成]))?成?"
    rf"[\"'”*`]{{0,2}}[ \t]{{0,3}}(?:[:：=]|是[:：]?|为[:：]?)\s{{0,3}}{_QUOTE}|(?P<bare>[ \t]{{0,3}})"
)
ASSIGN = re.compile(rf"[\"'*`]{{0,2}}\s{{0,3}}(?:[:：=]|=>)\s{{0,3}}{_QUOTE}")

_CHINESE_ENDING = "中国|公司|网络|网址|商城|网店|中文网|集团|在线|我爱你"
INTERNATIONAL = re.compile(rf"\.(?:{_CHINESE_ENDING})(?![\u4e00-\u9fff0-9A-Za-z]|\.)")
LABELS_BEFORE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff\-]{1,30}(?:\.[0-9A-Za-z\u4e00-\u9fff\-]{1,30}){0,3}\Z")
INTERNATIONAL_HOST = re.compile(
    r"(?P<host>[0-9A-Za-z\u4e00-\u9fff\-]{1,30}(?:\.[0-9A-Za-z\-]{2,30})*"
    rf"\.(?:com|cn|net|org|top|xyz|vip|cc|{_CHINESE_ENDING}))(?![0-9A-Za-z])(?::[0-9]+)?(?:[/?#][!-~]*)?"
)
CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_\-]*[0-9A-Za-z]")
"""The number of an order as far as it goes."""


STARS_BEFORE = re.compile(r"([0-9A-Za-z@.]?)(\*{1,9})\Z")
STARS_BEHIND = re.compile(r"(\*{1,9})([0-9A-Za-z@.]?)")
BOLD = 2


def is_starred(text: str, start: int, end: int) -> bool:
    """Whether stars beside a candidate stand for the rest of it, and are no marks of bold text."""
    if "*" not in text[max(0, start - 1) : start] + text[end : end + 1]:
        return False
    before = STARS_BEFORE.search(text, max(0, start - 10), start)
    behind = STARS_BEHIND.match(text, end)
    left, right = before[2] if before else "", behind[1] if behind else ""
    if left == right and len(left) <= BOLD:
        return False
    hidden_before = before is not None and (bool(before[1]) or len(left) > BOLD)
    hidden_behind = behind is not None and (bool(behind[2]) or len(right) > BOLD)
    return hidden_before or hidden_behind


def near(start: int) -> int:
    """From where on words before a candidate are looked for."""
    return max(0, start - REACH)
