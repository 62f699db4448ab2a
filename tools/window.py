"""A window of a phone's size, where there is a display to open one on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def has_display(environment: Mapping[str, str]) -> bool:
    return sys.platform == "darwin" or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def browser() -> str | None:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return found or (ON_A_MAC if Path(ON_A_MAC).exists() else None)


def command(program: str, url: str, profile: Path) -> list[str]:
    asked = [program, f"--app={url}", "--window-size=390,844", f"--user-data-dir={profile}", "--no-first-run"]
    # Chromium refuses its sandbox to root. TRAINING pages of this machine only.
    return [*asked, "--no-sandbox"] if os.geteuid() == 0 else asked


def open_window(url: str, profile: Path) -> subprocess.Popen[bytes] | None:
    """The window's program, or None when there is no display or no browser."""
    program = browser()
    if program is None or not has_display(os.environ):
        return None
    return subprocess.Popen(
        command(program, url, profile),
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
