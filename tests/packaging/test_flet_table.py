"""The packaging table, read as the builder reads it, since no phone package can be built offline."""

from __future__ import annotations

from pathlib import Path

import flet
import pytest
from flet_cli.utils.app_excludes import find_default_excludes
from flet_cli.utils.project_dependencies import get_project_dependencies
from flet_cli.utils.pyproject_toml import load_pyproject_toml
from packaging.requirements import Requirement
from PIL import Image

from tests.packaging.tree import ROOT

SHIPPED = {
    *("flet", "flet-secure-storage", "flet-local-auth"),
    *("sqlmodel", "cryptography", "holidays", "tzdata", "fpdf2"),
}
table = load_pyproject_toml(ROOT)


def needs() -> list[Requirement]:
    return [Requirement(need) for need in get_project_dependencies(table("project.dependencies")) or []]


def test_phone_is_given_these_packages_and_no_other() -> None:
    assert {need.name for need in needs()} == SHIPPED
    for platform in ("android", "ios"):
        assert not table(f"tool.flet.{platform}.dependencies")


def test_flet_and_its_siblings_are_of_one_version() -> None:
    versions = {str(need.specifier) for need in needs() if need.name.startswith("flet")}
    assert versions == {f"=={flet.version.flet_version}"}


def test_nothing_else_is_pinned_for_the_phone() -> None:
    pinned = [need.name for need in needs() if "==" in str(need.specifier)]
    assert [name for name in pinned if not name.startswith("flet")] == []


def test_android_may_use_the_network_and_nothing_more() -> None:
    permissions = table("tool.flet.android.permission")
    assert {name for name, wanted in permissions.items() if wanted} == {"android.permission.INTERNET"}
    assert not table("tool.flet.permissions")
    assert not table("tool.flet.android.permissions")


def test_android_neither_backs_up_nor_talks_in_the_clear() -> None:
    application = table("tool.flet.android.manifest_application")
    for switch in ("allowBackup", "fullBackupContent", "usesCleartextTraffic"):
        assert application[switch] == "false", switch
    assert "debuggable" not in application


def test_no_outside_address_opens_the_app() -> None:
    for place in ("", "android.", "ios."):
        assert table(f"tool.flet.{place}deep_linking") is None


@pytest.mark.parametrize(
    "path",
    ["tests", "sync/station", "docs", "tools", "requirements", ".ci", ".data", ".venv", ".git", "build"],
)
def test_package_leaves_out(path: str) -> None:
    named = ["build", *table("tool.flet.app.exclude")]
    assert path in {*named, *find_default_excludes(ROOT, (), named)}


def test_nothing_that_is_left_out_by_default_is_put_back() -> None:
    assert not table("tool.flet.app.include")
    assert table("tool.flet.app.default_excludes") is not False


def test_exclusions_are_plain_paths() -> None:
    assert [path for path in table("tool.flet.app.exclude") if set("*?[]") & set(path) or "\\" in path] == []


def test_entry_file_is_where_the_builder_looks() -> None:
    assert table("tool.flet.app.path") == "."
    assert (ROOT / f"{table('tool.flet.app.module')}.py").is_file()


@pytest.mark.parametrize("name", ["icon.png", "splash.png", "splash_dark.png"])
def test_pictures_are_large_enough(name: str) -> None:
    with Image.open(ROOT / "assets" / name) as picture:
        assert picture.size == (1024, 1024)


def test_typeface_comes_with_its_licence() -> None:
    assert (ROOT / "assets" / "fonts" / "OFL.txt").is_file()
    assert list(Path(ROOT, "assets", "fonts").glob("*.ttf"))


def test_no_signing_secret_stands_in_the_table() -> None:
    assert not [name for name in table("tool.flet.android.signing") or {} if "password" in name]
