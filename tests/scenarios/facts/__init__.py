"""Every fact of the schema, each one small reader.

gate      the tests of the notice        court    listing, order, custody
visits    due list, extra, no answer     reviews  triggers and dates for the victim
talking   consents and cocoon watch      history  versions, late entries, logs, people
owning    grades, conflict, handover     device   what waits, what a lost phone shows
steps     how the step itself ended
"""

from tests.scenarios.facts.register import FACTS

__all__ = ["FACTS"]
