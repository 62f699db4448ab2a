"""A number is rung by whatever on this device rings numbers.

Danger: the address that goes out is the number and nothing else. It is seen by the platform, by the call
list and by whoever looks at the phone afterwards.
"""

from __future__ import annotations

import flet as ft

from app.reference.helplines import Helpline


async def ring(line: Helpline) -> None:
    """Where nothing rings, nothing happens: the number stands on the page."""
    await ft.UrlLauncher().launch_url(line.address, web_only_window_name="_self")
