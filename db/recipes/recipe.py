"""What a recipe says, as frozen records: decisions that can be taken again on other files. Values only.

Labels are as reviews keep them (a category as its names joined by ``values.PATH_SEPARATOR``). Nothing here holds the
text of a ticket: tickets, replies and personal data are named by what `tokens` makes of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from db.privacy.kinds import Kind
from db.records import dataclass, field
from db.replies.outgoing import ReplyOptions
from db.splitting import Splits

VERSION = 1
FORMAT = "winnow-recipe"
Field = Literal["category", "root_cause"]


@dataclass(frozen=True, slots=True)
class Ref:
    """A single ticket: its digest, the place of its source among those of the recipe, and its place among the tickets
    of that digest there."""

    ticket: str
    source: int
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Relabel:
    """Another label for all tickets that have one; `below`: and for all categories below it, which move along."""

    field: Field
    old: str
    new: str
    below: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """Several labels into others at once, old and new."""

    field: Field
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reword:
    """Replies that were rewritten to a wording: token of the text -> wording."""

    wordings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MaskedValue:
    """A value that was masked: its kind, its token, the number of its pseudonym (0 for none), and where it was not
    masked everywhere, the tickets in which it was."""

    kind: Kind
    token: str
    number: int = 0
    tickets: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Mask:
    """One action of masking: kinds of which all was masked, each with the sorts that were spared, and single values."""

    kinds: Mapping[Kind, tuple[str, ...]]
    values: tuple[MaskedValue, ...]
    pseudonyms: bool = False


@dataclass(frozen=True, slots=True)
class Deduplicate:
    """Tickets of which one stays and the others are excluded: digest of title, problem and thread -> which stays."""

    kept: Mapping[str, Ref]


Step: TypeAlias = Relabel | Join | Reword | Mask | Deduplicate


@dataclass(frozen=True, slots=True)
class Fix:
    """What a single ticket has at the end, where the steps do not say so; None: as they have it."""

    at: Ref
    category: str | None = None
    causes: tuple[str, ...] | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of the review that a recipe was made of."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Said:
    """What was decided of the forms of replies, by their keys (see ``replies.decided``)."""

    id: str
    code: str
    wording: str
    examples: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What the taxonomy says of a label; its example is left out, which may be the text of a ticket."""

    field: Field
    label: str
    definition: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """How the tickets are exported."""

    format: str = "markdown"
    query: str = ""
    include_excluded: bool = False
    replies: ReplyOptions = field(default_factory=ReplyOptions)
    splits: Splits | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """All decisions of a review that do not need the text of its tickets.

    `forms` is the version of the forms of replies, `salt` that of the tokens; `apart` are keys of pairs of forms,
    `excepted` tokens of what is no personal data, by kind ('' for any).
    """

    name: str
    at: str
    by: str
    salt: str
    forms: str
    sources: tuple[Origin, ...]
    synonyms: Mapping[str, str]
    vendors: tuple[str, ...]
    excepted: tuple[tuple[str, str], ...]
    replies: tuple[Said, ...]
    apart: tuple[str, ...]
    taxonomy: tuple[Named, ...]
    held: tuple[Field, ...]
    steps: tuple[Step, ...]
    fixes: tuple[Fix, ...]
    options: Options
