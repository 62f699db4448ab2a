"""What people at the station see: server-rendered, no script, signed in from the first page.

desk, forms, entering     who is there, what was typed, signing in and out
force_door, own_password  by the force's account; a password of one's own
reading, telling, lines   cases of one's own area or force, in rows and lines; nobody's name or address
period                    the 28 days of a case as a table
acts, deciding, court     what is decided and recorded here
doors, administering      routes of administrators: revoking, officers, logins
oversight, charts         counts for those who oversee
pages                     the routes, and who may see which
"""
