"""A phone whose clock disagrees with the station's: by which moment its clocks are read.

Of the two times the later one leaves less time, so nothing is thought to have time left that has none.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from app.timekeeping import local

AGREES = timedelta(minutes=1)


def disagrees(drift: timedelta | None) -> bool:
    """`drift`: station minus phone; None while no station has been heard. More than a minute, either way."""
    return drift is not None and abs(drift) > AGREES


def read_at(phone: datetime, drift: timedelta | None) -> datetime:
    """The moment to read clocks by: the later of the phone's time and the station's."""
    if drift is None or not disagrees(drift):
        return phone
    return local(max(phone, phone + drift))
