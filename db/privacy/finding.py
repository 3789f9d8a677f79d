"""Personal data in a text: candidates of one pattern, each checked by what it would be. Reads texts, knows no review.

`Finder` is made once for the lists of a review. What is masked is no candidate: a mask has no digits, dots or signs
that one would need, and a number or name with stars beside it is one already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from db.privacy import links, numbers, patterns
from db.privacy.addresses import beginning, ipv4, ipv6
from db.privacy.hosts import international, is_well_formed
from db.privacy.kinds import Identifier, Sort
from db.privacy.lists import Lists
from db.privacy.secrets import password_at, secret

Match = re.Match[str]
Check = Callable[[str, Match], Identifier | None]


class Finder:
    """Finds personal data by the lists of a review: ``finder(text)`` gives it in the order of the text, none twice."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._checks: Mapping[str | None, Check] = {
            "link": lambda text, match: links.link(text, match, lists),
            "mail": self._mail,
            "password": lambda text, match: password_at(text, match.end(), chinese=False),
            "ipv6": lambda _, match: ipv6(match),
            "mobile": numbers.mobile,
            "landline": lambda text, match: numbers.landline(text, match, lists),
            "card": numbers.card,
            "dotted": self._dotted,
            "word": lambda text, match: numbers.word(text, match.start(), match.end()),
        }

    def __call__(self, text: str) -> list[Identifier]:
        """All personal data of a text."""
        plain = text.translate(patterns.NARROWED) if patterns.WIDE.search(text) else text
        found = list(self._found(plain))
        if patterns.INTERNATIONAL.search(plain):
            found = _merged(found, _international(plain))
        if plain is not text:
            found = [_as_written(one, text) for one in found]
        return found

    def _found(self, text: str) -> Iterator[Identifier]:
        taken = 0
        for region in patterns.REGION.finditer(text):
            start, end = region.span()
            if text[start] in patterns.SPOKEN and start >= taken and (one := _spoken(text, start)) is not None:
                yield one
                taken = one.end
            place = max(start, taken)
            while place < end and (match := patterns.CANDIDATE.search(text, place, end)) is not None:
                found = self._checks[match.lastgroup](text, match)
                if found is not None:
                    yield found
                    place = taken = found.end
                else:
                    is_link = match.lastgroup == "link"
                    place = links.behind(text, match, self._lists) if is_link else match.end()

    def _mail(self, text: str, match: Match) -> Identifier | None:
        address = match.group().rstrip(".-")
        start, end = match.start(), match.start() + len(address)
        if address[0] == "_" and text[end : end + 1] == "_":
            start, address = start + 1, address[1:]  # slanted in Markdown
        local, _, host = address.lower().rpartition("@")
        if not self._lists.ending(host.rpartition(".")[2]) or not is_well_formed(host, self._lists):
            return None
        if local == "git" or text[end : end + 1] == "@" or patterns.is_starred(text, start, end):
            return None
        sort: Sort = "vendor" if self._lists.is_vendor(host) else links.sort_of(host)
        return Identifier("mail", start, end, address, address.lower(), sort)

    def _dotted(self, text: str, match: Match) -> Identifier | None:
        start, end = match.span()
        first = beginning(text, start)
        glued = patterns.GLUED_ADDRESS.match(text, first)
        if glued is not None or text[first:end].replace(".", "").isdigit():
            return ipv4(text, first, glued.end() if glued is not None else end, self._lists)
        return secret(text, start) or links.dotted(text, start, end, self._lists)


def _spoken(text: str, start: int) -> Identifier | None:
    word = patterns.PASSWORD_ZH.match(text, start)
    return password_at(text, word.end(), chinese=True) if word is not None else None


def _international(text: str) -> Iterator[Identifier]:
    for dot in patterns.INTERNATIONAL.finditer(text):
        span = international(text, dot.start())
        if span is not None:
            value = text[span[0] : span[1]]
            yield Identifier("domain", *span, value, value.lower())


def _merged(found: list[Identifier], others: Iterator[Identifier]) -> list[Identifier]:
    added = [one for one in others if not any(one.start < had.end and had.start < one.end for had in found)]
    return sorted([*found, *added], key=lambda one: one.start)


def _as_written(one: Identifier, text: str) -> Identifier:
    """What was found in a text whose full-width signs were made narrow."""
    return Identifier(one.kind, one.start, one.end, text[one.start : one.end], one.normal, one.sort, one.host)
