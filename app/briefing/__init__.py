"""Briefings of local teams: what they are told of a case, until when, and what they bring back.

records    the briefings of a case, as its entries tell of them, and how each stands
making     produce one at the station; say that one was read; return an answer to what it asks
wanted     what calls for one: a notice, an order, a release, a change of the plan
drafting   what the case says under each heading, to begin with: initials, and no place
"""
