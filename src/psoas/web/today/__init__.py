"""Today: session, breaks, habits, log; one obvious next step.

Read `next_step` (which one), `views`, then `ticks` (habits and breaks in one tap).
"""
