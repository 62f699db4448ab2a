"""The station's console as an administrator uses it: over HTTP, by the forms that its pages carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import httpx2

from tests.scenarios.station import Station
from tests.station.process import HERE


class TurnedAway(Exception):
    """The console did not do what a form asked; the argument is the path and the status."""


class Counter:
    """Signed in. Every page is asked for as a browser without script asks."""

    def __init__(self, client: httpx2.Client) -> None:
        self._client = client

    def words(self, path: str) -> str:
        """What is read on a page, in one line. TurnedAway."""
        answer = self._client.get(path)
        if answer.status_code != 200:
            raise TurnedAway(path, answer.status_code)
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))

    def send(self, path: str, **typed: str) -> httpx2.Response:
        """The form of that page, filled in, with what it carries unseen. TurnedAway where it is refused."""
        unseen = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', self._client.get(path).text))
        answer = self._client.post(path, data={**unseen, **typed})
        if answer.status_code >= 400:
            raise TurnedAway(path, answer.status_code)
        return answer


@contextmanager
def administrator(station: Station) -> Iterator[Counter]:
    """The one of TRAINING, for as long as something is to be done."""
    station.told("training")
    with httpx2.Client(base_url=f"http://{HERE}:{station.console_port}", trust_env=False) as client:
        known = {"user": "training-administrator", "password": "training-administrator-door"}
        if client.post("/sign-in", data=known).status_code != 303:
            raise TurnedAway("/sign-in")
        yield Counter(client)
