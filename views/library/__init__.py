"""What an officer looks up: numbers, orders of other courts, guidance, advice for the plan.

ageing      what was checked too long ago, by the force's limit
ringing     helplines with their numbers to tap
orders      longer-term orders, for reference
telling     guidance with publisher and date; advice in lines
"""
