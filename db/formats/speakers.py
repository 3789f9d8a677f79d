"""Who says a line: marks such as ``**客户**：`` at its beginning, in the few styles that files use.

One bounded pattern a style, made of the words of the vocabulary; looks at the beginning of a line and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from db.formats.vocabulary import Vocabulary
from db.values import Speaker

COLON, BOLD, BRACKET, PLAIN = "colon", "bold", "bracket", "plain"
STYLES = (BOLD, BRACKET, PLAIN)
"""`BOLD` takes a bold name alone on its line as well; where hardly any of a file stands so, it is text: `COLON`."""

_LEAD = r"(?P<lead>[ \t]{0,8}(?:[-*+>] |\d{1,4}[.、] ?)?)"
_EXTRA = r"(?:\d{1,3}| ?[(（][^)）*]{0,30}[)）])?"
_SHAPES = {
    COLON: rf"\*\*(?P<who>WORDS){_EXTRA}(?: ?[:：]\*\*|\*\* ?[:：])[ \t]*",
    BOLD: rf"\*\*(?P<who>WORDS){_EXTRA}(?: ?[:：]\*\*|\*\* ?[:：]|\*\*(?=[ \t]*$))[ \t]*",
    BRACKET: rf"[\[【](?P<who>WORDS){_EXTRA}[\]】] ?[:：]?[ \t]*",
    PLAIN: rf"(?P<who>WORDS){_EXTRA} ?[:：][ \t]*",
}


class Said(NamedTuple):
    """A mark at the beginning of a line: who speaks, where the text begins, and the mark itself."""

    speaker: Speaker
    column: int
    lead: str
    mark: str


class Marker:
    """Finds marks of one style."""

    def __init__(self, pattern: re.Pattern[str], speakers: Mapping[str, Speaker], sign: str) -> None:
        self._match, self._speakers, self._pattern = pattern.match, speakers, pattern.pattern
        cases = {case for word in speakers for case in (word[:1], word[:1].upper())}
        self._firsts = "".join(sorted({*cases, *" \t-*+>[【0123456789"}))
        self.sign = sign
        """What stands in every line with a mark: looking for it is much faster than the pattern."""

    def begins(self, line: str, start: int) -> tuple[Speaker, int] | None:
        """Who speaks and where the text begins, None for a line without a mark."""
        found = self._match(line, start)
        return None if found is None else (self._speakers[found[2].casefold()], found.end())

    def cuts(self, text: str) -> list[tuple[int, int, Speaker]]:
        """Where each turn of a text begins, where its words do, and who speaks; nothing for what stands before."""
        pattern = _behind(self._pattern, self._firsts)
        speakers = self._speakers
        found = pattern.finditer(f"\n{text}")
        return [(one.start(), one.end() - 1, speakers[one[2].casefold()]) for one in found]

    def said(self, text: str) -> tuple[str, list[tuple[Speaker, str]]]:
        """What stands before the first turn of a text, and speaker and text of each; as `cuts` finds them, and in half
        the time where nobody asks for places."""
        before, *parts = _behind(self._pattern, self._firsts).split(f"\n{text}")
        who = self._speakers
        turns = zip(parts[1::3], parts[2::3], strict=True)
        return before, [(who[word] if word in who else who[word.casefold()], words) for word, words in turns]

    def __call__(self, line: str, start: int = 0) -> Said | None:
        """The mark of a line, None where it has none."""
        found = self._match(line, start)
        if found is None:
            return None
        lead, end = found.end("lead"), found.end()
        return Said(self._speakers[found["who"].casefold()], end, line[start:lead], line[lead:end])


def marker(style: str, vocabulary: Vocabulary) -> Marker:
    """The marker of a style with the words of a vocabulary."""
    speakers = vocabulary.speakers
    words = tuple(sorted(speakers, key=lambda word: (-len(word), word)))
    return Marker(_pattern(style, words), speakers, "**" if style == BOLD else "")


@lru_cache(maxsize=16)
def _pattern(style: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_LEAD + _SHAPES[style].replace("WORDS", "|".join(map(re.escape, words))), re.IGNORECASE)


@lru_cache(maxsize=16)
def _behind(pattern: str, firsts: str) -> re.Pattern[str]:
    """A pattern behind a line feed, which is found much faster than by trying each line; `firsts`: how it may begin."""
    return re.compile(f"\n(?=[{re.escape(firsts)}]){pattern}", re.IGNORECASE | re.MULTILINE)
