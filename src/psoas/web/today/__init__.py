"""Today: session, breaks, habits, log; one obvious next step.

Read `views`, then `ticks` (habits and breaks in one tap).
"""
