"""What the pages of visits, notes, notice and court, clocks and breach are put together from.

page       a page of one case, its draft, what is wrong with it; checks and groups read and draw that
said       visits, days and times in words; telling and reading put any entry into words
due        the due list in sections; agreeing and changing add, move and cancel
before     before the door; recording, guide, saving and writing_up: from the first tap to the entry
steps      items answered one by one, each an entry at once
court_*    notice and court; clock_faces its clocks; breach_* what follows a breach
entries    the chronology; amending puts an entry right
"""
