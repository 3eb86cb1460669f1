"""Eight weeks that fit the person.

In: an `Intake`, a `Profile` or none, a `Clearance` (without one nothing here can be called), a start, and where the person
stands after a block before. Out: a `Plan` in which every item and every exclusion says why.

    who        selection, circumstance, need, person, ladder, eligibility
    what       offers, programme, draft, patterns, composition; dose, dose_options, course, short_side, current_doses
    when       rhythm, week_task, light_days, heuristic, linear_model, formulation, highs, lp_format,
               highs_in_page, cpsat, week_solver, dose_floor, schedule, walking, micro_breaks, block
    why        reason, exclusion, infeasibility
    whole      plan; duration, filling; operation_day (nothing is planned beyond it), maintenance (a block behind)
    by hand    addition, short_session, favourites
    then       accepted_changes, ceiling, replaced_items, undo, amendment, edit, first_session, plan_check
"""
