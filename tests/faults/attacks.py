"""Tickets made to attack: a table of texts that would load, run, compute, deceive or never end, were they trusted.

Each is the title, the problem and a reply of a ticket. ``{canary}`` stands for a file beside the review and ``{port}``
for a port of this machine that nobody may come to.
"""

from __future__ import annotations

LONG = 40_000
"""Characters of a text on which naive matching explodes."""

HTML = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b>粗</b> &lt;i&gt; &#60;u&#62; &amp;amp;",
    "<svg onload=alert(1)><animate attributeName=x /></svg>",
    "<body onload=location='http://127.0.0.1:{port}/'>",
    "<style>*{{background:url(http://127.0.0.1:{port}/a.css)}}</style>",
    "<a href='javascript:alert(1)'>这里</a>",
    "[这里](javascript:alert(1))",
    "[这里](JaVaScRiPt&colon;alert(1))",
    "[这里](data:text/html;base64,PHNjcmlwdD4=)",
    "[这里](vbscript:msgbox)",
    "<iframe src='http://127.0.0.1:{port}/'></iframe>",
    "<object data='file://{canary}'></object>",
    "<table><tr><td background='http://127.0.0.1:{port}/t.png'>",
    "<!-- --><![CDATA[ ]]><?xml version='1.0'?>",
    "</p></body></html><h1>后面</h1>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:{port}/'>",
    "<font size=7000>大</font>",
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{canary}">]><x>&e;</x>',
)
RESOURCES = (
    "![图](http://127.0.0.1:{port}/a.png)",
    "![图](file://{canary})",
    "![图]({canary})",
    "<img src='file://{canary}'>",
    "<img src='{canary}'>",
    "<img src='http://127.0.0.1:{port}/b.png'>",
    "<img src='//127.0.0.1:{port}/c.png'>",
    "<img src='qrc:/qt/etc/qt.conf'>",
    "<img src=':/icons/x.png'>",
    "<link rel=stylesheet href='http://127.0.0.1:{port}/d.css'>",
    "![图][一]\n\n[一]: http://127.0.0.1:{port}/e.png",
    "<video src='http://127.0.0.1:{port}/f.mp4' autoplay></video>",
    "**重要** ![图](file://{canary}) `x`",
    "\\\\127.0.0.1\\share\\x",
    "smb://127.0.0.1/share [图](smb://127.0.0.1/x)",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://127.0.0.1:{port}/","这里")',
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "\t=1+1",
    " =1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1:A9)",
    "\n=1+1",
    "\ufeff=1+1",
    "\u3000 ＝1+1",
    "\u200b@SUM(A1:A9)",
    "' =1+1",
    '=WEBSERVICE("http://127.0.0.1:{port}/")',
    '=IMPORTXML(CONCAT("http://127.0.0.1:{port}/?v=", A1), "//a")',
    '"=1+1',
    "'=1+1",
    "；=1+1",
    '=DDE("cmd";"/C calc";"x")',
)
SIGNS = (
    "钱\u202e很多\u202c的",
    "\u202etxt.exe",
    "\u2066\u2067\u2068没有结束",
    "\u200f\u200e\u061c方向",
    "零\u200b宽\u200c度\u200d\ufeff",
    "\x01\x02\x07\x08\x0b\x0c\x0e\x1b[31m红\x1b[0m\x7f",
    "\x1b]0;标题\x07\x1b[2J",
    "\x85\u2028\u2029行",
    "空\x00字节",
    "\ufffe\uffff 不是字符",
    "\U000e0041\U000e007f 标签",
    "e" + "\u0301" * 3_000,
    "\u0e4a" * 2_000,
    "\ue000\uf8ff 私用",
    "%s %d %n {0} {name} {{}} %(x)s",
    "'; DROP TABLE ticket; --",
    '" OR 1=1 -- \\',
    "../../../etc/passwd",
    "$(touch {canary}.new) `touch {canary}.new` ; touch {canary}.new",
)
EXPLODING = (
    "> " * 2_000 + "深",
    "- " * 3_000 + "深",
    "[" * LONG,
    "![" * (LONG // 2),
    "[a](" * (LONG // 4),
    "*" * LONG,
    "**a " * (LONG // 4),
    "*a **b " * (LONG // 7),
    "`" * LONG,
    "`a" * (LONG // 2),
    "<" * LONG,
    "<a " * (LONG // 3),
    "&" * LONG,
    "&#" * (LONG // 2),
    "a" * LONG + "!",
    "1" * LONG,
    "1.1." * (LONG // 4),
    "a@" * (LONG // 2),
    "http://" * (LONG // 7),
    "https://a.b" + "/a" * (LONG // 2) + "（",
    "w." * (LONG // 2),
    "[图片]" * (LONG // 4),
    "[已脱敏" * (LONG // 4),
    "```\n" * (LONG // 4),
    "\t " * (LONG // 2) + "x",
    "| " * (LONG // 2),
    "\n" * 8_000 + "x",
    "  - 一\n" * 4_000,
    "1. 一\n" * 4_000,
    "{{" * (LONG // 2),
)
ATTACKS = (*HTML, *RESOURCES, *FORMULAS, *SIGNS, *EXPLODING)
PATTERNS = ("(a+)+$", "(a|a)*$", "(.*a){15}c", "([a-z]+)*[0-9]", "(a?){30}a{30}", "^(([a-z])+.)+[A-Z]([a-z])+$")
"""What somebody looks for, on texts of `EXPLODING`."""


def text_of(attack: str, canary: str, port: int) -> str:
    """An attack with its places filled in."""
    for sign, value in (("{canary}", canary), ("{port}", str(port)), ("{{", "{"), ("}}", "}")):
        attack = attack.replace(sign, value)
    return attack
