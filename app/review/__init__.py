"""Fresh looks at risk and plan, as the review triggers call for them.

rows       each review with its due day, and what was done of it: told, graded again, plan reviewed
recording  a review as it was done, with the grade where one was set
"""
