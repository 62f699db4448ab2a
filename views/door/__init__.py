"""What stands before the router: no record, no route, no name.

cover          a plain clock
other_window   Doorstep is open elsewhere
lock           who may come in: enrol, number, PIN, or why it stays shut
waiting        what was typed at the door so far
"""
