"""Somebody at the console: pages opened and forms sent over HTTP, as a browser without script does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, OpenerDirector, Request, build_opener

PASSWORD = "a made-up password"


@dataclass(frozen=True)
class Answered:
    """`place` is where a form led; empty where its page came back. `page` is what is then read."""

    status: int
    place: str
    page: str

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", self.page)))


class _Stay(HTTPRedirectHandler):
    """Where a form leads is looked at, not followed."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Fields(HTMLParser):
    """What the form in a page's main part would send as it stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._area = ""
        self.feed(page.partition("<main")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "textarea" and name:
            self._area, self.values[name] = name, ""
        elif tag == "input" and name and (told.get("type") not in ("radio", "checkbox") or "checked" in told):
            self.values[name] = told.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] += data


@dataclass
class Console:
    """Signed in at `url`."""

    url: str
    user: str
    _opener: OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()), _Stay())
        signed_in = self.ask("/sign-in", {"user": self.user, "password": PASSWORD})
        assert signed_in.status == 303, signed_in.words

    def ask(self, path: str, typed: Mapping[str, str] | None = None) -> Answered:
        data = urlencode(typed).encode() if typed is not None else None
        try:
            answer = self._opener.open(Request(f"{self.url}{path}", data), timeout=60)
        except HTTPError as refused:
            answer = refused
        with answer:
            place = answer.headers.get("location", "")
            return Answered(answer.status, place, answer.read().decode())

    def fill(self, path: str, typed: Mapping[str, str]) -> Answered:
        """Open a form, fill it in over what stands there, send it, and say yes where it asks once more."""
        values = {**Fields(self.ask(path).page).values, **typed}
        answer = self.ask(path, values)
        if answer.status == 200 and 'value="final"' in answer.page:
            answer = self.ask(path, {**Fields(answer.page).values, "step": "final"})
        return answer
