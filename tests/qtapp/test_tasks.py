"""Long work in a child: its news, its ends, its turn. The child is a short script that speaks as the real one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from db.values import Step
from qtapp import tasks
from qtapp.tasks import Task, Tasks

SAY = "import json, sys\ndef say(**news): print(json.dumps(news), flush=True)\n"
STEPS = (
    SAY + "say(step={'stage': 'read', 'done': 1, 'total': 2, 'subject': 'a.md'}); print('noise'); say(result={'n': 3})"
)
FAILS = SAY + "say(error={'code': 'review.missing', 'data': {'file': 'b.winnow'}}); sys.exit(1)"
WAITS = (
    SAY
    + "say(step={'stage': 'read', 'done': 0, 'total': 0})\nsys.exit(0 if sys.stdin.readline() == 'cancel\\n' else 9)"
)
DEAF = SAY + "import time\nsay(step={'stage': 'read', 'done': 0, 'total': 0})\ntime.sleep(60)"
PLACE = (
    SAY + "import os, time\nbegun = time.monotonic()\n"
    "while os.getpriority(os.PRIO_PROCESS, 0) == int(sys.argv[1]) and time.monotonic() < begun + 5: time.sleep(0.01)\n"
    "time.sleep(0.05)\nsay(result={'processors': len(os.sched_getaffinity(0))})"
)
CRASHES = "raise SystemError('the disk is made of cheese')"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the child runs, in the last place of a list."""
    scripts: list[str] = [STEPS]
    monkeypatch.setattr(tasks, "program", lambda: (sys.executable, ["-c", scripts[-1]]))
    return scripts


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[Tasks]:
    queue = Tasks()
    yield queue
    queue.stop()


def test_steps_and_results_arrive(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    task = queue.run("Import", [])
    steps: list[Step] = []
    task.progressed.connect(steps.append)
    with qtbot.waitSignal(task.succeeded, timeout=10_000) as done:
        pass
    assert steps == [Step("read", 1, 2, "a.md")]
    assert done.args == [[{"n": 3}]]


@pytest.mark.skipif(sys.platform != "linux", reason="processors can be left to others on Linux alone")
def test_a_child_leaves_a_processor_to_the_window(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    script.append(PLACE)
    own = len(os.sched_getaffinity(0))
    niceness = os.getpriority(os.PRIO_PROCESS, 0)
    with qtbot.waitSignal(queue.run("Import", [str(niceness)]).succeeded, timeout=10_000) as done:
        pass
    assert done.args == [[{"processors": max(1, own - 1)}]]
    assert (len(os.sched_getaffinity(0)), os.getpriority(os.PRIO_PROCESS, 0)) == (own, niceness)


def test_an_error_is_a_sentence(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    script.append(FAILS)
    with qtbot.waitSignal(queue.run("Import", []).failed, timeout=10_000) as failed:
        pass
    assert "b.winnow" in failed.args[0]


def test_a_child_that_breaks_is_told_with_its_last_words(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    script.append(CRASHES)
    with qtbot.waitSignal(queue.run("Import", []).failed, timeout=10_000) as failed:
        pass
    assert "cheese" in failed.args[0]


def test_a_program_that_is_not_there(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, queue: Tasks) -> None:
    monkeypatch.setattr(tasks, "program", lambda: ("/nowhere/winnow", []))
    with qtbot.waitSignal(queue.run("Import", []).failed, timeout=10_000) as failed:
        pass
    assert "Import" in failed.args[0]


def test_cancel_is_heard(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    script.append(WAITS)
    task = queue.run("Import", [])
    with qtbot.waitSignal(task.progressed, timeout=10_000):
        pass
    with qtbot.waitSignal(task.cancelled, timeout=10_000), qtbot.assertNotEmitted(task.failed):
        queue.cancel()


def test_a_child_that_does_not_listen_is_ended(
    qtbot: QtBot, script: list[str], queue: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "PATIENCE", 200)
    script.append(DEAF)
    task = queue.run("Import", [])
    with qtbot.waitSignal(task.progressed, timeout=10_000):
        pass
    with qtbot.waitSignal(task.cancelled, timeout=10_000):
        queue.stop()
    assert queue.current is None


def test_tasks_wait_for_their_turn(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    first, second = queue.run("one", []), queue.run("two", [])
    begun: list[Task] = []
    queue.started.connect(begun.append)
    with qtbot.waitSignal(first.ended, timeout=10_000):
        pass
    assert begun[0] is first
    with qtbot.waitSignal(second.ended, timeout=10_000):
        pass
    assert begun == [first, second]


def test_a_task_that_waits_can_be_cancelled(qtbot: QtBot, script: list[str], queue: Tasks) -> None:
    script.append(WAITS)
    first, second = queue.run("one", []), queue.run("two", [])
    with qtbot.waitSignal(first.progressed, timeout=10_000):
        pass
    with qtbot.assertNotEmitted(second.progressed):
        queue.stop()
    assert queue.current is None


def test_the_real_command_line_is_found_from_anywhere(qtbot: QtBot, queue: Tasks, home: object) -> None:
    name, arguments = tasks.program()
    assert name == sys.executable
    assert arguments == ["-m", "qtapp"]
