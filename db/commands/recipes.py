"""The commands for recipes: recipe writes what was decided in a review, apply decides the same of files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from db import sentences
from db.commands.call import Commands, command
from db.commands.files import export_options, said_of, wanted
from db.commands.output import Output, plain
from db.recipes import Left, Recipe, apply_recipe, make, read_recipe, write_recipe
from db.review import Review
from db.values import Summary


def add(commands: Commands) -> None:
    """Describe the calls of these commands."""
    making = command(
        commands, "recipe", recipe, "Write what was decided, without any text of a ticket, as a recipe.", reads=True
    )
    making.add_argument("--out", metavar="FILE", type=Path, required=True, help="a file, such as NAME.recipe.json")
    export_options(making, required=False)
    applying = command(
        commands,
        "apply",
        None,
        "Decide of files what a recipe says, and export them.",
        of=("recipe", "a recipe, as “winnow recipe” writes it"),
    )
    applying.add_argument("file", metavar="FILE", type=Path, nargs="+", help="files and folders")
    applying.add_argument("--out", metavar="DIR", type=Path, required=True, help="a folder for what is exported")


def recipe(review: Review, call: Namespace, out: Output) -> int:
    """`recipe`: what the recipe holds, and what it does not."""
    made, left = make(review, wanted(call), out.progress)
    size = write_recipe(made, call.out, review)
    data = {"file": str(call.out.absolute()), "bytes": size, "steps": len(made.steps), "tickets": len(made.fixes)}
    out.result(data | _left(left), _made(made, left, call.out, size))
    return 0


def _left(left: Left) -> dict[str, object]:
    return {"not_held": dict(left.fields), "not_held_tickets": left.tickets, "personal": left.personal}


def _made(made: Recipe, left: Left, path: Path, size: int) -> str:
    lines = [f"{path}: {size} bytes, {len(made.steps)} steps, {len(made.fixes)} decisions on single tickets"]
    if left.fields or left.tickets:
        fields = ", ".join(f"{sentences.TEMPLATES[f'field.{name}']} {n}" for name, n in left.fields)
        lines.append(sentences.sentence("recipe.not_held", {"n": left.tickets, "fields": fields}))
    if left.personal:
        lines.append(sentences.sentence("recipe.left_out", {"n": left.personal}))
    return "\n".join(lines)


def apply(call: Namespace, out: Output) -> int:
    """`apply`: what was written, and what of the recipe did not apply."""
    done = apply_recipe(read_recipe(call.recipe), call.file, call.out.absolute(), call.reviewer, out.progress)
    data, words = said_of(done.result)
    missed = [{"code": one.code, "data": _plain(one), "text": sentences.summary(one)} for one in done.missed]
    for one in done.missed:
        out.note(sentences.summary(one))
    out.result(data | {"not_applied": missed}, words)
    return 0


def _plain(one: Summary) -> dict[str, object]:
    """The data of a sentence, with that of the sentence within it."""
    of = one.data.get("of")
    inner = {"of": {"code": of["code"], "data": plain(of["data"])}} if isinstance(of, Mapping) else {}
    return plain(one.data) | inner
