"""What an officer looks up: read from app/content, and no part of any record.

helplines   numbers to tap, each with the day on which it was checked
library     orders of other courts, and the guidance that the app rests on
advice      what goes with staying, leaving, and with phones and cars
ageing      what was checked too long ago
reading     which version of it an officer has read
"""
