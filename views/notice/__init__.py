"""The notice on its pages, from the test to what follows it.

limbs       the test, limb by limb, with what else there is
gathered    what has to be considered, and the terms asked for, as rows of the check page
radio       the check code, and what was told by radio against what was written; radio_form asks for it
radio_terms  which terms were authorised, as told and as written
withdrawing  that a referral was withdrawn, and the way to do it
serving     on what a notice is served, where, and the attempts
follow_ups  the tasks that follow a step, in words
"""
