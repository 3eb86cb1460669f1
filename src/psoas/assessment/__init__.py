"""How do this person's hips and lower back share movement?

In: an `Intake` and an `Examination`. Out: a `Profile`: each motion beside its norm with its error, differences between
sides, a pattern, and what it says in plain words. "Nothing found" is a good answer. Read `examination`,
`examination_check`, `norms`, `measurement_error`, `asymmetry`, `measured_motion`, `nearest_norm`, `finding`, `fall_risk`,
`clinical_pattern`, `phrases`, `remarks`, `evaluation`, `profile`, in that order. `protocol` and `instrument` say what
each measure and each typed-in total is.
"""
