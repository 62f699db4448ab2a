"""Referrals of a victim to those who support, house or protect.

agencies    content/agencies.toml, read strictly
referrals   each referral as its steps tell it; what still waits, and until when
sharing     whether the law lets it be sent now: the ledger is asked, nothing is gated beside it
referring   record a step
"""
