"""Is it safe to start, and with what limits?

In: an `Intake` (who the person is, and every safety answer). Out: a `Clearance`, which only triage makes and without
which nothing can be planned. Urgency and scope are decided separately; the strictest of each wins. Read `intake`,
`clearance`, then `triage` and what it asks: `intake_check` (what an intake cannot say), `red_flags` (what answers mean),
`returns` (coming back after a stop), `clinician_limits` and `binding_limits` (what a clinician asked to leave out or keep
small), `follow_up_questions` (what the log opens), `circumstance` and `phase` (which rows hold), `condition_rows` and
`limits` (what they close), `matrix` (all). `concern` is what they hand to triage; `applicability`, `answer`
and `standing_stops` say which answers hold, `self_report` what the report of the pain adds, `fusion_stage` where a
person stands after a fusion.
"""
