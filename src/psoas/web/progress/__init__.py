"""Is it working? Ten seconds first, then a sentence, a picture and a table for each measure; what brings relief.

Read `overview` (then, now, how to read it), `charts` (a series becomes numbers to draw), `views`.
"""
