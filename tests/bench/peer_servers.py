"""Label Studio and doccano, started on loopback with a data folder of their own, given tickets, and asked for pages.

Each way returns seconds of ``import``, ``page``, ``filter`` and ``search``: the import until the server says that it is
done, the others as the median of some requests of one page. Whatever does not work raises `Unable` with the reason.
"""

from __future__ import annotations

import http.cookiejar
import json
import os
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STARTING, WORKING = 300.0, 900.0
"""Seconds until a server answers, and until it has taken the tickets in."""
BATCH = 1000
REQUESTS = 5
USER, MAIL, PASSWORD = "bench", "bench@example.test", "bench-only-here"
CONFIG = """<View><Text name="text" value="$text"/>
    <Choices name="category" toName="text"><Choice value="a"/></Choices></View>"""
Asked = tuple[int, str, str]
"""Rows of a page, the word to look for, the label to filter by."""


class Unable(Exception):
    """A peer that could not be used here, and why."""


class Client:
    """Requests to a server on this machine, with its cookies; JSON both ways."""

    def __init__(self, port: int, headers: Mapping[str, str] | None = None) -> None:
        self._root = f"http://127.0.0.1:{port}"
        self.headers = dict(headers or {})
        self._jar = http.cookiejar.CookieJar()
        direct = urllib.request.ProxyHandler({})
        self._opener = urllib.request.build_opener(direct, urllib.request.HTTPCookieProcessor(self._jar))

    def call(self, method: str, path: str, body: object = None, form: bytes | None = None, kind: str = "") -> Any:
        """One request; None for an answer without JSON. Raises Unable for what the server refuses."""
        data = form if form is not None else None if body is None else json.dumps(body).encode()
        headers = {**self.headers, "Content-Type": kind or "application/json", "Referer": self._root}
        for cookie in self._jar:
            if cookie.name == "csrftoken":
                headers["X-CSRFToken"] = cookie.value or ""
        request = urllib.request.Request(f"{self._root}{path}", data, headers, method=method)
        try:
            with self._opener.open(request, timeout=WORKING) as answer:
                text = answer.read().decode()
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:120]
            raise Unable(f"{method} {path} is answered with {error.code}: {said}") from None
        try:
            return json.loads(text)
        except ValueError:
            return text

    def wait(self, path: str) -> None:
        """Until the server answers."""
        end = time.monotonic() + STARTING
        while time.monotonic() < end:
            try:
                self.call("GET", path)
                return
            except Unable:
                return  # it answers, if only that it does not like to be asked so
            except OSError:
                time.sleep(0.5)
        raise Unable(f"no answer within {STARTING:.0f} s of its start")

    def median(self, method: str, path: str) -> float:
        """Seconds of a request, after one that does not count."""
        times = []
        for _ in range(REQUESTS + 1):
            begun = time.perf_counter()
            self.call(method, path)
            times.append(time.perf_counter() - begun)
        return statistics.median(times[1:])


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def served(calls: Sequence[Sequence[str]], folder: Path, variables: Mapping[str, str]) -> Iterator[None]:
    """Programs in a folder of their own, ended afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **variables}
    log = (folder / "log").open("w")
    children = [
        subprocess.Popen(call, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True)
        for call in calls
    ]
    try:
        yield
    finally:
        for child in children:
            os.killpg(child.pid, 15)
        for child in children:
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, 9)
        log.close()


def _text(ticket: Mapping[str, Any]) -> str:
    """All of a ticket in the one text that these programs show."""
    return "\n".join((ticket["title"], ticket["problem"], *(turn["text"] for turn in ticket["replies"])))


def label_studio(programs: Path, folder: Path, tickets: Sequence[dict[str, Any]], asked: Asked) -> dict[str, float]:
    """One project of text classification in SQLite; filter and search are filters of its data manager."""
    rows, word, label = asked
    port, token = free_port(), uuid.uuid4().hex
    start = [str(programs / "label-studio"), "start", "--no-browser", "--port", str(port), "--username", MAIL]
    start += ["--password", PASSWORD, "--user-token", token, "--enable-legacy-api-token"]
    variables = {"LABEL_STUDIO_BASE_DATA_DIR": str(folder), "COLLECT_ANALYTICS": "false", "DJANGO_DB": "sqlite"}
    with served([start], folder, variables):
        client = Client(port, {"Authorization": f"Token {token}"})
        client.wait("/health")
        project = client.call("POST", "/api/projects", {"title": "bench", "label_config": CONFIG})["id"]
        tasks = [{"text": _text(ticket), "category": ticket["category_raw"]} for ticket in tickets]
        begun = time.perf_counter()
        for place in range(0, len(tasks), BATCH):
            client.call("POST", f"/api/projects/{project}/import", tasks[place : place + BATCH])
        _until(lambda: client.call("GET", f"/api/projects/{project}")["task_number"] == len(tasks))
        taken = {"import": time.perf_counter() - begun}
        wanted = {"page": None, "filter": ("category", "equal", label), "search": ("text", "contains", word)}
        for what, condition in wanted.items():
            view = client.call("POST", "/api/dm/views", {"project": project, "data": _view(condition)})["id"]
            page = f"/api/tasks?view={view}&project={project}&page=1&page_size={rows}"
            _filled(client.call("GET", page)["tasks"], f"{what} of Label Studio")
            taken[what] = client.median("GET", page)
        return taken


def _view(condition: tuple[str, str, str] | None) -> dict[str, Any]:
    items = []
    if condition is not None:
        column, operator, value = condition
        items = [{"filter": f"filter:tasks:data.{column}", "operator": operator, "type": "String", "value": value}]
    return {"filters": {"conjunction": "and", "items": items}}


def doccano(programs: Path, folder: Path, tickets: Sequence[dict[str, Any]], asked: Asked) -> dict[str, float]:
    """One project of text classification in SQLite, with a worker that imports; filter is by label, search by text."""
    rows, word, label = asked
    port, program = free_port(), str(programs / "doccano")
    variables = {"DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}", "DOCCANO_HOME": str(folder)}
    variables |= {"HOME": str(folder), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    folder.mkdir(parents=True, exist_ok=True)
    for words in (["init"], ["createuser", "--username", USER, "--password", PASSWORD]):
        done = subprocess.run(
            [program, *words], cwd=folder, env={**os.environ, **variables}, capture_output=True, text=True
        )
        if done.returncode:
            raise Unable(f"{words[0]} fails: {(done.stderr.strip().splitlines() or ['no word'])[-1][:160]}")
    with served([[program, "webserver", "--port", str(port)], [program, "task"]], folder, variables):
        client = Client(port)
        client.wait("/v1/health")
        client.call("POST", "/v1/auth/login/", {"username": USER, "password": PASSWORD})
        about = {"name": "bench", "description": "bench", "project_type": "DocumentClassification", "guideline": ""}
        about |= {"resourcetype": "TextClassificationProject"}
        project = client.call("POST", "/v1/projects", about)["id"]
        begun = time.perf_counter()
        _upload(client, project, tickets)
        taken = {"import": time.perf_counter() - begun}
        page = f"/v1/projects/{project}/examples?limit={rows}&offset=0"
        for what, condition in {
            "page": "",
            "filter": f"&label={_quoted(label)}",
            "search": f"&q={_quoted(word)}",
        }.items():
            _filled(client.call("GET", page + condition)["results"], f"{what} of doccano")
            taken[what] = client.median("GET", page + condition)
        return taken


def _upload(client: Client, project: int, tickets: Sequence[dict[str, Any]]) -> None:
    """A file of JSONL, then the task that takes it in."""
    lines = [json.dumps({"text": _text(one), "label": [one["category_raw"]]}, ensure_ascii=False) for one in tickets]
    border = uuid.uuid4().hex
    head = f'--{border}\r\nContent-Disposition: form-data; name="filepond"; filename="tickets.jsonl"\r\n\r\n'
    form = b"".join((head.encode(), "\n".join(lines).encode(), f"\r\n--{border}--\r\n".encode()))
    upload = client.call("POST", "/v1/fp/process/", form=form, kind=f"multipart/form-data; boundary={border}")
    task = client.call(
        "POST",
        f"/v1/projects/{project}/upload",
        {
            "format": "JSONL",
            "task": "DocumentClassification",
            "uploadIds": [upload],
            "column_data": "text",
            "column_label": "label",
        },
    )["task_id"]
    _until(lambda: client.call("GET", f"/v1/tasks/status/{task}")["ready"])


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + WORKING
    while not holds():
        if time.monotonic() > end:
            raise Unable(f"not imported after {WORKING:.0f} s")
        time.sleep(0.1)


def _filled(found: Sequence[object], what: str) -> None:
    """What is measured is what was asked for, not an empty answer."""
    if not found:
        raise Unable(f"the {what} is empty")


def _quoted(text: str) -> str:
    return urllib.parse.quote(text)
