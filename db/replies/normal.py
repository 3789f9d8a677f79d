"""What a reply says, whatever it looks like: its normal form, the key of that form, its template.

Pure text to text; knows no review. A change of what comes out needs a new `VERSION`: scans of another are made anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from db.search.folding import Folding
from resources import path

VERSION = "2"

SHORT = 6
"""Forms of fewer characters are alike only when they are equal."""
TEMPLATE_LETTERS = 4
"""Letters that must stand beside the slots of a template; with fewer it says nothing of its own."""
INVISIBLE = "\u200b\ufeff"
"""Characters that nobody sees, and that are no white space."""
OPEN, CLOSE = "{", "}"

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9\-]{0,40}[A-Za-z0-9])?"


def _domain() -> str:
    """A pattern of domains. What they end with is what the search for personal data knows: some endings are words too,
    and make one behind a name with letters alone that is none of a program (`1.0.dev`, `obj.date`, `a.show()`)."""
    known = json.loads(path("privacy.json").read_text(encoding="utf-8"))
    usual, some, code = (
        "|".join(filter(str.isascii, known[n])) for n in ("usual_endings", "some_endings", "code_words")
    )
    end = r"(?![A-Za-z0-9\-])"
    return (
        rf"(?<![A-Za-z0-9.\-])(?:(?:{_LABEL}\.){{0,5}}(?!(?:{code})\.)(?=[0-9\-]*[A-Za-z]){_LABEL}\."
        rf"(?:(?:{usual}|co|ac)\.)?(?:{some}|local){end}(?!\()|(?:{_LABEL}\.){{1,6}}(?:{usual}){end})(?:/[!-~]*)?"
    )


@cache
def _slots() -> tuple[tuple[str, str], ...]:
    """The slots by name, each with its pattern: the first that fits is meant."""
    return (
        (
            "mask",
            r"[\[【][^\[\]【】\n]{0,20}?(?:脱敏|屏蔽|隐藏|打码|隐去|[rR][eE][dD][aA][cC][tT][eE][dD]|[hH][iI][dD][dD][eE][nN]"
            r"|[sS][aA][nN][iI][tT][iI][zZsS][eE][dD]|[mM][aA][sS][kK][eE][dD])[^\[\]【】\n]{0,20}[\]】]+",
        ),
        ("link", r"(?:https?|ftp)://[!-~]+"),
        ("mail", r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,64}\.[A-Za-z]{2,12}"),
        (
            "mask",  # from where its word begins, but for a colon before it and a link within it, to where that ends
            r"(?:(?:(?<![A-Za-z0-9._@/:\-])|(?<=:)(?<![A-Za-z0-9._@/:\-]:))[A-Za-z0-9._@/\-](?:(?!(?:https?|ftp)://)[A-Za-z0-9._@/:\-])*+)?"
            r"\*{3,}[A-Za-z0-9._@/:*\-]*+",
        ),
        ("domain", _domain()),
        ("date", r"\d{4}[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d{1,2}\s?[日号]?|月)?|(?<!\d)\d{1,2}月\s?\d{1,2}\s?[日号]"),
        ("time", r"(?<!\d)\d{1,2}[::]\d{2}(?:[::]\d{2})?(?!\d)|(?<!\d)\d{1,2}点(?:\d{1,2}分?|半)?(?:左右)?"),
        ("order", r"(?<![A-Za-z0-9])(?=[A-Za-z0-9_\-]*\d)[A-Za-z0-9_\-]{12,80}(?![A-Za-z0-9])"),
        ("number", r"\d+(?:[.,]\d+)*%?"),
    )


@cache
def _finder() -> re.Pattern[str]:
    return re.compile(
        # what every slot can begin with comes first: a Chinese character is passed over without trying them all
        r"(?=[0-9A-Za-z\[【*._%@/:\-])(?:"
        + "|".join(f"(?P<s{place}>{pattern})" for place, (_, pattern) in enumerate(_slots()))
        + ")"
    )


_MAY_HOLD = re.compile(r"[0-9*\[【@]|\.[A-Za-z]|://")
"""What every slot has one of; most replies have none."""


@cache
def _is_edge(character: str) -> bool:
    return character == "~" or character.isspace() or unicodedata.category(character)[0] == "P"


def normal(text: str) -> str:
    """The form that equal replies share: NFKC, case folded, white space as one blank, no punctuation at the ends.

    A text of nothing but punctuation keeps it, so that two question marks are no full stop; '' for white space.
    """
    return _trimmed(_folded(text))


def _folded(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


def _trimmed(folded: str) -> str:
    for character in INVISIBLE:
        folded = folded.replace(character, "")
    words = " ".join(folded.split())
    start, end = 0, len(words)
    while start < end and _is_edge(words[start]):
        start += 1
    while end > start and _is_edge(words[end - 1]):
        end -= 1
    return words[start:end] or words


def normals(texts: Sequence[str]) -> Iterator[str]:
    """The normal form of each text, in order: a fifth of what `normal` takes for each."""
    return map(_trimmed, _FOLDING.many(texts))


_FOLDING = Folding(_folded)


def key_of(form: str) -> int:
    """Sixty-three bits that stand for a form, the same in every review and run."""
    return int.from_bytes(hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def name_of(key: int) -> str:
    """A key as the id that people and programs see."""
    return f"{key:016x}"


def slots(text: str) -> Iterator[tuple[int, int, str]]:
    """What a template leaves open in a text: start, end and name of each, in order."""
    if _MAY_HOLD.search(text):
        for found in _finder().finditer(text):
            yield found.start(), found.end(), _slots()[int((found.lastgroup or "")[1:])][0]


def template(text: str) -> str:
    """The text with ``{name}`` for each slot; '' where it has none, or where hardly anything but slots is in it."""
    pieces: list[str] = []
    place = letters = 0
    for start, end, name in slots(text):
        pieces += (text[place:start], OPEN + name + CLOSE)
        place = end
    if not place:
        return ""
    pieces.append(text[place:])
    for piece in pieces[::2]:
        letters += sum(map(str.isalpha, piece))
        if letters >= TEMPLATE_LETTERS:
            return "".join(pieces)
    return ""


def _filled(text: str) -> list[tuple[str, str]]:
    """The slots of a text as it is written; as its normal form has them, where that is not the same."""
    form = normal(text)
    written, meant = (([(name, said[start:end]) for start, end, name in slots(said)]) for said in (text, form))
    return written if [name for name, _ in written] == [name for name, _ in meant] else meant


def fillings(texts: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The slots that texts of one template share, each with what fills it in each text."""
    found = [_filled(text) for text in texts]
    width = min(map(len, found), default=0)
    return [(found[0][place][0], [row[place][1] for row in found]) for place in range(width)]
