"""Makes requirements/*.txt: every package that may be installed, by version and hash.

A lock names no place to fetch from: that is each machine's own affair, and the hashes bind it anyway.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "requirements"
HEAD = "# Made by ./doorstep lock from pyproject.toml. Do not edit.\n"


def wanted(project: dict[str, Any]) -> dict[str, list[str]]:
    """Lock name to what it must satisfy. `dev` comes first: the others take its versions."""
    phone: list[str] = project["project"]["dependencies"]
    extras: dict[str, list[str]] = project["project"]["optional-dependencies"]
    groups: dict[str, list[str]] = project["dependency-groups"]
    faceless = [need for need in phone if not need.startswith("flet")]
    return {
        "dev": [*phone, *extras["station"], *extras["postgres"], *extras["web"], *groups["dev"]],
        "run": [*phone, *extras["station"], *extras["web"]],
        "device": phone,
        "station": [*faceless, *extras["station"], *extras["postgres"]],
        "lock": groups["lock"],
    }


def resolve(name: str, needs: list[str], more: list[str]) -> None:
    """Write one lock. Keeps the versions that it already has unless `more` says --upgrade."""
    to = FOLDER / f"{name}.txt"
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", "--output-file", str(to)]
    command += ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
    if name not in ("dev", "lock"):
        command += ["--constraint", str(FOLDER / "dev.txt")]
    subprocess.run([*command, *more], input="\n".join(needs), text=True, check=True)
    to.write_text(HEAD + bare(to.read_text()))


def bare(lock: str) -> str:
    """The lock without any line that says where packages are fetched."""
    return "".join(line for line in lock.splitlines(keepends=True) if not re.match(r"#|--|\s*$", line))


def main(more: list[str]) -> int:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for name, needs in wanted(project).items():
        try:
            resolve(name, needs, more)
        except subprocess.CalledProcessError:
            print(f"doorstep: requirements/{name}.txt could not be made; the lines above say why.")
            return 1
        print(f"requirements/{name}.txt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
