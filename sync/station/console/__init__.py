"""What people at the station see: server-rendered, no script, signed in from the first page.

desk, forms, entering     who is there, what was typed, signing in and out
force_door, own_password  by the force's account; a password of one's own
reading, telling, lines   cases of one's own area or force, in rows and lines; nobody's name or address
period, briefing, marking the 28 days as a table; briefing a local team; the force's marker
acts, deciding, court     what is decided and recorded here
following                 what each step calls for, and who does it
doors, administering      routes of administrators: revoking, officers, logins
oversight, charts         counts for those who oversee
pages                     the routes, and who may see which
"""
