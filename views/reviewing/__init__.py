"""Risk and reviews on the phone.

telling    the grade with its tool and reason, and each review in a row
ways       where it goes on from there
form       one review: what was found, who was told, the plan, the grade
tool       the force's own questions, where it gave a file
"""
