"""What import-linter cannot say: main.py, whatever begins with flet, and all of sync.station."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.packaging.tree import ROOT, imports, is_under, product

OURS = ("app", "storage", "sync", "views", "tools", "main", "tests")
HAND = ("app", "storage", "sync", "views")


def flet(name: str) -> bool:
    return name.split(".")[0].startswith("flet")


def broken(module: str, text: str) -> list[str]:
    """The imports of one module that its place forbids."""
    found = []
    for name in imports(text):
        if flet(name) and not is_under(module, "views", "main"):
            found.append(f"{module} draws: {name}")
        if is_under(name, "sync.station") and not is_under(module, "sync.station"):
            found.append(f"{module} reaches into the station: {name}")
        if is_under(name, "tests", "tools") and not is_under(module, "tests", "tools"):
            found.append(f"{module} needs what is not shipped: {name}")
        if is_under(module, "sync.station") and not station_may(name):
            found.append(f"the station imports {name}")
        if is_under(name, "main"):
            found.append(f"{module} imports the entry file")
    return found


def station_may(name: str) -> bool:
    if not is_under(name, *OURS):
        return True
    return name == "sync" or is_under(name, "app", "sync.protocol", "sync.station")


def test_import_linter_finds_every_layer_whole() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_module_imports_what_its_place_forbids() -> None:
    assert [fault for module, text in product().items() for fault in broken(module, text)] == []


def test_entry_file_leaves_keys_and_sql_to_their_layers() -> None:
    text = product().get("main")
    assert text is not None, "main.py is not there"
    assert [name for name in imports(text) if is_under(name, "cryptography", "sqlmodel", "sqlalchemy")] == []


@pytest.mark.parametrize("package", HAND)
def test_every_layer_is_there(package: str) -> None:
    assert (ROOT / package / "__init__.py").is_file()


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("storage.vault", "import flet_secure_storage"),
        ("app.notebook", "from flet import Page"),
        ("main", "from sync.station import api"),
        ("sync.syncer", "import sync.station.ledger"),
        ("sync.station.api", "from sync.client import Client"),
        ("sync.station.api", "import storage"),
        ("views.shell", "from tests.fakes import clock"),
    ],
)
def test_forbidden_import_is_noticed(module: str, text: str) -> None:
    assert broken(module, text)
