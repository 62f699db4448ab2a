"""What a case's entries add up to. Same entries, any order of arrival: same case.

model   the records that screens, the station and the scenarios read
fold    entries in, Case out; pure
"""

from app.case.fold import fold
from app.case.model import Case

__all__ = ["Case", "fold"]
