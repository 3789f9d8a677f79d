"""What stands before every title of a file: ``12. ``, ``Q12: ``, ``问题 12：``, ``Q: ``, or nothing.

A title may itself begin with digits, so the whole file decides: a prefix is one only when every title has it and the
numbers rise from title to title. Looks at titles only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from db.formats.dialect import Numbering

_COUNTED = re.compile(r"([^\W\d_]{0,8}\.?[ #＃]{0,2})(\d{1,9})( ?[.．、:：)）\]】-]\s*)")
_WORD = re.compile(r"(Q|问题|问|工单|标题|案例|Question|Title|Case|Ticket)(\s*[:：]\s*)")
_WORDS = (
    "q",
    "问题",
    "问",
    "工单",
    "标题",
    "案例",
    "序号",
    "编号",
    "question",
    "issue",
    "title",
    "case",
    "ticket",
    "no",
)
_DECIMAL = re.compile(r"\d+[.．]\d")
_FEW = 0.2
_OF_LISTS = (".", "．", "、", ")", "）")
"""What follows the number of an item; behind a colon a number may as well be an error code."""


def find(titles: Sequence[str]) -> Numbering | None:
    """The prefix of all titles, None where one of them lacks it."""
    return _counted(titles) or _worded(titles)


def _counted(titles: Sequence[str]) -> Numbering | None:
    found = [_COUNTED.match(title) for title in titles]
    matches = [match for match in found if match is not None]
    if not matches or len(matches) < len(titles):
        return None
    word, delimiter = matches[0].group(1, 3)
    if any(match.group(1).strip() != word.strip() for match in matches):
        return None
    numbers = [int(match.group(2)) for match in matches]
    name = word.strip(" .#＃").casefold()
    if numbers == list(range(1, len(numbers) + 1)) and (len(numbers) > 1 or name in _WORDS or not name):
        return Numbering(word, delimiter)
    # tickets may have been taken out, so that numbers are missing
    rising = all(one < other for one, other in pairwise(numbers))
    return Numbering(word, delimiter) if rising and (name in _WORDS or (not name and _is_list(matches))) else None


def _is_list(matches: Sequence[re.Match[str]]) -> bool:
    """Whether bare numbers with gaps count titles: no dates, versions or codes, and more than one."""
    signs = {match.group(3).strip() for match in matches}
    fractions = sum(_DECIMAL.match(match.string) is not None for match in matches)
    return len(matches) > 1 and len(signs) == 1 and signs <= set(_OF_LISTS) and fractions <= _FEW * len(matches)


def _worded(titles: Sequence[str]) -> Numbering | None:
    matches = [_WORD.match(title) for title in titles]
    words = {match.group(1) for match in matches if match is not None}
    if not titles or None in matches or len(words) != 1:
        return None
    delimiter = next(match.group(2) for match in matches if match is not None)
    return Numbering(words.pop(), delimiter, counted=False)


def strip(title: str, numbering: Numbering | None) -> tuple[int | None, int]:
    """The number of a title and where the title behind the prefix begins."""
    if numbering is None:
        return None, 0
    match = (_COUNTED if numbering.counted else _WORD).match(title)
    if match is None or match.group(1).strip() != numbering.word.strip():
        return None, 0
    return (int(match.group(2)) if numbering.counted else None), match.end()
