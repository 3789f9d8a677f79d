"""How the call of a command is described: what all commands have in common, and kinds of words that several take."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from db.commands.output import Output
from db.review import Review

Command = Callable[[Review, Namespace, Output], int]
Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"
"""Where commands are added."""
DIGITS = 18
"""Of a number that is no mistake, at most."""


def command(
    commands: Commands,
    name: str,
    run: Command | None,
    words: str,
    *,
    reads: bool = False,
    of: tuple[str, str] = ("review", "a review file, NAME.winnow"),
    optional: bool = False,
) -> ArgumentParser:
    """A new command with the words and options that every one has; `reads`: a review that is read only will do. `of`
    is what it is about, and that in words; it may be left out where it is `optional`."""
    parser = commands.add_parser(name, help=words, description=words)
    nargs = "?" if optional else None
    parser.add_argument(of[0], metavar=of[0].upper(), type=Path, help=of[1], nargs=nargs)
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--reviewer", metavar="NAME", help="whose name the log gets; unless told, that of the user")
    parser.add_argument("--progress-json", action="store_true", help="for programs: progress and results as JSON lines")
    parser.set_defaults(run=run, reads=reads)
    return parser


def between(least: float, most: float) -> Callable[[str], float]:
    """A kind of word: a number from `least` to `most`."""

    def number_between(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            raise ArgumentTypeError(f"“{text}” is not a number from {least:g} to {most:g}")
        return value

    return number_between


def number(text: str) -> int:
    """A whole number that is not negative."""
    if not text.isascii() or not text.isdigit() or len(text) > DIGITS:
        raise ArgumentTypeError(f"“{text}” is not a number")
    return int(text)
