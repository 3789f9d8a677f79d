#!/usr/bin/env python3
"""Brings the translations up to date: ``python3 packaging/translations.py [--check]``.

Collects every text on screen from db/ and qtapp/ into resources/translations/*.ts (lupdate) and compiles them
(lrelease). A text that went is dropped, a new one stands there as unfinished until somebody translates it; English
needs its plurals only. ``--check`` writes nothing and ends with 1 where something is not up to date or unfinished.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"zh_CN": (), "en": ("-pluralonly",)}
"""Language -> what lupdate is told besides."""


def sources() -> list[Path]:
    """The files whose texts are shown."""
    return [file for package in ("db", "qtapp") for file in sorted((ROOT / package).rglob("*.py"))]


def ts_file(language: str, folder: Path = FOLDER) -> Path:
    """The texts of a language, to be edited."""
    return folder / f"winnow_{language}.ts"


def collect(folder: Path = FOLDER) -> None:
    """Put the texts that there are now into the .ts files of a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        listing = Path(scratch) / "files.lst"
        listing.write_text("\n".join(str(file) for file in sources()), encoding="utf-8")
        for language, extra in LANGUAGES.items():
            target = ["-target-language", language, "-source-language", "en"]
            _tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", *extra, *target)(
                f"@{listing}", "-ts", str(ts_file(language, folder))
            )


def compile_all(folder: Path = FOLDER, into: Path = FOLDER) -> None:
    """Compile the .ts files of a folder."""
    for language in LANGUAGES:
        source = ts_file(language, folder)
        _tool("lrelease", "-silent")(str(source), "-qm", str(into / source.with_suffix(".qm").name))


def _tool(name: str, *options: str):
    program = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or shutil.which(f"pyside6-{name}")
    if program is None:
        raise SystemExit(f"pyside6-{name} is not here; it comes with PySide6-Essentials.")

    def run(*arguments: str) -> None:
        done = subprocess.run([program, *options, *arguments], cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{name}: {done.stdout}{done.stderr}")

    return run


def messages(file: Path) -> Iterator[tuple[str, str, list[str], bool]]:
    """Context, text, translations (more than one for plurals), finished, of each message of a .ts file."""
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found = message.find("translation")
            assert found is not None
            forms = [form.text or "" for form in found.iter("numerusform")] or [found.text or ""]
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                forms,
                found.get("type") is None and all(forms),
            )


def stale() -> list[str]:
    """What is not up to date, as lines to read."""
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for language in LANGUAGES:
            if ts_file(language).exists():
                shutil.copyfile(ts_file(language), ts_file(language, folder))
        collect(folder)
        compile_all(FOLDER, folder)
        for language in LANGUAGES:
            before, now = ({(one[0], one[1]) for one in messages(ts_file(language, at))} for at in (FOLDER, folder))
            found += [f"{language}: not collected: {context}: {text}" for context, text in sorted(now - before)]
            found += [f"{language}: not used any more: {context}: {text}" for context, text in sorted(before - now)]
            compiled = ts_file(language).with_suffix(".qm")
            if not compiled.exists() or compiled.read_bytes() != (folder / compiled.name).read_bytes():
                found.append(f"{language}: {compiled.name} is not what {ts_file(language).name} compiles to")
    return found


def unfinished(language: str) -> list[str]:
    """The texts of a language that nobody has translated yet."""
    return [f"{language}: {one[0]}: {one[1]}" for one in messages(ts_file(language)) if not one[3]]


def main(arguments: list[str]) -> int:
    """Collect and compile, or check."""
    if "--check" not in arguments:
        FOLDER.mkdir(exist_ok=True)
        collect()
        compile_all()
    problems = stale() + [line for language in LANGUAGES for line in unfinished(language)]
    print("\n".join(problems) or "All translations are complete.")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
