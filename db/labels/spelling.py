"""What of a label's spelling matters: keys that are equal for labels that are one, from strict to loose. Only text.

The idea is that of OpenRefine's key collision (https://openrefine.org/docs/technical-reference/clustering-in-depth):
fingerprint and n-gram fingerprint, with single characters for n-grams, as Chinese words are short.
"""

from __future__ import annotations

import re
from functools import lru_cache

from db.labels.phrases import phrases, simplified
from db.search import normalise
from db.search.tokens import is_wide
from db.values import CATEGORY

_BREAK = "|"
"""What joins names, once the text is plain: NFKC makes it of ``values.PATH_SEPARATOR``."""
_ANY_BREAK = re.compile(r"\s*[|/>→»-]+\s*")
"""What may have been meant to join names."""
_MARKS = re.compile(r"^\s*(?:[-*+•#>]+\s+|\d{1,3}[.、)]\s*)|[*_`~#]{2,}|[`“”\"'‘’「」『』《》]|^\[|\]$")
_LEAST = 2
"""Characters that a name has left, at least, when filling words are taken off."""
_WORD = re.compile(r"[<>]=?(?=\s*\d)|\d+(?:\.\d+)+|[^\W_]+[+#%]*")
"""A word, with the signs that tell it from another: ``C++``, ``C#``, ``1.5``, ``>5``."""
_LATIN, _LATIN_END = re.compile(r"[a-z0-9]"), re.compile(r"[a-z0-9]$")
_TURNED = re.compile(r"[a-z0-9.+#]+|.")


@lru_cache(maxsize=65536)
def plain(label: str) -> str:
    """A label without what only dresses it: width, case, traditional characters, bold signs, list signs, prefixes."""
    text = normalise(label).translate(simplified())
    text = _MARKS.sub("", text.strip())
    found = phrases().prefix.match(text)
    if found and found.end() < len(text):
        text = text[found.end() :]
    return _MARKS.sub("", text.strip()).strip()


@lru_cache(maxsize=65536)
def squeezed(text: str) -> str:
    """The words of a plain text and nothing between them, but a blank where two Latin words or numbers would be one."""
    key = ""
    for word in _WORD.findall(text):
        key += " " + word if _LATIN_END.search(key) and _LATIN.match(word) else word
    return key


def names(text: str) -> list[str]:
    """The names of a plain path; a root cause is one."""
    return [name.strip() for name in text.split(_BREAK)]


def spelling(label: str) -> str:
    """Equal but for width, case, punctuation, separators, bold signs, prefixes, traditional characters."""
    text = plain(label)
    return squeezed(text) or text


def filled(label: str) -> str:
    """Equal too but for filling words at the end of a name."""
    return _key(plain(label))


def advised(label: str) -> str:
    """Equal too but for a clause of advice at the end."""
    return _key(_without_advice(plain(label)))


def worded(label: str) -> str:
    """Equal too but for words that mean the same."""
    return _BREAK.join(trimmed(_meant(squeezed(name))) for name in names(_without_advice(plain(label))))


def turned(label: str) -> str:
    """Equal too but for the order of the characters within a name, where no word says which came of which."""
    key = worded(label)
    if phrases().direction.search(plain(label)):
        return key
    return _BREAK.join("".join(sorted(_TURNED.findall(name))) for name in key.split(_BREAK))


@lru_cache(maxsize=65536)
def says_nothing(field: str, label: str) -> bool:
    """Whether a label is as good as none: a cause of words that fit any case, a path of names such as 其他 alone or
    that begins with one for what nobody has sorted."""
    text, known = plain(label), phrases()
    if text in known.nothing:
        return True
    if field == CATEGORY:
        path = _ANY_BREAK.split(text)
        return path[0] in known.unsorted or all({name, trimmed(name)} & known.nothing for name in path)
    key = squeezed(text)
    return key in known.nothing or known.hollow.fullmatch(key) is not None


def pieces(text: str) -> list[str]:
    """The characters of a key, those of a Latin word or number together."""
    found: list[str] = []
    for sign in text:
        if found and not is_wide(sign) and sign.isalnum() and found[-1].isascii() and found[-1].isalnum():
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _meant(text: str) -> str:
    known = phrases()
    return known.same.sub(lambda found: known.meant[found.group()], text)


def _without_advice(text: str) -> str:
    return phrases().advice.sub("", text) or text


def _key(text: str) -> str:
    return _BREAK.join(map(trimmed, names(text)))


@lru_cache(maxsize=65536)
def trimmed(name: str) -> str:
    """A name without filling words at its end, as far as something is left."""
    text = squeezed(name)
    while (found := phrases().filler.search(text)) and found.start() >= _LEAST:
        text = text[: found.start()]
    return text
