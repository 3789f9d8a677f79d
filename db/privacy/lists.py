"""What the search for personal data knows of the world: data of ``resources/privacy.json`` and what a review adds.

Answers questions on names of hosts; looks at no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from db.records import dataclass, replace
from db.review import Review
from resources import path

Ending = Literal["usual", "some", "rare", ""]
"""How surely a last label makes a name a domain: alone, where nothing speaks of code, only with other evidence."""

SETTING = "privacy.vendor"


@dataclass(frozen=True)
class Lists:
    """Names of hosts by what they are. All in lower case."""

    vendor_domains: frozenset[str]
    alias_domains: frozenset[str]
    """Domains of the vendor below which names of customers stand, ``www.customer.test.alias.test``."""
    vendor_phones: frozenset[str]
    public_domains: frozenset[str]
    """Places that everybody names: standards, documentation, code."""
    public_addresses: frozenset[str]
    """Resolvers that serve all the world."""
    public_suffixes: frozenset[str]
    placeholders: frozenset[str]
    no_domains: frozenset[str]
    endings: Mapping[str, Ending]
    file_endings: frozenset[str]
    code_words: frozenset[str]

    def is_ours(self, host: str) -> bool:
        """Whether a host is the vendor's, names nobody, or is one that manuals write for “your domain”."""
        return any(
            _is_below(host, listed) for listed in (self.vendor_domains, self.public_domains, self.placeholders)
        ) or any(label.strip("x") == "" and len(label) > 1 for label in host.split(".")[:-1])

    def is_vendor(self, host: str) -> bool:
        """Whether a host is the vendor's."""
        return _is_below(host, self.vendor_domains)

    def alias(self, host: str) -> str:
        """The customer's part of a host that is an alias below one of the vendor's domains; ''."""
        for name in _above(host):
            if name in self.alias_domains and name != host:
                return host[: -len(name) - 1]
        return ""

    def ending(self, label: str) -> Ending:
        """How surely a last label makes a domain."""
        return self.endings.get(label, "")

    def is_suffix(self, host: str) -> bool:
        """Whether a name is no more than what many domains end with."""
        return "." not in host or host in self.public_suffixes


def _above(host: str) -> Iterable[str]:
    labels = host.split(".")
    return (".".join(labels[place:]) for place in range(len(labels)))


def _is_below(host: str, listed: frozenset[str]) -> bool:
    return any(name in listed for name in _above(host))


@cache
def shipped() -> Lists:
    """The lists that come with the program."""
    data = json.loads(path("privacy.json").read_text(encoding="utf-8"))
    endings: dict[str, Ending] = {}
    grades: tuple[Ending, ...] = ("usual", "some", "rare")
    for grade in grades:
        endings |= dict.fromkeys(data[f"{grade}_endings"], grade)
    names = (name for name in Lists.__dataclass_fields__ if name != "endings")
    return Lists(endings=endings, **{name: frozenset(data[name]) for name in names})


def vendors(review: Review) -> list[str]:
    """The domains that a review calls the vendor's, besides those that are shipped."""
    return list(json.loads(review.setting(SETTING) or "[]"))


def add_vendor(review: Review, domain: str) -> None:
    """Call a domain, with all below it, the vendor's in this review from now on."""
    with review.transaction():
        known = {*vendors(review), domain.strip().strip(".").lower()}
        review.set_setting(SETTING, json.dumps(sorted(known), ensure_ascii=False))


def lists(review: Review) -> Lists:
    """The lists for a review."""
    known = shipped()
    added = vendors(review)
    return replace(known, vendor_domains=known.vendor_domains | frozenset(added)) if added else known
