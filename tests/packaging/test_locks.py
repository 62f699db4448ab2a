from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.tree import ROOT
from tools.lock import bare, wanted

FOLDER = ROOT / "requirements"
NAMES = ("device", "run", "station", "dev", "lock")
NOT_ON_A_PHONE = (
    "fastapi",
    "uvicorn",
    "jinja2",
    "alembic",
    "psycopg",
    "httpx2",
    "joserfc",
    "flet-web",
    "flet-cli",
    "pytest",
    "playwright",
)


def pinned(name: str) -> dict[str, str]:
    """Package to version."""
    lines = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", (FOLDER / f"{name}.txt").read_text(), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in lines}


def project() -> dict[str, list[str]]:
    return wanted(tomllib.loads((ROOT / "pyproject.toml").read_text()))


def test_these_locks_and_no_others() -> None:
    assert {path.stem for path in FOLDER.glob("*")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "place", ["://", "file:", "--index", "--extra-index", "--find-links", "--trusted-host", " @ "]
)
def test_lock_names_no_place_to_fetch_from(name: str, place: str) -> None:
    assert place not in (FOLDER / f"{name}.txt").read_text()


@pytest.mark.parametrize("name", NAMES)
def test_every_package_of_a_lock_has_a_version_and_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (FOLDER / f"{name}.txt").read_text().strip())
    entries = [entry for entry in entries if not entry.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]


@pytest.mark.parametrize("name", NAMES)
def test_lock_satisfies_what_the_project_asks(name: str) -> None:
    have = pinned(name)
    for need in map(Requirement, project()[name]):
        version = have.get(canonicalize_name(need.name))
        assert version is not None, f"{need.name} is not locked: ./doorstep lock"
        assert need.specifier.contains(version), f"{need} is locked as {version}: ./doorstep lock"


@pytest.mark.parametrize("name", ["device", "run", "station"])
def test_smaller_lock_has_the_versions_that_are_tested(name: str) -> None:
    tested = pinned("dev")
    assert {
        package: version for package, version in pinned(name).items() if tested.get(package) != version
    } == {}


def test_phone_lock_holds_nothing_of_the_station_or_the_tests() -> None:
    assert set(NOT_ON_A_PHONE) & set(pinned("device")) == set()


def test_station_lock_holds_no_screen() -> None:
    assert [name for name in pinned("station") if name.startswith("flet")] == []


def test_line_that_names_a_place_is_taken_out_of_a_lock() -> None:
    lock = "--index-url here\n# via there\ntiny==1 \\\n    --hash=sha256:00\n\n"
    assert bare(lock) == "tiny==1 \\\n    --hash=sha256:00\n"
