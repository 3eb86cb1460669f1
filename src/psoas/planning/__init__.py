"""Eight weeks that fit the person.

In: an `Intake`, a `Profile` or none, a `Clearance` (without one nothing here can be called), a start, and where the person
stands after a block before. Out: a `Plan` in which every item and every exclusion says why.

    who        selection, circumstance, need, person, ladder, eligible
    what       offers, programme, draft, patterns, compose; dose, options, course, short_side, standing
    when       rhythm, week, greedy, linear, formulation, cpsat, highs, model, floors, schedule, walking, breaks, weeks
    why        reason, exclusion, infeasible
    whole      plan; duration, solved; ahead (an operation), keeping (a block behind)
    by hand    addition, shorter, wishes
    then       change, ceiling, former, undo, amend, edit, first, check
"""
