"""The names that a review knows, to complete what a reviewer types: category paths, root causes. Only reads.

Counting the tickets of each takes SQL a while where there are very many; who has counted them (`Finder.categories` and
`causes`, at any time) gives what is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from db import store
from db.edits.terms import is_held, is_within, retired, terms
from db.review import Review
from db.search import normalise
from db.values import CATEGORY, PATH_SEPARATOR, ROOT_CAUSE

Path = tuple[str, ...]
Categories = Sequence[tuple[Path, int]]
Causes = Sequence[tuple[str, int]]

LIKE = 60.0
"""A name is offered as a near one from this similarity on, in percent (Indel, rapidfuzz `ratio`)."""
MOST_COMPARED = 120
"""Characters: root causes that are prose are no tags, and nobody means one of them by a slip."""

_CODES = f"SELECT category_id FROM ticket WHERE {store.VISIBLE}"
_PATHS = "SELECT id, path FROM category WHERE path <> ''"
_CAUSES = f"""SELECT name, n FROM
    (SELECT cause_id, count(*) AS n FROM ticketcause WHERE ticket_id NOT IN ({store.HIDDEN}) GROUP BY cause_id)
    JOIN cause ON cause.id = cause_id ORDER BY n DESC, name"""


def known_categories(review: Review) -> list[tuple[Path, int]]:
    """Every category path with the number of its tickets, the commonest first."""
    counts = Counter(map(itemgetter(0), review.execute(_CODES)))  # SQLite would sort a million codes to count them
    found = [(path, counts[code]) for code, path in review.execute(_PATHS) if counts[code]]
    return [(store.path(path), n) for path, n in sorted(found, key=lambda one: (-one[1], one[0]))]


def known_causes(review: Review) -> list[tuple[str, int]]:
    """Every root cause with the number of its tickets, the commonest first."""
    return [(row[0], row[1]) for row in review.execute(_CAUSES)]


def typed_path(text: str) -> Path:
    """A category as it is typed: names joined by ｜, or by > between blanks; () for nothing."""
    if not text.strip():
        return ()
    return tuple(text.split(PATH_SEPARATOR if PATH_SEPARATOR in text else " > "))


def given_categories(review: Review, known: Categories | None = None) -> list[tuple[Path, int]]:
    """The category paths that may be given, as `known_categories` has them: see `given`."""
    known = known_categories(review) if known is None else known
    labels = [(store.path_text(path), n) for path, n in known]
    return [(store.path(label), n) for label, n in given(review, CATEGORY, labels)]


def given_causes(review: Review, known: Causes | None = None) -> list[tuple[str, int]]:
    """The root causes that may be given, as `known_causes` has them: see `given`."""
    return given(review, ROOT_CAUSE, known_causes(review) if known is None else known)


def given(review: Review, field: str, known: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Labels that may be given: none that is retired, and where tickets are held to the taxonomy none outside it; those
    of it that no ticket has yet come last."""
    said, held = terms(review, field), is_held(review, field)
    gone = retired(said)
    counts = {label: n for label, n in known if not held or label in said}
    counts |= dict.fromkeys(sorted(said.keys() - counts.keys()), 0)
    return [(label, n) for label, n in counts.items() if not is_within(field, label, gone)]


def complete_category(review: Review, text: str, n: int, known: Categories | None = None) -> list[tuple[Path, int]]:
    """Up to `n` category paths that have all words of a text in any of their parts, those that begin so first; none
    that is retired.

    Words are separated by blanks or by a sign that separates names; '' gives the commonest paths.
    """
    words = _words(text)
    given = given_categories(review, known)
    found = ((_rank(words, [normalise(name) for name in path]), path, count) for path, count in given)
    ranked = sorted((one for one in found if one[0] is not None), key=lambda one: one[0] or 0)
    return [(path, count) for _, path, count in ranked[:n]]


def near_causes(review: Review, text: str, n: int, known: Causes | None = None) -> list[tuple[str, int]]:
    """Up to `n` root causes that hold a text or are spelt nearly like it, the nearest first; '' gives the commonest.
    None that is retired.
    """
    wanted = normalise(text).strip()
    given = given_causes(review, known)
    if not wanted:
        return [one for one in given if len(one[0]) <= MOST_COMPARED][:n]
    scored = zip(_likeness(wanted, (name for name, _ in given)), given, strict=True)
    near = sorted(((score, one) for score, one in scored if score >= LIKE), key=lambda pair: (-pair[0], -pair[1][1]))
    return [one for _, one in near[:n]]


def _words(text: str) -> list[str]:
    signs = str.maketrans(dict.fromkeys("｜|>＞→", " "))
    return normalise(text.translate(signs)).split()


def _rank(words: list[str], names: list[str]) -> int | None:
    """How well a path fits, smaller is better; None where a word is in none of its names."""
    if any(not any(word in name for name in names) for word in words):
        return None
    whole = sum(word in names for word in words)
    begun = sum(any(name.startswith(word) for name in names) for word in words)
    return -2 * whole - begun


def _likeness(wanted: str, names: Iterable[str]) -> Iterator[float]:
    """Percent for each name; one that holds the text counts as near, the more so the shorter it is."""
    from rapidfuzz import fuzz

    for name in names:
        known = normalise(name)
        if wanted in known:
            yield 100.0 + 100.0 * len(wanted) / len(known)
        elif len(known) <= MOST_COMPARED:
            yield fuzz.ratio(wanted, known)
        else:
            yield 0.0
