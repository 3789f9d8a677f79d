"""Rows on personal data: a search of all fields of all tickets beside one compiled pattern of all kinds over the same
texts, which has them in memory already and checks nothing; and the plan that masks all that is found beside the search.
"""

from __future__ import annotations

import re

from db.privacy import masking, scan
from db.review import Review
from tests.bench.ground import Ground, say
from tests.bench.measure import Measure, Rows, compare

FOUND = "personal data beside one compiled pattern"
PLANNED = "a plan to mask it all beside the search"
RUNS = 3

PATTERN = re.compile(
    r"(?P<link>(?:https?|ftp|rtmp|rtsp|wss?)://[^\s<>\"'`\u4e00-\u9fff，。；：]+)"
    r"|(?P<mail>[\w.%+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})"
    r"|(?P<company>\b[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}\b)"
    r"|(?P<id_card>(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d))"
    r"|(?P<bank_card>(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){2,3}\d{0,3}(?!\d))"
    r"|(?P<mobile>(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d))"
    r"|(?P<landline>(?<!\d)0\d{2,3}[ -]?[2-8]\d{6,7}(?!\d))"
    r"|(?P<ipv4>(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]))"
    r"|(?P<ipv6>(?<![\w:])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{1,4}(?![\w:]))"
    r"|(?P<domain>(?<![\w.@-])(?:[\w-]+\.)+(?:com|cn|net|org|top|xyz|vip|cc|club|shop|test|io|me|info|site)\b)"
    r"|(?P<key>(?:[Aa]ccess_?[Kk]ey|[Ss]ecret_?[Kk]ey|[Tt]oken|AK|SK|md5|MD5|密钥|秘钥)[\"']?\s*[:：=]\s*[\"']?[\w+/=-]{16,})"
    r"|(?P<password>(?:密码|口令|[Pp]assword|pwd)[\"']?\s*[:：=]\s*[\"']?[!-~]{3,})"
    r"|(?P<order>(?:订单|流水|交易)(?:编号|单号|号)\s*[:：]?\s*[\w-]{5,})"
)
"""Each kind as one would write it down: it finds more that is none, and misses what needs a look around."""


def rows(ground: Ground) -> Rows:
    """The search, then the plan."""
    say("privacy")
    with Review.open(ground.review, "bench") as review:
        texts = _texts(review)
        yield compare(FOUND, 4, lambda: scan(review), lambda: [list(PATTERN.finditer(text)) for text in texts], RUNS)
        yield _plan(review)


def _texts(review: Review) -> list[str]:
    found: list[str] = []
    for one in review.tickets():
        turns = (*one.replies, *(one.conversation or ()))
        found += (one.title, one.problem, *(turn.text for turn in turns), one.root_cause, one.note)
        found += (text for _, text in one.fields)
    return found


def _plan(review: Review) -> Measure:
    found = scan(review)
    return compare(PLANNED, 4, lambda: masking(review, found.findings), lambda: scan(review), RUNS)
