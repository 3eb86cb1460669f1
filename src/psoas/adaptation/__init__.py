"""Tomorrow's dose, with reasons.

In: a `Plan`, a `Diary`, today. Out: `Changes`: one row for each exercise and side of the next seven days, in order of
safety. Read `coming_week`, `response`, `severity`, `fortnight`, `case`, then the tables `easing_rules` and `readiness`,
then what they lead to: `easing`, `overlay`, `pace`, `progression`, and `decision`, which puts them in order.
`rescreening` and `open_movements` ask triage and selection again, `change_history` remembers, `consent` says what is
applied unasked. `baseline` is what is usual, `healing` who is read more strictly, `load` and `pattern_ceiling` hold the
week under its ceiling, `micro_breaks` are decided apart, `changes` is what comes out.
"""
