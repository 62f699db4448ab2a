"""What the product does not have yet. A step that needs it is held back; a fact that hangs on it, skipped."""

from __future__ import annotations

from tests.scenarios.outcome import Missing

PACKS = Missing("packs are not built yet")
