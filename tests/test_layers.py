"""The architecture as tests: who may import whom, what a module may do when it is imported, how long a file may be.

Reads the source with `ast`; imports nothing of the project.
"""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("db", "qtapp", "resources")

DB_SEES = {
    "errors": set(),
    "values": set(),
    "marking": set(),
    "sentences": {"values", "errors", "marking"},
    "logs": {"values", "errors"},
    "models": {"values", "errors"},
    "formats": {"values", "errors"},
    "review": {"values", "errors", "models", "formats"},
    "figures": {"values", "errors", "logs", "review"},
    "upkeep": {"values", "errors", "review", "figures", "search"},
    "search": {"values", "errors", "marking", "models", "formats", "review"},
    "edits": {"values", "errors", "models", "formats", "review", "search"},
    "replies": {"values", "errors", "models", "formats", "review", "search", "edits"},
    "labels": {"values", "errors", "models", "formats", "review", "search", "edits", "replies"},
    "privacy": {"values", "errors", "models", "formats", "review", "search", "edits"},
    "importing": {"values", "errors", "models", "formats", "review", "search", "edits"},
    "recording": {"values", "errors", "formats", "review"},
    "exporting": {
        "values",
        "errors",
        "models",
        "formats",
        "review",
        "search",
        "edits",
        "replies",
        "labels",
        "recording",
    },
    "mending": {"values", "errors", "formats", "review", "search", "edits", "importing"},
    "problem": {"values", "errors", "logs", "figures", "review", "mending"},
    "recipes": {
        "values",
        "errors",
        "formats",
        "review",
        "search",
        "edits",
        "replies",
        "labels",
        "privacy",
        "importing",
        "exporting",
    },
    "cli": {
        "values",
        "errors",
        "sentences",
        "logs",
        "figures",
        "upkeep",
        "problem",
        "formats",
        "review",
        "search",
        "edits",
        "replies",
        "labels",
        "privacy",
        "importing",
        "exporting",
        "mending",
        "recipes",
    },
}
"""Room of db -> the rooms it may import, besides itself and `resources`."""

DB_ROOM = {
    "late": "values",
    "records": "values",
    "collector": "values",
    "connection": "review",
    "newfile": "review",
    "facts": "review",
    "migrations": "review",
    "backups": "review",
    "store": "review",
    "beside": "review",
    "unpacking": "review",
    "checking": "review",
    "schema": "review",
    "soundness": "mending",
    "misread": "sentences",
    "mistakes": "sentences",
    "remedies": "sentences",
    "deeds": "sentences",
    "wording": "sentences",
    "identity": "importing",
    "intake": "importing",
    "datafile": "importing",
    "touched": "importing",
    "drift": "importing",
    "running": "importing",
    "merging": "importing",
    "locks": "importing",
    "packing": "importing",
    "walking": "importing",
    "outfile": "review",
    "jsonfile": "review",
    "choosing": "exporting",
    "reporting": "exporting",
    "giving": "exporting",
    "splitting": "exporting",
}
"""Modules that belong to a room of another name; `commands…` belong to the command line."""

QT_ROOMS = {"kit", "tickets", "detail", "replies", "labels", "privacy", "dialogs", "sources"}
"""Rooms of the screen that never import each other; `window` and the modules that start it know several."""

QT_STARTERS = {"app", "tour", "__main__"}
DB_PUBLIC = {
    "values",
    "errors",
    "logs",
    "figures",
    "upkeep",
    "problem",
    "sentences",
    "review",
    "search",
    "edits",
    "replies",
    "labels",
    "privacy",
    "importing",
    "exporting",
    "mending",
    "formats",
}
OPEN_MODULES = {"db.values", "db.errors"}
"""Modules whose every public name is made to leave the package, without a list of them."""

HEAVY = {"numpy", "pyarrow", "xlsxwriter", "rapidfuzz", "charset_normalizer", "markdown", "nh3", "regex", "PySide6"}
"""Libraries that a function may import, so that those who do not call it need not load or have them."""

