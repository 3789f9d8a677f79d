"""Check digits, and what else numbers must be to be what they look like. Knows numbers, no text around them."""

from __future__ import annotations

from datetime import date

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_PLACES = {sign: place for place, sign in enumerate(_CREDIT)}
_PROVINCES = frozenset(
    str(number)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for number in range(first, last + 1)
)
_KINDS_OF_BODIES = {"1": "1239", "2": "19", "3": "1234569", "4": "19", "5": "1239", "6": "129", "7": "129"}
_KINDS_OF_BODIES |= {"8": "19", "9": "123", "A": "19", "N": "1239", "Y": "1"}
_ENTERPRISE = "100000"
"""In the place of a region: registered with the ministry itself."""

_OLDEST = 1800
_CARDS = (
    ("62", 16, 19),
    ("4", 16, 16),
    *((str(head), 16, 16) for head in range(51, 56)),
    *((str(head), 16, 16) for head in range(2221, 2721)),
    *((str(head), 16, 16) for head in range(3528, 3590)),
    ("34", 15, 15),
    ("37", 15, 15),
    ("36", 14, 14),
    ("6011", 16, 16),
    ("65", 16, 16),
    ("9558", 19, 19),
    ("60138", 19, 19),
    ("60142", 19, 19),
    ("95599", 19, 19),
)
"""Beginnings of the numbers of issuers (ISO/IEC 7812, and the older ranges of Chinese banks), least and most digits."""
_HEADS = frozenset((head, size) for head, least, most in _CARDS for size in range(least, most + 1))
_LONGEST_HEAD = 5


def is_id_card(number: str) -> bool:
    """An ID-card number: GB 11643-1999 with its check digit, or the older form of 15 digits."""
    number = number.upper()
    if number[:2] not in _PROVINCES:
        return False
    if len(number) == 15:
        return number.isdigit() and _is_date(f"19{number[6:12]}")
    if len(number) != 18 or not number[:17].isdigit() or not _is_date(number[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return number[17] == _ID_CHECKS[total % 11]


def _is_date(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= _OLDEST and day <= date.today()


def is_bank_card(number: str) -> bool:
    """Digits of a bank card: the range of an issuer, and the check digit of Luhn (ISO/IEC 7812-1, annex B)."""
    size = len(number)
    if not any((number[:most], size) in _HEADS for most in range(1, _LONGEST_HEAD + 1)):
        return False
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (doubled + sum(map(int, number[-1::-2]))) % 10 == 0 and len(set(number)) > 2


def is_credit_code(code: str) -> bool:
    """A unified social credit code: GB 32100-2015, its check character, a kind of body and a region that there are."""
    code = code.upper()
    if len(code) != 18 or code[1] not in _KINDS_OF_BODIES.get(code[0], ""):
        return False
    region = code[2:8]
    if not region.isdigit() or (region[:2] not in _PROVINCES and region != _ENTERPRISE):
        return False
    places = [_CREDIT_PLACES.get(sign, -1) for sign in code]
    if min(places) < 0:
        return False
    # weights are the powers of 3 modulo 31: 1, 3, 9, 27, 19, 26, …
    total = sum(place * pow(3, power, 31) for power, place in enumerate(places[:17]))
    return places[17] == -total % 31
