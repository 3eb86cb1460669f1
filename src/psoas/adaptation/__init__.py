"""Tomorrow's dose, with reasons.

In: a `Plan`, a `Diary`, today. Out: `Changes`: one row for each exercise and side of the next seven days, decided by a
table of rules in order of safety. Read `response`, `rules`, `decision`, in that order.
"""
