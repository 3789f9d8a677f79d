"""The tree of a Debian package around the frozen program: control file, launcher, desktop entry, icon, file type."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import environment
import system

ROOT = environment.ROOT
NAME = "winnow-desk"

CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: The Winnow developers <winnow@example.org>
Installed-Size: {kilobytes}
Depends: libc6, {depends}
Recommends: {fonts}
Section: utils
Priority: optional
Description: review and clean datasets of customer-service tickets
 Opens dataset files, shows tickets with their replies, corrects categories and
 root causes from the keyboard, and writes every file back as it was found.
"""


def version() -> str:
    """The version of the project, from the one place that states it."""
    text = (ROOT / "db" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    assert found, "db/__init__.py states the version"
    return found[1]


def architecture() -> str:
    """This machine's architecture, by Debian's name."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def file_name() -> str:
    """The package's file name."""
    return f"{NAME}_{version()}_{architecture()}.deb"


def lay_out(tree: Path, program: Path) -> Path:
    """Make the package's `tree` from the folder of the frozen `program`; returns the tree."""
    home = tree / "usr/lib" / NAME
    shutil.copytree(program, home, symlinks=True)
    launcher = tree / "usr/bin/winnow"
    launcher.parent.mkdir(parents=True)
    launcher.symlink_to(f"../lib/{NAME}/winnow")
    for source, target in {
        "packaging/winnow.desktop": "usr/share/applications/winnow.desktop",
        "packaging/winnow-mime.xml": f"usr/share/mime/packages/{NAME}.xml",
        "resources/winnow.svg": "usr/share/icons/hicolor/scalable/apps/winnow.svg",
        "LICENSE": f"usr/share/doc/{NAME}/copyright",
    }.items():
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / source, tree / target)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(_control(tree), encoding="utf-8")
    return tree


def _control(tree: Path) -> str:
    size = sum(file.lstat().st_size for file in tree.rglob("*"))
    return CONTROL.format(
        name=NAME,
        version=version(),
        architecture=architecture(),
        kilobytes=size // 1024,
        depends=", ".join([*system.QT_LIBRARIES.values(), *system.DISPLAY_LIBRARIES.values()]),
        fonts=" | ".join(system.CHINESE_FONTS),
    )
