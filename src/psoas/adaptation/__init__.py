"""Tomorrow's dose, with reasons.

In: a `Plan`, a `Diary`, today. Out: `Changes`: one row for each exercise and side of the next seven days, in order of
safety. Read `coming_week`, `response`, `severity`, `fortnight`, `case`, then the tables `rules` and `readiness`, then what
they lead to: `easing`, `overlay`, `pace`, `progress`, and `decision`, which puts them in order. `safety` and `openness` ask
triage and selection again, `history` remembers, `consent` says what is applied unasked.
`baseline` is what is usual, `healing` who is read more strictly, `load` and `finished` hold the week under its ceiling,
`breaks` are decided apart, `changes` is what comes out.
"""
