"""A taxonomy as a file, to be kept, shared, edited and taken into another review. Tickets are never changed by one.

The shape, version 1, as JSON in UTF-8; of an entry only the name is needed, and what else stands there is passed over::

    {"format": "winnow-taxonomy", "version": 1,
     "categories": [{"names": ["CDN", "证书问题"], "definition": "…", "example": "…", "retired": true}],
     "root_causes": [{"name": "证书过期", "definition": "…", "example": "…", "retired": false}]}
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from db import outfile, store
from db.edits.terms import Term, is_held, key, terms, value
from db.errors import UserError
from db.jsonfile import read_json
from db.labels.carriers import there
from db.labels.counted import FIELDS, Field, labelled
from db.labels.taxonomy import names_of
from db.records import dataclass, replace
from db.review import Review
from db.values import PATH_SEPARATOR, Summary

FORMAT = "winnow-taxonomy"
VERSION = 1
MOST = 64 << 20
"""Bytes of a file that is read: a larger one is no taxonomy."""

LISTS: Mapping[Field, tuple[str, str]] = {"category": ("categories", "names"), "root_cause": ("root_causes", "name")}
"""Field -> what its list is called in the file, and the name of an entry."""

TaxonomyFile = Mapping[Field, Mapping[str, Term]]
"""What a file says: field -> label -> term."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What taking a file in would change: labels that come into the taxonomy, those of which it says something else,
    and how many it says the same of; labels of the taxonomy that the file does not name stay (`left`).

    For `decide`; `values` are the decisions as they are kept.
    """

    added: tuple[tuple[Field, str], ...]
    changed: tuple[tuple[Field, str], ...]
    same: int
    left: int
    summary: Summary
    values: Mapping[str, str | None]


def taxonomy_object(review: Review, fields: Collection[Field] = FIELDS) -> dict[str, object]:
    """The taxonomy as the file has it: where tickets are held to it what it names, else all that they have as well."""
    found: dict[str, object] = {"format": FORMAT, "version": VERSION}
    for field in fields:
        known = terms(review, field)
        if not is_held(review, field):
            known = {one.label: Term() for one in labelled(review, field)} | known
        # a name that is empty could not be given, and is in no taxonomy
        whole = [(label, term) for label, term in sorted(known.items()) if all(map(str.strip, names_of(field, label)))]
        found[LISTS[field][0]] = [_entry(field, label, term) for label, term in whole]
    return found


def write_taxonomy(review: Review, path: Path, fields: Collection[Field] = FIELDS) -> int:
    """Write it to a file, whole or not at all; returns the number of labels. Raises ExportError, as exports do."""
    found = taxonomy_object(review, fields)
    data = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    taken = [Path(source.path) for source in review.sources()]
    with outfile.group(path.parent, taken, review.path, over=False) as files:
        with files.file(path) as file:
            file.write(data.encode("utf-8", "surrogatepass"))
        files.finish()
    return sum(len(entries) for entries in found.values() if isinstance(entries, list))


def read_taxonomy(path: Path) -> TaxonomyFile:
    """What a file says. Raises UserError ``taxonomy.…`` for one that cannot be read, that is none, or a newer one."""
    said = read_json(path, "taxonomy", MOST)
    if not isinstance(said, dict) or said.get("format") != FORMAT or type(said.get("version")) is not int:
        raise UserError("taxonomy.not_one", file=str(path))
    if said["version"] > VERSION:
        raise UserError("taxonomy.newer", file=str(path), version=said["version"], known=VERSION)
    return {field: dict(_entries(path, field, said)) for field in FIELDS if LISTS[field][0] in said}


def taking_in(review: Review, file: TaxonomyFile) -> Incoming:
    """What taking a file in would change; the ticket of an example stays where its text does."""
    added: list[tuple[Field, str]] = []
    changed: list[tuple[Field, str]] = []
    values: dict[str, str | None] = {}
    same = left = 0
    for field, entries in file.items():
        known, named = terms(review, field), _named(review, field, entries)
        left += len(known.keys() - named.keys())
        for label, term in named.items():
            had = known.get(label)
            new = replace(term, ticket=had.ticket) if had and had.example == term.example else term
            if new == had:
                same += 1
                continue
            (added if had is None else changed).append((field, label))
            values[key(field, label)] = value(new)
    summary = Summary("labels.imported", {"n": 0, "added": len(added), "changed": len(changed)})
    return Incoming(tuple(added), tuple(changed), same, left, summary, values)


def _named(review: Review, field: Field, entries: Mapping[str, Term]) -> dict[str, Term]:
    """Labels as they are kept: without blanks around a name, unless they are there with them."""
    known = there(review, field, entries)
    return {
        label if label in known else store.path_text([name.strip() for name in names_of(field, label)]): term
        for label, term in entries.items()
    }


def _entry(field: Field, label: str, term: Term) -> dict[str, object]:
    name: object = list(names_of(field, label)) if field == "category" else label
    said = {"definition": term.definition, "example": term.example, "retired": term.retired}
    return {LISTS[field][1]: name, **{part: one for part, one in said.items() if one}}


def _entries(path: Path, field: Field, said: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    name = LISTS[field][0]
    if not isinstance(said[name], list):
        raise UserError("taxonomy.not_one", file=str(path))
    seen: set[str] = set()
    for place, entry in enumerate(said[name], 1):
        found = _label(field, entry)
        if found is None:
            raise UserError("taxonomy.bad_entry", file=str(path), list=name, place=place, wanted=_wanted(field))
        if found in seen:
            raise UserError("taxonomy.doubled", file=str(path), list=name, place=place, given=found)
        seen.add(found)
        yield found, _term(entry)


def _label(field: Field, entry: object) -> str | None:
    """The label of an entry, None where it has none or says something in a wrong form."""
    if not isinstance(entry, dict) or type(entry.get("retired", False)) is not bool:
        return None
    given: Any = entry.get(LISTS[field][1])
    names: list[Any] = [given] if field == "root_cause" else given if isinstance(given, list) else []
    texts = [*names, entry.get("definition", ""), entry.get("example", "")]
    if not names or not all(isinstance(one, str) for one in texts) or not all(one.strip() for one in names):
        return None
    if field == "category" and any(PATH_SEPARATOR in one for one in names):
        return None
    return store.path_text(names)


def _term(entry: Mapping[str, Any]) -> Term:
    return Term(entry.get("definition", "").strip(), entry.get("example", "").strip(), 0, entry.get("retired", False))


def _wanted(field: Field) -> str:
    return '"names": ["CDN", "证书问题"]' if field == "category" else '"name": "证书过期"'
