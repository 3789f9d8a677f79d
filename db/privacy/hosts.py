"""Whether a dotted name is a domain that somebody has, or a file, or a name in code. Knows a text and a span."""

from __future__ import annotations

import re

from db.privacy import patterns
from db.privacy.lists import Lists

_LABEL = re.compile(r"[0-9a-z](?:[0-9a-z\-]{0,61}[0-9a-z])?")
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")
_GLUED = re.compile(r"(?:com|net|org|cn)(?=[A-Z]|https?$)")
_CALLED = re.compile(r"\s?[(=\[]|::|->")
_REACH = 12
_FARTHEST = 64
_LEAST = 2
_CALLS = ("域名", "网址", "网站", "访问", "打开", "绑定", "官网")


def domain_end(text: str, start: int, end: int, lists: Lists) -> int:
    """Where a domain ends that begins at `start` in a dotted name; 0 where the name is no domain."""
    name = text[start:end]
    last = name.rpartition(".")[2]
    glued = _GLUED.match(last)
    if glued is not None and not lists.ending(last.lower()):
        end -= len(last) - glued.end()
        name, last = text[start:end], glued.group()
    elif last.istitle() and name.count(".") > 1 and name[: -len(last)].islower():
        # the beginning of a sentence without the blank before it
        end -= len(last) + 1
        name = text[start:end]
        last = name.rpartition(".")[2]
    ending = lists.ending(last.lower())
    if not ending or not is_well_formed(name.lower(), lists):
        return 0
    if ending == "usual" and (last.islower() or last.isupper()):
        return end
    is_named = _is_named(text, start, name)
    if _is_code(text, start, end, lists) or (last.lower() in lists.file_endings and not is_named):
        return 0
    return end if ending != "rare" or is_named or _is_plain(name) else 0


def is_well_formed(host: str, lists: Lists) -> bool:
    """Whether a name in lower case can be that of a host that somebody registered."""
    if lists.is_suffix(host) or host in lists.no_domains:
        return False
    *below, name, last = host.split(".")
    return all(_LABEL.fullmatch(label.lstrip("_")) for label in below) and all(map(_LABEL.fullmatch, (name, last)))


def _is_named(text: str, start: int, name: str) -> bool:
    """Whether words say that it is a domain."""
    return name[:4].lower() == "www." or patterns.DOMAIN.search(text, max(0, start - _REACH), start) is not None


def _is_code(text: str, start: int, end: int, lists: Lists) -> bool:
    """Whether it looks like a name in a program."""
    name = text[start:end]
    labels = name.split(".")
    first = labels[0].lower()
    return (
        first in lists.code_words
        or (len(labels) > 2 and labels[1] in lists.code_words and first in lists.code_words)
        or _CAMEL.search(name) is not None
        or (len(first) == 1 and len(labels) == 2)
        or "_" in name
        or _CALLED.match(text, end) is not None
        or text[start - 1 : start] in ("$", "/", "\\", "#")
    )


def _is_plain(name: str) -> bool:
    """A rare ending is believed behind two labels or more."""
    head = name.rpartition(".")[0]
    return "." in head and head.islower() and len(head) > 4


def international(text: str, dot: int) -> tuple[int, int] | None:
    """The span of a host in Chinese characters whose ending begins at `dot`; None where it is no host."""
    before = patterns.LABELS_BEFORE.search(text, max(0, dot - _FARTHEST), dot)
    ending = patterns.INTERNATIONAL.match(text, dot)
    if before is None or ending is None:
        return None
    start = before.start()
    # nothing need stand between such a word and the name
    called = [place + len(word) for word in _CALLS if (place := text.rfind(word, start, dot)) >= 0]
    start = max([start, *(place for place in called if dot - place >= _LEAST)])
    is_free = start > before.start() or not text[start - 1 : start].isalnum()
    return (start, ending.end()) if dot - start >= _LEAST and is_free else None
