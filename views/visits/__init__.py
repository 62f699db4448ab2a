"""What the pages of visits, court and breach are put together from.

page       a page of one case: its bars, its typed draft, what is still wrong with it
said       days, times and visits in words
due        the due list in sections
guide      the questions of a visit, one open at a time
steps      items answered one by one, each an entry at once
recording  the visit as it is written up        saving   what becomes of it
reading    what was recorded of a visit         telling  any entry in words
"""
