"""Values that a reviewer said are no personal data: kept in the review, through the log, until it is undone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b

from db.edits.actions import carry_out
from db.edits.deciding import differing
from db.errors import EditError
from db.privacy.kinds import Identifier, Kind
from db.review import Review
from db.values import PRIVACY, Changes, Summary

_BEGIN = f"{PRIVACY}:not:"
_KEPT = "SELECT value FROM decided WHERE key GLOB ?"

Excepted = frozenset[tuple[str, str]]
"""Kind, '' for all of them, and normal form."""


def excepted(review: Review) -> Excepted:
    """All that was said so in a review."""
    kept = (json.loads(row[0]) for row in review.execute(_KEPT, (f"{_BEGIN}*",)))
    return frozenset((one["kind"], one["value"]) for one in kept)


def is_excepted(one: Identifier, known: Excepted) -> bool:
    """Whether a found piece was said to be none: by its value, or by its host where it is a link."""
    return any((kind, name) in known for kind in (one.kind, "") for name in (one.normal, one.host) if name)


def except_values(
    review: Review, values: Sequence[str], kind: Kind | None = None, tickets: int = 0, back: bool = False
) -> Changes:
    """Say of values, in their normal form, that they are no personal data (of a kind, or of any); `back`: that they are
    after all. One action of the log; `tickets` is for its words. Raises EditError ``privacy.no_value`` for none.
    """
    names = list(dict.fromkeys(filter(None, values)))
    if not names:
        raise EditError("privacy.no_value", given="")
    kept = {_key(kind, name): None if back else _value(kind, name) for name in names}
    summary = Summary("privacy.after_all" if back else "privacy.not", {"n": tickets, "value": ", ".join(names[:3])})
    with review.transaction():
        return carry_out(review, [], summary, decided=differing(review, kept))


def _value(kind: Kind | None, name: str) -> str:
    return json.dumps({"code": "not", "kind": kind or "", "value": name}, ensure_ascii=False)


def _key(kind: Kind | None, name: str) -> str:
    digest = blake2b(json.dumps([kind or "", name], ensure_ascii=False).encode(), digest_size=8).hexdigest()
    return f"{_BEGIN}{digest}"
