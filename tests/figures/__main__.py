"""./doorstep figures: try every claim and print what was found. 1 where one does not hold."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.figures.claims import CLAIMS, Claim

NOT_SHOWN = "Not shown: a phone, its keystore, an attacker, power cuts on real flash, officers at work."


def main(claims: Mapping[str, Claim] = CLAIMS) -> int:
    day = datetime.now(UTC).date().isoformat()
    print(f"Figures of {day}, {platform.system()}, Python {platform.python_version()}")
    failed = []
    for name, claim in claims.items():
        with tempfile.TemporaryDirectory() as folder:
            found = claim(Path(folder))
        print(f"  {'' if found.held else 'DOES NOT HOLD '}{name}: {found.told}", flush=True)
        if not found.held:
            failed.append(name)
    print(NOT_SHOWN)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
