"""Is it safe to start, and with what limits?

In: an `Intake` (who the person is, and every safety answer). Out: a `Clearance`, which only triage makes and without
which nothing can be planned. Urgency and scope are decided separately; the strictest of each wins.
Read `intake`, `clearance`, `triage`, `limits`, in that order.
"""
