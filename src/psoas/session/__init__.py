"""How does one day's session run, second by second?

In: a `Session` of the plan, the catalogue, and the open alternatives of each exercise. Out: a `Script` of ordered steps,
each with its sentences and when they are said. The player that walks through it lives in the page (`web/elements/player`).
Read `steps`, `timing`, `phrases`, `cues`, `script`, `alternatives`, in that order.
"""
