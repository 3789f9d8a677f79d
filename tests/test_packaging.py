"""What surrounds the program: the developer's door, the versions, the documents, the package, the sample's innocence.

Scripts of packaging/ are loaded from their files: that folder is no package, and must not become one.
"""

from __future__ import annotations

import ast
import importlib.util
import ipaddress
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
READMES = ("README.md", "README.zh-CN.md")
SCRIPTS = ("system", "environment", "deb", "bundle", "dev")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The modules of packaging/, by name, as dev.py sees them."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield {name: importlib.import_module(name) for name in SCRIPTS}
    for name in SCRIPTS:
        del sys.modules[name]


def repository_files() -> list[Path]:
    """The files of the repository: what git knows, or in an unpacked archive all but the hidden and the made."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listing = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        return [path for name in listing.decode().split("\0") if name and (path := ROOT / name).is_file()]
    skipped = {".venv", "build", "dist", "__pycache__"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not skipped & set(path.parts)]


def test_no_file_names_a_machine_or_a_registry() -> None:
    # put together here, so that this file is not among those that it finds
    marks = ["/" + "work/", "/" + "farm/", "/" + "root/", "py" + "pi.org", "python" + "hosted", "npm" + "js.org"]
    found = [
        f"{path.relative_to(ROOT)}: {mark}"
        for path in repository_files()
        for mark in marks
        if mark.encode() in path.read_bytes()
    ]
    assert found == []


def test_packaging_is_no_package() -> None:
    assert not (PACKAGING / "__init__.py").exists()


def test_constraints_are_exact_versions_and_nothing_else() -> None:
    lines = (PACKAGING / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []
    assert lines == sorted(lines, key=lambda line: line.split("==")[0].lower().replace("_", "-"))


def test_every_dependency_is_pinned_within_its_range() -> None:
    pins = dict(line.split("==") for line in (PACKAGING / "constraints.txt").read_text(encoding="utf-8").splitlines())
    versions = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pins.items()}
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    for requirement in (Requirement(text) for group in groups for text in group):
        version = versions.get(re.sub(r"[-_.]+", "-", requirement.name).lower())
        assert version is not None, f"{requirement.name} is not in constraints.txt"
        assert version in requirement.specifier, f"{requirement} does not admit {version}"


def test_the_qt_that_drops_references_is_excluded() -> None:
    (qt,) = [r for text in PROJECT["dependencies"] if (r := Requirement(text)).name == "PySide6-Essentials"]
    assert "6.12.0" not in qt.specifier
    assert "6.11.3" in qt.specifier


def test_developer_scripts_need_the_standard_library_only() -> None:
    for script in PACKAGING.glob("*.py"):
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            tops = {name.split(".")[0] for name in names} - set(SCRIPTS)
            assert tops <= sys.stdlib_module_names, script.name


def test_ci_runs_what_the_readme_says() -> None:
    script = ROOT / ".ci" / "run"
    (command,) = [line for line in script.read_text(encoding="utf-8").splitlines() if line.startswith("exec ")]
    assert os.access(script, os.X_OK)
    for readme in READMES:
        assert command.removeprefix("exec ") in (ROOT / readme).read_text(encoding="utf-8")


def test_links_of_the_readmes_lead_somewhere() -> None:
    for readme in READMES:
        links = re.findall(r"\]\(([^)]+)\)", (ROOT / readme).read_text(encoding="utf-8"))
        assert links
        assert [link for link in links if not link.startswith("http") and not (ROOT / link).exists()] == []


def test_readmes_say_the_same() -> None:
    def bones(readme: str) -> list[str]:
        text = (ROOT / readme).read_text(encoding="utf-8")
        commands = [
            line.split("#")[0].rstrip()
            for block in re.findall(r"```sh\n(.*?)```", text, re.S)
            for line in block.splitlines()
        ]
        shape = [re.sub(r"[^#|\d].*", "", line) for line in text.splitlines() if re.match(r"#|\||\d+\. ", line)]
        keys = sorted(key for key in set(re.findall(r"`([^`\n]+)`", text)) if key.isascii())
        return [*shape, *commands, *keys]

    assert bones(READMES[0]) == bones(READMES[1])


def test_unknown_command_is_a_wrong_call(scripts: dict[str, ModuleType], capsys: pytest.CaptureFixture[str]) -> None:
    assert scripts["dev"].main(["dance"]) == 2
    assert "run [FILE" in capsys.readouterr().err
    assert scripts["dev"].main(["--help"]) == 0


@pytest.fixture
def fake_environment(scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The environment module over a folder where nothing is really installed; `calls` keeps what it would have done."""
    module = scripts["environment"]
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.setattr(module, "PYPROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(module, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    module.calls = calls = []

    def make() -> None:
        calls.append("make")
        module.STAMP.unlink(missing_ok=True)
        module.VENV.mkdir(exist_ok=True)
        module.PYTHON.touch()

    monkeypatch.setattr(module, "_make", make)
    monkeypatch.setattr(module, "_install", lambda extras: calls.append(f"install {' '.join(extras)}".strip()))
    monkeypatch.setattr(module.system, "ensure_chinese_font", lambda: None)
    return module


def test_second_start_has_nothing_to_do(fake_environment: ModuleType) -> None:
    fake_environment.ensure()
    fake_environment.ensure()
    assert fake_environment.calls == ["make", "install"]


def test_extras_are_added_to_what_is_there(fake_environment: ModuleType) -> None:
    fake_environment.ensure()
    fake_environment.ensure("test", "bench")
    fake_environment.ensure("build")
    fake_environment.ensure("test")
    assert fake_environment.calls == ["make", "install", "install bench test", "install bench build test"]


def test_other_versions_make_another_environment(fake_environment: ModuleType) -> None:
    fake_environment.ensure("test")
    fake_environment.CONSTRAINTS.write_text("y", encoding="utf-8")
    fake_environment.ensure()
    assert fake_environment.calls == ["make", "install test", "make", "install"]


def test_an_interrupted_installation_is_done_again(
    fake_environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(fake_environment, "_install", lambda _: (_ for _ in ()).throw(SystemExit("no network")))
        with pytest.raises(SystemExit, match="no network"):
            fake_environment.ensure()
    fake_environment.ensure()
    assert fake_environment.calls == ["make", "make", "install"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux loads Qt's libraries from the system")
def test_missing_library_ends_with_the_line_to_type(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    system = scripts["system"]
    monkeypatch.setattr(system, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnone-such.so.9": "libnone9"})
    monkeypatch.setattr(system, "is_root", lambda: False)
    with pytest.raises(SystemExit, match=r"apt-get install libnone9(\n|$)"):
        system.ensure_qt_libraries(display=False)


def test_debian_package_holds_the_program(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    if not shutil.which("dpkg-deb"):
        pytest.skip("dpkg-deb is not here: not a Debian system")
    program = tmp_path / "winnow"
    program.mkdir()
    (program / "winnow").write_text("#!/bin/sh\necho started\n", encoding="utf-8")
    (program / "winnow").chmod(0o755)
    tree = scripts["deb"].lay_out(tmp_path / "tree", program)
    package = tmp_path / scripts["deb"].file_name()
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", tree, package], check=True, stdout=subprocess.DEVNULL)
    unpacked = tmp_path / "unpacked"
    subprocess.run(["dpkg-deb", "--extract", package, unpacked], check=True)
    said = subprocess.run([unpacked / "usr/bin/winnow"], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert said == "started\n"
    assert (unpacked / "usr/share/applications/winnow.desktop").is_file()


def sample_text() -> str:
    """All files of the sample, joined."""
    files = sorted((ROOT / "resources" / "sample").glob("*.md"))
    return "\n".join(f.read_bytes().decode("gb18030" if "gb18030" in f.name else "utf-8") for f in files)


def test_identifiers_of_the_sample_belong_to_nobody() -> None:
    text = sample_text()
    reserved = [ipaddress.ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]
    addresses = re.findall(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])", text)
    assert len(addresses) > 5
    assert [a for a in addresses if not any(ipaddress.ip_address(a) in net for net in reserved)] == []
    hosts = re.findall(r"(?:https?://|@)([A-Za-z0-9.-]+)", text)
    assert len(hosts) > 15
    assert [host for host in hosts if not re.search(r"(^|\.)example\.(com|net|org)$", host)] == []
    phones = re.findall(r"(?<!\d)1\d{10}(?!\d)", text)
    assert phones
    assert [phone for phone in phones if not phone.startswith("120")] == [], "120 is no range of mobile numbers"


def test_a_display_that_nobody_serves_is_none(scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    system = scripts["system"]
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not system.has_display()
    monkeypatch.setenv("DISPLAY", ":4711.0")
    assert not system.has_display()
    monkeypatch.setenv("DISPLAY", "elsewhere:0")
    assert system.has_display()
