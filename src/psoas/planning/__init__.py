"""Eight weeks that fit the person.

In: an `Intake`, a `Profile` or none, a `Clearance` (without one nothing here can be called), a start. Out: a `Plan` in which
every item and every exclusion says why. Read `plan`, `selection`, `dose`, `schedule`, `breaks`, `change`, in that order.
"""
