"""Somebody at the console with a browser that runs no script."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

from starlette.testclient import TestClient

from sync.station.scene import Scene
from sync.station.site import site
from tests.station.scene import PASSWORD


class Outside(HTMLParser):
    """Every address that a page names, with the attribute that names it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.named: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.named += [(name, value or "") for name, value in attrs if name in ("href", "src", "action")]
        self.named += [
            (name, value or "") for name, value in attrs if name.startswith("on") or name == "style"
        ]


class Visitor:
    """Signed in, or nobody where `user` is empty."""

    def __init__(self, scene: Scene, user: str = "", url: str = "https://127.0.0.1:8443") -> None:
        self.scene = scene
        self.client = TestClient(site(scene), url, raise_server_exceptions=False, follow_redirects=False)
        self.answer = (
            self.client.post("/sign-in", data={"user": user, "password": PASSWORD}) if user else None
        )

    def page(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def words(self, path: str) -> str:
        """What is read on the page, in one line."""
        plain = re.sub(r"<[^>]+>", " ", self.page(path))
        return re.sub(r"\s+", " ", unescape(plain))

    def form(self, path: str, page: str, **typed: str) -> Any:
        """Send the form of that page, with the token that it carries."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.client.get(page).text)
        token = found.group(1) if found else ""
        return self.client.post(path, data={"csrf": token, **typed})
