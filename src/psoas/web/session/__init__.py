"""Today's session on a page: the player, and the address that takes in what was done.

In: the plan and intake on record. Out: a page with the script as JSON, and diary entries, each stored once for its key.
Read `urls`, `views`.
"""
