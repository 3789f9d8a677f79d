"""Links and domains that are not the vendor's: where they end in running text, and whose they are."""

from __future__ import annotations

import re

from db.privacy import patterns
from db.privacy.hosts import domain_end, is_well_formed
from db.privacy.kinds import Identifier, Sort
from db.privacy.lists import Lists

_LONGEST = 300
"""Characters before the path that are looked at."""
_AUTHORITY = re.compile(r"[^/?#,;()]*")
_HOST = re.compile(r"[0-9A-Za-z_.\-]+")
_BRACKET = re.compile(r"[()]")
_TRAILING = ".,;:!?'*_~"
_RESERVED = frozenset(("example", "test", "invalid", "localhost"))
"""RFC 2606."""
_MANUALS = ("example.com", "example.net", "example.org", "example.cn")


def link(text: str, match: re.Match[str], lists: Lists) -> Identifier | None:
    """A link to a host that has a name and is not the vendor's."""
    start = match.start()
    scheme = text.index("://", start) + 3
    if scheme == match.end():
        return _chinese_link(text, start, scheme)
    host = _host(text[scheme : min(match.end(), scheme + _LONGEST)])
    if not _is_named(host, lists) or (lists.is_ours(host) and not lists.alias(host)):
        return None
    end = link_end(text, scheme, match.end())
    value = text[start:end]
    return Identifier("link", start, end, value, _normal(value), sort_of(host), _whose(host, lists))


def _host(rest: str) -> str:
    """The host of what stands behind ``://``."""
    found = _AUTHORITY.match(rest)
    authority = found.group() if found is not None else ""
    host = _HOST.match(authority.rpartition("@")[2])
    return host.group().lower().rstrip(".") if host is not None else ""


def _is_named(host: str, lists: Lists) -> bool:
    """Whether a host has a name that can be registered: a number is an address, and stars are a mask."""
    last = host.rpartition(".")[2]
    return is_well_formed(host, lists) and (bool(lists.ending(last)) or (last.isalpha() and len(last) > 1))


def _normal(value: str) -> str:
    scheme, _, rest = value.partition("://")
    place = next((at for at, sign in enumerate(rest) if sign in "/?#"), len(rest))
    return f"{scheme.lower()}://{rest[:place].lower()}{rest[place:]}".rstrip("/")


def _whose(host: str, lists: Lists) -> str:
    """A host, or the customer's one that an alias of the vendor holds."""
    inner = lists.alias(host)
    return inner if inner and "." in inner and lists.ending(inner.rpartition(".")[2]) == "usual" else host


def sort_of(host: str) -> Sort:
    """Whether manuals use a host."""
    is_manuals = any(host == one or host.endswith(f".{one}") for one in _MANUALS)
    return "documentation" if is_manuals or host.rpartition(".")[2] in _RESERVED else ""


def link_end(text: str, scheme: int, end: int) -> int:
    """Where a link ends that may run into other text: at a bracket that it did not open, at the next link, before
    marks of a sentence or of Markdown."""
    following = patterns.NEXT_LINK.search(text, scheme + 1, end)
    end = following.start() if following is not None else end
    depth = 0
    for bracket in _BRACKET.finditer(text, scheme, end):
        depth += 1 if bracket.group() == "(" else -1
        if depth < 0:
            end = bracket.start()
            break
    while end > scheme and text[end - 1] in _TRAILING:
        end -= 1
    return end


def behind(text: str, match: re.Match[str], lists: Lists) -> int:
    """Where to look on after a link that is none of a customer: behind the vendor's host, or at any other."""
    scheme = text.index("://", match.start()) + 3
    host = _HOST.match(text, scheme, max(scheme, match.end()))
    return host.end() if host is not None and lists.is_ours(host.group().lower()) else scheme


def dotted(text: str, start: int, end: int, lists: Lists) -> Identifier | None:
    """A domain without a scheme."""
    end = domain_end(text, start, end, lists)
    if not end:
        return None
    host = text[start:end].lower()
    inner = _whose(host, lists)
    if inner == host and lists.is_ours(host):
        return None
    end = start + len(inner)
    return Identifier("domain", start, end, text[start:end], inner, sort_of(inner))


def _chinese_link(text: str, start: int, scheme: int) -> Identifier | None:
    """A link whose host begins with Chinese characters."""
    match = patterns.INTERNATIONAL_HOST.match(text, scheme)
    if match is None:
        return None
    end = link_end(text, scheme, match.end())
    host = match.group("host").lower()
    return Identifier("link", start, end, text[start:end], _normal(text[start:end]), "", host)
