"""Labels, that is categories and root causes: which of them are probably one, the taxonomy that they make, how they are
spread, which tickets probably have a wrong one, and which a ticket should probably have.

What reads gives frozen records. What changes is a plan first, which says what it would do: `renaming`, `merging`,
`moving`, `joining` (several at once), `splitting` (of a part of the tickets) and `relabelling` (as a command says it)
for `relabel`; `describing`, `retiring`, `admitting`, `striking`, `holding` and `taking_in` for `decide`. Each of these
two is one action of the log.

`check` is long work, for the worker, and keeps what it finds in the review; `checked`, `stale`, `ranking`, `findings`,
`offered`, `unusable` and `accepting` read that, in milliseconds (`ranking`, `unusable` and `accepting` of
100,000 tickets in half a second); `accept`, `keep` and `accept_all` decide, one action each. `lacking` tells beforehand
what a check would fail for. `doubtful` and `suggestions` are the same for who wants it now and keeps nothing.
"""

from __future__ import annotations

from db.edits.terms import Term, terms
from db.labels.accepting import Acceptance, accept, accept_all, accepting, keep
from db.labels.apart import keep_apart
from db.labels.checking import Bin, Checked, check, checked, stale
from db.labels.counted import FIELDS, Field, Labelled, labelled
from db.labels.doubt import Doubt, Doubts, doubtful
from db.labels.exchange import Incoming, TaxonomyFile, read_taxonomy, taking_in, taxonomy_object, write_taxonomy
from db.labels.folds import near_duplicates
from db.labels.keeping import Keeping, admitting, decide, describing, holding, retiring, striking
from db.labels.lacking import lacking
from db.labels.moving import joining, merging, moving, renaming, splitting
from db.labels.near import nearest
from db.labels.relabelling import (
    Carried,
    Relabelled,
    Relabelling,
    carried,
    label_of,
    plan_text,
    read_plan,
    relabel,
    relabelling,
)
from db.labels.spelling import says_nothing
from db.labels.spread import By, Cell, Spread, SpreadColumn, SpreadRow, label_spread, spreading
from db.labels.standing import Ranking, finding_unusable, findings, offered, ranking, unusable
from db.labels.straying import OUTSIDE, Reason, Stray, answers, strays
from db.labels.suggesting import Suggestion, suggestions
from db.labels.taxonomy import Node, Seen, Taxonomy, taxonomy
from db.labels.variants import Group, Method, read_group, variants
from db.labels.vouching import kept_by

__all__ = [
    "FIELDS",
    "OUTSIDE",
    "Acceptance",
    "Bin",
    "By",
    "Carried",
    "Cell",
    "Checked",
    "Doubt",
    "Doubts",
    "Field",
    "Group",
    "Incoming",
    "Keeping",
    "Labelled",
    "Method",
    "Node",
    "Ranking",
    "Reason",
    "Relabelled",
    "Relabelling",
    "Seen",
    "Spread",
    "SpreadColumn",
    "SpreadRow",
    "Stray",
    "Suggestion",
    "Taxonomy",
    "TaxonomyFile",
    "Term",
    "accept",
    "accept_all",
    "accepting",
    "admitting",
    "answers",
    "carried",
    "check",
    "checked",
    "decide",
    "describing",
    "doubtful",
    "finding_unusable",
    "findings",
    "holding",
    "joining",
    "keep",
    "keep_apart",
    "kept_by",
    "label_of",
    "label_spread",
    "labelled",
    "lacking",
    "merging",
    "moving",
    "near_duplicates",
    "nearest",
    "offered",
    "plan_text",
    "ranking",
    "read_group",
    "read_plan",
    "read_taxonomy",
    "relabel",
    "relabelling",
    "renaming",
    "retiring",
    "says_nothing",
    "splitting",
    "spreading",
    "stale",
    "strays",
    "striking",
    "suggestions",
    "taking_in",
    "taxonomy",
    "taxonomy_object",
    "terms",
    "unusable",
    "variants",
    "write_taxonomy",
]
