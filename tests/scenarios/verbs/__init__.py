"""Every verb of the schema, each one small function over the real use case.

incident  open, people, move        answering  answers and amendments
talking   consents                  notice     referral, service, hearings, order, breach
visiting  welfare visits            owning     risk, ownership
phone     lock, sync, loss, time    console    what is done at the station
hanging   steps that hang on it
"""

from tests.scenarios.verbs.register import VERBS, at_station

__all__ = ["VERBS", "at_station"]
