"""Sentences that stand where a reply should, and notes behind replies: neither is a reply.

Judged by the words of the vocabulary and by shape; a sentence that speaks to somebody is a reply.
"""

from __future__ import annotations

import re

from db.formats.vocabulary import StandIns

LONGEST = 40
_WRAPS = {"（": "）", "(": ")", "_": "_", "*": "*", "【": "】", "[": "]", "<": ">", "「": "」"}
_NOTHING = ("暂无", "暂未", "尚无", "尚未", "未", "无", "详见", "参见", "请见")
_COUNT = re.compile(
    r"(?:\.{3,6}|…{1,2})?\s?[（(\[【]?\s?共\s?\d{1,4}\s?条[^\n]{0,4}(?:回复|对话|消息|答复|解答|记录)[^\n]{0,6}$"
)
_MORE = re.compile(
    r"[\[【（(][^\]】）)]{0,20}(?:更多|其余|剩余|后续|完整)[^\]】）)]{0,20}(?:见|查看|略)[^\]】）)]{0,20}[\]】）)]$"
)
_LONGEST_NOTE = 60


def is_stand_in(text: str, known: StandIns) -> bool:
    """Whether the only text of a section says that there is none."""
    if text in known.whole:
        return True
    if not text or len(text) > LONGEST or "\n" in text or any(word in text for word in known.never):
        return False
    says = any(word in text for word in known.says)
    subject = any(word in text for word in known.subjects)
    if _WRAPS.get(text[0]) == text[-1]:
        return says or subject
    return subject and ((says and known.subjects[0] in text) or text.startswith(_NOTHING))


def is_note(line: str) -> bool:
    """A line behind the replies that speaks of them: ``...（共8条回复）``, ``[更多对话内容见详细描述]``."""
    if len(line) > _LONGEST_NOTE:
        return False
    stripped = line.strip()
    return _COUNT.match(stripped) is not None or _MORE.match(stripped) is not None