STARTED = {"QApplication", "QGuiApplication", "QCoreApplication", "Review", "Session", "Finder"}
LONG = 300
TYPICAL = 120


@dataclass(frozen=True)
class Import:
    """One imported name: `module` as written, `name` for the from-form, and whether it stands in a function."""

    module: str
    name: str | None
    line: int
    within_function: bool

    @property
    def target(self) -> str:
        """The module of the project that this runs: a submodule where the name is one."""
        inner = f"{self.module}.{self.name}"
        return inner if self.name and inner in modules() else self.module


@cache
def modules() -> dict[str, Path]:
    """Dotted name -> file, of all that ships."""
    found = {}
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module of the project."""
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> tuple[Import, ...]:
    """All imports of a module, wherever they stand."""
    return tuple(_imports(tree(module), within_function=False))


def _imports(node: ast.AST, within_function: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, None, child.lineno, within_function) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "relative imports are not used here"
            yield from (Import(child.module or "", alias.name, child.lineno, within_function) for alias in child.names)
        else:
            inside = within_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(child, inside)


def room(module: str) -> str:
    """The room of a module of db or qtapp: its second name, or the room that the module was given."""
    name = module.split(".")[1] if "." in module else ""
    if module.startswith("db.") and name.startswith("commands"):
        return "cli"
    return DB_ROOM.get(name, name) if module.startswith("db.") else name


def of(package: str) -> list[str]:
    """The modules of one package."""
    return [module for module in modules() if module.split(".")[0] == package]


def breaches(package: str, allowed: object) -> list[str]:
    """Imports of a package that `allowed(module, import)` does not allow, as lines to read."""
    assert callable(allowed)
    return [
        f"{module}:{one.line} imports {one.module}{f' ({one.name})' if one.name else ''}"
        for module in of(package)
        for one in imports(module)
        if not allowed(module, one)
    ]


def test_there_is_something_to_read() -> None:
    assert {module.split(".")[0] for module in modules()} == set(PACKAGES)


def test_db_knows_no_screen() -> None:
    assert breaches("db", lambda _, one: one.module.split(".")[0] not in {"PySide6", "shiboken6", "qtapp"}) == []


def test_resources_know_nobody() -> None:
    assert breaches("resources", lambda _, one: one.module.split(".")[0] not in {"db", "qtapp", "PySide6"}) == []


def test_db_imports_downward_only() -> None:
    def allowed(module: str, one: Import) -> bool:
        target = one.target
        if not target.startswith("db.") or room(target) == room(module):
            return True
        return room(target) in DB_SEES[room(module)]

    strangers = [module for module in of("db") if module != "db" and room(module) not in DB_SEES]
    assert strangers == [], "give each new module of db a room"
    assert breaches("db", allowed) == []


def test_db_package_itself_imports_nothing() -> None:
    assert "db" not in modules() or imports("db") == ()


def test_screen_knows_no_database() -> None:
    assert breaches("qtapp", lambda _, one: one.module.split(".")[0] not in {"peewee", "playhouse", "sqlite3"}) == []


def test_screen_imports_public_names_of_db_only() -> None:
    def allowed(module: str, one: Import) -> bool:
        if one.module.split(".")[0] != "db" or (module, one.module) == ("qtapp.__main__", "db.cli"):
            return True
        if (one.module, one.name) == ("db", "__version__"):
            return True
        if one.name is None or one.target != one.module:
            names = attributes(module, one.name or "")
            return one.target.count(".") == 1 and room(one.target) in DB_PUBLIC and names <= public(one.target)
        return room(one.module) in DB_PUBLIC and one.module.count(".") == 1 and one.name in public(one.module)

    assert breaches("qtapp", allowed) == []


def attributes(module: str, name: str) -> set[str]:
    """What a module takes from a module that it imported as `name`."""
    return {
        node.attr
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
    }


def public(module: str) -> set[str]:
    """The names in `__all__`; for the open modules all that do not begin with an underscore."""
    if module not in modules():
        return set()
    for node in tree(module).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return set(ast.literal_eval(node.value))  # type: ignore[attr-defined]
    if module not in OPEN_MODULES:
        return set()
    names: set[str] = set()
    for node in tree(module).body:
        names.update(t.id for t in getattr(node, "targets", [getattr(node, "target", None)]) if isinstance(t, ast.Name))
        names.add(getattr(node, "name", "_"))
    return {name for name in names if not name.startswith("_")}


def test_rooms_of_the_screen_do_not_know_each_other() -> None:
    def allowed(module: str, one: Import) -> bool:
        target = one.target
        here, there = room(module), room(target)
        if not target.startswith("qtapp") or here == there or here in {"window", *QT_STARTERS}:
            return here != "kit" or not target.startswith("db")
        if here == "kit":
            return False
        return there == "kit" or there not in {*QT_ROOMS, "window", *QT_STARTERS}

    assert breaches("qtapp", allowed) == []


def test_tool_tips_are_no_markup() -> None:
    """Qt takes what looks like HTML for it, and a picture in it would be looked for: see `kit.tips`."""

    def is_safe(node: ast.expr) -> bool:
        if isinstance(node, ast.IfExp):
            return is_safe(node.body) and is_safe(node.orelse)
        if isinstance(node, ast.Call):
            return ast.unparse(node.func) in {"tip", "plain_tip", "self.tr", "QCoreApplication.translate"}
        return isinstance(node, ast.Constant)

    trusting = [
        f"{module}:{call.lineno} {ast.unparse(call)}"
        for module in of("qtapp")
        for call in ast.walk(tree(module))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("setToolTip") and not is_safe(call.args[0])
    ]
    assert trusting == []


@pytest.mark.parametrize("package", PACKAGES)
def test_functions_import_heavy_libraries_only(package: str) -> None:
    def allowed(module: str, one: Import) -> bool:
        starts = module == "qtapp.__main__" and one.module.split(".")[0] in {"qtapp", "db"}
        return not one.within_function or starts or one.module.split(".")[0] in HEAVY

    assert breaches(package, allowed) == []


def test_no_import_cycle() -> None:
    graph = {
        module: {one.target for one in imports(module) if one.target in modules() and one.target != module}
        for module in modules()
    }
    while free := [module for module, targets in graph.items() if not targets & graph.keys()]:
        for module in free:
            del graph[module]
    # what is left stands on a cycle, or above one
    assert sorted(graph) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_starts_nothing(package: str) -> None:
    started = [
        f"{module}:{call.lineno} {ast.unparse(call.func)}"
        for module in of(package)
        for call in module_level_calls(tree(module))
        if _starts(call)
    ]
    assert started == []


def module_level_calls(module: ast.Module) -> Iterator[ast.Call]:
    """Calls that run when the module is imported, in class bodies too."""
    waiting: list[ast.AST] = list(module.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _is_main_guard(node):
            continue
        if isinstance(node, ast.Call):
            yield node
        waiting.extend(ast.iter_child_nodes(node))


def _is_main_guard(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def _starts(call: ast.Call) -> bool:
    names = ast.unparse(call.func).split(".")
    return bool(STARTED & set(names)) or names[-1].endswith(("Window", "Widget"))


def python_files() -> list[Path]:
    """Every Python file of the repository that a person wrote."""
    return [file for name in (*PACKAGES, "tests", "packaging") for file in sorted((ROOT / name).rglob("*.py"))]


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(file.relative_to(ROOT))
        for file in python_files()
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_files_are_short() -> None:
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in python_files()
    }
    long = {name: length for name, length in lengths.items() if length > LONG}
    assert len(long) <= len(lengths) / 20, f"more than one file in twenty is over {LONG} lines: {long}"
    assert statistics.median(lengths.values()) <= TYPICAL
