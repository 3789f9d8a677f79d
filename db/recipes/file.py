"""A recipe as a file: JSON in UTF-8, with its version; read strictly, for a decision that is misread is taken wrongly.

A recipe of another version is refused: what a member of it means may have changed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from db import outfile
from db.errors import UserError
from db.exporting import FORMATS, LANGUAGES, ReplyOptions, Splits, good_splits
from db.jsonfile import read_json
from db.privacy import KINDS, Kind
from db.recipes.place import At
from db.recipes.recipe import (
    FORMAT,
    VERSION,
    Deduplicate,
    Fix,
    Join,
    Mask,
    MaskedValue,
    Named,
    Options,
    Origin,
    Recipe,
    Ref,
    Relabel,
    Reword,
    Said,
    Step,
)
from db.review import Review
from db.values import Status

MOST = 256 << 20
"""Bytes of a file that is read: a larger one is no recipe."""
LABEL_FIELDS = ("category", "root_cause")
CODES = ("wording", "keep", "holding", "apart")
STATUSES = tuple(status.word for status in Status)


def write_recipe(recipe: Recipe, path: Path, review: Review) -> int:
    """Write a recipe, whole or not at all; the number of bytes. Raises ExportError, as exports do."""
    data = json.dumps(recipe_object(recipe), ensure_ascii=False, indent=1) + "\n"
    taken = [Path(source.path) for source in review.sources()]
    with outfile.group(path.absolute().parent, taken, review.path, over=False) as files:
        with files.file(path.absolute()) as file:
            file.write(data.encode("utf-8", "surrogatepass"))
        return files.finish()[1]


def read_recipe(path: Path) -> Recipe:
    """What a file says. Raises UserError ``recipe.…`` for one that cannot be read, breaks off, is none, or is of
    another version; with the place of what is wrong."""
    whole = At(str(path), "", read_json(path, "recipe", MOST, "broken"))
    said = whole.value
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise UserError("recipe.not_one", file=str(path))
    if type(said.get("version")) is not int or said["version"] != VERSION:
        raise UserError("recipe.version", file=str(path), version=said.get("version", "?"), known=VERSION)
    return _recipe(whole)


# Written


def recipe_object(recipe: Recipe) -> dict[str, object]:
    """The object of a recipe; what is as it would be without being said is left out of its parts."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "name": recipe.name,
        "made": {"at": recipe.at, "by": recipe.by},
        "salt": recipe.salt,
        "forms": recipe.forms,
        "sources": [{"name": one.name, "sha256": one.sha256} for one in recipe.sources],
        "synonyms": dict(recipe.synonyms),
        "vendors": list(recipe.vendors),
        "not_personal": [{"kind": kind, "value": token} for kind, token in recipe.excepted],
        "replies": [_plain(one, forms=list(one.forms)) for one in recipe.replies],
        "apart": list(recipe.apart),
        "taxonomy": {"held": list(recipe.held), "labels": [_plain(one) for one in recipe.taxonomy]},
        "steps": [_step_object(one) for one in recipe.steps],
        "tickets": [_fix_object(one) for one in recipe.fixes],
        "export": _options_object(recipe.options),
    }


def _plain(record: Any, **more: object) -> dict[str, object]:
    """A record as an object, without what says nothing."""
    values = {name: getattr(record, name) for name in record.__match_args__} | more
    return {name: value for name, value in values.items() if value not in ("", 0, (), None, False)}


def _step_object(step: Step) -> dict[str, object]:
    if isinstance(step, Relabel):
        said: dict[str, object] = {"do": "relabel", "field": step.field, "from": step.old, "to": step.new}
        return said | ({"below": True} if step.below else {})
    if isinstance(step, Join):
        return {"do": "join", "field": step.field, "labels": [list(pair) for pair in step.pairs]}
    if isinstance(step, Reword):
        return {"do": "reword", "replies": dict(step.wordings)}
    if isinstance(step, Deduplicate):
        return {"do": "deduplicate", "kept": {same: _where(ref) for same, ref in step.kept.items()}}
    values = [_plain(one, tickets=list(map(_where, one.tickets)) or None) for one in step.values]
    kinds = {kind: list(spared) for kind, spared in step.kinds.items()}
    return {"do": "mask", "kinds": kinds, "values": values, "pseudonyms": step.pseudonyms}


def _fix_object(one: Fix) -> dict[str, object]:
    values = {"category": one.category, "root_causes": one.causes, "status": one.status}
    return _where(one.at) | {name: value for name, value in values.items() if value is not None}


def _where(ref: Ref) -> dict[str, object]:
    said: dict[str, object] = {"ticket": ref.ticket, "source": ref.source}
    return said | ({"nth": ref.nth} if ref.nth else {})


def _options_object(options: Options) -> dict[str, object]:
    replies, splits = options.replies, options.splits
    said: dict[str, object] = {"format": options.format, "query": options.query}
    said |= {"include_excluded": options.include_excluded, "chosen_wording": replies.wording}
    said |= {"holding": replies.holding, "at_most": replies.at_most, "duplicates": replies.duplicates}
    parted = splits and {"shares": dict(splits.shares), "by": splits.by, "seed": splits.seed}
    return said | {"splits": parted, "report": options.report}


# Read


