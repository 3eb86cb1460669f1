"""How does one day's session run, second by second?

In: a `Session` of the plan, the catalogue, and the open alternatives of each exercise. Out: a `Script` of ordered steps
with what is said at each, and a player that walks through it and remembers what was really done.
Read `steps`, `timing`, `wording`, `script`, `alternatives`, `state`, `route`, `signals`, `player`, `record`, in that order.
"""
