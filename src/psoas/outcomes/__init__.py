"""Is it working?

In: a `Diary` and what was measured. Out: trajectories with their error, and which movements bring this person relief.
Read `relief`, then `trajectory`.
"""
