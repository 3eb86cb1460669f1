"""Eight weeks that fit the person.

In: an `Intake`, a `Profile` or none, a `Clearance` (without one nothing here can be called), a start. Out: a `Plan` in which
every item and every exclusion says why.

    who        selection, need, person, ladder, reach
    what       dose, duration, roster, lean, rota, exclusion
    when       rhythm, week, greedy, linear, formulation, cpsat, highs, model, ratchet, schedule, walking, breaks, weeks
    then       change, undo, edit, first, check
"""
