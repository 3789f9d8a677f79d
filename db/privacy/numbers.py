"""Numbers and codes: telephones, cards, companies, orders. What a number is, its digits and the words beside it say."""

from __future__ import annotations

import re

from db.privacy import patterns
from db.privacy.digits import is_bank_card, is_credit_code, is_id_card
from db.privacy.kinds import Identifier
from db.privacy.lists import Lists
from db.privacy.secrets import secret

_DATE = re.compile(r"(?:19|20)\d\d[-_/.]?(?:\d\d?(?:[-_/.]\d\d?)?)?")
_NO_DIGIT = re.compile(r"[^0-9]")
_HEAD_CODES = ("010", "020", "021", "022", "023", "024", "025", "027", "028", "029")
_OPEN, _CLOSED = "(（", ")）"
MARKED = 4
"""Digits that a code behind a word for orders has at least, and `PLAIN` those behind the bare word “order”."""
PLAIN = 8

Match = re.Match[str]
Counted = tuple[Identifier | None]
"""What a number is by the word before it: an order, or (None,) something that is nobody's."""


def mobile(text: str, match: Match) -> Identifier | None:
    """A mobile number of China, with its country code where that stands there."""
    start, end = _bracketed(text, *match.span())
    if not _is_free(text, start, end):
        return None
    if (other := _counted(text, start, end)) is not None:
        return other[0]
    return Identifier("mobile", start, end, text[start:end], _NO_DIGIT.sub("", text[start:end])[-11:])


def landline(text: str, match: Match, lists: Lists) -> Identifier | None:
    """A landline number with its area, or one that begins with 400 or 800."""
    start, end = _bracketed(text, *match.span())
    value = text[start:end]
    digits = _NO_DIGIT.sub("", value)
    if not _is_free(text, start, end) or digits in lists.vendor_phones:
        return None
    if (other := _counted(text, start, end)) is not None:
        return other[0]
    if digits == value and digits[0] != "0" and not (digits[0] in "48" and _is_phone(text, start)):
        return word(text, start, end)
    return _extended(text, start, end, _national(digits))


def _extended(text: str, start: int, end: int, normal: str) -> Identifier | None:
    if not _is_landline(normal):
        return None
    extension = patterns.EXTENSION.match(text, end)
    if extension is not None:
        end, normal = extension.end(), f"{normal}-{_NO_DIGIT.sub('', extension.group())}"
    return Identifier("landline", start, end, text[start:end], normal)


def _national(digits: str) -> str:
    """Digits without the country's code, with the 0 of an area."""
    bare = digits.lstrip("0")
    if bare.startswith("86") and len(bare) > 10:
        return f"0{bare[2:].lstrip('0')}"
    return digits


def _is_landline(normal: str) -> bool:
    if normal[0] in "48":
        return len(normal) == 10
    return len(normal) == 11 if normal.startswith(_HEAD_CODES) else len(normal) in (11, 12)


def card(text: str, match: Match) -> Identifier | None:
    """A bank card in groups of four digits."""
    digits = _NO_DIGIT.sub("", match.group())
    start, end = match.span()
    if not _is_free(text, start, end) or not is_bank_card(digits):
        return None
    other = _counted(text, start, end)
    return other[0] if other is not None else Identifier("bank_card", start, end, match.group(), digits)


def word(text: str, start: int, end: int) -> Identifier | None:
    """Numbers and codes without a form of their own: by their check digits, or by the word before them."""
    if (label := patterns.LABEL.match(text, start)) is not None:
        start = label.end()
    value = text[start:end]
    if patterns.is_starred(text, start, end):
        return None
    counted = _counted(text, start, end)
    if counted is not None and counted[0] is not None:
        return counted[0]
    if end - start in (15, 18) and not patterns.FILE.match(text, end):
        if is_id_card(value):
            return Identifier("id_card", start, end, value, value.upper())
        if is_credit_code(value) and (counted is None or not value.isdigit()):
            return Identifier("company", start, end, value, value.upper())
    if counted is None and value.isdigit() and (found := _digits(text, start, end)) is not None:
        return found
    return secret(text, start)


def _digits(text: str, start: int, end: int) -> Identifier | None:
    value = text[start:end]
    if not _is_free(text, start, end):
        return None
    if 14 <= len(value) <= 19 and is_bank_card(value):
        return Identifier("bank_card", start, end, value, value)
    if len(value) in (7, 8) and value[0] in "2345678" and _is_phone(text, start):
        extension = patterns.EXTENSION.match(text, end)
        end = extension.end() if extension is not None else end
        return Identifier("landline", start, end, text[start:end], value)
    return None


def _counted(text: str, start: int, end: int) -> Counted | None:
    if not patterns.is_called(text, start):
        return None
    near = patterns.near(start)
    value = text[start:end]
    digits = sum(map(str.isdigit, value))
    if digits >= MARKED and not _DATE.fullmatch(value):
        is_order = patterns.ORDER.search(text, near, start) or (
            digits >= PLAIN and patterns.ORDERED.search(text, near, start)
        )
        if is_order:
            return (None if patterns.UNIT.match(text, end) else _order(text, start, end),)
    return (None,) if patterns.OTHER.search(text, near, start) else None


def _order(text: str, start: int, end: int) -> Identifier:
    whole = patterns.CODE.match(text, start)
    end = max(end, whole.end()) if whole is not None else end
    return Identifier("order", start, end, text[start:end], text[start:end].upper())


def _is_phone(text: str, start: int) -> bool:
    return patterns.PHONE.search(text, patterns.near(start), start) is not None


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without a bracket that is not closed within."""
    if text[start] in _OPEN and not any(sign in text[start:end] for sign in _CLOSED):
        start += 1
    return start, end


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether a number stands by itself: no part of a longer one, of a name or of a file's name, no count of things."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in ("_", "@", "#", "$") or behind[:1] in ("_", "@") or patterns.is_starred(text, start, end):
        return False
    if before[-1:] in ("-", ".") and before[:1].isalnum() and before[:1].isascii():
        return False
    if behind[:1] == "." and behind[1:].isdigit():
        return False
    return not patterns.UNIT.match(text, end) and not patterns.FILE.match(text, end)
