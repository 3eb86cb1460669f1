"""Is it working?

In: a `Plan`, a `Diary` and what was measured. Out: which movements bring this person relief, how pain and mobility run with
their error, and when it is time for somebody else to look. Read `ranking`, `relief`, `trajectory`, `milestones`.
"""
