"""Style, types and layers. Runs all of them, then says which failed."""

from __future__ import annotations

import subprocess
import sys

LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)
CHECKS = {
    "ruff": ["-m", "ruff", "check", "--quiet", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "mypy": ["-m", "mypy", "--no-error-summary"],
    "import-linter": ["-c", LINT_IMPORTS, "--no-logo"],
}


def main() -> int:
    failed = []
    for name, arguments in CHECKS.items():
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, *arguments], check=False).returncode != 0:
            failed.append(name)
    print(f"doorstep: failed: {', '.join(failed)}" if failed else "Style, types and layers hold.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
