"""Small files and small functions: what rots first is the large one."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.packaging.tree import ROOT, Function, files

FILE, TEST_FILE, FUNCTION, SCREEN, PACKAGE_MAP = 250, 400, 40, 120, 12


def room(path: Path) -> int:
    """How many lines a file may have."""
    inside = path.relative_to(ROOT).parts
    if path.name == "__init__.py" and inside[0] != "tests":
        return PACKAGE_MAP
    if inside[0] == "tests":
        return TEST_FILE
    return SCREEN if inside[:2] == ("views", "screens") else FILE


def long_functions(text: str, longest: int = FUNCTION) -> list[str]:
    return [
        f"{node.name} {length(node)}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, Function) and length(node) > longest
    ]


def length(node: Function) -> int:
    assert node.end_lineno
    return node.end_lineno - node.lineno + 1


def test_no_file_outgrows_its_kind() -> None:
    sizes = {path: len(path.read_text().splitlines()) for path in [*files(), ROOT / "doorstep"]}
    assert {str(p.relative_to(ROOT)): size for p, size in sizes.items() if size > room(p)} == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {str(path.relative_to(ROOT)): long_functions(path.read_text()) for path in files()}
    assert {path: names for path, names in long.items() if names} == {}


def test_one_line_too_many_is_noticed() -> None:
    body = "    pass\n" * FUNCTION
    assert long_functions(f"def outgrown():\n{body}") == ["outgrown 41"]
    assert long_functions(f"def full():\n{body[:-9]}") == []
