"""Welfare visits of the order period.

cadence    which days, from the grade and the order
schedule   how a visit stands at a moment, and who is seen first
extra      the visit within 24 hours, and the contact after the order
no_answer  supervisor and second try after nobody opened
visiting   plan, agree, start, record, cancel
outcomes   what a visit or contact may come to
window     from which day visits are counted, and until when
claims     who takes which visit; claiming, shift, near: taking one, and what this shift holds
"""
