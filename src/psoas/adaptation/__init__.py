"""Tomorrow's dose, with reasons.

In: a `Plan`, a `Diary`, today. Out: `Changes`: one row for each exercise and side of the next seven days, decided by a
table of rules in order of safety. Read `window`, `response`, `case`, `rules`, `readiness`, `turning`, `decision`, in that
order; `safety` and `openness` ask triage and selection again, `progress` shares out the week's two steps.
"""
