"""What opens something: keys, tokens, digests behind a word for them, and passwords. Tells them from words for them."""

from __future__ import annotations

import re
from itertools import pairwise

from db.privacy import patterns
from db.privacy.kinds import Identifier

_HEX = re.compile(r"[0-9a-fA-F]{16,}")
_DIGEST = 32
_LONG, _SHORT = 16, 12
_CHANGES, _LARGE, _VOWELS = 0.3, 0.1, 0.25
"""In a key without digits: shares of the pairs that change their case, and that are large, and of the vowels."""
_PLACEHOLDER = re.compile(r"(?i)your|example|x{4,}|\*{2,}|password|passwd|placeholder|<|\.\.\.")
_FILE = re.compile(r"\.[A-Za-z][0-9A-Za-z]{1,4}\Z")
_NO_PASSWORD = re.compile(
    "error|incorrect|wrong|invalid|null|nil|none|undefined|true|false|required|string|text|empty|expired|reset|login"
    "|failed|fail|type|varchar|pwd|username|user|hidden|missing|mismatch|not|is|and|or|the|value|input|number|char"
    "|object|function|optional|default|are|was|has|have|for|with|must|should|md5|base64|sha256|bcrypt"
)
"""Words that follow a word for passwords and are none."""
_LEAST = 3
_LEAST_BARE = 6
_LEAST_APART = 4
_ENDS = re.compile(r"[,;|]|\)(?!.)")


def secret(text: str, start: int) -> Identifier | None:
    """A key, token or digest that begins at `start`, by the word before it and by its look."""
    if not patterns.is_called(text, start):
        return None
    near = patterns.near(start)
    match = patterns.TOKEN.match(text, start)
    if match is None or len(match.group()) < _SHORT:
        return None
    value = match.group().rstrip(".:-/")
    if _PLACEHOLDER.search(value) or _FILE.search(value) or patterns.FILE.match(text, start + len(value)):
        return None
    if patterns.is_starred(text, start, start + len(value)) or not _is_called(text, near, start, value):
        return None
    return Identifier("key", start, start + len(value), value, value)


def _is_called(text: str, near: int, start: int, value: str) -> bool:
    is_hex = _HEX.fullmatch(value) is not None
    if patterns.KEY.search(text, near, start) or patterns.BEARER.search(text, near, start):
        return is_hex or _is_random(value)
    if patterns.HASH.search(text, near, start):
        return is_hex
    is_long = len(value) >= _DIGEST and (is_hex or _is_random(value))
    return is_long and patterns.LOOSE.search(text, near, start) is not None


def _is_random(value: str) -> bool:
    """Whether it looks drawn by chance: letters and digits mixed, or letters alone as no word has them."""
    digits = sum(map(str.isdigit, value))
    letters = sum(map(str.isalpha, value))
    if letters < 2 or digits < 2:
        return letters >= patterns.LETTERS and _is_tossed("".join(filter(str.isalpha, value)))
    is_mixed = value.lower() != value != value.upper()
    return (len(value) >= _LONG and (digits >= 3 or len(value) >= 24)) or (is_mixed and digits >= 3)


def _is_tossed(letters: str) -> bool:
    """Whether each letter, and its case, is drawn by chance. Half of the pairs change the case then, in a quarter both
    are large, and a fifth are vowels; joined words have few large pairs and more vowels, abbreviations few changes.
    """
    pairs = list(pairwise(map(str.isupper, letters)))
    changes = sum(one != other for one, other in pairs)
    large = sum(one and other for one, other in pairs)
    vowels = sum(map("aeiou".count, letters.lower()))
    return changes >= _CHANGES * len(pairs) and (large >= _LARGE * len(pairs) or vowels <= _VOWELS * len(letters))


def password_at(text: str, place: int, chinese: bool) -> Identifier | None:
    """The password behind a word for it that ends at `place`; a Chinese word may stand right before it."""
    sign = (patterns.ASSIGN_ZH if chinese else patterns.ASSIGN).match(text, place)
    if sign is None:
        return None
    match = patterns.SECRET.match(text, sign.end())
    if match is None:
        return None
    quote = sign.group("quote")
    value = match.group()
    if quote == "**":
        value = value.partition("**")[0]
    elif not quote:
        value = re.split(r"[,;|&]" if "=" in sign.group() else r"[,;|]", value, maxsplit=1)[0].rstrip(".,:)]}*")
    start, end = match.start(), match.start() + len(value)
    apart = sign.group("bare") if chinese and quote is None else None
    if not _is_password(text, end, value) or (apart is not None and not _is_bare(text, end, value, apart)):
        return None
    if not chinese and not quote and ":" in sign.group().replace("：", ":") and value.isalpha() and value.islower():
        return None  # the beginning of a sentence
    return Identifier("password", start, end, value, value)


def _is_password(text: str, end: int, value: str) -> bool:
    if len(value) < _LEAST or _NO_PASSWORD.fullmatch(value.lower()) or not any(map(str.isalnum, value)):
        return False
    if value[0] in "$<[{(*%/" or value.strip("xX*.") == "" or _PLACEHOLDER.search(value):
        return False
    return text[end : end + 1] != "(" and "(" not in value and "://" not in value


def _is_bare(text: str, end: int, value: str, apart: str) -> bool:
    """Whether a word is a password that no sign parts from its name."""
    least = _LEAST_APART if apart else _LEAST_BARE
    is_drawn = any(map(str.isdigit, value)) and all(sign.isalnum() or sign in "@#!_.-$%^&*+" for sign in value)
    return len(value) >= least and is_drawn and not patterns.UNIT.match(text, end)
