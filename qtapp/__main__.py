"""The program `winnow`: a command word runs the command line, ``--tour`` the headless tour, anything else the window.

Decides and no more. The command line has to work where no library of Qt does, so Qt is imported for the window only.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

COMMANDS = frozenset(
    {
        "import",
        "list",
        "show",
        "edit",
        "undo",
        "redo",
        "log",
        "replies",
        "labels",
        "relabel",
        "taxonomy",
        "export",
        "check",
    }
    | {"backup", "restore", "-h", "--help", "--version"}
)
"""First words that are for the command line; a file of such a name opens as ``./import``."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
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
    gc.disable()  # nothing that is loaded now is ever garbage, and looking for some takes longer than loading
    from qtapp.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
