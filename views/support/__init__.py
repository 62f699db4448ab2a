"""Referrals to agencies on the phone.

telling    how each stands, in rows; what of it waits on Now
stepping   the form for one step
"""
