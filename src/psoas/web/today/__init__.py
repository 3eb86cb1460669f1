"""Today: session, breaks, habits, log; one obvious next step.

Read `views`, then `news` (what was made safer).
"""
