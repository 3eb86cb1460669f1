"""Is it safe to start, and with what limits?

In: an `Intake` (who the person is, and every safety answer). Out: a `Clearance`, which only triage makes and without
which nothing can be planned. Urgency and scope are decided separately; the strictest of each wins.
Read `intake`, `clearance`, then `triage` and what it asks: `check` (what an intake cannot say), `flags` (what answers mean),
`returns` (coming back after a stop), `clinician` and `binding` (what a clinician asked to leave out or keep small), `asked`
(what the log opens), `circumstance` and `phase` (which rows hold), `rows` and `limits` (what they close), `matrix` (all).
`finding` is what they hand to triage; `told`, `answer` and `standing` say which answers hold, `report` what the report of the
pain adds, `fusion_stage` where a person stands after a fusion.
"""
