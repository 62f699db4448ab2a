"""How the launcher says no."""

from __future__ import annotations


class Refused(Exception):
    """Doorstep cannot do what was asked. The text is a sentence for the person at the terminal."""
