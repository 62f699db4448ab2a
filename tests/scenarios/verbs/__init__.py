"""Every verb of the schema, each one small function over the real use case.

incident  open, people, move        answering  answers and amendments
talking   consents                  notice     referral, service, hearings, order, breach
visiting  welfare visits            owning     risk, ownership
phone     lock, sync, loss, time    console    revoking at the station
deciding  what is decided there
"""

from tests.scenarios.verbs.register import VERBS, at_station

__all__ = ["VERBS", "at_station"]
