"""Sentences that stand where a reply should, and notes behind replies: neither is a reply.

Judged by the words of the vocabulary and by shape; a sentence that speaks to somebody is a reply.
"""

from __future__ import annotations

import re

from db.formats.vocabulary import StandIns

LONGEST = 40
NO, UNSAID, UNMARKED = range(3)
"""How a text differs from the replies of its file: nobody of the staff speaks in the conversation, or it lacks the mark
that a single reply has."""
_WRAPS = {"（": "）", "(": ")", "_": "_", "*": "*", "【": "】", "[": "]", "<": ">", "「": "」"}
_NOTHING = re.compile(
    r"(?:[此该本](?:问题|工单|对话)|工单|对话|(?:对话|工单)?记录)?[中里内]?"
    r"(?:暂无|暂未|尚无|尚未|等待|[未无](?![需法论权须效])|(?:没有|缺少|仅有)(?=[^，。]{0,12}(?:回复|解答|答复|回答)))"
)
_CASE = re.compile(r"[此该本]?(?:客户|用户)?(?:问题|工单|咨询)")
_ELSEWHERE = re.compile(r".{0,8}(?:详见|参见|请见|参考|查看|见).{0,8}对话")
_DOTS = r"(?:\.{3,6}|…{1,2})?\s?"
_COUNT = re.compile(
    _DOTS
    + r"[（(\[【]?\s?(?:等|以?及)?\s?(?:共|还有|另有|其余|其他|剩余|省略|以下省略)\s?\d{1,4}\s?条"
    + r"(?:[^\n]{0,4}(?:回复|对话|消息|答复|解答|记录)[^\n]{0,16}|[）)\]】]?)$"
)
_MORE = re.compile(
    _DOTS
    + r"[\[【（(][^\]】）)]{0,20}(?:更多|其余|剩余|后续|完整|以下|部分)"
    + r"[^\]】）)]{0,20}(?:见|查看|略|参考|截断)[^\]】）)]{0,20}[\]】）)]$"
)
_OF_REPLIES = ("对话", "回复", "消息", "答复", "解答", "记录")
LONGEST_NOTE = 60
_BEGINNINGS = frozenset(".…（([【共还另其等及以")
_EMPHASIS = "*_ \t\u00a0\u3000"
_ENDS = "。.…!！~～ "


def is_stand_in(text: str, known: StandIns, apart: int = NO) -> bool:
    """Whether the only text of a section says that there is none.

    What is `UNSAID` or `UNMARKED` is shown as one by any word of replying, the latter also by one that is hollow.
    """
    if not text or len(text) > LONGEST or "\n" in text:
        return False
    plain = text.strip(_EMPHASIS).rstrip(_ENDS)
    if text in known.whole or plain in known.whole:
        return True
    if any(word in text for word in known.never):
        return False
    says = any(word in text for word in known.says)
    subject = any(word in text for word in known.subjects)
    if _WRAPS.get(text[0]) == text[-1]:
        return says or subject
    if apart and (says or subject):
        return True
    if apart == UNMARKED and any(len(word) > 1 and word in text for word in known.hollow):
        return True
    nothing = _NOTHING.match(plain)
    if nothing is not None:
        return subject or _is_hollow(plain[nothing.end() :], known)
    if known.subjects[0] in plain and (says or _is_hollow(plain, known)):
        return True
    if _CASE.match(plain) is not None and says and _is_hollow(plain, known):
        return True
    return _ELSEWHERE.match(plain) is not None


def _is_hollow(text: str, known: StandIns) -> bool:
    """Whether a sentence is made of words that say nothing of the case."""
    for word in known.hollow:
        text = text.replace(word, "")
    return not text.strip("，,、；; ")


def is_note(line: str) -> bool:
    """A line behind the replies that speaks of them: ``...（共8条回复）``, ``[更多对话内容见详细描述]``."""
    if len(line) > LONGEST_NOTE:
        return False
    plain = line.strip(_EMPHASIS)
    if plain[:1] not in _BEGINNINGS:
        return False
    if _COUNT.match(plain) is not None:
        return True
    return _MORE.match(plain) is not None and any(word in plain for word in _OF_REPLIES)
