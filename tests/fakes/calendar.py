"""A newer table of the disregarded days, in which the Saturday that was in doubt is proclaimed."""

from __future__ import annotations

import re

from app.calendar_versions import bundled_text

VERSION = "9000.1"
"""Later than any that Doorstep brings along."""


def boxing_day(version: str = VERSION, status: str = "proclaimed") -> str:
    """The bundled table with another version, and with Saturday 26 December 2026 in that state."""
    text = re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', bundled_text(), count=1)
    changed, rows = re.subn(r'(date = 2026-12-26\nstatus = )".*"', rf'\1"{status}"', text)
    assert rows == 1, "the bundled table has a row for that Saturday"
    return changed
