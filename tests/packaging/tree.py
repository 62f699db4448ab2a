"""Our own source files, and what a file imports and calls."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("app", "storage", "sync", "views", "tools", "main")
NOT_OURS = {"build", "__pycache__"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(ending: str = ".py") -> list[Path]:
    """Tracked files of that ending; every file beside hidden folders where there is no repository."""
    try:
        told = subprocess.run(
            ["git", "ls-files", "-z", f"*{ending}"], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return sorted(path for path in ROOT.rglob(f"*{ending}") if is_ours(path))
    return sorted(path for name in told.stdout.split("\0") if name and (path := ROOT / name).is_file())


def is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return not any(part.startswith(".") or part in NOT_OURS for part in parts)


def name_of(path: Path) -> str:
    """storage/vault.py -> storage.vault; sync/__init__.py -> sync."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def product() -> dict[str, str]:
    """Module name to source text of everything that a person may run."""
    named = {name_of(path): path.read_text() for path in files()}
    return {name: text for name, text in named.items() if name.split(".")[0] in PRODUCT}


def imports(text: str) -> Iterator[str]:
    """Full names that a source text imports: `from a.b import c` gives a.b and a.b.c."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(text: str) -> Iterator[tuple[str, ast.Call]]:
    """Dotted name of each thing that is called, as written."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield ast.unparse(node.func), node


def is_under(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
