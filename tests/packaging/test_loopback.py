"""Nothing listens beyond this machine. Flet's own server listens everywhere unless it is told a host."""

from __future__ import annotations

import ast

import pytest

from tests.packaging.tree import calls, product

HERE = "127.0.0.1"
EVERYWHERE = {"0.0.0.0", "::", "[::]"}
SERVES = ("run", "Config", "create_server", "start_server", "bind", "HTTPServer", "serve")


def faults(text: str) -> list[str]:
    """Calls that would listen where no host is named, and names of every interface."""
    tree = ast.parse(text)
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    found = [f"names {value}" for value in constants if isinstance(value, str) and value in EVERYWHERE]
    return found + [f"{name} on every interface" for name, call in calls(text) if is_open(name, call)]


def is_open(name: str, call: ast.Call) -> bool:
    if name.split(".")[-1] not in SERVES:
        return False
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if "port" in keywords:
        return is_everywhere(keywords.get("host"))
    address = call.args[0] if call.args else None
    return isinstance(address, ast.Tuple) and is_everywhere(address.elts[0])


def is_everywhere(host: ast.expr | None) -> bool:
    if host is None:
        return True
    return isinstance(host, ast.Constant) and host.value != HERE


def test_no_module_listens_beyond_this_machine() -> None:
    found = {module: faults(text) for module, text in product().items()}
    assert {module: what for module, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "text",
    [
        "ft.run(main, port=8550)",
        "ft.run(main, host='0.0.0.0', port=8550)",
        "ft.run(main, host=None, port=8550)",
        "uvicorn.Config(api, port=8443)",
        "socket.create_server(('', 8443))",
        "probe.bind(('', 8443))",
    ],
)
def test_listening_everywhere_is_noticed(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    "text", ["ft.run(main)", "ft.run(main, host=HERE, port=port)", "probe.bind(('127.0.0.1', 0))"]
)
def test_listening_here_is_allowed(text: str) -> None:
    assert faults(text) == []
