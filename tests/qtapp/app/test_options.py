"""The words after ``winnow`` where they open the window."""

from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path

import pytest

from qtapp.app import options


def test_paths_and_flags() -> None:
    asked = options.parse(["a.md", "--debug", "--", "--odd.md"])
    assert asked.paths == (Path("a.md").absolute(), Path("--odd.md").absolute())
    assert (asked.debug, asked.temp_profile) == (True, False)


def test_nothing_asked() -> None:
    assert options.parse([]) == options.Options()


def test_an_unknown_option_is_told() -> None:
    with pytest.raises(options.UsageError, match="--colour"):
        options.parse(["--colour"])


def test_a_temporary_profile_is_a_folder_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/elsewhere")
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, "")
    options.prepare(options.Options(temp_profile=True))
    folder = Path(os.environ["XDG_CONFIG_HOME"])
    assert list(folder.iterdir()) == []
    assert os.environ["XDG_DATA_HOME"] == str(folder)
    assert str(folder) in capsys.readouterr().err
    folder.rmdir()


def test_debugging_logs(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    before = root.level
    shown = warnings.showwarning
    try:
        options.prepare(options.Options(debug=True))
        assert root.level == logging.DEBUG
        assert len(root.handlers) == 1
    finally:
        root.setLevel(before)
        logging.captureWarnings(False)
        warnings.showwarning = shown
