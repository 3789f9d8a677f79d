"""The program `winnow`: a command word runs the command line, ``--tour`` the headless tour, anything else the window.
With ``--profile FILE`` any of them is profiled.

Decides and no more. The command line has to work where no library of Qt does, so Qt is imported for the window only.
"""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Callable, Sequence

COMMANDS = frozenset(
    {
        "import",
        "sources",
        "update",
        "list",
        "show",
        "edit",
        "undo",
        "redo",
        "log",
        "replies",
        "decide",
        "labels",
        "relabel",
        "accept",
        "taxonomy",
        "privacy",
        "mask",
        "export",
        "recipe",
        "apply",
        "check",
        "recover",
        "tidy",
        "problem",
    }
    | {"backup", "restore", "-h", "--help", "--version"}
)
"""First words that are for the command line; a file of such a name opens as ``./import``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if any(word.partition("=")[0] == "--profile" for word in arguments):
        from qtapp import profiling

        return profiling.run(start, arguments)
    return start(arguments)


def start(arguments: Sequence[str]) -> int:
    """Run the part of the program that these words are for; returns its exit code."""
    if arguments and arguments[0] in COMMANDS:
        from db.cli import main as command_line

        return command_line(arguments)
    if arguments[:1] == ["--tour"]:
        from qtapp.tour import main as tour

        return tour(arguments[1:])
    from qtapp import libraries

    if missing := libraries.problem():
        print(missing, file=sys.stderr)
        return 1
    return load()(arguments)


def load() -> Callable[[Sequence[str]], int]:
    """Load the window's modules; returns what runs it. Python's collector is off afterwards: the event loop runs it.

    Nothing that is loaded is ever garbage, and looking for some takes longer than loading. PySide6 puts an `import` of
    its own in place that looks for ``__feature__`` at every statement, which none of our modules says: 17 ms a start.
    """
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    theirs, builtins.__import__ = builtins.__import__, plain
    try:
        from qtapp.app import run
    finally:
        builtins.__import__ = theirs
    return run


if __name__ == "__main__":
    sys.exit(main())
