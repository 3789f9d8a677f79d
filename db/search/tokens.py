"""Text as the index sees it: normalised, and cut into tokens that find Chinese words of any length.

A run of Chinese characters becomes its pairs and its last character alone (``证书超时`` -> 证书 书超 超时 时), a Latin
word or a number stays whole, all else separates. Tokens stand in the order of the text, so that a phrase across the
border of two scripts is a phrase of tokens. Knows no database. A change of what comes out needs a new `VERSION`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

VERSION = "1"
"""Stored with an index; another one there means that the index is made anew."""

IGNORED = (
    0x00AD,
    *range(0x200B, 0x2010),
    *range(0x2060, 0x2065),
    *range(0xFE00, 0xFE10),
    0xFEFF,
    *range(0xE0100, 0xE01F0),
)
"""Code points that show nothing (soft hyphen, zero width, variation selectors): they vanish."""

WIDE = (
    (0x3005, 0x3007),
    (0x3041, 0x3096),
    (0x309D, 0x30FF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0x20000, 0x3FFFF),
)
"""First and last code points of the scripts without spaces: Han, kana, Hangul syllables."""

MARK = "¦"
"""Stands before each token of a root cause, and in no other: so an edit of root causes, often of very many tickets,
rewrites what the index has of them and nothing else."""

_IGNORED = dict.fromkeys(IGNORED)
_SHOWS_NOTHING = frozenset(map(chr, IGNORED))


def normalise(text: str) -> str:
    """The text as it is compared: NFKC, case folded, without the characters that show nothing."""
    if text.isascii():
        return text.lower()
    if not _SHOWS_NOTHING.isdisjoint(text):  # a quarter of the time is saved where there is none, as nearly always
        text = text.translate(_IGNORED)
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", folded)


@cache
def _kind(character: str) -> int:
    """0 separates, 1 is of a word, 2 is of a script without spaces."""
    if unicodedata.category(character)[0] not in "LNM":
        return 0
    code = ord(character)
    return 2 if any(first <= code <= last for first, last in WIDE) else 1


def is_wide(character: str) -> bool:
    """True for a character of a script without spaces."""
    return _kind(character) == 2


def is_word(character: str) -> bool:
    """True for a letter, digit or mark of a normalised text; all else separates."""
    return _kind(character) > 0


def words(text: str) -> Iterator[tuple[str, int]]:
    """Runs of one kind in a normalised text, each with the offset behind it: ``ssl证书 1`` -> ssl, 证书, 1."""
    end = 0
    for kind, run in groupby(map(_kind, text)):
        start, end = end, end + len(list(run))
        if kind:
            yield text[start:end], end


def tokens(text: str) -> list[str]:
    """The tokens of a normalised text; `batch.index_rows` makes the same of many texts at once."""
    found: list[str] = []
    for word, _ in words(text):
        if is_wide(word[0]):
            found += [word[i : i + 2] for i in range(len(word))]
        else:
            found.append(word)
    return found


def marked(cut: str) -> str:
    """Tokens, a space between, as those of a root cause."""
    return " ".join([MARK + token for token in cut.split()])


def canonical(text: str) -> str:
    """The words of a normalised text with one space between: what a search compares, whatever separated them."""
    return " ".join(word for word, _ in words(text))
