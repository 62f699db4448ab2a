"""Briefings on the phone of a local team: read with or without signal until their last day, and answered.

telling     which are for this officer, and how each stands, in words
page        what one says, to those it is for
returning   what came back for one thing that was asked
"""
