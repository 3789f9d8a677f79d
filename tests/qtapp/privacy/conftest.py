"""Reviews of invented personal data, and their page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from db.importing import import_paths
from db.review import Review
from tests.db.files import ticket, write
from tests.qtapp.conftest import OpenDesk
from tests.qtapp.desk import Desk

PrivacyDesk = Callable[..., Desk]

TICKETS = (
    ticket("证书过期", "手机 13800001111，源站 47.98.3.4 和 10.0.0.7", ["请加 138-0000-1111 再说"]),
    ticket("无法访问", "我是 13800001111，见 https://a.mingtai.com/x 和 [手机已脱敏]"),
    ticket("没有什么", "都好"),
    ticket("账单", "邮箱 lin@mingtai.com 和 13900002222", ["收到 lin@mingtai.com"]),
)


def review_of(folder: Path, tickets: Sequence[str] = TICKETS) -> Path:
    """A review of tickets as Markdown."""
    with Review.create(folder / "privacy.winnow", reviewer="lin") as review:
        import_paths(review, [write(folder / "part.md", tickets)])
    return folder / "privacy.winnow"


@pytest.fixture
def privacy_desk(open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrivacyDesk:
    """The program on the page of a review of these tickets, after the search and some keys."""

    def start(*keys: str, tickets: Sequence[str] = TICKETS, read_only: bool = False) -> Desk:
        path = review_of(tmp_path, tickets)
        if read_only:
            real = Review.open
            monkeypatch.setattr(Review, "open", lambda path, *args, **kwargs: real(path, read_only=True))
        desk = open_desk([path])
        desk.press("G, P")
        desk.until(lambda: desk.window.hosts.privacy.page is not None and desk.window.hosts.privacy.page.found.complete)
        desk.press(*keys)
        desk.app.processEvents()
        return desk

    return start
