"""./doorstep bench: measure and print. Numbers of this machine; a phone is slower."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.bench.measures import MEASURES


def main() -> int:
    processors = os.cpu_count()
    print(f"Measured on {platform.system()} {platform.machine()}, {processors} processors, ", end="")
    print(f"Python {platform.python_version()}. A phone is slower; none was measured.")
    for name, measure in MEASURES.items():
        with tempfile.TemporaryDirectory() as folder:
            print(f"  {name}: {measure(Path(folder))}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
