"""Numbers read with care: gaps, noise, certainty.

In: days with values. Out: medians that say of how many, changes read against their error, estimates with intervals.
Zero is a value; a missing day is a gap and is never filled. Read `series`, `detectable_change`, `estimate`, in that order.
`student_t` says how wide an interval must be when its noise was estimated from few days.
"""