def _recipe(at: At) -> Recipe:
    made, taxonomy = at.of("made"), at.of("taxonomy")
    sources = tuple(Origin(one.of("name").text(), one.of("sha256").digits()) for one in at.of("sources").each())
    return Recipe(
        name=_name(at.of("name")),
        at=made.of("at").text(),
        by=made.of("by").text(),
        salt=at.of("salt").digits(),
        forms=at.of("forms").text(),
        sources=sources,
        synonyms={name: one.text() for name, one in at.of("synonyms").members()},
        vendors=tuple(one.filled() for one in at.of("vendors").each()),
        excepted=tuple(
            (one.of("kind").one_of(("", *KINDS)), one.of("value").digits()) for one in at.of("not_personal").each()
        ),
        replies=tuple(_said(one) for one in at.of("replies").each()),
        apart=tuple(_pair(one) for one in at.of("apart").each()),
        taxonomy=tuple(_named(one) for one in taxonomy.of("labels").each()),
        held=tuple(one.one_of(LABEL_FIELDS) for one in taxonomy.of("held").each()),  # type: ignore[misc]
        steps=tuple(_step(one, len(sources)) for one in at.of("steps").each()),
        fixes=tuple(_fix(one, len(sources)) for one in at.of("tickets").each()),
        options=_options(at.of("export")),
    )


def _name(at: At) -> str:
    """A name that a file can have: with one of another folder, a recipe would write there."""
    name = at.filled()
    if name in (".", "..") or set(name) & set("/\\\0"):
        raise at.bad('"tickets"')
    return name


def _pair(at: At) -> str:
    one, _, other = at.text().partition("-")
    for part in (one, other):
        at._replace(value=part).digits()
    return at.text()


def _said(at: At) -> Said:
    return Said(
        at.of("id").digits(),
        at.of("code").one_of(CODES),
        at.of("wording", "").text(),
        at.of("examples", 0).number(),
        tuple(one.digits() for one in at.of("forms").each()),
    )


def _named(at: At) -> Named:
    definition, retired = at.of("definition", "").text(), at.of("retired", False).flag()
    return Named(_field(at), at.of("label").filled(), definition, retired)


def _field(at: At) -> Any:
    return at.of("field").one_of(LABEL_FIELDS)


def _step(at: At, sources: int) -> Step:
    do = at.of("do").one_of(("relabel", "join", "reword", "mask", "deduplicate"))
    if do == "relabel":
        return Relabel(_field(at), at.of("from").filled(), at.of("to").text(), at.of("below", False).flag())
    if do == "join":
        return Join(_field(at), tuple(_two(one) for one in at.of("labels").each()))
    if do == "reword":
        return Reword({token: one.filled() for token, one in at.of("replies").members()})
    if do == "deduplicate":
        return Deduplicate({same: _ref(one, sources) for same, one in at.of("kept").members()})
    spared = at.of("kinds").members()
    kinds = {_kind(sorts._replace(value=kind)): tuple(one.text() for one in sorts.each()) for kind, sorts in spared}
    values = tuple(_masked(one, sources) for one in at.of("values").each())
    return Mask(kinds, values, at.of("pseudonyms").flag())


def _two(at: At) -> tuple[str, str]:
    parts: Sequence[At] = list(at.each())
    if len(parts) != 2:
        raise at.bad('["…", "…"]')
    return parts[0].filled(), parts[1].text()


def _kind(at: At) -> Kind:
    return next(kind for kind in KINDS if kind == at.one_of(KINDS))


def _masked(at: At, sources: int) -> MaskedValue:
    tickets = tuple(_ref(one, sources) for one in at.of("tickets", []).each())
    return MaskedValue(_kind(at.of("kind")), at.of("token").digits(), at.of("number", 0).number(), tickets)


def _fix(at: At, sources: int) -> Fix:
    causes = at.of("root_causes", None)
    return Fix(
        _ref(at, sources),
        None if at.of("category", None).value is None else at.of("category").text(),
        None if causes.value is None else tuple(one.filled() for one in causes.each()),
        None if at.of("status", None).value is None else at.of("status").one_of(STATUSES),
    )


def _ref(at: At, sources: int) -> Ref:
    return Ref(at.of("ticket").digits(), at.of("source").number(below=sources), at.of("nth", 0).number())


def _options(at: At) -> Options:
    most, parted, report = at.of("at_most", None), at.of("splits", None), at.of("report", None)
    replies = ReplyOptions(
        at.of("chosen_wording", False).flag(),
        at.of("holding", True).flag(),
        None if most.value is None else most.number(),
        at.of("duplicates", True).flag(),
    )
    return Options(
        at.of("format").one_of(FORMATS),
        at.of("query", "").text(),
        at.of("include_excluded", False).flag(),
        replies,
        None if parted.value is None else _splits(parted),
        None if report.value is None else report.one_of(LANGUAGES),
    )


def _splits(at: At) -> Splits:
    shares = []
    for name, share in at.of("shares").members():
        if not isinstance(share.value, (int, float)) or isinstance(share.value, bool):
            raise share.bad("0.1")
        shares.append((name, float(share.value)))
    found = Splits(
        tuple(shares),
        at.of("by").one_of(("tickets", "sources")),  # type: ignore[arg-type]
        at.of("seed").number(least=-(2**63)),
    )
    good_splits(found)
    return found
