"""What people at the station see: server-rendered, no script, signed in from the first page, read-only.

desk, forms, entering  who is there, what was typed, signing in and out
reading                cases of one's own area or force, folded from the ledger; handsets
telling, lines, saying a case in rows, an entry in lines, a moment in words; nobody's name or address
pages                  the routes, and who may see which
"""
