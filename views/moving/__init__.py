"""The victim's move on the phone.

form    where to, whether it is kept apart, who may know; and what follows
"""
